import type { Block, Inline, Message } from "../../src/core/message.ts";
import type { Messages } from "../../src/core/messages.ts";
import type { PreviewItem } from "../../src/core/preview.ts";
import { aside, codeList, nameOf, placeOf } from "./cells.ts";

/** Rows that are still looked at on a phone. */
const MOST_ROWS = 15;

/** What a channel would have received, newest first: what comes on one day from one place is one message. */
export function previewMessage(items: PreviewItem[], days: number, messages: Messages): Message {
  const { labels, preview, text } = messages;
  const told = [...Map.groupBy(items, messageKey).values()];
  const rows = told.slice(0, MOST_ROWS).map((together): Inline[][] => {
    const [item] = together;
    if (item === undefined) return [];
    const near = Math.min(...together.map((one) => one.milestone ?? Infinity));
    const what = Number.isFinite(near) ? preview.milestone(near) : messages.changeKind[item.kind];
    const names = [...new Set(together.map(nameOf))];
    const place = new Set(together.map((one) => one.surface)).size === 1 ? aside(placeOf(item.surface), messages) : "";
    return [[messages.date(item.day, "day")], [what], [...codeList(names, "", messages, 2), place]];
  });
  const blocks: Block[] = [];
  if (rows.length > 0) blocks.push({ type: "table", columns: [labels.when, labels.change, labels.model], rows });
  if (rows.length < told.length) {
    blocks.push({ type: "note", content: [text.showingFirst(rows.length, told.length)] });
  }
  blocks.push({ type: "note", content: [preview.note] });
  const headline = told.length === 0 ? preview.none(days) : preview.headline(told.length, days);
  return { headline, severity: "info", blocks };
}

/** All reminders of a day come together; news come by place and kind. */
function messageKey({ day, kind, surface }: PreviewItem): string {
  return kind === "reminder" ? `${day}|reminder` : `${day}|${kind}|${surface}`;
}
