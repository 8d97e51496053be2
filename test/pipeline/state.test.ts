import assert from "node:assert/strict";
import { test } from "node:test";
import { isoOf } from "#src/core/clock.ts";
import { loadCursors } from "#src/wiring/sights.ts";
import { openKeyv } from "#src/store/keyv.ts";
import { lifeOf, mortal } from "../../scripts/torture/mortal.ts";
import type { Row } from "#test/e2e/rig.ts";
import { answer, drain, MIRROR, pipelineRig, rowsOf, SPEC } from "./rig.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NEWS: Row = ["gpt-7-news", "2026-12-01", "gpt-8"];
const NOT_MODIFIED = { kind: "not-modified", url: SPEC.url } as const;

test("two sources with the same news at the same moment: told once, both claims kept", async () => {
  const rig = await pipelineRig();
  const bot = await rig.boot();
  for (const spec of [SPEC, MIRROR]) await bot.pipeline.take(spec, answer(rowsOf(3), spec), DAY);
  rig.clock.advance(DAY);
  await Promise.all([SPEC, MIRROR].map((spec) => bot.pipeline.take(spec, answer([...rowsOf(3), NEWS], spec), DAY)));
  await drain(bot, rig.clock);
  assert.equal(rig.told().length, 2);
  const stored = await rig.store.catalog.load();
  const claims = stored.get("openai-api|gpt-7-news|")?.claims.map((claim) => claim.source);
  assert.deepEqual(claims?.toSorted(), ["mirror", "openai-deprecations"]);
  await rig.store.close();
});

test("40 polls at once over one catalogue lose no claim", async () => {
  const rig = await pipelineRig();
  const bot = await rig.boot();
  const polls = Array.from({ length: 40 }, (_, index) => ({
    ...MIRROR,
    id: index % 2 === 0 ? SPEC.id : MIRROR.id,
    index,
  }));
  await bot.pipeline.take(SPEC, answer(rowsOf(2)), DAY);
  await bot.pipeline.take(MIRROR, answer(rowsOf(2), MIRROR), DAY);
  await Promise.all(
    polls.map((spec) =>
      bot.pipeline.take(spec, answer([...rowsOf(2), [`gpt-5-${spec.index}`, "2026-12-01", "gpt-8"]], spec), DAY),
    ),
  );
  const stored = await rig.store.catalog.load();
  for (const { index } of polls) assert.equal(stored.get(`openai-api|gpt-5-${index}|`)?.claims.length, 1, `${index}`);
  assert.deepEqual([...stored.keys()].sort(), [...(await bot.records()).keys()].sort());
  await rig.store.close();
});

test("not modified while a small page waits: after 72 h and three looks it counts, once", async () => {
  const rig = await pipelineRig();
  const bot = await rig.boot();
  for (let poll = 0; poll < 5; poll += 1) {
    await bot.pipeline.take(SPEC, answer(rowsOf(20 + poll)), DAY);
    rig.clock.advance(HOUR);
  }
  rig.platforms.forEach((platform) => platform.stored.splice(0));
  const small = rowsOf(24).slice(0, 12);
  const first = await bot.pipeline.take(SPEC, answer(small), DAY);
  assert.equal(first.outcome, "good");
  for (let look = 0; look < 2; look += 1) {
    rig.clock.advance(DAY);
    await bot.pipeline.take(SPEC, NOT_MODIFIED, DAY);
    await drain(bot, rig.clock);
  }
  const withdrawn = () => rig.told().filter((meaning) => meaning.includes("|withdrawn|"));
  assert.deepEqual(withdrawn(), []);
  rig.clock.advance(DAY);
  await bot.pipeline.take(SPEC, NOT_MODIFIED, DAY);
  await drain(bot, rig.clock);
  assert.equal(withdrawn().length, 2 * 12);
  for (let look = 0; look < 3; look += 1) {
    rig.clock.advance(DAY);
    await bot.pipeline.take(SPEC, NOT_MODIFIED, DAY);
    await drain(bot, rig.clock);
  }
  assert.equal(withdrawn().length, 2 * 12);
  await rig.store.close();
});

test("a crash while a second small page is taken leaves nothing of it: not modified repeats the first", async () => {
  const rig = await pipelineRig();
  const bot = await rig.boot();
  await bot.pipeline.take(SPEC, answer(rowsOf(24)), DAY);
  rig.clock.advance(HOUR);
  await bot.pipeline.take(SPEC, answer(rowsOf(24).slice(0, 12)), DAY);
  // The same number of rows, one of them new: the news of a page that the provider took back at once.
  const second = answer([...rowsOf(24).slice(0, 11), NEWS]);
  for (let step = 1; ; step += 1) {
    rig.clock.advance(HOUR);
    const life = lifeOf(step);
    const doomed = await rig.boot({ store: mortal(rig.store, () => life.step()) });
    const died = await doomed.pipeline.take(SPEC, second, DAY).then(
      () => false,
      () => true,
    );
    // From the second step on the news is committed, and rightly told.
    if (!died || step > 1) break;
    const heir = await rig.boot();
    await heir.pipeline.take(SPEC, NOT_MODIFIED, DAY);
    await drain(heir, rig.clock);
    assert.deepEqual(rig.told(), []);
    assert.equal((await heir.records()).has("openai-api|gpt-7-news|"), false);
  }
  await rig.store.close();
});

test("a restored store learns in silence what was said since, and tells what comes after", async () => {
  const rig = await pipelineRig();
  const before = await rig.boot();
  await before.pipeline.take(SPEC, answer(rowsOf(3)), DAY);
  rig.clock.advance(40 * DAY);
  const bot = await rig.boot({ restoredAt: isoOf(rig.clock.now()) });
  rig.clock.advance(60_000);
  const missed = Array.from({ length: 9 }, (_, index): Row => [`gpt-6-${index + 10}`, "2026-12-24", "gpt-8"]);
  await bot.pipeline.take(SPEC, answer([...rowsOf(3), ...missed]), DAY);
  await bot.pipeline.tick();
  await drain(bot, rig.clock);
  assert.deepEqual(rig.told(), []);
  assert.ok((await bot.records()).has("openai-api|gpt-6-10|"));
  await bot.pipeline.take(SPEC, answer([...rowsOf(3), ...missed, NEWS]), DAY);
  await drain(bot, rig.clock);
  assert.equal(rig.told().length, 2);
  await rig.store.close();
});

test("an item that slides back onto a page or into a feed is never new again, whatever else moves (S7)", async (t) => {
  const rig = await pipelineRig();
  const bot = await rig.boot();
  const all = rowsOf(24);
  await bot.pipeline.take(SPEC, answer(all), DAY);
  let looks = 0;
  for (let round = 0; round < 60; round += 1) {
    rig.clock.advance(7 * HOUR);
    // A window of eighteen rows over the list: each row leaves and comes back again and again.
    const window = Array.from({ length: 18 }, (_, index) => all[(round * 5 + index) % all.length] ?? NEWS);
    await bot.pipeline.take({ ...SPEC, nature: "feed" }, answer(window), DAY);
    await drain(bot, rig.clock);
    looks += 1;
  }
  assert.deepEqual(rig.told(), []);
  t.diagnostic(`${looks} looks through a sliding window of 18 of 24 items: 0 posts`);
  const cursors = await loadCursors(openKeyv(rig.store, "sources"), [SPEC]);
  assert.equal(cursors.of(SPEC.id).health, "good");
  await rig.store.close();
});
