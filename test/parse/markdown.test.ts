import assert from "node:assert/strict";
import { test } from "node:test";
import { parseMarkdown, textOf, walk } from "#src/parse/index.ts";

test("front matter becomes meta, also when it is no valid YAML", () => {
  assert.deepEqual(parseMarkdown("---\ntitle: Off\ntags: [a, b]\nseo:\n  x: 1\n---\nbody").meta, {
    title: "Off",
    tags: "a, b",
    "seo.x": "1",
  });
  assert.equal(parseMarkdown("---\ntitle: Acme: the end: of x\n---\nbody").meta.title, "Acme: the end: of x");
});

test("rows with more cells than the header lose nothing; a wrong delimiter row is still a table", () => {
  const extra = parseMarkdown("| A | B |\n|---|---|\n| 1 | 2 | `3` |\n| 4 |\n").blocks[0];
  assert.ok(extra?.type === "table");
  assert.deepEqual(
    extra.rows.map((row) => row.map((cell) => textOf(cell.lines))),
    [
      ["A", "B", ""],
      ["1", "2", "3"],
      ["4", "", ""],
    ],
  );
  assert.equal(extra.rows[1]?.[2]?.lines[0]?.[0]?.code, true);
  const odd = parseMarkdown("| A | B | C |\n|---|---|\n| 1 | 2 | 3 |\n").blocks[0];
  assert.ok(odd?.type === "table");
  assert.equal(textOf(odd.rows[1]?.[2]?.lines ?? []), "3");
});

test("updates, notes and nested components keep their Markdown, indented or not", () => {
  const doc = parseMarkdown(`import X from "y"
export const z = {
  a: 1
};

# Log

<Update label="2027-01-02" description="v2" tags={["a > b"]}>
  **Deprecated \`acme-1\`**

  <Note>
    Read this:

    * \`acme-1\` ends
  </Note>
</Update>

<Accordion title="Old models">
| Model | Off |
|---|---|
| acme-0 | May 1 |
</Accordion>
`);
  const placed = [...walk(doc)];
  const note = placed.find(({ block }) => block.type === "note" && block.kind === "note");
  assert.deepEqual(note?.headings, ["Log", "2027-01-02 v2"]);
  const list = placed.find(({ block }) => block.type === "list");
  assert.ok(list?.block.type === "list");
  assert.deepEqual(list.block.items[0]?.lines[0]?.[0], { text: "acme-1", code: true });
  const table = placed.find(({ block }) => block.type === "table");
  assert.deepEqual(table?.headings, ["Log", "Old models"]);
  assert.equal(
    placed.some(({ block }) => block.type === "code"),
    false,
  );
  assert.equal(JSON.stringify(doc).includes("export const"), false);
});

test("GitHub alerts, Docs includes, Docusaurus and MkDocs admonitions", () => {
  const doc = parseMarkdown(`> [!WARNING]
> acme-1 ends

[!INCLUDE [Retired](../includes/retired.md)]

:::caution[Soon]
acme-2 ends
:::

!!! note "x"
    acme-3 ends

after
`);
  const kinds = doc.blocks.map((block) => (block.type === "note" ? block.kind : block.type));
  assert.deepEqual(kinds, ["warning", "include", "caution", "note", "paragraph"]);
  assert.deepEqual(doc.blocks[1], { type: "include", path: "../includes/retired.md" });
  const first = doc.blocks[0];
  assert.ok(first?.type === "note" && first.blocks[0]?.type === "paragraph");
  assert.equal(textOf(first.blocks[0].lines), "acme-1 ends");
});

test("an HTML table with blank lines and Markdown in its cells", () => {
  const doc = parseMarkdown(
    'Before\n\n<table>\n<tr><th>Model</th><th>Off</th></tr>\n\n<tr><td rowspan="2">`acme-1`</td>\n\n<td>**May 1**</td></tr>\n<tr><td>May 2</td></tr>\n</table>\n\nAfter',
  );
  const table = doc.blocks[1];
  assert.ok(table?.type === "table");
  assert.deepEqual(table.rows[2]?.[0]?.lines, [[{ text: "acme-1", code: true }]]);
  assert.deepEqual(table.rows[1]?.[1]?.lines, [[{ text: "May 1", bold: true }]]);
  assert.equal(doc.blocks.length, 3);
});

test("inline marks, breaks, entities, references defined elsewhere and attribute lists", () => {
  const doc = parseMarkdown(
    '<Note>\n**[`acme-1`][a]** is ~~alive~~ &amp; gone<br>next[^1] [x](y){:target="_blank"} \\$3<sup>1</sup>\n</Note>\n\n[a]: https://acme.example/one\n',
  );
  const note = doc.blocks[0];
  assert.ok(note?.type === "note" && note.blocks[0]?.type === "paragraph");
  assert.deepEqual(note.blocks[0].lines, [
    [
      { text: "acme-1", code: true, bold: true, href: "https://acme.example/one" },
      { text: " is " },
      { text: "alive", strike: true },
      { text: " & gone" },
    ],
    [{ text: "next " }, { text: "x", href: "y" }, { text: " $3" }],
  ]);
});

test("definition lists and fenced code keep what looks like components in code", () => {
  const doc = parseMarkdown("Retires\n: May 1\n\n```js\n<Update>\n  x\n```\n\nend");
  assert.deepEqual(
    doc.blocks.map((block) => block.type),
    ["definitions", "code", "paragraph"],
  );
});
