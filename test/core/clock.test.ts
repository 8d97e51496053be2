import assert from "node:assert/strict";
import { test } from "node:test";
import { compareInstants, isoOf } from "#src/core/clock.ts";

test("instants of one second are compared by their fractions, written or not", () => {
  const whole = isoOf(Date.parse("2026-01-01T00:00:05Z"));
  const later = isoOf(Date.parse("2026-01-01T00:00:05.123Z"));
  assert.ok(later < whole, "as strings they sort the wrong way round, which is why nobody may compare them so");
  assert.ok(compareInstants(later, whole) > 0);
  assert.ok(compareInstants(whole, later) < 0);
  assert.equal(compareInstants("2026-01-01T00:00:05.000Z", whole), 0);
});
