import type { Announcement } from "../core/announcement.ts";
import { type Change, shortId } from "../core/change.ts";
import { isoOf } from "../core/clock.ts";
import type { Delivery } from "../core/delivery.ts";
import { recordKey } from "../core/model.ts";
import type { NewDelivery } from "../core/store.ts";

export type Digest = { digest: Announcement; delivery: NewDelivery; keys: string[] };

/**
 * One announcement in the place of several that a channel missed. A change that stands in two of them is told once, and
 * of several reminders of one model only the most urgent, because the others are out of date.
 */
export function digestOf(
  rows: { row: Delivery; announcement: Announcement }[],
  channelId: string,
  now: number,
): Digest {
  const keys = rows.map(({ row }) => row.key);
  const changes = new Map<string, Change>();
  for (const { row, announcement } of rows) {
    for (const item of row.items) {
      const change = announcement.changes[item];
      if (change !== undefined) keep(changes, change);
    }
  }
  const id = shortId("digest", channelId, ...keys);
  const told = [...changes.values()];
  return {
    digest: { id, kind: "digest", at: isoOf(now), source: "", changes: told },
    delivery: {
      key: shortId(id, channelId),
      announcement_id: id,
      channel_id: channelId,
      items: told.map((_, index) => index),
      next_send_at: now,
    },
    keys,
  };
}

function keep(changes: Map<string, Change>, change: Change): void {
  if (change.kind !== "reminder") {
    changes.set(change.dedup_key, change);
    return;
  }
  const key = `reminder of ${recordKey(change)}`;
  const earlier = changes.get(key);
  // Rows come in their order: another date is the newer one.
  const sameDate = earlier?.shutdown === change.shutdown;
  if (earlier !== undefined && sameDate && (earlier.milestone ?? 0) <= (change.milestone ?? 0)) return;
  changes.set(key, change);
}
