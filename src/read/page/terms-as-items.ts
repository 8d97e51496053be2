import { oneLine } from "../../lib/one-line.ts";
import { type Block, type Line, textOf } from "../../parse/document.ts";
import type { DateSense } from "../cells/dates.ts";
import { idShaped, surelyId } from "../cells/tokens.ts";

type Definitions = Block & { type: "definitions" };
const LONGEST = 60;

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

/** Details of one paragraph: a record of several fields is read as one. */
const isShort = ({ details }: Definitions["entries"][number]): boolean =>
  details.length === 1 && details[0]?.type === "paragraph" && details[0].lines.length === 1;

const itemsOf = (block: Definitions): (Block & { type: "list" })["items"] =>
  block.entries.map(({ term, details: [detail] }) => {
    const line: Line = detail?.type === "paragraph" ? (detail.lines[0] ?? []) : [];
    return { lines: [[...term.flat(), { text: ": " }, ...line]], children: [] };
  });

function isDayAlone(text: string, sense: DateSense): boolean {
  const [day, ...others] = text.length > LONGEST ? [] : sense.find(text).dates;
  if (day === undefined || others.length > 0) return false;
  return !/[\p{L}\p{N}]/u.test(text.slice(0, day.start) + text.slice(day.end));
}
