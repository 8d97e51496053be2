import type { KnownModel, Prices } from "../core/card.ts";
import type { Change } from "../core/change.ts";
import type { Field, Inline } from "../core/message.ts";
import { cleanText } from "./clean.ts";
import type { ComposeContext } from "./context.ts";
import { daysTo } from "./parts.ts";

/** How the replacement compares with what goes away: its own runway, its price, its context window. */

const MOST_COMPARED = 2;

/** " (its shutdown is in 212 days)", or nothing: what is recommended may be next in line. */
export function runwayOf(change: Change, replacement: string, context: ComposeContext): string {
  const known = context.live?.background.model(change.surface, replacement) ?? null;
  if (known === null) return "";
  if (known.retired) return ` (${context.messages.card.alreadyGone})`;
  const days = daysTo(known.shutdown, context.today);
  return days === null || days < 0 ? "" : ` (${context.messages.card.runway(days)})`;
}

/** Price and context window of the model and of its first replacements, where both are known. */
export function comparisonFields(change: Change, context: ComposeContext): Field[] {
  const { live, messages } = context;
  const own = live?.background.model(change.surface, change.model_id)?.prices ?? null;
  if (live === undefined || own === null) return [];
  const others = change.replacements.slice(0, MOST_COMPARED).flatMap((name) => {
    const prices = pricesOf(live.background.model(change.surface, name));
    return prices === null ? [] : [{ name, prices }];
  });
  const fields: Field[] = [];
  const price = others.filter(({ prices }) => hasPrice(own) && hasPrice(prices));
  if (price.length > 0) {
    const value = price.flatMap(({ name, prices }): Inline[] => [
      " → ",
      { type: "code", text: cleanText(name, 60) },
      ` ${priceText(prices)} (${signed(own.input, prices.input)} / ${signed(own.output, prices.output)})`,
    ]);
    fields.push({ label: messages.card.price, value: [priceText(own), ...value] });
  }
  const sized = others.filter(({ prices }) => own.context !== null && prices.context !== null);
  if (sized.length > 0) {
    const value = sized.flatMap(({ name, prices }): Inline[] => [
      " → ",
      { type: "code", text: cleanText(name, 60) },
      ` ${tokens(prices.context)}`,
    ]);
    fields.push({ label: messages.card.context, value: [tokens(own.context), ...value] });
  }
  return fields;
}

function pricesOf(known: KnownModel | null): Prices | null {
  return known?.prices ?? null;
}

function hasPrice(prices: Prices): boolean {
  return prices.input !== null || prices.output !== null;
}

function priceText(prices: Prices): string {
  return `${money(prices.input)} / ${money(prices.output)}`;
}

function money(amount: number | null): string {
  return amount === null ? "–" : `$${trimmed(amount)}`;
}

function signed(from: number | null, to: number | null): string {
  if (from === null || to === null) return "–";
  const difference = to - from;
  if (Math.abs(difference) < 0.0005) return "±$0";
  return `${difference > 0 ? "+" : "−"}$${trimmed(Math.abs(difference))}`;
}

/** At most three digits behind the point: prices per million are never finer than a tenth of a cent. */
function trimmed(amount: number): string {
  return String(Math.round(amount * 1000) / 1000);
}

function tokens(amount: number | null): string {
  return amount === null ? "–" : amount.toLocaleString("en-US");
}
