import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Mark } from "#src/core/card.ts";
import { dueReminders } from "#src/countdown/reminders.ts";
import { channelOf, ms, recordOf } from "./build.ts";

const SHUTDOWN = "2026-07-14";
const channel = channelOf("c");

/** The reminders of every day from March to the end, told at noon; what was told or skipped is remembered. */
function year(mark: (day: string) => Mark | null, shutdown = () => SHUTDOWN) {
  const told = new Set<string>();
  const days: string[] = [];
  const skipped: string[] = [];
  for (let at = ms("2026-03-01T12:00:00Z"); at < ms("2026-08-01T12:00:00Z"); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    const record = recordOf({ model_id: "acme-1", shutdown: shutdown() });
    const due = dueReminders({ records: [record], channels: [channel], now: at, told, markOf: () => mark(day) });
    const changes = due.announcements.flatMap((one) => one.changes);
    for (const change of changes) days.push(`${day} ${change.milestone}`);
    skipped.push(...due.skipped.map((one) => one.decision));
    for (const change of [...changes, ...due.skipped.map((one) => one.change)]) told.add(change.dedup_key);
  }
  return { days, skipped };
}

const at =
  (kind: Mark["kind"], from: string, until: string | null = null) =>
  (day: string): Mark | null =>
    day < from ? null : { kind, user: { id: "U1", name: "Ada" }, at: `${from}T12:00:00Z`, until, shutdown: SHUTDOWN };

const ALL = ["2026-04-15 90", "2026-05-15 60", "2026-06-14 30", "2026-06-30 14", "2026-07-07 7", "2026-07-11 3"];
const END = ["2026-07-13 1", "2026-07-14 0"];

describe("what people say steers the countdown", () => {
  it("acknowledged or assigned: reminders go on", () => {
    assert.deepEqual(year(() => null).days, [...ALL, ...END]);
    assert.deepEqual(year(at("acknowledged", "2026-05-01")).days, [...ALL, ...END]);
    assert.deepEqual(year(at("assigned", "2026-05-01")).days, [...ALL, ...END]);
  });

  it("moved off it, or not ours: nothing more, with the reason kept", () => {
    for (const kind of ["moved-off", "not-ours"] as const) {
      const { days, skipped } = year(at(kind, "2026-06-20"));
      assert.deepEqual(days, ALL.slice(0, 3));
      assert.equal(skipped.length, 5);
      assert.match(skipped[0] ?? "", kind === "moved-off" ? /moved off/ : /not this channel/);
    }
  });

  it("snoozed: silence until that day, then one reminder, even where no milestone is due", () => {
    const { days, skipped } = year(at("snoozed", "2026-06-10", "2026-06-17"));
    assert.deepEqual(days, [...ALL.slice(0, 2), "2026-06-17 27", ...ALL.slice(3), ...END]);
    assert.deepEqual(skipped, ["a later milestone is due"], "the 30 days that came meanwhile");
    assert.deepEqual(year(at("snoozed", "2026-05-20", "2026-07-07")).days, [
      ...ALL.slice(0, 2),
      ...ALL.slice(4),
      ...END,
    ]);
  });

  it("a mark about another date counts no more", () => {
    const old = (day: string) => {
      const mark = at("moved-off", "2026-03-01")(day);
      return mark === null ? null : { ...mark, shutdown: "2026-06-01" };
    };
    assert.deepEqual(year(old).days, [...ALL, ...END]);
  });
});
