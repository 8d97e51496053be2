import { existsSync, readFileSync } from "node:fs";
import type { Prices } from "../core/card.ts";

/** Where `npm run catalog` writes what the recorded price lists say: `surface|id` to [input, output, context]. */
export const PRICES_FILE = new URL("prices.json", import.meta.url);

export type PricesFile = {
  /** The day of the newest list. */
  as_of: string;
  prices: Record<string, [number | null, number | null, number | null]>;
};

let loaded: PricesFile["prices"] | null = null;

/**
 * The price of a model on that surface, in US dollars per million tokens, and its context window; null when no list
 * tells. Read once, at the first question. @throws Error when the file is not what `npm run catalog` writes
 */
export function pricesOf(surface: string, model: string): Prices | null {
  loaded ??= load();
  const key = `${surface}|${model.toLowerCase()}`;
  const row = Object.hasOwn(loaded, key) ? loaded[key] : undefined;
  return row === undefined ? null : { input: row[0], output: row[1], context: row[2] };
}

function load(): PricesFile["prices"] {
  if (!existsSync(PRICES_FILE)) return {};
  const file = JSON.parse(readFileSync(PRICES_FILE, "utf8")) as Partial<PricesFile>;
  if (typeof file.prices !== "object") throw new Error(`${PRICES_FILE.pathname} is no price list; run npm run catalog`);
  return file.prices;
}
