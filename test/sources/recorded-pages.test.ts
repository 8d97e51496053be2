import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, test } from "node:test";
import type { SourceDocument, SourceFamily } from "#src/core/source.ts";
import anthropic from "#src/sources/anthropic-deprecations.ts";
import azure from "#src/sources/azure-foundry-lifecycle.ts";
import bedrock from "#src/sources/bedrock-lifecycle.ts";
import cerebras from "#src/sources/cerebras-deprecations.ts";
import cohere from "#src/sources/cohere-deprecations.ts";
import gemini from "#src/sources/gemini-deprecations.ts";
import generic from "#src/sources/generic.ts";
import groq from "#src/sources/groq-deprecations.ts";
import mistral from "#src/sources/mistral-models.ts";
import moonshot from "#src/sources/moonshot-models.ts";
import openai from "#src/sources/openai-deprecations.ts";
import vertex from "#src/sources/vertex-models.ts";

const corpus = fileURLToPath(new URL("../../../shared/corpus", import.meta.url));
const skip = existsSync(join(corpus, "score.mjs")) ? false : "the recorded pages are not on this machine";
const scratch = mkdtempSync(join(tmpdir(), "sundown-pages-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

const MOST_CAPTURES = 5;

type Score = {
  f1: number;
  duplicates: number;
  traps_hit: number;
  missed: string[];
  spurious: string[];
  replacements: { right: number; of: number };
  announced: { right: number; of: number };
};

async function scoresOf(family: SourceFamily, sourceId: string, reader: SourceFamily): Promise<Score[]> {
  const spec = family.specs.find((each) => each.id === sourceId);
  assert.ok(spec, `${sourceId} is one of the family's addresses`);
  const scores: Score[] = [];
  const files = readdirSync(join(corpus, "pages", sourceId)).toSorted();
  // Every capture is scored by the scorecard; here the newest, the oldest and some between keep the tests fast.
  const step = Math.max(1, Math.ceil(files.length / MOST_CAPTURES));
  for (const file of files.filter((_, index) => index % step === 0 || index === files.length - 1)) {
    const at = `${file.slice(0, 10)}T12:00:00Z`;
    const text = readFileSync(join(corpus, "pages", sourceId, file), "utf8");
    const document: SourceDocument = { spec, url: spec.url, text, contentType: null, at };
    const { facts } = await reader.read(document);
    const path = join(scratch, "facts.json");
    writeFileSync(path, JSON.stringify(facts));
    const truth = join(corpus, "truth", sourceId, `${file.replace(/\.\w+$/, "")}.json`);
    const run = spawnSync(process.execPath, [join(corpus, "score.mjs"), path, truth, "--json"], { encoding: "utf8" });
    scores.push(JSON.parse(run.stdout) as Score);
  }
  return scores;
}

const FAMILIES: [SourceFamily, string][] = [
  [openai, "openai-deprecations"],
  [anthropic, "anthropic-deprecations"],
  [gemini, "gemini-deprecations"],
  [vertex, "vertex-models"],
  [bedrock, "bedrock-lifecycle"],
  [azure, "azure-foundry-lifecycle"],
  [cohere, "cohere-deprecations"],
  [mistral, "mistral-models"],
  [groq, "groq-deprecations"],
  [cerebras, "cerebras-deprecations"],
  [moonshot, "moonshot-models"],
];

for (const [family, id] of FAMILIES) {
  for (const reader of [family, generic]) {
    test(`${id}, read by ${reader.family}`, { skip }, async () => {
      const scores = await scoresOf(family, id, reader);
      const sum = (of: (score: Score) => number) => scores.reduce((total, score) => total + of(score), 0);
      const wrong = scores.flatMap((score) => [...score.missed, ...score.spurious]);
      assert.ok(sum((score) => score.f1) / scores.length >= 0.98, `F1 below 0.98: ${wrong.slice(0, 5).join("; ")}`);
      assert.equal(
        sum((score) => score.duplicates),
        0,
        "no fact twice",
      );
      assert.equal(
        sum((score) => score.traps_hit),
        0,
        "no trap",
      );
      assert.ok(sum((score) => score.replacements.right) >= 0.95 * sum((score) => score.replacements.of));
      assert.ok(sum((score) => score.announced.right) >= 0.98 * sum((score) => score.announced.of));
    });
  }
}
