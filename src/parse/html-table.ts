import type { Block, Line } from "./document.ts";
import { layOut, type RawCell } from "./grid.ts";
import { attribute, type HtmlNode, isDropped, roleOf } from "./html-node.ts";
import { MAX_DEPTH, ParseLimitError } from "./limits.ts";
import { linesOf } from "./walk.ts";

type Row = { cells: HtmlNode[]; inHead: boolean };

export type CellReader = {
  /** The lines of a cell that holds only text and inline marks, null for any other: most cells, at little cost. */
  lines(cell: HtmlNode): Line[] | null;
  blocks(cell: HtmlNode): Block[];
};

/**
 * Reads a `<table>` (or elements with the table roles) as a grid. A table that only places things, because it holds
 * other tables or has a single cell, gives the blocks of its cells instead.
 */
export function blocksOfTable(table: HtmlNode, read: CellReader): Block[] {
  const rows: Row[] = [];
  const caption = collectRows(table, rows, read);
  let layout = rows.length === 1 && rows[0]?.cells.length === 1;
  const raw: RawCell[][] = [];
  // Kept, since reading the cells of nested layout tables twice would double the work at every level.
  const complex = new Map<HtmlNode, Block[]>();
  for (const { cells, inHead } of layout ? [] : rows) {
    const row: RawCell[] = [];
    for (const cell of cells) {
      let lines = read.lines(cell);
      if (lines === null) {
        const blocks = read.blocks(cell);
        complex.set(cell, blocks);
        layout ||= blocks.some((block) => block.type === "table");
        lines = linesOf(blocks);
      }
      row.push({
        lines,
        header: inHead || isHeader(cell),
        rowspan: span(attribute(cell, "rowspan") ?? attribute(cell, "aria-rowspan")),
        colspan: span(attribute(cell, "colspan") ?? attribute(cell, "aria-colspan")),
      });
    }
    raw.push(row);
  }
  if (layout) return rows.flatMap((row) => row.cells.flatMap((cell) => complex.get(cell) ?? read.blocks(cell)));
  const grid = layOut(raw).filter((row, y) => (raw[y]?.length ?? 0) > 0 || row.some((cell) => cell.spanned));
  return grid.length === 0 ? [] : [{ type: "table", rows: grid, caption }];
}

/** Collects the rows in reading order and returns the caption. */
function collectRows(table: HtmlNode, rows: Row[], read: CellReader): string | null {
  let caption: string | null = null;
  const collect = (node: HtmlNode, inHead: boolean, depth: number): void => {
    if (depth > MAX_DEPTH) throw new ParseLimitError(`elements are nested deeper than ${MAX_DEPTH}`);
    for (const child of node.children ?? []) {
      if (child.type !== "tag" || isDropped(child, true)) continue;
      if (child.name === "caption") caption = text(linesOf(read.blocks(child)));
      else if (child.name === "tr" || roleOf(child) === "row") rows.push({ cells: cellsOf(child), inHead });
      else if (child.name !== "table") collect(child, inHead || child.name === "thead", depth + 1);
    }
  };
  collect(table, false, 0);
  return caption;
}

function cellsOf(row: HtmlNode): HtmlNode[] {
  const cells: HtmlNode[] = [];
  for (const child of row.children ?? []) {
    if (child.type !== "tag" || isDropped(child, true)) continue;
    const role = roleOf(child);
    if (child.name === "td" || role === "cell" || role === "gridcell" || isHeader(child)) cells.push(child);
  }
  return cells;
}

function isHeader(cell: HtmlNode): boolean {
  const role = roleOf(cell);
  return cell.name === "th" || role === "columnheader" || role === "rowheader";
}

function span(value: string | null): number {
  if (value === null) return 1;
  const count = Number.parseInt(value, 10);
  return Number.isNaN(count) ? 1 : count;
}

function text(lines: Line[]): string | null {
  return lines.map((line) => line.map((run) => run.text).join("")).join(" ") || null;
}
