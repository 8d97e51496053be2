import { remember } from "../../lib/remember.ts";
import { idShaped } from "../cells/tokens.ts";
import { type ColumnRole, meaningOfHeader } from "./header-words.ts";

/** The fields of one object as text, by their keys in words. */
export type Entry = Map<string, string[]>;

/** What a field can tell of the end of a model, or of its state. */
export const LIFE: ReadonlySet<ColumnRole> = new Set(["shutdown", "floor", "deprecated", "legacy", "state"]);

/** Unix seconds from 2015 to 2100, for numbers under a key that means a date. */
const SECONDS = { from: 1_420_070_400, to: 4_102_444_800 };

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What was found of each object, so that none is asked again from every level above it. */
const collections = new WeakMap<object, boolean>();

/** An object that holds models by their names is no model itself. */
export function isCollection(value: object): boolean {
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
/** What has an end of its own below a model, beside the model's: a price, a licence, the training of new versions. */
const TERMS =
  /\b(?:pric(?:e|es|ing)|costs?|fees?|tarif\w*|billing|discounts?|promo\w*|offers?|licen[sc]\w*|trials?|quotas?|free tier|fine ?tun\w*|training|preise?|prix|precios?|preços?|prezz[io])\b|价格|定价|优惠|料金|価格|가격|요금/i;
const ENDING: ReadonlySet<ColumnRole> = new Set(["shutdown", "floor", "deprecated", "legacy", "date"]);
const NESTED = 4;
const REMARK: ReadonlySet<ColumnRole> = new Set(["note", "other"]);
const VALUE = /^(value|text|label|code|current|is|id)$/i;
const NAMING: ReadonlySet<ColumnRole> = new Set(["model", "name"]);
/** Data repeats its keys in every entry. */
export const roleOf: (key: string) => ColumnRole = remember((key) => meaningOfHeader(key).role);

/**
 * Fields as text. A nested key that says little ("date", "id", "on") takes the keys above it before it: `retirement.date`
 * is the "retirement date", `lifecycle.available_since` stays "available since".
 */
export function entryOf(value: object, above: readonly string[] = []): Entry {
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
  // `pricing.valid_until` is the last day of a price, which ends no model.
  if (ENDING.has(roleOf(path.at(-1) ?? "")) && path.slice(0, -1).some((key) => TERMS.test(key)))
    return `price ${path.join(" ")}`;
  for (let length = 1; length < path.length; length += 1) {
    const name = path.slice(-length).join(" ");
    if (CLEAR.has(roleOf(name))) return name;
  }
  const whole = path.join(" ");
  const last = path.at(-1) ?? "";
  // `lifecycle.message` is no state: only the key above it says so.
  return roleOf(whole) === "state" && !VALUE.test(last) && REMARK.has(roleOf(last)) ? last : whole;
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
