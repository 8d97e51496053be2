import assert from "node:assert/strict";
import { test } from "node:test";
import { readReplacements } from "#src/read/cells/replacements.ts";

const read = (text: string) => readReplacements({ lines: [[{ text }]], header: false, spanned: false });

void test("a cell that says there is no replacement, or none yet, names none", () => {
  for (const text of [
    ..."—|N/A|None|TBD|No replacement planned|No direct replacement|Not applicable|Will be announced|Coming soon".split(
      "|",
    ),
    ..."Contact sales|See the migration guide|keine|Keiner geplant|Aucun prévu|Sin reemplazo|Nessuno|无|暂无|なし|없음".split(
      "|",
    ),
  ])
    assert.deepEqual(read(text), [], text);
});

void test("names and ids stay, without the words around them", () => {
  assert.deepEqual(read("gpt-5 or gpt-5-mini"), ["gpt-5", "gpt-5-mini"]);
  assert.deepEqual(read("Use gpt-5 (or contact support)"), ["gpt-5"]);
  assert.deepEqual(read("Nova Canvas"), ["Nova Canvas"]);
  assert.deepEqual(read("No. 5 Turbo"), ["No. 5 Turbo"]);
});
