import type { Cell, Line } from "./document.ts";
import { MAX_SPAN, MAX_TABLE_CELLS, ParseLimitError } from "./limits.ts";

export type RawCell = { lines: Line[]; header: boolean; rowspan: number; colspan: number };

const EMPTY: Line[] = [];

/**
 * Lays cells with spans out as a full grid, as a browser does: every row has the same number of cells, a spanned place
 * repeats the lines of the cell that covers it, a missing cell is empty. A rowspan of 0 reaches to the last row.
 *
 * @throws ParseLimitError when the grid would hold more than MAX_TABLE_CELLS cells
 */
export function layOut(rows: RawCell[][]): Cell[][] {
  if (rows.every((row) => row.every((cell) => cell.rowspan === 1 && cell.colspan === 1))) return plainGrid(rows);
  const grid: (Cell | undefined)[][] = rows.map(() => []);
  let width = 0;
  let count = 0;
  rows.forEach((row, y) => {
    let x = 0;
    for (const raw of row) {
      while (grid[y]?.[x] !== undefined) x += 1;
      const across = clamp(raw.colspan, MAX_SPAN);
      const down = raw.rowspan === 0 ? rows.length - y : Math.min(clamp(raw.rowspan, MAX_SPAN), rows.length - y);
      count += across * down;
      if (count > MAX_TABLE_CELLS) throw tooLarge();
      for (let dy = 0; dy < down; dy += 1) {
        const target = grid[y + dy];
        if (target === undefined) break;
        for (let dx = 0; dx < across; dx += 1) {
          target[x + dx] ??= { lines: raw.lines, header: raw.header, spanned: dx > 0 || dy > 0 };
        }
      }
      x += across;
      width = Math.max(width, x);
    }
  });
  if (width * rows.length > MAX_TABLE_CELLS) throw tooLarge();
  return grid.map((row) => {
    const header = row.length > 0 && row.every((cell) => cell?.header ?? true);
    return Array.from({ length: width }, (_, x) => row[x] ?? { lines: EMPTY, header, spanned: false });
  });
}

/** Most tables span nothing: one pass, and a cell is made once. */
function plainGrid(rows: RawCell[][]): Cell[][] {
  let width = 0;
  for (const row of rows) width = Math.max(width, row.length);
  if (width * rows.length > MAX_TABLE_CELLS) throw tooLarge();
  return rows.map((row) => {
    const cells: Cell[] = [];
    for (const cell of row) cells.push({ lines: cell.lines, header: cell.header, spanned: false });
    const header = row.length > 0 && row.every((cell) => cell.header);
    while (cells.length < width) cells.push({ lines: EMPTY, header, spanned: false });
    return cells;
  });
}

function clamp(span: number, most: number): number {
  return Number.isInteger(span) && span >= 1 ? Math.min(span, most) : 1;
}

function tooLarge(): ParseLimitError {
  return new ParseLimitError(`a table has more than ${MAX_TABLE_CELLS} cells`);
}
