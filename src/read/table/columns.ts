import type { CivilDate } from "../../core/fact.ts";
import type { Cell } from "../../parse/document.ts";
import { isAdvice } from "../cells/advice.ts";
import type { DateSense } from "../cells/dates.ts";
import type { FoundDate } from "../dates/index.ts";
import { flat, isNothing } from "../cells/marks.ts";
import { periodIn } from "../cells/period.ts";
import { stagesSaid } from "../cells/stages.ts";
import { stateOf } from "../cells/state.ts";
import { idShaped, surelyId } from "../cells/tokens.ts";
import { ABGEKUENDIGT, type ColumnRole, DAY_ROLES, endWords, meaningOfHeader, normalHeader } from "./header-words.ts";
import { type Column, MOST } from "./column.ts";
import { movedDays, thingsOfModels } from "./column-pairs.ts";
import { takeExplained } from "./explained.ts";
import { handedOver } from "./handed-over.ts";
import { oldAndNew } from "./old-and-new.ts";
import { isDayOfOthers } from "./other-days.ts";
import { isOtherThing } from "./other-things.ts";
import { adoptSurfaces, endsByPlace, namesPlaces, saysStays } from "./places.ts";
import { isGroupRow } from "./shape.ts";
import { stepsOrPeriods } from "./spans.ts";

export type { Column } from "./column.ts";

/** Cells looked at per column: enough to know it, and the same cost for a table of 10,000 rows. */
const SAMPLE = 60;
/** "Supports models up to": what stands below belongs to something else that the row is about. */
const USED_BY = /\b(supports?|supported|compatib\w*|requires?|default|up to|tested with)\b/;

/**
 * Gives every column its meaning, from its heading and from what its cells look like. A heading that its cells
 * contradict loses: a page may leave a heading out, so that the others stand over the wrong columns.
 *
 * @param kin rows of other tables below the same headings
 */
export function columnsOf(
  headings: Cell[] | null,
  body: Cell[][],
  sense: DateSense,
  explained?: ReadonlyMap<string, ColumnRole>,
  kin: Cell[][] = [],
): Column[] {
  const rows = [...body, ...kin.slice(0, SAMPLE)].filter((row) => !isGroupRow(row));
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  const sample = rows.filter((_, index) => index % step === 0);
  const width = Math.max(headings?.length ?? 0, ...sample.map((row) => row.length));
  const columns: Column[] = [];
  for (let index = 0; index < width; index += 1) {
    columns.push(lookAt(index, flat(headings?.[index]), sample, sense));
  }
  if (explained !== undefined) takeExplained(columns, explained);
  for (const column of columns) column.role = roleByContent(column);
  endsByPlace(columns);
  movedDays(columns);
  oldAndNew(columns);
  handedOver(columns);
  lastDays(columns);
  sinceRedirected(columns);
  firstSteps(columns);
  laterIsEnd(columns);
  lastStep(columns);
  abgekuendigt(columns);
  if (!thingsOfModels(columns) && !columns.some((column) => column.role === "model")) adoptModels(columns);
  adoptSurfaces(columns);
  chooseModels(columns);
  adoptReplacement(columns);
  pricesEnd(columns);
  return columns;
}

/** "Abkündigungsdatum" as the only day of a table: the deprecation, and no mere notice of one. */
function abgekuendigt(columns: Column[]): void {
  const days = columns.filter((column) => column.dates > 0 && DAY_ROLES.has(column.role) && column.role !== "release");
  const [only] = days;
  if (days.length === 1 && only !== undefined && ABGEKUENDIGT.test(normalHeader(only.heading)))
    only.role = "deprecated";
}

function lookAt(index: number, heading: string, sample: Cell[][], sense: DateSense): Column {
  let [ids, bare, loose, dates, floors, states, advice, money, filled] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
  let [periods, steps, stays, places, lower] = [0, 0, 0, 0, 0];
  const texts = new Set<string>();
  const days: (CivilDate | null)[] = [];
  const meaning = meaningOfHeader(heading);
  const named = meaning.role === "model" || meaning.role === "name";
  for (const row of sample) {
    const cell = row[index];
    const text = flat(cell);
    days.push(null);
    if (cell === undefined || isNothing(text)) continue;
    filled += 1;
    texts.add(text);
    const read = text.length <= 400 ? sense.find(text).dates : [];
    // "gpt-4o (2024-08-06)" under "Model" or "Replacement" holds a version, no day.
    const isVersion = (date: FoundDate) =>
      (named || (meaning.role === "replacement" && surelyId(text.split(/\s/)[0] ?? ""))) &&
      text.slice(0, date.start).trimEnd().endsWith("(");
    const found = read.filter((date) => !isVersion(date));
    if (found.length > 0) dates += 1;
    if (saysStays(text)) stays += 1;
    if (namesPlaces(text)) places += 1;
    if (periodIn(text, found) !== null) periods += 1;
    if (found.length > 1 && stagesSaid([{ text, dates: found }]) !== null) steps += 1;
    days[days.length - 1] = found[0]?.date ?? null;
    if (found.some((date) => date.precision === "earliest")) floors += 1;
    if (text.length <= 60 && stateOf(text) !== null) states += 1;
    if (isAdvice(text)) advice += 1;
    if (MONEY.test(text)) money += 1;
    if (found.length > 0 || text.length > 200) continue;
    const words = text.split(/[\s,|、，]+/);
    if (words.every((word) => idShaped(word) || /^(or|and|&|\/)$/.test(word))) bare += 1;
    if (words.length <= 12 && words.some((word) => surelyId(word))) ids += 1;
    if (text === text.toLowerCase() && words.every((word) => surelyId(word))) lower += 1;
    if (cell.lines.some((line) => line.some((run) => run.code === true)) || words.every((word) => idShaped(word))) {
      loose += 1;
    }
  }
  const share = (count: number) => (filled === 0 ? 0 : count / filled);
  return {
    index,
    heading,
    meaning,
    role: "other",
    ids: share(ids),
    bare: share(bare),
    loose: share(Math.max(loose, ids)),
    dates: share(dates),
    floors: share(floors),
    states: share(states),
    periods: share(periods),
    steps: share(steps),
    lower: share(lower),
    stays: share(stays),
    places: share(places),
    place: null,
    advice: share(advice),
    money: share(money),
    unique: share(texts.size),
    filled,
    rows: sample.length,
    days,
  };
}

const WEAK: ReadonlySet<ColumnRole> = new Set([
  "other",
  "note",
  "availability",
  "maker",
  "surface",
  "region",
  "price",
  "version",
]);

const VERSIONED = /\bversions?\b|版本|バージョン|버전/;

function roleByContent(column: Column): ColumnRole {
  const { role } = column.meaning;
  if (column.filled === 0) return role;
  const several = stepsOrPeriods(column);
  if (several !== null) return several;
  if ((role === "date" || role === "other") && isDayOfOthers(column.heading)) return "other";
  if (role === "date" || DAY_ROLES.has(role)) {
    // "After the retirement date" over "Requests go to x".
    if (column.dates < 0.2 && column.advice >= MOST) return "replacement";
    if (column.dates < 0.2 && column.ids >= MOST) {
      // "Leaving" over ids says that they leave.
      column.meaning = { ...column.meaning, leaving: endWords(column.heading) === "end" };
      return "model";
    }
    if (column.dates < 0.2 && column.states >= MOST && role !== "release") return "state";
    return role;
  }
  if (WEAK.has(role) && column.floors >= 0.5) return "floor";
  if (role === "other" && column.heading === "" && column.dates >= MOST) return "date";
  // "Input modalities" over a column of dates: one heading is missing to the left of it.
  if (role === "other" && column.dates >= 0.9 && column.filled >= 2) return "date";
  if ((role === "other" || role === "note") && column.advice >= MOST) return "replacement";
  if (role === "model" && USED_BY.test(normalHeader(column.heading))) return "availability";
  if (role === "other" && column.heading === "" && column.states >= MOST) return "state";
  // Azure's versions are days: "Model version" over days is no date of the table.
  if (role === "model" && column.dates >= MOST && column.ids < 0.2) {
    // "API shutdown" over days names no API.
    if (column.meaning.leaving && endWords(column.heading) === "end") return "shutdown";
    return VERSIONED.test(normalHeader(column.heading)) ? "version" : "date";
  }
  return role;
}

/** "Migration opens": from then on one may, and nobody must. */
const OPENS =
  /\b(opens?|begins?|starts?|possible|available|moglich|beginnt|offnet|ouvre|debute|abre|empieza|comeca|inizia|apre)\b|开始|開始|可用|시작|가능/;

/** "Migrate by", "Redirected from" over days: the last day of the old name, unless another column tells it. */
function lastDays(columns: Column[]): void {
  const told = columns.some((column) => column.role === "shutdown" || column.role === "floor");
  for (const column of columns) {
    if (column.role !== "replacement" || column.dates < MOST || column.ids >= 0.2) continue;
    const opens = OPENS.test(normalHeader(column.heading)) || isDayOfOthers(column.heading);
    column.role = told || opens ? "other" : "shutdown";
  }
}

const SINCE =
  /^(?:(?:redirected |answered |served |active |valid )?(?:since|from)|seit|ab|depuis|desde|dal|da)$|^(?:起|以降|から|부터)$/;
const NAMELESS = /\balias|别名|エイリアス|별칭/;

/** "Name | Since | Served by": a name that something else answers for since a day ended on that day. */
function sinceRedirected(columns: Column[]): void {
  const served = columns.find((column) => column.role === "replacement");
  if (served === undefined || served.filled < MOST * served.rows) return;
  if (
    columns.some(
      ({ role, heading }) =>
        role !== "release" && (DAY_ROLES.has(role) || role === "date" || NAMELESS.test(normalHeader(heading))),
    )
  )
    return;
  const [since, ...others] = columns.filter((column) => column.role === "release");
  if (since !== undefined && others.length === 0 && since.dates >= MOST && SINCE.test(normalHeader(since.heading)))
    since.role = "shutdown";
}

const BEGINS =
  /\b(begins?|beginning|starts?|starting|start date|phase ?-?out|beginn\w*|debut|inicio|inizio)\b|开始|開始|시작/;

/** "Sunset begins" beside "Gone on" is a step on the way. */
function firstSteps(columns: Column[]): void {
  const ends = columns.filter((column) => column.role === "shutdown");
  const steps = ends.filter((column) => BEGINS.test(normalHeader(column.heading)));
  if (steps.length < ends.length) for (const column of steps) column.role = "legacy";
}

const SUPPORT =
  /\b(end of support|support ends?|eos|supportende|fin (de|du) support|fin de soporte|fim do suporte|fine del supporto)\b|サポート終了|지원 ?(종료|중단)|(停止|终止|終止)支持|支持(停止|终止|終止)/;

/**
 * Nothing is deprecated or handed over after its end: where one of two such columns is never the earlier and once the
 * later, it is the end, and the other one a step on the way. Support ends before the model does. Two ends of other names
 * are those of two ways to call it, and the first counts.
 */
function laterIsEnd(columns: Column[]): void {
  const [first, second] = columns.filter((column) => column.role === "deprecated");
  let ends = columns.filter((column) => column.role === "shutdown" || column.role === "floor");
  // One word for both days, as translations have it: the second of them is the end.
  if (ends.length === 0 && first !== undefined && second !== undefined && isAfter(second, first)) {
    second.role = "shutdown";
    return;
  }
  ends = ends.filter((column) => column.role === "shutdown");
  const [end, ...others] = ends.toSorted((a, b) => Number(isAfter(b, a)) - Number(isAfter(a, b)));
  if (end === undefined) return;
  for (const other of others)
    if (SUPPORT.test(normalHeader(other.heading)) && isAfter(end, other)) other.role = "legacy";
  const deprecated = columns.find((column) => column.role === "deprecated" && isAfter(column, end));
  if (deprecated === undefined || ends.length > 1) return;
  deprecated.role = "shutdown";
  end.role = end.meaning.role === "replacement" ? "other" : "legacy";
}

function isAfter(later: Column, earlier: Column): boolean {
  let after = 0;
  for (const [row, day] of later.days.entries()) {
    const other = earlier.days[row] ?? null;
    if (day === null || other === null) continue;
    if (day < other) return false;
    if (day > other) after += 1;
  }
  return after > 0;
}

const STEPS: ReadonlySet<ColumnRole> = new Set(["release", "announced", "legacy", "deprecated"]);

/**
 * "Model | Released | Lights out | Use": a day under words that nobody knows, behind the other days of the same models and
 * beside what takes their place, is the last step of their life.
 */
function lastStep(columns: Column[]): void {
  const filled = columns.filter((column) => column.filled > 0);
  const has = (...roles: ColumnRole[]) => filled.some((column) => roles.includes(column.role));
  if (has("shutdown", "floor", "period", "steps") || !has("model", "name") || !has("replacement")) return;
  // In German the word for a notice is that for an end, too.
  const isOpen = ({ role, heading }: Column) =>
    role === "date" || (role === "announced" && ABGEKUENDIGT.test(normalHeader(heading)));
  const [day, ...others] = filled.filter((column) => isOpen(column) && column.dates >= MOST);
  const steps = filled.filter((column) => STEPS.has(column.role) && column !== day && column.dates >= MOST);
  if (day === undefined || others.length > 0 || steps.length === 0) return;
  if (steps.every((step) => isAfter(day, step))) day.role = "shutdown";
}

/** No heading speaks of a model: the column of ids that repeats itself least is it, and another one is replacements. */
function adoptModels(columns: Column[]): void {
  const candidates = columns
    .filter((column) => (WEAK.has(column.role) || column.role === "name") && column.bare >= MOST && column.dates < 0.2)
    .filter((column) => !isOtherThing(column))
    .filter(
      (column) => !USED_BY.test(normalHeader(column.heading)) && (column.role !== "version" || column.ids >= MOST),
    )
    .toSorted((a, b) => b.unique - a.unique || a.index - b.index);
  const [first, second] = candidates;
  if (first === undefined) {
    const name = columns.find((column) => column.role === "name");
    if (name !== undefined) name.role = "model";
    return;
  }
  first.role = "model";
  if (second !== undefined && second.heading === "" && !columns.some((column) => column.role === "replacement")) {
    second.role = "replacement";
  }
}

/** Words that say where to go only beside a model and its end: "To", "Target", "Action", "What to do". */
const WHITHER =
  /^(to|target|action|actions?( required| needed)?|what to do( now)?|(our )?advice|follow-?up|next( step)?|then|goes to|path)$/;

/** "To" over ids, beside models and the days of their end, tells what takes their place. */
function adoptReplacement(columns: Column[]): void {
  const has = (...roles: ColumnRole[]) => columns.some((column) => roles.includes(column.role));
  if (has("replacement") || !has("model") || !has("shutdown", "floor", "deprecated", "period", "steps")) return;
  const named = columns.find((column) => column.bare >= MOST && WHITHER.test(normalHeader(column.heading)));
  if (named !== undefined && WEAK.has(named.role)) named.role = "replacement";
  // Words that nobody knows over the only other ids.
  const [stranger, ...others] = columns.filter(
    ({ role, ids, bare }) => role === "other" && ids >= MOST && bare >= MOST,
  );
  if (named !== undefined || stranger === undefined || others.length > 0 || stranger.heading === "") return;
  if (!SAME_MODEL.test(normalHeader(stranger.heading))) stranger.role = "replacement";
}

/** Another id of the same model, or of what it was made from. */
const SAME_MODEL =
  /\b(from|based?|parent|origin\w*|underlying|same|also|aka|alias\w*|previous\w*|former\w*|was|old|skus?|built|powered|by|in|on|used|requires?|example|sample)\b|基于|基础|原|別名|ベース|元|기반|기존/;

const VALID = /^(valid|effective|guaranteed|applies|applicable|in force) (until|through|to|till)$|^until$/;
/** The day on which something begins to hold, or was written down. */
const HOLDS =
  /^((prices? )?(valid|effective|applies|applicable|in force|current|as|updated|changed|last (updated|changed|checked))( date)?( from| since| on| of| as of| starting)?|from|since|start(s|ing)?|(gultig|gilt|wirksam)( ab| seit)?|ab|seit|(valable|applicable|en vigueur)?( a partir du| des le| depuis( le)?)|(vigente|valido|valida|aplica|em vigor|en vigor|in vigore)?( desde| a partir de| a partir do| dal)|desde|dal|dal giorno)$|^(生效|起效|执行|适用|適用|開始|실시|적용|시행)(日期|时间|日|開始日|일|일자)?$/;
/** An amount of money. */
const MONEY = /[$€£¥]\s?\d|\d\s?(?:[$€£¥]|usd|eur|cny|元|円|원)(?![\p{L}\d])/iu;

/** "Price | Valid until": beside a price, and nothing else that tells of an end, a day that something holds is the price's. */
function pricesEnd(columns: Column[]): void {
  const has = (...roles: ColumnRole[]) => columns.some((column) => roles.includes(column.role));
  const priced = has("price") || columns.some((column) => column.money >= MOST);
  if (!priced || has("replacement", "state", "deprecated")) return;
  // A new price has a day of notice, too.
  for (const column of columns)
    if (column.role === "date" && HOLDS.test(normalHeader(column.heading))) column.role = "other";
  if (has("announced")) return;
  const ends = columns.filter((column) => column.role === "shutdown");
  if (ends.every((column) => VALID.test(normalHeader(column.heading)))) for (const end of ends) end.role = "other";
}

/** Of several model columns the one with the ids in most rows is the model, the others are names beside it, or versions. */
function chooseModels(columns: Column[]): void {
  const models = columns.filter((column) => column.role === "model");
  // "Model | Acme-1.6" beside "Version | acme-1-6-250615": the ids are in small letters, and the other column has names.
  const [first] = models;
  const ids = columns.find((column) => column.role === "version" && column.lower >= 0.9);
  if (models.length === 1 && first !== undefined && first.lower < 0.2 && ids !== undefined) {
    first.role = "name";
    ids.role = "model";
    return;
  }
  if (models.length < 2) return;
  const [heaviest] = models.toSorted((a, b) => weight(b) - weight(a) || a.index - b.index);
  // Names are no ids, even where a row has nothing but its name.
  const named = (column: Column) => heaviest?.meaning.ids === true && heaviest.ids === 1 && column.ids < MOST;
  const whole = (column: Column) =>
    column.filled === column.rows && column.loose === 1 && column.unique === 1 && !named(column);
  // Snapshots that stand in some rows only are those of the id that each row has.
  const best = heaviest !== undefined && heaviest.filled < heaviest.rows ? (models.find(whole) ?? heaviest) : heaviest;
  for (const column of models) {
    if (column === best) continue;
    // "Model version" is a column of ids only where no other one holds them.
    column.role = VERSIONED.test(normalHeader(column.heading)) && column.ids < MOST ? "version" : "name";
  }
}

function weight(column: Column): number {
  const { meaning } = column;
  const covered = column.rows === 0 ? 1 : column.filled / column.rows;
  return (
    covered * (column.ids * 4 + column.loose) +
    (meaning.ids ? 1 : 0) +
    (meaning.leaving ? 1 : 0) +
    Math.min(column.unique, 1)
  );
}
