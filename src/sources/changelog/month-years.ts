import type { Fact } from "../../core/fact.ts";
import type { Block } from "../../parse/index.ts";
import { findDates } from "../../read/dates/index.ts";
import { mapBlock } from "../../read/page/masks.ts";
import type { Notice } from "../../read/prose/notices.ts";

/** An entry with the year written beside the days of its month, and what gives a fact its own words back. */
export type Dated = { blocks: readonly Block[]; show: (fact: Fact) => Fact };

const EAST = /[\u3041-\u30FA\u4E00-\u9FFF\uAC00-\uD7A3]/;

/** One or two digits beside a letter, a blank away at most: without them no day of a month is told. */
const MAY_HOLD = /(?:[\p{L}.] ?|^)\d{1,2}(?:st|nd|rd|th|er|º|\.)?(?=[\s,;.:!)。、，日일]|$)|\d{1,2} ?[月월]/u;

/**
 * "September 2026" over "was removed on September 22": a day of an entry that is told by its month alone is in that month,
 * whether it lies before or behind the day that the entry is counted from.
 */
export function withYears({ blocks, day, precision }: Notice): Dated {
  if (precision !== "month") return { blocks, show: (fact) => fact };
  const written = new Map<string, string>();
  const dated = (text: string): string => {
    if (!MAY_HOLD.test(text)) return text;
    let out = text;
    for (const found of findDates(text, { at: day, relative: false }).toReversed()) {
      const month = found.date.slice(5, 7) === day.slice(5, 7);
      if (found.certain || found.relative || found.precision !== "day" || !month) continue;
      const year = day.slice(0, 4);
      const whole = EAST.test(found.text) ? `${year}年${found.text}` : `${found.text}, ${year}`;
      written.set(whole, found.text);
      out = out.slice(0, found.start) + whole + out.slice(found.end);
    }
    return out;
  };
  const made = blocks.map((block) => mapBlock(block, (run) => ({ ...run, text: dated(run.text) })));
  const back = (quote: string) => [...written].reduce((text, [whole, own]) => text.replaceAll(whole, own), quote);
  return {
    blocks: made,
    show: (fact) => ({ ...fact, evidence: { ...fact.evidence, quote: back(fact.evidence.quote) } }),
  };
}
