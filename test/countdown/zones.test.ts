import assert from "node:assert/strict";
import { describe, it } from "node:test";
import * as fc from "fast-check";
import { nextDue } from "#src/countdown/crossings.ts";
import { channelOf, ms, recordOf } from "./build.ts";
import { createRehearsal } from "./rehearse.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Both hemispheres, half-hour shifts, midnight shifts, no shifts, and both ends of the day line. */
const ZONES = [
  "Etc/GMT+12",
  "Pacific/Pago_Pago",
  "America/New_York",
  "America/St_Johns",
  "America/Santiago",
  "UTC",
  "Europe/Berlin",
  "Africa/Cairo",
  "Asia/Kolkata",
  "Australia/Lord_Howe",
  "Pacific/Auckland",
  "Pacific/Kiritimati",
];

/** When a milestone is due, by another way than the code's: the wall clock walked by calendar arithmetic of Temporal. */
function oracleDue(shutdown: string, milestone: number, time: string, zone: string): number {
  const [hour, minute] = time.split(":").map(Number);
  const date = Temporal.PlainDate.from(shutdown).subtract({ days: milestone });
  const parts = {
    timeZone: zone,
    year: date.year,
    month: date.month,
    day: date.day,
    hour: hour ?? 0,
    minute: minute ?? 0,
  };
  return Temporal.ZonedDateTime.from(parts, { disambiguation: "compatible" }).epochMilliseconds;
}

describe("every local date has exactly one 02:30", () => {
  for (const zone of ZONES) {
    it(zone, () => {
      // 2027 and 2028: two years of DST changes and a leap day.
      const dates = Array.from({ length: 731 }, (_, day) =>
        Temporal.PlainDate.from("2027-01-01").add({ days: day }).toString(),
      );
      const channel = channelOf("z", { time: "02:30", time_zone: zone, milestones: [0] });
      const run = createRehearsal();
      let now: number | null = ms("2026-12-30T00:00:00Z");
      let from = 0;
      while (now !== null) {
        const near = new Date(now - 3 * DAY).toISOString().slice(0, 10);
        while ((dates[from] ?? "9") < near) from += 1;
        const records = dates.slice(from, from + 8).map((date) => recordOf({ model_id: `m-${date}`, shutdown: date }));
        run.tick(now, records, [channel]);
        // A second look in the same minute, and one an hour later, must add nothing.
        assert.equal(run.tick(now + 59_000, records, [channel]).length, 0);
        assert.equal(run.tick(now + HOUR, records, [channel]).length, 0);
        now = nextDue({ records, channels: [channel], now: now + HOUR });
      }
      assert.deepEqual(
        run.fired.map((one) => one.shutdown),
        dates,
      );
      for (const one of run.fired) assert.equal(one.at, oracleDue(one.shutdown, 0, "02:30", zone));
    });
  }
});

const time = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([h, m]) => `${String(h).padStart(2, "0")}:${String(m).padStart(2, "0")}`);
const date = fc.integer({ min: 20_100, max: 21_600 }).map((day) => new Date(day * DAY).toISOString().slice(0, 10));
const milestones = fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 8 });

describe("against an oracle", () => {
  it("tells the most urgent crossed milestone once per pair, never early, whatever the ticks", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        time,
        date,
        milestones,
        fc.array(fc.integer({ min: 60_000, max: 40 * DAY }), { minLength: 1, maxLength: 40 }),
        (zone, hhmm, shutdown, ladder, steps) => {
          const channel = channelOf("p", { time: hhmm, time_zone: zone, milestones: ladder }, "2020-01-01T00:00:00Z");
          const history = [{ at: "2020-01-02T00:00:00Z", kind: "announced", from: null, to: null, source: "p" }];
          const record = recordOf({ model_id: "m", shutdown, history });
          const run = createRehearsal();
          const settled = new Set<number>();
          let now = ms(`${shutdown}T00:00:00Z`) - 140 * DAY;
          for (const step of steps) {
            now += step;
            const crossed = ladder.filter((days) => oracleDue(shutdown, days, hhmm, zone) <= now);
            const urgent = crossed.length === 0 ? null : Math.min(...crossed);
            const expected =
              urgent === null || settled.has(urgent) || now > ms(`${shutdown}T00:00:00Z`) + 399 * DAY ? [] : [urgent];
            for (const days of crossed) settled.add(days);
            assert.deepEqual(
              run.tick(now, [record], [channel]).map((one) => one.milestone),
              expected,
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("nextDue is the first due time of the oracle", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        time,
        fc.array(date, { minLength: 1, maxLength: 5 }),
        milestones,
        date,
        (zone, hhmm, dates, ladder, today) => {
          const channel = channelOf("p", { time: hhmm, time_zone: zone, milestones: ladder });
          const records = dates.map((shutdown, index) => recordOf({ model_id: `m${index}`, shutdown }));
          const now = ms(`${today}T13:37:00Z`);
          const dues = dates.flatMap((shutdown) => ladder.map((days) => oracleDue(shutdown, days, hhmm, zone)));
          const ahead = dues.filter((due) => due > now);
          const expected = ahead.length === 0 ? null : Math.min(...ahead);
          assert.equal(nextDue({ records, channels: [channel], now }), expected);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe("a clock that jumps", () => {
  for (const days of [1, -1, 400, -400]) {
    it(`by ${days} days in mid-run gives no duplicate and none early by its own time`, () => {
      const record = recordOf({ model_id: "m", shutdown: "2026-12-31", history: [], announced: null });
      const channel = channelOf("c", {}, "2024-01-01T00:00:00Z");
      const run = createRehearsal();
      const start = ms("2026-09-01T00:00:00Z");
      for (let hour = 0; hour < 24 * 150; hour += 1) {
        const jumped = hour >= 24 * 75 && hour < 24 * 80;
        const now = start + hour * HOUR + (jumped ? days * DAY : 0);
        for (const one of run.tick(now, [record], [channel])) {
          assert.ok(one.at >= oracleDue(one.shutdown, one.milestone, "09:00", "UTC"));
        }
      }
      const told = run.fired.map((one) => one.milestone);
      assert.equal(new Set(told).size, told.length, `told twice: ${told.join(" ")}`);
      // Every milestone is accounted for: told, or skipped for a more urgent one.
      const skipped = run.skipped.map((change) => change.milestone ?? -1);
      const past = [90, 60, 30, 14, 7, 3, 1, 0];
      assert.deepEqual(
        [...told, ...skipped].sort((a, b) => b - a),
        past,
      );
      if (Math.abs(days) === 1 || days === -400) assert.deepEqual(told, past);
      else assert.deepEqual(told, [90, 60, 0]);
    });
  }
});

describe("size", () => {
  it("200 channels and 2,000 records: a second look tells nothing again", () => {
    // Known for a fortnight: what crossed since then is told at the first look, and looked up again at the second.
    const history = [{ at: "2026-06-01T08:00:00Z", kind: "announced", from: null, to: null, source: "p" }];
    const records = Array.from({ length: 2000 }, (_, index) =>
      recordOf({
        history,
        model_id: `m${index}`,
        shutdown: new Date(ms("2025-10-01T00:00:00Z") + (index % 700) * DAY).toISOString().slice(0, 10),
      }),
    );
    const channels = Array.from({ length: 200 }, (_, index) =>
      channelOf(`c${index}`, { time_zone: ZONES[index % ZONES.length] ?? "UTC", models: index % 2 ? [] : ["m1*"] }),
    );
    const now = ms("2026-06-15T10:00:00Z");
    const started = performance.now();
    const run = createRehearsal();
    run.tick(now, records, channels);
    const first = performance.now() - started;
    run.fired.length = 0;
    const again = performance.now();
    run.tick(now + 60_000, records, channels);
    const second = performance.now() - again;
    const asked = performance.now();
    nextDue({ records, channels, now });
    const next = performance.now() - asked;
    assert.equal(run.fired.length, 0);
    console.log(
      `countdown 200 x 2,000: first ${first.toFixed(0)} ms, again ${second.toFixed(0)} ms, nextDue ${next.toFixed(0)} ms`,
    );
  });
});
