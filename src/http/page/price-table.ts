import type { Prices } from "../../core/card.ts";
import type { Messages } from "../../core/messages.ts";
import { comparePrices, contextText, priceSources } from "../../core/price.ts";
import { nameOf } from "../names.ts";
import { type Html, html } from "./html.ts";
import type { Frame } from "./layout.ts";
import type { ModelData } from "./model-page.ts";

/** What the model and its replacements cost, with the difference; nothing where no list tells. */
export function priceTable({ messages }: Frame, { match, prices, replacements }: ModelData): Html | null {
  const { card, labels, page } = messages;
  const rows = [
    { name: nameOf(match), prices },
    ...replacements.map(({ name, prices: theirs }) => ({ name, prices: theirs })),
  ];
  const known = rows.flatMap((row) => (row.prices === null ? [] : [row.prices]));
  if (known.length === 0) return null;
  const lists = priceSources(known).map(
    ({ list, day }) => `${list}${messages.brackets.open}${messages.date(day, "day")}${messages.brackets.close}`,
  );
  const columns = [labels.model, card.price, card.context];
  return html`<h2>${page.prices}</h2><table role="table" aria-label="${page.prices}"><thead role="rowgroup"><tr role="row">${columns.map((label) => html`<th role="columnheader" scope="col">${label}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map((row, at) => priceRow(row, at === 0 ? null : prices, messages))}</tbody></table><p class="soft">${card.pricesFrom(messages.list(lists))}</p>`;
}

type Row = { name: string; prices: Prices | null };

function priceRow(row: Row, own: Prices | null, { card, labels }: Messages): Html {
  const cell = (label: string, value: Html | string, kind = "") =>
    html`<td role="cell" data-label="${label}" class="${kind}">${value}</td>`;
  const price = comparePrices(own, row.prices).price ?? card.notKnown;
  return html`<tr role="row">${cell(labels.model, html`<code>${row.name}</code>`, "name")}${cell(card.price, html`${price.split(" (").map((part, at) => (at === 0 ? part : html` <span class="nb">(${part}</span>`))}`)}${cell(card.context, contextText(row.prices) ?? card.notKnown)}</tr>`;
}
