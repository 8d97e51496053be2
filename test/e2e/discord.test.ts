import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import { type FakeDiscord, type FakeInteraction, RIGHTS, startFakeDiscord } from "#test/fakes/discord/index.ts";
import { createRig, later, MIRROR, OLD_ROWS, type Rig, type Row, until } from "./rig.ts";

const SUBSCRIPTIONS = [{ platform: "discord", workspace: "100", channel: "101" }];
const PREVIEW: Row = ["gpt-7-preview", "2026-12-01", "gpt-8"];
const AUDIO: Row = ["gpt-7-audio", "2026-12-08", "gpt-8"];
const ACK_MS = 3000;

async function discordRig(t: TestContext, mirror = false): Promise<{ rig: Rig; fake: FakeDiscord }> {
  const fake = await startFakeDiscord({ maxConcurrency: 100 });
  const environment = { DISCORD_TOKEN: fake.token, DISCORD_API_URL: fake.apiUrl };
  const rig = await createRig(t, { subscriptions: SUBSCRIPTIONS, environment, mirror });
  t.after(() => fake.close());
  return { rig, fake };
}

const shown = (message: object | null) => JSON.stringify(message);

async function answered(interaction: FakeInteraction): Promise<string> {
  const message = await until(() => interaction.original);
  assert.deepEqual(interaction.refused, []);
  const acknowledged = (interaction.callback?.at ?? Number.POSITIVE_INFINITY) - interaction.created_at;
  assert.ok(acknowledged < ACK_MS, `acknowledged after ${acknowledged} ms`);
  return shown(message);
}

void describe("the bot on Discord", { concurrency: true }, () => {
  void it("tells a new retirement once, obeys 429, answers commands, buttons and autocomplete", async (t) => {
    const { rig, fake } = await discordRig(t, true);
    rig.start();
    await until(() => fake.gateway.identifies > 0);
    await rig.polled();
    assert.equal(fake.messages.length, 0, "the first look is silent");

    rig.publish([...OLD_ROWS, PREVIEW]);
    const alert = await until(() => fake.inChannel("101")[0]);
    assert.match(shown(alert.embeds), /gpt-7-preview/);
    assert.equal(alert.enforce_nonce, true);
    const nonce = alert.nonce ?? "";
    assert.ok(nonce.length > 0 && nonce.length <= 25);
    assert.ok(shown([alert.embeds, alert.components]).includes(nonce), "the key stands in the message itself");
    assert.deepEqual(alert.pings, []);

    rig.publish([...OLD_ROWS, PREVIEW], { footer: "Last built at noon." });
    rig.publish([...OLD_ROWS, PREVIEW], { path: MIRROR, footer: "Mirrored." });
    await Promise.all([rig.polled(), rig.polled(MIRROR)]);
    assert.equal(fake.messages.length, 1, "seen before");

    fake.fault({ kind: "rate-limit", scope: "user", retry_after: 2, method: "POST", path: "/channels/101/messages" });
    rig.publish([...OLD_ROWS, PREVIEW, AUDIO]);
    await until(() => fake.inChannel("101").length === 2);
    const posts = fake.requests.filter(({ method, path }) => method === "POST" && path === "/channels/101/messages");
    assert.deepEqual(
      posts.map((request) => request.status),
      [200, 429, 200],
    );
    const waited = (posts[2]?.at ?? 0) - (posts[1]?.at ?? 0);
    assert.ok(waited >= 2000, `sent again after ${waited} ms`);

    const status = fake.slash({ channel: "101", command: "model-status", options: { model: "gpt-7-preview" } });
    assert.match(await answered(status), /gpt-8/);
    const [why] = buttonsOf(alert.components).filter((button) => button["label"] === "Why");
    assert.match(await answered(fake.press(alert, String(why?.["custom_id"]))), /gpt-7-preview/);
    const typing = fake.autocomplete({
      channel: "101",
      command: "model-status",
      options: { model: "gpt-7" },
      focused: "model",
    });
    const choices = await until(() => typing.callback?.data["choices"] as { value: string }[] | undefined);
    assert.ok(choices.some((choice) => choice.value.includes("gpt-7-preview")));

    const add = { channel: "102", command: "model-watch", subcommand: "add", options: { provider: "openai" } };
    assert.match(await answered(fake.slash(add)), /Only people who manage this channel/);
    const manager = { id: "78", permissions: RIGHTS.manageChannels };
    assert.match(await answered(fake.slash({ ...add, by: manager })), /Added/);
    rig.publish([...OLD_ROWS, PREVIEW, AUDIO, ["gpt-7-realtime", "2026-12-15", "gpt-8"]]);
    const bare = (channel: string) =>
      fake.inChannel(channel).filter((message) => message.via === "bot" && shown(message).includes("gpt-7-realtime"));
    const summaries = () => fake.inChannel("102").filter((message) => message.content.includes("Summary"));
    await until(() => bare("101").length === 1 && bare("102").length === 1);
    assert.equal(summaries().length, 1, "a new channel gets one summary of what is ahead");
    const rest = fake.inChannel("102").filter((message) => !summaries().includes(message));
    assert.ok(!shown(rest).includes("gpt-7-audio"), "and is told nothing old");
  });

  void it("reminds once, at the channel's own time, and not again after a restart", async (t) => {
    const { rig, fake } = await discordRig(t);
    rig.publish([...OLD_ROWS, ["gpt-7-preview", "2026-07-01", "gpt-8"]]);
    const nine = "2026-06-01T09:00:00Z";
    const look = Math.ceil((Date.now() + 9000) / 15_000) * 15_000;
    const first = rig.start({ SUNDOWN_CLOCK: later(nine, Date.now() - look + 4000) });
    await rig.polled();
    assert.equal(fake.messages.length, 0, "not before nine");
    const reminder = await until(() => fake.messages[0], 45_000);
    assert.ok(reminder.at >= look - 4000, "not before nine");
    assert.match(shown(reminder.embeds), /gpt-7-preview.*in 30 days/);
    await first.kill("SIGTERM");
    rig.start({ SUNDOWN_CLOCK: later(nine, 60_000) });
    await rig.polled();
    await rig.polled();
    assert.equal(fake.messages.length, 1, "told once");
  });
});

function buttonsOf(components: object[]): Record<string, unknown>[] {
  return components.flatMap((row) => (row as { components?: Record<string, unknown>[] }).components ?? []);
}
