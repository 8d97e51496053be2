import assert from "node:assert/strict";
import { test } from "node:test";
import * as fc from "fast-check";
import { readPage } from "#src/read/page.ts";
import { lines, page } from "./support.ts";

/** Usual headings of each meaning; a page picks one. */
const HEADINGS = {
  id: [
    "Model",
    "Model ID",
    "`Model`",
    "API model name",
    "Deprecated model",
    "Affected model",
    "模型名称",
    "Modell",
    "モデル",
  ],
  end: [
    "Shutdown date",
    "Retirement date",
    "EOL date",
    "Removal Date",
    "Sunset",
    "下线时间",
    "Abschaltdatum",
    "提供終了日",
  ],
  start: ["Release date", "Launch date", "发布时间"],
  instead: ["Recommended replacement", "Substitute model", "Alternative", "Migrate to", "替代模型", "Ersatzmodell"],
  notice: ["Notice date", "Announced", "Announcement date", "公告时间"],
} as const;
type Meaning = keyof typeof HEADINGS;
const MEANINGS = Object.keys(HEADINGS) as Meaning[];

const DATES: ((date: string) => string)[] = [
  (date) => date,
  (date) => date.replaceAll("-", "\u2011"),
  (date) => date.replaceAll("-", "/"),
  (date) => new Date(`${date}T00:00:00Z`).toLocaleDateString("en-US", { timeZone: "UTC", dateStyle: "long" }),
  (date) => new Date(`${date}T00:00:00Z`).toLocaleDateString("en-US", { timeZone: "UTC", dateStyle: "medium" }),
];
const WRAPS: ((id: string) => string)[] = [
  (id) => id,
  (id) => `\`${id}\``,
  (id) => `**${id}**`,
  (id) => `[${id}](/models/${id})`,
  (id) => `${id}\\*`,
];

const ids = fc
  .uniqueArray(fc.integer({ min: 100, max: 999 }), { minLength: 2, maxLength: 6 })
  .map((numbers) => numbers.map((n) => `bird-${n}-mini`));
const layout = fc.record({
  ids,
  order: fc.shuffledSubarray(MEANINGS, { minLength: MEANINGS.length }),
  words: fc.tuple(...MEANINGS.map((meaning) => fc.constantFrom(...HEADINGS[meaning]))),
  date: fc.constantFrom(...DATES),
  wrap: fc.constantFrom(...WRAPS),
  rows: fc.integer(),
  prose: fc.boolean(),
});

type Row = Record<Meaning, string>;

function rowsOf(models: string[]): Row[] {
  return models.map((id, index) => ({
    id,
    end: `2027-0${1 + (index % 9)}-15`,
    start: "2025-03-04",
    instead: `bird-${index}-next-2`,
    notice: "2026-10-05",
  }));
}

function tableOf(
  rows: Row[],
  plan: { order: Meaning[]; words: string[]; date: (date: string) => string; wrap: (id: string) => string },
): string {
  const heading = (meaning: Meaning) => plan.words[MEANINGS.indexOf(meaning)] ?? meaning;
  const cell = (row: Row, meaning: Meaning) => {
    if (meaning === "id" || meaning === "instead") return plan.wrap(row[meaning]);
    return plan.date(row[meaning]);
  };
  const line = (cells: string[]) => `| ${cells.join(" | ")} |`;
  return [
    line(plan.order.map(heading)),
    line(plan.order.map(() => "---")),
    ...rows.map((row) => line(plan.order.map((meaning) => cell(row, meaning)))),
  ].join("\n");
}

const expected = (rows: Row[]) =>
  rows.map((row) => `!${row.id} | ${row.notice} - ${row.end} | ${row.instead}`).toSorted();

test("columns in any order, with other headings, dates and marks, in any order of rows, between any prose: the same facts", () => {
  fc.assert(
    fc.property(layout, (plan) => {
      const rows = rowsOf(plan.ids);
      const turned = rows
        .map((_, index) => rows[(index + Math.abs(plan.rows)) % rows.length] ?? rows[0])
        .filter((row) => row !== undefined);
      const prose = plan.prose ? "We recommend testing newer models early. Prices are listed elsewhere.\n\n" : "";
      const text = `# Model lifecycle\n\n${prose}${tableOf(turned, plan)}\n\n${prose}`;
      assert.deepEqual(lines(readPage(page(text)).facts), expected(rows));
    }),
    { numRuns: 150, seed: 7 },
  );
});

test("the same rows as HTML with bold cells for headings give the same facts", () => {
  fc.assert(
    fc.property(layout, (plan) => {
      const rows = rowsOf(plan.ids);
      const words = (meaning: Meaning) => (plan.words[MEANINGS.indexOf(meaning)] ?? meaning).replaceAll("`", "");
      const head = plan.order.map((meaning) => `<td><b>${words(meaning)}</b></td>`).join("");
      const value = (row: Row, meaning: Meaning) =>
        meaning === "id" || meaning === "instead" ? row[meaning] : plan.date(row[meaning]);
      const body = rows
        .map((row) => `<tr>${plan.order.map((meaning) => `<td>${value(row, meaning)}</td>`).join("")}</tr>`)
        .join("");
      const group = `<tr><td colspan="${plan.order.length}">Preview models</td></tr>`;
      const html = `<html><body><h1>Models</h1><table><tr>${head}</tr>${group}${body}</table></body></html>`;
      assert.deepEqual(lines(readPage(page(html)).facts), expected(rows));
    }),
    { numRuns: 60, seed: 8 },
  );
});

test("a page that is cut off has fewer rows, and invents nothing", () => {
  const rows = rowsOf(Array.from({ length: 9 }, (_, index) => `bird-${100 + index}-mini`));
  const plan = {
    order: MEANINGS,
    words: MEANINGS.map((meaning) => HEADINGS[meaning][0]),
    date: (date: string) => date,
    wrap: (id: string) => `\`${id}\``,
  };
  const text = `# Models\n\n${tableOf(rows, plan)}\n`;
  const whole = readPage(page(text));
  const told = new Set(lines(whole.facts));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: rows.length - 1 }), (kept) => {
      const cut = readPage(
        page(
          text
            .split("\n")
            .slice(0, 4 + kept)
            .join("\n"),
        ),
      );
      assert.equal(cut.rows, kept);
      assert.ok(lines(cut.facts).every((line) => told.has(line)));
    }),
    { numRuns: 20 },
  );
});

test("no text makes the reader throw anything but its own refusals", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.constantFrom(
          "| a | b |",
          "| --- |",
          "# 2026-01-01",
          "- x: y",
          "<td>",
          "```",
          "|",
          "\u0000",
          "2027-13-45",
          "**",
          "(((",
          "`x` (including",
        ),
        { maxLength: 20 },
      ),
      (parts) => {
        readPage(page(parts.join("\n"), { form: "markdown" }));
      },
    ),
    { numRuns: 200, seed: 9 },
  );
});
