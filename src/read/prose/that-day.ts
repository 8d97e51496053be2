import type { FoundDate } from "../dates/index.ts";
import type { ReadSentence } from "./clauses.ts";

const POINTS_BACK =
  /^[\s"'“„«(-]*(?:and |but |und |et |y |e )?(?:(?:that(?:['’]s| is) (?:when|the (?:day|date) (?:on which|when|that))|(?:on|from|as of|starting|beginning|after) that (?:very )?(?:day|date)|from then on|(?:an|ab|mit|nach) (?:diesem|jenem) (?:tag|datum|termin|zeitpunkt)|von da an|(?:à|dès|après|à partir de|à compter de) cette date|ce jour-là|à (?:partir|compter) de ce jour|(?:en|a partir de|desde|después de|tras) esa fecha|(?:a partir de |desde )?ese día|(?:nessa|a partir dessa|após essa) data|(?:nesse|a partir desse) dia|(?:in|da|a partire da|dopo) (?:quel giorno|quella data|tale data))(?!\p{L})|届时|(?:从|自)?(?:那|该|这|当)(?:一?天|日)(?:起|之?后)?|(?:その|この)日(?:に|から|以降|をもって|を境に)|(?:그|이) ?날(?:부터|에|을)?[ ,])/u;

/**
 * "Take note of 10 September. That is when x leaves.": the only day of the sentence before, to which a sentence without
 * a day of its own points back; null for any other sentence.
 */
export function dayPointedTo(sentence: ReadSentence, before: ReadSentence | undefined): FoundDate | null {
  if (before === undefined || before.rumour || before.question || before.withdrawn) return null;
  if (!POINTS_BACK.test(sentence.plain) || daysOf(sentence).length > 0) return null;
  // "Your trial of x expires on D. After that day requests are rejected": of what has ended, and no other thing.
  if (sentence.names.length === 0 && before.clauses.some(({ off }) => off.length > 0)) return null;
  const [day, ...others] = daysOf(before);
  if (day === undefined || day.precision !== "day") return null;
  return others.every((other) => other.date === day.date) ? day : null;
}

const daysOf = ({ clauses }: ReadSentence): FoundDate[] => clauses.flatMap(({ dates }) => dates);
