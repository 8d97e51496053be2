import type { CivilDate } from "../../core/fact.ts";
import type { FoundDate } from "../dates/index.ts";

/** A span of time in a cell: from a day to another one, or open, where a day in brackets may promise how long at least. */
export type Period = { from: CivilDate; to: FoundDate | null; atLeast: CivilDate | null };

/** "A – B", "A to B", "von A bis B", "A 至 B". An arrow between two days means that one took the place of the other. */
const TO =
  /^\s*(?:から|부터)?\s*(?:[–—−‐‑~〜～/-]|\.\.\.?|…|to|until|till|through|up to|bis(?: zum)?|jusqu['’]au|au|à|hasta(?: el)?|al|até(?: o)?|a|ao|fino al|至|到|から|부터)\s*$/iu;
const OPEN =
  /^\s*(?:[–—−~〜～-]\s*(?:present|today|now|open|ongoing|current|heute|offen|aujourd['’]hui|hoy|hoje|oggi|现在|至今|現在|현재)?|onwards?|on|and later|and after|until further notice|to (?:present|date|now)|bis (?:heute|auf weiteres)|à ce jour|en adelante|em diante|in poi|至今|起|以降|から|부터)(?![\p{L}\d])/iu;
const BEFORE =
  /(?:^|[^\p{L}])(?:from|since|between|von|vom|seit|ab|zwischen|du|de|depuis|desde|del|dal|entre|自|从)?\s*$/iu;

/**
 * The span that a cell gives, and nothing else; null for a cell with other days.
 *
 * @param dates the days in the order of the text
 */
export function periodIn(text: string, dates: readonly FoundDate[]): Period | null {
  const [first, second, ...others] = dates;
  if (first === undefined || others.length > 0 || !BEFORE.test(text.slice(0, first.start))) return null;
  if (/\p{L}/u.test(text.slice(0, first.start).replace(BEFORE, ""))) return null;
  const behind = text.slice(first.end, second?.start ?? text.length);
  if (second !== undefined && TO.test(behind) && second.date > first.date)
    return { from: first.date, to: second, atLeast: null };
  if (!OPEN.test(behind) && second === undefined) return null;
  if (second === undefined) return { from: first.date, to: null, atLeast: null };
  const promised = OPEN.test(behind) && /[(（]/.test(behind) && second.date > first.date;
  return promised ? { from: first.date, to: null, atLeast: second.date } : null;
}
