import type { CommandServices } from "../../src/core/command.ts";
import type { Block, Inline } from "../../src/core/message.ts";
import type { Messages } from "../../src/core/messages.ts";
import type { StatusMatch } from "../../src/core/model.ts";
import { contextText, priceSources, priceText } from "../../src/core/price.ts";
import { type PricedModel, priceBlocks } from "../../src/core/price-blocks.ts";
import { aside, nameOf, placeOf } from "./cells.ts";

const MOST_COMPARED = 2;
const MOST_LINES = 10;

/** Price and context window of a model, and of what replaces it on the same surface. */
export function pricesBeside(
  match: StatusMatch,
  services: CommandServices,
  messages: Messages,
): ReturnType<typeof priceBlocks> {
  const { surface } = match;
  const others = match.replacements.slice(0, MOST_COMPARED).flatMap((name): PricedModel[] => {
    const prices = services.catalog.prices(surface, name);
    return prices === null ? [] : [{ name, prices }];
  });
  return priceBlocks(services.catalog.prices(surface, match.model_id, match.version), others, messages);
}

/** What each of several models costs, one line each; nothing when no list tells of any. */
export function priceLines(matches: readonly StatusMatch[], services: CommandServices, messages: Messages): Block[] {
  const known = matches.flatMap((match) => {
    const prices = services.catalog.prices(match.surface, match.model_id, match.version);
    return prices === null ? [] : [{ match, prices }];
  });
  if (known.length === 0) return [];
  const { card } = messages;
  const items = known.slice(0, MOST_LINES).map(({ match, prices }): Inline[] => {
    const window = contextText(prices);
    const place = matches.length > 1 ? aside(placeOf(match.surface), messages) : "";
    const size = window === null ? "" : ` · ${window}`;
    return [
      { type: "code", text: nameOf(match) },
      `${place}${messages.colon}${priceText(prices) ?? card.notKnown}${size}`,
    ];
  });
  const lists = priceSources(known.map(({ prices }) => prices)).map(
    ({ list, day }) => `${list}${aside(messages.date(day, "day"), messages)}`,
  );
  return [
    { type: "text", content: [{ type: "bold", text: `${card.price} · ${card.context}` }] },
    { type: "list", items },
    { type: "note", content: [card.pricesFrom(messages.list(lists))] },
  ];
}
