import type { Prices } from "./card.ts";
import type { CivilDate } from "./fact.ts";

/** Prices as people compare them: what a million tokens cost here, there, and what is between the two. */

/** Input, output, context: US dollars per million tokens twice, then tokens. */
export type PriceRow = [input: number | null, output: number | null, context: number | null];

/** What one price list says, by `surface|id` in lower case, and the day on which it was read. */
export type PriceList = { list: string; day: CivilDate; rows: ReadonlyMap<string, PriceRow> };

/** How one model compares with another; each text is null where nothing is known. */
export type PriceComparison = { price: string | null; context: string | null };

/** "$2.50 / $10": input, output. Null when neither is known. */
export function priceText(prices: Prices | null): string | null {
  if (prices === null || (prices.input === null && prices.output === null)) return null;
  return `${money(prices.input)} / ${money(prices.output)}`;
}

/** "128,000"; null when it is not known. */
export function contextText(prices: Prices | null): string | null {
  return prices === null || prices.context === null ? null : prices.context.toLocaleString("en-US");
}

/** The price of `to`, with the difference to `from` where both are known: "$5 / $30 (+$2.50 / +$20)". */
export function comparePrices(from: Prices | null, to: Prices | null): PriceComparison {
  const price = priceText(to);
  const between = from === null || to === null ? null : difference(from, to);
  return { price: price === null || between === null ? price : `${price} (${between})`, context: contextText(to) };
}

function difference(from: Prices, to: Prices): string | null {
  const known = [from.input, from.output].some((own, at) => own !== null && [to.input, to.output][at] !== null);
  return known ? `${signed(from.input, to.input)} / ${signed(from.output, to.output)}` : null;
}

function signed(from: number | null, to: number | null): string {
  if (from === null || to === null) return "–";
  const between = to - from;
  if (Math.abs(between) < 0.0005) return "±$0";
  return `${between > 0 ? "+" : "−"}${money(Math.abs(between))}`;
}

/** Whole dollars without cents; else two digits, or three where the third is needed. */
function money(amount: number | null): string {
  if (amount === null) return "–";
  const rounded = Math.round(amount * 1000) / 1000;
  if (Number.isInteger(rounded)) return `$${rounded.toLocaleString("en-US")}`;
  return `$${rounded.toFixed(Number.isInteger(Math.round(rounded * 1000) / 10) ? 2 : 3)}`;
}

/** The lists behind these prices, each once with its oldest day. */
export function priceSources(prices: readonly (Prices | null)[]): { list: string; day: CivilDate }[] {
  const oldest = new Map<string, CivilDate>();
  for (const one of prices) {
    if (one === null) continue;
    const before = oldest.get(one.list);
    if (before === undefined || one.day < before) oldest.set(one.list, one.day);
  }
  return [...oldest].map(([list, day]) => ({ list, day }));
}
