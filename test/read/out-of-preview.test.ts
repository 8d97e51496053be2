import assert from "node:assert/strict";
import { test } from "node:test";
import { nameOutOfPreview } from "#src/read/out-of-preview.ts";
import { factsOfText } from "../held/support.ts";

const NAMED: readonly (readonly [id: string, text: string, name: string | null])[] = [
  ["acme-a-1-preview", "acme-a-1 is generally available. acme-a-1-preview ends.", "acme-a-1"],
  ["acme-a-1-preview-11-2026", "With the general availability of acme-a-1, the preview ends.", "acme-a-1"],
  ["ACM-007-BETA", "ACM-007이 정식 출시되었습니다. 베타는 종료됩니다.", "ACM-007"],
  ["acme-a-1-beta", "acme-a-1 leaves its beta today.", "acme-a-1"],
  ["acme-a-1-beta", "acme-a-1 の正式提供を開始しました。", "acme-a-1"],
  ["acme-a-1-preview", "acme-a-1-preview ends; acme-a-1 goes on.", null],
  ["acme-a-1-preview", "acme-a-1-mini is generally available.", null],
  ["acme-a-1-preview", "acme-a-1.5 is generally available.", null],
  ["acme-a-1", "acme-a-1 is generally available.", null],
];
for (const [id, text, name] of NAMED) test(`${id} in "${text}"`, () => assert.equal(nameOutOfPreview(id, text), name));

const told = async (text: string): Promise<string[]> =>
  (await factsOfText(text, "markdown"))
    .filter((fact) => fact.kind === "model" && fact.scheduled)
    .map((fact) => [fact.model_id, fact.shutdown, ...fact.replacements].join(" "))
    .toSorted();

test("what a preview became takes its place, unless it ends itself or the words name another", async () => {
  const page = (rest: string) =>
    `# Changelog\n\n## September 15, 2026\n\n\`acme-a-1\` is generally available. The preview ID \`acme-a-1-preview\` is switched off on December 1, 2026.${rest}`;
  assert.deepEqual(await told(page("")), ["acme-a-1-preview 2026-12-01 acme-a-1"]);
  assert.deepEqual(await told(page(" Use `acme-a-2` instead of it.")), ["acme-a-1-preview 2026-12-01 acme-a-2"]);
  assert.deepEqual(await told(page(" `acme-a-1` will be shut down on February 1, 2027.")), [
    "acme-a-1 2027-02-01",
    "acme-a-1-preview 2026-12-01",
  ]);
});
