import type { NameMention } from "../names/index.ts";
import type { ReadSentence } from "./clauses.ts";
import { datesByName, type DatedName, openDates } from "./frame-dates.ts";
import { type Frame, plainFrame } from "./frame.ts";
import type { CueFinder } from "./lexicon.ts";
import type { Memory } from "./memory.ts";

const REACH = 2;

/**
 * "Both go next month. a on the 6th, b on the 27th.": the days of an end that the sentence before told without any, or with its
 * month alone. Where that sentence named nobody ("three models go in July") all days must be of its month.
 */
export function eachWithDay(
  sentence: ReadSentence,
  index: number,
  last: Frame | undefined,
  { pending, surface }: Memory,
  cues: CueFinder,
): Frame[] {
  if (last !== undefined && index - last.sentence <= REACH && !last.rumour && last.date?.precision !== "day") {
    const days = eachDated(sentence, last.names, cues);
    if (days.length > 1) return days.map((one) => ({ ...last, ...one, sentence: index }));
  }
  if (pending === null || pending.date.precision !== "month" || index - pending.sentence > REACH) return [];
  const month = pending.date.date.slice(0, 7);
  const days = eachDated(sentence, null, cues);
  if (days.length < 2 || !days.every(({ date }) => date.date.slice(0, 7) === month)) return [];
  const { title, text } = sentence;
  return days.map((one) => plainFrame({ ...one, surface, title, sentence: index, quote: text }));
}

/** More letters than these beside names and days say something of their own. */
const MOST_BESIDE = 24;

function eachDated(sentence: ReadSentence, told: readonly NameMention[] | null, cues: CueFinder): DatedName[] {
  const [clause, ...others] = sentence.clauses;
  const { names, plain, title } = sentence;
  if (clause === undefined || others.length > 0 || title || sentence.question || sentence.rumour) return [];
  if (clause.off.length + clause.stay.length + clause.things.length + clause.deprecate.length > 0) return [];
  if (told !== null && !names.every(({ key }) => told.some((name) => name.key === key))) return [];
  const rest = [...names, ...openDates(clause, sentence, cues)]
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), plain);
  return rest.replace(/[^\p{L}]/gu, "").length > MOST_BESIDE ? [] : datesByName(names, clause, sentence, cues);
}
