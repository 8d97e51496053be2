import assert from "node:assert/strict";
import { test } from "node:test";
import { civilDateAt, daysBetween } from "#src/core/civil-date.ts";
import { isoOf } from "#src/core/clock.ts";
import { type ModelRecord, recordKey } from "#src/core/model.ts";
import { openStore } from "#src/store/open.ts";
import { createRefresh } from "#src/wiring/refresh.ts";
import { ends, merge, PAGE, poll } from "#test/catalog/build.ts";
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
} from "#test/outbox/support.ts";

const MINUTE = HOUR / 60;

/** A channel with a card for each model, and the clock going on in steps as the bot's ticks do. */
async function world(shutdowns: Record<string, string>, time = "09:00") {
  const clock = newClock();
  const store = await openStore(":memory:");
  const platform = fakePlatform(clock, "slack", "history");
  const base = channelNamed("slack", 1, "history");
  const channel = { ...base, subscription: { ...base.subscription, time, time_zone: "Europe/Berlin" } };
  await store.channels.save(channel);
  const bench = outboxOn(store, [platform], clock);
  const records = new Map<string, ModelRecord>();
  const facts = Object.entries(shutdowns).map(([id, shutdown]) => ends(id, shutdown));
  for (const record of merge(records, poll(PAGE, isoOf(clock.now()), facts)).records)
    records.set(recordKey(record), record);
  for (const [id, shutdown] of Object.entries(shutdowns)) {
    const at = isoOf(clock.now());
    const change = { ...changeOf(id, { shutdown }), at, surface: PAGE.surface };
    await store.events.commit(batchOf(announcementOf([change], at, "announced"), [channel], clock.now()));
  }
  await runUntil(bench.outbox, clock, clock.now() + 10 * MINUTE);
  const start = () =>
    createRefresh({ store, current: async () => records, updates: () => true, clock, wake: () => undefined });
  let refresh = start();
  return {
    clock,
    store,
    platform,
    restart: () => {
      refresh = start();
    },
    run: async (days: number, step = 20 * MINUTE) => {
      const until = clock.now() + days * 24 * HOUR;
      while (clock.now() < until) {
        await refresh.tick();
        await runUntil(bench.outbox, clock, clock.now() + step);
      }
    },
  };
}

const dayIn = (at: number) => civilDateAt(at, "Europe/Berlin");

for (const time of ["09:00", "22:30", "23:40", "00:05"]) {
  test(`a card is edited each week, each day of the last week, never twice a day, and rests after its end (${time})`, async () => {
    const { platform, run, store } = await world({ "m-1": "2026-04-10" }, time);
    assert.equal(platform.stored.length, 1);
    await run(50);
    const left = platform.edits.map(({ at }) => daysBetween(dayIn(at), "2026-04-10"));
    assert.equal(new Set(left).size, left.length, `never twice a day: ${left}`);
    const before = left.filter((days) => days > 7);
    assert.ok(before.length >= 4 && before.length <= 5, String(left));
    for (const [at, days] of before.entries()) assert.ok(at === 0 || (before[at - 1] ?? 0) - days >= 6, String(left));
    for (const day of [6, 5, 4, 3, 2, 1]) assert.ok(left.includes(day), `${day} of ${left}`);
    assert.ok(Math.min(...left) >= 0, "a card of the past is left alone");
    await store.close();
  });
}

test("a restart repeats nothing, and many cards are spread over two hours", async () => {
  const models = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`m-${at}`, "2026-03-04"]));
  const { platform, run, restart } = await world(models);
  await run(1, 5 * MINUTE);
  restart();
  await run(0.5, 5 * MINUTE);
  const perDay = Map.groupBy(platform.edits, ({ id, at }) => `${id} ${dayIn(at)}`);
  assert.ok([...perDay.values()].every((edits) => edits.length === 1));
  const times = platform.edits.map(({ at }) => at).sort((a, b) => a - b);
  assert.equal(times.length, 60, "the day of the post itself needs no edit");
  const perTen = Map.groupBy(times, (at) => Math.floor(at / (10 * MINUTE)));
  assert.ok(Math.max(...[...perTen.values()].map((some) => some.length)) <= 15, "they come a few at a time");
  assert.ok((times.at(-1) ?? 0) - (times[0] ?? 0) > HOUR);
});

test("what something else has edited this week needs no edit of its own", async () => {
  const { platform, run, store, clock } = await world({ "m-1": "2026-06-30" });
  await run(10);
  const first = platform.edits.length;
  assert.ok(first >= 1);
  const [channel] = await store.channels.all();
  const [now, recordKeys] = [clock.now(), [`${PAGE.surface}|m-1|`]];
  await store.cards.touch({ channelId: channel?.id ?? "", recordKeys, tag: "mark", now, due: now });
  await run(5);
  assert.equal(platform.edits.length, first + 1, "the mark's edit, and none beside it");
  await run(3);
  assert.equal(platform.edits.length, first + 2, "the next week has its own");
  await store.close();
});
