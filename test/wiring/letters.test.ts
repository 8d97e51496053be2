import assert from "node:assert/strict";
import { test } from "node:test";
import type { Fact } from "#src/core/fact.ts";
import { type Claim, type ModelRecord, recordKey } from "#src/core/model.ts";
import { createLetterBox } from "#src/wiring/letters.ts";
import { ends } from "../catalog/build.ts";

const NOW = Date.parse("2026-06-15T12:00:00Z");

const fact = (model_id: string, shutdown: string, trust: Fact["evidence"]["trust"]): Fact =>
  ends(model_id, shutdown, {
    evidence: { source: "x", url: "", quote: `${model_id} ends.`, seen_at: "2026-06-01T00:00:00Z", trust },
  });

function known(model_id: string, shutdown: string, more: Partial<Claim>): ModelRecord {
  const look = "2026-06-01T00:00:00Z";
  const told = fact(model_id, shutdown, "provider");
  const claim: Claim = {
    source: "acme-page",
    fact: told,
    first_seen: look,
    last_seen: look,
    missing_since: null,
    missing_polls: 0,
    ...more,
  };
  const { provider, surface, version, kind, announced, deprecated, precision, replacements } = told;
  const where = { provider, surface, model_id, version, kind, announced, deprecated, precision, replacements };
  return {
    ...where,
    shutdown,
    aliases: [],
    stages: [],
    scheduled: true,
    state: null,
    generation: 0,
    decided_by: claim.source,
    claims: [claim],
    history: [],
  };
}

/** A box over this catalogue, and the facts that it let through to the pipeline. */
function boxOver(records: readonly ModelRecord[]) {
  const passed: string[] = [];
  const take = createLetterBox({
    pipeline: {
      takeFacts: (_spec, facts) => {
        passed.push(...facts.map((one) => one.model_id));
        return Promise.resolve({ told: [], untold: [] });
      },
    },
    knowledge: () => Promise.resolve(new Map(records.map((record) => [recordKey(record), record]))),
    clock: { now: () => NOW },
  });
  return { take, passed };
}

test("before the first poll the press does not contradict the provider's page of the shipped catalogue", async () => {
  const { take, passed } = boxOver([
    known("acme-1", "2026-12-01", { shipped: true }),
    known("acme-2", "2026-12-01", { shipped: true }),
    known("acme-3", "2026-12-01", {}),
  ]);
  const facts = ["acme-1", "acme-3", "acme-4"].map((id) => fact(id, "2026-12-01", "press"));
  const { untold } = await take({ trust: "press", facts: [...facts, fact("acme-2", "2027-06-30", "press")] });
  assert.deepEqual(passed, ["acme-1", "acme-3", "acme-4"]);
  assert.deepEqual(
    untold.map(({ change, decision }) => `${change.model_id}: ${decision}`),
    ["acme-2: the provider says otherwise"],
  );
});

test("a provider's own mail goes through whatever the catalogue has", async () => {
  const { take, passed } = boxOver([known("acme-1", "2026-12-01", { shipped: true })]);
  await take({ trust: "provider", facts: [fact("acme-1", "2027-06-30", "provider")] });
  assert.deepEqual(passed, ["acme-1"]);
});
