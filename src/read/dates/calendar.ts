import { daysBetween, isCivilDate, isDay } from "../../core/civil-date.ts";
import type { CivilDate } from "../../core/fact.ts";
import { remember } from "../../lib/remember.ts";

const pad = (value: number, width = 2) => String(value).padStart(width, "0");

/** `YYYY-MM-DD`, or null when there is no such day. */
export function civil(year: number, month: number, day: number): CivilDate | null {
  return isDay(year, month, day) ? `${pad(year, 4)}-${pad(month)}-${pad(day)}` : null;
}

/** The civil day in UTC of an instant or civil date as ISO text. Throws RangeError on anything else. */
export const dayOf: (at: string) => CivilDate = remember((at) =>
  isCivilDate(at) ? at : Temporal.Instant.from(at).toString().slice(0, 10),
);

/** A day shifted by whole units; the last day of a shorter month stands for one that it lacks. */
export function shift(
  date: CivilDate,
  by: { days?: number; weeks?: number; months?: number; years?: number },
): CivilDate {
  return Temporal.PlainDate.from(date).add(by).toString();
}

/** Days from `from` to `to`. */
export const distance = daysBetween;

/** ISO weekday, 1 is Monday. */
export function weekdayOf(date: CivilDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

export const yearOf = (date: CivilDate): number => Number(date.slice(0, 4));
export const monthOf = (date: CivilDate): number => Number(date.slice(5, 7));

/** News speaks of what comes, and of what happened lately: this many days back a missing year still means this year. */
const DAYS_BACK = 100;

/** A month and day without a year: the last one up to the day, the next one after it, and the likelier of the two. */
export function withoutYear(
  month: number,
  day: number,
  at: CivilDate,
): { date: CivilDate; past: CivilDate; future: CivilDate } | null {
  const year = yearOf(at);
  const all = [year - 1, year, year + 1, year + 2, year + 3, year + 4]
    .map((candidate) => civil(candidate, month, day))
    .filter((date): date is CivilDate => date !== null);
  const past = all.filter((date) => date <= at).at(-1) ?? civil(year - 2, month, day);
  const future = all.find((date) => date >= at);
  if (future === undefined) return null;
  const before = past ?? future;
  return { date: distance(before, at) <= DAYS_BACK ? before : future, past: before, future };
}
