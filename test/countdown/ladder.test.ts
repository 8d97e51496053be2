import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { DECISION } from "#src/core/decision.ts";
import { nextDue } from "#src/countdown/crossings.ts";
import { dueByChannel, dueReminders, silentReminders } from "#src/countdown/reminders.ts";
import { channelOf, ms, recordOf } from "./build.ts";
import { createRehearsal } from "./rehearse.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function milestones(fired: { milestone: number }[]): number[] {
  return fired.map((one) => one.milestone);
}

/** All that the look at one channel after the other finds. */
async function foundIn(input: Parameters<typeof dueByChannel>[0]) {
  const parts = await Array.fromAsync(dueByChannel(input));
  return { announcements: parts.flatMap((one) => one.announcements), skipped: parts.flatMap((one) => one.skipped) };
}

describe("the ladder of one model", () => {
  const record = recordOf({ model_id: "acme-1", shutdown: "2026-06-30" });
  const channel = channelOf("main");

  it("fires every default milestone once, at 09:00, when ticked every hour", () => {
    const run = createRehearsal();
    for (let now = ms("2026-03-01T00:10:00Z"); now < ms("2026-08-01T00:00:00Z"); now += HOUR) {
      run.tick(now, [record], [channel]);
    }
    assert.deepEqual(milestones(run.fired), [90, 60, 30, 14, 7, 3, 1, 0]);
    for (const one of run.fired) {
      const due = ms(`${Temporal.PlainDate.from("2026-06-30").subtract({ days: one.milestone }).toString()}T09:00:00Z`);
      assert.ok(one.at >= due && one.at < due + HOUR, `milestone ${one.milestone} came at the wrong hour`);
    }
    assert.equal(run.skipped.length, 0);
  });

  it("gives the same when the app sleeps until nextDue", () => {
    const run = createRehearsal();
    let now: number | null = ms("2026-03-01T00:10:00Z");
    const wakes: string[] = [];
    while (now !== null) {
      run.tick(now, [record], [channel]);
      now = nextDue({ records: [record], channels: [channel], now });
      if (now !== null) wakes.push(new Date(now).toISOString().slice(0, 16));
    }
    assert.deepEqual(milestones(run.fired), [90, 60, 30, 14, 7, 3, 1, 0]);
    assert.deepEqual(wakes[0], "2026-04-01T09:00");
    assert.equal(wakes.length, 8);
  });

  for (const [days, urgent, late] of [
    [1 / 24, [14], []],
    [1, [14], []],
    [3, [14], []],
    [30, [0], [14, 7, 3, 1]],
  ] as const) {
    it(`after ${days} days down tells only the most urgent, and records the others`, () => {
      const run = createRehearsal();
      run.tick(ms("2026-06-16T08:59:00Z"), [record], [channel]);
      const before = run.skipped.length;
      run.fired.length = 0;
      run.tick(ms("2026-06-16T08:59:00Z") + days * DAY, [record], [channel]);
      assert.deepEqual(milestones(run.fired), urgent);
      const recorded = run.skipped.slice(before).map((change) => change.milestone);
      assert.deepEqual(recorded.map(String).sort(), late.map(String).sort());
      // And nothing of what was skipped comes later.
      run.fired.length = 0;
      const rest = createRehearsal();
      for (const key of run.told) rest.told.add(key);
      for (let now = ms("2026-07-20T09:00:00Z"); now < ms("2026-08-20T00:00:00Z"); now += DAY) {
        rest.tick(now, [record], [channel]);
      }
      if (days === 30) assert.deepEqual(rest.fired, []);
    });
  }

  it("skips what was past when the channel was created or the model announced", () => {
    const young = channelOf("young", {}, "2026-06-20T12:00:00Z");
    const run = createRehearsal();
    for (let now = ms("2026-06-20T12:00:00Z"); now < ms("2026-07-05T00:00:00Z"); now += HOUR) {
      run.tick(now, [record], [young]);
    }
    assert.deepEqual(milestones(run.fired), [7, 3, 1, 0]);

    const late = recordOf({
      model_id: "acme-late",
      shutdown: "2026-06-30",
      history: [{ at: "2026-06-27T09:00:00Z", kind: "announced", from: null, to: null, source: "p" }],
    });
    const other = createRehearsal();
    for (let now = ms("2026-06-27T09:00:00Z"); now < ms("2026-07-05T00:00:00Z"); now += HOUR) {
      other.tick(now, [late], [channel]);
    }
    assert.deepEqual(milestones(other.fired), [1, 0], "the announcement at 09:00 was the notice of day 3");
  });

  it("rebuilds the ladder on a moved date and says nothing for the old one", () => {
    const run = createRehearsal();
    const moved = recordOf({
      model_id: "acme-1",
      shutdown: "2026-09-10",
      history: [
        ...record.history,
        { at: "2026-06-20T15:00:00Z", kind: "date-moved", from: "2026-06-30", to: "2026-09-10", source: "p" },
      ],
    });
    for (let now = ms("2026-06-01T00:30:00Z"); now < ms("2026-10-01T00:00:00Z"); now += HOUR) {
      run.tick(now, [now < ms("2026-06-20T15:00:00Z") ? record : moved], [channel]);
    }
    const old = run.fired.filter((one) => one.shutdown === "2026-06-30");
    assert.deepEqual(milestones(old), [30, 14], "the process started after day 90 and 60: only day 30 and 14 are told");
    const after = run.fired.filter((one) => one.shutdown === "2026-09-10");
    assert.deepEqual(milestones(after), [60, 30, 14, 7, 3, 1, 0]);
  });

  it("says nothing after a withdrawal, of floors, or of features", () => {
    const run = createRehearsal();
    const silent = [
      recordOf({ model_id: "withdrawn", shutdown: "2026-06-30", scheduled: false }),
      recordOf({ model_id: "floor", shutdown: "2026-06-30", precision: "earliest", scheduled: false }),
      recordOf({ model_id: "feature", shutdown: "2026-06-30", kind: "feature" }),
      recordOf({ model_id: "no-date", shutdown: null }),
    ];
    for (let now = ms("2026-03-01T09:00:00Z"); now < ms("2026-07-05T00:00:00Z"); now += DAY) {
      run.tick(now, silent, [channel]);
    }
    assert.deepEqual(run.fired, []);
  });

  it("counts a scheduled earliest date, a month, and an agent", () => {
    const run = createRehearsal();
    const counted = [
      recordOf({ model_id: "earliest", shutdown: "2026-06-30", precision: "earliest" }),
      recordOf({ model_id: "month", shutdown: "2026-07-01", precision: "month" }),
      recordOf({ model_id: "agent", shutdown: "2026-06-30", kind: "agent" }),
    ];
    run.tick(ms("2026-06-29T10:00:00Z"), counted, [channel]);
    assert.deepEqual(run.fired.map((one) => one.model).sort(), ["agent", "earliest", "month"]);
  });
});

describe("several at once", () => {
  it("tells three singly and four as one digest, per channel", () => {
    const records = ["a", "b", "c", "d"].map((name) => recordOf({ model_id: name, shutdown: "2026-06-30" }));
    const channels = [
      channelOf("all"),
      channelOf("three", { models: ["a", "b", "c"] }),
      channelOf("quiet", { quiet_kinds: ["reminder"] }),
    ];
    const due = dueReminders({ records, channels, now: ms("2026-06-16T09:00:00Z"), told: new Set() });
    const of = (id: string) => due.announcements.filter((one) => one.changes[0]?.channel === `terminal:local:${id}`);
    assert.deepEqual(
      of("all").map((one) => [one.kind, one.changes.length]),
      [["digest", 4]],
    );
    assert.deepEqual(
      of("three").map((one) => one.kind),
      ["reminder", "reminder", "reminder"],
    );
    assert.equal(of("quiet").length, 0);
    const again = dueReminders({
      records: records.toReversed(),
      channels,
      now: ms("2026-06-16T09:00:00Z"),
      told: new Set(),
    });
    assert.deepEqual(again.announcements.map((one) => one.id).sort(), due.announcements.map((one) => one.id).sort());
  });

  it("finds the same through a store's look at known keys", async () => {
    const records = ["a", "b"].map((name) => recordOf({ model_id: name, shutdown: "2026-06-30" }));
    const channels = [channelOf("one"), channelOf("two", { time_zone: "Asia/Tokyo" })];
    const events = new Set<string>();
    const known = async (keys: string[]) => new Set(keys.filter((key) => events.has(key)));
    const pure = createRehearsal();
    for (const at of ["2026-06-10T10:00:00Z", "2026-06-16T03:00:00Z", "2026-06-28T00:30:00Z", "2026-07-01T00:00:00Z"]) {
      const due = await foundIn({ records, channels, now: ms(at), known });
      const changes = due.announcements.flatMap((one) => one.changes);
      const expected = pure.tick(ms(at), records, channels);
      assert.equal(changes.length, expected.length, at);
      for (const change of [...changes, ...due.skipped.map((one) => one.change)]) events.add(change.dedup_key);
      assert.deepEqual(events, pure.told, at);
    }
    assert.ok(pure.fired.length >= 8);
    await assert.rejects(
      foundIn({
        records,
        channels,
        now: ms("2026-07-01T00:00:00Z"),
        known: () => Promise.reject(new Error("disk")),
      }),
      /disk/,
    );
  });
});

describe("a changed subscription", () => {
  const record = recordOf({ model_id: "acme-1", shutdown: "2026-06-30" });
  const now = ms("2026-06-20T12:00:00Z");

  function tellAfter(before: Parameters<typeof channelOf>[1], after: Parameters<typeof channelOf>[1]): number[] {
    const run = createRehearsal();
    run.tick(now - HOUR, [record], [channelOf("x", before)]);
    run.fired.length = 0;
    const silent = silentReminders({
      records: [record],
      channel: channelOf("x", after),
      previous: channelOf("x", before),
      now,
      told: (key) => run.told.has(key),
    });
    assert.ok(silent.every((one) => one.decision === DECISION.milestoneWasPast));
    for (const one of silent) run.told.add(one.change.dedup_key);
    run.tick(now, [record], [channelOf("x", after)]);
    return milestones(run.fired);
  }

  it("does not tell old milestones of what is newly watched or newly counted", () => {
    assert.deepEqual(tellAfter({ providers: ["other"] }, {}), []);
    assert.deepEqual(tellAfter({ milestones: [1] }, { milestones: [12, 1] }), []);
    assert.deepEqual(tellAfter({ quiet_kinds: ["reminder"] }, {}), []);
  });

  it("still tells what a new time of day makes due", () => {
    const due = { milestones: [10], time: "18:00" };
    assert.deepEqual(tellAfter(due, { ...due, time: "09:00" }), [10]);
  });
});

it("a model that is known by its id from some day on is not reminded of again for what was told under its name", async () => {
  const named = recordOf({ model_id: "Acme One", shutdown: "2026-07-01" });
  const channel = channelOf("main");
  const at = ms("2026-05-03T10:00:00Z");
  const first = dueReminders({ records: [named], channels: [channel], now: at, told: () => false });
  const told = new Set(first.announcements.flatMap((one) => one.changes.map((change) => change.dedup_key)));
  assert.equal(told.size, 1);
  const merged = { at: "2026-05-10T10:00:00Z", kind: "merged", from: "Acme One", to: "acme-1", source: "acme-page" };
  const known = recordOf({ model_id: "acme-1", shutdown: "2026-07-01", history: [...named.history, merged] });
  const on = (day: string) => {
    const input = { records: [known], channels: [channel], now: ms(`${day}T10:00:00Z`) };
    return foundIn({ ...input, known: async (keys) => new Set(keys.filter((key) => told.has(key))) });
  };
  assert.deepEqual((await on("2026-05-11")).announcements, []);
  const later = (await on("2026-06-01")).announcements.flatMap((one) => one.changes);
  assert.deepEqual(
    later.map((change) => [change.model_id, change.milestone]),
    [["acme-1", 30]],
  );
});
