import { addDays, civilDateAt, daysBetween, isCivilDate } from "../core/civil-date.ts";
import type { CivilDate, Fact, IsoInstant } from "../core/fact.ts";
import { recordKey } from "../core/model.ts";

/** A fact that was not believed, and why. */
export type Doubt = { fact: Fact; why: string };

/** Hosted models have been switched off since 2020; a page that says an earlier day means something else. */
const FIRST_YEAR = 2020;

/** Fillers such as 2098-12-31 mean "never". */
const MAX_YEARS_AHEAD = 15;

/** Longer names are sentences, headings or table cells that a scraper took for a model. */
const MAX_NAME_WORDS = 9;

/** Words of headings over several models, and of things that are no model. */
const GROUP_WORDS: ReadonlySet<string> = new Set([
  "snapshot",
  "snapshots",
  "models",
  "endpoints",
  "module",
  "sdk",
  "regions",
  "versions",
]);

/**
 * One fact per model from one reading, and what of it cannot be believed. A filler date becomes no date; a date that
 * cannot be meant makes the fact doubtful.
 *
 * @param at when the body was read; years ahead count from it
 */
export function soundFacts(facts: readonly Fact[], at: IsoInstant): { facts: Fact[]; doubts: Doubt[] } {
  const doubts: Doubt[] = [];
  const sound: Fact[] = [];
  for (const fact of facts) {
    const why = doubtOf(fact);
    if (why === null) sound.push(withoutCopiedDays(withoutFiller(fact, at)));
    else doubts.push({ fact, why });
  }
  const kept = withoutMisprints(sound, doubts);
  return { facts: onePerModel(kept, at), doubts };
}

function doubtOf(fact: Fact): string | null {
  if (fact.model_id.trim() === "") return "no name";
  if (fact.evidence.trust !== "provider" && isNoName(fact.model_id)) return "the name is no model's name";
  const { shutdown } = fact;
  if (shutdown === null) return null;
  if (!isCivilDate(shutdown)) return `no such date: ${shutdown}`;
  if (Number(shutdown.slice(0, 4)) < FIRST_YEAR) return `too early to be a shutdown: ${shutdown}`;
  if (fact.announced !== null && shutdown < fact.announced && fact.evidence.trust !== "provider") {
    return `ends on ${shutdown}, before its announcement on ${fact.announced}`;
  }
  return null;
}

function isNoName(name: string): boolean {
  const words = name.trim().split(/\s+/);
  if (words.length > MAX_NAME_WORDS || name.length > 120) return true;
  if (words.some((word) => GROUP_WORDS.has(word.toLowerCase()))) return true;
  return /\b(january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}, 20\d\d\b/i.test(
    name,
  );
}

/** Trackers fill an unknown notice day with the shutdown's: no provider announces an end on the day that it comes. */
function withoutCopiedDays(fact: Fact): Fact {
  if (fact.evidence.trust !== "second-hand" || fact.shutdown === null) return fact;
  const copied = (day: string | null) => day !== null && fact.shutdown !== null && day >= fact.shutdown;
  if (!copied(fact.announced) && !copied(fact.deprecated)) return fact;
  return {
    ...fact,
    announced: copied(fact.announced) ? null : fact.announced,
    deprecated: copied(fact.deprecated) ? null : fact.deprecated,
  };
}

function withoutFiller(fact: Fact, at: IsoInstant): Fact {
  if (fact.shutdown === null) return fact;
  const today = civilDateAt(Date.parse(at));
  if (daysBetween(today, fact.shutdown) <= MAX_YEARS_AHEAD * 366) return fact;
  return { ...fact, shutdown: null, precision: null, scheduled: false };
}

/**
 * One id in two rows with two versions, of which one is the version that the id itself ends in: the other row prints
 * the wrong id, and nobody can tell which model it means.
 */
function withoutMisprints(facts: Fact[], doubts: Doubt[]): Fact[] {
  const byId = Map.groupBy(facts, (fact) => `${fact.surface}|${fact.model_id.toLowerCase()}`);
  const wrong = new Set<Fact>();
  for (const rows of byId.values()) {
    const versions = new Set(rows.map((fact) => fact.version));
    if (versions.size < 2 || versions.has(null)) continue;
    const right = rows.filter((fact) => endsInVersion(fact));
    if (right.length === 0) continue;
    for (const fact of rows) if (!right.includes(fact)) wrong.add(fact);
  }
  for (const fact of wrong) doubts.push({ fact, why: "the id names another version than the row" });
  return facts.filter((fact) => !wrong.has(fact));
}

function endsInVersion(fact: Fact): boolean {
  const digits = (fact.version ?? "").replace(/\D/g, "");
  return digits.length >= 3 && fact.model_id.replace(/\D/g, "").endsWith(digits);
}

/** More rows of one model are shown in full on the page that says them. */
const MOST_OTHER_DAYS = 4;

function onePerModel(facts: Fact[], at: IsoInstant): Fact[] {
  const byKey = Map.groupBy(facts, (fact) => recordKey(fact));
  return [...byKey.values()].map((all) => {
    const rows = ofOneKind(all);
    const best = rows.reduce((one, next) => preferred(one, next, at));
    const also = otherDays(best, rows);
    return also.length === 0 ? best : { ...best, also };
  });
}

/** What is trained from a model, or an endpoint of its name, ends apart from the model itself. */
function ofOneKind(rows: Fact[]): Fact[] {
  const models = rows.filter((fact) => fact.kind === "model" || fact.kind === "agent");
  return models.length > 0 ? models : rows;
}

/** The days of rows that no newer notice has replaced. */
function otherDays(best: Fact, rows: readonly Fact[]): NonNullable<Fact["also"]> {
  const days = new Map<CivilDate, NonNullable<Fact["also"]>[number]>();
  for (const { scheduled, announced, shutdown, precision, evidence } of rows) {
    if (!scheduled || shutdown === null || shutdown === best.shutdown || announced !== best.announced) continue;
    if (!days.has(shutdown)) days.set(shutdown, { shutdown, precision, quote: evidence.quote });
  }
  return [...days.values()].slice(0, MOST_OTHER_DAYS);
}

/**
 * The row that counts when a source names a model twice: one that ends it before one that only lists it, then the newer
 * notice, since an announcement that was made again replaces the first; then the first day that is still ahead, since
 * rows without a notice of their own differ by region, and the first region's users lose the model first.
 */
export function preferred(a: Fact, b: Fact, at: IsoInstant): Fact {
  if (a.scheduled !== b.scheduled) return a.scheduled ? a : b;
  const notice = compare(a.announced, b.announced);
  if (notice !== 0) return filled(notice > 0 ? a : b, notice > 0 ? b : a);
  if (a.shutdown === null || b.shutdown === null) return b.shutdown === null ? filled(a, b) : filled(b, a);
  const past = isPast(a.shutdown, a.precision, at);
  if (past !== isPast(b.shutdown, b.precision, at)) return past ? filled(b, a) : filled(a, b);
  return past === compare(a.shutdown, b.shutdown) >= 0 ? filled(a, b) : filled(b, a);
}

/** Two rows about the same day say more together. */
function filled(fact: Fact, other: Fact): Fact {
  if (fact.shutdown !== other.shutdown) return fact;
  return {
    ...fact,
    announced: fact.announced ?? other.announced,
    deprecated: fact.deprecated ?? other.deprecated,
    replacements: fact.replacements.length > 0 ? fact.replacements : other.replacements,
  };
}

function compare(a: CivilDate | null, b: CivilDate | null): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}

/** The last civil day that a date can mean: the month's last day for a month. */
export function lastDayOf(date: CivilDate, precision: Fact["precision"]): CivilDate {
  if (precision !== "month") return date;
  const firstOfNext = addDays(`${date.slice(0, 7)}-28`, 4).slice(0, 7);
  return addDays(`${firstOfNext}-01`, -1);
}

/** True when the day (or month) is over everywhere that counts in UTC: on the day itself it is not yet past. */
export function isPast(date: CivilDate | null, precision: Fact["precision"], at: IsoInstant): boolean {
  return date !== null && lastDayOf(date, precision) < civilDateAt(Date.parse(at));
}
