import type { CivilDate, IsoInstant } from "../../core/fact.ts";

/** How a page writes 09/10/2026. */
export type DateOrder = "mdy" | "dmy" | "ymd";

export type DateContext = {
  /** Publication or fetch instant, or a civil date: relative dates and missing years count from its UTC day. */
  at: IsoInstant;
  /** The page's habit for ambiguous numbers, from `inferOrder`; null or absent when it is not known. */
  order?: DateOrder | null;
  /** BCP 47 tag of the text where it is known. */
  locale?: string;
  /** False skips relative dates ("in 90 days"): cells of tables hold none, and looking for them is most of the cost. */
  relative?: boolean;
};

/** A date that stands in a text, with its place in UTF-16 units. */
export type FoundDate = {
  start: number;
  end: number;
  text: string;
  date: CivilDate;
  precision: "day" | "month" | "earliest";
  /** False when year, month or day had to be chosen: a missing year, a bare weekday, an ambiguous order. */
  certain: boolean;
  /** True when the date counts from the context's day ("in 90 days", "next Monday"). */
  relative: boolean;
  /** Where the words leave open which of two: the last one before the context's day, and the next one. */
  past?: CivilDate;
  future?: CivilDate;
  /** "between A and B", "from A to B", "early / mid / end of July": a part of the month is named. */
  part?: "early" | "mid" | "late";
  /** "the 15th of the same month": the month is the one that was named before. */
  sameMonth?: true;
  /** "in three months": the day itself that the count leads to, where only its month is meant, too. */
  counted?: CivilDate;
};

/** A thing in the form of a date that is none, such as 2026-09-31. Reported, never corrected. */
export type ImpossibleDate = { start: number; end: number; text: string };

export type DateReading = {
  /** Null when the cell holds only impossible dates. */
  date: CivilDate | null;
  precision: "day" | "month" | "earliest" | null;
  certain: boolean;
  text: string;
  /** What is wrong, in words; null when nothing is. */
  problem: string | null;
  /** All dates of the cell in reading order. */
  all: FoundDate[];
};

/** What one match means before floors and overlaps are looked at. */
export type RawDate = Omit<FoundDate, "start" | "end" | "text">;

/** The words of one language that make or bend dates. Strings are sources of regular expressions without groups. */
export type DateLexicon = {
  tag: string;
  /** Twelve alternatives, January first. Full names. */
  months: readonly string[];
  /** Twelve alternatives for short forms, used only beside a day or a year; "" for none. */
  shortMonths?: readonly string[];
  /** Seven alternatives, Monday first. */
  weekdays: readonly string[];
  /** "first", "second", "third", "fourth" and "last" before a weekday ("the first Monday of November"). */
  ordinals: readonly string[];
  /** Number words. */
  numbers: Readonly<Record<string, number>>;
  /** Days of the month in words ("fifteenth", "quinze", "十五"). */
  days: Readonly<Record<string, number>>;
  units: { day: string; week: string; fortnight?: string; month: string; year: string };
  /** "half a year". */
  halfYear: string;
  /**
   * Templates and what they mean. Place holders: {N} number, {U} unit, {D} day of the month in digits, {X} in words, {E} in
   * either, {W} weekday, {O} which of the month's weekdays, {M} month name, {Y} year of four digits.
   */
  patterns: readonly (readonly [template: string, meaning: RelativeMeaning])[];
  /** Words before a date that make it a floor ("not before"), and words after it. */
  floorsBefore: readonly string[];
  floorsAfter: readonly string[];
};

export type RelativeMeaning =
  /**
   * {N} {U} before (-1) or after (1) the context's day; `exact` where months count from that very day, `from` where they
   * count from some days after it or from the coming {W}.
   */
  | { is: "offset"; sign: 1 | -1; exact?: true; from?: number | "weekday" }
  | { is: "fixed"; days: number }
  /** {D} of the month that is `months` away from the context's. */
  | { is: "day-of-month"; months: number }
  /** {D} of a month that nobody names; a {W} beside it tells which, and `ahead` that it is still to come. */
  | { is: "bare-day"; ahead?: true }
  /** {D} of the month that was named last. */
  | { is: "same-month" }
  /** The first or last day of {M}, or of the month that is `months` away. */
  | { is: "edge-day"; edge: "first" | "last"; months: number }
  /** The {O} {W} of {M}, or of the month that is `months` away. */
  | { is: "nth-weekday"; months: number | "new-year" }
  | { is: "month"; months: number; part?: "early" | "mid" | "late" }
  | {
      is: "weekday";
      which:
        | "coming"
        | "last"
        | "this-week"
        | "next-week"
        | "week-after-next"
        /** "Friday week", "vendredi en huit": a week after the coming one. */
        | "week-after-coming"
        /** "Vendredi en quinze": two weeks after it. */
        | "two-weeks-after-coming"
        | "last-week"
        /** "As of Saturday": the nearest one. */
        | "nearest"
        | "bare";
    }
  /** {M} with a word for its year: -1 last year, 0 this year, 1 next year. */
  | { is: "month-name"; years: number | null; part?: "early" | "mid" | "late"; past?: true }
  /** {M} and {D} with a word for the year; null where only {Y} may tell it. */
  | { is: "month-day"; years: number | null };
