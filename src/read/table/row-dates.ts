import { addDays } from "../../core/civil-date.ts";
import type { CivilDate, Precision, StatedState } from "../../core/fact.ts";
import type { Cell } from "../../parse/document.ts";
import { type DateCell, type DateSense, readDateCell } from "../cells/dates.ts";
import { flat, isNothing } from "../cells/marks.ts";
import type { Mention } from "../cells/models.ts";
import { stateOf } from "../cells/state.ts";
import type { Column } from "./columns.ts";
import type { Draft } from "./draft.ts";
import { isOtherwise } from "./ends.ts";
import { type ColumnRole, endWords } from "./header-words.ts";
import type { Around } from "./rows.ts";

type RowDates = {
  announced: CivilDate | null;
  deprecated: CivilDate | null;
  legacy: boolean;
  shutdown: { date: CivilDate; precision: Precision } | null;
  shutdownCell: DateCell | null;
  floor: boolean;
  state: StatedState;
  stages: Draft["stages"];
  impossible: string[];
};

/** The days of a row by the meaning of its columns; an end that a column tells counts before one of its state. */
export function datesOf(columns: Column[], row: Cell[], sense: DateSense, around: Around): RowDates {
  const dates: RowDates = {
    announced: null,
    deprecated: null,
    legacy: false,
    shutdown: null,
    shutdownCell: null,
    floor: false,
    state: null,
    stages: [],
    impossible: [],
  };
  for (const column of orderedByRole(columns, around)) {
    const cell = row[column.index];
    const text = flat(cell);
    if (cell === undefined || isNothing(text)) continue;
    const read = readDateCell(cell, sense);
    dates.impossible.push(...read.impossible);
    take(dates, column.role, read, text, column.meaning.role === "shutdown");
    for (const [role, dated] of Object.entries(read.labelled)) {
      take(dates, role as ColumnRole, { ...read, ...dated, stages: [], labelled: {} }, text);
    }
  }
  // "Versions | x · Release date: … · Retirement date: …": the days of the version are told beside it.
  for (const column of columns.filter((one) => one.role === "version")) {
    const cell = row[column.index];
    if (cell === undefined || isNothing(flat(cell))) continue;
    const read = readDateCell(cell, sense);
    for (const [role, dated] of Object.entries(read.labelled))
      take(dates, role as ColumnRole, { ...read, ...dated, stages: [], labelled: {} }, flat(cell));
  }
  return dates;
}

const ROLE_ORDER: ColumnRole[] = [
  "shutdown",
  "period",
  "steps",
  "floor",
  "date",
  "deprecated",
  "legacy",
  "announced",
  "extended",
  "state",
];

function orderedByRole(columns: Column[], around: Around): Column[] {
  const hasEnd = columns.some((column) => column.role === "shutdown" || column.role === "floor");
  const leaving = around.leaving || columns.some((column) => column.role === "model" && column.meaning.leaving);
  return ROLE_ORDER.flatMap((role) =>
    columns.filter((column) => {
      if (column.role !== role) return false;
      // A bare "Date" beside other dates says nothing of its own; alone, the words around decide.
      return role !== "date" || (!hasEnd && leaving);
    }),
  );
}

/** @param headed the heading of the column says itself that its days are those of an end */
function take(dates: RowDates, role: ColumnRole, read: DateCell, text: string, headed = false): void {
  const { date } = read;
  if (role === "period" || role === "steps" || (role === "date" && isLong(read))) {
    const told = role === "steps" ? lone(read) : endOfPeriod(read);
    if (told !== null) take(dates, told.role, { ...read, ...told }, text, headed);
    return;
  }
  if (date === null) {
    if (role === "shutdown" && dates.shutdown === null)
      dates.state ??= stateOf(text) === "retired" && text.length <= 40 ? "retired" : null;
    return;
  }
  switch (role) {
    case "shutdown":
    case "date":
      // "On-demand retirement" beside "Dedicated retirement": the first way that ends is the one that breaks somebody's calls.
      if (dates.shutdown !== null && !(headed && isBefore(read, dates.shutdown))) return;
      dates.shutdown = { date, precision: read.precision };
      dates.shutdownCell = read;
      dates.stages.push(...read.stages);
      return;
    case "floor":
      if (dates.shutdown !== null) return;
      dates.shutdown = { date, precision: "earliest" };
      dates.floor = true;
      return;
    case "state":
      // "Retires January 5, 2027" in a status column.
      if (dates.shutdown !== null || stateOf(text) === "active" || isRemark(text)) return;
      dates.shutdown = { date, precision: read.precision };
      return;
    case "deprecated":
      // A floor is no day on which something happens.
      if (read.precision === "day") dates.deprecated ??= date;
      return;
    case "legacy":
      if (read.precision === "earliest") return;
      if (dates.deprecated === null) {
        dates.deprecated = date;
        dates.legacy = true;
      } else dates.stages.push({ name: "legacy", date });
      return;
    case "announced":
      if (read.precision === "day") dates.announced ??= date;
      return;
    case "extended":
      dates.stages.push({ name: "extended access", date });
      return;
    default:
  }
}

type Told = { role: ColumnRole; date: CivilDate; precision: Precision };

/** "A – B" ends on B; "A onwards (B)" does not end before B; "A onwards" has no end. */
function endOfPeriod({ period }: DateCell): Told | null {
  if (period === null) return null;
  if (period.to !== null) return { role: "shutdown", date: period.to.date, precision: period.to.precision };
  return period.atLeast === null ? null : { role: "floor", date: period.atLeast, precision: "earliest" };
}

/** A month or less is the time in which a model goes, from its first day on; a longer one is that in which it was there. */
const isLong = ({ period }: DateCell): boolean =>
  period !== null && period.to !== null && period.to.date > addDays(period.from, 45);

/** The only day of a cell among others of several steps. */
const lone = ({ lone: role, date, precision }: DateCell): Told | null =>
  role === null || role === "release" || date === null ? null : { role, date, precision };

const isBefore = (read: DateCell, told: { date: CivilDate; precision: Precision }): boolean =>
  read.date !== null && read.date < told.date && read.precision === "day" && told.precision === "day";

/** "Not affected by the removal of x on D" is no state that a model has from D on. */
const isRemark = (text: string): boolean => text.length > 40 && (isOtherwise(text) || endWords(text) === null);

/** Two models and two dates on the lines of two cells belong together line by line. */
export function pairedDate(
  cell: DateCell | null,
  models: number,
  index: number,
): { date: CivilDate; precision: Precision } | null {
  if (cell === null || models < 2) return null;
  const dated = cell.byLine.filter((line) => line !== null);
  return dated.length === models && cell.byLine.length === models ? (dated[index] ?? null) : null;
}

/** "x (July 28), y (October 27)" in the cell of dates: each day belongs to the model that it stands behind. */
export function dayBeside(
  mention: Mention,
  mentions: readonly Mention[],
  columns: Column[],
  row: Cell[],
  sense: DateSense,
): { date: CivilDate; precision: Precision } | null {
  if (mentions.length < 2) return null;
  const column = columns.find((each) => each.role === "shutdown");
  const text = column === undefined ? "" : flat(row[column.index]);
  const places = mentions.map((each) => text.indexOf(each.id));
  const from = places[mentions.indexOf(mention)] ?? -1;
  if (places.includes(-1)) return null;
  const next = Math.min(...places.filter((place) => place > from), text.length);
  const [found] = sense.find(text.slice(from + mention.id.length, next)).dates;
  return found === undefined ? null : { date: found.date, precision: found.precision };
}
