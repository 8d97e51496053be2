import { remember } from "../../lib/remember.ts";
import type { Cell } from "../../parse/document.ts";
import type { DateSense } from "../cells/dates.ts";
import { idShaped } from "../cells/tokens.ts";
import { columnsOf } from "./columns.ts";
import type { Draft } from "./draft.ts";
import { type ColumnRole, meaningOfHeader } from "./header-words.ts";
import { type Around, draftsOfRows, type RowProblem } from "./rows.ts";

type Entry = Map<string, string[]>;

const LIFE: ReadonlySet<ColumnRole> = new Set(["shutdown", "floor", "deprecated", "legacy", "state"]);
const MODEL_KEY = "model id";
const MOST_ENTRIES = 20_000;
const DEEPEST = 6;
/** Unix seconds from 2015 to 2100, for numbers under a key that means a date. */
const SECONDS = { from: 1_420_070_400, to: 4_102_444_800 };

export type DataReading = { drafts: Draft[]; problems: RowProblem[]; rows: number };

/**
 * Reads JSON or YAML data by the meaning of its keys: any list of objects, or object of objects keyed by model, that
 * speaks of the life of models. The keys are the headings of a table.
 *
 * @param deepest levels that are looked into
 */
export function readData(data: unknown, around: Around, sense: DateSense, deepest: number = DEEPEST): DataReading {
  const tables: Entry[][] = [];
  collect(data, tables, DEEPEST - deepest);
  const read: DataReading = { drafts: [], problems: [], rows: 0 };
  for (const entries of tables) {
    const keys = [...new Set(entries.flatMap((entry) => [...entry.keys()]))];
    const headings = keys.map((key) => cellOf([key]));
    const body = entries.map((entry) => keys.map((key) => cellOf(entry.get(key) ?? [])));
    const columns = columnsOf(headings, body, sense);
    const ends = columns.some((column) => column.role === "shutdown" || column.role === "floor");
    // In data a lone "deprecation_date" is the last day: there is no other.
    for (const column of columns) if (!ends && column.role === "deprecated") column.role = "shutdown";
    const part = draftsOfRows(columns, body, { ...around, from: "data" }, sense);
    read.drafts.push(...part.drafts);
    read.problems.push(...part.problems);
    read.rows += part.rows;
  }
  return read;
}

function cellOf(texts: string[]): Cell {
  return { lines: texts.map((text) => [{ text }]), header: false, spanned: false };
}

function collect(value: unknown, tables: Entry[][], depth: number): void {
  if (depth > DEEPEST || value === null || typeof value !== "object") return;
  const list = Array.isArray(value) ? value.slice(0, MOST_ENTRIES) : null;
  const objects = list?.filter((entry) => isObject(entry)) ?? [];
  if (objects.length > 0) {
    const entries = objects.map((entry) => entryOf(entry));
    if (isAboutLife(entries)) {
      tables.push(entries);
      return;
    }
  }
  if (list === null) {
    const pairs = Object.entries(value)
      .slice(0, MOST_ENTRIES)
      .filter(([, entry]) => isObject(entry) && !isCollection(entry));
    const entries = pairs.map(([key, entry]) => keyed(key, entryOf(entry as object)));
    if (pairs.length > 0 && isAboutLife(entries)) {
      tables.push(entries);
      return;
    }
    const own = entryOf(value);
    if (isAboutLife([own])) tables.push([own]);
  }
  for (const inner of list ?? Object.values(value)) collect(inner, tables, depth + 1);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What was found of each object, so that none is asked again from every level above it. */
const collections = new WeakMap<object, boolean>();

/** An object that holds models by their names is no model itself. */
function isCollection(value: object): boolean {
  const known = collections.get(value);
  if (known !== undefined) return known;
  const answer = holdsModels(value);
  collections.set(value, answer);
  return answer;
}

function holdsModels(value: object): boolean {
  const inner = Object.entries(value).filter(([, entry]) => isObject(entry));
  if (inner.length < 2 || !inner.some(([key]) => idShaped(key) || /^[a-z]+[\w.]*\d/i.test(key))) return false;
  const entries = inner.map(([, entry]) => entryOf(entry as object));
  return entries.some((entry) => [...entry.keys()].some((key) => LIFE.has(roleOf(key))));
}

/** An object of objects is keyed by model only where its entries name none themselves. */
function keyed(key: string, entry: Entry): Entry {
  const named = [...entry.keys()].some((name) => roleOf(name) === "model");
  return named ? entry : new Map([[MODEL_KEY, [key]], ...entry]);
}

function isAboutLife(entries: Entry[]): boolean {
  const roles = new Set(entries.slice(0, 200).flatMap((entry) => [...entry.keys()].map((key) => roleOf(key))));
  return (roles.has("model") || roles.has("name")) && [...roles].some((role) => LIFE.has(role));
}

/** Keys that say by themselves what they hold, wherever they are nested. */
const CLEAR: ReadonlySet<ColumnRole> = new Set([
  "announced",
  "shutdown",
  "floor",
  "deprecated",
  "legacy",
  "release",
  "replacement",
  "state",
  "price",
  "region",
]);
const NESTED = 4;
const NAMING: ReadonlySet<ColumnRole> = new Set(["model", "name"]);
/** Data repeats its keys in every entry. */
const roleOf = remember((key) => meaningOfHeader(key).role);

/**
 * Fields as text. A nested key that says little ("date", "id", "on") takes the keys above it before it: `retirement.date`
 * is the "retirement date", `lifecycle.available_since` stays "available since".
 */
function entryOf(value: object, above: readonly string[] = []): Entry {
  const entry: Entry = new Map();
  for (const [key, field] of Object.entries(value)) {
    const path = [...above, key.replace(/[_-]+/g, " ")];
    if (isObject(field)) {
      if (path.length >= NESTED || isCollection(field)) continue;
      for (const [inner, texts] of entryOf(field, path)) if (!entry.has(inner)) entry.set(inner, texts);
      continue;
    }
    const name = nameOfPath(path);
    const texts = textsOf(field, name);
    if (texts.length > 0) entry.set(name, texts);
  }
  return entry;
}

function nameOfPath(path: readonly string[]): string {
  for (let length = 1; length < path.length; length += 1) {
    const name = path.slice(-length).join(" ");
    if (CLEAR.has(roleOf(name))) return name;
  }
  return path.join(" ");
}

function textsOf(field: unknown, key: string): string[] {
  if (Array.isArray(field)) return field.flatMap((each) => textsOf(each, key)).slice(0, 50);
  if (typeof field === "string") return field.length > 2_000 ? [] : [field];
  if (typeof field === "number") {
    const role = roleOf(key);
    const dated = LIFE.has(role) || role === "announced" || role === "date";
    // JavaScript counts in milliseconds.
    const seconds = field > SECONDS.to ? field / 1_000 : field;
    if (dated && seconds >= SECONDS.from && seconds <= SECONDS.to)
      return [new Date(seconds * 1_000).toISOString().slice(0, 10)];
    return [String(field)];
  }
  // `replacements: [{ "id": "x" }]`: of each object what names it.
  if (isObject(field) && roleOf(key) === "replacement") {
    const named = Object.entries(field).find(([name, value]) => NAMING.has(roleOf(name)) && typeof value === "string");
    return named === undefined ? [] : textsOf(named[1], key);
  }
  if (field === true) return roleOf(key) === "deprecated" ? [] : ["yes"];
  return [];
}
