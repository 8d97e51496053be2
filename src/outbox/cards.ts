import type { Announcement } from "../core/announcement.ts";
import type { Card, LiveView } from "../core/card.ts";
import type { Delivery, ThreadTarget } from "../core/delivery.ts";
import type { Message } from "../core/message.ts";
import { recordKey } from "../core/model.ts";
import type { Context, Place } from "./context.ts";

/** Announcements that are no model's story: they neither become a card nor belong to one. */
const OUTSIDE: ReadonlySet<Announcement["kind"]> = new Set(["digest", "summary", "greeting", "source-health"]);

/** How a row is told: under a card, and which records it becomes the card of. */
export type Course = { thread: ThreadTarget | null; cardOf: string[] };

/** Everything about the row's records that a message shows; `as` says whether it is the card itself. */
export async function liveView(
  context: Context,
  row: Pick<Delivery, "key" | "items" | "channel_id">,
  announcement: Announcement,
  as: LiveView["as"],
  buttons: boolean,
): Promise<LiveView> {
  const keys = recordKeysOf(row, announcement);
  const later = as === "card" ? await context.store.cards.later(keys, announcement.at) : [];
  const marks = (await context.store.cards.marks(row.channel_id)).get(row.channel_id);
  const told = row.items.flatMap((item) => announcement.changes[item] ?? []);
  const changes = [...told, ...later, ...(announcement.outlook?.ahead ?? [])];
  return { key: row.key, buttons, as, later, marks: marks ?? new Map(), background: await context.background(changes) };
}

/**
 * Where a row goes at its first try. A story whose records all stand on one card goes on in that card's thread; records
 * without a card get this message as theirs. Null: the cards are brought up to date first, by edits that were written
 * just now, so that a card that is gone is known to be gone before its thread is used.
 */
export async function courseOf(
  context: Context,
  row: Delivery,
  place: Place,
  announcement: Announcement,
  message: Message | null,
): Promise<Course | null> {
  const none = { thread: null, cardOf: [] };
  if (place.platform.update === undefined || OUTSIDE.has(announcement.kind) || announcement.mark !== undefined)
    return none;
  const keys = recordKeysOf(row, announcement);
  const cards = await context.store.cards.of(row.channel_id, keys);
  const cardOf = keys.filter((key) => !cards.has(key));
  // Later tries keep to what the first one decided: the message may be there already.
  if (row.attempts > 0) return { thread: row.thread, cardOf: row.thread === null ? cardOf : [] };
  if (cards.size === 0) return { thread: null, cardOf };
  const edits = await context.store.cards.touch({
    channelId: row.channel_id,
    recordKeys: keys,
    tag: row.key,
    now: context.now(),
    due: row.next_send_at - 1,
  });
  if (edits > 0) return null;
  return { thread: threadOf(row, place, announcement, message, [...cards.values()], cardOf), cardOf };
}

function threadOf(
  row: Delivery,
  place: Place,
  announcement: Announcement,
  message: Message | null,
  cards: Card[],
  without: string[],
): ThreadTarget | null {
  const [card] = cards;
  // A row that a thread has refused once says why, and is told in the channel.
  if (card === undefined || without.length > 0 || row.reason?.startsWith(NO_THREAD) === true) return null;
  if (cards.some((other) => other.key !== card.key)) return null;
  const toChannel = announcement.kind === "reminder" && place.channel.subscription.reminders === "channel";
  return toChannel ? null : { message_id: card.message_id, broadcast: message?.loud === true };
}

/** How the reason of a row begins that cannot be told in a thread. */
export const NO_THREAD = "not in a thread: ";

export function recordKeysOf(row: Pick<Delivery, "items">, announcement: Announcement): string[] {
  const changes = row.items.flatMap((item) => announcement.changes[item] ?? []);
  return [...new Set(changes.map(recordKey))];
}
