import { shortId } from "../core/change.ts";
import type { Announcement } from "../core/announcement.ts";
import type { IsoInstant } from "../core/fact.ts";
import { type Message, withCode } from "../core/message.ts";
import type { Messages } from "../core/messages.ts";

/** What the bot says once when it comes into a channel: its id is the channel's, so it never says it twice. */
export function greetingOf(channelId: string, at: IsoInstant): Announcement {
  return { id: shortId("greeting", channelId), kind: "greeting", at, source: "", changes: [] };
}

/** What it does, how to start, and what it will not do; the form is one press away. */
export function greeting(messages: Messages): Message {
  const { card, buttons } = messages;
  return {
    headline: card.hello,
    severity: "info",
    blocks: [
      { type: "text", content: [card.helloText] },
      {
        type: "actions",
        actions: [
          { label: card.setUp, style: "primary", command: "model-watch", options: {} },
          { label: buttons.upcoming, style: "normal", command: "model-upcoming", options: {} },
        ],
      },
      { type: "note", content: withCode(card.helloNote) },
    ],
  };
}
