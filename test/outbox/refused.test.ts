import assert from "node:assert/strict";
import { test } from "node:test";
import type { SendResult } from "#src/core/delivery.ts";
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

const FORBIDDEN: SendResult = { outcome: "refused", reason: "50013 missing permissions", scope: "channel" };

test("2,000 forbidden channels: within 500 invalid requests per 10 minutes, one per channel and 6 hours (D4)", async () => {
  const clock = newClock();
  const store = await openStore(":memory:");
  const platform = fakePlatform(clock, "discord", "nonce");
  platform.behave = () => FORBIDDEN;
  platform.look = () => "unknown";
  const channels = Array.from({ length: 2000 }, (_, index) => channelNamed("discord", index));
  for (const channel of channels) await store.channels.save(channel);
  const began = clock.now();
  await store.events.commit(batchOf(announcementOf([changeOf("m-1")]), channels, began));
  const { outbox, events } = outboxOn(store, [platform], clock);
  await runUntil(outbox, clock, began + HOUR);

  const times = platform.requests.map((each) => each.at);
  let most = 0;
  for (const [index, at] of times.entries()) {
    let end = index;
    while (end < times.length && (times[end] ?? 0) < at + 600_000) end += 1;
    most = Math.max(most, end - index);
  }
  console.log(`# after 60 virtual minutes: ${times.length} invalid requests, at most ${most} in 10 minutes`);
  assert.equal(times.length, 2000, "each is tried once");
  assert.ok(most <= 500);
  assert.ok(events.some((event) => event.type === "breaker"));
  assert.equal((await store.outbox.counts()).pending, 2000, "every row is kept");

  await runUntil(outbox, clock, began + 8 * HOUR);
  const byChannel = Map.groupBy(platform.requests, (each) => each.channel);
  for (const requests of byChannel.values()) {
    for (const [index, request] of requests.slice(1).entries()) {
      assert.ok(request.at - (requests[index]?.at ?? 0) >= 6 * HOUR, "two invalid requests within six hours");
    }
  }
  await store.close();
});

test("a channel that returns hears one digest of what it missed, with the most urgent reminder only (D5)", async () => {
  const clock = newClock();
  const store = await openStore(":memory:");
  const platform = fakePlatform(clock, "slack", "history");
  let gone = true;
  platform.behave = () => (gone ? { outcome: "refused", reason: "is_archived", scope: "channel" } : "accept");
  const channel = channelNamed("slack", 1, "history");
  await store.channels.save(channel);
  const began = clock.now();
  const { outbox, events } = outboxOn(store, [platform], clock);
  const tell = async (...changes: Parameters<typeof changeOf>[]) =>
    store.events.commit(batchOf(announcementOf(changes.map((each) => changeOf(...each))), [channel], clock.now()));
  await tell(["m-1"]);
  await runUntil(outbox, clock, began + HOUR / 2);
  const parked = (await store.channels.get(channel.id))?.parked;
  assert.equal(parked?.reason, "is_archived");
  assert.equal(Date.parse(parked?.probe_at ?? "") - began, HOUR);
  await tell(["m-2"], ["m-3"]);
  const reminder = { kind: "reminder", channel: channel.id } as const;
  await tell(["m-4", { ...reminder, milestone: 30 }]);
  await tell(["m-4", { ...reminder, milestone: 14 }]);
  await runUntil(outbox, clock, began + 48 * HOUR);
  const probes = platform.requests.map((each) => Math.round((each.at - began) / HOUR));
  assert.deepEqual(probes, [0, 1, 6, 24], "probed at 1 h, 6 h, 24 h");
  assert.deepEqual((await store.channels.get(channel.id))?.subscription, channel.subscription);

  gone = false;
  await runUntil(outbox, clock, began + 8 * 24 * HOUR);
  assert.equal(platform.stored.length, 1, "one message for all of it");
  assert.deepEqual(platform.stored[0]?.message.blocks, [{ type: "list", items: [["m-1"], ["m-2"], ["m-3"], ["m-4"]] }]);
  assert.equal((await store.channels.get(channel.id))?.parked, null);
  const counts = await store.outbox.counts();
  assert.equal(counts.pending + counts.unclear + counts.sending, 0);
  assert.ok(events.some((event) => event.type === "returned"));
  const [why] = await store.events.why({ channelId: channel.id, model: "m-2", limit: 5 });
  assert.equal(why?.delivery?.state, "sent", "/model-why follows a folded row to its digest");
  const urgent = await store.events.why({ channelId: channel.id, model: "m-4", limit: 5 });
  assert.deepEqual(
    urgent.map((entry) => entry.change.milestone),
    [14, 30],
  );
  await store.close();
});

test("an invited bot tells the digest at once; without, Discord is tried again after 6 hours", async () => {
  const clock = newClock();
  const store = await openStore(":memory:");
  const platform = fakePlatform(clock, "discord", "nonce");
  let gone = true;
  platform.behave = () => (gone ? FORBIDDEN : "accept");
  platform.look = () => (gone ? "unknown" : "nonce");
  const channels = [channelNamed("discord", 1), channelNamed("discord", 2)];
  for (const channel of channels) await store.channels.save(channel);
  const began = clock.now();
  const { outbox } = outboxOn(store, [platform], clock);
  for (const model of ["m-1", "m-2"]) {
    await store.events.commit(batchOf(announcementOf([changeOf(model)]), channels, clock.now()));
  }
  await runUntil(outbox, clock, began + HOUR / 2);
  gone = false;
  await outbox.returned("discord:T1:C1");
  await outbox.drainOnce();
  assert.deepEqual(
    platform.stored.map((each) => each.channel),
    ["discord:T1:C1"],
  );
  await runUntil(outbox, clock, began + 5.9 * HOUR);
  assert.equal(platform.stored.length, 1);
  await runUntil(outbox, clock, began + 6.1 * HOUR);
  assert.deepEqual(
    platform.stored.map((each) => each.channel),
    ["discord:T1:C1", "discord:T1:C2"],
  );
  await store.close();
});

test("401 stops that platform at once and no other; a new token takes it up again", async () => {
  const clock = newClock();
  const store = await openStore(":memory:");
  const discord = fakePlatform(clock, "discord", "nonce");
  const slack = fakePlatform(clock, "slack", "history");
  let revoked = true;
  discord.behave = () => (revoked ? { outcome: "refused", reason: "401", scope: "token" } : "accept");
  const channels = Array.from({ length: 50 }, (_, index) => channelNamed(index % 2 ? "slack" : "discord", index));
  for (const channel of channels) await store.channels.save(channel);
  await store.events.commit(batchOf(announcementOf([changeOf("m-1")]), channels, clock.now()));
  const { outbox } = outboxOn(store, [discord, slack], clock);
  await runUntil(outbox, clock, clock.now() + HOUR);
  assert.equal(discord.requests.length, 1, "one request found it out");
  assert.equal(slack.stored.length, 25);
  assert.equal(outbox.health().get("discord")?.stopped, "401");
  assert.equal((await store.outbox.counts()).pending, 25);
  revoked = false;
  outbox.resume("discord");
  await runUntil(outbox, clock, clock.now() + HOUR);
  assert.equal(discord.stored.length, 25);
  await store.close();
});

test("every row ends: a refused message and a channel that is gone are dead with their reason", async () => {
  const clock = newClock();
  const store = await openStore(":memory:");
  const platform = fakePlatform(clock, "slack", "history");
  platform.behave = ({ channel }) =>
    channel.channel === "C1" ? { outcome: "refused", reason: "invalid_blocks", scope: "message" } : "accept";
  const channels = [1, 2, 3].map((index) => channelNamed("slack", index));
  for (const channel of channels) await store.channels.save(channel);
  await store.events.commit(batchOf(announcementOf([changeOf("m-1")]), channels, clock.now()));
  assert.equal(await store.channels.remove("slack:T1:C2"), true);
  await runUntil(outboxOn(store, [platform], clock).outbox, clock, clock.now() + HOUR);
  const reasons = await Promise.all(
    channels.map(async ({ id }) => (await store.outbox.ofChannel(id, ["dead"], 1))[0]?.reason),
  );
  assert.deepEqual(reasons, ["invalid_blocks", "the channel is no longer configured", undefined]);
  assert.equal(platform.stored.length, 1);
  await store.close();
});

test("what is refused for a month ends as dead, not in silence", async () => {
  const clock = newClock();
  const store = await openStore(":memory:");
  const platform = fakePlatform(clock, "slack", "history");
  platform.behave = () => ({ outcome: "retry", reason: "ratelimited", retry_after_ms: 86_400_000, scope: "channel" });
  const channel = channelNamed("slack", 1);
  await store.channels.save(channel);
  await store.events.commit(batchOf(announcementOf([changeOf("m-1")]), [channel], clock.now()));
  await runUntil(outboxOn(store, [platform], clock).outbox, clock, clock.now() + 40 * 24 * HOUR);
  const [row] = await store.outbox.ofChannel(channel.id, ["dead"], 1);
  assert.match(row?.reason ?? "", /^given up after \d+ tries: ratelimited$/);
  await store.close();
});
