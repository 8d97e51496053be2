import { isoOf } from "../core/clock.ts";
import { type ChangeKind, NEWS_KINDS } from "../core/change.ts";
import type { ChannelStore } from "../core/store.ts";
import { type Channel, channelId, DEFAULT_SUBSCRIPTION } from "../core/subscription.ts";
import type { ConfigFile } from "../config/file.ts";
import type { Env } from "../config/env.ts";

type FirstChannel = Pick<Channel, "platform" | "workspace" | "channel" | "subscription">;

/**
 * The channels that exist from the start: those of the configuration, the operator's (which hears of source health
 * alone), and, where the terminal is the platform, one that watches everything.
 */
export function firstChannels(config: ConfigFile, env: Env): FirstChannel[] {
  const channels: FirstChannel[] = [...config.subscriptions];
  const has = (one: { platform: string; workspace: string; channel: string }) =>
    channels.some(
      (other) => other.platform === one.platform && other.workspace === one.workspace && other.channel === one.channel,
    );
  if (env.operatorChannel !== null && !has(env.operatorChannel)) {
    const quiet: ChangeKind[] = [...NEWS_KINDS, "retired", "reminder"];
    channels.push({ ...env.operatorChannel, subscription: { ...DEFAULT_SUBSCRIPTION, quiet_kinds: quiet } });
  }
  if (env.slack === null && env.discord === null && !channels.some((one) => one.platform === "terminal")) {
    const subscription = { ...DEFAULT_SUBSCRIPTION, time_zone: env.timeZone };
    channels.push({ platform: "terminal", workspace: "local", channel: "main", subscription });
  }
  return channels;
}

/** Creates those that do not exist yet; what a channel has changed since is kept. */
export async function createFirstChannels(
  store: ChannelStore,
  channels: readonly FirstChannel[],
  now: number,
): Promise<void> {
  for (const one of channels) {
    const id = channelId(one.platform, one.workspace, one.channel);
    if ((await store.get(id)) !== null) continue;
    await store.save({ id, ...one, class: "unknown", parked: null, created_at: isoOf(now) });
  }
}
