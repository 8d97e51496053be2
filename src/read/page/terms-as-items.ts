import { oneLine } from "../../lib/one-line.ts";
import { type Block, type Line, textOf } from "../../parse/document.ts";
import type { DateSense } from "../cells/dates.ts";
import { idShaped, surelyId } from "../cells/tokens.ts";
import { ANY_WEEKDAY } from "../dates/months.ts";
import { isField } from "../lists/records.ts";

type Definitions = Block & { type: "definitions" };
const LONGEST = 60;
const WEEKDAY = new RegExp(`(?<!\\p{L})(?:${ANY_WEEKDAY})(?!\\p{L})`, "giu");

/**
 * Terms that are all days over what ended then, or all ids over what becomes of them, are the items of a list: "D: `a`, `b`.
 * Use `c`.", "`a`: error 410; try `b`". Any other block as it is.
 */
export function termsAsItems(block: Block, sense: DateSense): Block {
  if (block.type !== "definitions" || block.entries.length === 0) return block;
  const terms = block.entries.map(({ term }) => oneLine(textOf(term)));
  const days = terms.every((term) => isDayAlone(term, sense));
  const ids = terms.every(
    (term) =>
      term.length <= LONGEST &&
      term.split(/[\s,]+/).every((word) => surelyId(word) || (word.includes("/") && idShaped(word))),
  );
  return (days || ids) && block.entries.every(isShort)
    ? { type: "list", ordered: false, items: itemsOf(block) }
    : block;
}

/** Details of a line each: a record of several fields is read as one. */
const isShort = ({ details }: Definitions["entries"][number]): boolean =>
  details.length > 0 &&
  details.every((detail) => detail.type === "paragraph" && detail.lines.length === 1) &&
  (details.length === 1 || !details.some((detail) => detail.type === "paragraph" && isField(detail.lines[0] ?? [])));

const itemsOf = (block: Definitions): (Block & { type: "list" })["items"] =>
  block.entries.flatMap(({ term, details }) =>
    details.map((detail) => {
      const line: Line = detail.type === "paragraph" ? (detail.lines[0] ?? []) : [];
      return { lines: [[...term.flat(), { text: ": " }, ...line]], children: [] };
    }),
  );

function isDayAlone(text: string, sense: DateSense): boolean {
  const [day, ...others] = text.length > LONGEST ? [] : sense.find(text).dates;
  if (day === undefined || others.length > 0) return false;
  // "Wednesday, November 24".
  const around = `${text.slice(0, day.start)} ${text.slice(day.end)}`.replace(WEEKDAY, " ");
  return !/[\p{L}\p{N}]/u.test(around);
}
