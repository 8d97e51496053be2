import type { Block, Line } from "./document.ts";
import { layOut, type RawCell } from "./grid.ts";
import { attribute, type HtmlNode, isDropped, roleOf } from "./html-node.ts";
import { MAX_DEPTH, ParseLimitError } from "./limits.ts";
import { linesOf } from "./walk.ts";

type Row = { cells: { node: HtmlNode; header: boolean }[] };

/**
 * Reads a `<table>` (or elements with the table roles) as a grid. A table that only places things, because it holds
 * other tables or has a single cell, gives the blocks of its cells instead.
 *
 * @param read gives the blocks of one cell
 */
export function blocksOfTable(table: HtmlNode, read: (cell: HtmlNode) => Block[]): Block[] {
  const rows: Row[] = [];
  let caption: string | null = null;
  const collect = (node: HtmlNode, inHead: boolean, depth: number): void => {
    if (depth > MAX_DEPTH) throw new ParseLimitError(`elements are nested deeper than ${MAX_DEPTH}`);
    for (const child of node.children ?? []) {
      if (child.type !== "tag" || isDropped(child, true)) continue;
      if (child.name === "caption") caption = text(linesOf(read(child)));
      else if (child.name === "tr" || roleOf(child) === "row") rows.push(rowOf(child, inHead));
      else if (child.name !== "table") collect(child, inHead || child.name === "thead", depth + 1);
    }
  };
  collect(table, false, 0);
  let layout = false;
  const content = rows.map((row) =>
    row.cells.map((cell) => {
      const blocks = read(cell.node);
      layout ||= blocks.some((block) => block.type === "table");
      return { ...cell, blocks };
    }),
  );
  const single = content.length === 1 && content[0]?.length === 1;
  if (layout || single) return content.flat().flatMap((cell) => cell.blocks);
  const raw: RawCell[][] = content.map((row) =>
    row.map(({ node, header, blocks }) => ({
      lines: linesOf(blocks),
      header,
      rowspan: span(attribute(node, "rowspan") ?? attribute(node, "aria-rowspan")),
      colspan: span(attribute(node, "colspan") ?? attribute(node, "aria-colspan")),
    })),
  );
  const grid = layOut(raw).filter((row, y) => (raw[y]?.length ?? 0) > 0 || row.some((cell) => cell.spanned));
  return grid.length === 0 ? [] : [{ type: "table", rows: grid, caption }];
}

function rowOf(row: HtmlNode, inHead: boolean): Row {
  const cells: Row["cells"] = [];
  for (const child of row.children ?? []) {
    if (child.type !== "tag" || isDropped(child, true)) continue;
    const role = roleOf(child);
    if (child.name === "th" || role === "columnheader" || role === "rowheader")
      cells.push({ node: child, header: true });
    else if (child.name === "td" || role === "cell" || role === "gridcell") cells.push({ node: child, header: inHead });
  }
  return { cells };
}

function span(value: string | null): number {
  if (value === null) return 1;
  const count = Number.parseInt(value, 10);
  return Number.isNaN(count) ? 1 : count;
}

function text(lines: Line[]): string | null {
  return lines.map((line) => line.map((run) => run.text).join("")).join(" ") || null;
}
