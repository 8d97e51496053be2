import type { Fact, IsoInstant } from "../core/fact.ts";
import type { Claim, HistoryEntry, ModelRecord } from "../core/model.ts";
import { classOf, decide, resolve, sameSchedule, type Sights, stanceOf } from "./claims.ts";
import { type Difference, differenceOf } from "./diff.ts";
import { isPast, preferred } from "./reading.ts";

/** One look of one source, as every step of a merge needs it. */
export type Look = {
  source: string;
  nature: "page" | "feed";
  at: IsoInstant;
  sights: Sights;
  /** False on a page that is far smaller than usual: what it lacks or contradicts is unknown. */
  removals: boolean;
};

export type Applied = {
  record: ModelRecord;
  difference: Difference | null;
  /** The fact as it was merged: gaps filled from what the source said before. */
  fact: Fact;
  /** True when the row stands there but no longer says what it said: it counts as missing. */
  unsaid: boolean;
};

/** Dates and states that flip back within this time are one episode, told once. */
const EPISODE_MS = 72 * 3_600_000;

/** Puts one fact on its record. Neither is changed; the answer is a new record, or the same one when nothing is new. */
export function applyFact(record: ModelRecord, said: Fact, look: Look, sameReading: boolean): Applied {
  const old = record.claims.find((claim) => claim.source === look.source) ?? null;
  const { fact, unsaid } = believed(record, old, said, look, sameReading);
  if (unsaid) return { record, difference: null, fact, unsaid };
  const claim = claimOf(old, fact, look);
  const claims = [...record.claims.filter((one) => one.source !== look.source), claim];
  const difference = differenceAmongPeers(record, claims, { before: old, after: claim }, look);
  if (old !== null && difference === null && sameText(old, claim)) return { record, difference, fact, unsaid };
  return { record: withNews({ ...record, claims }, difference, fact, look), difference, fact, unsaid };
}

/** What equally or better trusted sources said before and say now. */
function differenceAmongPeers(
  record: ModelRecord,
  claims: Claim[],
  own: { before: Claim | null; after: Claim },
  look: Look,
): Difference | null {
  const level = classOf(own.after.fact.evidence.trust);
  const peers = (list: Claim[]) => list.filter((claim) => classOf(claim.fact.evidence.trust) <= level);
  const before = decide(peers(record.claims), look.sights, look.at);
  const after = decide(peers(claims), look.sights, look.at);
  const difference = differenceOf(record, own, before, after);
  const press = difference?.kind === "announced" ? monthOfPress(record, own.after.fact, look) : null;
  return press === null
    ? difference
    : { kind: "date-moved", previous: press.fact.shutdown, before: press, refined: true };
}

/** The press told the month in which this day lies: the provider's day is the same news, told more exactly. */
function monthOfPress(record: ModelRecord, fact: Fact, look: Look): Claim | null {
  const told = decide(record.claims, look.sights, look.at);
  if (told === null || told.fact.evidence.trust !== "press" || !told.fact.scheduled) return null;
  const { precision, shutdown } = told.fact;
  return precision === "month" && shutdown?.slice(0, 7) === fact.shutdown?.slice(0, 7) ? told : null;
}

/** The record with new claims: fields resolved, the story written on, the generation counted. */
export function withNews(record: ModelRecord, difference: Difference | null, fact: Fact, look: Look): ModelRecord {
  const generation = difference === null ? record.generation : generationOf(record, difference, fact, look.at);
  const history = difference === null ? record.history : [...record.history, entryOf(difference, fact, look)];
  return resolve({ ...record, generation, history }, look.sights, look.at);
}

function believed(
  record: ModelRecord,
  old: Claim | null,
  said: Fact,
  look: Look,
  sameReading: boolean,
): { fact: Fact; unsaid: boolean } {
  if (old === null) return { fact: said, unsaid: false };
  const before = old.fact;
  if (sameReading) return { fact: preferred(before, said, look.at), unsaid: false };
  if (look.nature === "feed" && isOldNews(record, before, said)) return { fact: before, unsaid: false };
  if (isMisread(before, said, look.at)) return { fact: before, unsaid: false };
  if (!before.scheduled || said.scheduled)
    return { fact: withMemory(withPassedDay(said, before, look.at), before), unsaid: false };
  if (!look.removals && look.nature === "page") return { fact: before, unsaid: false };
  if (stanceOf(said) === "silent") {
    const past = isPast(before.shutdown, before.precision, look.at);
    // A page that goes on listing a model after its day, and gives no day any more, does not call it gone.
    if (past && said.state == null && look.nature === "page") return { fact: said, unsaid: false };
    return { fact: before, unsaid: !past && said.state !== "retired" };
  }
  // A floor that is no later than the announced day contradicts nothing, unless the state says active.
  const contradicts = said.state === "active" || said.state === "withdrawn" || isLater(said.shutdown, before.shutdown);
  return { fact: contradicts ? said : before, unsaid: false };
}

/**
 * A tracker that moves an end from days ahead to a day that is over has read another column of the page, such as the day of
 * the notice: nothing ends in the past because somebody says so today. A provider may say what it has done.
 */
function isMisread(before: Fact, said: Fact, at: IsoInstant): boolean {
  if (said.evidence.trust !== "second-hand" || !before.scheduled || !said.scheduled) return false;
  return isPast(said.shutdown, said.precision, at) && !isPast(before.shutdown, before.precision, at);
}

function isLater(a: string | null, b: string | null): boolean {
  return a !== null && (b === null || a > b);
}

/** An entry that slides back into a feed's window: an older notice, or a date that was already given up. */
function isOldNews(record: ModelRecord, before: Fact, said: Fact): boolean {
  if (!before.scheduled) return false;
  if (!said.scheduled) return said.state !== "withdrawn";
  if (said.shutdown === before.shutdown) return false;
  if (said.announced !== null && before.announced !== null) return said.announced < before.announced;
  return record.history.some((entry) => entry.kind === "date-moved" && entry.from === said.shutdown);
}

/** The first of several days has passed and still stands there: the later ones, known before, are no postponement. */
function withPassedDay(said: Fact, before: Fact, at: IsoInstant): Fact {
  const { shutdown, precision } = before;
  if (said.also === undefined || shutdown === null || said.shutdown === null) return said;
  const stands =
    said.also.some((other) => other.shutdown === shutdown) &&
    before.also?.some((other) => other.shutdown === said.shutdown) === true;
  if (!stands || !isPast(shutdown, precision, at)) return said;
  const next = { shutdown: said.shutdown, precision: said.precision, quote: said.evidence.quote };
  const also = [next, ...said.also.filter((other) => other.shutdown !== shutdown)];
  return { ...said, shutdown, precision, evidence: { ...said.evidence, quote: before.evidence.quote }, also };
}

/** A row that leaves out what it said before has not taken it back. */
function withMemory(said: Fact, before: Fact): Fact {
  return {
    ...said,
    announced: said.announced ?? before.announced,
    deprecated: said.deprecated ?? before.deprecated,
    replacements: said.replacements.length > 0 ? said.replacements : before.replacements,
  };
}

function claimOf(old: Claim | null, fact: Fact, look: Look): Claim {
  return {
    source: look.source,
    nature: look.nature,
    fact,
    first_seen: old !== null && sameSchedule(old.fact, fact) ? old.first_seen : look.at,
    last_seen: look.at,
    missing_since: null,
    missing_polls: 0,
  };
}

/** True when a claim would be written again only for the time of the look. */
function sameText(a: Claim, b: Claim): boolean {
  const text = ({ fact, first_seen, missing_since, missing_polls }: Claim) =>
    JSON.stringify([
      { ...fact, evidence: { ...fact.evidence, seen_at: "" } },
      first_seen,
      missing_since,
      missing_polls,
    ]);
  return text(a) === text(b);
}

function entryOf(difference: Difference, fact: Fact, look: Look): HistoryEntry {
  const words = (value: string | string[] | null) => (Array.isArray(value) ? value.join(", ") : value);
  const to = difference.kind === "replacement-changed" ? words(fact.replacements) : fact.shutdown;
  const lapsed = difference.kind === "withdrawn" && isPast(words(difference.previous), "day", look.at);
  return {
    at: look.at,
    kind: lapsed ? "lapsed" : difference.kind,
    from: words(difference.previous),
    to: difference.kind === "withdrawn" ? null : to,
    source: look.source,
  };
}

/**
 * The generation makes a second withdrawal, or a second move to the same day, news of its own. What flips to and fro
 * within 72 hours (an old copy from a cache) stays in one generation, so that it is told once.
 */
function generationOf(record: ModelRecord, difference: Difference, fact: Fact, at: IsoInstant): number {
  const before = record.history.findLast((entry) => {
    if (entry.kind !== difference.kind) return false;
    return difference.kind === "date-moved" ? entry.to === fact.shutdown : difference.kind === "withdrawn";
  });
  if (before === undefined) return record.generation;
  return Date.parse(at) - Date.parse(before.at) >= EPISODE_MS ? record.generation + 1 : record.generation;
}
