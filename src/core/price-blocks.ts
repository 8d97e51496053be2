import type { Prices } from "./card.ts";
import type { Block, Field, Inline } from "./message.ts";
import type { Messages } from "./messages.ts";
import { comparePrices, contextText, priceSources, priceText } from "./price.ts";

export type PricedModel = { name: string; prices: Prices };

/**
 * Price and context window of a model beside those of others, as far as they are known, and whose lists say so on which
 * day. Nothing at all where nothing is known.
 */
export function priceBlocks(
  own: Prices | null,
  others: readonly PricedModel[],
  messages: Messages,
): { fields: Field[]; notes: Block[] } {
  const { card } = messages;
  const rows = [
    { label: card.price, value: beside(priceText(own), others, (to) => comparePrices(own, to).price, card.notKnown) },
    { label: card.context, value: beside(contextText(own), others, contextText, card.notKnown) },
  ];
  const fields = rows.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
  if (fields.length === 0) return { fields, notes: [] };
  const lists = priceSources([own, ...others.map(({ prices }) => prices)]).map(
    ({ list, day }) => `${list}${messages.brackets.open}${messages.date(day, "day")}${messages.brackets.close}`,
  );
  return { fields, notes: [{ type: "note", content: [card.pricesFrom(messages.list(lists))] }] };
}

/** "own → `other` its"; null when neither side is known. */
function beside(
  own: string | null,
  others: readonly PricedModel[],
  textOf: (prices: Prices) => string | null,
  notKnown: string,
): Inline[] | null {
  const told = others.flatMap(({ name, prices }): Inline[] => {
    const text = textOf(prices);
    return text === null ? [] : [" → ", { type: "code", text: name }, ` ${text}`];
  });
  return own === null && told.length === 0 ? null : [own ?? notKnown, ...told];
}
