import type { Delivery, SendResult } from "../core/delivery.ts";
import type { Message } from "../core/message.ts";
import type { Context, Place } from "./context.ts";
import { placeOf } from "./place.ts";
import { reconcile } from "./reconcile.ts";
import { die, postpone, settle } from "./settle.ts";
import { within } from "./within.ts";

/**
 * One claimed row, from its lease to its end of this round: what is unclear is looked up first, then the row is committed
 * as `sending`, sent once, and the outcome written. A failure of the store leaves the row to its lease.
 */
export async function attempt(context: Context, row: Delivery): Promise<void> {
  const place = await placeOf(context, row);
  if (place === null) return;
  let possibleRepeat = false;
  if (row.state === "unclear") {
    const verdict = await reconcile(context, row, place);
    if (verdict === "settled") return;
    possibleRepeat = verdict === "send-marked";
  }
  await sendOnce(context, row, place, possibleRepeat);
}

async function sendOnce(context: Context, row: Delivery, place: Place, possibleRepeat: boolean): Promise<void> {
  const { platform, channel } = place;
  const state = context.state(platform.name);
  const now = context.now();
  // Another request of this process may have been told to wait since the row was claimed.
  if (state.stopped !== null || state.heldUntil > now) {
    await postpone(context, row, state.stopped ?? "the platform asked us to wait", Math.max(state.heldUntil, now));
    return;
  }
  const announcement = await context.store.events.announcement(row.announcement_id);
  if (announcement === null) {
    await die(context, row, place, "its announcement is not in the store");
    return;
  }
  let message: Message;
  try {
    message = context.compose(announcement, row.items, channel, now);
    if (possibleRepeat || row.possible_repeat) message = context.markRepeat(message, channel);
  } catch (error) {
    // A fault of ours: kept, so that a corrected version still tells it, and ended by the age limit otherwise.
    const reason = `it cannot be composed: ${error instanceof Error ? error.message : String(error)}`;
    context.observe({
      type: "attempt",
      platform: platform.name,
      channel: channel.id,
      key: row.key,
      outcome: "not-composed",
      reason,
      ms: 0,
    });
    await postpone(context, row, reason, now + context.limits.backoffMaxMs);
    return;
  }
  if (!(await context.store.outbox.markSending(row.key, context.owner, now, possibleRepeat))) return;
  const result = await request(context, place, row.key, message);
  const ms = context.now() - now;
  const reason = result.outcome === "sent" ? null : result.reason;
  context.observe({
    type: "attempt",
    platform: platform.name,
    channel: channel.id,
    key: row.key,
    outcome: result.outcome,
    reason,
    ms,
  });
  const tried = { ...row, attempts: row.attempts + 1, first_sent_at: row.first_sent_at ?? now, last_sent_at: now };
  await settle(context, tried, place, result, possibleRepeat);
}

/** The platform's answer. Whatever goes wrong outside its own judgement means that nobody knows. */
async function request(context: Context, place: Place, key: string, message: Message): Promise<SendResult> {
  try {
    return await within(
      context.limits.requestMs,
      place.platform.send({ channel: place.channel, key, message }),
      (): SendResult => ({ outcome: "ambiguous", reason: "no answer in time" }),
    );
  } catch (error) {
    return {
      outcome: "ambiguous",
      reason: `the adapter failed: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}
