import { isoOf, type Clock } from "../core/clock.ts";
import type { ModelRecord } from "../core/model.ts";
import { withShipped } from "../catalog/shipped.ts";
import type { Records } from "./records.ts";
import type { Cursors } from "./sights.ts";

/** How old the combined view may be while nothing was committed: only the sources' last good looks move then. */
const KEPT_MS = 60_000;

/**
 * What questions are answered from: what polls have found, and behind it the shipped catalogue. Combined anew only when
 * the catalogue has changed, so that a question costs no more than its own look-up.
 */
export function createKnowledge(deps: {
  shipped: ReadonlyMap<string, ModelRecord>;
  records: Records;
  cursors: Pick<Cursors, "sights">;
  clock: Clock;
}): () => Promise<ReadonlyMap<string, ModelRecord>> {
  let kept: { version: number; at: number; records: ReadonlyMap<string, ModelRecord> } | null = null;
  return async () => {
    const stored = await deps.records.load();
    const version = deps.records.version();
    const now = deps.clock.now();
    if (kept === null || kept.version !== version || Math.abs(now - kept.at) > KEPT_MS) {
      const records = withShipped(stored, deps.shipped, deps.cursors.sights(), isoOf(now));
      kept = { version, at: now, records };
    }
    return kept.records;
  };
}
