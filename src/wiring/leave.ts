import { isoOf } from "../core/clock.ts";
import type { ChannelStore } from "../core/store.ts";
import type { PlatformName } from "../core/subscription.ts";

/** Nothing is asked of a place that the bot was removed from; once a day it is looked whether it is back. */
const LOOK_AGAIN_MS = 24 * 3_600_000;

const REMOVED = "the bot was removed";

/**
 * Parks all channels of a workspace or server that the bot was removed from. What they watch is kept: an invitation, or
 * the daily look, brings them back.
 */
export async function parkWorkspace(
  channels: Pick<ChannelStore, "all" | "park">,
  place: { platform: PlatformName; workspace: string },
  now: number,
): Promise<void> {
  const there = (await channels.all()).filter(
    (one) => one.platform === place.platform && one.workspace === place.workspace && one.parked === null,
  );
  const parked = {
    reason: REMOVED,
    since: isoOf(now),
    probe_at: isoOf(now + LOOK_AGAIN_MS),
    probes: 0,
  };
  for (const channel of there) await channels.park(channel.id, parked);
}

/** The ids of the channels of a workspace or server that were parked when the bot was removed: it is back. */
export async function parkedByLeave(
  channels: Pick<ChannelStore, "all">,
  place: { platform: PlatformName; workspace: string },
): Promise<string[]> {
  return (await channels.all())
    .filter((one) => one.platform === place.platform && one.workspace === place.workspace)
    .filter((one) => one.parked?.reason === REMOVED)
    .map((one) => one.id);
}
