import { oneLine } from "../../lib/one-line.ts";
import { type Block, textOf } from "../../parse/document.ts";
import type { DateSense } from "../cells/dates.ts";
import { languageOf } from "../prose/language.ts";
import { leadOf } from "../prose/leads.ts";
import { cuesOf } from "../prose/lexicon.ts";
import type { Draft } from "../table/draft.ts";

const LONGEST = 600;
const REACH = 2;

/**
 * Models of a list that is only called deprecated, over words that ask to go by a day: "We ask all customers to migrate to
 * x before D." That day is their end.
 *
 * @param below the blocks of the section behind the list
 */
export function withDeadlineBelow(drafts: Draft[], below: readonly Block[], sense: DateSense): Draft[] {
  const open = (draft: Draft) => draft.state === "deprecated" && draft.shutdown === null && draft.deprecated === null;
  if (drafts.length === 0 || !drafts.every(open)) return drafts;
  for (const block of below.slice(0, REACH)) {
    const text = block.type === "paragraph" ? oneLine(textOf(block.lines)) : "";
    if (text === "" || text.length > LONGEST) break;
    const { end, date, subjects } = leadOf(text, sense.today, cuesOf(languageOf(text)), false);
    if (!end || date === null || date.precision !== "day" || !date.certain || subjects.length > 0) continue;
    return drafts.map((draft) => ({
      ...draft,
      shutdown: date.date,
      precision: "day",
      quote: `${draft.quote} ${text}`,
    }));
  }
  return drafts;
}
