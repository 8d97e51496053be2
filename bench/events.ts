import { shortId } from "#src/core/change.ts";
import { isoOf } from "#src/core/clock.ts";
import type { Batch } from "#src/core/store.ts";
import { type Channel, DEFAULT_SUBSCRIPTION, type PlatformName } from "#src/core/subscription.ts";

/** When the bench's virtual time begins. */
export const START = "2026-03-01T09:00:00Z";

/** Made-up channels of one workspace. */
export function channelsAt(platform: PlatformName, channels: readonly string[], workspace: string): Channel[] {
  return channels.map((channel) => ({
    id: `${platform}:${workspace}:${channel}`,
    platform,
    workspace,
    channel,
    subscription: { ...DEFAULT_SUBSCRIPTION },
    class: platform === "discord" ? "nonce" : "history",
    parked: null,
    created_at: START,
  }));
}

/** One announced retirement, and its delivery to each of the channels. */
export function batchTo(channels: Channel[], model: string, at: number): Batch {
  const dedup_key = `acme-api|${model}||announced|2026-09-01`;
  const id = shortId(dedup_key);
  return {
    at: isoOf(at),
    records: [],
    announcements: [
      {
        id,
        kind: "announced",
        at: isoOf(at),
        source: "acme",
        changes: [
          {
            kind: "announced",
            at: isoOf(at),
            provider: "acme",
            surface: "acme-api",
            model_id: model,
            version: null,
            fact_kind: "model",
            announced: null,
            shutdown: "2026-09-01",
            precision: "day",
            stages: [],
            previous: null,
            replacements: [],
            source: "acme",
            evidence: null,
            generation: 0,
            dedup_key,
          },
        ],
      },
    ],
    deliveries: channels.map((channel) => ({
      key: shortId(id, channel.id),
      announcement_id: id,
      channel_id: channel.id,
      items: [0],
      next_send_at: at,
    })),
    untold: [],
  };
}
