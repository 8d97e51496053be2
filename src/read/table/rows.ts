import type { FactKind, StatedState } from "../../core/fact.ts";
import { type Cell, textOf } from "../../parse/document.ts";
import { type DateSense, readDateCell } from "../cells/dates.ts";
import { flat, isNothing } from "../cells/marks.ts";
import { type Mention, readMentions } from "../cells/models.ts";
import { readReplacements } from "../cells/replacements.ts";
import { stateOf } from "../cells/state.ts";
import { splitBrackets } from "../cells/tokens.ts";
import type { Column } from "./columns.ts";
import { blankDraft, type Draft } from "./draft.ts";
import { type GroupDay, groupDay, groupState, withGroupDay } from "./groups.ts";
import { type ColumnRole, kindNamed, normalHeader } from "./header-words.ts";
import { datesOf, dayBeside, pairedDate } from "./row-dates.ts";
import { isEnd } from "./row-events.ts";
import { advisedInNotes, dayInNotes } from "./row-notes.ts";
import { OWN_PLACE, placesOfCell } from "./places.ts";
import { dayOfVersion, namesOtherVersion, versionsFor, versionsOf } from "./row-versions.ts";
import { ofKind } from "./kind-of-row.ts";
import { isGroupRow } from "./shape.ts";
import { type WithSuccessors, withOwnSuccessors } from "./own-successors.ts";
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

/** A model of a row, with the successors that its own cell names. */
type Named = Mention & Partial<Pick<WithSuccessors, "successors">>;

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
    // "Day | Kind": what is no removal ends nothing on its day.
    const own =
      event === null || leaving
        ? columns
        : columns.filter(({ role, meaning }) => role !== "shutdown" || meaning.role !== "date");
    const read = readRow(own, row, { ...around, state, leaving }, sense);
    const day = group;
    drafts.push(...(day === null ? read.drafts : read.drafts.map((draft) => withGroupDay(draft, day))));
    problems.push(...read.problems);
  }
  return { drafts, problems, rows };
}

type RowReading = { drafts: Draft[]; problems: RowProblem[] };

/** One draft per model; where columns tell the ends on several surfaces, one for each of them that has a day. */
function readRow(columns: Column[], row: Cell[], around: Around, sense: DateSense): RowReading {
  const places = [...new Set(columns.flatMap(({ place }) => place ?? []))];
  if (places.length === 0) return withSurfaces(readRowOf(columns, row, around, sense), columns, row);
  const read = places.map((place) => {
    const own = columns.filter((column) => column.place === null || column.place === place);
    const { drafts, problems } = readRowOf(own, row, around, sense);
    return { drafts: drafts.map((draft) => ({ ...draft, surface: place === OWN_PLACE ? null : place })), problems };
  });
  const problems = read.flatMap((each) => each.problems);
  const dated = read.flatMap(({ drafts }) => drafts.filter((draft) => draft.shutdown !== null));
  if (dated.length > 0) return { drafts: dated, problems };
  return readRowOf(
    columns.filter(({ place }) => place === null),
    row,
    around,
    sense,
  );
}

/** "API, ChatGPT" in a column that tells where: a draft for each of them. */
function withSurfaces({ drafts, problems }: RowReading, columns: Column[], row: Cell[]): RowReading {
  const column = columns.find(({ role }) => role === "surface");
  const places = column === undefined ? [] : placesOfCell(flat(row[column.index]));
  if (places.length === 0) return { drafts, problems };
  return { drafts: drafts.flatMap((draft) => places.map((surface) => ({ ...draft, surface }))), problems };
}

function readRowOf(columns: Column[], row: Cell[], around: Around, sense: DateSense): RowReading {
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
    const told = paired ?? dates.shutdown;
    const ownRow = inOrder && replacements[index] !== undefined ? [replacements[index]] : replacements;
    const chosen = ownRow.length > 0 ? ownRow : (mention.successors ?? []);
    for (const version of versionsFor(mention, versions, mentions.length, index)) {
      const shutdown = dayOfVersion(version, versions, flat(field("shutdown")), sense) ?? told;
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
        replacements: chosen.filter(
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
  return !columns.some((column) =>
    ["shutdown", "deprecated", "floor", "date", "legacy", "period", "steps"].includes(column.role),
  );
}

/** The things of the row: its ids, else its display names, else what the heading names. */
function mentionsOf(columns: Column[], row: Cell[], field: Field, around: Around): Named[] {
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
    return (withOwnSuccessors(cell) ?? readMentions(cell)).map((mention) =>
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

function quoteOf(row: Cell[]): string {
  const parts = row
    .map((cell) => (cell.spanned && flat(cell).length > 40 ? "" : flat(cell)))
    .filter((text) => text !== "");
  const text = parts.join(" | ");
  return text.length <= QUOTE_LENGTH ? text : `${text.slice(0, QUOTE_LENGTH - 1)}…`;
}
