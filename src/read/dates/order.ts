import { plainText } from "./plain-text.ts";
import type { DateOrder } from "./types.ts";

const NUMERIC = /(?<![\d/.])(\d{1,4})[/-](\d{1,2})[/-](\d{1,4})(?![\d/])/g;

/** "Date (DD/MM/YYYY)": the page says how it writes its dates. */
const SPELLED = /(?<![a-z])(dd[/.-]mm|mm[/.-]dd)[/.-]yy/i;

/** What `NUMERIC` needs, in any of the signs that `plainText` makes one: by far the most texts have none. */
const MAY_HOLD = /[\d\uFF10-\uFF19][/\-\u2010-\u2013\u2212\uFE63\uFF0D\uFF0F][\d\uFF10-\uFF19]/;

/**
 * The habit of a page that writes 09/10/2026, from all its dates: one with a part above 12 decides; where none does, the
 * part that changes more from row to row is the day. Null when the page tells nothing.
 *
 * @param texts cells or passages of one page
 */
export function inferOrder(texts: readonly string[]): DateOrder | null {
  const votes = { mdy: 0, dmy: 0, ymd: 0 };
  const firsts = new Set<number>();
  const seconds = new Set<number>();
  for (const text of texts) {
    const spelled = SPELLED.exec(text)?.[1]?.toLowerCase();
    if (spelled !== undefined) return spelled.startsWith("d") ? "dmy" : "mdy";
    if (!MAY_HOLD.test(text)) continue;
    for (const [, a = "", b = "", c = ""] of plainText(text).matchAll(NUMERIC)) {
      if (a.length === 4) {
        votes.ymd++;
        continue;
      }
      if (c.length !== 4 && c.length !== 2) continue;
      const [first, second] = [Number(a), Number(b)];
      if (first > 12 && first <= 31 && second <= 12) votes.dmy++;
      if (second > 12 && second <= 31 && first <= 12) votes.mdy++;
      firsts.add(first);
      seconds.add(second);
    }
  }
  if (votes.mdy !== votes.dmy) return votes.mdy > votes.dmy ? "mdy" : "dmy";
  if (votes.mdy === 0 && firsts.size + seconds.size > 3) {
    if (firsts.size >= 2 * seconds.size) return "dmy";
    if (seconds.size >= 2 * firsts.size) return "mdy";
  }
  return votes.ymd > 0 && firsts.size === 0 ? "ymd" : null;
}
