import assert from "node:assert/strict";
import { test } from "node:test";
import { OLD_ROWS } from "#test/e2e/rig.ts";
import { lifeOf, mortal } from "../../scripts/torture/mortal.ts";
import { answer, drain, type PipelineRig, pipelineRig, SPEC } from "./rig.ts";

const DAY = 86_400_000;
/** Known from the silent baseline; its 14-day reminder comes while the process dies. */
const COUNTED = ["gpt-6-counted", "2026-03-16", "gpt-7"] as const;
const NEWS = ["gpt-7-news", "2026-12-01", "gpt-8"] as const;
const AUDIO = ["gpt-7-audio", "2026-12-08", "gpt-8"] as const;

/** A poll with news, the clock's reminder, and the sends: the whole way, by whoever lives. */
async function morning(rig: PipelineRig, bot: Awaited<ReturnType<PipelineRig["boot"]>>): Promise<void> {
  await bot.pipeline.take(SPEC, answer([...OLD_ROWS, COUNTED, NEWS, AUDIO]), DAY);
  await bot.pipeline.tick();
  await drain(bot, rig.clock);
}

/** Dies at the given step of its life, then another one does it all again. Returns null when it lived through it. */
async function dieAt(step: number): Promise<string[] | null> {
  const rig = await pipelineRig();
  const first = await rig.boot();
  await first.pipeline.take(SPEC, answer([...OLD_ROWS, COUNTED]), DAY);
  rig.clock.advance(DAY + 3_600_000);
  const life = lifeOf(step);
  const doomed = await rig.boot({ store: mortal(rig.store, life.step) });
  const died = await morning(rig, doomed).then(
    () => false,
    () => life.dead(),
  );
  if (!died) {
    await rig.store.close();
    return null;
  }
  rig.clock.advance(5000);
  const heir = await rig.boot();
  await morning(rig, heir);
  const { pending, sending, unclear } = await rig.store.outbox.counts();
  assert.equal(pending + sending + unclear, 0, `step ${step}: rows never ended`);
  await rig.store.close();
  return rig.told();
}

test("a process that dies before or after any of its writes: the next one tells all of it, each once", async (t) => {
  const rig = await pipelineRig();
  const bot = await rig.boot();
  await bot.pipeline.take(SPEC, answer([...OLD_ROWS, COUNTED]), DAY);
  rig.clock.advance(DAY + 3_600_000);
  await morning(rig, bot);
  const calm = rig.told();
  await rig.store.close();
  assert.equal(calm.length, 8, calm.join("\n"));
  let step = 1;
  for (; ; step += 1) {
    const told = await dieAt(step);
    if (told === null) break;
    assert.deepEqual(told, calm, `killed at step ${step}`);
  }
  t.diagnostic(`killed at each of ${step - 1} steps: 0 lost, 0 twice`);
  assert.ok(step > 40, `only ${step} steps`);
});

test("a store that refuses one write: the same process does it again at the next look, each once", async () => {
  const rig = await pipelineRig();
  const { store } = rig;
  let refusals = 0;
  const events: typeof store.events = {
    ...store.events,
    commit: async (batch) => {
      if (refusals > 0) {
        refusals -= 1;
        throw new Error("busy");
      }
      return store.events.commit(batch);
    },
  };
  const bot = await rig.boot({ store: { ...store, events } });
  await bot.pipeline.take(SPEC, answer([...OLD_ROWS, COUNTED]), DAY);
  await bot.pipeline.tick();
  rig.clock.advance(DAY + 3_600_000);
  refusals = 2;
  await assert.rejects(bot.pipeline.take(SPEC, answer([...OLD_ROWS, COUNTED, NEWS, AUDIO]), DAY), /busy/);
  await assert.rejects(bot.pipeline.tick(), /busy/);
  await morning(rig, bot);
  await morning(rig, bot);
  assert.equal(rig.told().length, 8, rig.told().join("\n"));
  await store.close();
});
