import type { CivilDate } from "../../core/fact.ts";
import { civil, distance, monthOf, shift, weekdayOf, yearOf } from "./calendar.ts";
import { LEXICONS } from "./months.ts";
import type { FoundDate } from "./types.ts";

/**
 * "At the end of next month, on the 30th", "in three months, on July 24", "fin septembre, le 30 exactement": a rough day
 * that is told right behind is one day, the one that is told.
 */

/** Words that say that the same day is told again, by its own words. */
const SAME =
  "at the latest|no later than|spätestens|au plus tard|a más tardar|no más tarde|(?:o )?mais tardar|al più tardi|precisely|exactly|specifically|namely|that is|i\\.e\\.|to be (?:exact|precise)|more (?:precisely|exactly)|meaning|which is|falling on|so|genauer(?: gesagt)?|genau|nämlich|und zwar|also|sprich|d\\. ?h\\.|das heißt|konkret|exakt|das ist|(?:très |plus )?(?:précisément|exactement)|soit|c[’']est-à-dire|à savoir|en clair|plus exactement|(?:más |para ser más )?exactamente|en concreto|concretamente|es decir|o sea|precisamente|para ser exactos|esto es|(?:mais )?(?:exatamente|precisamente)|ou seja|isto é|para ser exato|mais especificamente|(?:più )?(?:esattamente|precisamente)|per la precisione|per l[’']esattezza|cioè|ossia|ovvero|vale a dire";
const ARTICLES =
  "on|the|by|à la date|am|zum|dem|den|der|bis zum|le|au|du|el|al|día|o|no|em|dia|n?o dia|il|l[’']|il giorno|giorno|di|de";
const EAST =
  "也就是|即|就是|具体(?:是|为|来说是?|说是?)?|准确(?:地|来)?说(?:是|,)?|确切(?:地|来)?说(?:是|,)?|的|正確には|つまり|すなわち|具体的には|の|である|にあたる|즉|정확히는|정확히|구체적으로(?:는)?|바로|인|의";

/** What may stand between the two. */
const BETWEEN = new RegExp(
  `^(?:['’] time)? ?(?:[,、:;(–—-]|->)? ?(?:(?:${SAME}),? ?:? ?){0,2}(?:(?:${ARTICLES}) ?){0,2}(?:${EAST})?[,、]? ?$`,
  "u",
);
/** True for the words between two tellings of one day: "a week later, on 21 July". */
export const toldAgain = (between: string): boolean => BETWEEN.test(between);

/** A number of a day that is no day by itself: "le 30", "on the 30th". */
const words = [
  ...new Set(LEXICONS.filter(({ tag }) => !/zh|ja|ko/.test(tag)).flatMap(({ days }) => Object.keys(days))),
];
const values = new Map(LEXICONS.flatMap(({ days }) => Object.entries(days)));
const TOLD = new RegExp(
  `^ ?[,:;(–—-]? ?(?:(?:${SAME}),? ?:? ?){0,2}(?:on the|by the|the|am|zum|bis zum|dem|den|le|au|el|al|(?:el |n?o )?dia|(?:el )?día|no|il|l[’']) ?(?<d>(?:3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th|er|º|\\.)?(?![\\p{L}\\p{N}%€$]|[.:,]\\d| ?(?:%|€|\\$|h\\b|uhr|heures|horas|ore|percent))|(?:${words.toSorted((a, b) => b.length - a.length).join("|")})(?=[,.;:!?)]|$))(?! (?:of|de|di|d[’'])\\b)`,
  "u",
);
const TOLD_EAST = new RegExp(
  `^ ?[,、:(]? ?(?:${EAST})? ?[,、]? ?(?<d>3[01]|[12]\\d|0?[1-9]|[一二三四五六七八九十]{1,3}) ?[日号號일](?![間间후뒤内])`,
  "u",
);

const REACH = 48;

/** Whether the number of a day is in the part of the month that was named. */
function inPart(day: number, part: FoundDate["part"]): boolean {
  if (part === undefined) return true;
  return part === "early" ? day <= 15 : part === "mid" ? day >= 8 && day <= 23 : day >= 16;
}

const dayNumber = (date: CivilDate): number => Number(date.slice(8));
const isCount = (date: FoundDate): boolean => date.counted !== undefined;
const isBareWeekday = (date: FoundDate): boolean =>
  date.relative &&
  date.past !== undefined &&
  date.future !== undefined &&
  !/\d/.test(date.text) &&
  distance(date.past, date.future) <= 7;
const isBareDay = (date: FoundDate): boolean =>
  date.relative && !date.certain && date.past !== undefined && /\d|[一二三四五六七八九十]/.test(date.text);

/** How far the day that is told may be from the one that was counted: who says "three weeks" rounds. */
function slack(rough: FoundDate, counted: CivilDate, at: CivilDate): number {
  if (rough.precision === "month") return 31;
  return Math.max(2, Math.min(6, Math.round(Math.abs(distance(at, counted)) / 6)));
}

/** The day that `told` means where it explains `rough`; null where it is another day. */
function meant(rough: FoundDate, told: FoundDate, at: CivilDate): FoundDate | null {
  if (told.precision === "month") return null;
  const { counted } = rough;
  if (counted !== undefined && isBareWeekday(told)) {
    const near = shift(counted, { days: weekdayOf(told.date) - weekdayOf(counted) });
    return rough.precision === "day" ? settled(told, near) : null;
  }
  if (rough.precision === "month" && counted === undefined) {
    if (isBareWeekday(told)) return null;
    if (!inPart(dayNumber(told.date), rough.part)) return null;
    if (isBareDay(told)) {
      const date = civil(yearOf(rough.date), monthOf(rough.date), dayNumber(told.date));
      return date === null ? null : settled(told, date, rough);
    }
    return told.date.slice(5, 7) === rough.date.slice(5, 7) ? told : null;
  }
  if (counted === undefined) return null;
  const candidates = isBareDay(told)
    ? [-1, 0, 1].map((months) => sameDay(counted, months, dayNumber(told.date)))
    : [told.date];
  const fitting = candidates
    .filter((date): date is CivilDate => date !== null)
    .filter((date) => Math.abs(distance(date, counted)) <= slack(rough, counted, at))
    .toSorted((a, b) => Math.abs(distance(a, counted)) - Math.abs(distance(b, counted)))[0];
  if (fitting === undefined) return null;
  return isBareDay(told) ? settled(told, fitting) : told;
}

function sameDay(from: CivilDate, months: number, day: number): CivilDate | null {
  const month = shift(`${from.slice(0, 8)}01`, { months });
  return civil(yearOf(month), monthOf(month), day);
}

/** The day with what was open settled; what the rough one leaves open (the year of its month) stays open. */
function settled(told: FoundDate, date: CivilDate, rough?: FoundDate): FoundDate {
  const { past: _past, future: _future, ...rest } = told;
  const on = (month: string | undefined) =>
    month === undefined ? null : civil(yearOf(month), monthOf(month), dayNumber(date));
  const [past, future] = [on(rough?.past), on(rough?.future)];
  const open = past === null || future === null ? {} : { past, future };
  return { ...rest, date, certain: past === null, ...open };
}

/** True where a day says right behind a rough one which day that is. */
export function tellsAgain(rough: FoundDate | undefined, told: FoundDate, plain: string, at: CivilDate): boolean {
  if (rough === undefined || told.start - rough.end > REACH || (rough.precision === "day" && !isCount(rough)))
    return false;
  return BETWEEN.test(plain.slice(rough.end, told.start)) && meant(rough, told, at) !== null;
}

/** A number behind a rough month that was no day by itself. */
function numberBehind(rough: FoundDate, plain: string, end: number): FoundDate | null {
  if (rough.precision !== "month" || isCount(rough)) return null;
  const behind = plain.slice(rough.end, Math.min(end, rough.end + REACH));
  const match = TOLD.exec(behind) ?? TOLD_EAST.exec(behind);
  const word = match?.groups?.d ?? "";
  const day = Number.parseInt(word, 10) || values.get(word) || 0;
  if (match === null || day === 0 || !inPart(day, rough.part)) return null;
  const date = civil(yearOf(rough.date), monthOf(rough.date), day);
  if (date === null) return null;
  const { part: _part, ...rest } = rough;
  const [start, stop] = [rough.end + match[0].length - word.length, rough.end + match[0].length];
  const told = { ...rest, start, end: stop, text: plain.slice(start, stop), precision: "day" as const };
  return settled(told, date, rough);
}

/** "On the 1st and the 15th of June": one month for both. */
const AND =
  /^,? ?(?:and|or|to|und|oder|bis|et|ou|y|o|e|al?|au|ed?|dan|-|–|,)(?: (?:on|the|am|zum|le|au|el|al|em|no|dia|il|l[’']|del|día))*(?: |(?<=[’']))$/u;

function inMonthOf(day: FoundDate, next: FoundDate | undefined, plain: string): FoundDate | null {
  if (next === undefined || next.relative || next.precision !== "day" || !isBareDay(day)) return null;
  if (!AND.test(plain.slice(day.end, next.start)) || dayNumber(day.date) >= dayNumber(next.date)) return null;
  const date = civil(yearOf(next.date), monthOf(next.date), dayNumber(day.date));
  return date === null ? null : settled(day, date, next);
}

/** "June 1 (Monday)", "tomorrow, Thursday": the weekday of the day before it. */
function isWeekdayOf(day: FoundDate, before: FoundDate | undefined, plain: string): boolean {
  if (before?.precision !== "day" || !isBareWeekday(day) || weekdayOf(before.date) !== weekdayOf(day.date))
    return false;
  return /^ ?[,、(]? ?(?:a |an? |on |am |an einem |un |une |el |uma? |di )?$/u.test(plain.slice(before.end, day.start));
}

/** The days of a text without those that are told right behind or right before by their own words. `dates` is in order. */
export function explained(dates: readonly FoundDate[], plain: string, at: CivilDate): FoundDate[] {
  const out: FoundDate[] = [];
  // "Next month: on the 11th a, on the 25th b": the month holds for all of them.
  let month: FoundDate | null = null;
  for (let place = 0; place < dates.length; place += 1) {
    const [rough, told] = [dates[place], dates[place + 1]];
    if (rough === undefined) break;
    if (rough.precision === "earliest" || (rough.precision === "day" && !isCount(rough))) {
      if (isWeekdayOf(rough, out.at(-1), plain)) continue;
      const day: FoundDate | null = month !== null && isBareDay(rough) ? meant(month, rough, at) : null;
      out.push(day ?? inMonthOf(rough, told, plain) ?? rough);
      continue;
    }
    const before = out.at(-1);
    // "On August 24, in three months".
    if (before !== undefined && isCount(rough) && before.precision === "day" && !before.relative) {
      const gap = plain.slice(before.end, rough.start);
      if (/^ ?[,(–—-] ?$/.test(gap) && before.date !== rough.date && meant(rough, before, at) !== null) continue;
    }
    if (told !== undefined && told.start - rough.end <= REACH && BETWEEN.test(plain.slice(rough.end, told.start))) {
      const day = meant(rough, told, at);
      if (day !== null) {
        if (isBareDay(told)) month = rough;
        out.push(day);
        place += 1;
        continue;
      }
    }
    const day = numberBehind(rough, plain, told?.start ?? plain.length);
    out.push(day ?? rough);
  }
  return out;
}
