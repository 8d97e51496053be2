import { absoluteMatches, type Match } from "./absolute.ts";
import { civil, dayOf, yearOf } from "./calendar.ts";
import type { CivilDate } from "../../core/fact.ts";
import { explained, tellsAgain } from "./explained.ts";
import { isFloor } from "./floors.ts";
import { remember } from "../../lib/remember.ts";
import { plainDay } from "./plain-day.ts";
import { plainText } from "./plain-text.ts";
import { relativeMatches } from "./relative.ts";
import type { DateContext, FoundDate, ImpossibleDate } from "./types.ts";

/** "version 2024-12-17" and "snapshot 2025-06-10" name a thing; they do not date it. */
const NAMES_A_VERSION =
  /(?:version|versions|versión|versão|versione|ver\.|snapshot|build|release|版本|バージョン|버전)[ :(]{0,2}$/u;
const LOOK_BACK = 14;
/** "may 5 models be used" and "march 3 steps ahead": in lower case these are verbs. */
const LIKELY_A_VERB = /^(?:may|march) \d/;

function longestFirst(a: Match, b: Match): number {
  return b.end - b.start - (a.end - a.start) || b.rank - a.rank || a.start - b.start;
}

/** Keeps the longest of overlapping matches. */
function withoutOverlaps(matches: Match[]): Match[] {
  if (matches.length < 2) return matches;
  // The longest stand first, so whatever else overlaps one begins or ends in it.
  const covered = new Uint8Array(matches.reduce((most, match) => Math.max(most, match.end), 0));
  const taken: Match[] = [];
  for (const match of matches.toSorted(longestFirst)) {
    if (covered[match.start] === 1 || covered[match.end - 1] === 1) continue;
    covered.fill(1, match.start, match.end);
    taken.push(match);
  }
  return taken.toSorted((a, b) => a.start - b.start);
}

const BARE_YEAR = /(?<![\p{L}\p{N}_./-])(?:19|20)\d{2}(?![\p{L}\p{N}_/-]|[.]\d)/gu;
const YEAR_REACH = 120;

/**
 * A day without a year takes the year that stands before it in the same text: "in 2025 … on 14 July", or the first such day
 * after a full date ("6 June 2025 …, then 14 July").
 */
function withYearBefore(found: FoundDate, earlier: readonly FoundDate[], plain: string, at: CivilDate): FoundDate {
  if (found.certain || found.relative || found.past === undefined) return found;
  const full = earlier.findLast(
    (date) =>
      date.certain &&
      !date.relative &&
      found.start - date.end <= YEAR_REACH &&
      !isVersion(date, plain) &&
      !(date.precision === "month" && isRemark(date, plain, yearOf(date.date) < yearOf(dayOf(at)))) &&
      !OF_A_LAUNCH.test(plain.slice(Math.max(0, date.start - 28), date.start)),
  );
  const bare = [...plain.slice(0, found.start).matchAll(BARE_YEAR)].findLast(
    (match) =>
      found.start - match.index <= YEAR_REACH &&
      !earlier.some((date) => match.index >= date.start && match.index < date.end) &&
      !BEFORE_THEN.test(plain.slice(Math.max(0, match.index - 12), match.index)) &&
      !OF_MODELS.test(plain.slice(match.index + 4)) &&
      !isRemark({ start: match.index, end: match.index + 4 }, plain, Number(match[0]) < yearOf(dayOf(at))),
  );
  const [, month, day] = numbersOf(found.date);
  const [year, after] =
    full !== undefined && (bare === undefined || bare.index < full.start)
      ? [yearOf(full.date), full.date]
      : [Number(bare?.[0] ?? 0), ""];
  if (year === 0) return found;
  const first = civil(year, month, day);
  const date = first !== null && first < after ? civil(year + 1, month, day) : first;
  if (date === null) return found;
  const { past: _past, future: _future, ...rest } = found;
  return { ...rest, date };
}

/** "Its cheapest model of the 2024 generation": the year says which models. */
const OF_MODELS = /^ (?:generation|vintage|line-?up|crop|family|era|class|batch)s?(?![\p{L}])/u;

/** "x, with which it began in 2023, stays until 30 June": a year gone by, told in passing between two commas. */
const isRemark = ({ start, end }: { start: number; end: number }, plain: string, past: boolean): boolean =>
  past && /^, ?\p{L}/u.test(plain.slice(end)) && /[^\s\d], \p{L}[^,;.:]{8,90}$/u.test(plain.slice(0, start));

/** What came out then, or was made before then: its year is not the year of an end. */
const OF_A_LAUNCH =
  /(?:launch|releas|introduc|unveil|debut|trained|veröffentlicht|erschien|vorgestellt|eingeführt|lancé|sorti|présenté|lanzad|lanzó|presentad|presentó|publicad|lançad|lançou|apresentad|apresentou|estreou|lanciat|lanciò|rilasciat|presentat|uscit|发布|推出|上线|公開|登場|リリース|출시|공개)[^,.;]{0,16}$/u;
const BEFORE_THEN = /(?:before|prior to|vor|avant|antes del?|prima del?)\s$/u;

/** "the 15th of the same month": of the month named before. */
function inSameMonth(found: FoundDate, earlier: readonly FoundDate[]): FoundDate {
  const month = earlier.at(-1)?.date.slice(0, 7);
  const date = month === undefined ? null : civil(...numbersOf(`${month}-${found.date.slice(8)}`));
  if (found.sameMonth !== true || date === null) return found;
  const { past: _past, future: _future, sameMonth: _same, ...rest } = found;
  return { ...rest, date, certain: true };
}

function numbersOf(date: string): [number, number, number] {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return [year, month, day];
}

/** "gpt-4.1-nano (2025-04-14)": an ISO day alone in brackets names a version and dates nothing beside it. */
export function isVersion({ start, end, text }: FoundDate, plain: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    /[\w-] [((]$/.test(plain.slice(0, start).slice(-3)) &&
    /^[))]/.test(plain.slice(end))
  );
}

/** All dates of a running text in reading order, and what looks like a date and is none. */
export function scanDates(text: string, context: DateContext): { dates: FoundDate[]; impossible: ImpossibleDate[] } {
  const { dates, impossible } = scanned(text, context);
  return { dates: dates.map((date) => ({ ...date })), impossible: [...impossible] };
}

type Scanned = { dates: FoundDate[]; impossible: ImpossibleDate[] };

/** What was found in a text, by the day and the habits that it was read with. */
const scansOf = remember((_text) => new Map<string, Scanned>());

function scanned(text: string, context: DateContext): Scanned {
  const { at, order, locale, relative } = context;
  const key = `${at} ${order ?? ""} ${locale ?? ""} ${relative === false}`;
  const scans = scansOf(text);
  const scan = scans.get(key) ?? scanAnew(text, context);
  scans.set(key, scan);
  return scan;
}

function scanAnew(text: string, context: DateContext): Scanned {
  const date = plainDay(text);
  if (date !== null) {
    const only = { start: 0, end: text.length, text, date, precision: "day", certain: true, relative: false } as const;
    return { dates: [only], impossible: [] };
  }
  const plain = plainText(text);
  const matches = withoutOverlaps([
    ...absoluteMatches(plain, context),
    ...(context.relative === false ? [] : relativeMatches(plain, context)),
  ]);
  const dates: FoundDate[] = [];
  const impossible: ImpossibleDate[] = [];
  for (const { start, end, raw: meaning } of matches) {
    if (NAMES_A_VERSION.test(plain.slice(Math.max(0, start - LOOK_BACK), start))) continue;
    const words = text.slice(start, end);
    if (LIKELY_A_VERB.test(words)) continue;
    const raw = meaning();
    if (raw === null) impossible.push({ start, end, text: words });
    else {
      const read: FoundDate = {
        start,
        end,
        text: words,
        ...raw,
        precision: isFloor(plain, start, end) ? "earliest" : raw.precision,
      };
      // "Made in 2024, it goes in three months, on July 24": the year is told by what the day explains.
      const told = tellsAgain(dates.at(-1), read, plain, dayOf(context.at));
      dates.push(inSameMonth(told ? read : withYearBefore(read, dates, plain, dayOf(context.at)), dates));
    }
  }
  return { dates: explained(dates, plain, dayOf(context.at)), impossible };
}
