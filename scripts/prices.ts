import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PriceRow } from "../src/core/price.ts";
import type { SourceFamily } from "../src/core/source.ts";
import { PRICES_FILE, type PricesFile } from "../src/catalog/prices.ts";
import litellm from "../src/sources/litellm.ts";
import openrouter from "../src/sources/openrouter.ts";

/** The list that knows a surface itself outranks the one that hands on its prices, so it comes last. */
const FAMILIES: readonly SourceFamily[] = [openrouter, litellm];

/**
 * Builds src/catalog/prices.json from the recorded price lists, older ones first, so that a model that a list has
 * dropped since keeps its last price and the day on which that was read.
 *
 * @returns how many names have a price
 */
export async function buildPrices(pages: string): Promise<number> {
  const lists: PricesFile["lists"] = [];
  const all = new Map<string, { row: PriceRow; at: number }>();
  for (const family of FAMILIES) {
    for (const spec of family.specs) {
      const folder = join(pages, spec.id);
      const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith(".json")).sort();
      for (const file of files) {
        const day = file.slice(0, 10);
        const text = await readFile(join(folder, file), "utf8");
        const document = { spec, url: spec.url, text, contentType: "application/json", at: `${day}T00:00:00Z` };
        const { prices = new Map<string, PriceRow>() } = await family.read(document);
        const at = lists.push({ list: spec.id, day }) - 1;
        for (const [key, row] of prices) all.set(key, { row, at });
      }
    }
  }
  const rows = [...all].sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = rows.map(([key, { row, at }]) => `${JSON.stringify(key)}:${JSON.stringify([...row, at])}`);
  await writeFile(PRICES_FILE, `{"lists":${JSON.stringify(lists)},"prices":{\n${lines.join(",\n")}\n}}\n`);
  return rows.length;
}
