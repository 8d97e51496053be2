import { oneLine } from "../../lib/one-line.ts";
import type { Cell, Line } from "../../parse/document.ts";
import { lineText } from "../cells/marks.ts";
import { type Mention, readMentions } from "../cells/models.ts";
import { readReplacements } from "../cells/replacements.ts";
import { surelyId } from "../cells/tokens.ts";
import { arrowIn } from "../lists/arrow.ts";
import { headOf, tailOf, untilBracket } from "../line-parts.ts";
import { isKnown } from "../names/index.ts";

export type WithSuccessors = Mention & { successors: string[] };

/**
 * The models of a cell that names their successors as well: "`a` (use `b`)", "a → b", or a line "replaced by b" under the
 * name. Each model has those of its own line, or of the line below it.
 *
 * @returns null where the cell names no successor
 */
export function withOwnSuccessors(cell: Cell): WithSuccessors[] | null {
  const mentions: WithSuccessors[] = [];
  let found = false;
  let above: WithSuccessors[] = [];
  for (const line of cell.lines) {
    const { left, successors } = cut(line);
    found ||= successors.length > 0;
    const own = left.length === 0 ? [] : readMentions({ ...cell, lines: [left] });
    if (own.length === 0 && successors.length > 0) {
      for (const mention of above) mention.successors.push(...successors);
      continue;
    }
    above = own.map((mention) => ({ ...mention, successors: [...successors] }));
    mentions.push(...above);
  }
  return found && mentions.length > 0 ? mentions : null;
}

/** Both sides of the words that lead from a name to the next: only where models stand on either side, if on two. */
function cut(line: Line): { left: Line; successors: string[] } {
  const text = lineText(line);
  const arrow = arrowIn(text);
  const none = { left: line, successors: [] };
  if (arrow === null) return none;
  const left = headOf(line, arrow.index);
  const before = oneLine(lineText(left)).replace(/[\s(（]+$/u, "");
  if (before !== "" && !namesModel(before)) return none;
  const right = untilBracket(tailOf(line, arrow.index + arrow.length));
  const successors = readReplacements({ lines: [right], header: false, spanned: false });
  if (successors.length === 0 || !successors.every((name) => namesModel(name))) return none;
  return { left: before === "" ? [] : left, successors };
}

const namesModel = (text: string): boolean => isKnown(text) || text.split(/[\s,]+/).some((word) => surelyId(word));
