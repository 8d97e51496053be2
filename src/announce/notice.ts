import type { Announcement } from "../core/announcement.ts";
import { type Message, withCode } from "../core/message.ts";
import type { Messages } from "../core/messages.ts";
import { cleanText } from "./clean.ts";

/** How much of what somebody was sent is shown to the operator. */
const QUOTED = 600;

/**
 * A test alert, or a report to the operator, as such: said first in the headline, so that nobody takes it for news. It
 * has no buttons, because there is nothing to acknowledge.
 */
export function asNotice(
  message: Message,
  announcement: Pick<Announcement, "mark" | "changes">,
  messages: Messages,
): Message {
  const { mark } = announcement;
  if (mark === undefined) return message;
  const blocks = message.blocks.filter((block) => block.type !== "actions");
  if (mark.type === "test") {
    const headline = messages.test.headline(message.headline);
    return { headline, severity: "info", blocks: [...blocks, { type: "note", content: [messages.test.note] }] };
  }
  const read = announcement.changes.length === 0 ? [] : blocks;
  return {
    headline: messages.sent.report(cleanText(mark.by, 60), announcement.changes.length),
    severity: "notice",
    blocks: [
      ...read,
      { type: "quote", text: cleanText(mark.text, QUOTED), link: null },
      { type: "note", content: withCode(messages.sent.reportNote) },
    ],
  };
}
