import type { CivilDate, FactKind, Precision, StatedState } from "../../core/fact.ts";
import { type Cell, textOf } from "../../parse/document.ts";
import { type DateCell, type DateSense, readDateCell } from "../cells/dates.ts";
import { flat, isNothing } from "../cells/marks.ts";
import { type Mention, readMentions } from "../cells/models.ts";
import { readReplacements } from "../cells/replacements.ts";
import { stateOf } from "../cells/state.ts";
import { splitBrackets } from "../cells/tokens.ts";
import type { Column } from "./columns.ts";
import { blankDraft, type Draft } from "./draft.ts";
import { type GroupDay, groupDay, groupState, withGroupDay } from "./groups.ts";
import { isOtherwise } from "./ends.ts";
import { type ColumnRole, endWords, kindNamed, normalHeader } from "./header-words.ts";
import { isEnd } from "./row-events.ts";
import { advisedInNotes, dayInNotes } from "./row-notes.ts";
import { ofKind } from "./kind-of-row.ts";
import { isGroupRow } from "./shape.ts";
import { typeOf } from "./types.ts";

/** What the page says around a table or list. */
export type Around = {
  section: number;
  /** The state that the heading gives to what stands below ("Retired models"). */
  state: StatedState;
  /** The words around speak of retirements. */
  leaving: boolean;
  /** The words around are a dated notice of retirements. */
  notice: boolean;
  /** What sort of things the heading announces, when they are no models. */
  kind: FactKind | null;
  /** A thing that the heading names, for tables that name none. */
  subject: string | null;
  /** Where the heading says that its rows are true ("Singapore"); "" for everywhere. */
  region?: string;
  /** What the page says that headings mean whose words do not tell it, by the plain heading. */
  explained?: ReadonlyMap<string, ColumnRole>;
  from: Draft["from"];
};

export type RowProblem = { what: string; where: string };

type Field = (role: ColumnRole) => Cell | undefined;

const QUOTE_LENGTH = 300;

/** Reads the rows of a table whose columns are known. One draft per model and row. */
export function draftsOfRows(
  columns: Column[],
  body: Cell[][],
  around: Around,
  sense: DateSense,
  event: Column | null = null,
): { drafts: Draft[]; problems: RowProblem[]; rows: number } {
  const drafts: Draft[] = [];
  const problems: RowProblem[] = [];
  let state = around.state;
  let group: GroupDay | null = null;
  let rows = 0;
  for (const row of body) {
    if (isGroupRow(row)) {
      const label = flat(row.find((cell) => flat(cell) !== ""));
      state = groupState(label, around.state);
      group = groupDay(label, sense);
      continue;
    }
    rows += 1;
    const leaving = event === null ? around.leaving : isEnd(row, event);
    const read = readRow(columns, row, { ...around, state, leaving }, sense);
    const day = group;
    drafts.push(...(day === null ? read.drafts : read.drafts.map((draft) => withGroupDay(draft, day))));
    problems.push(...read.problems);
  }
  return { drafts, problems, rows };
}

function readRow(
  columns: Column[],
  row: Cell[],
  around: Around,
  sense: DateSense,
): { drafts: Draft[]; problems: RowProblem[] } {
  const field: Field = (role) => cellOf(columns, row, role);
  const mentions = mentionsOf(columns, row, field, around);
  const quote = quoteOf(row);
  const problems: RowProblem[] = [];
  const dates = datesOf(columns, row, sense, around);
  const noted = dates.shutdown === null && hasNoDates(columns) ? dayInNotes(columns, row, sense) : null;
  if (noted?.ends === true) dates.shutdown = noted;
  else if (noted?.precision === "day") dates.deprecated ??= noted.date;
  for (const text of dates.impossible) problems.push({ what: `there is no such day: ${text}`, where: quote });
  const replacements = replacementsOf(columns, row);
  const successors = field("replacement");
  const inOrder =
    replacements.length === mentions.length &&
    (IN_ORDER.test(flat(successors)) ||
      (isLineEach(field("model"), mentions.length) && isLineEach(successors, mentions.length)));
  const versions = versionsOf(field("version"));
  const before = field("moved");
  const movedFrom = before === undefined ? null : readDateCell(before, sense).date;
  const stateText = flat(field("state")) || (hasNoDates(columns) ? flat(field("note")) : "");
  const stated = stateText.length <= 80 ? stateOf(stateText) : null;
  const drafts: Draft[] = [];
  for (const [index, mention] of mentions.entries()) {
    const paired =
      pairedDate(dates.shutdownCell, mentions.length, index) ?? dayBeside(mention, mentions, columns, row, sense);
    const shutdown = paired ?? dates.shutdown;
    for (const version of versionsFor(mention, versions, mentions.length, index)) {
      drafts.push({
        ...blankDraft(mention.id, mention.kind, around.from, around.section),
        names: [...new Set([...mention.names, ...namesOf(columns, row, mention)])],
        version,
        announced: dates.announced,
        deprecated: dates.deprecated,
        // "Withdrawal date: not yet announced": the row says itself that its day of deprecation is none.
        legacy: dates.legacy || (shutdown === null && columns.some(({ role }) => role === "shutdown")),
        shutdown: shutdown?.date ?? null,
        precision: shutdown?.precision ?? null,
        movedFrom,
        floor: dates.floor || shutdown?.precision === "earliest",
        tentative: columns.some((column) => column.role === "shutdown" && column.meaning.tentative),
        stages: dates.stages,
        replacements: (inOrder && replacements[index] !== undefined ? [replacements[index]] : replacements).filter(
          (name) => name !== mention.id || namesOtherVersion(flat(successors), name, version),
        ),
        state: stated ?? dates.state ?? around.state,
        stateOfRow: stated !== null && field("state") !== undefined,
        notice: around.notice || columns.some((column) => column.role === "model" && column.meaning.leaving),
        regions:
          flat(field("region")) || splitBrackets(flat(field("shutdown"))).inside.join(", ") || (around.region ?? ""),
        scope: siteOf(columns, field),
        provider: flat(field("maker")) || null,
        surface: flat(field("surface")) || null,
        quote,
      });
    }
  }
  return { drafts, problems };
}

/** "`a` (0125)" for version 0301 of a: another version of the same model takes its place. */
function namesOtherVersion(text: string, id: string, own: string | null): boolean {
  if (own === null) return false;
  const behind = text.slice(text.indexOf(id) + id.length, text.indexOf(id) + id.length + 30);
  const version =
    /^[`"]?\s*[(（,]?\s*(?:version:?\s*)?[`"]?(\d{4}-\d{2}-\d{2}|\d{3,4}|v?\d{1,3}(?:\.\d+)*)(?!\w)/i.exec(behind)?.[1];
  return text.includes(id) && version !== undefined && version !== own;
}

/** "a and b, in this order": each model has its own. */
const IN_ORDER =
  /\brespectively\b|\bin (?:this|that|the same) order\b|\bjeweils\b|in dieser reihenfolge|respectivement|dans cet ordre|respectivamente|en este orden|nesta ordem|rispettivamente|nell['’]ordine|分别|依次|それぞれ|각각/i;

/** Two cells with a line for each thing stand beside one another line by line. */
const isLineEach = (cell: Cell | undefined, things: number): boolean =>
  things > 1 && cell !== undefined && cell.lines.filter((line) => textOf([line]).trim() !== "").length === things;

const SITE =
  /\b(data ?cent(er|re)s?|sites?|clusters?|rechenzentr\w*|centre de donnees)\b|数据中心|機房|データセンター|데이터 ?센터/;
const SERVED = /\b(until|through|bis|jusqu|hasta|fino al)\b|截至|まで|까지/;

/** "Data centre | Model | Served until": one house stops to serve the model, which is no end of it. */
function siteOf(columns: Column[], field: Field): string | null {
  const site = columns.find((column) => column.role === "region" && SITE.test(normalHeader(column.heading)));
  const until = columns.find((column) => column.role === "shutdown");
  if (site === undefined || until === undefined) return null;
  const heading = normalHeader(until.heading);
  return SERVED.test(heading) && !ENDS.test(heading) ? flat(field("region")) || null : null;
}

const ENDS = /\b(retir\w*|eol|end[- ]of[- ]life|deprecat\w*|shut ?-?down\w*|discontinu\w*|sunset\w*)\b/;

function cellOf(columns: Column[], row: Cell[], role: ColumnRole): Cell | undefined {
  for (const column of columns) {
    if (column.role !== role) continue;
    const cell = row[column.index];
    if (cell !== undefined && !isNothing(flat(cell))) return cell;
  }
  return undefined;
}

function hasNoDates(columns: Column[]): boolean {
  return !columns.some((column) => ["shutdown", "deprecated", "floor", "date", "legacy"].includes(column.role));
}

/** The things of the row: its ids, else its display names, else what the heading names. */
function mentionsOf(columns: Column[], row: Cell[], field: Field, around: Around): Mention[] {
  const parameters = columns.some((column) => column.role === "model") ? undefined : field("parameter");
  if (parameters !== undefined) {
    const heading = columns.find((column) => column.role === "parameter")?.heading ?? "";
    const named = kindNamed(heading) ?? "parameter";
    return readMentions(parameters).map((mention) => ({ ...mention, kind: named }));
  }
  const named = field("model") === undefined ? "name" : "model";
  const cell = field(named);
  const column = columns.find((each) => each.role === named);
  const type = typeOf(columns, row);
  if (cell !== undefined)
    return readMentions(cell).map((mention) =>
      type === null || type === "model" ? ofKind(mention, column, around) : { ...mention, kind: type },
    );
  const unnamed = !columns.some((column) => column.role === "model" || column.role === "name");
  if (!unnamed || around.subject === null || row.length === 0) return [];
  return readMentions({ lines: [[{ text: around.subject }]], header: false, spanned: false });
}

function namesOf(columns: Column[], row: Cell[], mention: Mention): string[] {
  return columns
    .filter((column) => column.role === "name")
    .flatMap((column) => {
      const cell = row[column.index];
      if (cell === undefined) return [];
      if (column.meaning.ids && column.ids > 0) return readMentions(cell).map((alias) => alias.id);
      return [flat(cell).replace(/\s*\([^)]*(deprecat|legacy|retir)[^)]*\)/gi, "")];
    })
    .filter((name) => !isNothing(name) && name !== mention.id && name.length <= 80);
}

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

function datesOf(columns: Column[], row: Cell[], sense: DateSense, around: Around): RowDates {
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
    take(dates, column.role, read, text);
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

function take(dates: RowDates, role: ColumnRole, read: DateCell, text: string): void {
  const { date } = read;
  if (date === null) {
    if (role === "shutdown" && dates.shutdown === null)
      dates.state ??= stateOf(text) === "retired" && text.length <= 40 ? "retired" : null;
    return;
  }
  switch (role) {
    case "shutdown":
    case "date":
      if (dates.shutdown !== null) return;
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

/** "Not affected by the removal of x on D" is no state that a model has from D on. */
const isRemark = (text: string): boolean => text.length > 40 && (isOtherwise(text) || endWords(text) === null);

/** Two models and two dates on the lines of two cells belong together line by line. */
function pairedDate(
  cell: DateCell | null,
  models: number,
  index: number,
): { date: CivilDate; precision: Precision } | null {
  if (cell === null || models < 2) return null;
  const dated = cell.byLine.filter((line) => line !== null);
  return dated.length === models && cell.byLine.length === models ? (dated[index] ?? null) : null;
}

/** "x (July 28), y (October 27)" in the cell of dates: each day belongs to the model that it stands behind. */
function dayBeside(
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

function replacementsOf(columns: Column[], row: Cell[]): string[] {
  const cells = columns.filter((column) => column.role === "replacement");
  const ordered = cells.toSorted((a, b) => Number(b.meaning.ids) - Number(a.meaning.ids) || b.ids - a.ids);
  for (const column of ordered) {
    const cell = row[column.index];
    const found = cell === undefined ? [] : readReplacements(cell);
    if (found.length > 0) return found;
  }
  return cells.length > 0 ? [] : advisedInNotes(columns, row);
}

/** "Retirement date: June 30, 2026" in the cell of a version is none. */
const FIELD = /^[^:：]{3,30}[:：]\s/;

function versionsOf(cell: Cell | undefined): string[] {
  if (cell === undefined) return [];
  const lines = cell.lines.filter((line) => !FIELD.test(textOf([line])));
  return flat({ lines: lines.flatMap((line) => [line, [{ text: "," }]]) })
    .split(/\s*[,;|]\s*|\s+(?:and|or)\s+/)
    .map((part) => part.replace(/[*`]/g, "").trim())
    .filter((part) => part !== "" && !isNothing(part) && part.length <= 40);
}

/** One model with several versions is several records; several models share one version, or pair with as many. */
function versionsFor(mention: Mention, versions: string[], models: number, index: number): (string | null)[] {
  if (mention.version !== null) return [mention.version];
  // "Model ID | x" over "Versions | x": the id says it already.
  if (versions.length === 0 || (versions.length === 1 && versions[0] === mention.id)) return [null];
  if (models > 1 && versions.length === models) return [versions[index] ?? null];
  return versions;
}

function quoteOf(row: Cell[]): string {
  const parts = row
    .map((cell) => (cell.spanned && flat(cell).length > 40 ? "" : flat(cell)))
    .filter((text) => text !== "");
  const text = parts.join(" | ");
  return text.length <= QUOTE_LENGTH ? text : `${text.slice(0, QUOTE_LENGTH - 1)}…`;
}
