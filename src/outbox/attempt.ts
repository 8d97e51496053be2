import type { Delivery } from "../core/delivery.ts";
import { courseOf } from "./cards.ts";
import type { Context, Place } from "./context.ts";
import { editOnce } from "./edit.ts";
import { placeOf } from "./place.ts";
import { reconcile } from "./reconcile.ts";
import { die, postpone, settle } from "./settle.ts";
import { answerOf, composed, observeAttempt, triedNow } from "./steps.ts";

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
  const announcement = await context.announcement(row.announcement_id);
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
