import assert from "node:assert/strict";
import { test } from "node:test";
import type { Mark } from "#src/core/card.ts";
import type { ModelRecord } from "#src/core/model.ts";
import { recordKey } from "#src/core/model.ts";
import type { Channel } from "#src/core/subscription.ts";
import { createLooks } from "#src/countdown/looks.ts";
import { dueReminders } from "#src/countdown/reminders.ts";
import { seeded } from "#test/outbox/support.ts";
import { channelOf, recordOf } from "./build.ts";

const DAY = 86_400_000;
const START = Date.parse("2026-01-01T00:00:00Z");

/** What a year of looks tells and skips, with or without a memory of the last look. */
function year(seed: number, remembers: boolean): { keys: string[]; asked: number } {
  const random = seeded(seed);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  let channels: Channel[] = ["UTC", "Asia/Tokyo", "America/Los_Angeles"].map((zone, index) =>
    channelOf(`C${index}`, { time_zone: zone, time: `${String(index * 7).padStart(2, "0")}:30` }),
  );
  let records: ModelRecord[] = Array.from({ length: 12 }, (_, index) =>
    recordOf({
      model_id: `m-${index}`,
      shutdown: new Date(START + (40 + index * 25) * DAY).toISOString().slice(0, 10),
    }),
  );
  const marks = new Map<string, Map<string, Mark>>();
  const looks = createLooks();
  const told = new Set<string>();
  let asked = 0;
  for (let now = START; now < START + 365 * DAY; now += Math.round(random() * 2 * DAY)) {
    const roll = random();
    if (roll < 0.1) {
      const day = new Date(now + Math.round(random() * 90) * DAY).toISOString().slice(0, 10);
      const moved = pick(records);
      const history = [{ at: new Date(now).toISOString(), kind: "date-moved", from: null, to: day, source: "s" }];
      records = records.map((one) => (one === moved ? { ...one, shutdown: day, history } : one));
    } else if (roll < 0.2) {
      const chosen = pick(channels);
      const subscription = { ...chosen.subscription, milestones: pick([[90, 30, 7, 1, 0], [60, 14], [5]]) };
      channels = channels.map((one) => (one === chosen ? { ...one, subscription } : one));
    } else if (roll < 0.3) {
      const record = pick(records);
      const until = new Date(now + 5 * DAY).toISOString().slice(0, 10);
      const kind = pick(["snoozed", "moved-off"] as const);
      const mark: Mark = {
        kind,
        user: { id: "u", name: "U" },
        at: new Date(now).toISOString(),
        shutdown: record.shutdown,
        until: kind === "snoozed" ? until : null,
      };
      marks.set(pick(channels).id, new Map([[recordKey(record), mark]]));
    }
    const look = { now, records: new Set(records), channels, marks };
    const settled = remembers ? looks.settled(look) : null;
    const due = dueReminders({
      ...look,
      told: (key) => {
        asked += 1;
        return told.has(key);
      },
      markOf: (channel, record) => marks.get(channel)?.get(recordKey(record)) ?? null,
      ...(settled === null ? {} : { settled }),
    });
    for (const change of due.announcements.flatMap((one) => one.changes)) told.add(change.dedup_key);
    for (const { change } of due.skipped) told.add(change.dedup_key);
    looks.done(look);
  }
  return { keys: [...told].sort(), asked };
}

test("a memory of the last look changes nothing of what is told, and asks for little", (t) => {
  let forgetful = 0;
  let mindful = 0;
  for (let seed = 1; seed <= 60; seed += 1) {
    const all = year(seed, false);
    const few = year(seed, true);
    assert.deepEqual(few.keys, all.keys, `seed ${seed}`);
    forgetful += all.asked;
    mindful += few.asked;
  }
  t.diagnostic(`asked for ${mindful} keys instead of ${forgetful}`);
  assert.ok(mindful * 4 < forgetful);
});

test("a clock that was set back, a changed channel and a changed record are looked at anew", () => {
  const channel = channelOf("C1");
  const record = recordOf({ model_id: "m", shutdown: "2026-03-01" });
  const look = { now: START, records: new Set([record]), channels: [channel], marks: new Map() };
  const looks = createLooks();
  assert.equal(looks.settled(look), null);
  looks.done(look);
  const settled = looks.settled({ ...look, now: START + 1 });
  assert.equal(settled?.record(record), true);
  assert.equal(settled?.record({ ...record }), false);
  assert.equal(settled?.channel({ ...channel }), true);
  assert.equal(settled?.channel({ ...channel, subscription: { ...channel.subscription, time: "10:00" } }), false);
  assert.equal(looks.settled({ ...look, now: START - 1 }), null);
});
