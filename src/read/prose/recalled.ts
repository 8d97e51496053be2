import { daysBetween } from "../../core/civil-date.ts";
import type { Clause, ReadSentence } from "./clauses.ts";
import type { CueFinder } from "./lexicon.ts";

/** "It ended on 26 March, so four weeks ago": no recollection yet. */
const WEEKS_AGO = /^(?:weeks ago|wochen her|semanas atrás|settimane fa)$/u;
const FEW_WEEKS = 5;

/** "Announced in September last year, it ended yesterday", "launched two years ago": what is remembered is the notice, or the launch. */
export function isRecalled(clause: Clause, { plain, at }: ReadSentence, cues: CueFinder): boolean {
  const text = plain.slice(clause.start, clause.end);
  const isNews = clause.dates.some(
    ({ date, past, relative }) => !relative && (past ?? date) <= at && daysBetween(past ?? date, at) <= FEW_WEEKS * 7,
  );
  const words = cues
    .find("recall", text)
    .filter(({ start, end }) => !(isNews && WEEKS_AGO.test(text.slice(start, end))));
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
