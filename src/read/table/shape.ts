import type { Cell } from "../../parse/document.ts";
import { flat, isNothing } from "../cells/marks.ts";
import { idShaped, partsOf, surelyId } from "../cells/tokens.ts";
import { type ColumnRole, DAY_ROLES, meaningOfHeader, MODEL_ROLES } from "./header-words.ts";

/** A table turned the usual way: one heading per column, then rows. `headings` is null when it has none. */
export type Shaped = { headings: Cell[] | null; body: Cell[][] };

const KNOWN: ReadonlySet<ColumnRole> = new Set([...MODEL_ROLES, "price"]);

/**
 * Finds the headings of a grid: the row that the page marks, or a row of words with known meanings (bold `<td>`), or the
 * first column when the table stands on its side. Rows that repeat the headings are left out.
 */
export function shapeOf(rows: Cell[][]): Shaped {
  const filled = rows.filter((row) => row.some((cell) => flat(cell) !== ""));
  const [first] = filled;
  if (first === undefined) return { headings: null, body: [] };
  if (filled.length > 2 && saysFieldAndValue(first)) {
    const below = filled.slice(1);
    return tellsOfOne(below) ? shapeOnSide(below) : shapeOf(below);
  }
  const across = headingScore(first);
  const column = filled.map((row) => row[0]).filter((cell) => cell !== undefined);
  const down = headingScore(column);
  if (down > across && down >= 2 && across < 2 && namesModels(filled)) return shapeOnSide(filled);
  const marked = first.every((cell) => cell.header || flat(cell) === "");
  const isHeading =
    across > 0 && (marked || across >= 2 || isBoldRow(first)) && !first.some((cell) => holdsValue(cell));
  if (!isHeading && !(marked && !first.some((cell) => holdsValue(cell)))) return { headings: null, body: filled };
  // A caption row that spans all columns may stand above the real headings.
  const [, second] = filled;
  if (isGroupRow(first) && second !== undefined && headingScore(second) >= 2) return shapeOf(filled.slice(1));
  if (second !== undefined && isSecondHeading(first, second)) {
    return { headings: first.map((cell, index) => under(cell, second[index])), body: filled.slice(2) };
  }
  const title = first.map((cell) => flat(cell)).join("|");
  return { headings: first, body: filled.slice(1).filter((row) => row.map((cell) => flat(cell)).join("|") !== title) };
}

/** "Field | Value" stands over a table on its side, and heads none of its columns. */
const FIELD =
  /^(?:fields?|items?|propert(?:y|ies)|attributes?|key|feld|eigenschaft|champ|propriété|campo|propiedad|propriedade|proprietà|項目|项目|字段|属性|항목)$/i;
const VALUE =
  /^(?:values?|details?|wert|angabe|valeur|détails?|valor|detalles?|detalhes?|valore|dettagli|内容|值|詳細|値|값|내용)$/i;

const saysFieldAndValue = ([field, value, ...others]: Cell[]): boolean =>
  others.length === 0 && FIELD.test(flat(field)) && VALUE.test(flat(value));

/** Headings of two rows: the second is marked as headings too, and tells the parts of a merged one apart. */
function isSecondHeading(first: Cell[], second: Cell[]): boolean {
  const parted = second.some((cell, index) => flat(cell) !== flat(first[index]) && flat(first[index]) !== "");
  return parted && second.every((cell) => cell.header) && !second.some((cell) => holdsValue(cell));
}

/** The lower heading says more than the one over it; a cell that spans both is one heading. */
function under(above: Cell, below: Cell | undefined): Cell {
  if (below === undefined || flat(below) === "" || flat(below) === flat(above)) return above;
  return { ...below, lines: [[...above.lines.flat(), { text: " " }, ...below.lines.flat()]] };
}

/** Two tables side by side repeat their headings in one row: their rows are put one above the other. */
export function oneAboveTheOther(shaped: Shaped): Shaped {
  const titles = shaped.headings?.map((cell) => flat(cell)) ?? [];
  const [first] = titles;
  if (first === undefined || first === "") return shaped;
  const starts = titles.flatMap((title, index) => (title === first ? [index] : []));
  const parts = starts.map((start, index) => titles.slice(start, starts[index + 1] ?? titles.length));
  const named = parts.map((part) => part.filter((title) => title !== "").join("|"));
  const width = named[0]?.split("|").length ?? 0;
  if (parts.length < 2 || width < 2 || new Set(named).size > 1) return shaped;
  const take = (row: Cell[], start: number, length: number) =>
    row.slice(start, start + length).filter((_, index) => titles[start + index] !== "");
  const body = starts.flatMap((start, index) =>
    shaped.body.map((row) => take(row, start, parts[index]?.length ?? 0)).filter((row) => row.length > 0),
  );
  return { headings: take(shaped.headings ?? [], 0, parts[0]?.length ?? 0), body };
}

/** A table that stands on its side has its models beside a heading that says so, or else in its first row. */
function namesModels(rows: Cell[][]): boolean {
  const models = rows.find((row) => meaningOfHeader(flat(row[0])).role === "model") ?? rows[0] ?? [];
  const names = models
    .slice(1)
    .map((cell) => flat(cell))
    .filter((text) => !isNothing(text));
  const isName = (text: string) => /\d/.test(text) || partsOf(text).every((part) => idShaped(part));
  return names.filter(isName).length * 2 >= names.length;
}

/** "Status | Deprecated" over "Shutdown | D" tells of the model whose name stands over the table. */
const tellsOfOne = (rows: Cell[][]): boolean =>
  rows.every((row) => row.length === 2 && KNOWN.has(meaningOfHeader(flat(row[0])).role)) &&
  rows.some((row) => DAY_ROLES.has(meaningOfHeader(flat(row[0])).role));

function shapeOnSide(rows: Cell[][]): Shaped {
  const width = Math.max(...rows.map((row) => row.length));
  const headings = rows.map((row) => row[0] ?? emptyCell());
  const body: Cell[][] = [];
  for (let column = 1; column < width; column += 1) body.push(rows.map((row) => row[column] ?? emptyCell()));
  return { headings, body };
}

function emptyCell(): Cell {
  return { lines: [], header: false, spanned: false };
}

/** How many different known meanings the cells have, read as headings. */
function headingScore(cells: Cell[]): number {
  const roles = new Set<string>();
  for (const cell of cells) {
    const text = flat(cell);
    if (text === "" || text.length > 60 || holdsValue(cell)) continue;
    const { role } = meaningOfHeader(text);
    if (KNOWN.has(role)) roles.add(role);
  }
  return roles.size;
}

function isBoldRow(row: Cell[]): boolean {
  const runs = row.flatMap((cell) => cell.lines.flat()).filter((run) => run.text.trim() !== "");
  return runs.length > 0 && runs.every((run) => run.bold === true);
}

/** Ids, dates and figures are values, never headings. */
function holdsValue(cell: Cell): boolean {
  const text = flat(cell);
  if (/\b(19|20)\d\d\b|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|年.*月/.test(text)) return true;
  if (cell.lines.some((line) => line.some((run) => run.code === true && /\d/.test(run.text)))) return true;
  const words = text.split(/\s+/);
  // "Closest match in Aura-2" is a heading with a name in it.
  const named = cell.header && words.length > 2;
  return words.some((word) => surelyId(word) && !(named && /^\p{Lu}/u.test(word)));
}

/** True when one text fills the whole row: a group label such as "Preview models". */
export function isGroupRow(row: Cell[]): boolean {
  const texts = row.map((cell) => flat(cell));
  const label = texts.find((text) => !isNothing(text));
  if (label === undefined || row.length < 2) return false;
  const first = texts.indexOf(label);
  const rest = texts.filter((_, index) => index !== first);
  const spanned = rest.every(
    (text, index) => text === "" || (text === label && row[index >= first ? index + 1 : index]?.spanned === true),
  );
  return (
    spanned &&
    !label.split(/\s+/).every((word) => surelyId(word)) &&
    !row[first]?.lines.some((line) => line.some((run) => run.code === true))
  );
}
