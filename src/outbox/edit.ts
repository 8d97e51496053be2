import type { Delivery } from "../core/delivery.ts";
import type { Context, Place } from "./context.ts";
import { die, postpone, settle } from "./settle.ts";
import { answerOf, composed, observeAttempt, triedNow } from "./steps.ts";

/**
 * Brings a card up to date: its whole present state is composed anew, so doing it twice, late or out of order shows the
 * same in the end. A card that somebody deleted is forgotten; the next change is posted as a new one.
 */
export async function editOnce(context: Context, row: Delivery, place: Place): Promise<void> {
  const { platform, channel } = place;
  const { store } = context;
  const now = context.now();
  const update = platform.update?.bind(platform);
  const card = row.card === null ? null : await store.cards.get(row.card);
  const announcement = await context.announcement(row.announcement_id);
  if (update === undefined || card === null || announcement === null)
    return die(context, row, place, "there is no card to edit");
  const state = context.state(platform.name);
  // Another request of this process may have been told to wait since the row was claimed.
  if (state.stopped !== null || state.heldUntil > now)
    return postpone(context, row, state.stopped ?? "the platform asked us to wait", Math.max(state.heldUntil, now));
  const message = await composed(context, row, place, announcement, "card");
  if (message === null) return;
  if (!(await store.outbox.markSending(row.key, context.owner, now))) return;
  const { message_id } = card;
  const result = await answerOf(context, () => update({ channel, key: card.key, message, message_id }));
  observeAttempt(context, row, place, result, now);
  await settle(context, triedNow(row, now), place, result, false, []);
}
