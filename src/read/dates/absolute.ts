import { matchesOf } from "../../lib/remember.ts";
import { civil, dayOf, withoutYear } from "./calendar.ts";
import { ANY_MONTH, ANY_WEEKDAY, FULL_MONTH, monthNumber } from "./months.ts";
import { expressionIndex } from "../stem-index.ts";
import type { DateContext, RawDate } from "./types.ts";

/** A match and what it means; of those that overlap only one is asked. */
export type Match = { start: number; end: number; rank: number; raw: () => RawDate | null };
type Groups = Record<string, string | undefined>;
type Form = {
  re: RegExp;
  rank: number;
  build: (groups: Groups, context: DateContext) => RawDate | null;
  /** The languages that write so, where others mean something else by it. */
  locales?: RegExp;
};

const known = (date: string | null, precision: "day" | "month" = "day"): RawDate | null =>
  date === null ? null : { date, precision, certain: true, relative: false };

/** Nothing of an identifier, a path, a version or a longer number may touch the date; words of East Asian scripts may. */
const BEFORE =
  "(?<!(?![\\u3041-\\u30FF\\u4E00-\\u9FFF\\uAC00-\\uD7A3])[\\p{L}\\p{N}_@/.#-]|[\\p{N}a-z]:(?!20\\d{2}[-/.]\\d))";
const AFTER = "(?!(?![\\u3041-\\u30FF\\u4E00-\\u9FFF\\uAC00-\\uD7A3])[\\p{L}\\p{N}_@/-]|[.:]\\p{N})";
/** East Asian text stands without spaces around a date. */
const EAST_BEFORE = "(?<![a-z0-9_@/.#-])";
const YEAR = "(?<y>(?:19|20)\\d{2})";
const DAY = "(?<d>0?[1-9]|[12]\\d|3[01])";
const MONTH = `(?<m>${ANY_MONTH})\\.?`;
const WEEKDAY = `(?:(?:${ANY_WEEKDAY})\\.?,? (?:(?:the|den|dem|le|el|il|dia|día) )?)?`;
const SPAN = " ?(?:-|—|to|through|bis|au|al|até) ?";
const ORDINAL = "(?:st|nd|rd|th|er|º|ª|°|\\.)?";

function fromParts({ y, m, d }: Groups, context: DateContext): RawDate | null {
  const month = monthNumber(m ?? "") ?? Number(m);
  const day = Number(d);
  if (y !== undefined) return known(civil(Number(y), month, day));
  const open = withoutYear(month, day, dayOf(context.at));
  return open === null ? null : { precision: "day", certain: false, relative: false, ...open };
}

/** "1-Dec-26": pages on models begin in this century. */
function fromShort({ y, m, d }: Groups, context: DateContext): RawDate | null {
  return fromParts({ y: `20${y}`, m, d }, context);
}

/** 09/10/2026 by the page's habit; where nothing tells, the English one, and not certain. */
function fromNumbers({ a, b, y }: Groups, context: DateContext): RawDate | null {
  const [first, second] = [Number(a), Number(b)];
  const year = Number(y) < 100 ? 2000 + Number(y) : Number(y);
  const asMdy = civil(year, first, second);
  const asDmy = civil(year, second, first);
  if (asMdy === null || asDmy === null) return known(asMdy ?? asDmy);
  const order = context.order === "ymd" ? null : context.order;
  const dmy =
    order === undefined || order === null
      ? context.locale !== undefined && !/^(?:en|zh|ja|ko)/.test(context.locale)
      : order === "dmy";
  const date = dmy ? asDmy : asMdy;
  return { date, precision: "day", certain: asMdy === asDmy || (order ?? null) !== null, relative: false };
}

const SLASHED = "(?<m>1[0-2]|0?[1-9])/(?<d>3[01]|[12]\\d|0?[1-9])";

/** 3/9 is 9 March where the year stands first. */
function fromSlash({ m, d, a, b }: Groups, context: DateContext): RawDate | null {
  if (!/^(?:zh|ja)/.test(context.locale ?? "zh")) return null;
  return fromParts({ m: m ?? a, d: d ?? b }, context);
}

const form = (source: string, rank: number, build: Form["build"], locales?: RegExp): Form => ({
  re: new RegExp(source, "gu"),
  rank,
  build,
  ...(locales === undefined ? {} : { locales }),
});

/** Shares and hours that look like a day and its month: only words that stand before days alone may make them one. */
const NO_SHARE = "(?!(?:1/[234]|2/3|3/4|24/7)(?![\\d/]))";
const DAY_MONTH = `${NO_SHARE}(?<d>3[01]|[12]\\d|0?[1-9])/(?<m>1[0-2]|0?[1-9])(?![\\p{L}\\p{N}/%-]|[.,]\\d)`;
/** Words that stand before a day in the languages that write the day first. */
const SOUTHERN_BEFORE =
  "(?<=(?:^|[ (])(?:am|zum|vom|bis|ab|seit|dem|den|le|au|du|dès|el|al|del|desde|hasta|día|dia|em|até|ao|no|il|dal|entro|fino al) |[ (]l[’'])";

/** 8/31, and 31/8 where no month has that number. */
function fromEnglishSlash({ a, b }: Groups, context: DateContext): RawDate | null {
  return Number(a) > 12 ? fromParts({ m: b, d: a }, context) : fromParts({ m: a, d: b }, context);
}

const FORMS: readonly Form[] = [
  form(
    `${BEFORE}${YEAR}-(?<m>\\d{1,2})-(?<d>\\d{1,2})(?:[t ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?(?: ?(?:z|utc|gmt|[+-]\\d{2}:?\\d{2}))?)?${AFTER}`,
    9,
    fromParts,
  ),
  // "2026-Dec-15".
  form(`${BEFORE}${YEAR}[- ]${MONTH}[- ]${DAY}${AFTER}`, 9, fromParts),
  form(`${BEFORE}${YEAR}(?<s>[/.])(?<m>\\d{1,2})\\k<s>(?<d>\\d{1,2})${AFTER}`, 9, fromParts),
  form(`${BEFORE}${YEAR}\\. ?(?<m>\\d{1,2})\\. ?(?<d>\\d{1,2})\\.?${AFTER}`, 8, fromParts),
  form(
    `${EAST_BEFORE}${YEAR} ?[年년] ?(?<m>\\d{1,2}|[一二三四五六七八九十]{1,2}) ?[月월] ?(?<d>\\d{1,2}) ?[日号號일]`,
    9,
    fromEast,
  ),
  form(`${EAST_BEFORE}${YEAR} ?[年년] ?(?<m>\\d{1,2}|[一二三四五六七八九十]{1,2}) ?[月월]`, 6, ({ y, m }) =>
    known(civil(Number(y), monthNumber(`${m}月`) ?? 0, 1), "month"),
  ),
  form("令和(?<r>\\d{1,2})年(?<m>\\d{1,2})月(?<d>\\d{1,2})日", 9, ({ r, m, d }) =>
    known(civil(2018 + Number(r), Number(m), Number(d))),
  ),
  form(
    "(?<![a-z0-9_@/.#-]|[年년] ?)(?<m>\\d{1,2}|[一二三四五六七八九十]{1,2}) ?[月월] ?(?<d>\\d{1,2}|[一二三四五六七八九十]{1,3}) ?[日号號일]",
    7,
    fromEast,
  ),
  // "在 3/9 收掉", "3/9 起": fractions have no such words beside them.
  form(
    `(?:(?<=[在於于自到至從从迄](?:\\u3000| )?)(?<!\\d)${SLASHED}(?![\\d/.%])|(?<![\\w/.])${SLASHED.replace("<m>", "<a>").replace("<d>", "<b>")}(?= ?(?:起|前|之前|之后|之後|以后|以後|后|後|晚|凌晨|零点|零點|中午|下线|下線|停用|停止|收掉|关|關|正式|より|から|まで|に)))`,
    7,
    fromSlash,
  ),
  form(
    "(?<![\\w/.])(?<m>1[0-2]|0?[1-9])/(?<d>3[01]|[12]\\d|0?[1-9])(?=일? ?(?:부터|까지|에|자로|부로|이후))",
    7,
    fromParts,
    /^ko/,
  ),
  form(`${SOUTHERN_BEFORE}${DAY_MONTH}`, 7, fromParts, /^(?:de|fr|es|pt|it)/),
  form(
    "(?<=(?:^|[ (])(?:am|zum|vom|bis|ab|seit|dem|den) )(?<d>3[01]|[12]\\d|0?[1-9])\\.(?<m>1[0-2]|0?[1-9])\\.(?!\\p{N})",
    7,
    fromParts,
    /^de/,
  ),
  form(
    `(?<=(?:^|[ (])(?:on|by|until|till|since|from|starting|effective|through|before|after) )${NO_SHARE}(?<a>3[01]|[12]\\d|0?[1-9])/(?<b>3[01]|[12]\\d|0?[1-9])(?=[,;:)!?]|\\.(?!\\d)|$| (?:at|and|it|we|they|the|our|noon|midnight|utc|pt|pst|et|est)(?!\\p{L}))`,
    7,
    fromEnglishSlash,
    /^en/,
  ),
  form(`${BEFORE}(?<a>\\d{1,2})/(?<b>\\d{1,2})/(?<y>(?:19|20)\\d{2}|\\d{2})${AFTER}`, 8, fromNumbers),
  form(`${BEFORE}(?<a>\\d{1,2})-(?<b>\\d{1,2})-${YEAR}${AFTER}`, 8, fromNumbers),
  form(`${BEFORE}(?<d>\\d{1,2})\\.(?<m>\\d{1,2})\\.${YEAR}${AFTER}`, 8, fromParts),
  // "zum 14.01.27": a short year only behind a word that stands before days, since versions look the same.
  form(
    "(?<=(?:^|[ (])(?:am|zum|vom|bis|ab|seit|dem|den|nach|per) )(?<d>3[01]|[12]\\d|0[1-9])\\.(?<m>1[0-2]|0[1-9])\\.(?<y>[23]\\d)(?!\\p{N}|\\.\\p{N})",
    8,
    fromShort,
    /^de/,
  ),
  form(`${BEFORE}${WEEKDAY}${MONTH} (?:the )?${DAY}${ORDINAL}(?:,| of)? ?(?:of )?${YEAR}${AFTER}`, 9, fromParts),
  // "Dec 7 – 11, 2026", "7–11 December 2026", "Dec 29 – Jan 2, 2027": the first day of a span, which has the year of the last.
  form(
    `${BEFORE}${WEEKDAY}${MONTH} ${DAY}(?:st|nd|rd|th)?${SPAN}\\d{1,2}(?:st|nd|rd|th)?,? ${YEAR}${AFTER}`,
    9,
    fromParts,
  ),
  form(
    `${BEFORE}${DAY}${ORDINAL}${SPAN}\\d{1,2}${ORDINAL}(?: (?:of|de|di))? ${MONTH},?(?: (?:de|del|of))? ${YEAR}${AFTER}`,
    9,
    fromParts,
  ),
  form(
    `${BEFORE}${WEEKDAY}${MONTH} ${DAY}(?:st|nd|rd|th)?(?=${SPAN}(?<n>${ANY_MONTH})\\.? \\d{1,2}(?:st|nd|rd|th)?,? ${YEAR}${AFTER})`,
    8,
    fromSpan,
  ),
  form(`${BEFORE}(?<m>${ANY_MONTH})-${DAY}-${YEAR}${AFTER}`, 9, fromParts),
  form(`${BEFORE}${DAY}-(?<m>${ANY_MONTH})-(?<y>\\d{2})${AFTER}`, 8, fromShort),
  form(`${BEFORE}${MONTH} ${DAY},? '(?<y>\\d{2})${AFTER}`, 8, fromShort),
  form(`${BEFORE}${MONTH} '(?<y>\\d{2})${AFTER}`, 6, ({ y, m }) =>
    known(civil(2000 + Number(y), monthNumber(m ?? "") ?? 0, 1), "month"),
  ),
  form(`${BEFORE}${WEEKDAY}${MONTH} ${DAY}(?:st|nd|rd|th)?${AFTER}`, 7, fromParts),
  form(
    `${BEFORE}${WEEKDAY}${DAY}${ORDINAL}(?: (?:of|de|di))?[ -]${MONTH},?(?: (?:de|del|of))?[ -]${YEAR}${AFTER}`,
    9,
    fromParts,
  ),
  form(`${BEFORE}${WEEKDAY}${DAY}${ORDINAL}(?: (?:of|de|di))? ${MONTH}${AFTER}`, 7, fromParts),
  form(`${BEFORE}(?<m>${ANY_MONTH})\\.?,?(?: (?:de|del|of))? ${YEAR}${AFTER}`, 6, ({ y, m }) =>
    known(civil(Number(y), monthNumber(m ?? "") ?? 0, 1), "month"),
  ),
  form(
    `${BEFORE}(?<p>early|mid|late|end of|beginning of|anfang|mitte|ende|début|mi|fin|principios de|mediados de|finales de|início de|meados de|fim de|inizio|metà|fine)[ -](?<m>${FULL_MONTH})(?: (?:de|del))? ${YEAR}${AFTER}`,
    7,
    ({ y, m, p }) => partOf(known(civil(Number(y), monthNumber(m ?? "") ?? 0, 1), "month"), p ?? ""),
  ),
];

/** A span over the end of a year began in the one before. */
function fromSpan({ y, m, n, d }: Groups, context: DateContext): RawDate | null {
  const crosses = (monthNumber(n ?? "") ?? 0) < (monthNumber(m ?? "") ?? 0);
  return fromParts({ y: String(Number(y) - (crosses ? 1 : 0)), m, d }, context);
}

function fromEast({ y, m, d }: Groups, context: DateContext): RawDate | null {
  return fromParts({ y, m: String(monthNumber(`${m}月`) ?? 0), d: String(Number(d) || numeral(d ?? "")) }, context);
}

/** "十五", "二十三": a day of the month in words. */
function numeral(word: string): number {
  const digit = (letter: string | undefined) => (letter === undefined ? 0 : "一二三四五六七八九".indexOf(letter) + 1);
  const ten = word.indexOf("十");
  if (ten < 0) return word.length === 1 ? digit(word) : 0;
  return (ten === 0 ? 1 : digit(word[0])) * 10 + digit(word[ten + 1]);
}

function partOf(raw: RawDate | null, word: string): RawDate | null {
  if (raw === null) return null;
  if (/^(?:early|beginning|anfang|début|princ|iní|iniz)/.test(word)) return { ...raw, part: "early" };
  return { ...raw, part: /^(?:mi|med|mea|met)/.test(word) ? "mid" : "late" };
}

/** Month and year alone as numbers (`2026-07`, `07/2026`): only where the whole cell is that. */
const MONTH_CELL = [/^(?<y>20\d{2})[-/.](?<m>\d{1,2})$/u, /^(?<m>\d{1,2})[-/.](?<y>20\d{2})$/u];

const COMPACT = /^(20\d{2})(\d{2})(\d{2})$/u;

/** A cell that holds a month as numbers (`2026-07`), or a day without marks (`20260714`), and nothing else. */
export function numberCell(plain: string): RawDate | null {
  const [, year, month, day] = COMPACT.exec(plain.trim()) ?? [];
  if (year !== undefined) return known(civil(Number(year), Number(month), Number(day)));
  for (const re of MONTH_CELL) {
    const groups = re.exec(plain.trim())?.groups;
    if (groups) return known(civil(Number(groups.y), Number(groups.m), 1), "month");
  }
  return null;
}

const formsIn = expressionIndex(() => FORMS.map(({ re }) => re.source));

/** Without a digit only these languages have dates. */
const EAST_ASIAN = /[\u3041-\u30FF\u3400-\u9FFF\uAC00-\uD7A3]/;

/** All matches of the absolute forms in a text that `plainText` made; `raw` is null for an impossible date. */
export function absoluteMatches(plain: string, context: DateContext): Match[] {
  const found: Match[] = [];
  if (!/\p{N}/u.test(plain) && !EAST_ASIAN.test(plain)) return found;
  for (const number of formsIn(plain)) {
    const form = FORMS[number];
    if (form === undefined || (form.locales !== undefined && !form.locales.test(context.locale ?? ""))) continue;
    const { re, rank, build } = form;
    for (const match of matchesOf(re, plain)) {
      const raw = () => build({ ...match.groups }, context);
      found.push({ start: match.index, end: match.index + match[0].trimEnd().length, raw, rank });
    }
  }
  return found;
}
