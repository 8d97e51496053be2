import { hostname } from "node:os";
import type { Announcement } from "../core/announcement.ts";
import type { Change } from "../core/change.ts";
import { isoOf, type ManualClock } from "../core/clock.ts";
import type { Message } from "../core/message.ts";
import type { Messages } from "../core/messages.ts";
import type { Platform } from "../core/platform.ts";
import type { SourceSpec } from "../core/source.ts";
import {
  type Channel,
  channelId,
  DEFAULT_SUBSCRIPTION,
  type PlatformName,
  type Subscription,
} from "../core/subscription.ts";
import { createCompose, markRepeat } from "../announce/compose.ts";
import { createSeen } from "../announce/seen.ts";
import type { Families } from "../ingest/families.ts";
import { examine } from "../ingest/examine.ts";
import { silentLog } from "../lib/log.ts";
import { createOutbox } from "../outbox/outbox.ts";
import type { Outbox } from "../outbox/types.ts";
import { createPipeline, type Pipeline } from "../pipeline.ts";
import { openKeyv } from "../store/keyv.ts";
import { openStore } from "../store/open.ts";
import { createRecords } from "./records.ts";
import { loadCursors } from "./sights.ts";

/** One message as the channel of a rehearsal got it. */
export type Told = { at: string; announcement: Announcement; changes: Change[]; message: Message };

export type Rehearsal = {
  pipeline: Pipeline;
  outbox: Outbox;
  channel: Channel;
  /** What was delivered since the last call, oldest first. */
  takeTold(): Told[];
  /** Models whose date has passed since the last call: told to nobody. */
  takeRetired(): Change[];
  close(): Promise<void>;
};

/**
 * The whole pipeline on a clock that moves only when told: an empty store in memory, one channel, and a platform that
 * keeps what it gets. `replay` and `demo` are made of it; nothing in between is left out or different.
 */
export async function createRehearsal(options: {
  families: Families;
  specs: readonly SourceSpec[];
  clock: ManualClock;
  messagesFor: (tag: string | null) => Messages;
  subscription?: Partial<Subscription>;
}): Promise<Rehearsal> {
  const { clock, families } = options;
  const store = await openStore(":memory:");
  const channel: Channel = {
    id: channelId("replay", "local", "replay"),
    platform: "replay",
    workspace: "local",
    channel: "replay",
    subscription: { ...DEFAULT_SUBSCRIPTION, ...options.subscription },
    class: "history",
    parked: null,
    created_at: isoOf(clock.now()),
  };
  await store.channels.save(channel);
  const told: Told[] = [];
  const retired: Change[] = [];
  const origin = new WeakMap<Message, { announcement: Announcement; changes: Change[] }>();
  const compose = createCompose(options.messagesFor);
  const platform = collector(clock, (message) => {
    const from = origin.get(message);
    if (from !== undefined) told.push({ at: isoOf(clock.now()), message, ...from });
  });
  const outbox = createOutbox({
    store,
    platforms: new Map<PlatformName, Platform>([["replay", platform]]),
    compose: (announcement, items, to, now) => {
      const message = compose(announcement, items, to, now);
      origin.set(message, { announcement, changes: items.flatMap((item) => announcement.changes[item] ?? []) });
      return message;
    },
    markRepeat: (message, to) => markRepeat(message, options.messagesFor(to.subscription.language)),
    clock,
    owner: { id: "rehearsal", host: hostname(), pid: process.pid },
    random: () => 0.5,
  });
  const pipeline = createPipeline({
    store,
    records: createRecords(store.catalog),
    cursors: await loadCursors(openKeyv(store, "sources"), options.specs),
    seen: createSeen(openKeyv(store, "seen"), (keys) => store.events.known(keys)),
    examine: (document) => examine(document, families.familyFor(document.spec.id)),
    fetch: async () => ({ kind: "failed", reason: "a rehearsal fetches nothing", status: null, retryAfterMs: null }),
    bearerFor: () => null,
    overrides: [],
    operatorChannel: channel.id,
    restoredAt: null,
    clock,
    random: () => 0.5,
    log: silentLog,
    wake: () => {},
    observe: (event) => {
      if (event.type === "event" && event.change.kind === "retired") retired.push(event.change);
    },
  });
  return {
    pipeline,
    outbox,
    channel,
    takeTold: () => told.splice(0),
    takeRetired: () => retired.splice(0),
    close: () => store.close(),
  };
}

/** A platform that stores every message and never fails. */
function collector(clock: ManualClock, keep: (message: Message) => void): Platform {
  let count = 0;
  return {
    name: "replay",
    start: async () => {},
    send: async ({ message }) => {
      keep(message);
      count += 1;
      return { outcome: "sent", message_id: `${clock.now()}.${count}` };
    },
    find: async () => ({ outcome: "absent" }),
    classify: async () => "history",
    stop: async () => {},
  };
}
