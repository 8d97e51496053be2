import type { webApi } from "@slack/bolt";
import type { Clock } from "../../core/clock.ts";
import { systemClock } from "../../core/clock.ts";
import type { FindResult, ThreadTarget } from "../../core/delivery.ts";
import type { Channel } from "../../core/subscription.ts";
import { readFailure } from "./errors.ts";
import { DELIVERY_EVENT_TYPE } from "./send.ts";

/** Slack allows 999, and gives some apps 15 whatever they ask: https://docs.slack.dev/reference/methods/conversations.history */
const PAGE_SIZE = 200;
const PAGES_MAX = 200;

/** Two clocks never agree: look a little further back than asked. */
const SKEW_MS = 120_000;

/**
 * Looks for a delivery key in a channel's past (or a card's thread), back to `since` (epoch ms of `clock`), over as many pages as there
 * are: a short page is not the end, only a missing cursor is. Keys are compared, never texts, since Slack rewrites them.
 */
export async function findDelivery(
  options: { client: webApi.WebClient; clock: Clock },
  channel: Channel,
  key: string,
  since: number,
  thread: ThreadTarget | null = null,
): Promise<FindResult> {
  const oldest = oldestFor(since, options.clock);
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    try {
      const asked = {
        channel: channel.channel,
        include_all_metadata: true,
        oldest,
        limit: PAGE_SIZE,
        ...(cursor === undefined ? {} : { cursor }),
      };
      // A reply that was broadcast stands in both; the channel's past is the one that bots surely may read.
      const answer =
        thread === null || thread.broadcast
          ? await options.client.conversations.history(asked)
          : await options.client.conversations.replies({ ...asked, ts: thread.message_id });
      const found = answer.messages?.find((message) => carries(message.metadata, key));
      if (found?.ts !== undefined) return { outcome: "found", message_id: found.ts };
      cursor = answer.response_metadata?.next_cursor;
      if (!cursor) return { outcome: "absent" };
    } catch (error) {
      return failedLook(error);
    }
  }
  return { outcome: "unreadable", reason: `more than ${PAGES_MAX} pages of history` };
}

function carries(metadata: unknown, key: string): boolean {
  if (typeof metadata !== "object" || metadata === null) return false;
  const { event_type: type, event_payload: payload } = metadata as { event_type?: unknown; event_payload?: unknown };
  if (type !== DELIVERY_EVENT_TYPE || typeof payload !== "object" || payload === null) return false;
  return (payload as { key?: unknown }).key === key;
}

/** Slack's `ts` are real time. In a rehearsal our clock may run elsewhere, so the earlier of both readings counts. */
function oldestFor(since: number, clock: Clock): string {
  const age = Math.max(0, clock.now() - since);
  const earliest = Math.min(since, systemClock.now() - age) - SKEW_MS;
  return (Math.max(0, earliest) / 1000).toFixed(6);
}

function failedLook(error: unknown): FindResult {
  const failure = readFailure(error);
  switch (failure.kind) {
    case "channel":
    case "message":
      return { outcome: "unreadable", reason: failure.code };
    case "token":
      // A missing scope will still be missing later; a refused token may be replaced.
      return failure.code === "missing_scope" || failure.code === "not_allowed_token_type"
        ? { outcome: "unreadable", reason: failure.code }
        : { outcome: "retry", reason: failure.code, retry_after_ms: null };
    case "rate-limited":
      return { outcome: "retry", reason: failure.code, retry_after_ms: failure.retry_after_ms };
    default:
      return { outcome: "retry", reason: failure.code, retry_after_ms: null };
  }
}
