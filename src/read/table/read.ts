import type { Cell } from "../../parse/document.ts";
import type { DateSense } from "../cells/dates.ts";
import { type Column, columnsOf } from "./columns.ts";
import type { Draft } from "./draft.ts";
import { type Around, draftsOfRows, type RowProblem } from "./rows.ts";
import { modelsAcross } from "./models-across.ts";
import { eventColumn } from "./row-events.ts";
import { oneAboveTheOther, type Shaped, shapeOf } from "./shape.ts";
import { joinSplitCells } from "./split-cells.ts";

export type TableReading = {
  drafts: Draft[];
  problems: RowProblem[];
  /** Rows below the headings, group rows left out: what a truncated page has fewer of. */
  rows: number;
  /** What the table is: about the life of models, a bare list of models, dated events, or something else. */
  about: "life" | "listing" | "events" | "other";
  shaped: Shaped;
  columns: Column[];
};

/** "Legacy model" over the ids says of all of them that they are going away. */
export function namesLeaving(columns: Column[]): boolean {
  return columns.some((column) => column.role === "model" && column.meaning.leaving);
}

/**
 * Reads one grid by the meaning of its columns.
 *
 * @param kin rows of other tables below the same headings, which help to know what a column holds
 */
export function readTable(rows: Cell[][], around: Around, sense: DateSense, kin: Cell[][] = []): TableReading {
  const shaped = modelsAcross(rows, sense) ?? joinSplitCells(oneAboveTheOther(shapeOf(rows)));
  const headed = shaped.headings !== null && shaped.headings.length === rows[0]?.length;
  const columns = columnsOf(shaped.headings, shaped.body, sense, around.explained, headed ? kin : []);
  const event = eventColumn(columns, shaped.body);
  const told = event === null && pairsDayWithSuccessor(columns) ? { ...around, leaving: true } : around;
  const about = subjectOf(columns, event === null ? told : { ...around, leaving: true });
  const nothing: TableReading = { drafts: [], problems: [], rows: shaped.body.length, about, shaped, columns };
  if (about === "other" || about === "events") return nothing;
  const read = draftsOfRows(columns, shaped.body, told, sense, event);
  return { ...nothing, ...read };
}

const ALIAS = /\balias(es)?\b|别名|エイリアス|별칭/i;

/** A model, one plain day ("When", "Out") and a successor: whatever the words are, that is the model's last day. */
function pairsDayWithSuccessor(columns: Column[]): boolean {
  const filled = columns.filter((column) => column.filled > 0);
  const days = filled.filter((column) => column.dates >= 0.6);
  const [day] = days;
  return (
    days.length === 1 &&
    // What an alias points to took nothing's place.
    !columns.some((column) => ALIAS.test(column.heading)) &&
    day?.role === "date" &&
    filled.some((column) => column.role === "model" || column.role === "name") &&
    filled.some((column) => column.role === "replacement")
  );
}

function subjectOf(columns: Column[], around: Around): TableReading["about"] {
  const has = (...roles: Column["role"][]) =>
    columns.some((column) => roles.includes(column.role) && column.filled > 0);
  const model = has("model", "name");
  const ends = has("shutdown", "floor", "deprecated", "legacy", "period", "steps");
  if (model && (ends || has("state", "replacement"))) return "life";
  if (model && has("date") && (around.leaving || namesLeaving(columns))) return "life";
  if (has("parameter") && has("state", "replacement", "shutdown", "deprecated")) return "life";
  if (!model && ends && around.subject !== null) return "life";
  if (has("date") && !model) return "events";
  return model ? "listing" : "other";
}
