import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { startFakeDiscord } from "#test/fakes/discord/index.ts";
import { startFakeSlack } from "#test/fakes/slack/index.ts";
import { createRig, later, OLD_ROWS, PAGE, type Rig, type Row, TODAY, until } from "./rig.ts";

const POLLED: Row = ["gpt-7-polled", "2026-12-01", "gpt-8"];
const BEFORE: Row = ["gpt-7-before", "2026-12-02", "gpt-8"];
const AFTER: Row = ["gpt-7-after", "2026-12-03", "gpt-8"];
const LATER: Row = ["gpt-7-later", "2026-12-04", "gpt-8"];
const ALL = [POLLED, BEFORE, AFTER, LATER];
const MINUTE = 60_000;

/** Publishes a slow page and kills the bot while it reads it; the next bot may read at once. */
async function killInPoll(rig: Rig, start: () => { kill(): Promise<unknown> }, rows: readonly Row[]): Promise<void> {
  const bot = start();
  await rig.polled();
  rig.publish(rows, { delayMs: 5000 });
  const seen = rig.pages.requests.length;
  await until(() => rig.pages.requests.slice(seen).some((request) => request.path === PAGE));
  await bot.kill();
  rig.publish(rows);
}

void describe("SIGKILL of the real bot, then a restart: nothing lost, nothing twice (D1)", {
  concurrency: true,
}, () => {
  void it("on Slack: in a poll, in a send before it is stored, and after", async (t) => {
    const fake = await startFakeSlack();
    const { botToken, appToken } = fake.state.settings;
    const environment = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_API_URL: fake.apiUrl };
    const rig = await createRig(t, {
      subscriptions: [{ platform: "slack", workspace: "T1", channel: "C1" }],
      environment,
    });
    t.after(() => fake.stop());
    const told = (row: Row) => fake.messages().filter((message) => message.text.includes(row[0])).length;
    const held = () => fake.state.calls.filter((call) => call.answer === "hang").length;
    const stages = [
      { row: BEFORE, stored: false },
      { row: AFTER, stored: true },
      { row: LATER, stored: true },
    ];
    await killInPoll(rig, () => rig.start(), [...OLD_ROWS, POLLED]);
    let at = later(TODAY, MINUTE);
    let bot = rig.start({ SUNDOWN_CLOCK: at });
    await until(() => told(POLLED) === 1);
    for (const [index, { row, stored }] of stages.entries()) {
      fake.fault({ kind: "hang", stored });
      rig.publish([...OLD_ROWS, POLLED, ...stages.slice(0, index + 1).map((stage) => stage.row)]);
      await until(() => held() === index + 1);
      await bot.kill();
      assert.equal(told(row), stored ? 1 : 0);
      at = later(at, row === LATER ? 3 * 1440 * MINUTE : MINUTE);
      bot = rig.start({ SUNDOWN_CLOCK: at });
      await until(
        () => fake.state.calls.filter((call) => call.method === "conversations.history").length === index + 1,
      );
      await until(() => told(row) === 1);
    }
    await rig.polled();
    assert.deepEqual(ALL.map(told), [1, 1, 1, 1]);
    assert.equal(fake.messages().length, ALL.length);
    const keys = fake.messages().map((message) => message.metadata?.event_payload["key"]);
    assert.equal(new Set(keys).size, ALL.length);
  });

  void it("on Discord: in a poll, in a send before it is stored, and after, with and without the nonce", async (t) => {
    const fake = await startFakeDiscord({ maxConcurrency: 100 });
    const environment = { DISCORD_TOKEN: fake.token, DISCORD_API_URL: fake.apiUrl };
    const subscriptions = [{ platform: "discord", workspace: "100", channel: "101" }];
    const rig = await createRig(t, { subscriptions, environment });
    t.after(() => fake.close());
    const told = (row: Row) => fake.messages.filter((one) => JSON.stringify(one.embeds).includes(row[0])).length;
    const posts = () => fake.requests.filter(({ method, path }) => method === "POST" && path.endsWith("/101/messages"));
    const looks = () => fake.requests.filter(({ method, path }) => method === "GET" && path.endsWith("/101/messages"));
    const stages = [
      { row: BEFORE, kind: "hang", forget: false },
      { row: AFTER, kind: "silence", forget: false },
      { row: LATER, kind: "silence", forget: true },
    ] as const;
    await killInPoll(rig, () => rig.start(), [...OLD_ROWS, POLLED]);
    let at = later(TODAY, MINUTE);
    let bot = rig.start({ SUNDOWN_CLOCK: at });
    await until(() => told(POLLED) === 1);
    for (const [index, { row, kind, forget }] of stages.entries()) {
      const before = posts().length;
      fake.fault({ kind, method: "POST", path: "/channels/101/messages" });
      rig.publish([...OLD_ROWS, POLLED, ...stages.slice(0, index + 1).map((stage) => stage.row)]);
      await until(() => posts().length > before);
      await bot.kill();
      assert.equal(told(row), kind === "silence" ? 1 : 0);
      if (forget) fake.forgetNonces();
      // Within a minute the nonce answers for the past; after ten the history must.
      at = later(at, forget ? 10 * MINUTE : 15_000);
      bot = rig.start({ SUNDOWN_CLOCK: at });
      if (forget) await until(() => looks().length > 0);
      else await until(() => posts().length > before + 1);
      await until(() => told(row) === 1);
    }
    await rig.polled();
    assert.deepEqual(ALL.map(told), [1, 1, 1, 1]);
    assert.equal(fake.messages.length, ALL.length);
  });
});
