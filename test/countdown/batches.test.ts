import assert from "node:assert/strict";
import { test } from "node:test";
import type { Mark } from "#src/core/card.ts";
import { isoOf } from "#src/core/clock.ts";
import { recordKey } from "#src/core/model.ts";
import { inBatches } from "#src/countdown/batches.ts";
import { type DueReminders, dueByChannel } from "#src/countdown/reminders.ts";
import { openStore } from "#src/store/open.ts";
import { channelOf, ms, recordOf } from "./build.ts";

const NOW = ms("2026-06-20T12:00:00Z");
const MOST = 3;

const records = Array.from({ length: 9 }, (_, index) =>
  recordOf({ model_id: `m-${index}`, shutdown: `2026-07-0${1 + (index % 4)}` }),
);
const channels = [
  channelOf("all"),
  channelOf("some", { models: ["m-1", "m-2"] }),
  channelOf("tokyo", { time_zone: "Asia/Tokyo" }),
];
const movedOff: Mark = {
  kind: "moved-off",
  user: { id: "u", name: "U" },
  at: isoOf(NOW),
  shutdown: "2026-07-01",
  until: null,
};
const marked = recordKey(records[0] ?? recordOf({ model_id: "none" }));

type Known = Parameters<typeof dueByChannel>[0]["known"];

/** The parts of one look, as the pipeline writes them. */
const look = (known: Known, most = MOST) =>
  inBatches(
    dueByChannel({
      records,
      channels,
      now: NOW,
      known,
      markOf: (channel, record) => (channel === channels[0]?.id && recordKey(record) === marked ? movedOff : null),
    }),
    most,
  );

/** Writes parts until `lives` of them are written, as the process does that dies there. Returns whether it lived on. */
async function writeParts(store: Awaited<ReturnType<typeof openStore>>, lives: number, into: DueReminders) {
  let written = 0;
  for await (const { announcements, skipped } of look((keys) => store.events.known(keys))) {
    if (written === lives) return false;
    await store.events.commit({ at: isoOf(NOW), records: [], announcements, deliveries: [], untold: skipped });
    into.announcements.push(...announcements);
    into.skipped.push(...skipped);
    written += 1;
  }
  return true;
}

const summed = (found: DueReminders) => ({
  told: found.announcements.map((one) => `${one.kind} ${one.id}`).sort(),
  skipped: found.skipped.map(({ change, decision }) => `${change.dedup_key} ${decision}`).sort(),
});

test("a crash between any two parts of a look loses nothing and repeats nothing", async () => {
  const whole: DueReminders = { announcements: [], skipped: [] };
  for await (const part of look(async () => new Set<string>(), Infinity)) {
    whole.announcements.push(...part.announcements);
    whole.skipped.push(...part.skipped);
  }
  assert.equal(whole.announcements.length, 4, "two digests and two reminders");
  assert.ok(whole.skipped.length > 2 * MOST);
  let lives = 0;
  for (; ; lives += 1) {
    const store = await openStore(":memory:");
    const written: DueReminders = { announcements: [], skipped: [] };
    const lived = await writeParts(store, lives, written);
    assert.equal(await writeParts(store, Infinity, written), true);
    assert.deepEqual(summed(written), summed(whole), `died after ${lives} parts`);
    await store.close();
    if (lived) break;
  }
  assert.ok(lives > 5, "it died in several places");
});

test("a part is never longer than allowed, but for a digest, which is one message", async () => {
  for await (const { announcements, skipped } of look(async () => new Set<string>())) {
    const told = announcements.reduce((sum, one) => sum + one.changes.length, 0);
    const digestAlone = announcements.length === 1 && skipped.length === 0;
    assert.ok(told + skipped.length <= MOST || digestAlone, `${told} and ${skipped.length}`);
  }
});
