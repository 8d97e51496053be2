import type { Announcement } from "../core/announcement.ts";
import type { Delivery, SendResult } from "../core/delivery.ts";
import type { Message } from "../core/message.ts";
import { courseOf, liveView } from "./cards.ts";
import type { Context, Place } from "./context.ts";
import { editOnce } from "./edit.ts";
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
  if (row.action === "edit") return editOnce(context, row, place);
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
  const message = await composed(context, row, place, announcement, "news");
  if (message === null) return;
  const course = await courseOf(context, row, place, announcement, message);
  if (course === null) {
    // The edits that go first are due before this row.
    await postpone(context, row, "its card is brought up to date first", now);
    return;
  }
  const shown = possibleRepeat || row.possible_repeat ? context.markRepeat(message, channel) : message;
  const { thread } = course;
  if (!(await context.store.outbox.markSending(row.key, context.owner, now, possibleRepeat, thread))) return;
  const result = await answerOf(context, () => platform.send({ channel, key: row.key, message: shown, thread }));
  observeAttempt(context, row, place, result, now);
  await settle(context, triedNow({ ...row, thread }, now), place, result, possibleRepeat, course.cardOf);
}

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
    const live = await liveView(context, { ...row, key: row.card ?? row.key }, announcement, as);
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
