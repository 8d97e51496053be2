import { expressionIndex } from "../stem-index.ts";
import { LEXICONS } from "./months.ts";

/** A few words may stand between "not before" and the date: a colon, an article, a weekday, an opening mark. */
const GAP = "[ :,(]{0,3}(?:(?:on|the|in|am|dem|den|le|el|il|dia|día|date|is|of|于|在) ){0,2}$";

const wordsBefore = expressionIndex(() => LEXICONS.flatMap((lexicon) => lexicon.floorsBefore));
const wordsAfter = expressionIndex(() => LEXICONS.flatMap((lexicon) => lexicon.floorsAfter));

const FLOORS = LEXICONS.map((lexicon) => ({
  before: new RegExp(`(?:${lexicon.floorsBefore.join("|")})${GAP}`, "u"),
  after: new RegExp(`^[ ,(]{0,2}(?:${lexicon.floorsAfter.join("|")})`, "u"),
}));

const WINDOW = 48;

/** True when the words around a date make it a floor: not before that day. `plain` is from `plainText`. */
export function isFloor(plain: string, start: number, end: number): boolean {
  const before = plain.slice(Math.max(0, start - WINDOW), start);
  const after = plain.slice(end, end + WINDOW);
  return (
    (wordsBefore(before).length > 0 && FLOORS.some((floor) => floor.before.test(before))) ||
    (wordsAfter(after).length > 0 && FLOORS.some((floor) => floor.after.test(after)))
  );
}
