import { randomUUID } from "node:crypto";
import type { Announcement } from "#src/core/announcement.ts";
import { type Change, dedupKey, shortId } from "#src/core/change.ts";
import { isoOf, type ManualClock, manualClock } from "#src/core/clock.ts";
import type { FindResult, SendResult, ThreadTarget } from "#src/core/delivery.ts";
import type { Message } from "#src/core/message.ts";
import type { OutgoingMessage, Platform } from "#src/core/platform.ts";
import type { Batch, Store } from "#src/core/store.ts";
import { type Channel, type ChannelClass, DEFAULT_SUBSCRIPTION, type PlatformName } from "#src/core/subscription.ts";
import { createOutbox } from "#src/outbox/outbox.ts";
import type { Limits } from "#src/outbox/limits.ts";
import type { Outbox, OutboxEvent } from "#src/outbox/types.ts";

export const START = "2026-03-01T09:00:00Z";

/** Mulberry32: the same numbers for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Stored = {
  key: string;
  channel: string;
  at: number;
  message: Message;
  id: string;
  thread: ThreadTarget | null;
};
/** What a request does: `accept` stores; the ambiguous two answer nothing useful, before or after storing. */
export type Behaviour = "accept" | "lost-before" | "lost-after" | SendResult;

/**
 * A platform that keeps what it accepted: the oracle. With class `nonce` it remembers a key for a while, as Discord does.
 */
export type FakePlatform = Platform & {
  stored: Stored[];
  /** Edits in order: which message, and what it shows now. */
  edits: { id: string; message: Message; at: number }[];
  /** What an edit, or a post in a thread, meets before anything else; null: it goes through. */
  meets: (outgoing: OutgoingMessage, what: "edit" | "thread") => SendResult | null;
  /** The same by channel and key: the first of each. */
  byKey: Map<string, Stored>;
  requests: { key: string; channel: string; at: number; outcome: string }[];
  behave: (outgoing: OutgoingMessage, now: number) => Behaviour;
  look: (channel: Channel) => ChannelClass;
  findAnswer: ((channel: Channel, key: string) => FindResult | null) | null;
};

export function fakePlatform(clock: ManualClock, name: PlatformName, kind: ChannelClass): FakePlatform {
  const platform: FakePlatform = {
    name,
    stored: [],
    edits: [],
    meets: () => null,
    byKey: new Map(),
    requests: [],
    behave: () => "accept",
    look: () => kind,
    findAnswer: null,
    start: async () => undefined,
    stop: async () => undefined,
    classify: async (channel) => platform.look(channel),
    send: async (outgoing) => {
      const at = clock.now();
      const behaviour = platform.behave(outgoing, at);
      const met = outgoing.thread == null ? null : platform.meets(outgoing, "thread");
      const answer = met ?? answerOf(platform, outgoing, behaviour, at, kind);
      platform.requests.push({ key: outgoing.key, channel: outgoing.channel.id, at, outcome: answer.outcome });
      return answer;
    },
    update: async (outgoing) => {
      const met = platform.meets(outgoing, "edit");
      platform.requests.push({ key: outgoing.key, channel: outgoing.channel.id, at: clock.now(), outcome: "edit" });
      if (met !== null) return met;
      platform.edits.push({ id: outgoing.message_id, message: outgoing.message, at: clock.now() });
      return { outcome: "sent", message_id: outgoing.message_id };
    },
    find: async (channel, key, since) => {
      const given = platform.findAnswer?.(channel, key) ?? null;
      if (given !== null) return given;
      if (kind === "none") return { outcome: "unreadable", reason: "no history right" };
      const found = platform.byKey.get(`${channel.id} ${key}`);
      return found === undefined || found.at < since
        ? { outcome: "absent" }
        : { outcome: "found", message_id: found.id };
    },
  };
  return platform;
}

function answerOf(
  platform: FakePlatform,
  { key, channel, message, thread = null }: OutgoingMessage,
  behaviour: Behaviour,
  at: number,
  kind: ChannelClass,
): SendResult {
  if (typeof behaviour === "object") return behaviour;
  if (behaviour === "lost-before") return { outcome: "ambiguous", reason: "reset before" };
  // enforce_nonce: within a few minutes the first message is given back.
  const name = `${channel.id} ${key}`;
  const earlier = kind === "nonce" ? platform.byKey.get(name) : undefined;
  const twin = earlier !== undefined && at - earlier.at < 120_000 ? earlier : undefined;
  const id = twin?.id ?? `m${platform.stored.length + 1}`;
  if (twin === undefined) {
    const accepted = { key, channel: channel.id, at, message, id, thread };
    platform.stored.push(accepted);
    if (!platform.byKey.has(name)) platform.byKey.set(name, accepted);
  }
  return behaviour === "accept" ? { outcome: "sent", message_id: id } : { outcome: "ambiguous", reason: "reset after" };
}

export function channelNamed(platform: PlatformName, index: number | string, kind: ChannelClass = "unknown"): Channel {
  return {
    id: `${platform}:T1:C${index}`,
    platform,
    workspace: "T1",
    channel: `C${index}`,
    subscription: { ...DEFAULT_SUBSCRIPTION },
    class: kind,
    parked: null,
    created_at: START,
  };
}

export function changeOf(model: string, over: Partial<Change> = {}): Change {
  const change: Change = {
    kind: "announced",
    at: START,
    provider: "acme",
    surface: "acme-api",
    model_id: model,
    version: null,
    fact_kind: "model",
    announced: "2026-03-01",
    shutdown: "2026-09-01",
    precision: "day",
    stages: [],
    previous: null,
    replacements: [],
    source: "acme-page",
    evidence: null,
    generation: 0,
    dedup_key: "",
    ...over,
  };
  return { ...change, dedup_key: over.dedup_key ?? dedupKey(change) };
}

export function announcementOf(
  changes: Change[],
  at: string = START,
  kind: Announcement["kind"] = "announced",
): Announcement {
  return { id: shortId(...changes.map((change) => change.dedup_key)), kind, at, source: "acme-page", changes };
}

/** One announcement to every channel, as the pipeline would write it. */
export function batchOf(announcement: Announcement, channels: Channel[], at: number): Batch {
  return {
    at: isoOf(at),
    records: [],
    announcements: [announcement],
    deliveries: channels.map((channel) => ({
      key: shortId(announcement.id, channel.id),
      announcement_id: announcement.id,
      channel_id: channel.id,
      items: announcement.changes.map((_, index) => index),
      next_send_at: at,
    })),
    untold: [],
  };
}

export type Bench = { outbox: Outbox; events: OutboxEvent[] };

export function outboxOn(
  store: Store,
  platforms: Platform[],
  clock: ManualClock,
  limits: Partial<Limits> = {},
  seed = 1,
): Bench {
  const events: OutboxEvent[] = [];
  const outbox = createOutbox({
    store,
    platforms: new Map(platforms.map((platform) => [platform.name, platform])),
    compose: (announcement, items, _channel, _now, live) => ({
      headline: live === undefined || live.as === "news" ? announcement.kind : `card: ${live.later.length} later`,
      severity: "notice",
      blocks: [{ type: "list", items: items.map((item) => [announcement.changes[item]?.model_id ?? "?"]) }],
    }),
    markRepeat: (message) => ({
      ...message,
      blocks: [...message.blocks, { type: "note", content: ["(possible repeat)"] }],
    }),
    clock,
    owner: { id: randomUUID(), host: "test", pid: process.pid },
    random: seeded(seed),
    observe: (event) => events.push(event),
    limits,
  });
  return { outbox, events };
}

/** Lets virtual time run until nothing is due before `until`. */
export async function runUntil(outbox: Outbox, clock: ManualClock, until: number): Promise<number> {
  let rounds = 0;
  for (;;) {
    const { next } = await outbox.drainOnce();
    rounds += 1;
    if (next === null || next > until) break;
    clock.set(Math.max(next, clock.now() + 1));
  }
  if (clock.now() < until) clock.set(until);
  return rounds;
}

export const HOUR = 3_600_000;
export const newClock = (): ManualClock => manualClock(START);
