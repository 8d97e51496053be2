import type { CivilDate } from "./fact.ts";

/** Whole days from `from` to `to`; negative when `to` is earlier. Throws RangeError on an impossible date. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
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
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: "reject" });
    return true;
  } catch {
    return false;
  }
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
