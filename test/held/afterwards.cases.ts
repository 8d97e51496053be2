import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** What pages write over, and into, the column that says what happens to calls afterwards. */
const COLUMNS: readonly (readonly [heading: string, cell: string])[] = [
  ["After the retirement date", "Requests go to `acme-a-2`"],
  ["After the retirement date", "Requests fail. Move to `acme-a-2`"],
  ["After shutdown", "Calls will be redirected to acme-a-2"],
  ["What happens then", "Traffic is routed to acme-a-2"],
  ["Notes", "Requests are automatically forwarded to `acme-a-2`"],
  ["Auto-switch model at expiry", "acme-a-2"],
  ["Autoswitch to", "`acme-a-2`"],
];

for (const [heading, cell] of COLUMNS)
  test(`"${cell}" under "${heading}" names what takes its place`, async () => {
    const facts = await factsOfText(
      `# Models\n\n| Model | Retirement date | ${heading} |\n|---|---|---|\n| acme-a-1 | 2026-12-01 | ${cell} |\n| acme-b-1 | 2026-12-02 | ${cell} |\n`,
    );
    assert.deepEqual(
      facts.map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`),
      ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-02 acme-a-2"],
    );
  });

test("what the calls go through, or what they fail with, takes nobody's place", async () => {
  for (const cell of ["Requests go through the gateway", "Requests fail with 404", "Nothing changes"]) {
    const facts = await factsOfText(
      `# Models\n\n| Model | Retirement date | After the retirement date |\n|---|---|---|\n| acme-a-1 | 2026-12-01 | ${cell} |\n| acme-b-1 | 2026-12-02 | ${cell} |\n`,
    );
    assert.deepEqual(
      facts.map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`),
      ["acme-a-1 2026-12-01 ", "acme-b-1 2026-12-02 "],
      cell,
    );
  }
});
