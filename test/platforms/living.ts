import { randomUUID } from "node:crypto";
import { fileURLToPath } from "node:url";
import { createCompose, markRepeat } from "#src/announce/compose.ts";
import { announcementOf } from "#src/core/announcement.ts";
import { type Change, dedupKey, shortId } from "#src/core/change.ts";
import { isoOf, systemClock } from "#src/core/clock.ts";
import { type Command, isCommand } from "#src/core/command.ts";
import type { Platform, PlatformHandlers } from "#src/core/platform.ts";
import type { Store } from "#src/core/store.ts";
import type { Channel } from "#src/core/subscription.ts";
import { loadFolder } from "#src/lib/load-folder.ts";
import { silentLog } from "#src/lib/log.ts";
import { loadMessages } from "#src/messages/index.ts";
import { createOutbox } from "#src/outbox/outbox.ts";
import { openStore } from "#src/store/open.ts";
import { createBackground, createCards } from "#src/wiring/cards.ts";
import { createDispatch } from "#src/wiring/dispatch.ts";
import { createOutlooks, strangerChannel } from "#src/wiring/outlooks.ts";
import { createServices } from "#src/wiring/services.ts";
import { changeOf } from "../announce/build.ts";
import { recordOf } from "../countdown/build.ts";
import { channelFor } from "./contract.ts";

const folder = fileURLToPath(new URL("../../commands", import.meta.url));
export const commands = await loadFolder<Command>(folder, (value) => (isCommand(value) ? value : null));
export const { messagesFor, tags } = await loadMessages();

const DAY_MS = 86_400_000;
export const inDays = (days: number) => isoOf(systemClock.now() + days * DAY_MS).slice(0, 10);

export type Living = {
  store: Store;
  handlers: PlatformHandlers;
  /** After the platform was made: it gets the messages. */
  attach(platform: Platform): void;
  /** One change as an announcement of its own to that channel, sent before this resolves. */
  tell(change: Change, channel: Channel): Promise<void>;
  greet: ReturnType<typeof createOutlooks>["greet"];
  drain(): Promise<void>;
};

/** Real store, outbox, composing, commands and services, around one platform; the catalogue is made by hand. */
export async function startLiving(shutdown: string): Promise<Living> {
  const store = await openStore(":memory:");
  const platforms = new Map();
  const record = recordOf({ model_id: "acme-1", shutdown });
  const known = async () => new Map([[`acme-api|acme-1|`, record]]);
  const clock = systemClock;
  const outbox = createOutbox({
    store,
    platforms,
    compose: createCompose(messagesFor),
    markRepeat: (message, channel) => markRepeat(message, messagesFor(channel.subscription.language)),
    clock,
    owner: { id: randomUUID(), host: "test", pid: process.pid },
    random: Math.random,
    background: createBackground({ knowledge: known, pricesOf: () => null, clock }),
    stranger: strangerChannel,
    limits: { pace: {}, historyLagMs: 0, backoffMs: 1 },
  });
  const drain = async () => {
    // An unclear row waits a moment before it is looked for; a slow machine gets the time that it needs.
    for (const end = Date.now() + 10_000; Date.now() < end; ) {
      const { next } = await outbox.drainOnce();
      if (next === null || next > clock.now() + 200) return;
      await new Promise((resolve) => setTimeout(resolve, Math.max(1, next - clock.now())));
    }
  };
  const services = createServices({
    store,
    knowledge: known,
    stored: known,
    cursors: { health: () => [] },
    overrides: [],
    messagesFor,
    languages: tags,
    platforms: () => platforms,
    clock,
    cards: createCards({ store, current: known, clock, wake: () => undefined }),
  });
  const outlooks = createOutlooks({ store, current: known, clock, wake: () => undefined });
  const handlers = createDispatch({
    commands,
    services,
    clock,
    log: silentLog,
    onJoin: (place) => outlooks.greet(place),
  });
  return {
    store,
    handlers,
    attach: (platform) => platforms.set(platform.name, platform),
    tell: async (change, channel) => {
      const at = isoOf(clock.now());
      const announcement = announcementOf(change.kind, "acme-page", [{ ...change, at }], at);
      const key = shortId(announcement.id, channel.id);
      const delivery = {
        key,
        announcement_id: announcement.id,
        channel_id: channel.id,
        items: [0],
        next_send_at: clock.now(),
      };
      await store.events.commit({ at, records: [], announcements: [announcement], deliveries: [delivery], untold: [] });
      await drain();
    },
    greet: (place) => outlooks.greet(place),
    drain,
  };
}

export const channelOn = (platform: "slack" | "discord", workspace: string, channel: string): Channel =>
  channelFor(platform, workspace, channel);

/** The three chapters of one story, with dates around today. */
export function storyOf(channel: Channel, first: string, second: string) {
  const reminder = (days: number): Change => {
    const change = changeOf({
      model_id: "acme-1",
      kind: "reminder",
      shutdown: inDays(days),
      milestone: days,
      channel: channel.id,
      announced: inDays(-30),
    });
    return { ...change, dedup_key: dedupKey(change) };
  };
  return {
    announced: changeOf({ model_id: "acme-1", shutdown: first, announced: inDays(-30) }),
    moved: changeOf({ model_id: "acme-1", kind: "date-moved", previous: first, shutdown: second }),
    reminder,
  };
}
