import assert from "node:assert/strict";
import { test } from "node:test";
import { type Block, parseHtml, ParseLimitError, textOf } from "#src/parse/index.ts";

function tableOf(blocks: Block[]): string[][] {
  const table = blocks.find((block) => block.type === "table");
  assert.ok(table?.type === "table", "a table is there");
  return table.rows.map((row) => row.map((cell) => textOf(cell.lines)));
}

test("rowspan and colspan are filled, missing cells are empty, extra cells are kept", () => {
  const doc = parseHtml(`<table>
    <tr><th>Provider</th><th>Model</th><th>Off</th></tr>
    <tr><td rowspan="2">Acme</td><td>one</td><td>2027-01-01</td></tr>
    <tr><td>two</td><td>2027-02-01</td></tr>
    <tr><td colspan="3">Preview models</td></tr>
    <tr><td>Beta</td><td>three</td><td>2027-03-01</td><td>extra</td></tr>
    <tr><td>short</td></tr></table>`);
  assert.deepEqual(tableOf(doc.blocks), [
    ["Provider", "Model", "Off", ""],
    ["Acme", "one", "2027-01-01", ""],
    ["Acme", "two", "2027-02-01", ""],
    ["Preview models", "Preview models", "Preview models", ""],
    ["Beta", "three", "2027-03-01", "extra"],
    ["short", "", "", ""],
  ]);
  const table = doc.blocks[0];
  assert.ok(table?.type === "table");
  assert.equal(table.rows[2]?.[0]?.spanned, true);
  assert.equal(table.rows[0]?.[0]?.header, true);
  assert.equal(table.rows[1]?.[0]?.header, false);
});

test("a span bomb and a nesting bomb are refused, not read in part", () => {
  const bomb = `<table>${'<tr><td rowspan="1000" colspan="1000">x</td></tr>'.repeat(1_000)}</table>`;
  assert.throws(() => parseHtml(bomb), ParseLimitError);
  assert.throws(() => parseHtml("<div>".repeat(5_000)), ParseLimitError);
  assert.throws(() => parseHtml("<table><tr><td>".repeat(3_000)), ParseLimitError);
});

test("marks, line breaks and links of a cell are kept; a footnote mark is not part of an id", () => {
  const doc = parseHtml(
    '<table><tr><td>Model</td><td>Off</td></tr><tr><td><code>acme-1</code><sup>2</sup><br><s>old</s> <a href="/x"><b>new</b></a></td><td>July 14<sup>th</sup></td></tr></table>',
  );
  const table = doc.blocks[0];
  assert.ok(table?.type === "table");
  assert.deepEqual(table.rows[1]?.[0]?.lines, [
    [{ text: "acme-1", code: true }],
    [{ text: "old", strike: true }, { text: " " }, { text: "new", bold: true, href: "/x" }],
  ]);
  assert.equal(textOf(table.rows[1]?.[1]?.lines ?? []), "July 14th");
});

test("navigation, scripts, hidden elements and comments are dropped; hidden tab panels are content", () => {
  const doc = parseHtml(`<html><head><title>Page</title><script>var a = "no"</script></head><body>
    <nav>menu no</nav><header>banner no</header><main><!-- no --><style>no</style>
    <p>yes one</p><p hidden>no</p><p style="display: none">no</p><span aria-hidden="true">no</span>
    <div role="tabpanel" hidden><p>yes two</p></div></main><footer>no</footer></body></html>`);
  assert.deepEqual(
    doc.blocks.map((block) => (block.type === "paragraph" ? textOf(block.lines) : block.type)),
    ["yes one", "yes two"],
  );
  assert.equal(doc.title, "Page");
});

test("lists nest, definitions pair, callouts and details are notes, layout tables dissolve", () => {
  const doc = parseHtml(`<ul><li>one<ul><li>inner</li></ul></li></ul>
    <dl><dt>Retires</dt><dd>May 1</dd></dl><div class="alert alert-warning"><p>careful</p></div>
    <details><summary>Old models</summary><p>acme-0</p></details>
    <table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>`);
  const [list, definitions, note, details, table] = doc.blocks;
  assert.ok(list?.type === "list" && list.items[0]?.children[0]?.type === "list");
  assert.ok(definitions?.type === "definitions" && definitions.entries[0]?.details.length === 1);
  assert.ok(note?.type === "note" && note.kind === "alert");
  assert.ok(details?.type === "note" && details.blocks[0]?.type === "heading");
  assert.deepEqual(tableOf(table === undefined ? [] : [table]), [["a", "b"]]);
});

test("a table drawn with pipes inside a paragraph is a table", () => {
  const doc = parseHtml("<p>Dates:\n| Model | Off |\n| --- | --- |\n| <code>acme-1</code> | May 1 |</p>");
  assert.equal(doc.blocks.length, 2);
  assert.deepEqual(tableOf(doc.blocks), [
    ["Model", "Off"],
    ["acme-1", "May 1"],
  ]);
});

test("headings keep their id and lose their permalink; soft hyphens and zero-width spaces vanish", () => {
  const doc = parseHtml('<h2 id="off">Off<a href="#off">#</a></h2><p>gpt\u00ad-4\u200bo&#8203; &nbsp; x</p>');
  assert.deepEqual(doc.blocks[0], { type: "heading", level: 2, line: [{ text: "Off" }], id: "off" });
  assert.ok(doc.blocks[1]?.type === "paragraph");
  assert.equal(textOf(doc.blocks[1].lines), "gpt-4o x");
});

test("a relative time with a machine-readable day gives the day", () => {
  const doc = parseHtml('<p><time datetime="2027-03-04T05:06:07Z">2 weeks ago</time></p>');
  assert.ok(doc.blocks[0]?.type === "paragraph");
  assert.equal(textOf(doc.blocks[0].lines), "2027-03-04");
});

test("layout tables nested as mails nest them keep their text", () => {
  const deep = `${"<table><tr><td>x</td><td>".repeat(60)}<p>acme-1 ends</p>${"</td></tr></table>".repeat(60)}`;
  const doc = parseHtml(deep);
  assert.ok(JSON.stringify(doc).includes("acme-1 ends"));
});
