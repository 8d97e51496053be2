import { matchesOf } from "../../lib/remember.ts";
import type { Match } from "./absolute.ts";
import { civil, dayOf, monthOf, shift, withoutYear, yearOf } from "./calendar.ts";
import { expressionIndex, type StemIndex } from "../stem-index.ts";
import { isEastAsian, LEXICONS, monthNumber } from "./months.ts";
import type { DateContext, DateLexicon, RawDate, RelativeMeaning } from "./types.ts";
import { dayOnWeekday, edgeOf, namedMonth, nthWeekday, weekdayFrom } from "./weekdays.ts";

type Compiled = { re: RegExp; body: string; meaning: RelativeMeaning; lexicon: DateLexicon; rank: number };
type Groups = Record<string, string | undefined>;
type Span = Parameters<typeof shift>[1];

const longestOf = (words: Readonly<Record<string, number>>): string =>
  Object.keys(words)
    .toSorted((a, b) => b.length - a.length)
    .join("|");

/** The sources of the place holders in templates of a language; `#` stands for a number that makes each name another one. */
function placesOf(lexicon: DateLexicon): Record<string, string> {
  const east = isEastAsian(lexicon);
  const unit = Object.entries(lexicon.units)
    .map(([name, source]) => `(?<${name}#>${source})`)
    .join("|");
  const months = east ? `(?:\\d{1,2}|${CJK_MONTH}) ?[月월]` : lexicon.months.join("|");
  const digits = "[12]\\d|3[01]|0?[1-9]";
  const words = longestOf(lexicon.days);
  return {
    N: `(?<n#>\\d{1,3}|${longestOf(lexicon.numbers)})`,
    U: `(?:${unit})`,
    H: `(?<half#>${lexicon.halfYear})`,
    D: east ? `(?<d#>${digits}) ?` : `(?<d#>${digits})(?:st|nd|rd|th|er|º|\\.)?(?!\\p{N})`,
    E: east ? `(?<d#>${digits}|${words}) ?` : `(?:(?<d#>${digits})(?:st|nd|rd|th|er|º|\\.)?(?!\\p{N})|(?<d#>${words}))`,
    X: `(?<d#>${words})`,
    W: `(?:${lexicon.weekdays.map((day, index) => `(?<w${index + 1}#>${day})`).join("|")})`,
    O: `(?:${lexicon.ordinals.map((word, index) => `(?<o${index + 1}#>${word})`).join("|")})`,
    M: `(?<m#>${months})`,
    Y: "(?<y#>20\\d{2})",
  };
}

/** A template with its place holders filled in. Names are numbered because one may be used in several alternatives. */
export function filled(lexicon: DateLexicon, template: string): string {
  const places = placesOf(lexicon);
  let count = 0;
  return template
    .replace(/\{N\}( ?\??)\{U\}/g, "(?:{N}$1{U}|{H})")
    .replace(/\{([NUHDEXWOMY])\}/g, (_, key: string) => (places[key] ?? "").replaceAll(/#/g, () => `_${count++}`));
}

function compile(lexicon: DateLexicon, template: string, meaning: RelativeMeaning): Compiled {
  const east = isEastAsian(lexicon);
  const body = filled(lexicon, template);
  // "k2.5下周一": only what begins with a number can be the rest of one.
  const before = east ? `(?:(?<![\\d.月월])|(?=[^\\d${CJK_DIGITS}]))` : "(?<![\\p{L}\\p{N}_@/.:#-])";
  const alone = meaning.is === "month-name" ? "(?! \\d)" : "";
  const after = east ? "" : "(?![\\p{L}\\p{N}_@/-]|[.:]\\p{N}| ?%)";
  return { re: new RegExp(`${before}(?:${body})${after}${alone}`, "gu"), body, meaning, lexicon, rank: 3 };
}

const CJK_DIGITS = "一二三四五六七八九十两月월일";
const CJK_MONTH = "[一二三四五六七八九]|十[一二]?";

const COMPILED = LEXICONS.flatMap((lexicon) =>
  lexicon.patterns.map(([template, meaning]) => compile(lexicon, template, meaning)),
);

type Forms = { forms: readonly Compiled[]; formsIn: StemIndex };

const formsByTag = new Map<string, Forms>();

/** The forms of a language and of English, or of all where the language is not known, and which of them can match in a text. */
function formsFor(tag: string): Forms {
  const known = formsByTag.get(tag);
  if (known !== undefined) return known;
  const forms = COMPILED.filter(({ lexicon }) => tag === "" || lexicon.tag === tag || lexicon.tag === "en");
  const made = { forms, formsIn: expressionIndex(() => forms.map((form) => form.body)) };
  formsByTag.set(tag, made);
  return made;
}

/** The value of a numbered group, whichever alternative matched. */
export function group(groups: Groups, name: string): string | undefined {
  for (const [key, value] of Object.entries(groups)) {
    if (value !== undefined && key.startsWith(`${name}_`)) return value;
  }
  return undefined;
}

const relative = (date: string, extra: Partial<RawDate> = {}): RawDate => ({
  date,
  precision: "day",
  certain: true,
  relative: true,
  ...extra,
});

/** The length of time that a match names, before (-1) or after (1); null for none. */
export function spanIn(groups: Groups, lexicon: DateLexicon, sign: 1 | -1): Span | null {
  if (group(groups, "half") !== undefined) return { months: 6 * sign };
  const word = group(groups, "n") ?? "";
  const count = (Number(word) || (lexicon.numbers[word] ?? 0)) * sign;
  if (count === 0) return null;
  if (group(groups, "day") !== undefined) return { days: count };
  if (group(groups, "fortnight") !== undefined) return { weeks: 2 * count };
  if (group(groups, "week") !== undefined) return { weeks: count };
  return group(groups, "month") !== undefined ? { months: count } : { years: count };
}

function offset(
  groups: Groups,
  lexicon: DateLexicon,
  { sign, exact, from }: Extract<RelativeMeaning, { is: "offset" }>,
  at: string,
): RawDate | null {
  const span = spanIn(groups, lexicon, sign);
  const wanted = weekdayIn(groups);
  const start = from === "weekday" ? wanted && weekdayFrom(wanted, "coming", at).date : shift(at, { days: from ?? 0 });
  if (span === null || start === null || start === 0) return null;
  const target = shift(start, span);
  if (exact === true || "days" in span || "weeks" in span) return relative(target, { counted: target });
  return relative(`${target.slice(0, 8)}01`, { precision: "month", counted: target });
}

/** The number of the place holder that matched: which weekday, which of a month's weekdays. */
function numberOf(groups: Groups, name: string, most: number): number | null {
  for (let number = 1; number <= most; number += 1) if (group(groups, `${name}${number}`) !== undefined) return number;
  return null;
}

export const weekdayIn = (groups: Groups): number | null => numberOf(groups, "w", 7);

function dayOfMonth(day: number, months: number, at: string): RawDate | null {
  const target = shift(`${at.slice(0, 8)}01`, { months });
  const date = civil(yearOf(target), monthOf(target), day);
  return date === null ? null : relative(date);
}

/** The month that a match names, or the one that is some months away. */
function monthIn(groups: Groups, months: number, at: string): string | null {
  const month = monthNumber(group(groups, "m") ?? "");
  const year = group(groups, "y");
  return month === null
    ? shift(`${at.slice(0, 8)}01`, { months })
    : namedMonth(month, year === undefined ? null : Number(year), at);
}

function edgeDay(groups: Groups, { edge, months }: Extract<RelativeMeaning, { is: "edge-day" }>, at: string) {
  const month = monthIn(groups, months, at);
  return month === null ? null : relative(edgeOf(month, edge));
}

function weekdayOfMonth(groups: Groups, months: number | "new-year", at: string): RawDate | null {
  const first = months === "new-year" ? civil(yearOf(at) + 1, 1, 1) : monthIn(groups, months, at);
  const [month, nth, wanted] = [first, numberOf(groups, "o", 5), weekdayIn(groups)];
  return month === null || nth === null || wanted === null ? null : relative(nthWeekday(month, nth, wanted));
}

/** The 28th of a month that nobody names: this month's, and the neighbours for the tense to choose; a weekday tells which. */
function bareDay(day: number, wanted: number | null, at: string): RawDate | null {
  const fitting = wanted === null ? null : dayOnWeekday(day, wanted, at);
  if (fitting !== null) return fitting;
  const all = [-1, 0, 1].map((months) => dayOfMonth(day, months, at)?.date).filter((date) => date !== undefined);
  const past = all.filter((date) => date <= at).at(-1);
  const future = all.find((date) => date >= at);
  const date = all.find((candidate) => candidate.slice(0, 7) === at.slice(0, 7)) ?? future ?? past;
  if (date === undefined) return null;
  return relative(date, { certain: false, past: past ?? date, future: future ?? date });
}

function monthName(
  groups: Groups,
  meaning: Extract<RelativeMeaning, { is: "month-name" }>,
  at: string,
): RawDate | null {
  const month = monthNumber(group(groups, "m") ?? "");
  if (month === null) return null;
  const part = meaning.part === undefined ? {} : { part: meaning.part };
  const year = group(groups, "y");
  if (year !== undefined) {
    const date = civil(Number(year), month, 1);
    return date === null ? null : relative(date, { precision: "month", relative: false, ...part });
  }
  if (meaning.years !== null) {
    const date = civil(yearOf(at) + meaning.years, month, 1);
    return date === null ? null : relative(date, { precision: "month", relative: false, ...part });
  }
  const first = `${at.slice(0, 8)}01`;
  const open = withoutYear(month, 1, first);
  if (open === null) return null;
  if (meaning.past === true) {
    const date = open.past === first ? shift(first, { years: -1 }) : open.past;
    return relative(date, { precision: "month", relative: false });
  }
  return { precision: "month", certain: false, relative: false, ...open, ...part };
}

/** The number of a day of the month, in digits or words. */
export const dayIn = (groups: Groups, lexicon: DateLexicon): number => {
  const word = group(groups, "d") ?? "";
  return Number(word) || (lexicon.days[word] ?? 0);
};

function monthDay(day: number, groups: Groups, years: number | null, at: string): RawDate | null {
  const month = monthNumber(group(groups, "m") ?? "");
  const year = group(groups, "y");
  if (month !== null && years === null && year === undefined) {
    const open = withoutYear(month, day, at);
    return open === null ? null : { precision: "day", certain: false, relative: false, ...open };
  }
  const date = month === null ? null : civil(years === null ? Number(year) : yearOf(at) + years, month, day);
  return date === null ? null : relative(date, { relative: false });
}

function build({ meaning, lexicon }: Compiled, groups: Groups, at: string): RawDate | null {
  if (meaning.is === "offset") return offset(groups, lexicon, meaning, at);
  if (meaning.is === "fixed") return relative(shift(at, { days: meaning.days }));
  if (meaning.is === "weekday") {
    const wanted = weekdayIn(groups);
    return wanted === null ? null : weekdayFrom(wanted, meaning.which, at);
  }
  if (meaning.is === "day-of-month") return dayOfMonth(dayIn(groups, lexicon), meaning.months, at);
  if (meaning.is === "bare-day") {
    const day = bareDay(dayIn(groups, lexicon), weekdayIn(groups), at);
    return meaning.ahead === true && day?.future !== undefined ? relative(day.future) : day;
  }
  if (meaning.is === "same-month") {
    const open = bareDay(dayIn(groups, lexicon), null, at);
    return open === null ? null : { ...open, sameMonth: true };
  }
  if (meaning.is === "edge-day") return edgeDay(groups, meaning, at);
  if (meaning.is === "nth-weekday") return weekdayOfMonth(groups, meaning.months, at);
  if (meaning.is === "month-name") return monthName(groups, meaning, at);
  if (meaning.is === "month-day") return monthDay(dayIn(groups, lexicon), groups, meaning.years, at);
  const first = shift(`${at.slice(0, 8)}01`, { months: meaning.months });
  return relative(first, { precision: "month", ...(meaning.part === undefined ? {} : { part: meaning.part }) });
}

/** All matches of the relative forms; the language of the text, where known, is tried alone. */
export function relativeMatches(plain: string, context: DateContext): Match[] {
  const tag = context.locale?.slice(0, 2) ?? "";
  const { forms, formsIn } = formsFor(LEXICONS.some((lexicon) => lexicon.tag === tag) ? tag : "");
  return formsIn(plain).flatMap((number) => {
    const form = forms[number];
    return form === undefined ? [] : matchesOfForm(form, plain, dayOf(context.at));
  });
}

function matchesOfForm(form: Compiled, plain: string, at: string): Match[] {
  const found: Match[] = [];
  for (const match of matchesOf(form.re, plain)) {
    const raw = build(form, { ...match.groups }, at);
    if (raw !== null)
      found.push({ start: match.index, end: match.index + match[0].length, raw: () => raw, rank: form.rank });
  }
  return found;
}
