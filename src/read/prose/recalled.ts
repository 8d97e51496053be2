import type { Clause, ReadSentence } from "./clauses.ts";
import type { CueFinder } from "./lexicon.ts";

/** "Announced in September last year, it ended yesterday", "launched two years ago": what is remembered is the notice, or the launch. */
export function isRecalled(clause: Clause, { plain }: ReadSentence, cues: CueFinder): boolean {
  const words = cues.find("recall", plain.slice(clause.start, clause.end));
  if (words.length === 0 || clause.dates.length < 2) return words.length > 0;
  const notices = [...cues.find("announced", plain), ...cues.find("launch", plain)];
  const ofNotice = (start: number, end: number) =>
    clause.dates.some(
      (date) =>
        start >= date.start &&
        end <= date.end &&
        notices.some(
          (cue) =>
            (cue.start >= date.end - 1 && cue.start - date.end <= 3) ||
            (cue.start < date.start && date.start - cue.end <= 3),
        ),
    );
  return words.some(({ start, end }) => !ofNotice(clause.start + start, clause.start + end));
}
