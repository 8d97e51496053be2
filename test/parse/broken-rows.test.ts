import assert from "node:assert/strict";
import { test } from "node:test";
import { parseMarkdown } from "#src/parse/index.ts";

const rowsOf = (text: string): string[][][] =>
  parseMarkdown(text).blocks.flatMap((block) =>
    block.type === "table"
      ? [
          block.rows.map((row) =>
            row.map((cell) =>
              cell.lines
                .flat()
                .map((run) => run.text)
                .join(""),
            ),
          ),
        ]
      : [],
  );
const WHOLE = [
  ["Model", "Off", "Instead"],
  ["acme-1", "May 1, 2026", "acme-2"],
  ["acme-3", "May 2, 2026", ""],
];

const BROKEN: Record<string, string> = {
  "a row over two lines":
    "| Model | Off | Instead |\n|---|---|---|\n| acme-1 | May 1, 2026 |\nacme-2 |\n| acme-3 | May 2, 2026 |\n|\n",
  "a cell a line, the header too":
    "Words.\n\nModel |\nOff |\nInstead |\n|---|---|---|\nacme-1 |\nMay 1, 2026 |\nacme-2 |\nacme-3 |\nMay 2, 2026 |\n|\nAnd then words.",
  "a border on a line of its own":
    "| Model | Off | Instead |\n|---|---|---|\nacme-1\n|\nMay 1, 2026 | acme-2 |\nacme-3 |\nMay 2, 2026 |\n|\n",
  "a sentence that runs into the header":
    "Move to another model. | Model | Off | Instead |\n|---|---|---|\n| acme-1 | May 1, 2026 | acme-2 |\n| acme-3 | May 2, 2026 | |\n",
  "rows without their line of dashes":
    "Model | Off | Instead |\nacme-1 | May 1, 2026 | acme-2 |\nacme-3 | May 2, 2026 | |\n",
};
for (const [name, text] of Object.entries(BROKEN)) test(name, () => assert.deepEqual(rowsOf(text), [WHOLE]));

test("two such lines, or a first one with a number, are no table", () => {
  assert.deepEqual(rowsOf("Model | Off |\nacme-1 | May 1, 2026 |\n"), []);
  assert.deepEqual(rowsOf("acme-0 | May 3 |\nacme-1 | May 1 |\nacme-2 | May 2 |\n"), []);
});

test("what follows the rows stays text", () => {
  const blocks = parseMarkdown("Model |\nOff |\n|---|---|\nacme-1 |\nMay 1, 2026 |\nRequests fail after that.").blocks;
  assert.deepEqual(
    blocks.map((block) => block.type),
    ["table", "paragraph"],
  );
});

const AS_THEY_ARE: Record<string, string> = {
  "whole rows": "| Model | Off |\n|---|---|\n| acme-1 | May 1, 2026 |\n| acme-3 | |\n",
  "rows without borders at their ends": "Model | Off\n--- | ---\nacme-1 | May 1, 2026\nacme-3 | May 2, 2026\n",
  "rows that lost a cell":
    "| Model | Off | Instead |\n|---|---|---|\nacme-1 | May 1, 2026 |\n| acme-3 | May 2, 2026 | x |\n",
};
for (const [name, text] of Object.entries(AS_THEY_ARE))
  test(`left as they are: ${name}`, () => {
    const rows = rowsOf(text)[0] ?? [];
    assert.equal(rows.length, text.trim().split("\n").length - 1);
  });
