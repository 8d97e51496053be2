import type { Announcement } from "../core/announcement.ts";
import type { Delivery, SendResult } from "../core/delivery.ts";
import type { Message } from "../core/message.ts";
import { liveView } from "./cards.ts";
import type { Context, Place } from "./context.ts";
import { postpone } from "./settle.ts";
import { within } from "./within.ts";

/** The message of a row; null when it cannot be composed, and then the row waits. */
export async function composed(
  context: Context,
  row: Delivery,
  place: Place,
  announcement: Announcement,
  as: "card" | "news",
): Promise<Message | null> {
  const now = context.now();
  try {
    // The buttons of a card carry the key of the row that posted it.
    const buttons = place.platform.update !== undefined;
    const live = await liveView(context, { ...row, key: row.card ?? row.key }, announcement, as, buttons);
    return context.compose(announcement, row.items, place.channel, now, live);
  } catch (error) {
    // A fault of ours: kept, so that a corrected version still tells it, and ended by the age limit otherwise.
    const reason = `it cannot be composed: ${error instanceof Error ? error.message : String(error)}`;
    context.observe({
      type: "attempt",
      platform: place.platform.name,
      channel: place.channel.id,
      key: row.key,
      outcome: "not-composed",
      reason,
      ms: 0,
    });
    await postpone(context, row, reason, now + context.limits.backoffMaxMs);
    return null;
  }
}

export function triedNow(row: Delivery, now: number): Delivery {
  return { ...row, attempts: row.attempts + 1, first_sent_at: row.first_sent_at ?? now, last_sent_at: now };
}

export function observeAttempt(
  context: Context,
  row: Delivery,
  { platform, channel }: Place,
  result: SendResult,
  startedAt: number,
): void {
  context.observe({
    type: "attempt",
    platform: platform.name,
    channel: channel.id,
    key: row.key,
    outcome: result.outcome,
    reason: result.outcome === "sent" ? null : result.reason,
    ms: context.now() - startedAt,
  });
}

/** The platform's answer. Whatever goes wrong outside its own judgement means that nobody knows. */
export async function answerOf(context: Context, request: () => Promise<SendResult>): Promise<SendResult> {
  try {
    return await within(
      context.limits.requestMs,
      request(),
      (): SendResult => ({ outcome: "ambiguous", reason: "no answer in time" }),
    );
  } catch (error) {
    return {
      outcome: "ambiguous",
      reason: `the adapter failed: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}
