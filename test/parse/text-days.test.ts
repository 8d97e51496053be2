import assert from "node:assert/strict";
import { test } from "node:test";
import { parseText } from "#src/parse/index.ts";

const typesOf = (text: string): string[] => parseText(text).blocks.map((block) => block.type);

test("days that stand alone over what happened on them are headings, ids behind a colon a list", () => {
  const text =
    "Updates\n2026.09.03\nThese models go offline on 2026-09-11:\nacme-ai/acme-3\nPro/acme-ai/acme-3-mini\nPlease move on.\n2026.08.25\nPrices change.";
  const { blocks } = parseText(text);
  assert.deepEqual(typesOf(text), ["paragraph", "heading", "paragraph", "list", "paragraph", "heading", "paragraph"]);
  const list = blocks[3];
  assert.ok(list?.type === "list");
  assert.equal(list.items.length, 2);
});

test("days with a title are headings as well, in words too", () => {
  const text = "April 14, 2025: several models\nOn April 7 we wrote to you.\nMarch 24, 2025: acme-3\nIt is gone.";
  assert.deepEqual(typesOf(text), ["heading", "paragraph", "heading", "paragraph"]);
});

test("the day of a letter, and a list of days, are none", () => {
  assert.deepEqual(typesOf("September 3, 2026\n\nDear customer,\nacme-3 ends."), ["paragraph", "paragraph"]);
  assert.deepEqual(typesOf("Ends:\nApril 14, 2025: acme-1\nMarch 24, 2025: acme-3\nBye."), ["paragraph"]);
});
