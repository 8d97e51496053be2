import type { Cell } from "../../parse/document.ts";
import { flat } from "../cells/marks.ts";
import { partsOf, surelyId } from "../cells/tokens.ts";
import { meaningOfHeader } from "./header-words.ts";
import type { Shaped } from "./shape.ts";

/**
 * "`a | b`" in a cell of a pipe table is two cells to every parser (https://github.github.com/gfm/#example-200), so the
 * row has one more than there are headings. Where ids stand in the cell behind the model's, and in the one behind that,
 * they are names of the same model.
 */
export function joinSplitCells(shaped: Shaped): Shaped {
  const { headings: all, body } = shaped;
  if (all === null) return shaped;
  // The grid is as wide as its widest row; headings that were never written are empty.
  const headings = all.slice(0, all.findLastIndex((cell) => flat(cell) !== "") + 1);
  const isWider = (row: Cell[]) => flat(row[headings.length]) !== "" && flat(row[headings.length + 1]) === "";
  if (!body.some((row) => isWider(row))) return shaped;
  const roles = headings.map((cell) => meaningOfHeader(flat(cell)).role);
  const model = roles.indexOf("model");
  if (model < 0 || roles[model + 1] !== "replacement") return shaped;
  const joined = body.map((row) => {
    const alias = holdsIds(row[model + 1]) || flat(row[model]).startsWith(`${flat(row[model + 1])}-`);
    const split = isWider(row) && alias && [model, model + 2].every((at) => holdsIds(row[at]));
    return split ? row.toSpliced(model, 2, both(row[model], row[model + 1])) : row;
  });
  return { headings, body: joined };
}

function holdsIds(cell: Cell | undefined): boolean {
  const parts = partsOf(flat(cell)).filter((part) => part !== "");
  return parts.length > 0 && parts.every((part) => surelyId(part));
}

const both = (first: Cell | undefined, second: Cell | undefined): Cell => ({
  lines: [...(first?.lines ?? []), ...(second?.lines ?? [])],
  header: false,
  spanned: false,
});
