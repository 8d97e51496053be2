import { daysBetween } from "../../core/civil-date.ts";
import { findDates } from "../dates/index.ts";
import { type ReadSentence, readSentence } from "./clauses.ts";
import { languageOf } from "./language.ts";
import { type CueFinder, cuesOf } from "./lexicon.ts";
import { linksIn } from "./links.ts";
import { namedIn } from "./named.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import type { ProseInput } from "./types.ts";
import { isWindow } from "./windows.ts";

/** What took effect longer ago than this is recalled, not reported. */
export const RECENT_DAYS = 40;
/** How many sentences before it "four days later" may count from. */
const DAYS_REACH = 6;

/** A text with its sentences read one by one; what they say together is for others to tell. */
export type Heard = {
  /** As given, with the day that its relative dates count from. */
  input: ProseInput;
  lang: string;
  cues: CueFinder;
  /** The title first, where there is one, then the sentences as they are written. */
  raw: readonly (Sentence & { title: boolean })[];
  sentences: ReadSentence[];
};

/** Reads the sentences of a text in its own language, each with the names and days that those before it lend to it. */
export function heardIn(given: ProseInput): Heard {
  const input = given.undated === true ? { ...given, published: writtenOn(given) } : given;
  const lang = input.lang ?? languageOf(`${input.title}\n${input.text}`);
  const cues = cuesOf(lang);
  const raw = [
    ...(input.title === "" ? [] : [{ text: input.title, paragraph: -1, title: true }]),
    ...sentencesOf(input.text)
      .filter((sentence) => !isWindow(sentence.text))
      .map((sentence) => ({ ...sentence, title: false })),
  ];
  const texts = raw.map((sentence) => sentence.text);
  const named = texts.some((text) => cues.mayHint(text.toLowerCase())) ? namedIn(texts, cues) : [];
  const links = linksIn(texts);
  const groups = input.groups === undefined ? {} : { groups: input.groups };
  const sentences: ReadSentence[] = [];
  for (const sentence of raw) {
    const earlier = sentences.slice(-DAYS_REACH);
    const before = () => earlier.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.dates));
    sentences.push(readSentence({ ...sentence, at: input.published, links, named, before, ...groups }, cues));
  }
  return { input, lang, cues, raw, sentences };
}

/** The likely day of a text without one: the last day that it names when that is long past, else the day it was read. */
function writtenOn(input: ProseInput): string {
  const today = input.published.slice(0, 10);
  const days = findDates(`${input.title}\n${input.text}`, { at: input.published })
    .filter((date) => date.certain && !date.relative && date.precision === "day")
    .map((date) => date.date);
  const last = days.toSorted().at(-1);
  return last !== undefined && daysBetween(last, today) > RECENT_DAYS ? last : input.published;
}
