import { daysBetween } from "../../core/civil-date.ts";
import type { FoundDate } from "../dates/index.ts";
import type { Clause, ReadSentence } from "./clauses.ts";

/**
 * Days that stand in the statement of an end and are not its day: the one that the news is of, the same hour by another
 * clock, what happened to others.
 */

const UNTIL_NOW = /(?:until|till|up to|to|bis|jusqu[’']à|jusqu[’']|fino ad?|hasta|até|迄|到|至)\s?$/u;

/** "Served until today, it goes in mid-December", "OpenAI said on the 4th that x ends late next month". */
export function isDayOfNews(date: FoundDate, clause: Clause, { at, plain }: ReadSentence, notices: number): boolean {
  if (!date.relative || date.date !== at || !clause.dates.some((other) => other !== date && other.date > at))
    return false;
  return notices > 0 || UNTIL_NOW.test(plain.slice(Math.max(0, date.start - 12), date.start));
}

/** How long ago a day without its month may be that a report names as its own. */
const REPORT_DAYS = 14;

/** "GitHubは12日、xを終了すると発表した", "오픈AI는 12일 x를 종료한다고 밝혔다": the day stands first and its verb last. */
const SAID_LAST =
  /と(?:[^、。]{0,8})?(?:発表|明らかに|公表|表明|通知|告知|予告|案内|知らせ|伝え|報じ|述べ)|다고 (?:밝|발표|공지|전|알|통보|안내|말)/u;
const NOT_BEHIND = 10;
const OPENS_QUOTE = /[「『“][^」』”]*$/u;
/** How far from its day the end may stand, and the verb of the report behind that. */
const END_REACH = 160;
const SAID_REACH = 60;

/** True for the day of a report whose verb ends the sentence, where the end stands between. */
export function isDayOfReport(date: FoundDate, clause: Clause, { at, plain }: ReadSentence): boolean {
  const past = date.date <= at ? date.date : date.past;
  if (past === undefined) return false;
  const told = clause.off.find((cue) => cue.start >= date.end && cue.start - date.end <= END_REACH);
  // "4月24日に「3か月後に止める」と予告": the end stands in the words of that day.
  if (
    told !== undefined &&
    OPENS_QUOTE.test(plain.slice(date.end, told.start)) &&
    SAID_LAST.test(plain.slice(told.start, told.end + SAID_REACH))
  )
    return true;
  if (daysBetween(past, at) > REPORT_DAYS) return false;
  const behind = plain.slice(date.end, date.end + 16);
  const first = /^(?:\([^)]{0,12}\))?[、,]/u.test(behind);
  const korean = /[\uAC00-\uD7A3]/.test(behind);
  if (!first && !korean) return false;
  const end = clause.off.find((cue) => cue.start >= date.end);
  if (end === undefined || end.start - date.end > END_REACH) return false;
  if (!SAID_LAST.test(plain.slice(end.start, end.end + SAID_REACH))) return false;
  return first || end.start - date.end > NOT_BEHIND;
}

/** Words for a clock, those for the clock of the readers, and those that turn one into the other. */
const CLOCK =
  /时间|時間|시간|(?<!\p{L})(?:time|utc|gmt|pst|pdt|pt|est|edt|et|cet|cest|mez|mesz|jst|kst|ortszeit|uhrzeit|pacific|pazifi\p{L}*|pacífico|pacifique|pacifico|heure|hora|ora|in (?:europe|london|berlin|paris|tokyo|asia|europa|italia|deutschland)|en (?:europe|europa|españa|france)|hierzulande|bei uns|chez nous)(?!\p{L})/u;
const OWN_CLOCK: Readonly<Record<string, RegExp>> = {
  zh: /北京|国内|我国|台北/,
  ja: /日本|国内/,
  ko: /한국|우리|국내/,
  de: /mesz?|deutsch|unserer|hierzulande|bei uns|ortszeit|mitteleurop/,
  fr: /paris|français|chez nous|notre/,
  es: /peninsular|español|madrid|en españa|nuestra/,
  pt: /brasília|brasil|lisboa|aqui/,
  it: /italian|in italia|da noi|nostra/,
  en: /our time|your time|local time|in (?:london|europe)|uk time/,
};
const TURNED =
  /换算|折合|相当于|已是|已经是|すでに|にあたる|基準|기준|으로는|already|which is|that is|(?:das|was) (?:ist|entspricht)|bereits|c[’']est[- ]à[- ]dire|soit|es decir|o sea|ou seja|cioè|vale a dire/u;
const CLOCK_REACH = 18;
/** One moment by two clocks is told in one breath. */
const TWIN_REACH = 160;

/** "On Friday at noon Pacific time, which is the 16th in Beijing": one moment, and the provider's day counts. */
export function isOtherClock(
  date: FoundDate,
  all: readonly FoundDate[],
  { plain }: ReadSentence,
  lang: string,
): boolean {
  if (!isDay(date) || all.length < 2) return false;
  const here = around(date, all, plain);
  const own = OWN_CLOCK[lang] ?? /(?!)/;
  if (!CLOCK.test(here) || !(TURNED.test(here) || own.test(here))) return false;
  const twin = all.find(
    (other) =>
      other !== date &&
      isDay(other) &&
      Math.abs(other.start - date.start) <= TWIN_REACH &&
      Math.abs(daysBetween(other.date, date.date)) === 1,
  );
  if (twin === undefined) return false;
  const there = around(twin, all, plain);
  return date.start > twin.start || (CLOCK.test(there) && !own.test(there));
}

/** The words about a day, as far as its neighbours leave them to it; `all` is in reading order. */
function around(day: FoundDate, all: readonly FoundDate[], plain: string): string {
  const place = all.indexOf(day);
  const from = Math.max(0, day.start - CLOCK_REACH, all[place - 1]?.end ?? 0);
  const to = Math.min(plain.length, day.end + CLOCK_REACH, all[place + 1]?.start ?? plain.length);
  return plain.slice(from, to);
}

const isDay = (date: FoundDate): boolean => date.precision === "day";

/** "Unlike what happened in May, …": a day of what one compares with. */
const COMPARED =
  /(?<!\p{L})(?:unlike|in contrast to|as (?:it did )?(?:back )?(?:in|on)|just as (?:in|on)|anders als|im gegensatz zu[mr]?|wie (?:schon|bereits|zuletzt)|contrairement (?:à|au)|à la différence d|comme (?:déjà|ce fut le cas)|a diferencia de|al contrario (?:que|de)|como ya|ao contrário d|diferentemente d|como já|a differenza d|diversamente d|come già)[^,;.:]{0,90}$/u;
const COMPARED_EAST =
  /^[^,\uFF0C、。;\uFF1B]{0,40}(?:不同|不一样|と違い|と異なり|とは違って|와 달리|과 달리|와는 달리|과는 달리)/u;

/** True for a day of a comparison with another case. */
export function isCompared({ start, end }: FoundDate, { plain }: ReadSentence): boolean {
  return COMPARED.test(plain.slice(Math.max(0, start - 120), start)) || COMPARED_EAST.test(plain.slice(end, end + 60));
}
