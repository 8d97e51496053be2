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
  seeded,
} from "./support.ts";

for (const [name, kind] of [
  ["discord", "nonce"],
  ["slack", "history"],
] as const) {
  test(`${name}: of 1,000 sends 30 % are ambiguous, and exactly 1,000 messages are stored (D2)`, async () => {
    const clock = newClock();
    const store = await openStore(":memory:");
    const platform = fakePlatform(clock, name, kind);
    const random = seeded(7);
    platform.behave = () => {
      const roll = random();
      return roll < 0.15 ? "lost-before" : roll < 0.3 ? "lost-after" : "accept";
    };
    const channels = Array.from({ length: 1000 }, (_, index) => channelNamed(name, index, kind));
    for (const channel of channels) await store.channels.save(channel);
    await store.events.commit(batchOf(announcementOf([changeOf("m-1")]), channels, clock.now()));
    const { outbox } = outboxOn(store, [platform], clock);
    await runUntil(outbox, clock, clock.now() + 6 * HOUR);

    const ambiguous = platform.requests.filter((request) => request.outcome === "ambiguous").length;
    assert.ok(ambiguous > 250, `only ${ambiguous} were ambiguous`);
    assert.equal(platform.stored.length, 1000);
    assert.equal(new Set(platform.stored.map((each) => each.key)).size, 1000);
    assert.deepEqual(await store.outbox.counts(), { pending: 0, sending: 0, unclear: 0, sent: 1000, dead: 0 });
    console.log(`# ${name}: ${ambiguous} ambiguous answers, stored ${platform.stored.length} of 1000`);
    await store.close();
  });
}

test("where nothing can be checked the message is sent again, and says so", async () => {
  const clock = newClock();
  const store = await openStore(":memory:");
  const platform = fakePlatform(clock, "slack", "none");
  let first = true;
  platform.behave = () => {
    if (!first) return "accept";
    first = false;
    return "lost-after";
  };
  const channel = channelNamed("slack", 1);
  await store.channels.save(channel);
  await store.events.commit(batchOf(announcementOf([changeOf("m-1")]), [channel], clock.now()));
  await runUntil(outboxOn(store, [platform], clock).outbox, clock, clock.now() + HOUR);

  assert.equal(platform.stored.length, 2);
  assert.equal(JSON.stringify(platform.stored[0]).includes("possible repeat"), false);
  assert.equal(JSON.stringify(platform.stored[1]).includes("possible repeat"), true);
  const [row] = await store.outbox.ofChannel(channel.id, ["sent"], 1);
  assert.equal(row?.possible_repeat, true);
  assert.equal((await store.channels.get(channel.id))?.class, "none");
  await store.close();
});

test("a second answer that says 'wait' does not make an unclear row clear", async () => {
  const clock = newClock();
  const store = await openStore(":memory:");
  const platform = fakePlatform(clock, "discord", "nonce");
  const script = [
    "lost-after",
    { outcome: "retry", reason: "429", retry_after_ms: 600_000, scope: "channel" },
  ] as const;
  let turn = 0;
  platform.behave = () => script[turn++] ?? "accept";
  const channel = channelNamed("discord", 1, "nonce");
  await store.channels.save(channel);
  await store.events.commit(batchOf(announcementOf([changeOf("m-1")]), [channel], clock.now()));
  await runUntil(outboxOn(store, [platform], clock).outbox, clock, clock.now() + HOUR);
  assert.equal(platform.stored.length, 1, "after ten minutes the nonce is forgotten: the past must be read first");
  assert.equal((await store.outbox.counts()).sent, 1);
  await store.close();
});

for (const days of [-400, -1, 1, 400]) {
  test(`a clock that jumps by ${days} days in mid-run makes no duplicate and loses nothing (T6)`, async () => {
    const clock = newClock();
    const store = await openStore(":memory:");
    const platform = fakePlatform(clock, "slack", "history");
    const random = seeded(days + 1000);
    platform.behave = () => (random() < 0.5 ? "lost-after" : "accept");
    const channels = Array.from({ length: 20 }, (_, index) => channelNamed("slack", index, "history"));
    for (const channel of channels) await store.channels.save(channel);
    await store.events.commit(batchOf(announcementOf([changeOf("m-1")]), channels, clock.now()));
    const { outbox } = outboxOn(store, [platform], clock);
    await outbox.drainOnce();
    const right = clock.now();
    clock.advance(days * 24 * HOUR);
    await runUntil(outbox, clock, clock.now() + HOUR);
    clock.set(right + 5000);
    await runUntil(outbox, clock, clock.now() + HOUR);
    assert.equal(platform.stored.length, 20);
    assert.equal((await store.outbox.counts()).sent, 20);
    await store.close();
  });
}
