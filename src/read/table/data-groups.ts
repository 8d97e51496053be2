import type { StatedState } from "../../core/fact.ts";
import type { DateSense } from "../cells/dates.ts";
import { stateOf, statesOf } from "../cells/state.ts";
import { entryOf, type Entry, isCollection, isObject, LIFE, roleOf } from "./data-entries.ts";
import {
  DAYS,
  endKey,
  entryIn,
  EOL,
  type Fate,
  fateOf,
  has,
  hasEnd,
  holdsRecords,
  isAboutLife,
  isGroup,
  isName,
  isNoWord,
  keyed,
  MODEL_KEY,
  NAMING,
  rowsOf,
  scalarsOf,
  VERSIONED,
  VERSIONS,
  withHeadings,
  withShared,
} from "./data-fields.ts";
import { saysOfEnd } from "./ends.ts";
import { normalHeader } from "./header-words.ts";

/** Entries of the same shape that stand together, and what the keys above them say becomes of them. */
export type DataTable = { entries: Entry[]; fate: Fate; state: StatedState };

/** What stands over a value: its keys, outermost first, and the fields that its group has for all of its entries. */
type Above = { path: readonly string[]; shared: Entry };

const MOST_ENTRIES = 20_000;
const LONGEST_DAY = 40;
const LONGEST_NAME = 120;

/** All lists of records in the data that tell of the life of models, wherever they stand. */
export function tablesIn(data: unknown, sense: DateSense, deepest: number): DataTable[] {
  const tables: DataTable[] = [];
  collect(data, { path: [], shared: new Map() }, deepest);
  return tables;

  function push(entries: Entry[], path: readonly string[]): void {
    const key = path.at(-1);
    const states = key === undefined ? [] : statesOf(key);
    const fate = fateOf(path);
    const state = fate === "stays" ? "active" : states.length === 1 ? (states[0] ?? null) : null;
    tables.push({ entries, fate, state });
  }

  function collect(value: unknown, above: Above, depth: number): void {
    if (depth < 0 || value === null || typeof value !== "object") return;
    if (Array.isArray(value)) collectList(value.slice(0, MOST_ENTRIES), above, depth);
    else collectObject(value as Record<string, unknown>, above, depth);
  }

  function collectList(given: unknown[], above: Above, depth: number): void {
    const list = withHeadings(given) ?? given;
    const objects = list.filter((each) => isObject(each)).filter((each) => !isGroup(each));
    const entries = objects.map((each) => withShared(entryIn(each, above.path), above.shared));
    const records = objects.length > 0 && isAboutLife(entries);
    if (records) push(entries, above.path);
    const named = list.filter((each) => typeof each === "string").flatMap((each) => nameWithDay(each, above));
    if (named.length > 0) push(named, above.path);
    for (const each of list) {
      if (records && isObject(each) && !isGroup(each)) versionsOf(each, above.path);
      else collect(each, above, depth - 1);
    }
  }

  function collectObject(value: Record<string, unknown>, above: Above, depth: number): void {
    const pairs = Object.entries(value).slice(0, MOST_ENTRIES);
    const rows = rowsOf(pairs);
    if (rows !== null) {
      collectList(rows, above, depth);
      return;
    }
    if (fateOf(above.path) === "leaves") {
      const days = pairs.filter(([, inner]) => typeof inner === "string" && isDay(inner));
      const named = days.filter(([key]) => isName(key));
      if (named.length > 0)
        push(
          named.map(
            ([key, day]) =>
              new Map([
                [MODEL_KEY, [key]],
                [endKey(above.path), [String(day)]],
              ]),
          ),
          above.path,
        );
      if (pairs.length > 0 && pairs.every(([key]) => isDay(key))) {
        for (const [day, inner] of pairs) {
          const shared = new Map([...above.shared, [endKey(above.path), [day]]]);
          collect(Array.isArray(inner) ? inner : [inner], { path: above.path, shared }, depth - 1);
        }
        return;
      }
    }
    const map = pairs.every(([, inner]) => isObject(inner));
    const objects = pairs.filter(
      ([key, inner]) => isObject(inner) && !isCollection(inner) && (isName(key) || (map && isNoWord(key))),
    );
    const entries = objects.map(([key, inner]) => keyed(key, entryOf(inner as object)));
    const records = objects.length > 0 && isAboutLife(entries);
    if (records) push(entries, above.path);
    const group = isGroup(value);
    const holds = holdsRecords(value);
    const own =
      records || group ? null : withShared(entryIn(holds ? scalarsOf(value) : value, above.path), above.shared);
    const single = own !== null && isAboutLife([own]);
    if (single) push([own], above.path);
    const named = own !== null && has(own, NAMING);
    if (named) versionsOf(value, above.path);
    if (single && !holds) return;
    const shared = group && above.path.length > 0 ? sharedOf(value, above) : above.shared;
    for (const [key, inner] of pairs) {
      const path = [...above.path, normalHeader(key)];
      if (records && objects.some(([other]) => other === key)) versionsOf(inner as Record<string, unknown>, path);
      else if (roleOf(path.at(-1) ?? "") !== "replacement" && !(named && VERSIONS.test(path.at(-1) ?? "")))
        collect(inner, { path, shared }, depth - 1);
    }
  }

  /** "versions: [{version, retirement_date}]" below a model: what has an end of its own is told of the model above. */
  function versionsOf(record: Record<string, unknown>, path: readonly string[]): void {
    for (const [key, inner] of Object.entries(record)) {
      if (!Array.isArray(inner) || !VERSIONS.test(normalHeader(key))) continue;
      const named = [...entryIn(record, [])].filter(([name]) => NAMING.has(roleOf(name)));
      const entries = inner
        .slice(0, MOST_ENTRIES)
        .filter((each) => isObject(each))
        .map((each) => entryIn(each, []));
      const told = entries.filter((entry) => has(entry, LIFE) && has(entry, VERSIONED));
      const whole = told.map((entry) => (has(entry, NAMING) ? entry : new Map([...named, ...entry])));
      if (isAboutLife(whole)) push(whole, path);
    }
  }

  /** A bare name below an end that holds for its group, or "x (2026-12-01)" below a key that tells an end. */
  function nameWithDay(text: string, { path, shared }: Above): Entry[] {
    if (isName(text)) return hasEnd(shared) ? [new Map([[MODEL_KEY, [text]], ...shared])] : [];
    const [day, ...others] = fateOf(path) === "leaves" && text.length <= LONGEST_NAME ? sense.find(text).dates : [];
    if (day === undefined || others.length > 0) return [];
    const name = `${text.slice(0, day.start)} ${text.slice(day.end)}`.replace(/^[\s(:,–—-]+|[\s):,–—(-]+$/g, "");
    return isName(name)
      ? [new Map([...shared, [MODEL_KEY, [name]], [endKey(path), [text.slice(day.start, day.end)]]])]
      : [];
  }

  function isDay(text: string): boolean {
    const [day, ...others] = text.length > LONGEST_DAY ? [] : sense.find(text).dates;
    return day !== undefined && others.length === 0 && day.certain && day.end - day.start >= text.trim().length - 1;
  }

  /** The fields of a group that hold for all of its entries: its days and its state, each only where its key is plain. */
  function sharedOf(value: Record<string, unknown>, above: Above): Entry {
    const shared: Entry = new Map(above.shared);
    for (const [key, texts] of entryIn(scalarsOf(value), above.path)) {
      const role = roleOf(key);
      const [text = ""] = texts;
      const dated = sense.find(text).dates.length > 0;
      const tells = role === "shutdown" ? dated && (saysOfEnd(key) !== null || EOL.test(key)) : DAYS.has(role) && dated;
      if (tells || role === "replacement" || (role === "state" && stateOf(text) !== null)) shared.set(key, texts);
    }
    return shared;
  }
}
