import assert from "node:assert/strict";
import { test } from "node:test";
import type { Fact } from "#src/core/fact.ts";
import { ends, lines, lives, NOTES, PAGE, poll, TRACKER } from "./build.ts";
import { type Poll, runPolls } from "./timeline.ts";

const others = ["b-1", "b-2", "b-3", "b-4"].map((id) => lives(id, "2027-01-01"));
const page = (at: string, facts: Fact[] | null) => poll(PAGE, at, facts === null ? null : [...others, ...facts]);
const told = (...polls: Poll[]) => runPolls(polls).changes;
const listed = page("2026-01-01T00:00:00Z", [ends("a-1", "2026-06-01")]);

test("a contradicting state or a later floor on a sound page withdraws at once", () => {
  const active = told(listed, page("2026-01-02T00:00:00Z", [lives("a-1")]));
  assert.deepEqual(lines(active), ["withdrawn a-1 -"]);
  assert.equal(active[0]?.reason, "explicit");
  assert.equal(active[0]?.previous, "2026-06-01");
  const floor = ends("a-1", "2027-06-01", { precision: "earliest", scheduled: false });
  assert.deepEqual(lines(told(listed, page("2026-01-02T00:00:00Z", [floor]))), ["withdrawn a-1 -"]);
  const earlier = ends("a-1", "2026-05-01", { precision: "earliest", scheduled: false });
  assert.deepEqual(told(listed, page("2026-01-02T00:00:00Z", [earlier])), []);
});

test("a missing row withdraws only after 72 hours and three good polls, and is worded as missing", () => {
  const gone = [
    page("2026-01-02T00:00:00Z", []),
    page("2026-01-03T00:00:00Z", null),
    page("2026-01-04T23:00:00Z", []),
    page("2026-01-05T00:00:00Z", null),
  ];
  assert.deepEqual(told(listed, ...gone.slice(0, 3)), []);
  const changes = told(listed, ...gone, page("2026-01-06T00:00:00Z", []));
  assert.deepEqual(lines(changes), ["withdrawn a-1 -"]);
  assert.equal(changes[0]?.reason, "missing");
  const two = [page("2026-01-02T00:00:00Z", []), page("2026-01-09T00:00:00Z", [])];
  assert.deepEqual(told(listed, ...two), [], "two polls are not enough");
});

test("a row that comes back in time was never gone", () => {
  const changes = told(
    listed,
    page("2026-01-02T00:00:00Z", []),
    page("2026-01-03T00:00:00Z", []),
    page("2026-01-04T00:00:00Z", [ends("a-1", "2026-06-01")]),
    page("2026-01-05T12:00:00Z", []),
    page("2026-01-06T00:00:00Z", []),
  );
  assert.deepEqual(changes, []);
});

test("what was withdrawn and comes back is restored, and a second withdrawal is news again", () => {
  const back = (at: string) => page(at, [ends("a-1", "2026-06-01")]);
  const changes = told(
    listed,
    page("2026-01-02T00:00:00Z", [lives("a-1")]),
    back("2026-01-10T00:00:00Z"),
    page("2026-02-02T00:00:00Z", [lives("a-1")]),
    back("2026-02-10T00:00:00Z"),
  );
  assert.deepEqual(
    changes.map((change) => `${change.kind} g${change.generation}`),
    ["withdrawn g0", "restored g0", "withdrawn g1", "restored g1"],
  );
});

test("a page that flips to and fro within three days is told once", () => {
  const flips = [2, 3, 4, 5, 6, 7].map((day) =>
    page(`2026-01-0${day}T00:00:00Z`, [day % 2 === 0 ? lives("a-1") : ends("a-1", "2026-06-01")]),
  );
  assert.deepEqual(lines(told(listed, ...flips)), ["withdrawn a-1 -", "restored a-1 2026-06-01"]);
});

test("a row that leaves after its date, or an item that leaves a feed, is no withdrawal", () => {
  const days = ["02", "04", "06", "08"];
  const late = days.map((day) => page(`2026-07-${day}T00:00:00Z`, []));
  assert.deepEqual(told(listed, ...late), []);
  const feed = days.map((day) => poll(NOTES, `2026-02-${day}T00:00:00Z`, []));
  assert.deepEqual(told(poll(NOTES, "2026-01-01T00:00:00Z", [ends("a-1", "2026-06-01")]), ...feed), []);
});

test("a tracker that forgets a row only stops speaking", () => {
  const list = { ...TRACKER, nature: "page" as const };
  const more = others.map((fact) => ({ ...fact, surface: "many-api" }));
  const polls = [2, 4, 6, 8].map((day) => poll(list, `2026-01-0${day}T00:00:00Z`, more));
  const { changes, records } = runPolls([
    poll(list, "2026-01-01T00:00:00Z", [...more, ends("a-1", "2026-06-01")]),
    ...polls,
  ]);
  assert.deepEqual(changes, []);
  assert.equal(records.get("acme-api|a-1|")?.scheduled, false);
});

test("half a page takes nothing back, but what it adds counts", () => {
  const full = [ends("a-1", "2026-06-01"), ends("a-2", "2026-06-01")];
  const half = (at: string) => poll(PAGE, at, [lives("b-1"), lives("a-1"), ends("a-3", "2026-09-01")]);
  const polls = [page("2026-01-01T00:00:00Z", full), half("2026-01-02T00:00:00Z"), half("2026-01-03T00:00:00Z")];
  assert.deepEqual(lines(told(...polls)), ["announced a-3 2026-09-01"]);
  const settled = runPolls([...polls, half("2026-01-05T01:00:00Z")]);
  assert.deepEqual(lines(settled.changes), ["announced a-3 2026-09-01", "withdrawn a-1 -", "withdrawn a-2 -"]);
});

test("a model still listed after its day without any day is no longer called retired", () => {
  const { records, changes } = runPolls([
    listed,
    page("2026-08-01T00:00:00Z", [ends("a-1", null, { scheduled: false })]),
  ]);
  assert.deepEqual(changes, []);
  assert.equal(records.get("acme-api|a-1|")?.scheduled, false);
});

test("explicit words in a provider's feed withdraw what only the feed had announced, not what the page still says", () => {
  const taken = ends("a-1", null, { scheduled: false, state: "withdrawn" });
  const start = "2026-01-01T00:00:00Z";
  const feedOnly = told(poll(NOTES, start, [ends("a-1", "2026-06-01")]), poll(NOTES, "2026-01-05T00:00:00Z", [taken]));
  assert.deepEqual(lines(feedOnly), ["withdrawn a-1 -"]);
  const both = told(
    listed,
    poll(NOTES, start, [ends("a-1", "2026-06-01")]),
    poll(NOTES, "2026-01-05T00:00:00Z", [taken]),
  );
  assert.deepEqual(both, []);
});
