import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHtml, parseMarkdown, parseText, textOf } from "#src/parse/index.ts";
import type { Block, Doc } from "#src/parse/document.ts";

const isTable = (block: Block): block is Block & { type: "table" } => block.type === "table";
const rowsOf = (doc: Doc): string[][] =>
  doc.blocks.filter(isTable).flatMap(({ rows }) => rows.map((row) => row.map((cell) => textOf(cell.lines))));

const WANTED = [
  ["Model", "Shutdown date", "Replacement"],
  ["acme-3-large", "December 15, 2026", "acme-4-large"],
  ["acme-embed-2", "January 20, 2027", "acme-embed-3"],
];

/** The same table as browsers and crawlers write it down. */
const COPIES: Record<string, string> = {
  "a line to a cell":
    "Model\nShutdown date\nReplacement\nacme-3-large\nDecember 15, 2026\nacme-4-large\nacme-embed-2\nJanuary 20, 2027\nacme-embed-3",
  "headings on a line, cells that break their row":
    "Model\tShutdown date\tReplacement\nacme-3-large\n\nDecember 15, 2026\t\nacme-4-large\n\nacme-embed-2\n\nJanuary 20, 2027\t\nacme-embed-3",
  "blanks between the cells":
    "Model Shutdown date Replacement\nacme-3-large December 15, 2026 acme-4-large\nacme-embed-2 January 20, 2027 acme-embed-3",
};
for (const [how, text] of Object.entries(COPIES))
  for (const [form, parse] of Object.entries({ text: parseText, Markdown: parseMarkdown }))
    test(`${how}, as ${form}`, () => assert.deepEqual(rowsOf(parse(`Soon gone.\n\n${text}\n\nBye.`)), WANTED));

test("two days to a row, and words where one is missing", () => {
  const text = [
    "Modelo Fecha de lanzamiento Fecha de cierre Reemplazo recomendado",
    "Modelos de vista previa",
    "acme-3-preview 17 de diciembre de 2025 No se anunció una fecha de cierre",
    "acme-2-preview 5 de junio de 2025 2 de diciembre de 2026 acme-3-preview",
  ].join("\n");
  assert.deepEqual(rowsOf(parseText(text)).slice(2), [
    ["acme-3-preview", "17 de diciembre de 2025", "No se anunció una fecha de cierre", ""],
    ["acme-2-preview", "5 de junio de 2025", "2 de diciembre de 2026", "acme-3-preview"],
  ]);
});

test("several successors are one cell", () => {
  const text = "Model\tShutdown date\tUse\nacme-3-large\n\n12/15/26\t\nacme-4-large\n\nor\nacme-4-small\n";
  assert.deepEqual(rowsOf(parseText(text))[1], ["acme-3-large", "12/15/26", "acme-4-large or acme-4-small"]);
});

test("what could be the successor of one row or the name of the next is left alone", () => {
  const text = "Model\tShutdown date\tUse\nacme-3\n12/15/26\t\nacme-4\nacme-5\nacme-6\n12/16/26\t\nacme-7\n";
  assert.deepEqual(rowsOf(parseText(text)), []);
});

test("a line of blanks between two names is a break within their cell", () => {
  const text =
    "Model\tShutdown date\tUse\nacme-3\n\n12/15/26\t\nacme-4\n\n \nacme-5\n\nacme-6\n\n12/16/26\t\nacme-7\n\n \nSee you.";
  assert.deepEqual(rowsOf(parseText(text)), [
    ["Model", "Shutdown date", "Use"],
    ["acme-3", "12/15/26", "acme-4 , acme-5"],
    ["acme-6", "12/16/26", "acme-7"],
  ]);
});

test("lines that only look like headings over rows", () => {
  assert.deepEqual(rowsOf(parseText("Welcome\nNews\nReleased today\nacme-3\nMay 1, 2026\nWe are happy.")), []);
  assert.deepEqual(rowsOf(parseText("Changes\nacme-3 May 1, 2026: faster\nacme-4 May 2, 2026: cheaper")), []);
});

test("a last row that has lost its empty cell, broken over lines", () => {
  const text =
    "Models\n| Model | Released | Shutdown | Use |\n|---|---|---|---|\nacme-3 |\nMay 1, 2025 | May 1, 2026 | Acme 4 |\nacme-2 |\nMay 1, 2024 | May 1, 2027 |\nImages\n| Model | Shutdown |\n|---|---|\nacme-i |\nMay 2, 2026 |\n";
  assert.deepEqual(rowsOf(parseMarkdown(text))[2], ["acme-2", "May 1, 2024", "May 1, 2027", ""]);
});

test("a grid that style alone makes of elements", () => {
  const cells = WANTED.map((row) => `<div>${row.map((cell) => `<div>${cell}</div>`).join("")}</div>`);
  assert.deepEqual(rowsOf(parseHtml(`<main><h1>Gone</h1><div>${cells.join("")}</div><p>Bye.</p></main>`)), WANTED);
});
