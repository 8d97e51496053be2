import type { CivilDate } from "../../core/fact.ts";
import { isCivilDate } from "../../core/civil-date.ts";
import { findDates } from "./index.ts";

const LONGEST = 40;
const NUMBER = /^\W{0,3}(\d{1,2})(?:st|nd|rd|th|\.|日|일)?\W{0,3}$/iu;

/**
 * The day of a heading that leaves its year, or its month as well, to the heading over it: "Aug 31" and "31" below "August
 * 2026".
 *
 * @param month the first day of the month that stands over it
 * @returns null where the heading gives no day, or one of another month
 */
export function dayInMonth(text: string, month: CivilDate): CivilDate | null {
  if (text.length > LONGEST) return null;
  const number = NUMBER.exec(text)?.[1];
  const [day, ...others] = number === undefined ? findDates(text, { at: month }) : [];
  if (number === undefined && (day === undefined || others.length > 0 || day.precision !== "day" || day.relative))
    return null;
  if (day !== undefined && day.date.slice(5, 7) !== month.slice(5, 7)) return null;
  const date = `${month.slice(0, 7)}-${number === undefined ? day?.date.slice(8) : number.padStart(2, "0")}`;
  return isCivilDate(date) ? date : null;
}
