import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, it, type TestContext } from "node:test";
import { type FakeSlack, signedHeaders, startFakeSlack } from "#test/fakes/slack/index.ts";
import { createRig, later, MIRROR, OLD_ROWS, type Rig, type Row, until } from "./rig.ts";

const SUBSCRIPTIONS = [{ platform: "slack", workspace: "T1", channel: "C1" }];
const PREVIEW: Row = ["gpt-7-preview", "2026-12-01", "gpt-8"];
const AUDIO: Row = ["gpt-7-audio", "2026-12-08", "gpt-8"];
/** https://docs.slack.dev/interactivity/implementing-slash-commands: an answer within 3 seconds. */
const ACK_MS = 3000;

async function slackRig(
  t: TestContext,
  mirror = false,
): Promise<{ rig: Rig; fake: FakeSlack; socket: Record<string, string> }> {
  const fake = await startFakeSlack();
  const environment = { SLACK_BOT_TOKEN: fake.state.settings.botToken, SLACK_API_URL: fake.apiUrl };
  const rig = await createRig(t, { subscriptions: SUBSCRIPTIONS, environment, mirror });
  t.after(() => fake.stop());
  return { rig, fake, socket: { SLACK_APP_TOKEN: fake.state.settings.appToken } };
}

const about = (fake: FakeSlack, model: string) =>
  fake.messages().filter((message) => JSON.stringify([message.text, message.blocks]).includes(model));

void describe("the bot on Slack", { concurrency: true }, () => {
  void it("tells a new retirement once, obeys 429, answers commands and buttons (Socket Mode)", async (t) => {
    const { rig, fake, socket } = await slackRig(t, true);
    rig.start(socket);
    await until(() => fake.sockets.count > 0);
    await rig.polled();
    assert.equal(fake.messages().length, 0, "the first look is silent");

    rig.publish([...OLD_ROWS, PREVIEW]);
    const [alert] = await until(() => fake.messages().length > 0 && fake.messages());
    assert.equal(alert?.channel, "C1");
    assert.match(alert?.text ?? "", /gpt-7-preview/);
    assert.equal(alert?.metadata?.event_type, "sundown_delivery");
    assert.match(String(alert?.metadata?.event_payload["key"]), /^[\w-]{8,64}$/);
    assert.equal(alert?.pings, 0);

    // The same news in other bytes, and from somebody else.
    rig.publish([...OLD_ROWS, PREVIEW], { footer: "Last built at noon." });
    rig.publish([...OLD_ROWS, PREVIEW], { path: MIRROR, footer: "Mirrored." });
    await Promise.all([rig.polled(), rig.polled(MIRROR)]);
    assert.equal(fake.messages().length, 1, "seen before");

    fake.fault({ kind: "rate-limited", retryAfter: 2 });
    rig.publish([...OLD_ROWS, PREVIEW, AUDIO]);
    await until(() => about(fake, "gpt-7-audio").length > 0);
    const posts = fake.state.calls.filter((call) => call.method === "chat.postMessage");
    assert.deepEqual(
      posts.map((call) => call.answer),
      ["ok", "rate-limited", "ok"],
    );
    const waited = (posts[2]?.at ?? 0) - (posts[1]?.at ?? 0);
    assert.ok(waited >= 2000, `sent again after ${waited} ms`);

    const status = await fake.people.command("/model-status gpt-7-preview");
    assert.ok(status.ackMs < ACK_MS, `acknowledged after ${status.ackMs} ms`);
    assert.match(status.answer.shown, /2026-12-01|1 December 2026/);
    assert.match(status.answer.shown, /gpt-8/);
    const pressed = await fake.people.press("Why");
    assert.ok(pressed.ackMs < ACK_MS);
    assert.match(pressed.answer.shown, /gpt-7-audio/);

    // U2 is in C2 only, U1 in both.
    const stranger = await fake.people.command("/model-watch settings time=10:00", { user: "U2", channel: "C1" });
    assert.match(stranger.answer.shown, /Only people who manage this channel/);
    const newcomer = await fake.people.command("/model-watch add openai", { user: "U3", channel: "C2" });
    assert.match(newcomer.answer.shown, /Only people who manage this channel/);
    const member = await fake.people.command("/model-watch add openai", { user: "U1", channel: "C2" });
    assert.match(member.answer.shown, /Added/);
    rig.publish([...OLD_ROWS, PREVIEW, AUDIO, ["gpt-7-realtime", "2026-12-15", "gpt-8"]]);
    await until(() => about(fake, "gpt-7-realtime").length === 2);
    assert.deepEqual(
      about(fake, "gpt-7-realtime")
        .map((message) => message.channel)
        .sort(),
      ["C1", "C2"],
    );
    const [one, summary, ...others] = about(fake, "gpt-7-audio");
    assert.equal(one?.channel, "C1");
    assert.equal(summary?.channel, "C2");
    assert.match(summary?.text ?? "", /Summary/);
    assert.deepEqual(others, [], "a new channel gets one summary of what is ahead, and nothing old");
  });

  void it("answers signed requests and refuses forged ones (HTTP mode)", async (t) => {
    const { rig, fake } = await slackRig(t);
    const port = await freePort();
    const { signingSecret } = fake.state.settings;
    const bot = rig.start({ SLACK_SIGNING_SECRET: signingSecret, PORT: String(port), LOG_LEVEL: "info" });
    const url = `http://127.0.0.1:${port}/slack/events`;
    fake.people.requestUrl = url;
    await rig.polled();
    const done = await fake.people.command("/model-status gpt-6-early");
    assert.ok(done.ackMs < ACK_MS);
    assert.match(done.answer.shown, /2026-03-02|2 March 2026/);
    const body = new URLSearchParams({ command: "/model-status", text: "gpt-6-early" }).toString();
    const post = (headers: Record<string, string>) => fetch(url, { method: "POST", headers, body });
    assert.equal((await post(signedHeaders("another secret", body))).status, 401);
    const old = Math.floor(Date.now() / 1000) - 3600;
    assert.equal((await post(signedHeaders(signingSecret, body, old))).status, 401, "an old one");
    assert.equal((await fetch(`http://127.0.0.1:${port}/livez`)).status, 200);
    assert.doesNotMatch(bot.stdout() + bot.stderr(), new RegExp(`${signingSecret}|${fake.state.settings.botToken}`));
  });

  void it("reminds once, at the channel's own time, and not again after a restart", async (t) => {
    const { rig, fake, socket } = await slackRig(t);
    rig.publish([...OLD_ROWS, ["gpt-7-preview", "2026-07-01", "gpt-8"]]);
    // 09:00 UTC of the day that lies 30 days ahead of the shutdown comes just before the bot's next look at its clock.
    const nine = "2026-06-01T09:00:00Z";
    const look = Math.ceil((Date.now() + 9000) / 15_000) * 15_000;
    const first = rig.start({ ...socket, SUNDOWN_CLOCK: later(nine, Date.now() - look + 4000) });
    await rig.polled();
    assert.equal(fake.messages().length, 0, "not before nine");
    const [reminder] = await until(() => fake.messages().length > 0 && fake.messages(), 45_000);
    assert.ok((reminder?.at ?? 0) >= look - 4000, "not before nine");
    assert.match(reminder?.text ?? "", /gpt-7-preview.*in 30 days/);
    await first.kill("SIGTERM");
    rig.start({ ...socket, SUNDOWN_CLOCK: later(nine, 60_000) });
    await rig.polled();
    await rig.polled();
    assert.equal(fake.messages().length, 1, "told once");
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
