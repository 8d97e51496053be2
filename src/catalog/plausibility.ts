import { createHash } from "node:crypto";
import type { Fact, IsoInstant } from "../core/fact.ts";
import { type ModelRecord, recordKey } from "../core/model.ts";
import type { SourceSpec } from "../core/source.ts";
import type { SourceState } from "../core/source-state.ts";
import { soundFacts } from "./reading.ts";

/** Rules S3 and S5 of reliability.md. */
const SMALL_SHARE = 0.7;
const SMALL_AFTER_MS = 72 * 3_600_000;
const SMALL_AFTER_POLLS = 3;
const MEDIAN_OF = 5;
/** Fewer dates than this may be taken back on one day. */
const FEW = 3;
const NEW_ROWS = { least: 10, share: 0.3 };
const MOVED_DATES = { least: 5, share: 0.2 };
const SECOND_LOOK_MS = 30 * 60_000;

export type Judgement = {
  /** good: all of it counts; partial: its gaps do not; quarantined: nothing of it is merged yet. */
  verdict: "good" | "partial" | "quarantined";
  /** What to merge; null when the source said "not modified" and nothing waited. */
  facts: readonly Fact[] | null;
  removals: boolean;
  newNormal: { since: IsoInstant; polls: number } | null;
  /** True when a flood was confirmed: one digest, whatever is in it. */
  digest: boolean;
  /** For the operator; null when nothing is odd. */
  reason: string | null;
  /** The bookkeeping after this poll; the caller adds validators and times. */
  state: SourceState;
};

/**
 * Judges what was read by what the source said before. Pure; run again with the old state it says the same.
 *
 * @param facts what was read, or null for "not modified", which repeats the last body
 */
export function judgePoll(input: {
  state: SourceState;
  spec: Pick<SourceSpec, "id" | "nature">;
  facts: readonly Fact[] | null;
  records: ReadonlyMap<string, ModelRecord>;
  at: IsoInstant;
}): Judgement {
  const { state, facts, at } = input;
  if (facts === null) return judgeUnchanged(input, at);
  const flood = floodOf(input, facts);
  if (flood !== null) {
    const fingerprint = fingerprintOf(facts);
    const waiting = state.quarantine?.fingerprint === fingerprint ? state.quarantine : null;
    if (waiting === null || !isOld(waiting.since, at, SECOND_LOOK_MS)) {
      const quarantine = waiting ?? { fingerprint, since: at, facts: [...facts] };
      return { ...nothing(state), verdict: "quarantined", reason: flood, state: { ...state, quarantine } };
    }
    return { ...judgeSize({ ...state, quarantine: null }, input, facts), digest: true };
  }
  return judgeSize({ ...state, quarantine: null }, input, facts);
}

/** "Not modified" is a second look at what waits in quarantine, and one more good poll of a small page. */
function judgeUnchanged(
  input: { state: SourceState; spec: Pick<SourceSpec, "nature">; at: IsoInstant },
  at: IsoInstant,
): Judgement {
  const { state } = input;
  const waiting = state.quarantine;
  if (waiting !== null) {
    if (!isOld(waiting.since, at, SECOND_LOOK_MS)) return { ...nothing(state), verdict: "quarantined" };
    return { ...judgeSize({ ...state, quarantine: null }, input, waiting.facts), digest: true };
  }
  if (state.small === null) return nothing(state);
  return judgeSize(state, input, state.small.facts);
}

function judgeSize(
  state: SourceState,
  input: { spec: Pick<SourceSpec, "nature">; at: IsoInstant },
  facts: readonly Fact[],
): Judgement {
  const counts = { rows: facts.length, ends: facts.filter((fact) => fact.scheduled).length };
  const good: Judgement = {
    ...nothing(state),
    facts,
    state: {
      ...state,
      small: null,
      rows: lastCounts([...state.rows, counts.rows]),
      ends: lastCounts([...(state.ends ?? []), counts.ends]),
    },
  };
  const lack = input.spec.nature === "feed" ? null : lackOf(state, counts);
  if (lack === null) return good;
  const fingerprint = modelsPrint(facts);
  const same = state.small?.fingerprint === fingerprint ? state.small : null;
  const small = {
    fingerprint,
    since: same?.since ?? input.at,
    polls: (same?.polls ?? 0) + 1,
    facts: [...facts],
  };
  if (small.polls >= SMALL_AFTER_POLLS && isOld(small.since, input.at, SMALL_AFTER_MS)) {
    const newNormal = { since: small.since, polls: small.polls };
    return { ...good, newNormal, state: { ...state, small: null, rows: [counts.rows], ends: [counts.ends] } };
  }
  return { ...good, verdict: "partial", removals: false, reason: lack, state: { ...state, small } };
}

/** What makes a page too small to trust its gaps; null when nothing does. */
function lackOf(state: SourceState, counts: { rows: number; ends: number }): string | null {
  const rows = median(state.rows);
  if (rows !== null && counts.rows < rows * SMALL_SHARE) {
    return `only ${counts.rows} rows where about ${rows} are usual; what is missing counts as unknown`;
  }
  const ends = median(state.ends ?? []);
  if (ends !== null && counts.ends < ends * SMALL_SHARE && ends - counts.ends >= FEW) {
    return `only ${counts.ends} rows have a date where about ${ends} are usual; what is missing counts as unknown`;
  }
  return null;
}

function nothing(state: SourceState): Judgement {
  return { verdict: "good", facts: null, removals: true, newNormal: null, digest: false, reason: null, state };
}

/** Why so much news at once is not believed at first sight; null when it is not that much. */
function floodOf(
  input: {
    state: SourceState;
    spec: Pick<SourceSpec, "id">;
    records: ReadonlyMap<string, ModelRecord>;
    at: IsoInstant;
  },
  facts: readonly Fact[],
): string | null {
  if (input.state.last_good === null) return null;
  const known = new Map<string, Fact>();
  for (const record of input.records.values()) {
    const claim = record.claims.find((one) => one.source === input.spec.id);
    if (claim === undefined) continue;
    known.set(recordKey(record), claim.fact);
    known.set(recordKey(claim.fact), claim.fact);
  }
  const size = median(input.state.rows) ?? known.size;
  let fresh = 0;
  let moved = 0;
  for (const fact of soundFacts(facts, input.at).facts) {
    if (!fact.scheduled) continue;
    const before = known.get(recordKey(fact));
    if (before === undefined) fresh += 1;
    else if (before.scheduled && before.shutdown !== fact.shutdown) moved += 1;
  }
  if (fresh > Math.max(NEW_ROWS.least, size * NEW_ROWS.share)) return `${fresh} new retirements at once`;
  if (moved > Math.max(MOVED_DATES.least, size * MOVED_DATES.share)) return `${moved} dates moved at once`;
  return null;
}

/** The same for two looks at one page that say the same, whatever their order, words and guids. */
export function fingerprintOf(facts: readonly Fact[]): string {
  return hash(
    facts.map((fact) => `${recordKey(fact)}|${fact.scheduled}|${fact.shutdown}|${fact.precision}|${fact.state}`),
  );
}

function modelsPrint(facts: readonly Fact[]): string {
  return hash(facts.map((fact) => `${recordKey(fact)}|${fact.scheduled}`));
}

function hash(lines: string[]): string {
  return createHash("sha256")
    .update([...new Set(lines)].sort().join("\n"))
    .digest("hex")
    .slice(0, 32);
}

function median(counts: readonly number[]): number | null {
  const sorted = [...counts].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

function lastCounts(counts: number[]): number[] {
  return counts.slice(-MEDIAN_OF);
}

function isOld(since: IsoInstant, at: IsoInstant, ms: number): boolean {
  return Date.parse(at) - Date.parse(since) >= ms;
}
