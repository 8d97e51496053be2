import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { after, before, describe, it } from "node:test";
import type { Rig } from "./start.ts";
import { say, startRig } from "./start.ts";

async function until(condition: () => boolean, ms = 3000): Promise<void> {
  const end = Date.now() + ms;
  while (!condition()) {
    if (Date.now() > end) throw new Error("it did not happen in time");
    await sleep(5);
  }
}

void describe("Slack commands over Socket Mode", () => {
  let rig: Rig;
  before(async () => {
    rig = await startRig();
  });
  after(() => rig.stop());

  void it("acknowledges before any work", async () => {
    rig.reply.next = async () => {
      await sleep(400);
      return say("slow answer");
    };
    const done = await rig.fake.people.command("/model-status gpt-4.5");
    assert.match(done.answer.shown, /slow answer/);
    assert.ok(done.ackMs < 300, `acknowledged after ${done.ackMs} ms`);
    assert.equal(done.answer.response_type, "ephemeral");
    rig.reply.next = (request) => Promise.resolve(say(`ran ${request.command}`));
  });

  void it("reads words, key=value and curly quotes", async () => {
    await rig.fake.people.command("/model-status claude opus 3");
    assert.deepEqual(rig.requests.at(-1)?.options, { model: "claude opus 3" });
    await rig.fake.people.command("/model-watch add “open ai” days=7");
    assert.deepEqual(rig.requests.at(-1)?.options, { providers: "open ai", days: "7" });
    await rig.fake.people.command("/model-watch list");
    assert.equal(rig.requests.at(-1)?.subcommand, "list");
  });

  void it("says what it does not understand, and how to use the command", async () => {
    const before = rig.requests.length;
    const unknown = await rig.fake.people.command("/model-wotch add");
    assert.match(unknown.answer.shown, /model-wotch/);
    const verb = await rig.fake.people.command("/model-watch frobnicate <!channel>");
    assert.match(verb.answer.shown, /frobnicate/);
    assert.match(verb.answer.shown, /\/model-watch add \[providers\] \[days\]/);
    assert.equal(verb.answer.pings, 0);
    const value = await rig.fake.people.command("/model-watch add days=soon");
    assert.match(value.answer.shown, /soon/);
    assert.equal(rig.requests.length, before);
  });

  void it("has one effect when the same envelope comes twice", async () => {
    const before = rig.requests.length;
    const done = await rig.fake.people.command("/model-status o3", { twice: true });
    const pressed = rig.requests.length;
    assert.equal(pressed, before + 1);
    await sleep(30);
    assert.equal(done.answers().length, 1);
    assert.equal(rig.requests.length, before + 1);
  });

  void it("answers in the channel when the reply says so", async () => {
    rig.reply.next = () => Promise.resolve({ ...say("for all"), visibility: "channel" });
    const done = await rig.fake.people.command("/model-status o3");
    assert.equal(done.answer.response_type, "in_channel");
  });

  void it("lets members of the channel manage, and nobody else", async () => {
    await rig.fake.people.command("/model-watch list", { user: "U1" });
    assert.equal(rig.requests.at(-1)?.user.may_manage, true);
    await rig.fake.people.command("/model-watch list", { user: "U2" });
    assert.equal(rig.requests.at(-1)?.user.may_manage, false);
    await rig.fake.people.command("/model-watch list", { user: "U2", channel: "D1" });
    assert.equal(rig.requests.at(-1)?.user.may_manage, true);
  });

  void it("tells when the bot is invited, and not when somebody else is", async () => {
    await rig.fake.people.join("COUTSIDE", "U2");
    await rig.fake.people.join("COUTSIDE");
    await until(() => rig.joined.length > 0);
    assert.deepEqual(rig.joined, [{ workspace: "T1", channel: "COUTSIDE" }]);
  });

  void it("comes back after a refresh, and after the connection is cut", async () => {
    for (const breaks of [() => rig.fake.sockets.refresh("refresh_requested"), () => rig.fake.sockets.cut()]) {
      const before = rig.fake.sockets.opened;
      breaks();
      await until(() => rig.fake.sockets.opened > before && rig.fake.sockets.count === 1);
      await sleep(30);
      const done = await rig.fake.people.command("/model-status o3");
      assert.ok(done.answer.shown.length > 0);
    }
  });

  void it("survives a Slack that refuses reconnecting for a while", async () => {
    rig.fake.fault({ method: "apps.connections.open", kind: "status", status: 503, times: 2 });
    const before = rig.fake.sockets.opened;
    rig.fake.sockets.cut();
    await until(() => rig.fake.sockets.opened > before, 8000);
    assert.equal(rig.fake.acks().filter((ack) => ack.late).length, 0);
  });
});

void describe("Slack's permissions and tokens", () => {
  void it("lets only admins manage where the configuration says so", async () => {
    const scopes = ["chat:write", "commands", "users:read", "channels:read"];
    const rig = await startRig({ scopes }, { adminsOnly: true });
    await rig.fake.people.command("/model-watch list", { user: "U1" });
    assert.equal(rig.requests.at(-1)?.user.may_manage, false);
    await rig.fake.people.command("/model-watch list", { user: "U2" });
    assert.equal(rig.requests.at(-1)?.user.may_manage, true);
    rig.fake.fault({ method: "users.info", kind: "status", status: 500 });
    await rig.fake.people.command("/model-watch list", { user: "U2" });
    assert.equal(rig.requests.at(-1)?.user.may_manage, false);
    await rig.stop();
  });

  void it("rejects a refused token with words that say what to do", async () => {
    await assert.rejects(startRig({}, { botToken: "xoxb-wrong-canary" }), /SLACK_BOT_TOKEN.*invalid_auth/);
    await assert.rejects(startRig({}, { appToken: "xapp-wrong-canary" }), /SLACK_APP_TOKEN.*invalid_auth/);
    await assert.rejects(startRig({}, { appToken: null }), /SLACK_SIGNING_SECRET/);
  });

  void it("keeps secrets out of logs and answers", async () => {
    const botToken = "xoxb-canary-1111-aaaa";
    const appToken = "xapp-canary-2222-bbbb";
    const rig = await startRig({ botToken, appToken });
    rig.reply.next = () => Promise.reject(new Error("no tokens in here"));
    const shown = [(await rig.fake.people.command("/model-status x")).answer.shown];
    for (const fault of [
      { kind: "reset", stored: false },
      { kind: "status", status: 500 },
      { kind: "error", error: "invalid_auth" },
      { kind: "rate-limited", retryAfter: null },
    ] as const) {
      rig.fake.fault(fault);
      const result = await rig.platform.send({ channel: rig.channel, key: "k", message: say("x").message });
      shown.push(JSON.stringify(result));
    }
    rig.fake.fault({ method: "apps.connections.open", kind: "error", error: "internal_error" });
    rig.fake.sockets.cut();
    await until(() => rig.logged.some((line) => line.includes("socket")));
    const everything = [...shown, ...rig.logged].join("\n");
    assert.doesNotMatch(everything, /canary|ticket=/);
    assert.ok(rig.logged.length > 0);
    await rig.stop();
  });
});
