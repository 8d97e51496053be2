import type { Announcement } from "../core/announcement.ts";
import { shortId } from "../core/change.ts";
import { civilDateAt, addDays, instantOf } from "../core/civil-date.ts";
import type { NewDelivery } from "../core/store.ts";
import type { Channel, Subscription } from "../core/subscription.ts";
import { type AudienceOptions, audienceOf } from "./audience.ts";

/** The outbox rows of announcements: one per announcement and channel, the key from both, so twice is once. */
export function deliveriesOf(
  announcements: Announcement[],
  channels: Channel[],
  now: number,
  options: AudienceOptions = {},
): NewDelivery[] {
  return announcements.flatMap((announcement) =>
    audienceOf(announcement, channels, options).audience.map(({ channel, items }) => ({
      key: shortId(announcement.id, channel.id),
      announcement_id: announcement.id,
      channel_id: channel.id,
      items,
      next_send_at: sendTime(announcement, channel, now),
    })),
  );
}

/** Reminders and the operator's notices are never held back: they are about a day, or about now. */
function sendTime(announcement: Announcement, channel: Channel, now: number): number {
  const urgent = announcement.changes.some((change) => change.kind === "reminder" || change.kind === "source-health");
  if (urgent || channel.subscription.digest === "at-once") return now;
  return nextDigestAt(channel.subscription, now) + DIGEST_GRACE_MS;
}

/**
 * What waits for a digest is due a little after it: the digest takes it up, and without one (the bot was busy, the store
 * refused) it is told by itself. Nothing is lost either way.
 */
export const DIGEST_GRACE_MS = 10 * 60_000;

/**
 * When news may go out: `now` for "at-once", else the next HH:MM of the channel's zone (on a Monday for "weekly").
 *
 * @returns epoch milliseconds, never before `now`
 */
export function nextDigestAt(subscription: Pick<Subscription, "digest" | "time" | "time_zone">, now: number): number {
  if (subscription.digest === "at-once") return now;
  let date = civilDateAt(now, subscription.time_zone);
  for (let step = 0; step < 9; step += 1) {
    const at = instantOf(date, subscription.time, subscription.time_zone);
    const rightDay = subscription.digest === "daily" || Temporal.PlainDate.from(date).dayOfWeek === 1;
    if (rightDay && at >= now) return at;
    date = addDays(date, 1);
  }
  return now;
}
