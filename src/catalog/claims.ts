import type { Fact, IsoInstant, Trust } from "../core/fact.ts";
import type { Claim, ModelRecord } from "../core/model.ts";

/** What the catalogue knows of a source besides its claims. */
export type Sight = { trust: Trust; nature: "page" | "feed"; surface: string; last_good: IsoInstant | null };

/** The last good look at each source, by source id. */
export type Sights = ReadonlyMap<string, Sight>;

/** A provider's page counts as read lately for this long; see docs/reliability.md. */
export const FRESH_DAYS = 30;

const DAY_MS = 86_400_000;

/** Lower is believed first: provider page, provider feed, press, second hand. */
export function rankOf(claim: Claim): number {
  const { trust } = claim.fact.evidence;
  if (trust === "provider") return claim.nature === "feed" ? 1 : 0;
  return trust === "press" ? 2 : 3;
}

/** Provider 0, press 1, second hand 2: sources of one class may correct each other, a lower class never a higher one. */
export function classOf(trust: Trust): number {
  if (trust === "provider") return 0;
  return trust === "press" ? 1 : 2;
}

/** What a claim does to the question "is it being switched off?". */
export function stanceOf(fact: Fact): "ends" | "stays" | "silent" {
  if (fact.scheduled) return "ends";
  if (fact.scope !== undefined) return "silent";
  if (fact.state === "active" || fact.state === "withdrawn") return "stays";
  return fact.precision === "earliest" && fact.shutdown !== null && fact.state == null ? "stays" : "silent";
}

/** True when both say the same of the schedule. */
export function sameSchedule(a: Fact, b: Fact): boolean {
  return (
    a.scheduled === b.scheduled &&
    a.shutdown === b.shutdown &&
    a.precision === b.precision &&
    stanceOf(a) === stanceOf(b)
  );
}

/** True when the source of a provider's claim was looked at within the last 30 days. */
export function isFresh(claim: Claim, sights: Sights, at: IsoInstant): boolean {
  const look =
    claim.missing_since === null ? (sights.get(claim.source)?.last_good ?? claim.last_seen) : claim.last_seen;
  return Date.parse(at) - Date.parse(later(look, claim.last_seen)) <= FRESH_DAYS * DAY_MS;
}

function later(a: IsoInstant, b: IsoInstant): IsoInstant {
  return Date.parse(a) >= Date.parse(b) ? a : b;
}

/**
 * The claim that decides whether and when the model ends; null when none says either.
 *
 * Rank decides first. One thing lifts a lower claim over a higher "stays": the provider (or the press) announced the
 * end after the page began to say "active", since pages lag behind announcements. Second hand is lifted only when the
 * provider's page has not been read for 30 days.
 */
export function decide(claims: readonly Claim[], sights: Sights, at: IsoInstant): Claim | null {
  const speaking = claims.filter((claim) => stanceOf(claim.fact) !== "silent" && !goneFromList(claim));
  speaking.sort(byRank);
  const [top] = speaking;
  if (top === undefined) return null;
  if (stanceOf(top.fact) === "ends") return listedWithoutDate(claims, top, sights, at) ?? finer(speaking, top) ?? top;
  return speaking.find((claim) => stanceOf(claim.fact) === "ends" && outweighs(claim, top, sights, at)) ?? top;
}

/** "In February" repeats, and does not change, the day of that month which an equal source has told. */
function finer(speaking: readonly Claim[], top: Claim): Claim | null {
  const { shutdown, precision } = top.fact;
  if (precision !== "month" || shutdown === null) return null;
  const sameMonth = ({ fact }: Claim) =>
    stanceOf(fact) === "ends" && fact.precision === "day" && fact.shutdown?.slice(0, 7) === shutdown.slice(0, 7);
  return speaking.find((claim) => rankOf(claim) === rankOf(top) && sameMonth(claim)) ?? null;
}

/**
 * Against a second-hand date: the provider's page that lists the model and gives no date, when it was read lately or
 * after the second-hand look. A page that calls the model deprecated leaves a gap that second hand may fill.
 */
function listedWithoutDate(claims: readonly Claim[], end: Claim, sights: Sights, at: IsoInstant): Claim | null {
  if (classOf(end.fact.evidence.trust) < 2) return null;
  const lists = (claim: Claim) =>
    rankOf(claim) === 0 && claim.missing_since === null && claim.fact.scope === undefined && claim.fact.state == null;
  const reads = (claim: Claim) =>
    isFresh(claim, sights, at) || Date.parse(claim.last_seen) >= Date.parse(end.last_seen);
  return claims.find((claim) => lists(claim) && reads(claim)) ?? null;
}

/** A living model whose row left the page: nothing is known of it any more. */
function goneFromList(claim: Claim): boolean {
  return claim.missing_since !== null && stanceOf(claim.fact) === "stays" && claim.fact.state !== "withdrawn";
}

function outweighs(end: Claim, stay: Claim, sights: Sights, at: IsoInstant): boolean {
  if (Date.parse(end.first_seen) <= Date.parse(stay.first_seen)) return false;
  if (end.fact.evidence.trust === stay.fact.evidence.trust) return true;
  return !isFresh(stay, sights, at);
}

/** Best first; of equals the one that changed last, then by name so that the order is always the same. */
function byRank(a: Claim, b: Claim): number {
  const rank = rankOf(a) - rankOf(b);
  if (rank !== 0) return rank;
  const listed = Number(a.missing_since !== null) - Number(b.missing_since !== null);
  if (listed !== 0) return listed;
  const news = Date.parse(b.first_seen) - Date.parse(a.first_seen);
  if (news !== 0) return news;
  return a.source < b.source ? -1 : Number(a.source > b.source);
}

/** The record with its own fields taken anew from its claims. Gaps of the deciding claim are filled from the next best. */
export function resolve(record: ModelRecord, sights: Sights, at: IsoInstant): ModelRecord {
  const claims = [...record.claims].sort(byRank);
  const decider = decide(claims, sights, at) ?? claims[0];
  if (decider === undefined) return { ...record, ...NOTHING_KNOWN };
  const { fact } = decider;
  const agreeing = [decider, ...claims.filter((claim) => claim !== decider && claim.fact.shutdown === fact.shutdown)];
  const first = <T>(pick: (of: Fact) => T | null): T | null =>
    agreeing.map((claim) => pick(claim.fact)).find((value) => value !== null) ?? null;
  return {
    ...record,
    kind: fact.kind,
    aliases: aliasesOf(record),
    announced: first((of) => of.announced),
    deprecated: first((of) => of.deprecated),
    shutdown: fact.shutdown,
    precision: fact.precision,
    stages: fact.stages ?? [],
    replacements: first((of) => (of.replacements.length > 0 ? of.replacements : null)) ?? [],
    scheduled: fact.scheduled,
    state: fact.state ?? null,
    decided_by: decider.source,
  };
}

type Told = Omit<
  ModelRecord,
  "provider" | "surface" | "model_id" | "version" | "kind" | "aliases" | "generation" | "claims" | "history"
>;

/** What a record says while no source says anything. */
const NOTHING_KNOWN: Told = {
  announced: null,
  deprecated: null,
  shutdown: null,
  precision: null,
  stages: [],
  replacements: [],
  scheduled: false,
  state: null,
  decided_by: "",
};

function aliasesOf(record: ModelRecord): string[] {
  const own = record.model_id.toLowerCase();
  const all = [
    ...record.aliases,
    ...record.claims.flatMap((claim) => [claim.fact.model_id, ...(claim.fact.aliases ?? [])]),
  ];
  const byLower = new Map(all.map((alias) => [alias.toLowerCase(), alias]));
  byLower.delete(own);
  return [...byLower.values()];
}

/** A record without a story: who and where, nothing told yet. */
export function blankRecord(
  of: Pick<ModelRecord, "provider" | "surface" | "model_id" | "version" | "kind">,
): ModelRecord {
  return { ...of, aliases: [], ...NOTHING_KNOWN, generation: 0, claims: [], history: [] };
}
