import type { Announcement } from "../core/announcement.ts";
import { type Change, shortId } from "../core/change.ts";
import { type Clock, isoOf } from "../core/clock.ts";
import type { Delivery } from "../core/delivery.ts";
import type { ModelRecord } from "../core/model.ts";
import type { Store } from "../core/store.ts";
import { type Channel, channelId, DEFAULT_SUBSCRIPTION, type PlatformName } from "../core/subscription.ts";
import { aheadFor, digestId, digestSlot, firstSummary, OUTLOOK_DAYS, periodDigest } from "../announce/digests.ts";
import { greetingOf } from "../announce/greeting.ts";

const SUMMARY_DAYS = 365;
/** A digest without news that is later than this is left out: a bot that was started on a Friday sends no Monday's. */
const LATEST_MS = 12 * 3_600_000;
/** The most waiting rows that one digest takes up; more of them follow by themselves. */
const MOST_HELD = 500;

export type OutlookDeps = {
  store: Store;
  /** Corrections counted in; only what may be counted down. */
  current: () => Promise<ReadonlyMap<string, ModelRecord>>;
  clock: Clock;
  wake: () => void;
};

export type Outlooks = {
  /** Writes the digests whose time has come; each once, whatever happens in between. @throws StoreError */
  digests(): Promise<void>;
  /** One summary for a channel that is new; nothing when nothing is ahead. @throws StoreError */
  summary(channel: Channel): Promise<void>;
  /** Says once what the bot does, in a channel that watches nothing yet. @throws StoreError */
  greet(place: { platform: PlatformName; workspace: string; channel: string }): Promise<void>;
};

/** What channels are told about the time ahead, through the outbox and under keys that a restart does not repeat. */
export function createOutlooks(deps: OutlookDeps): Outlooks {
  const { store, clock } = deps;
  // The store is asked once per channel and digest, not at every tick.
  const settled = new Map<string, string>();

  async function digestOf(channel: Channel, records: ReadonlyMap<string, ModelRecord>): Promise<void> {
    const now = clock.now();
    const slot = digestSlot(channel, now);
    if (slot === null || channel.parked !== null) return;
    const id = digestId(channel, slot.day);
    if (settled.get(channel.id) === id) return;
    if ((await store.events.announcement(id)) === null) {
      // What came after the hour belongs to the next digest, however late this one is.
      const held = (await heldRows(channel, now)).filter(({ row }) => Date.parse(row.created_at) <= slot.at);
      if (held.length === 0 && now - slot.at > LATEST_MS) {
        settled.set(channel.id, id);
        return;
      }
      const changes = held.flatMap(({ changes: told }) => told);
      const ahead = aheadFor(channel, records.values(), now, OUTLOOK_DAYS);
      const digest = periodDigest(channel, slot.day, changes, ahead, now);
      // A row was taken up by the outbox meanwhile: the next tick sees what is left.
      if (
        digest !== null &&
        !(await queue(
          digest,
          channel,
          held.map(({ row }) => row.key),
          now,
        ))
      )
        return;
    }
    settled.set(channel.id, id);
  }

  /** News that wait for the digest; each change once. */
  async function heldRows(channel: Channel, now: number): Promise<{ row: Delivery; changes: Change[] }[]> {
    const rows = await store.outbox.ofChannel(channel.id, ["pending"], MOST_HELD);
    const held: { row: Delivery; changes: Change[] }[] = [];
    for (const row of rows) {
      if (row.action !== "post" || row.attempts > 0 || (row.lease_until ?? 0) > now) continue;
      const announcement = await store.events.announcement(row.announcement_id);
      if (announcement === null || announcement.changes.length === 0 || announcement.mark !== undefined) continue;
      const changes = row.items.flatMap((item) => announcement.changes[item] ?? []);
      if (changes.every((change) => change.kind !== "reminder" && change.kind !== "source-health"))
        held.push({ row, changes });
    }
    return held;
  }

  function queue(digest: Announcement, channel: Channel, keys: string[], now: number): Promise<boolean> {
    const items = digest.changes.map((_, index) => index);
    const key = shortId(digest.id, channel.id);
    const delivery = { key, announcement_id: digest.id, channel_id: channel.id, items, next_send_at: now };
    return store.outbox.fold({ digest, delivery, keys, now });
  }

  async function once(announcement: Announcement, id: string): Promise<void> {
    const now = clock.now();
    const delivery = {
      key: shortId(announcement.id, id),
      announcement_id: announcement.id,
      channel_id: id,
      items: [],
      next_send_at: now,
    };
    const batch = { at: isoOf(now), records: [], announcements: [announcement], deliveries: [delivery], untold: [] };
    await store.events.commit(batch);
    deps.wake();
  }

  return {
    digests: async () => {
      const channels = (await store.channels.all()).filter((one) => one.subscription.digest !== "at-once");
      if (channels.length === 0) return;
      const records = await deps.current();
      for (const channel of channels) await digestOf(channel, records);
      deps.wake();
    },
    summary: async (channel) => {
      const ahead = aheadFor(channel, (await deps.current()).values(), clock.now(), SUMMARY_DAYS);
      const summary = firstSummary(channel, ahead, clock.now());
      if (summary !== null) await once(summary, channel.id);
    },
    greet: async ({ platform, workspace, channel }) => {
      const id = channelId(platform, workspace, channel);
      if ((await store.channels.get(id)) === null) await once(greetingOf(id, isoOf(clock.now())), id);
    },
  };
}

/** A channel that has not chosen anything yet may hear the greeting, and nothing else. */
export function strangerChannel(id: string, announcement: Announcement): Channel | null {
  const [platform = "", workspace = "", ...rest] = id.split(":");
  if (announcement.kind !== "greeting" || (platform !== "slack" && platform !== "discord")) return null;
  return {
    id,
    platform,
    workspace,
    channel: rest.join(":"),
    subscription: { ...DEFAULT_SUBSCRIPTION },
    class: "unknown",
    parked: null,
    created_at: announcement.at,
  };
}
