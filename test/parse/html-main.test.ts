import assert from "node:assert/strict";
import { test } from "node:test";
import { pageParts } from "../../src/parse/html-main.ts";
import { parseHtml, textOf } from "../../src/parse/index.ts";

const page = (before: string, main: string, after = "") =>
  `<!doctype html><html><head><title>Models</title><meta name="date" content="2026-05-01"></head><body>${before}${main}${after}</body></html>`;

const texts = (html: string) =>
  parseHtml(html).blocks.map((block) => (block.type === "paragraph" ? textOf(block.lines) : block.type));

test("of a page with one main element its head and that element are read", () => {
  const html = page(
    "<nav><ul><li>Home</li></ul></nav>",
    "<main class='x'><p>acme-1 ends.</p></main>",
    "<footer>f</footer>",
  );
  assert.notEqual(pageParts(html), null);
  const doc = parseHtml(html);
  assert.equal(doc.title, "Models");
  assert.deepEqual(doc.meta, { date: "2026-05-01" });
  assert.deepEqual(texts(html), ["acme-1 ends."]);
});

test("a main that is written in a comment, a script or a text field is none", () => {
  const main = "<main><p>real</p></main>";
  for (const before of ["<!-- <main> -->", "<script>'<main>'</script>", "<textarea><main></textarea>"]) {
    assert.equal(pageParts(page(before, main)), null, before);
    assert.deepEqual(texts(page(before, main)), ["real"], before);
  }
  for (const open of ["<!--", "<script>", "<svg>"]) assert.equal(pageParts(page(open, main)), null, open);
});

test("what stands outside and counts makes the page be parsed whole", () => {
  const main = "<main><p>real</p></main>";
  const dated = page("<meta itemprop='datePublished' content='2026-06-01'>", main);
  assert.equal(pageParts(dated), null);
  assert.equal(parseHtml(dated).meta.datepublished, "2026-06-01");
  const two = page('<div role="main"><p>also</p></div>', main);
  assert.equal(pageParts(two), null);
  assert.deepEqual(texts(two), ["also", "real"]);
  assert.deepEqual(texts(page("", "<main></main>", "<p>shell</p>")), ["shell"]);
});

test("no cut page loses what a whole one would give", () => {
  assert.equal(pageParts(page("", "<main><p>acme-1</p>")), null);
  assert.deepEqual(texts(page("", "<main><p>acme-1</p>")), ["acme-1"]);
});
