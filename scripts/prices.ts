import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Prices } from "../src/core/card.ts";
import { PRICES_FILE, type PricesFile } from "../src/catalog/prices.ts";
import { readPrices as readLitellm } from "../src/sources/litellm.ts";
import { readPrices as readOpenrouter } from "../src/sources/openrouter.ts";

const LISTS = [
  { folder: "litellm-prices", read: readLitellm },
  { folder: "openrouter-models", read: readOpenrouter },
] as const;

/**
 * Builds src/catalog/prices.json from the recorded price lists, older ones first, so that a model that a list has
 * dropped since keeps its last price: what is switched off is what people compare with.
 *
 * @returns how many models have a price
 */
export async function buildPrices(pages: string): Promise<number> {
  const all = new Map<string, Prices>();
  let as_of = "";
  for (const { folder, read } of LISTS) {
    const files = (await readdir(join(pages, folder)).catch(() => [])).filter((file) => file.endsWith(".json")).sort();
    for (const file of files) {
      for (const [key, prices] of read(await readFile(join(pages, folder, file), "utf8"))) all.set(key, prices);
      as_of = file.slice(0, 10) > as_of ? file.slice(0, 10) : as_of;
    }
  }
  const rows = [...all].sort(([a], [b]) => (a < b ? -1 : 1));
  const file: PricesFile = {
    as_of,
    prices: Object.fromEntries(rows.map(([key, { input, output, context }]) => [key, [input, output, context]])),
  };
  const lines = Object.entries(file.prices).map(([key, row]) => `${JSON.stringify(key)}:${JSON.stringify(row)}`);
  await writeFile(PRICES_FILE, `{"as_of":${JSON.stringify(file.as_of)},"prices":{\n${lines.join(",\n")}\n}}\n`);
  return rows.length;
}
