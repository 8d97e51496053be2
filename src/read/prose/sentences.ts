import { remember } from "../../lib/remember.ts";
import { halvesIn } from "./half-sentences.ts";
import { isKnown } from "../names/index.ts";
import { joinedLines } from "./lines.ts";
import { parseHtml, writtenLines } from "../../parse/index.ts";

export type Sentence = { text: string; paragraph: number };

const MARKUP = /<\/?(?:p|b|i|em|strong|div|br|table|tr|td|ul|ol|li|a|h[1-6]|code|pre|span)\b[^>]{0,500}>/i;

/** True for text that is read as HTML. */
export const hasMarkup = (text: string): boolean => text.includes("<") && MARKUP.test(text);

/** A full stop ends a sentence only before what begins one: a capital, a quote, an id in lower case, a word of code that ends. */
const LATIN_END =
  /[.!?…]["”’»)\]]{0,2}\s+(?=[\p{Lu}\p{N}"“«‘(@`¿¡>*\p{Script=Han}]|(?<=[\p{L}\d][?!]{1,3}\s+)\p{Ll}{2}|[a-z@][\w.@]*[-/\d][\w./:@*-]*[,:;)]?\s|[a-z][\w.-]{1,40} (?:was|is|will be|has been) (?:removed|retired|shut|turned off|switched off|discontinued|sunset|decommissioned|withdrawn|dropped|deprecated|no longer)\b|\p{Script=Hangul})/gu;
/** "…했다. gpt-4 …": Korean ends a sentence in these. */
const KOREAN_END = /[다요]\.["”’»)\]]{0,2}\s+(?=\S)/gu;
const EAST_END = /[。!?\uFF01\uFF1F](?:[”」』"’)]{0,2})(?![”」』])/gu;
const MAY_END = /[.!?…]["”’»)\]]{0,2}\s|[。!?\uFF01\uFF1F]/;
/** "15. Juli", "z. B.", "Nr. 5", "approx. 3": no end of a sentence. */
const NO_END =
  /(?:(?:^|[\s(])\d{1,2}|(?:^|[\s(])(?:z\. ?B|d\. ?h|Nr|ca|bzw|vs|e\.g|i\.e|approx|Dr|Mr|Ms|No|St|U\.S|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)|\d ?[ap]\.m)\.\s+$/u;

/** "Le 14 oct. 2026": a month that is cut short, between its day and its year. */
const SHORT_MONTH =
  /\d(?:er|\.|º)? (?:de )?(?:janv?|févr?|fev|feb|ene|gen|mars?|avr|abr|apr|mai|may|mag|jui?n|giu|juil|jul|lug|août|ago|sept?|set|oct|out|okt|ott|nov|déc|dec|dez|dic)\.\s+$/iu;
const YEAR = /^20\d{2}(?!\d)/;

const NUMBER_END = /(?:^|[\s(])\d{1,2}\.\s+$/u;
/** What a German, Danish or Czech ordinal counts: months, and parts of a year. */
const COUNTED =
  /^(?:jan|feb|mär|mar|maer|apr|mai|maj|jun|jul|aug|sep|okt|oct|nov|dez|dec|quartal|halbjahr|jahr|tag|monat|woche|generation|version|ausgabe|platz)/i;
const NUMBERED = /^\d{1,2}\.\s+$/u;

/** "…on September 30. She …", "Vireo 1. Als …": a number that counts nothing ends its sentence. */
function endsInNumber(before: string, behind: string): boolean {
  return NUMBER_END.test(before) && !NUMBERED.test(before) && !COUNTED.test(behind);
}

/** "2026. 10. 1.부터", "2026. 10. 1. 종료": its full stops are the day's own. */
const SPACED_DAY =
  /(?<!\p{N})20\d{2}\.\s(?:1[0-2]|0?[1-9])\.\s(?:3[01]|[12]\d|0?[1-9])(?!\p{N})(?:\.\s(?:(?=\p{Script=Hangul})|(?<=^[\d. ]+)))?/gu;

/** A word in lower case behind a full stop: the name of a model may be one ("sonar"). */
const BEFORE_WORD = /(?<=\p{L}{2})[.!?]["”’»)\]]{0,2}\s+(?=(\p{Ll}{3,20})[\s,])/gu;

function splitParagraph(text: string): string[] {
  const halves = halvesIn(text);
  if (!MAY_END.test(text) && halves.length === 0) return withinLimit(text.trim());
  const cuts = new Set<number>(halves);
  for (const match of text.matchAll(LATIN_END)) {
    const end = match.index + match[0].length;
    const before = text.slice(Math.max(0, end - 14), end);
    const dated = SHORT_MONTH.test(before) && YEAR.test(text.slice(end, end + 5));
    const goesOn =
      match[0].startsWith(".") && (dated || (NO_END.test(before) && !endsInNumber(before, text.slice(end, end + 16))));
    if (!goesOn) cuts.add(end);
  }
  for (const { index, 0: stop, 1: word } of text.matchAll(BEFORE_WORD))
    if (isKnown(word ?? "")) cuts.add(index + stop.length);
  if (/[\uAC00-\uD7A3]/.test(text)) {
    for (const match of text.matchAll(KOREAN_END)) cuts.add(match.index + match[0].length);
  }
  if (/[\u3041-\u30FA\u4E00-\u9FFF]/.test(text)) {
    for (const match of text.matchAll(EAST_END)) cuts.add(match.index + match[0].length);
  }
  for (const day of text.matchAll(SPACED_DAY))
    for (let cut = day.index + 1; cut <= day.index + day[0].length; cut += 1) cuts.delete(cut);
  const places = [0, ...[...cuts].toSorted((a, b) => a - b), text.length];
  return places.slice(1).flatMap((end, index) => withinLimit(text.slice(places[index], end).trim()));
}

/**
 * No writer's sentence is longer, a list of two hundred ids within it included. Each day and name of a sentence is held
 * against the others, so that one without an end would cost the square of its length.
 */
const LONGEST = 8_000;

/** A sentence within the limit, or its parts, cut between words. */
function withinLimit(sentence: string): string[] {
  const parts: string[] = [];
  let rest = sentence;
  while (rest.length > LONGEST) {
    const mark = /[\s,;、，；。][^\s,;、，；。]*$/u.exec(rest.slice(LONGEST - 200, LONGEST));
    const end = mark === null ? LONGEST : LONGEST - 200 + mark.index + 1;
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end);
  }
  return [...parts, rest.trim()];
}

const trimmed = (lines: readonly string[]): string[] => lines.map((line) => line.trim()).filter((line) => line !== "");

/** Plain text of HTML or text: one visual line a line. */
export function plainLines(text: string): string[] {
  if (hasMarkup(text)) return trimmed(writtenLines(parseHtml(text).blocks));
  return joinedLines(trimmed(text.split("\n")));
}

/** The sentences of a text in reading order, each with the number of its paragraph. */
export const sentencesOf: (text: string) => readonly Sentence[] = remember((text) =>
  plainLines(text).flatMap((line, paragraph) =>
    splitParagraph(line)
      .filter((sentence) => sentence !== "")
      .map((sentence) => ({ text: sentence, paragraph })),
  ),
);
