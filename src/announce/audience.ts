import type { Announcement, Audience } from "../core/announcement.ts";
import type { Change } from "../core/change.ts";
import { compareInstants } from "../core/clock.ts";
import { DECISION, type Decision } from "../core/decision.ts";
import { type Channel, watches } from "../core/subscription.ts";

/** One change that one channel is not told, and why: what /model-why answers. */
export type NotTold = { channel_id: string; item: number; decision: Decision };

export type AudienceOptions = {
  /** The channel that hears of source health; null when none is set. */
  operatorChannel?: string | null;
};

/**
 * Who gets an announcement, and which of its changes. A parked channel stays in it: its row waits until the channel
 * works again.
 */
export function audienceOf(
  announcement: Announcement,
  channels: Channel[],
  options: AudienceOptions = {},
): { audience: Audience[]; notTold: NotTold[] } {
  const audience: Audience[] = [];
  const notTold: NotTold[] = [];
  for (const channel of channels) {
    const items: number[] = [];
    announcement.changes.forEach((change, item) => {
      const reason = whyNotTold(change, channel, options);
      if (reason === null) items.push(item);
      else notTold.push({ channel_id: channel.id, item, decision: reason });
    });
    if (items.length > 0) audience.push({ channel, items });
  }
  return { audience, notTold };
}

/**
 * Why a channel is not told of a change, or null when it is. Pure, so that /model-why can also ask it later about a
 * change that has no delivery in a channel: nothing has to be stored for the channels that do not watch a model.
 */
export function whyNotTold(change: Change, channel: Channel, options: AudienceOptions = {}): Decision | null {
  if (change.kind === "source-health") return channel.id === options.operatorChannel ? null : DECISION.forOperator;
  if (change.kind === "retired") return DECISION.byCountdown;
  if (change.channel !== undefined && change.channel !== channel.id) return DECISION.notWatched;
  if (!watches(channel.subscription, change)) return DECISION.notWatched;
  if (channel.subscription.quiet_kinds.includes(change.kind)) return DECISION.quietKind;
  if (change.kind !== "reminder" && compareInstants(channel.created_at, change.at) > 0) return DECISION.beforeChannel;
  return null;
}
