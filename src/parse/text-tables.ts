/**
 * Tables that stand in plain text, as mails and tickets bring them: cells parted by tabs, columns kept apart by blanks, and
 * the grids and simple tables of reStructuredText (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#tables).
 * They become Markdown tables, so that one reader reads them all. Code blocks and other lines are left as they are.
 */

/** A cheap look before the real one: most Markdown has none of these. */
const MAY_HOLD = /\t|^ {0,3}\+[-=]{3}|^ {0,3}={3,} +={3}| {2}/m;
const FENCE = /^ {0,3}(?:```|~~~)/;
const GRID = /^ {0,3}\+(?:[-=]{3,}\+)+\s*$/;
const SIMPLE = /^ {0,3}={3,}(?: +={3,})+\s*$/;
const RULE = /^\s*[-=]{3,}(?:\s{1,}[-=]{3,})+\s*$/;
/** Markdown's own marks begin no row. */
const MARKED = /^\s*(?:[-*+>#]|\d+[.)])\s|^ {4}|\|/;
const LONGEST_CELL = 80;
const MOST_LINES = 20_000;

type Table = { rows: string[][]; lines: number };

/** The text with its plain tables drawn as Markdown's. */
export function withTextTables(text: string): string {
  if (!MAY_HOLD.test(text)) return text;
  const lines = text.split("\n");
  if (lines.length > MOST_LINES) return text;
  const written: string[] = [];
  let fenced = false;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    if (FENCE.test(line)) fenced = !fenced;
    const table = fenced ? null : (gridAt(lines, at) ?? simpleAt(lines, at) ?? partedAt(lines, at));
    if (table === null) {
      written.push(line);
      at += 1;
      continue;
    }
    written.push("", ...drawn(table.rows), "");
    at += table.lines;
  }
  return written.join("\n");
}

function drawn(rows: readonly string[][]): string[] {
  const [first, ...others] = rows.map((row) => `| ${row.map((cell) => cell.trim()).join(" | ")} |`);
  return [first ?? "", `|${"---|".repeat(rows[0]?.length ?? 1)}`, ...others];
}

/** "+-----+", then rows between borders; the lines of one row belong together cell by cell. */
function gridAt(lines: readonly string[], at: number): Table | null {
  if (!GRID.test(lines[at] ?? "")) return null;
  const rows: string[][] = [];
  let open: string[] | null = null;
  let end = at;
  for (; end < lines.length; end += 1) {
    const line = lines[end] ?? "";
    if (GRID.test(line)) {
      if (open !== null) rows.push(open);
      open = null;
    } else if (/^ {0,3}\|.*\|\s*$/.test(line)) {
      const cells = line.trim().slice(1, -1).split("|");
      open = open === null ? cells : open.map((cell, index) => `${cell.trim()} ${(cells[index] ?? "").trim()}`.trim());
    } else break;
  }
  return rows.length < 2 || open !== null ? null : { rows, lines: end - at };
}

/** "=====  =====" over and under the headings and below the rows; the marks say where each column begins. */
function simpleAt(lines: readonly string[], at: number): Table | null {
  const border = lines[at] ?? "";
  if (!SIMPLE.test(border)) return null;
  const starts = [...border.matchAll(/=+/g)].map((mark) => mark.index);
  const rows: string[][] = [];
  for (let end = at + 1; end < lines.length; end += 1) {
    const line = lines[end] ?? "";
    if (SIMPLE.test(line)) {
      if (rows.length > 1) return { rows, lines: end + 1 - at };
    } else if (line.trim() === "") return null;
    else rows.push(starts.map((start, index) => line.slice(start, starts[index + 1] ?? line.length)));
  }
  return null;
}

/** Two lines or more of as many cells each, parted by tabs, or by two blanks and more. */
function partedAt(lines: readonly string[], at: number): Table | null {
  const first = lines[at] ?? "";
  const tabs = first.includes("\t");
  if ((!tabs && !first.includes("  ")) || MARKED.test(first)) return null;
  const parted = tabs ? /\t+/ : / {2,}/;
  const rows: string[][] = [];
  let end = at;
  for (; end < lines.length; end += 1) {
    const line = (lines[end] ?? "").trimEnd();
    if (rows.length === 1 && RULE.test(line)) continue;
    const cells = MARKED.test(line) ? [] : line.trimStart().split(parted);
    if (cells.length < 2 || (rows[0] !== undefined && cells.length !== rows[0].length)) break;
    if (cells.some((cell) => cell.length > LONGEST_CELL || /[^.][.。!?]$/.test(cell))) break;
    rows.push(cells);
  }
  const [headings, ...body] = rows;
  // A heading is words, and some row below it has a number: an id or a day.
  if (headings === undefined || body.length === 0 || headings.some((cell) => /\d/.test(cell))) return null;
  return body.some((row) => row.some((cell) => /\d/.test(cell))) ? { rows, lines: end - at } : null;
}
