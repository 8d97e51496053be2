import { LEXICONS } from "./months.ts";

/** A few words may stand between "not before" and the date: a colon, an article, a weekday, an opening mark. */
const GAP = "[ :,(]{0,3}(?:(?:on|the|in|am|dem|den|le|el|il|dia|día|date|is|of|于|在) ){0,2}$";

const escaped = LEXICONS.map((lexicon) => ({
  before: new RegExp(`(?:${lexicon.floorsBefore.join("|")})${GAP}`, "u"),
  after: new RegExp(`^[ ,(]{0,2}(?:${lexicon.floorsAfter.join("|")})`, "u"),
}));

const WINDOW = 48;

/** True when the words around a date make it a floor: not before that day. `plain` is from `plainText`. */
export function isFloor(plain: string, start: number, end: number): boolean {
  const before = plain.slice(Math.max(0, start - WINDOW), start);
  const after = plain.slice(end, end + WINDOW);
  return escaped.some((floor) => floor.before.test(before) || floor.after.test(after));
}
