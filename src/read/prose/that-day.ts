import type { FoundDate } from "../dates/index.ts";
import type { ReadSentence } from "./clauses.ts";
import type { CueFinder } from "./lexicon.ts";

/** Letters within which a sentence points back: "And on that day …". */
const FIRST_LETTERS = 8;

/**
 * "Take note of 10 September. That is when x leaves.": the only day of the sentence before, to which a sentence without
 * a day of its own points back; null for any other sentence.
 */
export function dayPointedTo(
  sentence: ReadSentence,
  before: ReadSentence | undefined,
  cues: CueFinder,
): FoundDate | null {
  if (before === undefined || before.rumour || before.question || before.withdrawn) return null;
  if (daysOf(sentence).length > 0) return null;
  if (!cues.find("sameDay", sentence.plain).some(({ start }) => start <= FIRST_LETTERS)) return null;
  // "Your trial of x expires on D. After that day requests are rejected": of what has ended, and no other thing.
  if (sentence.names.length === 0 && before.clauses.some(({ off }) => off.length > 0)) return null;
  const [day, ...others] = daysOf(before);
  if (day === undefined || day.precision !== "day") return null;
  return others.every((other) => other.date === day.date) ? day : null;
}

const daysOf = ({ clauses }: ReadSentence): FoundDate[] => clauses.flatMap(({ dates }) => dates);
