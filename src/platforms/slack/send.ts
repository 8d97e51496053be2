import { createHash } from "node:crypto";
import type { webApi } from "@slack/bolt";
import type { Clock } from "../../core/clock.ts";
import type { SendResult } from "../../core/delivery.ts";
import type { OutgoingMessage } from "../../core/platform.ts";
import type { PlatformWords } from "../shared/words.ts";
import { readFailure, toSendResult } from "./errors.ts";
import { renderMessage } from "./render.ts";

/** The contract of what a delivery carries; everybody in the channel can read it, so it is a key and nothing more. */
export const DELIVERY_EVENT_TYPE = "sundown_delivery";

export type SlackSender = (outgoing: OutgoingMessage) => Promise<SendResult>;

/** One chat.postMessage per call: https://docs.slack.dev/reference/methods/chat.postMessage */
export function createSender(options: {
  client: webApi.WebClient;
  clock: Clock;
  words: (language: string | null) => PlatformWords;
}): SlackSender {
  const limits = new LimitScope(options.clock);
  return async ({ channel, key, message }) => {
    const { text, blocks } = renderMessage(message, options.words(channel.subscription.language));
    try {
      const answer: webApi.ChatPostMessageResponse = await options.client.apiCall("chat.postMessage", {
        channel: channel.channel,
        text,
        blocks,
        metadata: { event_type: DELIVERY_EVENT_TYPE, event_payload: { key } },
        client_msg_id: messageUuid(key),
        unfurl_links: false,
        unfurl_media: false,
        link_names: false,
        parse: "none",
      });
      const { ts } = answer;
      if (typeof ts === "string" && ts !== "") return { outcome: "sent", message_id: ts };
      return { outcome: "ambiguous", reason: "answered ok without ts" };
    } catch (error) {
      const failure = readFailure(error);
      const wait = failure.kind === "rate-limited" ? failure.retry_after_ms : null;
      return toSendResult(failure, wait === null ? "channel" : limits.scopeOf(channel.channel, wait));
    }
  };
}

/**
 * A 429 does not say whether the channel (1 message a second) or the workspace (several hundred a minute) had too much:
 * https://docs.slack.dev/apis/web-api/rate-limits. One channel alone is taken as its own fault, so that the others go
 * on; a second channel refused before the first one's wait is over means the workspace.
 */
class LimitScope {
  readonly #clock: Clock;
  #last: { channel: string; until: number } | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  scopeOf(channel: string, waitMs: number): "channel" | "platform" {
    const now = this.#clock.now();
    const other = this.#last !== null && this.#last.channel !== channel && now < this.#last.until;
    this.#last = { channel, until: now + waitMs };
    return other ? "platform" : "channel";
  }
}

/** A UUID that is the same for the same key; Slack's own clients use it, and nothing here relies on it. */
function messageUuid(key: string): string {
  const hex = createHash("sha256").update(key).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
