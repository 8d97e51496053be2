import type { Change } from "../core/change.ts";
import type { Block, Field } from "../core/message.ts";
import { priceBlocks } from "../core/price-blocks.ts";
import { cleanText } from "./clean.ts";
import type { ComposeContext } from "./context.ts";
import { aside, daysTo } from "./parts.ts";

/** How the replacement compares with what goes away: its own runway, its price, its context window. */

const MOST_COMPARED = 2;

/** " (its shutdown is in 212 days)", or nothing: what is recommended may be next in line. */
export function runwayOf(change: Change, replacement: string, context: ComposeContext): string {
  const known = context.live?.background.model(change.surface, replacement) ?? null;
  if (known === null) return "";
  if (known.retired) return aside(context.messages.card.alreadyGone, context.messages);
  const days = daysTo(known.shutdown, context.today);
  return days === null || days < 0 ? "" : aside(context.messages.card.runway(days), context.messages);
}

/**
 * Price and context window of the model and of its first replacements, as far as they are known, and whose list says so.
 * Nothing while no replacement has a price: the price of what goes away alone helps nobody to choose.
 */
export function comparisonBlocks(change: Change, context: ComposeContext): { fields: Field[]; notes: Block[] } {
  const { live, messages } = context;
  const nothing = { fields: [], notes: [] };
  if (live === undefined) return nothing;
  const own = live.background.model(change.surface, change.model_id, change.version)?.prices ?? null;
  const others = change.replacements.slice(0, MOST_COMPARED).flatMap((name) => {
    const prices = live.background.model(change.surface, name)?.prices ?? null;
    return prices === null ? [] : [{ name: cleanText(name, 60), prices }];
  });
  if (others.length === 0) return nothing;
  return priceBlocks(own, others, messages);
}
