import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Change, dedupKey } from "#src/core/change.ts";
import { previewOf } from "#src/core/preview.ts";
import { DEFAULT_SUBSCRIPTION, type Subscription } from "#src/core/subscription.ts";
import { ms, recordOf } from "../countdown/build.ts";

const NOW = ms("2026-06-14T22:30:00Z");

function changeOf(parts: Partial<Change>): Change {
  const change: Change = {
    kind: "announced",
    at: "2026-06-01T10:00:00Z",
    provider: "acme",
    surface: "acme-api",
    model_id: "acme-1",
    version: null,
    fact_kind: "model",
    announced: null,
    shutdown: "2026-12-01",
    precision: "day",
    stages: [],
    previous: null,
    replacements: [],
    source: "acme-page",
    evidence: null,
    generation: 0,
    dedup_key: "",
    ...parts,
  };
  return { ...change, dedup_key: dedupKey(change) };
}

const preview = (
  settings: Partial<Subscription>,
  input: { changes?: Change[]; records?: ReturnType<typeof recordOf>[]; days?: number },
) =>
  previewOf(
    { ...DEFAULT_SUBSCRIPTION, ...settings },
    { changes: input.changes ?? [], records: input.records ?? [], now: NOW, days: input.days ?? 90 },
  ).map((item) => `${item.day} ${item.milestone ?? item.kind} ${item.model_id}`);

void describe("what a channel would have received", () => {
  void it("holds news that fit, once each, newest first, and nothing older than the window", () => {
    const changes = [
      changeOf({ kind: "date-moved", at: "2026-06-10T10:00:00Z" }),
      changeOf({ kind: "date-moved", at: "2026-06-10T10:00:00Z" }),
      changeOf({}),
      changeOf({ model_id: "other", provider: "rival" }),
      changeOf({ model_id: "old", at: "2026-03-01T10:00:00Z" }),
      changeOf({ model_id: "ill", kind: "source-health" }),
    ];
    assert.deepEqual(preview({ providers: ["acme"] }, { changes }), [
      "2026-06-10 date-moved acme-1",
      "2026-06-01 announced acme-1",
    ]);
    assert.deepEqual(preview({ providers: ["acme"], quiet_kinds: ["date-moved"] }, { changes }), [
      "2026-06-01 announced acme-1",
    ]);
  });

  void it("knows from the catalogue what was announced before the store began, and not twice", () => {
    const records = [recordOf({ model_id: "acme-1", announced: "2026-05-20", shutdown: "2027-05-20" })];
    assert.deepEqual(preview({}, { records }), ["2026-05-20 announced acme-1"]);
    assert.deepEqual(preview({}, { records, changes: [changeOf({})] }), ["2026-06-01 announced acme-1"]);
  });

  void it("counts the reminders that fell into the window, after the announcement, at the channel's milestones", () => {
    const records = [
      recordOf({ model_id: "soon", announced: "2026-01-05", shutdown: "2026-06-20" }),
      recordOf({ model_id: "late", announced: "2026-06-12", shutdown: "2026-06-20" }),
      recordOf({ model_id: "floor", announced: "2026-01-05", shutdown: "2026-06-20", scheduled: false }),
      recordOf({ model_id: "thing", announced: "2026-01-05", shutdown: "2026-06-20", kind: "endpoint" }),
    ];
    assert.deepEqual(preview({ milestones: [90, 30, 7, 1], quiet_kinds: ["announced"] }, { records }), [
      "2026-06-13 7 late",
      "2026-06-13 7 soon",
      "2026-05-21 30 soon",
      "2026-03-22 90 soon",
    ]);
    assert.deepEqual(preview({ quiet_kinds: ["reminder", "announced"] }, { records }), []);
  });

  void it("counts days in the channel's own zone", () => {
    const changes = [changeOf({ at: "2026-06-14T22:15:00Z" })];
    assert.deepEqual(preview({ time_zone: "Asia/Shanghai" }, { changes }), ["2026-06-15 announced acme-1"]);
    assert.deepEqual(preview({ time_zone: "UTC" }, { changes }), ["2026-06-14 announced acme-1"]);
  });
});
