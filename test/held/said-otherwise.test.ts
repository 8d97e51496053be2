import assert from "node:assert/strict";
import { test } from "node:test";
import { readProse } from "#src/read/prose/index.ts";

const read = (text: string) =>
  readProse({
    title: "",
    text,
    published: "2026-06-22",
    defaults: { provider: "acme", surface: "acme-api" },
    evidence: { source: "x", url: "https://acme.example/x", seen_at: "2026-06-22", trust: "provider" },
    habits: { ownChangelog: true },
  });
const told = (text: string): string[] =>
  read(text).facts.map((fact) => [fact.model_id, fact.shutdown, ...fact.replacements].join(" "));

/** What ends, in words that must mean the same whatever stands behind them. */
const ENDINGS =
  "retires|is retired|goes away|goes dark|goes offline|shuts down|is switched off|will be removed|stops working|is discontinued|reaches end of life|becomes unavailable|expires|ends|disappears|is withdrawn|is unplugged|can no longer be called".split(
    "|",
  );
const BEHIND: Record<string, (ending: string) => string> = {
  "a full stop": (ending) => `On August 5, acme-3 ${ending}. Use acme-5.`,
  "a semicolon": (ending) => `On August 5, acme-3 ${ending}; use acme-5.`,
  "a colon": (ending) => `On August 5, acme-3 ${ending}: use acme-5.`,
  brackets: (ending) => `On August 5, acme-3 ${ending} (use acme-5).`,
  "an exclamation mark": (ending) => `On August 5, acme-3 ${ending}! Use acme-5.`,
  "a comma": (ending) => `On August 5, acme-3 ${ending}, so use acme-5.`,
  "a dash": (ending) => `On August 5, acme-3 ${ending} — use acme-5.`,
  "the day": (ending) => `acme-3 ${ending} on August 5. Use acme-5.`,
  and: (ending) => `On August 5, acme-3 ${ending} and acme-5 takes its place.`,
  "a quotation mark": (ending) => `On August 5, "acme-3 ${ending}", the mail says. Use acme-5.`,
};
for (const [mark, sentence] of Object.entries(BEHIND))
  test(`an end before ${mark}`, () => {
    for (const ending of ENDINGS)
      assert.deepEqual(told(sentence(ending)), ["acme-3 2026-08-05 acme-5"], sentence(ending));
  });

/** In other languages, before each of these marks: the day, the end, and what to use. */
const ELSEWHERE: readonly (readonly [day: string, endings: string, use: string])[] = [
  [
    "Am 5. August ",
    "wird acme-3 abgeschaltet|wird acme-3 deaktiviert|verschwindet acme-3|endet acme-3",
    "nutzen Sie acme-5",
  ],
  [
    "Le 5 août, ",
    "acme-3 sera arrêté|acme-3 s'arrête|acme-3 ferme|nous arrêtons acme-3|acme-3 n'existera plus",
    "utilisez acme-5",
  ],
  ["El 5 de agosto, ", "acme-3 será retirado|acme-3 termina|acme-3 desaparece|apagamos acme-3", "usa acme-5"],
  ["Em 5 de agosto, ", "acme-3 será desligado|acme-3 termina|acme-3 sai do ar|desligamos o acme-3", "use acme-5"],
  ["Il 5 agosto, ", "acme-3 sarà ritirato|acme-3 termina|acme-3 smette di funzionare|ritiriamo acme-3", "usate acme-5"],
];
for (const [day, endings, use] of ELSEWHERE)
  test(`an end before any mark: ${day}…`, () => {
    for (const ending of endings.split("|"))
      for (const mark of [". ", "; ", ": ", "! ", " — "]) {
        const text = `${day}${ending}${mark}${use}.`;
        assert.deepEqual(told(text), ["acme-3 2026-08-05 acme-5"], text);
      }
  });
const EASTERN: readonly (readonly [day: string, endings: string, use: string])[] = [
  ["8月5日，", "acme-3将下线|acme-3不再可用|acme-3停服|acme-3将无法调用", "请改用acme-5"],
  ["8月5日に、", "acme-3は提供を終了します|acme-3は使えなくなります|acme-3は廃止されます", "acme-5をご利用ください"],
];
for (const [day, endings, use] of EASTERN)
  test(`an end before any mark: ${day}…`, () => {
    for (const ending of endings.split("|"))
      for (const mark of ["。", "；", "，", "！", "——"]) {
        const text = `${day}${ending}${mark}${use}。`;
        assert.deepEqual(told(text), ["acme-3 2026-08-05 acme-5"], text);
      }
  });

const TAKEN_BACK = [
  "The retirement of acme-3 on August 5 was withdrawn.",
  "The plan to retire acme-3 on August 5 has been scrapped.",
  "We announced that acme-3 would be shut down on August 5. That notice has been withdrawn.",
  "We announced that acme-3 would be shut down on August 5. This has now been withdrawn.",
];
for (const text of TAKEN_BACK)
  test(`an end is withdrawn: ${text}`, () => {
    const { facts, withdraws } = read(text);
    assert.deepEqual([facts.length, withdraws.map((fact) => fact.model_id)], [0, ["acme-3"]]);
  });

for (const text of ["acme-3 is withdrawn on August 5.", "On August 5, acme-3 is withdrawn from the API."])
  test(`a model is withdrawn: ${text}`, () => {
    const { facts, withdraws } = read(text);
    assert.deepEqual([facts.map((fact) => fact.shutdown), withdraws.length], [["2026-08-05"], 0]);
  });

const TURNS: Record<string, readonly [text: string, told: readonly string[]]> = {
  "advice for what was told just before it": [
    "acme-1 retires on July 5, 2026. Use acme-2 instead. acme-3 and acme-4 retire on August 5, 2026. Please move to acme-5 or acme-6.",
    ["acme-1 2026-07-05 acme-2", "acme-3 2026-08-05 acme-5 acme-6", "acme-4 2026-08-05 acme-5 acme-6"],
  ],
  "advice at the end, for all": [
    "acme-1 retires on July 5, 2026. acme-3 retires on August 5, 2026. Please move to acme-5.",
    ["acme-1 2026-07-05 acme-5", "acme-3 2026-08-05 acme-5"],
  ],
  "a name over the id in brackets is none of the old ones": [
    "gemini-2.0-live-001 and gemini-2.5-flash-preview will be discontinued on December 9, 2026. Please upgrade to the new model, Gemini 3 Flash Native Preview (gemini-3-flash-native-preview).",
    [
      "gemini-2.0-live-001 2026-12-09 gemini-3-flash-native-preview",
      "gemini-2.5-flash-preview 2026-12-09 gemini-3-flash-native-preview",
    ],
  ],
  "two models, the longer name a plural": [
    "acme-1 retires on July 5, 2026. Update to our recently released Sonar or Sonar Pro models.",
    ["acme-1 2026-07-05 sonar sonar-pro"],
  ],
};
for (const [name, [text, want]] of Object.entries(TURNS)) test(name, () => assert.deepEqual(told(text), want));

test("a place of a cloud and its capacity are no models", () => {
  assert.deepEqual(told("Capacity in `us-texas-1` is withdrawn on January 31, 2027."), []);
  assert.deepEqual(told("Azure capacity in the EU ends; requests go to `gpt-5` from January 12, 2027."), []);
});
