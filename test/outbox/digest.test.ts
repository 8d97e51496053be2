import assert from "node:assert/strict";
import { test } from "node:test";
import { digestOf } from "#src/outbox/digest.ts";
import type { Delivery } from "#src/core/delivery.ts";
import { announcementOf, changeOf } from "./support.ts";

const reminder = (milestone: number, shutdown: string) =>
  changeOf("m-1", { kind: "reminder", milestone, shutdown, channel: "slack:T1:C1" });

function told(...changes: ReturnType<typeof changeOf>[]): [number | undefined, string | null][] {
  const rows = changes.map((change, index) => ({
    row: { key: `k${index}`, items: [0] } as unknown as Delivery,
    announcement: announcementOf([change]),
  }));
  return digestOf(rows, "slack:T1:C1", 0).digest.changes.map((change) => [change.milestone, change.shutdown]);
}

test("of what a channel missed the most urgent reminder of a model stays, and none of a date that was moved since", () => {
  assert.deepEqual(told(reminder(7, "2026-09-01"), reminder(3, "2026-09-01"), reminder(14, "2026-09-01")), [
    [3, "2026-09-01"],
  ]);
  assert.deepEqual(told(reminder(7, "2026-09-01"), reminder(60, "2026-12-01")), [[60, "2026-12-01"]]);
});
