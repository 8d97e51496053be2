import { isoOf } from "../core/clock.ts";
import type { ChannelStore } from "../core/store.ts";
import type { PlatformName } from "../core/subscription.ts";

/** Nothing is asked of a place that the bot was removed from; once a day it is looked whether it is back. */
const LOOK_AGAIN_MS = 24 * 3_600_000;

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
    reason: "the bot was removed",
    since: isoOf(now),
    probe_at: isoOf(now + LOOK_AGAIN_MS),
    probes: 0,
  };
  for (const channel of there) await channels.park(channel.id, parked);
}
