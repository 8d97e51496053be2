import { SENTENCE_END } from "../sentence-end.ts";
import type { CivilDate, Precision } from "../../core/fact.ts";
import type { Cell } from "../../parse/document.ts";
import { isAdvice } from "../cells/advice.ts";
import { type DaySays, whatDaysSay } from "../cells/date-words.ts";
import type { DateSense } from "../cells/dates.ts";
import { flat } from "../cells/marks.ts";
import { readReplacements } from "../cells/replacements.ts";
import { surelyId } from "../cells/tokens.ts";
import { arrowIn } from "../lists/arrow.ts";
import type { Column } from "./columns.ts";
import type { ColumnRole } from "./header-words.ts";
import { isOtherwise, saysOfEnd } from "./ends.ts";

const LONGEST = 400;

/** "Stays longer: shutdown only on D": remarks are short, and tell an end by its noun. */
const END_NOUN =
  /(?<!\p{L})(?:abschaltung|einstellung des (?:betriebs|dienstes)|außerbetriebnahme|(?:arrêt|retrait|suppression|fermeture)|(?:retirada|retiro|apagado)|(?:desligamento|desativação|encerramento)|(?:ritiro|dismissione|spegnimento))(?!\p{L})/iu;

const notesOf = (columns: readonly Column[], row: readonly Cell[]): Cell[] =>
  columns.flatMap((column) => (column.role === "note" ? (row[column.index] ?? []) : []));

/** "Will be retired on D" in a column of notes, for a table without days of its own. Null where no sentence says one day. */
export function dayInNotes(
  columns: readonly Column[],
  row: readonly Cell[],
  sense: DateSense,
): { date: CivilDate; precision: Precision; ends: boolean } | null {
  for (const cell of notesOf(columns, row)) {
    const text = flat(cell);
    if (text.length > LONGEST) continue;
    for (const sentence of text.split(SENTENCE_END)) {
      const says = isOtherwise(sentence) ? null : END_NOUN.test(sentence) ? "end" : saysOfEnd(sentence);
      if (says === null) continue;
      const { dates } = sense.find(sentence);
      const said = whatDaysSay(sentence, dates);
      const [day, ...others] = dates.filter((found, index) => found.certain && isEnd(said[index]));
      if (day !== undefined && others.length === 0)
        return { date: day.date, precision: day.precision, ends: says === "end" };
    }
  }
  return null;
}

/** "Shutdown: D": a label may say what the day is. */
const isEnd = (says: DaySays | undefined): boolean =>
  says?.as === "own" || (says?.as === "role" && says.role === "shutdown");

const BESIDE: ReadonlySet<ColumnRole> = new Set(["shutdown", "state", "period", "steps"]);
const LAST_YEAR = /20\d\d(?!.*20\d\d)/;

/** "3 March 2027; use x" in the cell of the end. */
function advisedBesideDay(columns: readonly Column[], row: readonly Cell[]): string[] {
  for (const column of columns) {
    const whole = BESIDE.has(column.role) ? flat(row[column.index]) : "";
    // An arrow between two steps leads to no model.
    const text = column.role === "steps" ? whole.slice(Math.max(whole.search(LAST_YEAR), 0)) : whole;
    const arrow = text === "" || text.length > LONGEST ? null : arrowIn(text);
    if (arrow === null || !/\d/.test(text.slice(0, arrow.index))) continue;
    const named = (text.slice(arrow.index + arrow.length).split(SENTENCE_END)[0] ?? "").replace(/[)）]\s*$/, "");
    const ids = readReplacements({ lines: [[{ text: named }]], header: false, spanned: false });
    if (ids.some((id) => surelyId(id))) return ids;
  }
  return [];
}

/** "Use x" in a column of notes, where no other column names replacements. */
export function advisedInNotes(columns: readonly Column[], row: readonly Cell[]): string[] {
  for (const cell of notesOf(columns, row)) {
    const text = flat(cell);
    if (isAdvice(text)) return readReplacements(cell);
    const arrow = saysOfEnd(text) === null || text.length > LONGEST ? null : arrowIn(text);
    if (arrow === null) continue;
    const line = [{ text: text.slice(arrow.index + arrow.length).split(SENTENCE_END)[0] ?? "" }];
    return readReplacements({ lines: [line], header: false, spanned: false });
  }
  return advisedBesideDay(columns, row);
}
