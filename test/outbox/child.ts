// A process of its own for the tests: writes its events, runs the outbox against the oracle, ends when all rows have.
import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { clockStartingAt } from "#src/core/clock.ts";
import type { FindResult, SendResult } from "#src/core/delivery.ts";
import type { Platform } from "#src/core/platform.ts";
import type { ChannelClass } from "#src/core/subscription.ts";
import { createOutbox } from "#src/outbox/outbox.ts";
import { openStore } from "#src/store/open.ts";
import { announcementOf, batchOf, changeOf, channelNamed } from "./support.ts";

export type ChildOptions = {
  path: string;
  oracle: string;
  name: "slack" | "discord";
  kind: ChannelClass;
  models: number;
  channels: number;
  clock: string;
  killAt: "commit" | "sending" | "stored" | "ack" | null;
};

const options: ChildOptions = JSON.parse(process.argv[2] ?? "{}");
const clock = clockStartingAt(options.clock);
const die = () => process.kill(process.pid, "SIGKILL");

async function ask<T>(path: string, body: object): Promise<T> {
  const answer = await fetch(`${options.oracle}${path}`, {
    method: "POST",
    body: JSON.stringify({ ...body, at: clock.now() }),
  });
  const value: T = JSON.parse(await answer.text());
  return value;
}

const platform: Platform = {
  name: options.name,
  start: async () => undefined,
  stop: async () => undefined,
  classify: async () => options.kind,
  send: async ({ channel, key }) => {
    if (options.killAt === "sending") die();
    try {
      const answer = await ask<SendResult>("/send", { channel: channel.id, key, kind: options.kind });
      if (options.killAt === "stored") die();
      return answer;
    } catch (error) {
      return { outcome: "ambiguous", reason: String(error) };
    }
  },
  find: async (channel, key) => ask<FindResult>("/find", { channel: channel.id, key }),
};

const store = await openStore({ path: options.path }, { durability: "normal" });
const channels = Array.from({ length: options.channels }, (_, index) =>
  channelNamed(options.name, index, options.kind),
);
for (const channel of channels) await store.channels.save(channel);
for (let model = 0; model < options.models; model += 1) {
  await store.events.commit(batchOf(announcementOf([changeOf(`m-${model}`)]), channels, clock.now()));
}
if (options.killAt === "commit") die();

const outbox = createOutbox({
  store,
  platforms: new Map([[options.name, platform]]),
  compose: (announcement) => ({ headline: announcement.id, severity: "notice", blocks: [] }),
  markRepeat: (message) => message,
  clock,
  owner: { id: randomUUID(), host: hostname(), pid: process.pid },
  random: Math.random,
  observe: (event) => {
    if (event.type === "attempt" && options.killAt === "ack") die();
  },
  limits: { historyLagMs: 200, backoffMs: 50, pace: {} },
});
const running = outbox.run();
for (;;) {
  const counts = await store.outbox.counts();
  if (counts.pending + counts.sending + counts.unclear === 0) break;
  await new Promise((resolve) => setTimeout(resolve, 20));
}
await outbox.stop();
await running;
await store.close();
