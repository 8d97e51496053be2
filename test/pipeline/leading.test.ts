import assert from "node:assert/strict";
import { test } from "node:test";
import { OLD_ROWS } from "#test/e2e/rig.ts";
import { answer, drain, pipelineRig, SECOND_HAND, SPEC } from "./rig.ts";

const DAY = 86_400_000;
const NEWS = ["gpt-7-news", "2026-12-01", "gpt-8"] as const;

/** How often each channel was told of the news. */
const tellings = (told: readonly string[]): number[] =>
  ["slack", "discord"].map(
    (name) => told.filter((line) => line.startsWith(name) && line.includes("gpt-7-news")).length,
  );

test("a second-hand feed that knew it first keeps nobody from hearing it of the provider", async () => {
  const rig = await pipelineRig();
  const bot = await rig.boot();
  await bot.pipeline.take(SPEC, answer(OLD_ROWS), DAY);
  await bot.pipeline.take(SECOND_HAND, answer(OLD_ROWS, SECOND_HAND), DAY);
  rig.clock.advance(DAY);
  await bot.pipeline.take(SECOND_HAND, answer([...OLD_ROWS, NEWS], SECOND_HAND), DAY);
  await drain(bot, rig.clock);
  assert.deepEqual(tellings(rig.told()), [0, 0], "the provider's page was read a day ago and does not say it");
  rig.clock.advance(DAY);
  await bot.pipeline.take(SPEC, answer([...OLD_ROWS, NEWS]), DAY);
  await bot.pipeline.take(SECOND_HAND, answer([...OLD_ROWS, NEWS], SECOND_HAND), DAY);
  await drain(bot, rig.clock);
  assert.deepEqual(tellings(rig.told()), [1, 1]);
  await rig.store.close();
});

test("nor does one that was added in silence with the news already in it", async () => {
  const rig = await pipelineRig();
  const bot = await rig.boot();
  await bot.pipeline.take(SPEC, answer(OLD_ROWS), DAY);
  await bot.pipeline.take(SECOND_HAND, answer([...OLD_ROWS, NEWS], SECOND_HAND), DAY);
  rig.clock.advance(DAY);
  await bot.pipeline.take(SPEC, answer([...OLD_ROWS, NEWS]), DAY);
  rig.clock.advance(DAY);
  await bot.pipeline.take(SPEC, answer([...OLD_ROWS, NEWS]), DAY);
  await drain(bot, rig.clock);
  assert.deepEqual(tellings(rig.told()), [1, 1]);
  await rig.store.close();
});
