import type { Mark } from "../core/card.ts";
import type { ModelRecord } from "../core/model.ts";
import type { Channel } from "../core/subscription.ts";
import type { Settled } from "./crossings.ts";

/** All that one look at the clock depends on. */
export type Look = {
  /** Epoch ms. */
  now: number;
  records: ReadonlySet<ModelRecord>;
  channels: readonly Channel[];
  /** Channel id to record key to mark. */
  marks: ReadonlyMap<string, ReadonlyMap<string, Mark>>;
};

/**
 * Remembers the last look of this process whose outcome is durable. The store alone decides what was told; without this
 * memory it would be asked for every past reminder of every channel at each tick.
 */
export function createLooks(): {
  /** What needs no second look; null at first, and when the clock was set back. */
  settled(look: Look): Settled | null;
  /** Call it when what the look found is written. */
  done(look: Look): void;
} {
  let last: { until: number; records: ReadonlySet<ModelRecord>; channels: Map<string, string> } | null = null;
  return {
    settled: ({ now, marks }) => {
      if (last === null || now < last.until) return null;
      const { until, records, channels } = last;
      return {
        until,
        // A record is never changed in place: the same object says the same.
        record: (record) => records.has(record),
        channel: (channel) => channels.get(channel.id) === printOf(channel, marks),
      };
    },
    done: ({ now, records, channels, marks }) => {
      last = {
        until: now,
        records,
        channels: new Map(channels.map((channel) => [channel.id, printOf(channel, marks)])),
      };
    },
  };
}

function printOf({ id, subscription, created_at }: Channel, marks: Look["marks"]): string {
  return JSON.stringify([subscription, created_at, [...(marks.get(id) ?? [])]]);
}
