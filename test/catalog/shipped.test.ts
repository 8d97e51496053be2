import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { test } from "node:test";
import { countedRecords } from "#src/catalog/counted.ts";
import { statusOf } from "#src/catalog/lookup.ts";
import { retiredChanges } from "#src/catalog/retired.ts";
import { loadShipped, SHIPPED_FILE, withShipped } from "#src/catalog/shipped.ts";
import { ends, merge, PAGE, poll, TRACKER } from "./build.ts";
import { runPolls } from "./timeline.ts";

const now = Date.parse("2026-11-23T12:00:00Z");

test("the shipped catalogue answers for the past, without quotes, and never says active", () => {
  const shipped = loadShipped();
  assert.ok(statSync(SHIPPED_FILE).size < 1_500_000);
  const [match] = statusOf("gpt-4.5-preview", shipped, { now, sources: [] }).matches.filter(
    (one) => one.surface === "openai-api",
  );
  assert.deepEqual(
    [match?.status, match?.announced, match?.shutdown, match?.replacements],
    ["retired", "2025-04-14", "2025-07-14", ["gpt-4.1"]],
  );
  const claims = [...shipped.values()].flatMap((record) => record.claims);
  assert.ok(claims.every((claim) => claim.fact.evidence.quote === "" && claim.fact.evidence.url !== ""));
  // A look at the source since then has not confirmed what shipped.
  const sources = [...new Set(claims.map((claim) => claim.source))].map((id) => ({
    id,
    last_good: "2026-11-23T00:00:00Z",
  }));
  const living = [...shipped.values()].filter((record) => !record.scheduled).slice(0, 50);
  for (const record of living) {
    for (const one of statusOf(record.model_id, shipped, { now, sources }).matches)
      assert.notEqual(one.status, "active");
  }
});

test("a poll supersedes what shipped, and what it no longer lists counts as gone", () => {
  const shipped = new Map();
  merge(shipped, poll(PAGE, "2026-01-01T00:00:00Z", [ends("a-1", "2026-12-01"), ends("a-2", "2026-12-24")]));
  const live = new Map();
  merge(live, poll(PAGE, "2026-11-22T00:00:00Z", [ends("a-1", "2026-12-31")]));
  const sights = new Map([
    [
      PAGE.id,
      { trust: "provider" as const, nature: "page" as const, surface: "acme-api", last_good: "2026-11-22T00:00:00Z" },
    ],
  ]);
  const all = withShipped(live, shipped, sights, "2026-11-23T00:00:00Z");
  assert.equal(all.get("acme-api|a-1|")?.shutdown, "2026-12-31");
  assert.equal(all.get("acme-api|a-2|")?.claims[0]?.missing_since, "2026-11-22T00:00:00Z");
  assert.equal(live.size, 1);
});

test("a model retires once, by the clock, when its day is over and was known before", () => {
  const { records } = runPolls([
    poll(PAGE, "2026-01-01T00:00:00Z", [
      ends("a-1", "2026-02-01"),
      ends("old", "2025-12-01"),
      ends("floor", "2026-01-15", { precision: "earliest" }),
    ]),
  ]);
  assert.deepEqual(retiredChanges(records, Date.parse("2026-02-01T23:00:00Z")).changes, []);
  const after = Date.parse("2026-02-02T01:00:00Z");
  const ended = retiredChanges(records, after);
  assert.deepEqual(
    ended.changes.map((change) => change.model_id),
    ["a-1"],
  );
  for (const record of ended.records) records.set("acme-api|a-1|", record);
  assert.deepEqual(retiredChanges(records, after).changes, []);
});

test("a date that only a tracker gives is counted down where no provider's page speaks", () => {
  const counted = (pageReadAt: string) => {
    const { records } = runPolls([
      poll(PAGE, pageReadAt, [ends("a-1", "2026-06-01")]),
      poll(TRACKER, "2026-02-01T00:00:00Z", [ends("a-2", "2026-06-01")]),
    ]);
    const sights = new Map([
      [PAGE.id, { trust: PAGE.trust, nature: PAGE.nature, surface: PAGE.surface, last_good: pageReadAt }],
    ]);
    const context = { now: Date.parse("2026-02-02T00:00:00Z"), sights, overrides: [] };
    return [...countedRecords(records, context).values()].map((record) => record.model_id);
  };
  assert.deepEqual(counted("2026-01-31T00:00:00Z"), ["a-1"]);
  assert.deepEqual(counted("2025-12-31T00:00:00Z"), ["a-1", "a-2"]);
});
