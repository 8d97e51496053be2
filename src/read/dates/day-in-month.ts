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

/** A part of a year before or behind it: "Summer 2027", "Q2 2027", "First half of 2027". */
const PART_OF_YEAR =
  /^(?:(?:early|late|mid|the|in) )*(?:spring|summer|autumn|fall|winter|q[1-4]|h[12]|(?:first|second|third|fourth|1st|2nd|3rd|4th) (?:quarter|half)(?: of)?|\d\. quartal|frühjahr|frühling|sommer|herbst|printemps|été|automne|primavera|verano|otoño|verão|outono|estate|autunno|year|jahr|année|año|ano|anno)$/iu;

/** "2026" alone or with a part of it, as a heading over the days of a year; null for any other text. */
export function yearAlone(text: string): string | null {
  const [, before = "", year, behind = ""] =
    /^\W{0,3}?([\p{L}\d. ]{0,24}?)[\s,]*(20\d\d)[\s年년]?[\s,]*([\p{L}\d. ]{0,16})\W{0,3}$/u.exec(text) ?? [];
  if (year === undefined) return null;
  const words = `${before} ${behind}`.trim();
  return words === "" || PART_OF_YEAR.test(words) ? year : null;
}

/**
 * The day of a heading that leaves its year to the heading over it: "November 3" below "2026".
 *
 * @param year that stands over it, of four digits
 * @returns null where the text is more than a day of a month, or gives a year of its own
 */
export function dayInYear(text: string, year: string): CivilDate | null {
  if (text.length > LONGEST) return null;
  const [day, ...others] = findDates(text, { at: `${year}-01-01` });
  if (day === undefined || others.length > 0 || day.precision !== "day" || day.relative || day.certain) return null;
  if (/\p{L}/u.test(text.slice(0, day.start) + text.slice(day.end))) return null;
  const date = `${year}${day.date.slice(4)}`;
  return isCivilDate(date) ? date : null;
}
