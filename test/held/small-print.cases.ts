import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** A section says in a sentence that its model ends, and its small print still gives a launch stage. As of 2026-09-20. */
const ends = async (text: string): Promise<string[]> =>
  (await factsOfText(text, "markdown")).map((fact) => `${fact.model_id} ${fact.shutdown ?? "goes on"}`).toSorted();

const page = (sentence: string, stage: string) => `# Partner models

## Acme Large 1.5

${sentence}

Model ID

\`acme-large-1.5\`

Launch stage

${stage}

Versions

\`acme-large-1.5\`

  - **Launch stage:** ${stage}
  - **Release date:** August 22, 2025
`;

for (const stage of ["Preview", "Generally available", "GA"])
  test(`a launch stage of "${stage}" takes no told end back`, async () => {
    const text = page(
      "Acme Large 1.5 is deprecated as of August 27, 2026 and will be shut down on March 1, 2027.",
      stage,
    );
    assert.deepEqual(await ends(text), ["acme-large-1.5 2027-03-01"]);
  });

test("a launch stage without such a sentence ends nothing", async () => {
  const found = await ends(page("Acme Large 1.5 answers in nine languages.", "Preview"));
  assert.ok(
    found.every((fact) => fact.endsWith("goes on")),
    found.join("; "),
  );
});
