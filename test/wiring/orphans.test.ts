import assert from "node:assert/strict";
import { test } from "node:test";
import { silentLog } from "#src/lib/log.ts";
import { openStore } from "#src/store/open.ts";
import { createOrphans } from "#src/wiring/orphans.ts";
import {
  announcementOf,
  batchOf,
  changeOf,
  channelNamed,
  fakePlatform,
  newClock,
  outboxOn,
  runUntil,
} from "#test/outbox/support.ts";

const DAY = 86_400_000;

test("messages of a platform without its token wait, are counted, and end after 30 days with their reason", async () => {
  const clock = newClock();
  const store = await openStore(":memory:");
  const platform = fakePlatform(clock, "discord", "nonce");
  const channels = [
    channelNamed("slack", 1, "history"),
    channelNamed("slack", 2, "history"),
    channelNamed("discord", 3),
  ];
  for (const channel of channels) await store.channels.save(channel);
  const running = new Map([["discord", platform]]);
  const orphans = createOrphans({ store, platforms: () => running, clock, log: silentLog });
  const { outbox } = outboxOn(store, [platform], clock);
  await store.events.commit(batchOf(announcementOf([changeOf("m-1")]), channels, clock.now()));
  await runUntil(outbox, clock, clock.now() + 20 * DAY);
  assert.deepEqual([...(await orphans.waiting())], [["slack", 2]]);
  await orphans.tick();
  await store.events.commit(batchOf(announcementOf([changeOf("m-2")]), channels, clock.now()));
  await runUntil(outbox, clock, clock.now() + 11 * DAY);
  await orphans.tick();
  assert.deepEqual([...(await orphans.waiting())], [["slack", 2]]);
  const [dead] = await store.outbox.ofChannel("slack:T1:C1", ["dead"], 9);
  assert.match(dead?.reason ?? "", /no token for 30 days/);
  // The token is back: what still waits goes out.
  const slack = fakePlatform(clock, "slack", "history");
  const back = outboxOn(store, [platform, slack], clock);
  await runUntil(back.outbox, clock, clock.now() + DAY);
  assert.equal(slack.stored.length, 2);
  assert.equal(platform.stored.length, 2);
  const { pending, unclear, sending } = await store.outbox.counts();
  assert.equal(pending + unclear + sending, 0);
  await store.close();
});

test("nothing is an orphan before it is known which platforms run", async () => {
  const clock = newClock();
  const store = await openStore(":memory:");
  await store.events.commit(batchOf(announcementOf([changeOf("m-1")]), [channelNamed("slack", 1)], clock.now()));
  const orphans = createOrphans({ store, platforms: () => new Map(), clock, log: silentLog });
  clock.advance(40 * DAY);
  await orphans.tick();
  assert.equal((await store.outbox.counts()).pending, 1);
  await store.close();
});
