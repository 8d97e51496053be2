import { withWholeRows } from "./broken-rows.ts";
import { blankedAt, brokenAt, stackedAt } from "./copied-tables.ts";

/**
 * Tables that stand in plain text, as mails and tickets bring them: cells parted by tabs, columns kept apart by blanks, and
 * the grids and simple tables of reStructuredText (https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html#tables).
 * They become Markdown tables, so that one reader reads them all. Code blocks and other lines are left as they are.
 */

/** A cheap look before the real one: most Markdown has none of these. */
const MAY_HOLD =
  /\t|^ {0,3}\+[-=]{3}|^ {0,3}={3,} +={3}| {2}|^\S{2,60} (?:\d|\p{L}{3,10}\.? \d)[^\n]{0,30}\d{2}|^(?![#>|*\-+])[^\n.|]{0,40}(?<!\d)\d{4}[^\n.|]{0,20}$/mu;
const FENCE = /^ {0,3}(?:```|~~~)/;
const GRID = /^ {0,3}\+(?:[-=]{3,}\+)+\s*$/;
const SIMPLE = /^ {0,3}={3,}(?: +={3,})+\s*$/;
const RULE = /^\s*[-=]{3,}(?:\s{1,}[-=]{3,})+\s*$/;
/** Markdown's own marks begin no row. */
const MARKED = /^\s*(?:[-*+>#]|\d+[.)])\s|^\s*<|^ {4}|\|/;
const LONGEST_CELL = 80;
const MOST_CELLS = 30;
const MOST_LINES = 20_000;
/** So many rows without a number are no table of models; a look from each line must not see the whole text. */
const MOST_BARE = 15;

type Table = { rows: string[][]; lines: number };

/** The text with its plain tables drawn as Markdown's. */
export function withTextTables(given: string): string {
  const text = withWholeRows(given);
  if (!MAY_HOLD.test(text)) return text;
  const lines = text.split("\n");
  if (lines.length > MOST_LINES) return text;
  const trimmed = lines.map((line) => line.trim());
  const written: string[] = [];
  let fenced = false;
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? "";
    if (FENCE.test(line)) fenced = !fenced;
    const table = fenced
      ? null
      : (gridAt(lines, at) ??
        simpleAt(lines, at) ??
        partedAt(lines, at) ??
        alignedAt(lines, at) ??
        datedAt(lines, at) ??
        brokenAt(lines, at) ??
        blankedAt(trimmed, at) ??
        stackedAt(trimmed, at));
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
  let closed = at;
  for (let end = at; end < lines.length; end += 1) {
    const line = lines[end] ?? "";
    if (GRID.test(line)) {
      if (open === null && end > at) break;
      if (open !== null) rows.push(open);
      open = null;
      closed = end + 1;
    } else if (/^ {0,3}\|.*\|\s*$/.test(line)) {
      const cells = line.trim().slice(1, -1).split("|");
      open = open === null ? cells : open.map((cell, index) => `${cell.trim()} ${(cells[index] ?? "").trim()}`.trim());
    } else break;
  }
  return rows.length < 2 ? null : { rows, lines: closed - at };
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
      if (rows.length === 0) return null;
    } else if (line.trim() === "") return null;
    else rows.push(starts.map((start, index) => line.slice(start, starts[index + 1] ?? line.length)));
  }
  return null;
}

/** Rows below headings that are kept apart by blanks: where a heading begins, a cell begins, however short the gap. */
function alignedAt(lines: readonly string[], at: number): Table | null {
  const head = (lines[at] ?? "").trimEnd();
  if (!head.includes("  ") || MARKED.test(head) || /^\s|\t|\d|[.。:：]$/.test(head)) return null;
  const starts = [0, ...[...head.matchAll(/ {2}(?=[^ ])/g)].map((gap) => gap.index + 2)];
  if (starts.length > MOST_CELLS) return null;
  const rows: string[][] = [cellsOf(head, starts)];
  let end = at + 1;
  for (; end < lines.length; end += 1) {
    const line = (lines[end] ?? "").trimEnd();
    if (end === at + 1 && RULE.test(line)) continue;
    const fits = starts.every((start) => start === 0 || (line[start - 1] === " " && (line[start] ?? " ") !== " "));
    if (line === "" || MARKED.test(line) || !fits || line.length > LONGEST_CELL * starts.length) break;
    rows.push(cellsOf(line, starts));
    if (rows.length === MOST_BARE && !hasNumbers(rows)) return null;
  }
  return starts.length > 1 && rows.length > 1 && hasNumbers(rows) ? { rows, lines: end - at } : null;
}

/** Some row of a table of models has a number: an id or a day. */
const hasNumbers = (rows: readonly string[][]): boolean => rows.some((row) => row.some((cell) => /\d/.test(cell)));

const cellsOf = (line: string, starts: readonly number[]): string[] =>
  starts.map((start, index) => line.slice(start, starts[index + 1] ?? line.length));

const DATED =
  /^((?=\S*[a-z])(?=\S*\d)\S{3,60})\s{1,4}(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)(?:\s?[(（][^()（）]{1,12}[)）])?(?:\s+(\S.{0,60}))?$/u;
/** Words over such rows that make their days those of an end. */
const ENDS =
  /(?<!\p{L})(?:retire|shut ?down|sunset|end[- ]of|eol|removal|removed|abschalt|retrait|arrêt|retirada|desativa|ritiro)|废止|下线|停用|廃止|終了|종료|중단/iu;

/** "x-1 2026-06-15 (done) Y 2" below "Retired model, day, successor": an id, its day, and what follows, on lines without borders. */
function datedAt(lines: readonly string[], at: number): Table | null {
  if (!DATED.test(lines[at + 1] ?? "") || !DATED.test(lines[at + 2] ?? "")) return null;
  const head = lines[at] ?? "";
  if (DATED.test(head) || head.length > LONGEST_CELL || !ENDS.test(head)) return null;
  const rows: string[][] = [["Model", "Shutdown date", "Replacement"]];
  let end = at + 1;
  for (let row = DATED.exec(lines[end] ?? ""); row !== null; row = DATED.exec(lines[end] ?? "")) {
    rows.push([row[1] ?? "", row[2] ?? "", row[3] ?? ""]);
    end += 1;
  }
  return { rows, lines: end - at };
}

/** Two lines or more of as many cells each, parted by tabs, or by two blanks and more. */
function partedAt(lines: readonly string[], at: number): Table | null {
  const first = lines[at] ?? "";
  const tabs = first.includes("\t");
  // A heading is words.
  if ((!tabs && !first.includes("  ")) || MARKED.test(first) || /\d/.test(first)) return null;
  const parted = tabs ? /\t+/ : / {2,}/;
  const rows: string[][] = [];
  let end = at;
  for (; end < lines.length; end += 1) {
    const line = (lines[end] ?? "").trimEnd();
    if (end === at + 1 && RULE.test(line)) continue;
    const cells = MARKED.test(line) ? [] : line.trimStart().split(parted, MOST_CELLS + 1);
    if (cells.length < 2 || cells.length > MOST_CELLS || (rows[0] !== undefined && cells.length !== rows[0].length))
      break;
    if (cells.some((cell) => cell.length > LONGEST_CELL || /[^.][.。!?]$/.test(cell))) break;
    rows.push(cells);
    if (rows.length === MOST_BARE && !hasNumbers(rows)) return null;
  }
  return rows.length > 1 && hasNumbers(rows) ? { rows, lines: end - at } : null;
}
