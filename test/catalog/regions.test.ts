import assert from "node:assert/strict";
import { test } from "node:test";
import { statusOf } from "#src/catalog/lookup.ts";
import type { Fact } from "#src/core/fact.ts";
import { ends, lines, PAGE, poll } from "./build.ts";
import { runPolls } from "./timeline.ts";

const row = (shutdown: string, region: string): Fact => {
  const fact = ends("acme-1", shutdown);
  return { ...fact, evidence: { ...fact.evidence, quote: `acme-1 | ${region} | ${shutdown}` } };
};
const EAST = row("2027-04-28", "east");
const GOV = row("2027-06-10", "gov");
const at = (day: string) => `${day}T06:00:00Z`;

test("rows of one model that differ by region: the first day counts, the other is shown with its words", () => {
  for (const page of [
    [EAST, GOV],
    [GOV, EAST],
  ]) {
    const { records, changes: told } = runPolls([poll(PAGE, at("2026-11-15"), []), poll(PAGE, at("2026-11-16"), page)]);
    assert.deepEqual(lines(told), ["announced acme-1 2027-04-28"]);
    const sources = [{ id: PAGE.id, last_good: at("2026-11-16") }];
    const [match] = statusOf("acme-1", records, { now: Date.parse(at("2026-11-17")), sources }).matches;
    assert.equal(match?.shutdown, "2027-04-28");
    assert.deepEqual(
      match?.disagreements.map((other) => [other.shutdown, other.evidence.source, other.evidence.quote]),
      [["2027-06-10", PAGE.id, "acme-1 | gov | 2027-06-10"]],
    );
  }
});

test("a region's row that is not read for once, and the first region's end, are no moved date", () => {
  const { changes: told, records } = runPolls([
    poll(PAGE, at("2026-11-15"), []),
    poll(PAGE, at("2026-11-16"), [EAST, GOV]),
    poll(PAGE, at("2026-11-17"), [EAST]),
    poll(PAGE, at("2026-11-18"), [EAST, GOV]),
    poll(PAGE, at("2027-04-29"), [EAST, GOV]),
    poll(PAGE, at("2027-05-02"), [GOV, EAST]),
  ]);
  assert.deepEqual(lines(told), ["announced acme-1 2027-04-28"]);
  assert.equal([...records.values()][0]?.shutdown, "2027-04-28");
});

test("a later day that was not there before is news, although the old row still stands", () => {
  const { changes: told } = runPolls([
    poll(PAGE, at("2026-11-15"), []),
    poll(PAGE, at("2027-04-20"), [EAST]),
    poll(PAGE, at("2027-05-02"), [EAST, GOV]),
  ]);
  assert.deepEqual(lines(told), ["announced acme-1 2027-04-28", "date-moved acme-1 2027-06-10"]);
});

test("a newer notice replaces an older one, whichever day is later", () => {
  const first = { ...EAST, announced: "2026-10-01" };
  const second = { ...GOV, announced: "2026-11-14" };
  const { records, changes: told } = runPolls([
    poll(PAGE, at("2026-11-15"), []),
    poll(PAGE, at("2026-11-16"), [first, second]),
  ]);
  assert.deepEqual(lines(told), ["announced acme-1 2027-06-10"]);
  assert.equal([...records.values()][0]?.claims[0]?.fact.also, undefined);
});

test("what is trained from a model ends apart from the model", () => {
  const model = ends("acme-1", null, { state: "deprecated" });
  const trained = ends("Acme-1", "2027-03-08", { kind: "fine-tune" });
  const { records } = runPolls([poll(PAGE, at("2026-11-15"), [trained, model])]);
  assert.deepEqual(
    [...records.values()].map((record) => [record.kind, record.shutdown, record.state]),
    [["model", null, "deprecated"]],
  );
});
