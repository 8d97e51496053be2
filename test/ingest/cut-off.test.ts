import assert from "node:assert/strict";
import { test } from "node:test";
import { cutOff } from "#src/ingest/cut-off.ts";

const TABLE = "<div><h2>Past</h2><table><tr><th>Model<th>End<tr><td>acme-1<td>2027-01-05</table></div>\n";

void test("HTML that stops inside an element that must be ended is cut off; left-out end tags are none", () => {
  assert.equal(cutOff(TABLE, "html"), null);
  assert.equal(cutOff("<!doctype html><title>x</title><p>One<p>Two", "html"), null);
  assert.match(cutOff(TABLE.slice(0, TABLE.indexOf("</table>")), "html") ?? "", /last <table> never ends/);
  assert.match(cutOff(TABLE.slice(0, TABLE.indexOf("</div>")), "html") ?? "", /last <div> never ends/);
  assert.match(cutOff(TABLE.slice(0, -4), "html") ?? "", /inside a tag/);
  // A page with its end is whole, whatever its author forgot.
  assert.equal(cutOff(`<html><body><div>${TABLE}</body></html>`, "html"), null);
  assert.equal(cutOff(`${TABLE}<ol-list>ours</ol-list>`, "html"), null);
});

void test("Markdown that stops inside a row or a component is cut off; a badly written row is not", () => {
  const rows =
    "| Model | End | Next |\n| - | - | - |\n| acme-1 | 2027-01-05 | acme-2 |\n| acme-3 | 2027-02-05 | acme-4 |\n";
  assert.equal(cutOff(rows, "markdown"), null);
  for (const end of [2, 4, 9, 12, 20])
    assert.match(cutOff(rows.slice(0, -end), "markdown") ?? (end === 2 ? "row" : ""), /row/, `${end} characters less`);
  assert.equal(cutOff(`${rows}| acme-5 | 2027-03-05 |\n`, "markdown"), null, "a short row that is whole");
  const updates = '<Update label="May">\nGone: acme-1\n</Update>\n<Update label="June">\nGone: acme-2\n</Update>\n';
  assert.equal(cutOff(updates, "markdown"), null);
  assert.match(cutOff(updates.slice(0, -12), "markdown") ?? "", /last <Update> never ends/);
  assert.equal(
    cutOff("<Card\n  title='x'\n/>\nSee `Map<Key>`.\n<Promise>\n", "markdown"),
    null,
    "nothing is closed there",
  );
  assert.equal(cutOff(`${updates}<Update label="July" />\n`, "markdown"), null, "it closes itself");
});
