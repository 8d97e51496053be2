import { existsSync, readFileSync } from "node:fs";
import type { Prices } from "../core/card.ts";
import type { CivilDate } from "../core/fact.ts";
import type { PriceList, PriceRow } from "../core/price.ts";
import { baseKey, nameParts } from "./names.ts";

/** Where `npm run catalog` writes what the recorded price lists say. */
export const PRICES_FILE = new URL("prices.json", import.meta.url);

/** `surface|id` to [input, output, context, index into `lists`]. */
export type PricesFile = {
  lists: { list: string; day: CivilDate }[];
  prices: Record<string, [...PriceRow, list: number]>;
};

/** The price of a model on that surface; null when no list tells it without a guess. */
export type PricesOf = (surface: string, model: string, version?: string | null) => Prices | null;

/**
 * What the lists say together. A later list outranks an earlier one, row by row, so that a model that a list has dropped
 * since keeps its last price: what is switched off is what people compare with.
 *
 * A name that no list has is looked for among the spellings of the same name on the same surface: `gpt-4o-2024-08-06` and
 * a version `2024-08-06` mean that very day; a name without a day means the one without a day, or what all its days have
 * in common. Where they differ nothing is said, and another word or number is another model.
 */
export function createPrices(lists: readonly PriceList[]): PricesOf {
  const exact = new Map<string, Prices>();
  for (const { list, day, rows } of lists)
    for (const [key, [input, output, context]] of rows) exact.set(key, { input, output, context, list, day });
  const byName = Map.groupBy(exact, ([key]) => nameOnSurface(key));
  const spelled = (surface: string, model: string, days: readonly string[]): Prices | null => {
    const named = byName.get(nameOnSurface(`${surface}|${model}`)) ?? [];
    const withDays = (wanted: string) =>
      named.filter(([key]) => daysOf(key).join(" ") === wanted).map(([, prices]) => prices);
    const [same, undated] = [common(withDays(days.join(" "))), days.length === 0];
    return same !== null || !undated ? same : common(named.map(([, prices]) => prices));
  };
  return (surface, model, version = null) => {
    const id = model.toLowerCase();
    const days = nameParts(id).days;
    const versionDays = version === null ? [] : nameParts(`v ${version}`).days;
    if (versionDays.length > 0 && days.length === 0)
      return exact.get(`${surface}|${id}-${version}`) ?? spelled(surface, id, versionDays);
    return exact.get(`${surface}|${id}`) ?? spelled(surface, id, days);
  };
}

/** What ships with the project. @throws Error when the file is not what `npm run catalog` writes */
export function shippedPrices(location: URL = PRICES_FILE): PriceList[] {
  if (!existsSync(location)) return [];
  const file = JSON.parse(readFileSync(location, "utf8")) as Partial<PricesFile>;
  if (!Array.isArray(file.lists) || typeof file.prices !== "object")
    throw new Error(`${location.pathname} is no price list; run npm run catalog`);
  const lists = file.lists.map((one) => ({ ...one, rows: new Map<string, PriceRow>() }));
  for (const [key, [input, output, context, at]] of Object.entries(file.prices))
    lists[at]?.rows.set(key, [input, output, context]);
  return lists;
}

/** The one price that all of them name; null for none, or when they differ. */
function common(prices: readonly Prices[]): Prices | null {
  const [first] = prices;
  if (first === undefined) return null;
  const agree = prices.every(({ input, output }) => input === first.input && output === first.output);
  if (!agree) return null;
  // The newest list is named; a context window that they do not share is not claimed.
  const newest = prices.reduce((a, b) => (b.day > a.day ? b : a));
  return prices.every(({ context }) => context === first.context) ? newest : { ...newest, context: null };
}

/** Surface, route (`accounts/.../`, `us.anthropic.`) and name without its day: what spellings of one model share. */
function nameOnSurface(key: string): string {
  const id = key.slice(key.indexOf("|") + 1);
  const slash = id.lastIndexOf("/") + 1;
  const route = `${id.slice(0, slash)}${/^(?:[a-z-]+\.)+(?=[a-z])/.exec(id.slice(slash))?.[0] ?? ""}`;
  return `${key.slice(0, key.indexOf("|"))}|${route}|${baseKey(id)}`;
}

function daysOf(key: string): string[] {
  return nameParts(key.slice(key.indexOf("|") + 1)).days;
}
