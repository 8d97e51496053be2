import { shift } from "../dates/calendar.ts";
import type { FoundDate } from "../dates/index.ts";

/**
 * Days that count from another day of the text: "four days later", "thirty days after that", "two weeks after the app",
 * "six months to the day after last Thursday's notice", "on that same Monday".
 */

const NUMBERS: Readonly<Record<string, number>> = Object.fromEntries(
  ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"].map(
    (word, index) => [word, index],
  ),
);
const MORE: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  fourteen: 14,
  fifteen: 15,
  thirty: 30,
  sixty: 60,
  ninety: 90,
};

const COUNTED =
  /(?<![\p{L}\p{N}-])(?:exactly |just |only )?(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|thirty|sixty|ninety) (?:calendar )?(day|week|month)s?(?: to the day)? (?:later|thereafter|afterwards|on from there|after (?:that|then|this|it)(?! (?:the|we|you|they|it) )|(after|past|on from) )(?![\p{L}-]*ago)/gu;
/** "after the app", "after the consumer purge": what happened on a day that was named before. */
const EVENT = /^(?:the|that|this|its|their|those|these|both|every)(?: [\p{L}’'-]{2,20}){1,4}/u;
const SAME =
  /(?<![\p{L}])(?:on )?(?:that|the|this) (?:very )?same (?:mon|tues|wednes|thurs|fri|satur|sun)day(?![\p{L}])/gu;

/** A quick look: false for a text without such words. */
const HINT = /later|after|same|past|on from/;

/** True where the days of a sentence hang on those before it: they are read in order, since one may count from the other. */
export const countsOn = (plain: string): boolean =>
  HINT.test(plain) && [COUNTED, SAME].some((words) => plain.search(words) >= 0);

const MAX_GAP = 12;

const amount = (word: string): number => Number(word) || (NUMBERS[word] ?? MORE[word] ?? 0);

function counted(from: FoundDate, count: number, unit: string): string {
  if (unit === "day") return shift(from.date, { days: count });
  return shift(from.date, unit === "week" ? { weeks: count } : { months: count });
}

/** The day that is meant: of those named before, the last that is still to come, else the last. */
function anchorOf(before: readonly FoundDate[], at: string): FoundDate | undefined {
  const days = before.filter((date) => date.precision === "day");
  return days.findLast((date) => date.date > at) ?? days.at(-1);
}

/**
 * The days of a sentence with those that count from another one.
 *
 * @param plain the sentence in lower case
 * @param found its other days
 * @param before the days of the sentences before; asked for only where the sentence needs them
 */
export function withAnchored(
  plain: string,
  found: readonly FoundDate[],
  before: () => readonly FoundDate[],
  at: string,
): FoundDate[] {
  if (!countsOn(plain)) return [...found];
  const made: FoundDate[] = [];
  const used = new Set<FoundDate>();
  for (const match of [...plain.matchAll(COUNTED), ...plain.matchAll(SAME)]) {
    const [start, end] = [match.index, match.index + match[0].length];
    const [, word, unit, after] = match;
    const next = found.find((date) => date.start >= end - 1 && date.start - end <= (after === undefined ? 6 : MAX_GAP));
    // "A week later, on 21 July": the day is told.
    if (after === undefined && next !== undefined && /^,? ?(?:on )?$/.test(plain.slice(end, next.start))) continue;
    const named =
      after !== undefined && next !== undefined && /^(?:the |its |their |our )?$/.test(plain.slice(end, next.start));
    if (after !== undefined && !named && !EVENT.test(plain.slice(end))) continue;
    const earlier = found.filter((date) => date.end <= start && !isWeekdayOf(date, match));
    const anchor = named ? next : (anchorOf(earlier, at) ?? anchorOf(before(), at));
    if (anchor === undefined || anchor.precision !== "day") continue;
    const date = unit === undefined ? anchor.date : counted(anchor, amount(word ?? ""), unit);
    if (named) used.add(anchor);
    for (const other of found) if (other.start < end && other.end > start) used.add(other);
    made.push({ start, end, text: match[0], date, precision: "day", certain: true, relative: true });
  }
  if (made.length === 0) return [...found];
  return [...found.filter((date) => !used.has(date)), ...made].toSorted((a, b) => a.start - b.start);
}

const isWeekdayOf = (date: FoundDate, match: RegExpExecArray): boolean =>
  date.start < match.index + match[0].length && date.end > match.index;
