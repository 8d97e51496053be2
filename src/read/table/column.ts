import type { CivilDate } from "../../core/fact.ts";
import type { ColumnRole, HeaderMeaning } from "./header-words.ts";

/** A share of the filled cells that says what a column holds. */
export const MOST = 0.6;

/** One column of a table: its heading, and what its cells look like. */
export type Column = {
  index: number;
  heading: string;
  meaning: HeaderMeaning;
  /** What the column is, after its cells were looked at. */
  role: ColumnRole;
  /** Shares of the filled cells: sure ids, any ids or code, dates, floors, states. */
  ids: number;
  loose: number;
  dates: number;
  floors: number;
  states: number;
  /** Cells that hold a span of time, and cells that hold several steps with a day each. */
  periods: number;
  steps: number;
  /** Cells that hold ids in small letters and nothing else. */
  lower: number;
  /** Cells that say that the model stays. */
  stays: number;
  /** Cells that name products or clouds and nothing else. */
  places: number;
  /** The surface whose ends the column tells, where columns of one table tell those of several; null otherwise. */
  place: string | null;
  /** Cells that hold ids and nothing else. */
  bare: number;
  /** Cells that begin as advice does: "Move to x". */
  advice: number;
  /** Cells that hold an amount of money. */
  money: number;
  /** Distinct texts among the filled cells, 0 to 1. */
  unique: number;
  filled: number;
  /** Rows looked at. */
  rows: number;
  /** The day of each row looked at, null where its cell gives none. */
  days: (CivilDate | null)[];
};
