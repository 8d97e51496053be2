import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** What an API may call the fields of one and the same record, and the shapes that it may give to the whole. */
const IDS = "id model model_id modelId name slug model_name identifier api_name modelName".split(" ");
const ENDS =
  "shutdown_date shutdownDate retirement_date retirementDate deprecation_date deprecationDate eol eol_date eolDate end_of_life endOfLife sunset sunset_date sunsetAt retires_at retiresAt retired_at expiration_date expires_at discontinued_at removal_date removedAt offline_at shutdown retire_on sunset_on available_until end_date decommission_date shutdown_at removal".split(
    " ",
  );
const REPLACEMENTS =
  "replacement replacements replaced_by replacedBy successor recommended_replacement migrate_to alternative alternatives suggested_replacement upgrade_to use_instead replacement_model replacement_model_id successor_model fallback next target migration_target".split(
    " ",
  );
const WHOLE = ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-02 acme-b-2"];

const told = async (data: unknown): Promise<string[]> =>
  (await factsOfText(JSON.stringify(data), "json")).map(
    (fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`,
  );
const record = (letter: string, day: number, keys: readonly [string, string, string]) => ({
  [keys[0]]: `acme-${letter}-1`,
  [keys[1]]: `2026-12-0${day}`,
  [keys[2]]: `acme-${letter}-2`,
});
const both = (...keys: [string, string, string]) => [record("a", 1, keys), record("b", 2, keys)];

for (const key of IDS) {
  test(`JSON: "${key}" names the model`, async () => {
    assert.deepEqual(await told({ models: both(key, "shutdown_date", "replacement") }), WHOLE);
  });
}
for (const key of ENDS) {
  test(`JSON: "${key}" is the end`, async () => {
    assert.deepEqual(await told(both("id", key, "replacement")), WHOLE);
  });
}
for (const key of REPLACEMENTS) {
  test(`JSON: "${key}" names what takes its place`, async () => {
    assert.deepEqual(await told({ data: both("id", "shutdown_date", key) }), WHOLE);
  });
}

const [first, second] = both("id", "shutdown_date", "replacement");
const life = (letter: string, day: number) => ({
  id: `acme-${letter}-1`,
  lifecycle: { retirement: { date: `2026-12-0${day}` }, replacement: { id: `acme-${letter}-2` } },
});
const at = (letter: string, shutdown_at: number) => ({
  id: `acme-${letter}-1`,
  shutdown_at,
  replacements: [{ id: `acme-${letter}-2` }],
});
const SHAPES: Record<string, unknown> = {
  "records by id": {
    "acme-a-1": { shutdown_date: "2026-12-01", replacement: "acme-a-2" },
    "acme-b-1": { shutdown_date: "2026-12-02", replacement: "acme-b-2" },
  },
  "seconds, replacements as objects": [at("a", 1_796_083_200), at("b", 1_796_169_600)],
  milliseconds: [at("a", 1_796_083_200_000), at("b", 1_796_169_600_000)],
  "fields below fields": { providers: [{ name: "acme", models: [life("a", 1), life("b", 2)] }] },
  "a list for each maker": { acme: [first], other: [second] },
  instants: [
    { ...first, shutdown_date: "2026-12-01T00:00:00.000Z" },
    { ...second, shutdown_date: "2026-12-02T00:00:00Z" },
  ],
  "days in words": [
    { ...first, shutdown_date: "December 1, 2026" },
    { ...second, shutdown_date: "2 December 2026" },
  ],
};

for (const [shape, data] of Object.entries(SHAPES)) {
  test(`JSON: ${shape}`, async () => {
    assert.deepEqual(await told(data), WHOLE);
  });
}

test("JSON: the day that a model's knowledge ends is none of its own, with a price beside it", async () => {
  const priced = (id: string, expiration_date: string | null) => ({
    id,
    knowledge_cutoff: "2025-03-31",
    pricing: { prompt: "0.000001" },
    expiration_date,
  });
  const data = [priced("acme-a-1", null), priced("acme-b-1", "2026-12-02"), priced("acme-c-1", null)];
  const ends = (await told({ data })).filter((line) => !line.includes("null"));
  assert.deepEqual(ends, ["acme-b-1 2026-12-02 "]);
});
