/**
 * Pipe tables whose rows were broken over lines, as tools write them that turn pages into text:
 *
 *     Model |
 *     Retirement date |
 *     |---|---|
 *     acme-1 |
 *     May 1, 2026 |
 *
 * The lines of a row are joined until it has as many cells as the line of dashes. Whole tables are left as they are.
 */

/** A line that ends with a border and begins with none, or is nothing but a border: whole rows have neither. */
const MAY_BREAK = /^(?![ \t]*\|)[^\n]*\|[ \t]*$|^[ \t]*\|[ \t]*$/m;
/** The line of dashes below the header of a pipe table: https://github.github.com/gfm/#delimiter-row */
export const DELIMITER = /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?\s*)?$/;
/** A cell of many lines is no cell of a broken row. */
const MOST_LINES_A_ROW = 24;
const MOST_LINES = 20_000;

/** The text with the rows of its tables on one line each, and a line of dashes under headings that have lost it. */
export function withWholeRows(text: string): string {
  if (!MAY_BREAK.test(text)) return text;
  const given = text.split("\n");
  if (given.length > MOST_LINES) return text;
  const lines = withDashes(given);
  const written: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    const table = DELIMITER.test(line) ? brokenTable(written, lines, at) : null;
    if (table === null) {
      written.push(line);
      at += 1;
      continue;
    }
    written.length -= table.above;
    if (table.before !== "") written.push(table.before);
    written.push("", table.header, line, ...table.rows, "");
    at = table.end;
  }
  return written.join("\n");
}

/** Rows of as many cells each, with a border at the end and none at the beginning. */
const BARE_ROW = /^(?!\s*\|)[^|]*\S[^|]*(?:\|[^|]*){1,20}\|\s*$/;
const FEWEST_ROWS = 3;

/** "Model | Price | Use instead |" over such rows: they are a table whose line of dashes was lost. */
function withDashes(lines: readonly string[]): string[] {
  const written: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const bars = (line: string | undefined) => (line !== undefined && BARE_ROW.test(line) ? line.split("|").length : 0);
    const width = bars(lines[at]);
    let end = at + 1;
    if (width > 2) {
      while (bars(lines[end]) === width) end += 1;
    }
    const lost = end - at >= FEWEST_ROWS && !/\d/.test(lines[at] ?? "") && !DELIMITER.test(lines[end] ?? "");
    if (!lost) {
      written.push(...lines.slice(at, end));
      at = end;
      continue;
    }
    const rows = lines.slice(at, end).map((line) => drawn(cellsOf(line)));
    written.push("", rows[0] ?? "", `|${"---|".repeat(width - 1)}`, ...rows.slice(1), "");
    at = end;
  }
  return written;
}

type Table = {
  /** How many of the lines above the dashes are the header's. */
  above: number;
  /** What stood before the header on its line. */
  before: string;
  header: string;
  rows: string[];
  end: number;
};

function brokenTable(written: readonly string[], lines: readonly string[], at: number): Table | null {
  const width = (lines[at]?.match(/-+/g) ?? []).length;
  const header = headerAbove(written, width);
  if (header === null) return null;
  const rows: string[] = [];
  let broken = header.above > 1 || header.before !== "";
  let end = at + 1;
  for (;;) {
    const row = rowAt(lines, end, width);
    if (row === null) break;
    broken ||= row.lines > 1;
    rows.push(row.text);
    end += row.lines;
  }
  // What cannot be joined into rows is no such table, or has lost cells: it is left as it is.
  const next = [lines[end], lines[end + 1]].some((line) => DELIMITER.test(line ?? ""));
  const whole = next || lines[end]?.includes("|") !== true;
  return broken && rows.length > 0 && whole ? { ...header, rows, end } : null;
}

/** The lines right above the dashes that have one cell for each of them. */
function headerAbove(written: readonly string[], width: number): Pick<Table, "above" | "before" | "header"> | null {
  let text = "";
  for (let above = 1; above <= MOST_LINES_A_ROW; above += 1) {
    const line = written.at(-above);
    if (line === undefined || line.trim() === "") return null;
    text = text === "" ? line : `${line} ${text}`;
    const cells = cellsOf(text);
    if (cells.length === width) return { above, before: "", header: drawn(cells) };
    // "…move to another model. | Model | Id |": a sentence lost its line's end.
    const [first = "", ...others] = cells;
    if (others.length === width && /[.。:：!！?？]$/.test(first))
      return { above, before: first, header: drawn(others) };
    if (cells.length > width) return null;
  }
  return null;
}

/** The row that begins on a line: joined with those below it until it has its cells. Null where none begins. */
function rowAt(lines: readonly string[], at: number, width: number): { text: string; lines: number } | null {
  const first = lines[at] ?? "";
  if (!first.includes("|") && !/^\s*\|/.test(lines[at + 1] ?? "")) return null;
  let text = "";
  for (let count = 1; count <= MOST_LINES_A_ROW; count += 1) {
    const line = lines[at + count - 1];
    // Another table begins: what stands over its dashes is its header.
    if (DELIMITER.test(line ?? "") || DELIMITER.test(lines[at + count] ?? "")) return null;
    if (line === undefined || line.trim() === "") return count > 1 && isAlone(text, width) ? whole(text, 1) : null;
    // A line with a border at its beginning may be the next row, where rows have no last border.
    if (count > 1 && /^\s*\|\s*\S/.test(line) && isAlone(text, width)) return whole(text, count - 1);
    text = text === "" ? line.trim() : `${text} ${line.trim()}`;
    const cells = cellsOf(text);
    if (cells.length > width) return count === 1 ? whole(text, 1) : null;
    if (cells.length === width && text.endsWith("|")) return whole(text, count);
    if (cells.length > 1 && text.endsWith("|") && isLast(lines, at + count)) return padded(cells, width, count);
  }
  return null;
}

/** The end of the text, or the words over another table: a row before it has no more lines. */
function isLast(lines: readonly string[], at: number): boolean {
  let next = at;
  while (next < lines.length && lines[next]?.trim() === "") next += 1;
  return next === lines.length || (lines[at]?.includes("|") === false && DELIMITER.test(lines[at + 2] ?? ""));
}

/** A last row that has lost its empty cells. */
const padded = (cells: readonly string[], width: number, lines: number): { text: string; lines: number } => ({
  text: drawn([...cells, ...Array<string>(width - cells.length).fill("")]),
  lines,
});

const whole = (text: string, lines: number): { text: string; lines: number } => ({ text: drawn(cellsOf(text)), lines });
/** A row that is complete but for its last border. */
const isAlone = (text: string, width: number): boolean => !text.endsWith("|") && cellsOf(text).length === width;

function cellsOf(row: string): string[] {
  const text = row.trim();
  const inner = text.replace(/^\|/, "").replace(/(?<!\\)\|$/, "");
  return inner.split(/(?<!\\)\|/).map((cell) => cell.trim());
}

const drawn = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
