import { civilDateAt, daysBetween } from "../core/civil-date.ts";
import { isoOf } from "../core/clock.ts";
import type { Evidence, IsoInstant } from "../core/fact.ts";
import type { Claim, ModelRecord, ModelStatus, StatusAnswer, StatusMatch } from "../core/model.ts";
import type { Override, SourceHealth } from "../core/source.ts";
import type { Subscription } from "../core/subscription.ts";
import { watches } from "../core/subscription.ts";
import { rankOf, stanceOf } from "./claims.ts";
import { isSecondHand, twinKey } from "./counted.ts";
import { findRecords } from "./find.ts";
import { nearNames } from "./complete.ts";
import { overridden, overrideOf } from "./overrides.ts";
import { isPast } from "./reading.ts";

export type LookupContext = {
  /** Epoch milliseconds. */
  now: number;
  /** What is known of the sources' last good looks; a source that is not among them was never looked at. */
  sources: readonly Pick<SourceHealth, "id" | "last_good">[];
  overrides?: readonly Override[];
};

/** An answer that rests on an older look is stale; sources are polled many times a day. */
export const STALE_AFTER_MS = 48 * 3_600_000;

const SUGGESTIONS = 5;

/** What is known of the model that a person's words mean, on every surface or on the one that they name. */
export function statusOf(
  query: string,
  records: ReadonlyMap<string, ModelRecord>,
  context: LookupContext,
): StatusAnswer {
  const matches = findRecords(query, records).map((record) => matchOf(record, context));
  return { query, matches, suggestions: matches.length > 0 ? [] : nearNames(query, records, SUGGESTIONS) };
}

export type UpcomingFilter = { provider?: string; surface?: string; days?: number; subscription?: Subscription };

/** Models and agents that end today or later, by date; a month stands at its first day. Ignored ones are left out. */
export function upcoming(
  records: ReadonlyMap<string, ModelRecord>,
  filter: UpcomingFilter,
  context: LookupContext,
): StatusMatch[] {
  const today = civilDateAt(context.now);
  const at = isoOf(context.now);
  const overrides = context.overrides ?? [];
  const wanted = [...records.values()].filter((stored) => {
    const record = overridden(stored, overrides, today);
    if (!record.scheduled || record.shutdown === null || record.claims.length === 0) return false;
    if (record.kind !== "model" && record.kind !== "agent") return false;
    if (isPast(record.shutdown, record.precision, at)) return false;
    if (filter.days !== undefined && daysBetween(today, record.shutdown) > filter.days) return false;
    return isWanted(record, filter);
  });
  const own = new Set(wanted.filter((record) => !isSecondHand(record)).map(twinKey));
  return wanted
    .filter((record) => !isSecondHand(record) || !own.has(twinKey(record)))
    .map((record) => matchOf(record, context))
    .sort(byDate);
}

function isWanted(record: ModelRecord, filter: UpcomingFilter): boolean {
  const same = (wanted: string | undefined, value: string) =>
    wanted === undefined || wanted.toLowerCase() === value.toLowerCase();
  if (!same(filter.provider, record.provider) || !same(filter.surface, record.surface)) return false;
  return filter.subscription === undefined || watches(filter.subscription, record);
}

function byDate(a: StatusMatch, b: StatusMatch): number {
  const left = `${a.shutdown} ${a.surface} ${a.model_id} ${a.version ?? ""}`;
  const right = `${b.shutdown} ${b.surface} ${b.model_id} ${b.version ?? ""}`;
  return left < right ? -1 : Number(left > right);
}

/** One record as the contract's answer, with the operator's correction on top. */
export function matchOf(stored: ModelRecord, context: LookupContext): StatusMatch {
  const today = civilDateAt(context.now);
  const overrides = context.overrides ?? [];
  const record = overridden(stored, overrides, today);
  const decider = stored.claims.find((claim) => claim.source === stored.decided_by) ?? null;
  const asOf = decider === null ? null : lookOf(decider, context);
  const stale = asOf === null || context.now - Date.parse(asOf) > STALE_AFTER_MS;
  return {
    provider: record.provider,
    surface: record.surface,
    model_id: record.model_id,
    version: record.version,
    status: statusAt(record, decider, stale, context.now),
    announced: record.announced,
    deprecated: record.deprecated,
    shutdown: record.shutdown,
    precision: record.precision,
    days_left: record.shutdown === null ? null : daysBetween(today, record.shutdown),
    replacements: record.replacements,
    as_of: asOf,
    stale,
    aliases: record.aliases,
    stages: record.stages,
    decided_by: record.decided_by,
    // What is ignored is no disagreement: the operator has said to leave it.
    disagreements: overrideOf(overrides, stored, today)?.set === "ignore" ? [] : disagreementsOf(record),
    evidence: evidenceOf(record, stored, overrides, context),
  };
}

/** When the source that decides was last seen to say so. */
function lookOf(claim: Claim, context: LookupContext): IsoInstant {
  const good = context.sources.find((source) => source.id === claim.source)?.last_good ?? null;
  const holds = claim.missing_since === null && claim.nature !== "feed" && claim.shipped !== true && good !== null;
  return holds && Date.parse(good) > Date.parse(claim.last_seen) ? good : claim.last_seen;
}

function statusAt(record: ModelRecord, decider: Claim | null, stale: boolean, now: number): ModelStatus {
  if (record.scheduled && record.shutdown !== null) {
    const over = record.precision !== "earliest" && isPast(record.shutdown, record.precision, isoOf(now));
    return over || record.state === "retired" ? "retired" : "deprecated";
  }
  if (record.scheduled || record.state === "deprecated" || record.state === "legacy") return "deprecated";
  if (record.state === "retired") return "retired";
  // Only the provider's own page, read lately and still listing the model, says that it lives.
  const listed = decider !== null && rankOf(decider) === 0 && decider.missing_since === null;
  return listed && !stale ? "active" : "unknown";
}

/** Other days of the same page, and sources that name another day or say that the model stays. Never averaged. */
function disagreementsOf(record: ModelRecord): StatusMatch["disagreements"] {
  const decider = record.claims.find((claim) => claim.source === record.decided_by && claim.missing_since === null);
  if (decider === undefined) return otherSources(record);
  const also = (decider.fact.also ?? []).map(({ shutdown, precision, quote }) => ({
    shutdown,
    precision,
    evidence: { ...decider.fact.evidence, quote },
  }));
  return [...also, ...otherSources(record)];
}

function otherSources(record: ModelRecord): StatusMatch["disagreements"] {
  return byTrust(record.claims)
    .filter((claim) => claim.source !== record.decided_by && claim.missing_since === null)
    .filter(({ fact }) => {
      const stance = stanceOf(fact);
      if (stance === "silent") return false;
      return fact.scheduled !== record.scheduled || (fact.scheduled && !sameTime(fact, record));
    })
    .map(({ fact }) => ({ shutdown: fact.shutdown, precision: fact.precision, evidence: fact.evidence }));
}

/** True for the same day, and for a month and a day in it. */
function sameTime(a: Told, b: Told): boolean {
  if (a.shutdown === b.shutdown) return true;
  const coarse = a.precision === "month" || b.precision === "month";
  return coarse && a.shutdown?.slice(0, 7) === b.shutdown?.slice(0, 7);
}

type Told = Pick<ModelRecord, "shutdown" | "precision">;

function evidenceOf(
  record: ModelRecord,
  stored: ModelRecord,
  overrides: readonly Override[],
  context: LookupContext,
): Evidence[] {
  const agreeing = byTrust(record.claims).filter(
    (claim) => claim.source === stored.decided_by || claim.fact.shutdown === record.shutdown,
  );
  const evidence = agreeing.map((claim) => claim.fact.evidence);
  const override = overrideOf(overrides, stored, civilDateAt(context.now));
  if (override === null) return evidence;
  const words: Evidence = {
    source: "override",
    url: "",
    quote: override.reason,
    seen_at: isoOf(context.now),
    trust: "provider",
  };
  return [words, ...evidence];
}

function byTrust(claims: readonly Claim[]): Claim[] {
  return claims.toSorted((a, b) => rankOf(a) - rankOf(b) || Date.parse(b.last_seen) - Date.parse(a.last_seen));
}
