import assert from "node:assert/strict";
import { test } from "node:test";
import { afterBadPoll, afterGoodPoll, healthNews } from "#src/catalog/health.ts";
import { judgePoll } from "#src/catalog/plausibility.ts";
import { emptySourceState, type SourceState } from "#src/core/source-state.ts";
import { ends, lines, lives, PAGE, poll } from "./build.ts";
import { runPolls } from "./timeline.ts";

const many = (count: number, prefix: string, shutdown = "2026-09-01") =>
  Array.from({ length: count }, (_, at) => ends(`${prefix}-${at}`, shutdown));

test("a flood of new rows waits for an identical look half an hour later, then all of it is told", () => {
  const calm = many(5, "old");
  const flood = [...calm, ...many(11, "new")];
  const start = poll(PAGE, "2026-01-01T00:00:00Z", calm);
  const first = poll(PAGE, "2026-01-02T00:00:00Z", flood);
  assert.equal(runPolls([start, first]).changes.length, 0);
  assert.equal(runPolls([start, first, poll(PAGE, "2026-01-02T00:29:00Z", flood)]).changes.length, 0);
  const other = poll(PAGE, "2026-01-02T00:31:00Z", [...calm, ...many(11, "else")]);
  assert.equal(runPolls([start, first, other]).changes.length, 0);
  assert.equal(runPolls([start, first, poll(PAGE, "2026-01-02T00:31:00Z", flood.toReversed())]).changes.length, 11);
  assert.equal(runPolls([start, first, poll(PAGE, "2026-01-02T00:31:00Z", null)]).changes.length, 11);
});

test("a flood that goes away leaves no trace; ten new rows are no flood", () => {
  const calm = many(5, "old");
  const start = poll(PAGE, "2026-01-01T00:00:00Z", calm);
  const flood = poll(PAGE, "2026-01-02T00:00:00Z", [...calm, ...many(50, "bogus")]);
  const { changes, records } = runPolls([start, flood, poll(PAGE, "2026-01-02T01:00:00Z", calm)]);
  assert.deepEqual([changes.length, records.size], [0, 5]);
  const ten = poll(PAGE, "2026-01-02T00:00:00Z", [...calm, ...many(10, "new")]);
  assert.equal(runPolls([start, ten]).changes.length, 10);
});

test("six dates that move at once wait, five do not", () => {
  const moved = (count: number) => [...many(count, "m", "2026-10-01"), ...many(20, "m").slice(count)];
  const start = poll(PAGE, "2026-01-01T00:00:00Z", many(20, "m"));
  assert.equal(runPolls([start, poll(PAGE, "2026-01-02T00:00:00Z", moved(6))]).changes.length, 0);
  assert.equal(runPolls([start, poll(PAGE, "2026-01-02T00:00:00Z", moved(5))]).changes.length, 5);
});

test("a page whose dates cannot be read any more takes nothing back", () => {
  const rows = many(10, "m");
  const blank = rows.map((row) => ({
    ...row,
    shutdown: null,
    precision: null,
    scheduled: false,
    state: "active" as const,
  }));
  const { changes, states } = runPolls([
    poll(PAGE, "2026-01-01T00:00:00Z", rows),
    poll(PAGE, "2026-01-02T00:00:00Z", blank),
    poll(PAGE, "2026-01-03T00:00:00Z", rows),
  ]);
  assert.deepEqual(lines(changes), []);
  assert.equal(states.get(PAGE.id)?.health, "good");
});

test("a small page is believed when it stays small, also when the rest of its polls are not-modified", () => {
  const rows = many(10, "m");
  const small = rows.slice(0, 6);
  const { changes } = runPolls([
    poll(PAGE, "2026-01-01T00:00:00Z", rows),
    poll(PAGE, "2026-01-02T00:00:00Z", small),
    poll(PAGE, "2026-01-03T00:00:00Z", null),
    poll(PAGE, "2026-01-05T01:00:00Z", null),
  ]);
  assert.equal(changes.filter((change) => change.reason === "missing").length, 4);
});

test("judging again with the old state gives the same, and a feed may be as short as it likes", () => {
  const input = { spec: PAGE, facts: many(3, "m"), records: new Map(), at: "2026-01-02T00:00:00Z" };
  const state: SourceState = { ...emptySourceState(), last_good: "2026-01-01T00:00:00Z", rows: [10], ends: [10] };
  assert.deepEqual(judgePoll({ ...input, state }), judgePoll({ ...input, state }));
  assert.equal(judgePoll({ ...input, state }).verdict, "partial");
  assert.equal(judgePoll({ ...input, state, spec: { ...PAGE, nature: "feed" } }).verdict, "good");
});

test("the operator hears of a dead source after three bad polls or a day, once, and of its return", () => {
  let state: SourceState = { ...emptySourceState(), last_good: "2026-01-01T00:00:00Z", health: "good" };
  const news: (string | null)[] = [];
  for (const at of ["2026-01-01T01:00:00Z", "2026-01-01T02:00:00Z", "2026-01-01T03:00:00Z", "2026-01-01T04:00:00Z"]) {
    const heard = healthNews(afterBadPoll(state, "failed", "no answer", at), at);
    state = heard.state;
    news.push(heard.news);
  }
  assert.deepEqual(news, [null, null, "trouble", null]);
  const judged = judgePoll({
    state,
    spec: PAGE,
    facts: [lives("a-1")],
    records: new Map(),
    at: "2026-01-02T00:00:00Z",
  });
  assert.equal(healthNews(afterGoodPoll(judged, "2026-01-02T00:00:00Z"), "2026-01-02T00:00:00Z").news, "recovered");
  const old = afterBadPoll(
    { ...emptySourceState(), last_good: "2026-01-01T00:00:00Z" },
    "failed",
    "x",
    "2026-01-02T00:00:00Z",
  );
  assert.equal(healthNews(old, "2026-01-02T00:00:00Z").news, "trouble");
});
