import { hash } from "node:crypto";
import type { webApi } from "@slack/bolt";
import type { Clock } from "../../core/clock.ts";
import type { SendResult } from "../../core/delivery.ts";
import type { Message } from "../../core/message.ts";
import type { OutgoingMessage } from "../../core/platform.ts";
import type { PlatformWords } from "../shared/words.ts";
import { readFailure, toSendResult } from "./errors.ts";
import type { SlackBlock } from "./blocks.ts";
import { BLOCKS_MAX } from "./limits.ts";
import { renderMessage, type SlackPayload } from "./render.ts";

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
  return async (outgoing) => {
    const { channel, thread } = outgoing;
    const request = postArguments(outgoing, options.words(channel.subscription.language));
    try {
      const answer: webApi.ChatPostMessageResponse = await options.client.apiCall("chat.postMessage", request);
      const { ts } = answer;
      if (typeof ts === "string" && ts !== "") return { outcome: "sent", message_id: ts };
      return { outcome: "ambiguous", reason: "answered ok without ts" };
    } catch (error) {
      const failure = readFailure(error);
      if (thread != null && (failure.kind === "message" || NO_REPLY.has(failure.code)))
        return { outcome: "refused", reason: failure.code, scope: failure.code === GONE ? "card" : "thread" };
      const wait = failure.kind === "rate-limited" ? failure.retry_after_ms : null;
      return toSendResult(failure, wait === null ? "channel" : limits.scopeOf(channel.channel, wait));
    }
  };
}

/** All that chat.postMessage is given for a delivery. */
export function postArguments({ channel, key, message, thread }: OutgoingMessage, words: PlatformWords) {
  const { text, blocks } = withMention(renderMessage(message, words), message.mention);
  return {
    channel: channel.channel,
    text,
    blocks,
    metadata: { event_type: DELIVERY_EVENT_TYPE, event_payload: { key } },
    client_msg_id: messageUuid(key),
    unfurl_links: false,
    unfurl_media: false,
    link_names: false,
    parse: "none",
    ...(thread == null ? {} : { thread_ts: thread.message_id, reply_broadcast: thread.broadcast }),
  };
}

/** Refusals of a reply that say nothing about the channel: https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const NO_REPLY = new Set([
  "cannot_reply_to_message",
  "restricted_action_non_threadable_channel",
  "restricted_action_thread_locked",
  "restricted_action_thread_only_channel",
]);
const GONE = "message_not_found";
/** https://docs.slack.dev/reference/methods/chat.update#errors: this message will never be edited any more. */
const NO_EDIT = new Set([GONE, "cant_update_message", "edit_window_closed", "is_inactive"]);

/**
 * One chat.update per call; absent metadata would stay, but the key is sent again so that nothing depends on it.
 * https://docs.slack.dev/reference/methods/chat.update
 */
export function createUpdater(options: {
  client: webApi.WebClient;
  words: (language: string | null) => PlatformWords;
}): (outgoing: OutgoingMessage & { message_id: string }) => Promise<SendResult> {
  return async ({ channel, key, message, message_id }) => {
    try {
      await options.client.apiCall("chat.update", {
        channel: channel.channel,
        ts: message_id,
        ...renderMessage(message, options.words(channel.subscription.language)),
        metadata: { event_type: DELIVERY_EVENT_TYPE, event_payload: { key } },
        link_names: false,
        parse: "none",
      });
      return { outcome: "sent", message_id };
    } catch (error) {
      const failure = readFailure(error);
      if (NO_EDIT.has(failure.code)) return { outcome: "refused", reason: failure.code, scope: "card" };
      return toSendResult(failure, "channel");
    }
  };
}

/** A user group's id; people cannot be mentioned this way: https://docs.slack.dev/messaging/formatting-message-text */
const GROUP_ID = /^S[A-Z0-9]{2,20}$/;

/** The one mention there is: a line of its own above everything else, in a message of the outbox only. */
function withMention(payload: SlackPayload, group: Message["mention"]): SlackPayload {
  if (group === undefined || !GROUP_ID.test(group)) return payload;
  const mention = `<!subteam^${group}>`;
  const line: SlackBlock = { type: "section", text: { type: "mrkdwn", text: mention, verbatim: true } };
  return { text: `${mention} ${payload.text}`, blocks: [line, ...payload.blocks].slice(0, BLOCKS_MAX) };
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
  const hex = hash("sha256", key);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
