import type { Announcement } from "../core/announcement.ts";
import type { Delivery } from "../core/delivery.ts";
import type { Pace } from "../core/store.ts";
import type { PlatformName } from "../core/subscription.ts";
import type { Context } from "./context.ts";
import { digestOf } from "./digest.ts";

/** The most rows that one digest stands for; more of them follow in the next. */
const MOST_FOLDED = 500;

/**
 * Prepares the probe of a parked channel and claims its row: what was missed becomes one digest, so that a channel that
 * is back hears once. Null when there is nothing to send now or the pace
 * leaves no room.
 */
export async function claimProbe(
  context: Context,
  channelId: string,
  platform: PlatformName,
  pace: Pace | undefined,
): Promise<Delivery | null> {
  const channel = await context.store.channels.get(channelId);
  if (channel === null) return null;
  await foldMissed(context, channelId, platform);
  const { leaseMs } = context.limits;
  const now = context.now();
  const claimed = await context.store.outbox.claim({
    owner: context.owner,
    now,
    leaseMs,
    limit: 1,
    platforms: [platform],
    probe: channelId,
    ...(pace === undefined ? {} : { pace }),
  });
  return claimed[0] ?? null;
}

/** Puts one digest in the place of the channel's pending rows, when there is more than one. */
export async function foldMissed(context: Context, channelId: string, platform: PlatformName): Promise<void> {
  const now = context.now();
  const pending = (await context.store.outbox.ofChannel(channelId, ["pending"], MOST_FOLDED)).filter(
    (row) => row.action === "post" && row.next_send_at <= now && (row.lease_until ?? 0) <= now,
  );
  if (pending.length < 2) return;
  const rows: { row: Delivery; announcement: Announcement }[] = [];
  for (const row of pending) {
    const announcement = await context.announcement(row.announcement_id);
    // A message without changes (a greeting) has nothing that a digest could carry: it stays a message of its own.
    if (announcement !== null && announcement.changes.length > 0) rows.push({ row, announcement });
  }
  if (rows.length < 2) return;
  const { digest, delivery, keys } = digestOf(rows, channelId, now);
  if (await context.store.outbox.fold({ digest, delivery, keys, now })) {
    context.observe({ type: "digest", platform, channel: channelId, key: delivery.key, rows: keys.length });
  }
}
