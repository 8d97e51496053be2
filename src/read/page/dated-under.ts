import { daysBetween, isCivilDate } from "../../core/civil-date.ts";
import type { CivilDate } from "../../core/fact.ts";
import type { DateSense } from "../cells/dates.ts";
import type { FoundDate } from "../dates/index.ts";
import type { Heading, Section } from "./sections.ts";

/** Headings that give a year and hardly more: "2026", "Removed in 2025". */
const YEAR = /^[^\d]{0,24}(20\d\d)(?: ?年|년)?[^\d]{0,8}$/;
/** A day that lies back by no more than this may be told again below a later one; one further back is that of the next year. */
const LOOKING_BACK = 45;

/** What a heading says of the days below it: the year that they are all in, or the day from which they count. */
type Anchor = { year: string } | { from: CivilDate };

function anchorOf({ month, date, title, thing }: Heading): Anchor | null {
  if (title) return null;
  const from = date ?? month;
  if (from !== null) return { from };
  const year = YEAR.exec(thing)?.[1];
  return year === undefined ? null : { year };
}

/** The day of a month that is meant below another day: the next one, unless it has just been. */
function dayAfter(from: CivilDate, monthAndDay: string): CivilDate {
  const year = Number(from.slice(0, 4));
  const [before, same, next] = [year - 1, year, year + 1].map((each) => `${each}${monthAndDay}`) as [
    string,
    string,
    string,
  ];
  const past = same <= from ? same : before;
  return daysBetween(past, from) <= LOOKING_BACK ? past : same >= from ? same : next;
}

/** A day whose year was only guessed, by what the heading gives. */
function settled(found: FoundDate, anchor: Anchor): FoundDate {
  if (found.certain || found.relative || found.precision === "month") return found;
  const monthAndDay = found.date.slice(4);
  const date = "year" in anchor ? `${anchor.year}${monthAndDay}` : dayAfter(anchor.from, monthAndDay);
  return isCivilDate(date) ? { ...found, date, certain: true } : found;
}

/** How dates are read below a section's headings: days without a year are those that the nearest of them leads to. */
export function senseUnder({ path }: Section, sense: DateSense): DateSense {
  const anchor = path.map(anchorOf).findLast((each) => each !== null) ?? null;
  if (anchor === null) return sense;
  return {
    ...sense,
    find(text) {
      const { dates, impossible } = sense.find(text);
      return { dates: dates.map((found) => settled(found, anchor)), impossible };
    },
  };
}
