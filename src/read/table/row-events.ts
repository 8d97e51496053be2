import type { Cell } from "../../parse/document.ts";
import { flat } from "../cells/marks.ts";
import type { Column } from "./columns.ts";
import { type ColumnRole, endWords } from "./header-words.ts";

const EVENT_HEADING =
  /\b(events?|types?|kinds?|changes?|actions?|milestones?|what|update|ereignis|evenement|evento)\b|事件|类型|变更|イベント|種別|이벤트|유형/i;
const EVENT_ROLES: ReadonlySet<ColumnRole> = new Set(["other", "note", "maker"]);
const LONGEST = 40;

/** The column of a calendar that says what happens on each day ("Launch", "Retirement"), when some of it are ends. */
export function eventColumn(columns: readonly Column[], body: readonly Cell[][]): Column | null {
  const column = columns.find((each) => EVENT_ROLES.has(each.role) && EVENT_HEADING.test(each.heading));
  return column !== undefined && body.some((row) => isEnd(row, column)) ? column : null;
}

/** True when the row's event is the end of something: a word or two, no sentence. */
export function isEnd(row: readonly Cell[], column: Column): boolean {
  const text = flat(row[column.index]);
  return text.length <= LONGEST && endWords(text) === "end";
}
