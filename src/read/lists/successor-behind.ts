import type { DateSense } from "../cells/dates.ts";
import { surelyId } from "../cells/tokens.ts";
import { meaningOfHeader } from "../table/header-words.ts";

/** What stands last in an item of a list takes the place of what stands first, though no arrow leads to it. */

/** One id at the end of an item, or several. */
const IDS_AT_END =
  /(?:^|[\s(（,，、:：|/·•–—-])(?<ids>[A-Za-z@][^\s()（）,，、;；]*(?:(?: or | and | oder | und | ou | et | o | y | e |, ?|、)[A-Za-z@][^\s()（）,，、;；]*)*)\s*[)）.。]?\s*$/u;
/** Between the day and the successor: a mark, and perhaps a word or two. */
const MARK = /^[)）\]】]?\s*[–—|/·•,，;；、:：-]\s*/u;
const THEN =
  /^(?:then|now|afterwards|dann|danach|künftig|puis|ensuite|désormais|luego|después|depois|poi|dopo|之后|其后|然后|以后|その後|以後|이후)$/u;
const LONGEST_WORDS = 40;

type Place = { index: number; length: number };

/** "`a` – D – `b`", "a, D, b", "a until D, then b", "a: D, successor b"; null where something else stands behind the day. */
export function successorBehind(text: string, sense: DateSense): Place | null {
  const ids = idsAtEnd(text);
  if (ids === null) return null;
  const days = sense.find(text).dates.filter((day) => day.certain && day.end <= ids.index);
  const day = days.at(-1);
  if (day === undefined || !beginsWithId(text.slice(0, day.start))) return null;
  const mark = MARK.exec(text.slice(day.end, ids.index));
  const words = text.slice(day.end + (mark?.[0].length ?? 0), ids.index).trim();
  const leads = (words === "" || THEN.test(words.toLowerCase())) && mark !== null;
  return leads || callsSuccessor(words) ? { index: day.end, length: ids.index - day.end } : null;
}

/** ", Ersatz ist `b`", "，替代模型 `b`": the words before the last ids call them so, without a colon. */
export function successorCalled(text: string): Place | null {
  const ids = idsAtEnd(text);
  if (ids === null) return null;
  const before = text.slice(0, ids.index);
  const from = Math.max(...["(", "（", ",", "，", ";", "；", "。", "、"].map((mark) => before.lastIndexOf(mark)));
  return from > 0 && callsSuccessor(before.slice(from + 1)) ? { index: from, length: ids.index - from } : null;
}

function idsAtEnd(text: string): { index: number } | null {
  const found = IDS_AT_END.exec(text);
  const ids = found?.groups?.ids;
  if (found === null || ids === undefined) return null;
  const index = found.index + found[0].indexOf(ids);
  return index > 0 && ids.split(/,|、|\s(?:or|and|oder|und|ou|et|o|y|e)\s/).every((id) => surelyId(id.trim()))
    ? { index }
    : null;
}

const beginsWithId = (text: string): boolean =>
  surelyId(/^[\s*_`"'~(（]*([^\s,，、:：)）|/·]+)/u.exec(text)?.[1] ?? "");

/** "Ersatz ist", "successor", "대체 모델". */
function callsSuccessor(words: string): boolean {
  const plain = words
    .replace(/[:：]/g, " ")
    .replace(/(?<!\p{L})(?:is|ist|est|es|é|è|será|will be|为|為|は|:)\s*$/u, "")
    .trim();
  return (
    plain !== "" && plain.length <= LONGEST_WORDS && !/\d/.test(plain) && meaningOfHeader(plain).role === "replacement"
  );
}
