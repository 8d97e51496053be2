import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** Days that stand apart from what ends on them: over a list, under a heading, in a sentence on a column, in a row. */
const told = async (text: string, form: "markdown" | "json" = "markdown"): Promise<string> =>
  (await factsOfText(text, form))
    .filter((fact) => fact.kind === "model" && fact.scheduled)
    .map((fact) => `${fact.model_id} ${fact.shutdown}`)
    .sort()
    .join(", ");

/** Entry of 2026-09-14, read on 2026-09-20. */
const entry = (text: string): Promise<string> => told(`# Changelog\n\n## September 14, 2026\n\n${text}\n`);

const LISTED: [string, string][] = [
  [
    "- `acme-3-turbo`: there is no drop-in for this one. Other models count in other units, so plan time for a new index.",
    "acme-3-turbo 2026-12-14",
  ],
  ["- `acme-3-turbo`: no replacement.", "acme-3-turbo 2026-12-14"],
  ["- `acme-3-turbo`: stays.", ""],
  ["- `acme-3-turbo`: not affected", ""],
  ["- `acme-3-turbo`: is unaffected.", ""],
  ["- `acme-3-turbo`: bleibt", ""],
  ["- `acme-3-turbo`は対象外です。", ""],
  ["- `acme-3-turbo`는 이번 종료 대상이 아닙니다.", ""],
];
for (const [item, want] of LISTED)
  test(`below a sentence that ends all: ${item}`, async () =>
    assert.equal(
      await entry(`The models below will be removed on December 14, 2026.\n\n- \`acme-2-base\`\n${item}`),
      ["acme-2-base 2026-12-14", want].filter((each) => each !== "").join(", "),
    ));

test("an item that counts its own day takes none from the heading", async () => {
  const text = "# 소식\n\n## 2026년 9월 14일\n\n### 모델 지원 종료\n\n- `acme-3-turbo`은 내년 1월 29일에 종료합니다.\n";
  assert.equal(await told(text), "acme-3-turbo 2027-01-29");
});

const BYLINES = [
  "**acme-bot** released this on August 28, 2026 · tag `v2.8.2`",
  "Published August 28, 2026",
  "August 28, 2026",
  "Veröffentlicht am 28. August 2026 | 4 Minuten",
  "**acme-bot** 님이 2026년 8월 28일에 게시 · 태그 `v2.8.2`",
  "发布于 2026年8月28日",
];
const releases = (byline: string, other = byline) =>
  `# Releases\n\n## v2.8.2\n\n${byline}\n\n- We shut down \`acme-3-turbo\` today.\n\n## v2.8.1\n\n${other}\n\n- Fixes.\n`;
for (const byline of BYLINES)
  test(`the day of a release: ${byline}`, async () =>
    assert.equal(await told(releases(byline)), "acme-3-turbo 2026-08-28"));
for (const byline of ["Last updated August 28, 2026", "Next review: August 28, 2026"])
  test(`no day of a release: ${byline}`, async () => assert.doesNotMatch(await told(releases(byline)), /08-28/));

const table = (sentence: string, heading: string, note = "") =>
  `# Moving\n\n## Why now?\n\n${sentence}\n\n## What replaces what?\n\n| ${heading} | New model | Anmerkung |\n|---|---|---|\n| \`acme-2-base\` | \`acme-3-base\` | |\n| \`acme-2-code\` | \`acme-3-base\` | ${note} |\n`;
const COLUMNS: [string, string][] = [
  [
    "All models in the column “Old model” will be shut down on January 15, 2027, unless the remark says otherwise.",
    "Old model",
  ],
  ["Alle Modelle in der Spalte „Bisheriges Modell“ werden am 15. Januar 2027 abgeschaltet.", "Bisheriges Modell"],
  ["Les modèles de la colonne « Ancien modèle » seront retirés le 15 janvier 2027.", "Ancien modèle"],
  ["Los modelos de la columna «Modelo anterior» se retirarán el 15 de enero de 2027.", "Modelo anterior"],
];
for (const [sentence, heading] of COLUMNS) {
  test(`a day for a column: ${sentence}`, async () =>
    assert.equal(await told(table(sentence, heading)), "acme-2-base 2027-01-15, acme-2-code 2027-01-15"));
  test(`a day for another column: ${sentence}`, async () =>
    assert.doesNotMatch(await told(table(sentence, "Model in use").replace("New model", "Next model")), /2027/));
}
test("a row with a day of its own keeps it", async () => {
  const [sentence, heading] = COLUMNS[1] ?? ["", ""];
  const text = table(sentence, heading, "Bleibt länger: Abschaltung erst am 31. März 2027");
  assert.equal(await told(text), "acme-2-base 2027-01-15, acme-2-code 2027-03-31");
});

const history = (row: string) =>
  `# Model deprecations\n\n| Date | What happened |\n|---|---|\n| 2 May 2026 | \`acme-1-mini\` was shut down. |\n| 22 March 2026 | ${row} |\n`;
const DONE: [string, string][] = [
  ["`acme-chat` and `acme-chat-16k` stopped answering.", ", acme-chat 2026-03-22, acme-chat-16k 2026-03-22"],
  ["`acme-3-turbo` removed.", ", acme-3-turbo 2026-03-22"],
  ["`acme-3-turbo` left its beta.", ""],
  ["`acme-3-turbo` will be shut down.", ""],
  ["Announced the removal of `acme-3-turbo`.", ""],
];
for (const [row, want] of DONE)
  test(`a row of a history: ${row}`, async () =>
    assert.equal(await told(history(row)), `acme-1-mini 2026-05-02${want}`));

const DATA = (terms: string) =>
  `{"models":[{"id":"acme-2-base","lifecycle":{"stage":"sunset","sunset_on":"2027-01-15"}},{"id":"acme-3-base",${terms},"lifecycle":{"stage":"ga"}}]}`;
for (const terms of [
  '"pricing":{"input":1,"valid_until":"2027-02-01"}',
  '"promotion":{"ends_on":"2027-02-01"}',
  '"license":{"end_date":"2027-02-01"}',
  '"fine_tuning":{"sunset_on":"2027-02-01"}',
])
  test(`what ends beside a model: ${terms}`, async () =>
    assert.equal(await told(DATA(terms), "json"), "acme-2-base 2027-01-15"));

test("a history may have no plainer word of an end than that its models stopped", async () => {
  const row = "`acme-chat` and `acme-chat-16k` stopped answering.";
  const text = history(row).replace("`acme-1-mini` was shut down.", "`acme-1-mini` left its beta.");
  assert.equal(await told(text), "acme-chat 2026-03-22, acme-chat-16k 2026-03-22");
});
