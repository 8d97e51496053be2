import type { CivilDate, Precision } from "../../core/fact.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** British order, since it cannot be misread: "14 July 2025". */
export function date(value: CivilDate, precision: Precision): string {
  const [year, month, day] = value.split("-");
  const name = MONTHS[Number(month) - 1] ?? month;
  if (precision === "month") return `${name} ${year}`;
  const full = `${Number(day)} ${name} ${year}`;
  return precision === "earliest" ? `not before ${full}` : full;
}

/** The day with the word before it that a sentence needs. */
export function onDate(value: CivilDate, precision: Precision): string {
  if (precision === "earliest") return date(value, precision);
  return `${precision === "month" ? "in" : "on"} ${date(value, precision)}`;
}

/** "1 model", "2 models". */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? "" : "s"}`;
}

/** @param days from today to the day; negative when it is past */
export function daysLeft(days: number): string {
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  if (days === -1) return "yesterday";
  return days > 0 ? `in ${count(days, "day")}` : `${count(-days, "day")} ago`;
}

/** @param minutes since it was read */
export function age(minutes: number): string {
  if (minutes < 1) return "just now";
  if (minutes < 60) return `${count(minutes, "minute")} ago`;
  if (minutes < 48 * 60) return `${count(Math.floor(minutes / 60), "hour")} ago`;
  return `${count(Math.floor(minutes / 1440), "day")} ago`;
}

/** A milestone of the countdown in one line; `days` as in `daysLeft`. */
export function reminder(model: string, surface: string, value: CivilDate, precision: Precision, days: number): string {
  const what = `${model} (${surface})`;
  if (precision === "earliest") {
    return `${what} may be switched off from ${date(value, "day")}, not before (${daysLeft(days)})`;
  }
  if (precision === "month")
    return `${what} is switched off in ${date(value, "month")}, a month that starts ${daysLeft(days)}`;
  if (days < 0) return `${what} was switched off ${daysLeft(days)}, on ${date(value, "day")}`;
  return `${what} is switched off ${daysLeft(days)}, on ${date(value, "day")}`;
}
