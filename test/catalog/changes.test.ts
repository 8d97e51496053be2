import assert from "node:assert/strict";
import { test } from "node:test";
import { matchOf } from "#src/catalog/lookup.ts";
import { ends, lines, lives, MAIL, merge, NOTES, OTHER_TRACKER, PAGE, poll, TRACKER } from "./build.ts";
import { runPolls } from "./timeline.ts";

const reasons = (untold: { decision: string }[]) => untold.map((one) => one.decision);

test("the first good look at a source is learnt in silence", () => {
  const { changes, untold, records } = runPolls([poll(PAGE, "2026-01-01T00:00:00Z", [ends("a-1", "2026-06-01")])]);
  assert.deepEqual(changes, []);
  assert.deepEqual(reasons(untold), ["silent baseline"]);
  assert.equal(records.get("acme-api|a-1|")?.shutdown, "2026-06-01");
});

test("a floor that becomes a retirement is announced; floors never alert", () => {
  const { changes } = runPolls([
    poll(PAGE, "2026-01-01T00:00:00Z", [lives("a-1", "2026-05-01")]),
    poll(PAGE, "2026-01-02T00:00:00Z", [lives("a-1", "2026-05-20"), lives("a-2", "2027-01-01")]),
    poll(PAGE, "2026-01-03T00:00:00Z", [ends("a-1", "2026-06-01"), lives("a-2", "2027-02-01")]),
  ]);
  assert.deepEqual(lines(changes), ["announced a-1 2026-06-01"]);
});

test("what was past when first seen is not told in a channel", () => {
  const { changes, untold } = runPolls([
    poll(PAGE, "2026-01-01T00:00:00Z", [lives("a-2")]),
    poll(PAGE, "2026-01-02T00:00:00Z", [lives("a-2"), ends("a-1", "2025-12-01")]),
  ]);
  assert.deepEqual(changes, []);
  assert.ok(reasons(untold).includes("already past when first seen"));
});

test("a moved date is told with both days, and the replacement that comes with it is no alert of its own", () => {
  const { changes, untold } = runPolls([
    poll(PAGE, "2026-01-01T00:00:00Z", [ends("a-1", "2026-06-01", { replacements: ["b-1"] })]),
    poll(PAGE, "2026-01-02T00:00:00Z", [ends("a-1", "2026-07-01", { replacements: ["b-2"] })]),
  ]);
  assert.deepEqual(lines(changes), ["date-moved a-1 2026-07-01"]);
  assert.equal(changes[0]?.previous, "2026-06-01");
  assert.ok(reasons(untold).includes("came together with a moved date"));
});

test("a replacement is told while the model lives, spelled otherwise it is the same, and left out it is unknown", () => {
  const row = (shutdown: string, replacement: string[]) => ends("a-1", shutdown, { replacements: replacement });
  const { changes } = runPolls([
    poll(PAGE, "2026-01-01T00:00:00Z", [row("2026-06-01", ["acme-4-1"])]),
    poll(PAGE, "2026-01-02T00:00:00Z", [row("2026-06-01", ["Acme 4.1"])]),
    poll(PAGE, "2026-01-03T00:00:00Z", [row("2026-06-01", [])]),
    poll(PAGE, "2026-01-04T00:00:00Z", [row("2026-06-01", ["acme-4-1"])]),
    poll(PAGE, "2026-01-05T00:00:00Z", [row("2026-06-01", ["acme-5"])]),
    poll(PAGE, "2026-08-01T00:00:00Z", [row("2026-06-01", ["acme-6"])]),
  ]);
  assert.deepEqual(lines(changes), ["replacement-changed a-1 2026-06-01"]);
  assert.deepEqual(changes[0]?.replacements, ["acme-5"]);
});

test("a day that becomes known within its month is no move, another month is", () => {
  const { changes } = runPolls([
    poll(PAGE, "2026-01-01T00:00:00Z", [ends("a-1", "2026-06-01", { precision: "month" })]),
    poll(PAGE, "2026-01-02T00:00:00Z", [ends("a-1", "2026-06-17")]),
    poll(PAGE, "2026-01-03T00:00:00Z", [ends("a-1", "2026-08-01", { precision: "month" })]),
  ]);
  assert.deepEqual(lines(changes), ["date-moved a-1 2026-08-01"]);
});

test("endpoints, parameters and fine-tunes are known but not told", () => {
  const { changes, records } = runPolls([
    poll(PAGE, "2026-01-01T00:00:00Z", [lives("a-1")]),
    poll(PAGE, "2026-01-02T00:00:00Z", [lives("a-1"), ends("/v1/old", "2026-06-01", { kind: "endpoint" })]),
  ]);
  assert.deepEqual(changes, []);
  assert.equal(records.get("acme-api|/v1/old|")?.scheduled, true);
});

test("the same model on another surface is another model", () => {
  const { changes } = runPolls([
    poll(PAGE, "2026-01-01T00:00:00Z", [ends("a-1", "2026-06-01")]),
    poll(NOTES, "2026-01-01T00:00:00Z", []),
    poll(NOTES, "2026-01-02T00:00:00Z", [ends("a-1", "2026-06-01", { surface: "acme-cloud" })]),
  ]);
  assert.deepEqual(lines(changes), ["announced a-1 2026-06-01"]);
  assert.equal(changes[0]?.surface, "acme-cloud");
});

test("page, notes, mail and tracker about one retirement are one alert with four claims", () => {
  const start = "2026-01-01T00:00:00Z";
  const { changes, records } = runPolls([
    poll(PAGE, start, [lives("acme-max-4-20250101")]),
    poll(NOTES, start, []),
    poll(TRACKER, start, []),
    poll(MAIL, start, []),
    poll(NOTES, "2026-01-02T00:00:00Z", [ends("Acme Max 4", "2026-06-01")]),
    poll(PAGE, "2026-01-03T00:00:00Z", [ends("acme-max-4-20250101", "2026-06-01")]),
    poll(MAIL, "2026-01-04T00:00:00Z", [ends("Acme Max 4", "2026-06-01")]),
    poll(TRACKER, "2026-01-05T00:00:00Z", [ends("acme-max-4-20250101", "2026-06-01")]),
  ]);
  assert.deepEqual(lines(changes), ["announced acme-max-4-20250101 2026-06-01"]);
  assert.equal(records.get("acme-api|acme-max-4-20250101|")?.claims.length, 4);
});

test("an id that comes later takes over what was known by display name only, without a second alert", () => {
  const { changes, records } = runPolls([
    poll(NOTES, "2026-01-01T00:00:00Z", []),
    poll(PAGE, "2026-01-01T00:00:00Z", [lives("other")]),
    poll(NOTES, "2026-01-02T00:00:00Z", [ends("Acme Max 4", "2026-06-01")]),
    poll(PAGE, "2026-01-03T00:00:00Z", [lives("other"), ends("acme-max-4", "2026-06-01")]),
    poll(NOTES, "2026-01-04T00:00:00Z", [ends("Acme Max 4", "2026-06-01")]),
  ]);
  assert.deepEqual(lines(changes), ["announced Acme Max 4 2026-06-01"]);
  assert.equal(records.get("acme-api|acme max 4|")?.claims.length, 0);
  assert.equal(records.get("acme-api|acme-max-4|")?.claims.length, 2);
});

test("an alias in another reading is the same model; ids listed side by side are two", () => {
  const both = [ends("a-1", "2026-06-01", { aliases: ["a-1-0101"] }), ends("a-1-0101", "2026-06-01")];
  const start = poll(PAGE, "2026-01-01T00:00:00Z", [lives("other")]);
  const side = runPolls([start, poll(PAGE, "2026-01-02T00:00:00Z", [lives("other"), ...both])]);
  assert.equal(side.changes.length, 2);
  const apart = runPolls([
    start,
    poll(NOTES, "2026-01-01T00:00:00Z", []),
    poll(PAGE, "2026-01-02T00:00:00Z", [lives("other"), ends("a-1", "2026-06-01", { aliases: ["a-1-0101"] })]),
    poll(NOTES, "2026-01-03T00:00:00Z", [ends("a-1-0101", "2026-06-01")]),
  ]);
  assert.deepEqual(lines(apart.changes), ["announced a-1 2026-06-01"]);
});

test("a look-alike of another alphabet is never merged", () => {
  const forged = "а-1"; // Cyrillic
  const { records } = runPolls([
    poll(PAGE, "2026-01-01T00:00:00Z", [ends("a-1", "2026-06-01")]),
    poll(TRACKER, "2026-01-02T00:00:00Z", [ends(forged, "2026-02-01")]),
  ]);
  assert.equal(records.size, 2);
  assert.equal(records.get("acme-api|a-1|")?.claims.length, 1);
});

test("a tracker neither repeats nor contradicts a page read in the last 30 days, and speaks up where none does", () => {
  const told = (pageReadAt: string) =>
    lines(
      runPolls([
        poll(PAGE, pageReadAt, [ends("a-1", "2026-12-01"), lives("a-2", "2026-05-01")]),
        poll(TRACKER, "2026-03-01T00:00:00Z", []),
        poll(TRACKER, "2026-03-02T00:00:00Z", [
          ends("a-1", "2026-11-01"),
          ends("a-2", "2026-10-01"),
          ends("a-3", "2026-10-01"),
        ]),
      ]).changes,
    );
  assert.deepEqual(told("2026-02-20T00:00:00Z"), []);
  // The page's own date is never moved by a tracker, however old the look at it is.
  assert.deepEqual(told("2026-01-01T00:00:00Z"), ["announced a-2 2026-10-01", "announced a-3 2026-10-01"]);
});

test("a tracker's own moved date is told where no page speaks, another tracker's other date is not", () => {
  const { changes } = runPolls([
    poll(TRACKER, "2026-01-01T00:00:00Z", [ends("a-1", "2026-06-01")]),
    poll(OTHER_TRACKER, "2026-01-01T00:00:00Z", []),
    poll(OTHER_TRACKER, "2026-01-02T00:00:00Z", [ends("a-1", "2026-06-09")]),
    poll(TRACKER, "2026-01-03T00:00:00Z", [ends("a-1", "2026-07-01")]),
  ]);
  assert.deepEqual(lines(changes), ["date-moved a-1 2026-07-01"]);
});

test("a tracker that says of what ends ahead that it ended has misread the page: nothing moves, and nothing moves back", () => {
  const told = runPolls([
    poll(TRACKER, "2026-01-01T08:00:00Z", []),
    poll(TRACKER, "2026-01-02T08:00:00Z", [ends("acme-1", "2026-09-01")]),
    poll(TRACKER, "2026-03-01T08:00:00Z", [ends("acme-1", "2026-01-02")]),
    poll(TRACKER, "2026-03-02T08:00:00Z", [ends("acme-1", "2026-09-01")]),
    poll(TRACKER, "2026-03-03T08:00:00Z", [ends("acme-1", "2026-10-01")]),
  ]);
  assert.deepEqual(lines(told.changes), ["announced acme-1 2026-09-01", "date-moved acme-1 2026-10-01"]);
});

test("two mails stand side by side: a month repeats its day, another day is told as moved from what was told", () => {
  const mail = (id: string): typeof MAIL => ({ ...MAIL, id });
  const none = ["mail-1", "mail-2", "mail-3"].map((id) => poll(mail(id), "2026-01-01T08:00:00Z", []));
  const told = runPolls([
    ...none,
    poll(mail("mail-1"), "2026-01-02T08:00:00Z", [ends("acme-1", "2027-02-17")]),
    poll(mail("mail-2"), "2026-01-03T08:00:00Z", [ends("acme-1", "2027-02-01", { precision: "month" })]),
  ]);
  assert.deepEqual(lines(told.changes), ["announced acme-1 2027-02-17"]);
  const record = [...told.records.values()][0];
  assert.deepEqual([record?.shutdown, record?.precision, record?.claims.length], ["2027-02-17", "day", 2]);
  const moved = runPolls([
    ...none,
    poll(mail("mail-1"), "2026-01-02T08:00:00Z", [ends("acme-1", "2027-02-17")]),
    poll(mail("mail-2"), "2026-01-03T08:00:00Z", [ends("acme-1", "2027-02-01", { precision: "month" })]),
    poll(mail("mail-3"), "2026-01-04T08:00:00Z", [ends("acme-1", "2027-03-01")]),
  ]);
  assert.deepEqual(
    moved.changes.map((one) => `${one.kind} ${String(one.previous)} ${one.shutdown}`),
    ["announced null 2027-02-17", "date-moved 2027-02-17 2027-03-01"],
  );
});

test("the press told the month, the provider tells its day: the same news, and no disagreement", () => {
  const told = runPolls([
    poll(PAGE, "2026-01-01T08:00:00Z", [lives("acme-2")]),
    poll({ ...MAIL, id: "press" }, "2026-01-01T08:00:00Z", []),
    poll({ ...MAIL, id: "press" }, "2026-01-02T08:00:00Z", [ends("acme-1", "2027-03-01", { precision: "month" })]),
    poll(PAGE, "2026-01-03T08:00:00Z", [lives("acme-2"), ends("acme-1", "2027-03-12")]),
  ]);
  assert.deepEqual(lines(told.changes), ["announced acme-1 2027-03-01"]);
  const record = told.records.get("acme-api|acme-1|") ?? assert.fail();
  const context = { now: Date.parse("2026-01-03T09:00:00Z"), sources: [] };
  assert.deepEqual([record.shutdown, matchOf(record, context).disagreements], ["2027-03-12", []]);
});

test("what the press says later overrides no mail of the provider, and takes nothing of it back", () => {
  const letter = { ...MAIL, id: "letter", trust: "provider" } as const;
  const taken = ends("acme-1", null, { state: "withdrawn" });
  const sources = [letter, { ...MAIL, id: "press-1" }, { ...MAIL, id: "press-2" }];
  const told = runPolls([
    ...sources.map((spec) => poll(spec, "2026-01-01T08:00:00Z", [])),
    poll(letter, "2026-01-02T08:00:00Z", [ends("acme-1", "2026-12-10")]),
    poll({ ...MAIL, id: "press-1" }, "2026-01-03T08:00:00Z", [ends("acme-1", "2027-05-05")]),
    poll({ ...MAIL, id: "press-2" }, "2026-01-04T08:00:00Z", [taken]),
  ]);
  assert.deepEqual(lines(told.changes), ["announced acme-1 2026-12-10"]);
  const record = [...told.records.values()][0];
  assert.deepEqual([record?.shutdown, record?.claims.length], ["2026-12-10", 3]);
});

test("an entry that slides back into a feed's window moves nothing back", () => {
  const old = ends("a-1", "2026-06-01", { announced: "2026-01-01" });
  const { changes, records } = runPolls([
    poll(NOTES, "2026-01-01T00:00:00Z", [old]),
    poll(NOTES, "2026-02-02T00:00:00Z", [ends("a-1", "2026-07-01", { announced: "2026-02-01" })]),
    poll(NOTES, "2026-02-03T00:00:00Z", [old]),
    poll(NOTES, "2026-02-04T00:00:00Z", []),
    poll(NOTES, "2026-03-04T00:00:00Z", [old]),
  ]);
  assert.deepEqual(lines(changes), ["date-moved a-1 2026-07-01"]);
  assert.equal(records.get("acme-api|a-1|")?.shutdown, "2026-07-01");
});

test("merging the same poll again onto the new records says nothing and writes nothing", () => {
  const records = new Map();
  const given = poll(PAGE, "2026-01-02T00:00:00Z", [ends("a-1", "2026-06-01"), lives("a-2", "2027-01-01")]);
  assert.equal(merge(records, given).changes.length, 1);
  const again = merge(records, { ...given, at: "2026-01-02T00:10:00Z" });
  assert.deepEqual([again.changes, again.untold, again.records], [[], [], []]);
});

test("a date far ahead is a filler, and a table cell taken for a model is not believed", () => {
  const records = new Map();
  const cell = "January 30, 2026 (us-east-1 and eu-west-1 Regions)";
  const merged = merge(
    records,
    poll(TRACKER, "2026-01-02T00:00:00Z", [ends("a-1", "2098-12-31"), ends(cell, "2026-04-30")]),
  );
  assert.deepEqual(merged.changes, []);
  assert.equal(merged.doubts.length, 1);
  assert.equal(records.get("acme-api|a-1|")?.scheduled, false);
});

test("a mail that leaves out the word for the stage means the one model that ends that day", () => {
  const preview = ends("gpt-4.5-preview", "2025-07-14");
  const about = (...facts: Parameters<typeof poll>[2][]) =>
    runPolls([
      poll(PAGE, "2025-04-14T00:00:00Z", [preview]),
      ...facts.map((list, at) => poll(MAIL, `2025-06-1${at}T00:00:00Z`, list)),
    ]);
  const same = about([], [ends("GPT-4.5", "2025-07-14")], [ends("gpt-4.5", "2025-07-14")]);
  assert.deepEqual([same.changes, same.records.size], [[], 1]);
  assert.deepEqual(lines(about([], [ends("GPT-4.5", "2025-09-01")]).changes), ["announced GPT-4.5 2025-09-01"]);
});

test("a name without its maker's word means the one model that has its numbers", () => {
  const living = [lives("acme-3-swift-20240307"), lives("acme-3-5-swift-20241022"), lives("acme-3-grand-20240229")];
  const { changes, records } = runPolls([
    poll(PAGE, "2026-01-01T00:00:00Z", living),
    poll(NOTES, "2026-01-01T00:00:00Z", []),
    poll(NOTES, "2026-01-02T00:00:00Z", [ends("Swift 3", "2026-06-01")]),
  ]);
  assert.deepEqual(lines(changes), ["announced acme-3-swift-20240307 2026-06-01"]);
  assert.equal(records.size, 3);
  const turbo = runPolls([
    poll(PAGE, "2026-01-01T00:00:00Z", [lives("acme-4-turbo")]),
    poll(NOTES, "2026-01-02T00:00:00Z", [ends("Acme 4", "2026-06-01")]),
  ]);
  assert.equal(turbo.records.size, 2, "turbo is another model");
});
