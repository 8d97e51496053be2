import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readPage } from "#src/read/page.ts";
import { loadFamilies } from "#src/ingest/index.ts";

const families = await loadFamilies();

void test("what an entry calls deprecated without a day of its end is deprecated, and not announced to end", () => {
  const text = readFileSync(new URL("../fixtures/held/later/cerebras-undated.md", import.meta.url), "utf8");
  const spec = families.specFor("cerebras-deprecations");
  const document = { spec, url: spec.url, text, contentType: "text/markdown", at: "2026-11-22T00:00:00Z" };
  const { facts } = readPage(document);
  const rows = facts.map((fact) =>
    [
      fact.kind,
      fact.model_id,
      fact.announced,
      fact.state,
      fact.shutdown,
      fact.scheduled,
      fact.replacements.join(),
    ].join(" "),
  );
  assert.deepEqual(rows.sort(), [
    "model acme-glm-4.9 2026-11-10 deprecated  false gpt-oss-240b",
    "model llama-5-8b 2026-09-15 deprecated 2026-12-15 true gpt-oss-240b",
    "model qwen-4-32b 2026-11-10 deprecated  false gpt-oss-240b",
    "parameter seed 2026-10-02 deprecated  false ",
  ]);
});
