import type { Block, Inline, Message } from "../../src/core/message.ts";
import type { Messages } from "../../src/core/messages.ts";
import type { PreviewItem } from "../../src/core/preview.ts";
import { dateOf, nameOf, placeOf } from "./cells.ts";

/** Rows that are still looked at on a phone. */
const MOST_ROWS = 15;

/** What a channel would have received, newest first. */
export function previewMessage(items: PreviewItem[], days: number, messages: Messages): Message {
  const { labels, preview, text } = messages;
  const shown = items.slice(0, MOST_ROWS);
  const rows = shown.map((item): Inline[][] => [
    [dateOf(item.day, "day")],
    [item.milestone === null ? messages.changeKind[item.kind] : preview.milestone(item.milestone)],
    [{ type: "code", text: nameOf(item) }],
    [placeOf(item.surface)],
  ]);
  const blocks: Block[] = [];
  if (rows.length > 0) {
    blocks.push({ type: "table", columns: [labels.when, labels.change, labels.model, labels.surface], rows });
  }
  if (shown.length < items.length) {
    blocks.push({ type: "note", content: [text.showingFirst(shown.length, items.length)] });
  }
  blocks.push({ type: "note", content: [preview.note] });
  const headline = items.length === 0 ? preview.none(days) : preview.headline(items.length, days);
  return { headline, severity: "info", blocks };
}
