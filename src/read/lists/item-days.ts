import type { CivilDate } from "../../core/fact.ts";
import { type Line, textOf } from "../../parse/document.ts";
import { type DaySays, whatDaysSay } from "../cells/date-words.ts";
import type { DateSense } from "../cells/dates.ts";
import { readMentions } from "../cells/models.ts";
import { stagesSaid } from "../cells/stages.ts";
import { surelyId } from "../cells/tokens.ts";
import { isKnown } from "../names/index.ts";
import type { FoundDate } from "../dates/index.ts";
import { headOf, tailOf } from "../line-parts.ts";
import { endWords, speaksOfReplacement } from "../table/header-words.ts";
import { arrowIn } from "./arrow.ts";
import { isOfNotice } from "./lead.ts";

/** Which of the days of an item is that of the end. */

/** The days before the successor of an item, and the one on which its models end; undefined where it gives none. */
export function daysOfItem(
  leftText: string,
  full: string,
  sense: DateSense,
): { dates: FoundDate[]; dated: FoundDate | undefined } {
  const certain = sense.find(leftText).dates.filter((found) => found.certain);
  const dates = certain.filter((day) => certain.length === 1 || !isVersion(leftText, day));
  // "deprecated on A, shut down on B": what each day is stands beside it.
  const [steps] = stagesSaid([{ text: leftText, dates }]) ?? [];
  const said: DaySays[] = steps?.map((role) => ({ as: "role", role })) ?? whatDaysSay(leftText, dates);
  const isEnd = (says: DaySays | undefined) => says?.as === "role" && says.role === "shutdown";
  const ends = dates.filter((_, index) => isEnd(said[index]));
  // "Last day D (the vendor ends it on E)": what stands in brackets is another's day.
  const open = dates.filter((day) => !/[(（][^()（）]*$/.test(leftText.slice(0, day.start)));
  const dated =
    ends.findLast((day) => open.includes(day)) ??
    (open.length === 1 && endWords(leftText.slice(0, open[0]?.start).slice(-LABEL)) !== null ? open[0] : undefined) ??
    // "D: x (was to be withdrawn on E)": the day that the item begins with.
    open.find((day) => ends.length > 0 && BEFORE_DAY.test(leftText.slice(0, day.start).replace(/[(*]/g, ""))) ??
    ends.at(-1) ??
    dates.findLast((_, index) => said[index]?.as === "own") ??
    dates.findLast((day, index) => !isOfOther(said[index], leftText.slice(0, day.start))) ??
    (dates.length > 0 ? undefined : sense.find(full).dates.find((found) => found.certain));
  return { dates, dated };
}

/** "D: `gpt-4o` (2024-11-20)": a day in ISO's form that fills the bracket behind an id is its version. */
function isVersion(text: string, { start, end, text: day }: FoundDate): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\s*[)）]/.test(text.slice(end))) return false;
  const word = /(\S+)\s*[(（]\s*$/.exec(text.slice(0, start))?.[1] ?? "";
  const name = word.replace(/[`"']/g, "");
  return surelyId(name) || isKnown(name);
}

/** "On 1 May, …", "2026-05-01: …": an item that begins with its day. */
export const BEFORE_DAY =
  /^\s*(?:(?:on|from|as of|starting|effective|by|until|after|am|ab|zum|le|el|em|il|dal|a partir de|à partir du)\s+)?$/i;
/** As much before a day as may say what it is. */
const LABEL = 40;
/** "(launched on D)", "(announced on D)": when it came, or when its end was told; "(since D)" is of what stands above. */
const isOfOther = (says: DaySays | undefined, before: string): boolean =>
  says?.as === "role" && (says.role === "release" || says.role === "announced") && !SINCE.test(before);
const SINCE = /(?<!\p{L})(?:since|seit|depuis|desde|dal?)[\s:：]*(?:the |dem |le |el |o |il )?$|(?:自|从)\s*$/iu;

/** "June 30: `x`. We had said June 15, and extended it.": what is told of a day and its names behind them, and of no successor. */
export function withoutRemark(line: Line, sense: DateSense): Line {
  const text = textOf([line]);
  const [day] = sense.find(text).dates;
  if (day === undefined || !BEFORE_DAY.test(text.slice(0, day.start).replace(/[(*]/g, ""))) return line;
  const end = /\.\s+(?=\p{Lu})/u.exec(text.slice(day.end));
  if (end === null) return line;
  const [first, remark] = [day.end + end.index, text.slice(day.end + end.index + end[0].length)];
  const named = readMentions({ lines: [headOf(tailOf(line, day.end), end.index)], header: false, spanned: false });
  const plain = arrowIn(remark) === null && !speaksOfReplacement(remark) && sense.find(remark).dates.length > 0;
  return plain && named.length > 0 ? headOf(line, first) : line;
}

/** "(announced on D)", "（D 公告）" beside the day that counts. */
export function noticeIn(text: string, sense: DateSense): CivilDate | null {
  const days = sense.find(text).dates.filter((found) => found.certain);
  const said = whatDaysSay(text, days);
  const told = days.find((day, index) => {
    const says = said[index];
    const labelled = says?.as === "role" && says.role === "announced";
    return (labelled || isOfNotice(text, day)) && day.precision === "day";
  });
  return told?.date ?? null;
}

/** Where the day behind a name begins: "acme-1 30/11/2026". A day in ISO's form there may be the version of the model. */
export function dayBehind(text: string, sense: DateSense): number {
  const day = sense.find(text).dates.find((found) => found.certain && found.start > 0);
  if (day === undefined || /^\d{4}-\d{2}-\d{2}$/.test(day.text)) return text.length;
  if (!/^\s*[)）\]]?\s*(?:$|[,;，；(（—–→|/·•-])/u.test(text.slice(day.end))) return text.length;
  const name = /^\s*\S+(?=\s*[(（[|/·•]?\s*$)/.exec(text.slice(0, day.start));
  return name?.[0].length ?? text.length;
}
