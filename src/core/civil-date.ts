import type { CivilDate } from "./fact.ts";

const DAY_MS = 86_400_000;
const DAYS_OF_MONTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The start of the day in UTC, epoch ms; null for what is not an existing date written YYYY-MM-DD. Pages ask often. */
function dayStart(date: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return null;
  const [year, month, day] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  if (!isDay(year, month, day)) return null;
  // Date.UTC takes years below 100 for those of the last century; the calendar repeats every 400 years.
  return year >= 100 ? Date.UTC(year, month - 1, day) : Date.UTC(year + 400, month - 1, day) - 146_097 * DAY_MS;
}

/** True for a day that exists, its parts given as whole numbers, in a year of four digits. */
export function isDay(year: number, month: number, day: number): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const last = month === 2 && leap ? 29 : (DAYS_OF_MONTHS[month - 1] ?? 0);
  return day >= 1 && day <= last && year >= 0 && year <= 9_999;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. Throws RangeError on an impossible date. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  const [start, end] = [dayStart(from), dayStart(to)];
  if (start !== null && end !== null) return Math.round((end - start) / DAY_MS);
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;
}

/** The civil date `days` after `date` (before it when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The civil date in the IANA zone at that instant. */
export function civilDateAt(epochMs: number, timeZone = "UTC"): CivilDate {
  // The same without the tables of zones; years of another length than four digits are written otherwise.
  if (timeZone === "UTC" && epochMs >= 0 && epochMs < 253_402_300_800_000)
    return new Date(epochMs).toISOString().slice(0, 10);
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** True for a date that exists, written YYYY-MM-DD. */
export function isCivilDate(text: string): boolean {
  return dayStart(text) !== null;
}

/** True when the IANA zone is known here; node-cron and Temporal differ in what they do with a wrong one. */
export function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}

/**
 * The instant of a wall-clock time on a civil date in a zone, in epoch milliseconds. A time that the zone skips in
 * spring is taken as far after the gap as it was after the gap's start; one that happens twice is the first.
 */
export function instantOf(date: CivilDate, time: string, timeZone: string): number {
  const plain = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  return plain.toZonedDateTime(timeZone, { disambiguation: "compatible" }).epochMilliseconds;
}
