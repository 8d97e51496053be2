import type { CivilDate } from "./fact.ts";

const DAY_MS = 86_400_000;

/** Whole days from `from` to `to`; negative when `to` is earlier. Throws RangeError on an impossible date. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  // Dates are told apart many thousand times while a page is read; the plain calculation costs a tenth.
  if (isCivilDate(from) && isCivilDate(to)) return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: "day" }).days;
}

/** The civil date `days` after `date` (before it when negative). */
export function addDays(date: CivilDate, days: number): CivilDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** The civil date in the IANA zone at that instant. */
export function civilDateAt(epochMs: number, timeZone = "UTC"): CivilDate {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

/** True for a date that exists, written YYYY-MM-DD. */
export function isCivilDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return false;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const leap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
  return d >= 1 && d <= (m === 2 && leap ? 29 : (DAYS[m - 1] ?? 0));
}

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

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
