// One life of the bot for the crash matrix: polls, ticks, sends; killed by its own hand at a named point, or ends well.
import type { FindResult, SendResult } from "../../src/core/delivery.ts";
import type { Platform } from "../../src/core/platform.ts";
import type { Store } from "../../src/core/store.ts";
import { clockStartingAt } from "../../src/core/clock.ts";
import { loadFamilies } from "../../src/ingest/families.ts";
import { openStore } from "../../src/store/open.ts";
import { channelNamed, seeded } from "../../test/outbox/support.ts";
import { assembleBot, toldIn } from "./bot.ts";
import type { KillPoint, Life } from "./crash.ts";

const life = JSON.parse(process.argv[2] ?? "{}") as Life;
const clock = clockStartingAt(life.clock);
let passages = 0;

function at(point: KillPoint): void {
  if (life.kill?.point !== point) return;
  passages += 1;
  if (passages === life.kill.passage) process.kill(process.pid, "SIGKILL");
}

async function ask<T>(path: string, body: object): Promise<T> {
  const request = { method: "POST", body: JSON.stringify({ ...body, at: clock.now() }) };
  const answer = await fetch(`${life.oracle}${path}`, request);
  return JSON.parse(await answer.text()) as T;
}

const kind = life.platform === "discord" ? "nonce" : "history";
const platform: Platform = {
  name: life.platform,
  start: async () => undefined,
  stop: async () => undefined,
  classify: async () => kind,
  send: async ({ channel, key, message }) => {
    const answer = await ask<SendResult>("/send", { channel: channel.id, key, kind, told: toldIn(message) });
    at("stored");
    return answer;
  },
  find: async (channel, key) => {
    const found = await ask<FindResult>("/find", { channel: channel.id, key });
    at("looked");
    return found;
  },
};

/** The store with a point to die at before and after each step that a crash could split. */
function withKillPoints(store: Store): Store {
  const { events, outbox, keyValue } = store;
  return {
    ...store,
    events: {
      ...events,
      commit: async (batch) => {
        at("uncommitted");
        const written = await events.commit(batch);
        at("committed");
        return written;
      },
    },
    keyValue: {
      ...keyValue,
      set: async (namespace, key, value, expires) => {
        await keyValue.set(namespace, key, value, expires);
        if (namespace === "seen") at("marked");
        if (namespace === "sources") at("cursor");
      },
    },
    outbox: {
      ...outbox,
      markSending: async (...given) => {
        at("claimed");
        const held = await outbox.markSending(...given);
        at("sending");
        return held;
      },
      finish: async (...given) => {
        const held = await outbox.finish(...given);
        at("recorded");
        return held;
      },
    },
  };
}

const store = await openStore({ path: life.path }, { durability: "normal" });
const families = await loadFamilies();
const spec = { ...families.specFor("openai-deprecations"), url: "http://page.test/" };
const { pipeline, outbox } = await assembleBot({
  store: withKillPoints(store),
  platforms: [platform],
  channels: Array.from({ length: life.channels }, (_, index) => ({
    ...channelNamed(life.platform, index, kind),
    created_at: life.began,
  })),
  specs: [spec],
  families,
  clock,
  random: seeded(life.seed),
  fetch: async ({ url }) => ({
    kind: "body",
    text: life.page,
    bytes: life.page.length,
    contentType: "text/markdown",
    etag: null,
    lastModified: null,
    url,
    status: 200,
  }),
  atRead: (when) => at(when === "before" ? "fetched" : "read"),
  limits: { historyLagMs: 200, backoffMs: 50, pace: {} },
});
const running = outbox.run();
await pipeline.poll(spec, 1000);
await pipeline.tick();
for (;;) {
  const counts = await store.outbox.counts();
  if (counts.pending + counts.sending + counts.unclear === 0) break;
  await new Promise((resolve) => setTimeout(resolve, 10));
}
await outbox.stop();
await running;
await store.close();
