import { isoOf, type Clock } from "../core/clock.ts";
import { DECISION } from "../core/decision.ts";
import type { Fact } from "../core/fact.ts";
import { type ModelRecord, recordKey } from "../core/model.ts";
import type { Change } from "../core/change.ts";
import type { Untold } from "../core/store.ts";
import { rankOf } from "../catalog/claims.ts";
import { changeOf } from "../catalog/diff.ts";
import type { Pipeline } from "../pipeline.ts";
import { compare, type Letter, sentSpec } from "./sent.ts";

export type Taken = { told: Change[]; untold: Untold[] };

/**
 * Takes what people were sent to the pipeline, but for what contradicts a provider's own page of the shipped catalogue that was
 * not polled yet: the first poll would learn the right day in silence, and a channel that was told the wrong one would never
 * hear of it. What only repeats the catalogue is told, since that is no mark of anything that was told.
 */
export function createLetterBox(deps: {
  pipeline: Pick<Pipeline, "takeFacts">;
  knowledge: () => Promise<ReadonlyMap<string, ModelRecord>>;
  clock: Clock;
}): (letter: Letter) => Promise<Taken> {
  return async (letter) => {
    const spec = sentSpec(letter);
    const context = { source: spec.id, at: isoOf(deps.clock.now()) };
    const knowledge = await deps.knowledge();
    const held = letter.trust === "provider" ? [] : heldBack(letter.facts, knowledge, deps.clock.now());
    const facts = letter.facts.filter((fact) => !held.some((one) => one.fact === fact));
    const taken = facts.length === 0 ? { told: [], untold: [] } : await deps.pipeline.takeFacts(spec, facts);
    const untold = held.map(({ fact, record, decision }): Untold => {
      const difference = { kind: "announced", previous: null, before: null } as const;
      return { change: changeOf(record, fact, difference, context), decision };
    });
    return { told: taken.told, untold: [...taken.untold, ...untold] };
  };
}

type Held = { fact: Fact; record: ModelRecord; decision: string };

function heldBack(facts: readonly Fact[], knowledge: ReadonlyMap<string, ModelRecord>, now: number): Held[] {
  return compare(facts, knowledge, now).flatMap(({ fact, verdict }) => {
    const record = knowledge.get(recordKey(fact));
    const contradicts = verdict === "differs" || verdict === "withdraws";
    if (record === undefined || !contradicts || !restsOnShipped(record)) return [];
    return [{ fact, record, decision: DECISION.providerDiffers }];
  });
}

/** True for an end that a provider's own page told when the catalogue was built, and no look of this bot has told since. */
function restsOnShipped(record: ModelRecord): boolean {
  const decider = record.claims.find((claim) => claim.source === record.decided_by);
  return decider?.shipped === true && decider.fact.scheduled && rankOf(decider) <= 1;
}
