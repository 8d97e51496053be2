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

for (const [inFlight, widest] of [
  [1, "platform"],
  [32, "channel"],
] as const) {
  test(`of 5,000 sends, ${inFlight} at once, under random 429s none starts before its Retry-After, and none is lost (D3)`, async () => {
    const clock = newClock();
    const store = await openStore(":memory:");
    const platform = fakePlatform(clock, "discord", "nonce");
    const random = seeded(3);
    const notBefore = new Map<string, number>();
    let early = 0;
    let told = 0;
    platform.behave = ({ channel }, now) => {
      const until = Math.max(notBefore.get(channel.id) ?? 0, notBefore.get("*") ?? 0);
      if (now < until) early += 1;
      // Platform-wide ones only when requests come one at a time: else some would be under way already.
      const roll = random();
      if (roll > 0.02) return "accept";
      told += 1;
      const retry_after_ms = Math.round(random() * 60_000 * 100) / 100;
      const scope = widest === "platform" && roll < 0.001 ? "platform" : "channel";
      notBefore.set(scope === "platform" ? "*" : channel.id, now + retry_after_ms);
      return { outcome: "retry", reason: "429", retry_after_ms, scope };
    };
    const channels = Array.from({ length: 500 }, (_, index) => channelNamed("discord", index, "nonce"));
    for (const channel of channels) await store.channels.save(channel);
    for (let round = 0; round < 10; round += 1) {
      await store.events.commit(batchOf(announcementOf([changeOf(`m-${round}`)]), channels, clock.now()));
    }
    const { outbox } = outboxOn(store, [platform], clock, { inFlight });
    await runUntil(outbox, clock, clock.now() + 24 * HOUR);
    console.log(`# ${told} times told to wait, ${early} early sends, ${platform.stored.length} of 5000 stored`);
    assert.ok(told > 50);
    assert.equal(early, 0);
    assert.equal(platform.stored.length, 5000);
    await store.close();
  });
}

test("one throttled channel of 200 does not slow the others by more than 10 % (D3)", async () => {
  const finish = async (throttled: boolean): Promise<number> => {
    const clock = newClock();
    const store = await openStore(":memory:");
    const platform = fakePlatform(clock, "slack", "history");
    let until = 0;
    platform.behave = ({ channel }, now) => {
      if (!throttled || channel.id !== "slack:T1:C0") return "accept";
      if (now >= until && until > 0) return "accept";
      until = now + 1_800_000;
      return { outcome: "retry", reason: "429", retry_after_ms: 1_800_000, scope: "channel" };
    };
    const channels = Array.from({ length: 200 }, (_, index) => channelNamed("slack", index, "history"));
    for (const channel of channels) await store.channels.save(channel);
    const began = clock.now();
    for (let round = 0; round < 5; round += 1) {
      await store.events.commit(batchOf(announcementOf([changeOf(`m-${round}`)]), channels, clock.now()));
    }
    await runUntil(outboxOn(store, [platform], clock).outbox, clock, clock.now() + 24 * HOUR);
    assert.equal(platform.stored.length, 1000);
    await store.close();
    return Math.max(...platform.stored.filter((each) => each.channel !== "slack:T1:C0").map((each) => each.at - began));
  };
  const [free, held] = [await finish(false), await finish(true)];
  console.log(`# the other 199 channels: ${held} ms against ${free} ms, ratio ${(held / free).toFixed(3)}`);
  assert.ok(held <= free * 1.1);
});

test("Slack gets at most one request a second per channel, Discord at most 50 a second", async () => {
  const clock = newClock();
  const store = await openStore(":memory:");
  const slack = fakePlatform(clock, "slack", "history");
  const discord = fakePlatform(clock, "discord", "nonce");
  const channels = [
    ...Array.from({ length: 3 }, (_, index) => channelNamed("slack", index, "history")),
    ...Array.from({ length: 120 }, (_, index) => channelNamed("discord", index, "nonce")),
  ];
  for (const channel of channels) await store.channels.save(channel);
  for (let round = 0; round < 4; round += 1) {
    await store.events.commit(batchOf(announcementOf([changeOf(`m-${round}`)]), channels, clock.now()));
  }
  await runUntil(outboxOn(store, [slack, discord], clock).outbox, clock, clock.now() + HOUR);
  assert.equal(slack.stored.length + discord.stored.length, 123 * 4);
  for (const channel of channels.slice(0, 3)) {
    const times = slack.requests.filter((each) => each.channel === channel.id).map((each) => each.at);
    for (const [index, at] of times.slice(1).entries()) assert.ok(at - (times[index] ?? 0) >= 1000);
  }
  const times = discord.requests.map((each) => each.at);
  for (const at of times) assert.ok(times.filter((other) => other >= at && other < at + 1000).length <= 50);
  await store.close();
});
