import { oneLine } from "../../lib/one-line.ts";
import { type Cell, textOf } from "../../parse/document.ts";
import type { Section } from "./sections.ts";

type Rows = Cell[][];

const known = new WeakMap<readonly Section[], Map<string, Rows[]>>();

const keyOf = (row: readonly Cell[] | undefined): string =>
  (row ?? []).map((cell) => oneLine(textOf(cell.lines)).toLowerCase()).join("|");

/**
 * The rows of the other tables of a page below the same headings ("S | D | B", one table a week): what one of them shows of
 * a column holds for all.
 */
export function kinOf(rows: Rows, sections: readonly Section[]): Rows {
  let tables = known.get(sections);
  if (tables === undefined) {
    tables = new Map();
    for (const block of sections.flatMap((section) => section.blocks)) {
      if (block.type !== "table") continue;
      const key = keyOf(block.rows[0]);
      tables.set(key, [...(tables.get(key) ?? []), block.rows]);
    }
    known.set(sections, tables);
  }
  const same = tables.get(keyOf(rows[0])) ?? [];
  return same.length < 2 ? [] : same.flatMap((other) => (other === rows ? [] : other.slice(1)));
}
