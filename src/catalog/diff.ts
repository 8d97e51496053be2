import { type Change, type ChangeKind, dedupKey } from "../core/change.ts";
import type { Fact, IsoInstant } from "../core/fact.ts";
import type { Claim, ModelRecord } from "../core/model.ts";
import { nameParts } from "./names.ts";

/** What became different, before anybody decides whether it is told. */
export type Difference = {
  kind: Extract<ChangeKind, "announced" | "date-moved" | "replacement-changed" | "withdrawn" | "restored">;
  previous: string | string[] | null;
  /** The claim that said otherwise before; null when nothing did. */
  before: Claim | null;
  reason?: "explicit" | "missing";
  refined?: true;
};

/**
 * What a source's new claim made different.
 *
 * @param before what decided among equally or better trusted sources before the poll, `after` what decides now
 * @param own the source's claim before and after
 */
export function differenceOf(
  record: ModelRecord,
  own: { before: Claim | null; after: Claim },
  before: Claim | null,
  after: Claim | null,
): Difference | null {
  const was = before?.fact.scheduled === true ? before : null;
  if (after === null) return null;
  if (!after.fact.scheduled) return withdrawalOf(own, was, after);
  if (after.source !== own.after.source) return null;
  if (was === null) return { kind: wasWithdrawn(record) ? "restored" : "announced", previous: null, before: null };
  if (was.fact.shutdown !== after.fact.shutdown) return moveOf(ownOtherDay(own) ?? was, after);
  return replacementOf(own, after);
}

function withdrawalOf(own: { before: Claim | null; after: Claim }, was: Claim | null, after: Claim): Difference | null {
  if (was === null || after.source !== own.after.source || was.fact.shutdown === null) return null;
  return { kind: "withdrawn", previous: was.fact.shutdown, before: was, reason: "explicit" };
}

/** A source's own earlier day is what it moved from, whatever others said meanwhile. */
function ownOtherDay(own: { before: Claim | null; after: Claim }): Claim | null {
  const moved = own.before?.fact.scheduled === true && own.before.fact.shutdown !== own.after.fact.shutdown;
  return moved ? own.before : null;
}

function moveOf(was: Claim, after: Claim): Difference {
  const from = was.fact;
  const to = after.fact;
  // A first date for an announcement that had none is news of the same announcement.
  if (from.shutdown === null) return { kind: "announced", previous: null, before: null };
  const sameMonth = from.shutdown.slice(0, 7) === to.shutdown?.slice(0, 7);
  const refined = sameMonth && (from.precision === "month" || to.precision === "month");
  return { kind: "date-moved", previous: from.shutdown, before: was, ...(refined ? { refined: true } : {}) };
}

function replacementOf(own: { before: Claim | null; after: Claim }, after: Claim): Difference | null {
  const old = own.before?.fact;
  if (old === undefined || !old.scheduled || old.shutdown !== after.fact.shutdown) return null;
  if (sameNames(old.replacements, after.fact.replacements) || after.fact.replacements.length === 0) return null;
  return { kind: "replacement-changed", previous: old.replacements, before: own.before };
}

/** True when both lists name the same models, however they are spelled and ordered; a day stamp may be left out. */
export function sameNames(a: readonly string[], b: readonly string[]): boolean {
  const covers = (list: readonly string[], of: readonly string[]) =>
    of.every((name) => list.some((other) => sameName(name, other)));
  return covers(a, b) && covers(b, a);
}

function sameName(a: string, b: string): boolean {
  const left = nameParts(a);
  const right = nameParts(b);
  const days = left.days.length === 0 || right.days.length === 0 || left.days.join() === right.days.join();
  return days && left.words.join(" ") === right.words.join(" ") && left.numbers.join(" ") === right.numbers.join(" ");
}

/** True while the last thing that happened to the schedule was its withdrawal. */
export function wasWithdrawn(record: ModelRecord): boolean {
  const last = record.history.findLast((entry) => entry.kind !== "replacement-changed" && entry.kind !== "merged");
  return last?.kind === "withdrawn";
}

/** The change as it is told: the fact's own words, the record's name. */
export function changeOf(
  record: ModelRecord,
  fact: Fact,
  difference: Difference,
  context: { source: string; at: IsoInstant },
): Change {
  const gone = difference.kind === "withdrawn";
  const meaning = {
    kind: difference.kind,
    surface: record.surface,
    model_id: record.model_id,
    version: record.version,
    shutdown: gone ? null : fact.shutdown,
    generation: record.generation,
    previous: difference.previous,
    replacements: fact.replacements,
  };
  return {
    ...meaning,
    at: context.at,
    provider: record.provider,
    fact_kind: fact.kind,
    announced: fact.announced,
    precision: gone ? null : fact.precision,
    stages: fact.stages ?? [],
    source: context.source,
    evidence: fact.evidence,
    ...(difference.reason === undefined ? {} : { reason: difference.reason }),
    dedup_key: dedupKey(meaning),
  };
}
