import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "node:test";
import type { Fact } from "#src/core/fact.ts";
import type { SourceFamily } from "#src/core/source.ts";
import { extractFacts } from "#src/ingest/extract.ts";
import deprecationsInfo from "#src/sources/deprecations-info.ts";
import litellm from "#src/sources/litellm.ts";
import mistralModelList from "#src/sources/mistral-model-list.ts";
import modelEol from "#src/sources/model-eol.ts";
import modeldeprecationsDev from "#src/sources/modeldeprecations-dev.ts";
import openaiModels from "#src/sources/openai-models.ts";
import openrouter from "#src/sources/openrouter.ts";

async function read(family: SourceFamily, body: unknown, id = family.specs[0]?.id): Promise<Fact[]> {
  const spec = family.specs.find((candidate) => candidate.id === id);
  assert.ok(spec, `${id} is declared`);
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const document = { spec, url: spec.url, text, contentType: null, at: "2026-09-01T00:00:00Z" };
  return (await extractFacts(document, family)).facts;
}

const brief = (facts: Fact[]) =>
  facts.map((fact) => [
    fact.surface,
    fact.model_id,
    fact.shutdown,
    fact.precision,
    fact.scheduled,
    fact.replacements.join("+"),
  ]);

test("deprecations.info: JSON and RSS say the same; scraped titles and cells are refused", async () => {
  const items = [
    ["Google", "gem-1", "2027-01-02", "https://docs.cloud.google.com/x", ["gem-2"]],
    ["Google", "gem-1", "2027-02-03", "https://ai.google.dev/x", []],
    ["AWS Bedrock", "Acme Large", "", "https://evil.example/x", ["Acme Large"]],
    ["OpenAI", "Older chat models", "2027-01-02", "", []],
    ["Cohere", "a-1, a-2, b-3", "2027-01-02", "", []],
    ["AWS Bedrock", "March 3, 2027 (us-east-1 Region)", "2027-01-02", "", []],
  ] as const;
  const json = {
    items: items.map(([provider, model_id, shutdown_date, url, replacement_models]) => ({
      url,
      _deprecation: { provider, model_id, shutdown_date, deprecation_date: "2026-05-05", replacement_models },
    })),
  };
  const rss = items.map(
    ([provider, model, off, link, replacements]) =>
      `<item><title>${provider}: ${model}</title><link>${link}</link><description>Provider: ${provider}\nModel ID: ${model}\nDeprecation Date: 2026-05-05\n${off === "" ? "" : `Shutdown Date: ${off}\n`}\nText. Recommended replacement: ${replacements.join(", ")}.</description></item>`,
  );
  const expected = [
    ["vertex-ai", "gem-1", "2027-01-02", "day", true, "gem-2"],
    ["gemini-api", "gem-1", "2027-02-03", "day", true, ""],
    ["bedrock", "Acme Large", null, null, false, ""],
  ];
  const fromJson = await read(deprecationsInfo, json, "deprecations-info-json");
  assert.deepEqual(brief(fromJson), expected);
  assert.equal(fromJson[0]?.announced, "2026-05-05");
  assert.equal(fromJson[2]?.evidence.url, "https://deprecations.info/v1/deprecations.json");
  const feed = `<rss version="2.0"><channel><title>x</title>${rss.join("")}</channel></rss>`;
  assert.deepEqual(brief(await read(deprecationsInfo, feed)), expected);
});

test("LiteLLM: routing prefixes go, sentences and unknown places are no facts", async () => {
  const facts = await read(litellm, {
    sample_spec: { litellm_provider: "one of many", deprecation_date: "date in words" },
    "azure/eu/acme-1": { litellm_provider: "azure", deprecation_date: "2027-01-02" },
    "vertex_ai/acme-2": { litellm_provider: "vertex_ai-language-models", deprecation_date: "2027-01-03" },
    "acme.v1:0": { litellm_provider: "bedrock_converse", deprecation_date: "2027-01-04" },
    "shop/acme-3": { litellm_provider: "some_reseller", deprecation_date: "2027-01-05" },
    "acme-4": { litellm_provider: "openai" },
  });
  assert.deepEqual(brief(facts), [
    ["azure", "eu/acme-1", "2027-01-02", "day", true, ""],
    ["vertex-ai", "acme-2", "2027-01-03", "day", true, ""],
    ["bedrock", "acme.v1:0", "2027-01-04", "day", true, ""],
  ]);
});

test("OpenRouter: a filler date is none, the rest of the list is active", async () => {
  const facts = await read(openrouter, {
    data: [
      { id: "a/one", name: "A: One", expiration_date: "2027-01-02" },
      { id: "a/two", expiration_date: "2098-12-31" },
      { id: "a/three", expiration_date: null },
      { no: "id" },
    ],
  });
  assert.deepEqual(
    facts.map((fact) => [fact.model_id, fact.shutdown, fact.scheduled, fact.state]),
    [
      ["a/one", "2027-01-02", true, "deprecated"],
      ["a/two", null, false, "active"],
      ["a/three", null, false, "active"],
    ],
  );
});

test("the providers' own lists: OpenAI's dates in both forms, Mistral's replacement", async () => {
  const data = [
    { id: "m-1", shutdown_date: 1_800_000_000 },
    { id: "m-2", shutdown_date: "2027-03-04T00:00:00Z" },
    { id: "m-3" },
  ];
  const own = await read(openaiModels, {
    object: "list",
    data: [...data, { id: "ft:m-1:acme", shutdown_date: "2027-01-01" }],
  });
  assert.deepEqual(
    own.map((fact) => fact.shutdown),
    ["2027-01-15", "2027-03-04", null],
  );
  const row = {
    id: "k-1",
    aliases: ["k-latest"],
    deprecation: "2027-05-06T12:00:00Z",
    deprecation_replacement_model: "k-2",
  };
  const facts = await read(mistralModelList, { object: "list", data: [row] });
  assert.deepEqual(brief(facts), [["mistral-api", "k-1", "2027-05-06", "day", true, "k-2"]]);
  assert.deepEqual(facts[0]?.aliases, ["k-latest"]);
});

test("model-eol: floors, announcements and other distributions are kept apart", async () => {
  const facts = await read(modelEol, {
    spec: "model-eol/0.1",
    publisher: "Anthropic",
    generated: "2026-08-18T00:00:00Z",
    models: [
      { id: "acme-1", announced: "2026-01-01", shutdown: "2026-10-01", replacement: "acme-2", aliases: ["acme"] },
      { id: "acme-2", shutdown: "2027-10-01", date_precision: "earliest" },
      {
        id: "acme-3",
        announced: "2026-02-02",
        shutdown: "2026-12-01",
        date_precision: "earliest",
        replacement_options: ["a", "b"],
        distributions: [
          { via: "Amazon Bedrock", shutdown: "2027-01-15" },
          { via: "Vertex AI", status: "active" },
        ],
      },
      { no: "id" },
    ],
  });
  assert.deepEqual(brief(facts), [
    ["anthropic-api", "acme-1", "2026-10-01", "day", true, "acme-2"],
    ["anthropic-api", "acme-2", "2027-10-01", "earliest", false, ""],
    ["anthropic-api", "acme-3", "2026-12-01", "earliest", true, "a+b"],
    ["bedrock", "acme-3", "2027-01-15", "day", true, "a+b"],
    ["vertex-ai", "acme-3", null, null, false, "a+b"],
  ]);
  await assert.rejects(read(modelEol, { spec: "other/9", publisher: "x", models: [] }));
});

test("modeldeprecations.dev: firm dates, floors, statuses", async () => {
  const facts = await read(modeldeprecationsDev, {
    count: 3,
    models: [
      {
        provider: "amazon",
        model: "a-1",
        name: "A 1",
        status: "deprecated",
        deprecated_on: "2026-01-01",
        shutdown_on: "2026-12-01",
        replacements: [{ provider: "amazon", model: "a-2" }],
      },
      { provider: "anthropic", model: "b-1", status: "active", earliest_shutdown_on: "2027-01-01" },
      {
        provider: "google",
        model: "c-1",
        status: "deprecated",
        deprecated_on: "2026-03-01",
        earliest_shutdown_on: "2027-01-01",
      },
      { provider: "google", model: "c-2", status: "odd" },
    ],
  });
  assert.deepEqual(brief(facts), [
    ["bedrock", "a-1", "2026-12-01", "day", true, "a-2"],
    ["anthropic-api", "b-1", "2027-01-01", "earliest", false, ""],
    ["gemini-api", "c-1", "2027-01-01", "earliest", true, ""],
  ]);
});

const corpus = new URL("../../../shared/corpus/", import.meta.url);
const skip = existsSync(corpus) ? false : "the shared corpus is not here";

test("recorded aggregators: F1 at least 0.95 each, no trap told as a retirement", {
  skip,
  timeout: 60_000,
}, async () => {
  const scratch = mkdtempSync(join(tmpdir(), "sundown-score-"));
  const owners: [SourceFamily, string][] = [
    [deprecationsInfo, "deprecations-info-json"],
    [deprecationsInfo, "deprecations-info-rss"],
    [litellm, "litellm-prices"],
    [openrouter, "openrouter-models"],
  ];
  try {
    for (const [family, id] of owners) {
      for (const file of readdirSync(new URL(`pages/${id}/`, corpus))) {
        const facts = await read(family, readFileSync(new URL(`pages/${id}/${file}`, corpus), "utf8"), id);
        const path = join(scratch, "facts.json");
        writeFileSync(path, JSON.stringify(facts));
        const truth = new URL(`truth/${id}/${file.replace(/\.\w+$/, "")}`, corpus);
        const scorer = fileURLToPath(new URL("score.mjs", corpus));
        const { stdout } = spawnSync(process.execPath, [scorer, path, `${fileURLToPath(truth)}.json`], {
          encoding: "utf8",
        });
        const last = stdout.trim().split("\n").at(-1) ?? "";
        console.log(`${id} ${file}: ${last}`);
        assert.ok(Number(/^F1 ([\d.]+)/.exec(last)?.[1] ?? 0) >= 0.95, `${id} ${file}: ${last}`);
        assert.match(stdout, /traps hit 0, duplicates 0/);
      }
    }
  } finally {
    rmSync(scratch, { recursive: true });
  }
});
