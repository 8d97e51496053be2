import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "node:test";
import { silentLog } from "#src/lib/log.ts";
import { createSlackPlatform } from "#src/platforms/slack/index.ts";
import { startFakeSlack } from "#test/fakes/slack/index.ts";
import { messagesFor, specs, startWorld } from "../world.ts";

/** Longer than the adapter lets Slack wait, shorter than Slack waits. */
const SLOW_MS = 2_600;

test("a form that takes long to save answers Slack in time, and shows its end later: saved, or what is wrong", async (t) => {
  const fake = await startFakeSlack({ tiers: false, channelBurst: null });
  const world = await startWorld({});
  let requests = 0;
  const platform = createSlackPlatform({
    botToken: fake.state.settings.botToken,
    appToken: fake.state.settings.appToken,
    apiUrl: fake.apiUrl,
    clock: { now: () => Date.now() + (requests += 1) * 5000 },
    log: silentLog,
    commands: specs,
    adminsOnly: false,
    messages: messagesFor,
  });
  world.platforms.set("slack", platform);
  const { handlers } = world;
  await platform.start({
    ...handlers,
    onSubmit: async (request, values) => {
      await sleep(SLOW_MS);
      return (await handlers.onSubmit?.(request, values)) ?? { errors: {} };
    },
  });
  t.after(async () => {
    await platform.stop();
    await fake.stop();
    await world.close();
  });
  const words = messagesFor(null).form;
  const submit = async (time: string) => {
    fake.state.views.open.length = 0;
    await fake.people.command("/model-watch", { opensForm: true });
    const view = await fake.modals.filled();
    fake.modals.fill(view, "providers", ["openai"]);
    fake.modals.fill(view, "time", time);
    const began = performance.now();
    assert.equal(await fake.modals.submit(view), null);
    const waited = performance.now() - began;
    assert.ok(waited < 3000, `answered after ${waited} ms`);
    const [now] = fake.state.views.open;
    assert.ok(now !== undefined);
    assert.match(fake.modals.shown(now), new RegExp(words.saving));
    await sleep(SLOW_MS - 1500);
    const [end] = fake.state.views.open;
    assert.ok(end !== undefined);
    return fake.modals.shown(end);
  };
  const saved = await submit("08:30");
  assert.doesNotMatch(saved, new RegExp(words.saving));
  assert.deepEqual((await world.store.channels.get("slack:T1:C1"))?.subscription.providers, ["openai"]);
  const wrong = await submit("half past nine");
  assert.match(wrong, new RegExp(words.failed));
  assert.equal((await world.store.channels.get("slack:T1:C1"))?.subscription.time, "08:30");
  const late = fake.sockets.acks.filter((ack) => ack.late);
  assert.equal(late.length, 0);
});
