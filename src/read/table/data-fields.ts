import { idShaped } from "../cells/tokens.ts";
import { isKnown } from "../names/index.ts";
import { entryOf, type Entry, isObject, LIFE, roleOf } from "./data-entries.ts";
import { type ColumnRole, endWords, kindOfType, normalHeader } from "./header-words.ts";

/** "removed: [...]" leaves, "serving: [...]" stays; most keys say nothing. */
export type Fate = "leaves" | "stays" | null;

export const MODEL_KEY = "model id";
export const NAMING: ReadonlySet<ColumnRole> = new Set(["model", "name"]);
export const VERSIONED: ReadonlySet<ColumnRole> = new Set(["model", "name", "version"]);
export const DAYS: ReadonlySet<ColumnRole> = new Set(["announced", "deprecated", "legacy", "floor"]);
export const EOL = /\b(eol|eos|end of (life|service))\b/;
export const VERSIONS = /^(model )?(versions?|snapshots?|revisions?|variants?|checkpoints?|releases?)$/;
/** "date", "on": which day it is, the keys above it say. */
const BARE = /^(date|day|on|at|when|by|from|effective( date| on| from)?|as of|time|datum|fecha|data)$/;
const STAYS =
  /\b(serving|served|active|current|available|live|supported|stable|in service|added|new|launch\w*|released?|releases|introduced|upcoming (models|releases)|recommended)\b/;

/** What the nearest key that says anything tells of all that stands below it. */
export function fateOf(path: readonly string[]): Fate {
  for (const key of path.toReversed()) {
    if (endWords(key) !== null) return "leaves";
    if (STAYS.test(key)) return "stays";
  }
  return null;
}

/** "removed date": the key of a day below a key that tells an end. */
export function endKey(path: readonly string[]): string {
  return `${path.findLast((key) => endWords(key) !== null) ?? ""} date`.trim();
}

/**
 * The fields of an object. What a bare day is, the object's own word for what happened says ("change: removed"), else the
 * keys above it; a list of such happenings below a model is fields of its own.
 */
export function entryIn(value: object, path: readonly string[]): Entry {
  const entry = entryOf(value);
  const happened = happeningOf(entry);
  const day = happened === null ? (fateOf(path) === "leaves" ? endKey(path) : null) : `${happened} date`;
  const fields: [string, string[]][] = [...entry].map(([key, texts]) => [
    day !== null && BARE.test(normalHeader(key)) ? day : key,
    texts,
  ]);
  for (const inner of Object.values(value)) if (Array.isArray(inner)) fields.push(...happenings(inner));
  return new Map(fields);
}

/** Which key tells what happened, by a word or two in its value. */
const HAPPENED = /^(event|change|action|what|type|kind|milestone|stage|phase|step)( type| name| kind)?$/;
const LONGEST_WORD = 24;

/** "shutdown" of `{type: "shutdown", date: ...}`; "released" for a word that tells no end; null where no field tells it. */
function happeningOf(entry: Entry): string | null {
  const dated = [...entry.keys()].some((key) => BARE.test(normalHeader(key)));
  if (!dated) return null;
  for (const [key, [word = ""]] of entry) {
    if (!HAPPENED.test(normalHeader(key)) || word.length > LONGEST_WORD || kindOfType(word) !== null) continue;
    if (endWords(word) !== null || roleOf(normalHeader(word)) === "announced") return word;
    if (roleOf(normalHeader(word)) === "release" || STAYS.test(normalHeader(word))) return "released";
  }
  return null;
}

/** "withdrawn" of `{id: "withdrawn", start_date: ...}`: a step in the life of the model above, under whatever key. */
function stepOf(entry: Entry): { word: string; days: string[][] } | null {
  const [word = ""] = [...entry].find(([key]) => STEP_KEY.test(normalHeader(key)))?.[1] ?? [];
  const days = [...entry].filter(([key]) => STEP_DAY.test(normalHeader(key))).map(([, texts]) => texts);
  if (days.length !== 1 || word === "" || word.length > LONGEST_WORD || /\d/.test(word)) return null;
  const plain = normalHeader(word);
  if (endWords(word) !== null) return { word, days };
  return STAYS.test(plain) || roleOf(plain) === "release" ? { word: "released", days } : null;
}

const STEP_KEY = /^(id|name|state|status|stage|phase|step|lifecycle|value|label)$/;
const STEP_DAY =
  /^(start(s|ed)?( (date|at|on))?|since|begins?|begin date|valid from|effective( date| from| on)?|date|on|at|from)$/;

function happenings(list: readonly unknown[]): [string, string[]][] {
  const steps = list.slice(0, MOST_HAPPENINGS).map((each) => (isObject(each) ? stepOf(entryOf(each)) : null));
  if (steps.length > 0 && steps.every((step) => step !== null))
    return steps.flatMap(({ word, days }) => days.map((texts): [string, string[]] => [`${word} date`, texts]));
  return list.slice(0, MOST_HAPPENINGS).flatMap((each): [string, string[]][] => {
    const entry = isObject(each) ? entryOf(each) : null;
    const word = entry === null || has(entry, NAMING) ? null : happeningOf(entry);
    const days = word === null || entry === null ? [] : [...entry].filter(([key]) => BARE.test(normalHeader(key)));
    return days.map(([, texts]) => [`${word} date`, texts]);
  });
}

const MOST_HAPPENINGS = 20;

/** Lists of lists whose first one holds the headings. */
export function withHeadings(list: readonly unknown[]): Record<string, unknown>[] | null {
  const [first, ...rows] = list;
  if (!Array.isArray(first) || rows.length === 0 || !rows.every((row) => Array.isArray(row))) return null;
  if (first.length < 2 || !first.every((title) => typeof title === "string" && title !== "")) return null;
  return rows.map((row) => Object.fromEntries(first.map((title: string, index) => [title, row[index]])));
}

/** `{columns: [...], rows: [[...]]}` as a list of lists. */
export function rowsOf(pairs: readonly [string, unknown][]): unknown[] | null {
  const titles = pairs.find(([key, inner]) => TITLES.test(key) && Array.isArray(inner))?.[1];
  const rows = pairs.find(([key, inner]) => ROWS.test(key) && Array.isArray(inner) && Array.isArray(inner[0]))?.[1];
  return titles === undefined || rows === undefined ? null : [titles, ...(rows as unknown[])];
}

const TITLES = /^(columns|headers?|head|titles|fields)$/i;
const ROWS = /^(rows|data|values|body)$/i;

export const scalarsOf = (value: Record<string, unknown>): object =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => !isObject(inner)));

/** An object over a list of models that have no end of their own, which may have one of its own for all of them. */
export function isGroup(value: object): boolean {
  return Object.entries(value).some(([key, inner]) => {
    if (!Array.isArray(inner) || !GROUPED.test(normalHeader(key))) return false;
    const entries = inner.filter((each) => isObject(each)).map((each) => entryOf(each));
    return entries.some((entry) => has(entry, NAMING)) && !entries.some((entry) => has(entry, LIFE));
  });
}

const GROUPED =
  /^((affected|impacted|retired|removed|deprecated|these) )?(models?|items|entries|ids|modell[ei]|modelos|modèles)$/;

/** The fields of a group for an entry that has none of the same meaning. */
export function withShared(entry: Entry, shared: Entry): Entry {
  if (shared.size === 0) return entry;
  const own = new Set([...entry.keys()].map((key) => roleOf(key)));
  return new Map([...[...shared].filter(([key]) => !own.has(roleOf(key))), ...entry]);
}

/** An object of objects is keyed by model only where its entries name none themselves. */
export function keyed(key: string, entry: Entry): Entry {
  const named = [...entry.keys()].some((name) => roleOf(name) === "model");
  return named ? entry : new Map([[MODEL_KEY, [key]], ...entry]);
}

export const isName = (key: string): boolean => idShaped(key) || isKnown(key);

const OVER =
  /^(base|common|defaults?|examples?|sample\w*|template|meta\w*|polic\w*|config\w*|settings|legend|schema)\b/;

/** "notes", "retirement", "defaults" over an object tell what is in it; a model may be named by any other word. */
export function isNoWord(key: string): boolean {
  const plain = normalHeader(key);
  return roleOf(plain) === "other" && !OVER.test(plain);
}

/** An object with a list of records in it is no record with all of its fields. */
export function holdsRecords(value: object): boolean {
  return Object.values(value).some(
    (inner) => Array.isArray(inner) && isAboutLife(inner.filter((each) => isObject(each)).map((each) => entryOf(each))),
  );
}

export const has = (entry: Entry, roles: ReadonlySet<ColumnRole>): boolean =>
  [...entry.keys()].some((key) => roles.has(roleOf(key)));

export const hasEnd = (entry: Entry): boolean => has(entry, new Set(["shutdown", "deprecated", "floor"]));

/** True when the entries name models and have a field that tells of an end or a state. */
export function isAboutLife(entries: Entry[]): boolean {
  const roles = new Set(entries.slice(0, 200).flatMap((entry) => [...entry.keys()].map((key) => roleOf(key))));
  return (roles.has("model") || roles.has("name")) && [...roles].some((role) => LIFE.has(role));
}
