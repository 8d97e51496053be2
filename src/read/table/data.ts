import type { Cell } from "../../parse/document.ts";
import type { DateSense } from "../cells/dates.ts";
import { columnsOf } from "./columns.ts";
import { tablesIn } from "./data-groups.ts";
import type { Draft } from "./draft.ts";
import { type Around, draftsOfRows, type RowProblem } from "./rows.ts";

const DEEPEST = 6;

export type DataReading = { drafts: Draft[]; problems: RowProblem[]; rows: number };

/**
 * Reads JSON or YAML data by the meaning of its keys: any list of objects, or object of objects keyed by model, that
 * speaks of the life of models. The keys are the headings of a table.
 *
 * @param deepest levels that are looked into
 */
export function readData(data: unknown, around: Around, sense: DateSense, deepest: number = DEEPEST): DataReading {
  const read: DataReading = { drafts: [], problems: [], rows: 0 };
  for (const { entries, fate, state } of tablesIn(data, sense, deepest)) {
    const keys = [...new Set(entries.flatMap((entry) => [...entry.keys()]))];
    const headings = keys.map((key) => cellOf([key]));
    const body = entries.map((entry) => keys.map((key) => cellOf(entry.get(key) ?? [])));
    const columns = columnsOf(headings, body, sense);
    const ends = columns.some((column) => column.role === "shutdown" || column.role === "floor");
    // In data a lone "deprecation_date" is the last day: there is no other.
    for (const column of columns) if (!ends && column.role === "deprecated") column.role = "shutdown";
    const leaving = fate === "stays" ? false : around.leaving;
    const part = draftsOfRows(columns, body, { ...around, state, leaving, from: "data" }, sense);
    read.drafts.push(...part.drafts);
    read.problems.push(...part.problems);
    read.rows += part.rows;
  }
  return read;
}

function cellOf(texts: string[]): Cell {
  return { lines: texts.map((text) => [{ text }]), header: false, spanned: false };
}
