import type { CivilDate } from "../../core/fact.ts";
import { civil } from "./calendar.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");
const PLAIN = /^([A-Z][a-z]{2,8}) (\d{1,2}), (20\d{2})$/;

/**
 * The day of a text that is "March 5, 2026" and nothing else, as the headings and labels of most changelogs are; null for
 * any other text. No other form of a date can be read in such a text, so none has to be looked for.
 */
export function plainDay(text: string): CivilDate | null {
  const [, month = "", day = "", year = ""] = PLAIN.exec(text) ?? [];
  const number = MONTHS.indexOf(month) + 1;
  return number === 0 ? null : civil(Number(year), number, Number(day));
}
