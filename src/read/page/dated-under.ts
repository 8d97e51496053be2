import type { DateSense } from "../cells/dates.ts";
import type { FoundDate } from "../dates/index.ts";
import type { Heading, Section } from "./sections.ts";

/** Headings that give a year and hardly more: "2026", "Removed in 2025". */
const YEAR = /^[^\d]{0,24}(20\d\d)(?: ?年|년)?[^\d]{0,8}$/;

/** "February 2027" or "2025" over rows of days without a year: `2027-02`, `2025`. */
function periodOf({ month, date, title, thing }: Heading): string | null {
  if (title || date !== null) return null;
  return month?.slice(0, 7) ?? YEAR.exec(thing)?.[1] ?? null;
}

/** A day whose year was only guessed, in the period that the heading gives. */
function within(found: FoundDate, period: string): FoundDate {
  if (found.certain || found.relative || found.precision === "month") return found;
  const date = `${period.slice(0, 4)}${found.date.slice(4)}`;
  return date.startsWith(period) ? { ...found, date, certain: true } : found;
}

/** How dates are read below a section's headings: days without a year are of the month or year that the nearest of them gives. */
export function senseUnder({ path }: Section, sense: DateSense): DateSense {
  const period = path.map(periodOf).findLast((each) => each !== null) ?? null;
  if (period === null) return sense;
  return {
    ...sense,
    find(text) {
      const { dates, impossible } = sense.find(text);
      return { dates: dates.map((found) => within(found, period)), impossible };
    },
  };
}
