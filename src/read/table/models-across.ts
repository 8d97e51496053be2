import { oneLine } from "../../lib/one-line.ts";
import type { Cell } from "../../parse/document.ts";
import type { DateSense } from "../cells/dates.ts";
import { flat, isNothing } from "../cells/marks.ts";
import { surelyId } from "../cells/tokens.ts";
import { findModelNames } from "../names/index.ts";
import { type ColumnRole, DAY_ROLES, meaningOfHeader } from "./header-words.ts";
import type { Shaped } from "./shape.ts";

/**
 * "Deployment type | x-1 | x-2" over days: the models stand across, and each line tells when one way to call them ends. Such
 * a table is turned into one of models and their first days, from which on something of theirs fails. Null for any other.
 */
export function modelsAcross(rows: readonly Cell[][], sense: DateSense): Shaped | null {
  const [[first, ...models] = [], ...lines] = rows;
  if (first === undefined || models.length === 0 || lines.length < 2) return null;
  if (/\d/.test(flat(first)) || meaningOfHeader(flat(first)).role === "model") return null;
  if (!models.every((cell) => namesModel(flat(cell))) || lines.some(([label]) => namesModel(flat(label)))) return null;
  // "Released" and "Retires" down the side: the table stands on its side, and its lines tell different days.
  if (lines.some(([label]) => TOLD.has(meaningOfHeader(flat(label)).role))) return null;
  const body: Cell[][] = [];
  for (const [index, model] of models.entries()) {
    const told = lines
      .map((row) => row[index + 1])
      .filter((cell) => cell !== undefined && !isNothing(flat(cell)))
      .flatMap((cell) => (cell === undefined ? [] : [{ cell, day: dayIn(cell, sense) }]));
    const days = told.flatMap(({ cell, day }) => (day === null ? [] : [{ cell, day }]));
    const [earliest] = days.toSorted((a, b) => a.day.localeCompare(b.day));
    if (earliest === undefined || days.length < told.length) return null;
    body.push([model, earliest.cell]);
  }
  return { headings: [cellOf("Model"), cellOf("Date")], body };
}

const TOLD: ReadonlySet<ColumnRole> = new Set([...DAY_ROLES, "state", "replacement", "version"]);

const namesModel = (text: string): boolean =>
  text.split(/[\s,]+/).some((word) => surelyId(word)) || findModelNames(text).some((name) => name.sure);

/** The day that a cell begins with; what stands behind it in brackets is another step. */
function dayIn(cell: Cell, sense: DateSense): string | null {
  const text = oneLine(flat(cell));
  const [day] = sense.find(text).dates;
  return day !== undefined && day.precision === "day" && day.certain && day.start === 0 ? day.date : null;
}

const cellOf = (text: string): Cell => ({ lines: [[{ text }]], header: true, spanned: false });
