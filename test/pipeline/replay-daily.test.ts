import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { addDays } from "#src/core/civil-date.ts";
import { manualClock } from "#src/core/clock.ts";
import { replay, type ReplayLine } from "#src/cli/replay/replay.ts";
import { readTimeline, rootOf } from "#src/cli/replay/timeline.ts";
import { loadFamilies } from "#src/ingest/index.ts";
import { loadMessages } from "#src/messages/index.ts";
import { createRehearsal } from "#src/wiring/rehearsal.ts";

const folder = mkdtempSync(join(tmpdir(), "sundown-daily-"));
after(() => rmSync(folder, { recursive: true, force: true }));
mkdirSync(join(folder, "timelines"));
mkdirSync(join(folder, "pages"));

const START = "2026-01-10";
const DEFAULT = [90, 60, 30, 14, 7, 3, 1, 0];

/** A page in the shape of a provider's, with these rows. */
function page(rows: { id: string; shutdown: string; notice: string }[]): string {
  const tables = rows.map(
    ({ id, shutdown, notice }) =>
      `### ${notice}: ${id}\n\n| Shutdown date | Deprecated model | Recommended replacement |\n|---|---|---|\n| ${shutdown} | \`${id}\` | \`gpt-next\` |\n`,
  );
  return `# Deprecations\n\nModels and the day of their shutdown.\n\n## Deprecation history\n\n${tables.join("\n")}`;
}

const OLD = { id: "gpt-old-1", shutdown: "2025-06-01", notice: "2025-01-01" };

type Poll = { at: string; rows: { id: string; shutdown: string; notice: string }[] | "not-modified" };

async function daily(name: string, polls: Poll[], until: string): Promise<ReplayLine[]> {
  const lines = polls.map(({ at, rows }, index) => {
    const status = rows === "not-modified" ? 304 : 200;
    const file = rows === "not-modified" ? null : `pages/${name}-${index}.md`;
    if (rows !== "not-modified" && file !== null) writeFileSync(join(folder, file), page(rows));
    return JSON.stringify({ at, source: "openai-deprecations", status, file, content_type: "text/markdown" });
  });
  const path = join(folder, "timelines", `${name}.jsonl`);
  writeFileSync(path, `${lines.join("\n")}\n`);
  const printed: ReplayLine[] = [];
  const options = { daily: true, until: Date.parse(until) };
  await replay(await readTimeline(path), rootOf(path, undefined), options, async (line) => void printed.push(line));
  return printed;
}

const remindersOf = (lines: ReplayLine[]) =>
  lines.filter((line) => line["kind"] === "reminder").map((line) => [line["shutdown"], line["milestone"]]);

test("a model 100 days ahead gets exactly its milestones, on their days at 09:00 UTC", async () => {
  const shutdown = addDays(START, 100);
  const row = { id: "gpt-old-2", shutdown, notice: START };
  const lines = await daily(
    "exact",
    [
      { at: `${addDays(START, -1)}T12:00:00Z`, rows: [OLD] },
      { at: `${START}T12:00:00Z`, rows: [row, OLD] },
      { at: `${addDays(START, 1)}T12:00:00Z`, rows: "not-modified" },
    ],
    `${addDays(shutdown, 5)}T12:00:00Z`,
  );
  assert.deepEqual(
    remindersOf(lines),
    DEFAULT.map((days) => [shutdown, days]),
  );
  const at = lines.filter((line) => line["kind"] === "reminder").map((line) => line["at"]);
  assert.deepEqual(
    at,
    DEFAULT.map((days) => `${addDays(shutdown, -days)}T09:00:00Z`),
  );
  assert.ok(
    lines
      .filter((line) => line["kind"] === "reminder")
      .every((line) => line["alert"] === false && line["channel"] === "replay"),
  );
  assert.equal(lines.filter((line) => line["kind"] === "announced").length, 1);
  assert.deepEqual(
    lines.filter((line) => line["kind"] === "retired").map((line) => line["shutdown"]),
    [shutdown],
  );
});

test("a moved date rebuilds the ladder: nothing follows for the old one", async () => {
  const first = addDays(START, 40);
  const second = addDays(START, 100);
  const lines = await daily(
    "moved",
    [
      { at: `${addDays(START, -1)}T12:00:00Z`, rows: [OLD] },
      { at: `${START}T12:00:00Z`, rows: [{ id: "gpt-old-3", shutdown: first, notice: START }, OLD] },
      { at: `${addDays(START, 35)}T12:00:00Z`, rows: [{ id: "gpt-old-3", shutdown: second, notice: START }, OLD] },
    ],
    `${addDays(second, 2)}T12:00:00Z`,
  );
  const expected = [
    ...[30, 14, 7].map((days) => [first, days]),
    ...[60, 30, 14, 7, 3, 1, 0].map((days) => [second, days]),
  ];
  assert.deepEqual(remindersOf(lines), expected);
  const moved = lines.filter((line) => line["kind"] === "date-moved");
  assert.deepEqual(
    moved.map((line) => [line["previous"], line["shutdown"]]),
    [[first, second]],
  );
});

test("nothing follows a withdrawal", async () => {
  const shutdown = addDays(START, 50);
  const row = { id: "gpt-old-4", shutdown, notice: START };
  const gone = (day: number): Poll => ({ at: `${addDays(START, day)}T12:00:00Z`, rows: [OLD] });
  const lines = await daily(
    "withdrawn",
    [gone(-1), { at: `${START}T12:00:00Z`, rows: [row, OLD] }, gone(21), gone(23), gone(25), gone(26)],
    `${addDays(shutdown, 5)}T12:00:00Z`,
  );
  assert.deepEqual(
    lines.filter((line) => line["kind"] === "withdrawn").map((line) => line["previous"]),
    [shutdown],
  );
  assert.deepEqual(remindersOf(lines), [[shutdown, 30]]);
  assert.equal(lines.filter((line) => line["kind"] === "retired").length, 0);
});

test("ten days asleep give the most urgent milestone once", async () => {
  const families = await loadFamilies();
  const { messagesFor } = await loadMessages();
  const clock = manualClock(`${addDays(START, -1)}T12:00:00Z`);
  const spec = families.specFor("openai-deprecations");
  const rehearsal = await createRehearsal({ families, specs: [spec], clock, messagesFor });
  const shutdown = addDays(START, 20);
  const take = async (rows: { id: string; shutdown: string; notice: string }[]) => {
    const text = page(rows);
    const answer = {
      kind: "body" as const,
      text,
      bytes: text.length,
      contentType: "text/markdown",
      etag: null,
      lastModified: null,
      url: spec.url,
      status: 200,
    };
    await rehearsal.pipeline.take(spec, answer, 60_000);
    await rehearsal.outbox.drainOnce();
  };
  const wake = async (day: string) => {
    clock.set(Date.parse(`${day}T09:00:00Z`));
    await rehearsal.pipeline.tick();
    await rehearsal.outbox.drainOnce();
    return rehearsal.takeTold().flatMap((told) => told.changes.map((change) => change.milestone));
  };
  try {
    await take([OLD]);
    clock.set(Date.parse(`${START}T12:00:00Z`));
    await take([{ id: "gpt-old-5", shutdown, notice: START }, OLD]);
    assert.equal(rehearsal.takeTold().length, 1);
    // The 14 and the 7 were slept through: day 10 to day 14 of 20.
    assert.deepEqual(await wake(addDays(START, 14)), [7]);
    assert.deepEqual(await wake(addDays(START, 14)), []);
    assert.deepEqual(await wake(addDays(START, 17)), [3]);
  } finally {
    await rehearsal.close();
  }
});
