import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { crash, type CrashCase } from "../../scripts/torture/crash.ts";
import { canSoak, soak } from "../../scripts/torture/soak.ts";

/** A short part of `npm run torture`, the same each time. */
const CASES: CrashCase[] = [
  { point: "committed", platform: "slack", laterMs: 0, seed: 0 },
  { point: "marked", platform: "discord", laterMs: 3 * 86_400_000, seed: 0 },
  { point: "stored", platform: "slack", laterMs: 30_000, seed: 2 },
];

void describe("a short torture", { concurrency: 2 }, () => {
  for (const one of CASES) {
    void it(`killed at "${one.point}" on ${one.platform}, back after ${one.laterMs / 1000} s: 0 lost, 0 twice`, async () => {
      const { killed, lost, twice } = await crash(one);
      assert.deepEqual({ killed, lost, twice }, { killed: true, lost: 0, twice: 0 });
    });
  }

  const skip = canSoak() ? false : "no recordings beside the project";
  void it("four months with 8 faults a day: every channel is told what the ledger says, each once", {
    skip,
  }, async (t) => {
    const timelines = ["anthropic-2025"];
    const { faults, told, lost, twice, missedReminders, falseEvents } = await soak({
      days: 120,
      channels: 8,
      faultsPerDay: 8,
      seed: 1,
      timelines,
    });
    t.diagnostic(`${faults} faults, ${told} told`);
    assert.ok(told > 0 && faults > 500);
    assert.deepEqual(
      { lost, twice, missedReminders, falseEvents },
      { lost: 0, twice: 0, missedReminders: 0, falseEvents: 0 },
    );
  });
});
