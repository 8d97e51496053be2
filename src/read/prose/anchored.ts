import type { CivilDate } from "../../core/fact.ts";
import { civil, shift, weekdayOf } from "../dates/calendar.ts";
import { toldAgain } from "../dates/explained.ts";
import type { FoundDate } from "../dates/index.ts";
import { spanIn, weekdayIn } from "../dates/relative.ts";
import { isVersion } from "../dates/scan.ts";
import { anchorForms, type AnchorForm } from "./anchor-words.ts";

/**
 * Days that count from another day of the text: "four days later", "ten days sooner than the rest", "two weeks after the app",
 * "six months to the day after last Thursday's notice", "am folgenden Montag", "on that same Monday", "the 20th of that month".
 */

type Hanging = { form: AnchorForm; match: RegExpMatchArray & { index: number } };

/** The words of a sentence that hang a day on another one, in the order of the text; of those that overlap the longest. */
function hangingIn(tag: string, plain: string): Hanging[] {
  const all = anchorForms(tag, plain).flatMap((form) =>
    [...plain.matchAll(form.re)].map((match) => ({ form, match: match as Hanging["match"] })),
  );
  if (all.length < 2) return all;
  const longest = all.toSorted((a, b) => b.match[0].length - a.match[0].length);
  const kept = longest.filter((one, place) => longest.slice(0, place).every((other) => !overlap(one, other)));
  return kept.toSorted((a, b) => a.match.index - b.match.index);
}

const overlap = ({ match: a }: Hanging, { match: b }: Hanging): boolean =>
  a.index < b.index + b[0].length && b.index < a.index + a[0].length;

/** True where the days of a sentence hang on those before it: they are read in order, since one may count from the other. */
export const countsOn = (plain: string, tag: string): boolean => hangingIn(tag, plain).length > 0;

/** "after the app", "after the consumer purge": what happened on a day that was named before. */
const EVENT = /^ (?:the|that|this|its|their|those|these|both|every)(?: [\p{L}’'-]{2,20}){1,4}/u;
/** What happened on a day of its own, that nobody told. */
const OF_ITS_OWN =
  /^[^,.;]{0,60}(?: warning| appeared| arrived| debuted| shipped| came out| went live| launched| was (?:released|launched|announced|introduced))/u;
/** "Not quite seventeen months after": no day can be counted off. */
const ABOUT =
  /(?:not quite|nearly|almost|about|around|roughly|more than|less than|over|under|barely|some|fast|knapp|rund|etwa|ungefähr|kaum|gut|über|environ|près de|presque|plus de|moins de|à peine|quelque|casi|unos|unas|cerca de|más de|menos de|apenas|quase|mais de|circa|quasi|oltre|meno di|più di|約|およそ|ほぼ|약|거의|大约|近|将近|约) ?$/u;
const ABOUT_REACH = 16;

const ARTICLE = /^ ?(?:the |its |their |our |dem |den |le |la |el |del |de |d[oe] |o |il |l[’'])?(?:dia |día )?$/u;
const MAX_GAP = 12;

/** The day that is meant: of those named before, the last that is still to come, else the last. */
function anchorOf(before: readonly FoundDate[], at: string): FoundDate | undefined {
  const days = before.filter((date) => date.precision === "day");
  return days.findLast((date) => date.date > at) ?? days.at(-1);
}

/** "The next day" is of the day that was told; of several it may be any. */
function sureOf(before: readonly FoundDate[], { step }: AnchorForm, at: string): readonly FoundDate[] {
  if (step.days === undefined) return before;
  const coming = new Set(
    before.filter(({ date, precision }) => precision === "day" && date > at).map(({ date }) => date),
  );
  return coming.size > 1 ? [] : before;
}

function stepped(from: CivilDate, { form, match }: Hanging): CivilDate | null {
  const { step, lexicon } = form;
  if (step.sign === 0) return from;
  const groups = { ...match.groups };
  if (step.weekday === true) {
    const wanted = weekdayIn(groups);
    return wanted === null ? null : shift(from, { days: ((wanted - weekdayOf(from) + 6) % 7) + 1 });
  }
  const span = step.days === undefined ? spanIn(groups, lexicon, step.sign) : { days: step.days * step.sign };
  return span === null ? null : shift(from, span);
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
  tag: string,
): FoundDate[] {
  const own = found.some((date) => date.sameMonth === true) ? inMonthBefore(found, before()) : [...found];
  const made: FoundDate[] = [];
  const used = new Set<FoundDate>();
  for (const hanging of hangingIn(tag, plain)) {
    const { form, match } = hanging;
    const [start, end] = [match.index, match.index + match[0].length];
    const where = form.step.anchor;
    const needs = where === "behind" || where === "event";
    const next = own.find((date) => date.start >= end - 1 && date.start - end <= MAX_GAP);
    // "A week later, on 21 July": the day is told.
    if (!needs && next !== undefined && toldAgain(plain.slice(end, next.start))) continue;
    const named = needs && next !== undefined && ARTICLE.test(plain.slice(end, next.start));
    if (ABOUT.test(plain.slice(Math.max(0, start - ABOUT_REACH), start))) continue;
    if (needs && !named && !(where === "event" && EVENT.test(plain.slice(end)) && !OF_ITS_OWN.test(plain.slice(end))))
      continue;
    const earlier = [...own, ...made].filter((date) => date.end <= start && !isVersion(date, plain));
    // "On 24 September, four weeks after the app went dark": the day is told before.
    const [told] = earlier.slice(-1);
    if (where === "event" && !named && told?.precision === "day" && /^, ?$/.test(plain.slice(told.end, start)))
      continue;
    const touching = earlier.find((date) => date.end === start);
    const anchor = named
      ? next
      : where === "touching"
        ? touching
        : (anchorOf(earlier, at) ?? anchorOf(sureOf(before(), form, at), at));
    if (anchor === undefined || anchor.precision !== "day") continue;
    const date = stepped(anchor.date, hanging);
    if (date === null) continue;
    // "Two weeks before October 6" leaves that day what it is.
    if ((named || where === "touching") && form.step.sign > 0) used.add(anchor);
    for (const other of own) if (other.start < end && other.end > start) used.add(other);
    made.push({ start, end, text: match[0], date, precision: "day", certain: true, relative: true });
  }
  if (made.length === 0) return own;
  return [...own.filter((date) => !used.has(date)), ...made].toSorted((a, b) => a.start - b.start);
}

/** "The 20th of that month": of the month that the sentences before named last. */
function inMonthBefore(found: readonly FoundDate[], before: readonly FoundDate[]): FoundDate[] {
  const month = before.at(-1)?.date.slice(0, 7);
  return found.map((date) => {
    if (date.sameMonth !== true || month === undefined) return date;
    const [year = 0, number = 0] = month.split("-").map(Number);
    const day = civil(year, number, Number(date.date.slice(8)));
    const { past: _past, future: _future, sameMonth: _same, ...rest } = date;
    return day === null ? date : { ...rest, date: day, certain: true };
  });
}
