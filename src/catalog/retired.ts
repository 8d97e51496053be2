import { type Change, dedupKey, standingOf } from "../core/change.ts";
import { civilDateAt } from "../core/civil-date.ts";
import { isoOf } from "../core/clock.ts";
import type { ModelRecord } from "../core/model.ts";
import type { Override } from "../core/source.ts";
import { overridden } from "./overrides.ts";
import { isPast, lastDayOf } from "./reading.ts";

/**
 * Models whose shutdown has passed by the clock since they were known to end. Once per date: the record's story
 * remembers it. What was past when it was first seen, and a floor, never retires here.
 *
 * @param records as they are stored, without the operator's corrections; those come as `overrides` and count
 * @returns the stored records with a new history entry
 */
export function retiredChanges(
  records: ReadonlyMap<string, ModelRecord>,
  now: number,
  overrides: readonly Override[] = [],
): { records: ModelRecord[]; changes: Change[] } {
  const at = isoOf(now);
  const changed: ModelRecord[] = [];
  const changes: Change[] = [];
  const today = civilDateAt(now);
  for (const stored of records.values()) {
    const record = overridden(stored, overrides, today);
    if (!hasJustEnded(record, at)) continue;
    const entry = { at, kind: "retired", from: null, to: record.shutdown, source: record.decided_by };
    changed.push({ ...stored, history: [...stored.history, entry] });
    changes.push(retiredChange(record, at));
  }
  return { records: changed, changes };
}

function hasJustEnded(record: ModelRecord, at: string): boolean {
  if (!record.scheduled || record.shutdown === null || record.precision === "earliest") return false;
  if (record.kind !== "model" && record.kind !== "agent") return false;
  if (!isPast(record.shutdown, record.precision, at)) return false;
  if (record.history.some((entry) => entry.kind === "retired" && entry.to === record.shutdown)) return false;
  const claim = record.claims.find((one) => one.source === record.decided_by) ?? record.claims[0];
  if (claim === undefined) return false;
  const known = civilDateAt(Date.parse(claim.first_seen));
  return known <= lastDayOf(record.shutdown, record.precision);
}

function retiredChange(record: ModelRecord, at: string): Change {
  const claim = record.claims.find((one) => one.source === record.decided_by);
  const change: Omit<Change, "dedup_key"> = {
    kind: "retired",
    at,
    ...standingOf(record),
    previous: null,
    source: record.decided_by,
    evidence: claim?.fact.evidence ?? null,
  };
  return { ...change, dedup_key: dedupKey(change) };
}
