import { numberCell } from "./absolute.ts";
import { plainText } from "./plain-text.ts";
import { scanDates } from "./scan.ts";
import type { DateContext, DateReading, FoundDate } from "./types.ts";

export { inferOrder } from "./order.ts";
export { scanDates } from "./scan.ts";
export type { DateContext, DateOrder, DateReading, FoundDate, ImpossibleDate } from "./types.ts";

/**
 * All dates of a running text, in reading order. Quarters, half-years, versions, ids and impossible dates are none.
 *
 * @param context the day that relative dates and missing years count from, and the page's habits
 */
export function findDates(text: string, context: DateContext): FoundDate[] {
  return scanDates(text, context).dates;
}

/** A cell that is a month (`2026-07`, `07/2026`) or a day (`20260714`) in numbers and nothing else; null for any other. */
export function dateOfNumbers(text: string): FoundDate | null {
  const raw = numberCell(plainText(text));
  return raw === null ? null : { ...raw, start: 0, end: text.length, text: text.trim() };
}

/**
 * Reads a cell that should hold a date. The first date counts; `all` has the others.
 *
 * @returns null when the cell holds nothing like a date ("N/A", "TBD", "Q3 2026", an id); a reading with a `problem` and
 *   no date when what it holds cannot be (2026-09-31)
 */
export function readDate(text: string, context: DateContext): DateReading | null {
  const only = dateOfNumbers(text);
  if (only !== null) {
    const { date, precision } = only;
    return { date, precision, certain: true, text: only.text, problem: null, all: [only] };
  }
  const { dates, impossible } = scanDates(text, context);
  const wrong = impossible[0];
  const problem = wrong === undefined ? null : `there is no such day: ${wrong.text}`;
  const [first] = dates;
  if (first !== undefined) {
    return {
      date: first.date,
      precision: first.precision,
      certain: first.certain,
      text: first.text,
      problem,
      all: dates,
    };
  }
  if (wrong === undefined) return null;
  return { date: null, precision: null, certain: false, text: wrong.text, problem, all: [] };
}
