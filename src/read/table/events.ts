import type { CivilDate, FactKind } from "../../core/fact.ts";
import { oneLine } from "../../lib/one-line.ts";
import { type Cell, type ListItem, textOf } from "../../parse/document.ts";
import { type DateSense, readDateCell } from "../cells/dates.ts";
import { kindOfThing } from "../cells/kind.ts";
import { flat } from "../cells/marks.ts";
import { surelyId } from "../cells/tokens.ts";
import { type Column, columnsOf } from "./columns.ts";
import { blankDraft, type Draft } from "./draft.ts";
import { endWords } from "./header-words.ts";
import type { Around } from "./rows.ts";

const ANNOUNCES = /\b(announc\w*|notif\w*|deprecated|deprecation)\b|公告|通知|発表|공지/i;
/** "moonshotai/Kimi-K2.5", and no "v1/prompts". */
const OF_MAKER = /^[`"'(]?(?!v\d)[a-z][\w.-]*\/[\w.:-]*\d[\w.:-]*[`"').,]?$/i;
const MOST_STAGE = 120;
/** A heading over the ends of many things: "Model retirement schedule", "模型下线时间表". */
const CALENDAR =
  /\b(?:schedules?|calendars?|timelines?|time ?tables?|overview|lists?|models|history)\b|时间表|時間表|一览|一覧|日历|计划|列表|スケジュール|일정|목록|zeitplan|übersicht|calendrier|calendario/i;

/**
 * Reads a table of dates and what happens on them ("Date | Update") under a heading that names the thing: announced,
 * read-only, off. The steps become the stages of one fact. Null when no row tells an end.
 */
export function draftOfEvents(
  columns: Column[],
  body: Cell[][],
  thing: string,
  section: number,
  sense: DateSense,
): Draft | null {
  const dates = columns.find((column) => column.role === "date" || column.dates > 0.6);
  const words = columns.find(
    (column) => column !== dates && (column.role === "note" || column.role === "other" || column.role === "state"),
  );
  if (dates === undefined || words === undefined || thing === "" || CALENDAR.test(thing)) return null;
  let announced: CivilDate | null = null;
  const stages: { name: string; date: CivilDate; end: boolean }[] = [];
  for (const row of body) {
    const cell = row[dates.index];
    const text = flat(row[words.index]);
    const date = cell === undefined ? null : readDateCell(cell, sense).date;
    if (date === null || text === "") continue;
    // Rows about models of their own are a changelog, not the steps of one thing.
    if (text.split(/\s+/).some((word) => surelyId(word) && (!word.includes("/") || OF_MAKER.test(word)))) return null;
    const end = endWords(text) === "end";
    if (!end && ANNOUNCES.test(text) && announced === null) announced = date;
    else stages.push({ name: text.slice(0, MOST_STAGE), date, end });
  }
  const last = stages.filter((stage) => stage.end).toSorted((a, b) => b.date.localeCompare(a.date))[0];
  if (last === undefined) return null;
  const quote = `${thing}: ${last.date} ${last.name}`;
  return {
    ...blankDraft(thing, kindOf(thing), "table", section),
    announced,
    shutdown: last.date,
    precision: "day",
    stages: stages.map(({ name, date }) => ({ name, date })).toSorted((a, b) => a.date.localeCompare(b.date)),
    notice: true,
    quote,
  };
}

/** "D: deprecated", "D: shut down" in a list below a model's heading: the same as such a table. Null for other lists. */
export function draftOfSteps(items: readonly ListItem[], around: Around, sense: DateSense): Draft | null {
  if (around.subject === null || items.length < 2) return null;
  const body: Cell[][] = [];
  for (const { lines, children } of items) {
    const text = oneLine(textOf(lines));
    const [day] = sense.find(text).dates;
    const words = text.slice(day?.end ?? 0).replace(/^[\s:：)*–—-]+/, "");
    if (day === undefined || children.length > 0 || /\p{L}/u.test(text.slice(0, day.start)) || words === "")
      return null;
    body.push([cellOf(day.text), cellOf(words)]);
  }
  const columns = columnsOf([cellOf("Date"), cellOf("Change")], body, sense);
  return draftOfEvents(columns, body, around.subject, around.section, sense);
}

const cellOf = (text: string): Cell => ({ lines: [[{ text }]], header: false, spanned: false });

/** A heading over dated steps names a product or a feature, unless it is an id. */
function kindOf(thing: string): FactKind {
  const kind = kindOfThing(thing);
  return kind === "model" && !surelyId(thing) ? "product" : kind;
}
