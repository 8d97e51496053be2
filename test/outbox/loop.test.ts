import assert from "node:assert/strict";
import { test } from "node:test";
import type { OutgoingMessage } from "#src/core/platform.ts";
import { openStore } from "#src/store/open.ts";
import { announcementOf, batchOf, changeOf, channelNamed, fakePlatform, newClock, outboxOn } from "./support.ts";

const soon = async (true_: () => boolean) => {
  for (let tries = 0; tries < 400 && !true_(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 5));
};

test("the loop is woken by new work, and a stop ends it", async () => {
  const clock = newClock();
  const store = await openStore(":memory:");
  const platform = fakePlatform(clock, "slack", "history");
  const channel = channelNamed("slack", 1, "history");
  await store.channels.save(channel);
  const { outbox } = outboxOn(store, [platform], clock);
  const running = outbox.run();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await store.events.commit(batchOf(announcementOf([changeOf("m-1")]), [channel], clock.now()));
  const began = performance.now();
  outbox.wake();
  await soon(() => platform.stored.length === 1);
  assert.equal(platform.stored.length, 1);
  assert.ok(performance.now() - began < 1000);
  assert.deepEqual(await outbox.stop(), { left: 0 });
  await running;
  await store.close();
});

test("a stop waits for what is under way, and leaves what hangs to be looked up by the next process", async () => {
  const clock = newClock();
  const store = await openStore(":memory:");
  const platform = fakePlatform(clock, "slack", "history");
  const honest = fakePlatform(clock, "slack", "history");
  honest.stored = platform.stored;
  honest.byKey = platform.byKey;
  let asked = 0;
  let slow = true;
  platform.send = async (outgoing) => {
    asked += 1;
    const result = await honest.send(outgoing);
    // Stored, and the answer never comes.
    if (slow && asked > 1) await new Promise<never>(() => undefined);
    return result;
  };
  const channels = [1, 2].map((index) => channelNamed("slack", index, "history"));
  for (const channel of channels) await store.channels.save(channel);
  await store.events.commit(batchOf(announcementOf([changeOf("m-1")]), channels, clock.now()));
  const first = outboxOn(store, [platform], clock, { requestMs: 500 });
  void first.outbox.run();
  await soon(() => asked === 2);
  const began = performance.now();
  assert.deepEqual(await first.outbox.stop(100), { left: 1 });
  assert.ok(performance.now() - began < 1000);
  assert.deepEqual(await store.outbox.counts(), { pending: 0, sending: 1, unclear: 0, sent: 1, dead: 0 });
  // The next process finds it, when the lease is over.
  slow = false;
  clock.advance(61_000);
  await outboxOn(store, [platform], clock).outbox.drainOnce();
  assert.equal(platform.stored.length, 2);
  assert.equal((await store.outbox.counts()).sent, 2);
  await new Promise((resolve) => setTimeout(resolve, 500));
  await store.close();
});

test("an outbox given up between any two steps loses nothing and repeats nothing", async () => {
  const steps = ["claim", "markSending", "send", "finish"] as const;
  for (const step of steps) {
    for (const when of ["before", "after"] as const) {
      const clock = newClock();
      const store = await openStore(":memory:");
      const platform = fakePlatform(clock, "slack", "history");
      const channel = channelNamed("slack", 1, "history");
      await store.channels.save(channel);
      await store.events.commit(batchOf(announcementOf([changeOf("m-1")]), [channel], clock.now()));
      const broken =
        <Args extends unknown[], T>(work: (...args: Args) => Promise<T>) =>
        async (...args: Args): Promise<T> => {
          if (when === "after") await work(...args);
          throw new Error("the process ends here");
        };
      const { outbox: rows } = store;
      const outbox =
        step === "send" ? rows : { ...rows, [step]: broken(rows[step] as (...args: unknown[]) => Promise<unknown>) };
      const dying =
        step === "send"
          ? {
              ...platform,
              send: broken(async (outgoing: OutgoingMessage) => platform.send(outgoing)),
              stored: platform.stored,
            }
          : platform;
      await outboxOn({ ...store, outbox }, [dying], clock)
        .outbox.drainOnce()
        .catch(() => undefined);
      clock.advance(61_000);
      const { outbox: second } = outboxOn(store, [platform], clock);
      await second.drainOnce();
      clock.advance(20_000);
      await second.drainOnce();
      assert.equal(platform.stored.length, 1, `${when} ${step}`);
      assert.equal((await store.outbox.counts()).sent, 1, `${when} ${step}`);
      await store.close();
    }
  }
});
