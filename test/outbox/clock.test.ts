import assert from "node:assert/strict";
import { test } from "node:test";
import { openStore } from "#src/store/open.ts";
import {
  announcementOf,
  batchOf,
  changeOf,
  channelNamed,
  fakePlatform,
  HOUR,
  newClock,
  outboxOn,
  runUntil,
} from "./support.ts";

for (const days of [1, 400])
  test(`a clock set back by ${days} days after a lost answer holds nothing up, and nothing comes twice (T6)`, async () => {
    const clock = newClock();
    const store = await openStore(":memory:");
    const platform = fakePlatform(clock, "slack", "history");
    const channel = channelNamed("slack", 1, "history");
    await store.channels.save(channel);
    await store.events.commit(batchOf(announcementOf([changeOf("m-1")]), [channel], clock.now()));
    platform.behave = () => "lost-after";
    const { outbox } = outboxOn(store, [platform], clock);
    await outbox.drainOnce();
    assert.equal((await store.outbox.counts()).unclear, 1);
    platform.behave = () => "accept";
    clock.set(clock.now() - days * 24 * HOUR);
    // A wait that a rule may have set is kept to; one that none can have set ends at the next start, or within a minute.
    const next = outboxOn(store, [platform], clock);
    await runUntil(next.outbox, clock, clock.now() + (days < 9 ? days * 24 + 1 : 1) * HOUR);
    assert.equal((await store.outbox.counts()).sent, 1);
    assert.equal(platform.stored.length, 1);
    await store.close();
  });

test("a platform's wait lasts as long as it said, although the clock was set back by 400 days meanwhile (T6)", async () => {
  const clock = newClock();
  const store = await openStore(":memory:");
  const platform = fakePlatform(clock, "discord", "nonce");
  const channel = channelNamed("discord", 1, "nonce");
  await store.channels.save(channel);
  await store.events.commit(batchOf(announcementOf([changeOf("m-1")]), [channel], clock.now()));
  platform.behave = () => ({ outcome: "retry", reason: "429", retry_after_ms: HOUR / 2, scope: "platform" });
  const { outbox } = outboxOn(store, [platform], clock);
  await outbox.drainOnce();
  platform.behave = () => "accept";
  clock.set(clock.now() - 400 * 24 * HOUR);
  const back = clock.now();
  // What the running outbox does every minute: waits in the store that no rule can have set end.
  await store.outbox.recover({ id: "other", host: "test", pid: process.pid }, back);
  await runUntil(outbox, clock, back + HOUR);
  assert.equal(platform.stored.length, 1);
  const waited = (platform.stored[0]?.at ?? 0) - back;
  assert.ok(waited >= HOUR / 2 && waited < HOUR, `after ${waited} ms`);
  await store.close();
});
