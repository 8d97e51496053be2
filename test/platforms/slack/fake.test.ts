import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { sampleMessage } from "#test/platforms/contract.ts";
import { startFakeSlack } from "#test/fakes/slack/index.ts";
import { say, startRig } from "./start.ts";

/** The fake is the oracle of other tests, so its own rules are tested too. */
void describe("The fake Slack", () => {
  const call = async (apiUrl: string, method: string, args: object, token = "xoxb-fake-bot-token") => {
    const response = await fetch(apiUrl + method, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(args),
    });
    return {
      status: response.status,
      retryAfter: response.headers.get("retry-after"),
      body: (await response.json()) as { error?: string },
    };
  };

  void it("refuses wrong tokens, unknown methods and bad blocks, loudly", async () => {
    const fake = await startFakeSlack();
    const error = async (method: string, args: object, token?: string) =>
      (await call(fake.apiUrl, method, args, token)).body.error;
    assert.equal(await error("auth.test", {}, "xoxb-other"), "invalid_auth");
    assert.equal(await error("apps.connections.open", {}), "not_allowed_token_type");
    assert.equal(await error("chat.postMessage", { channel: "C1" }), "no_text");
    const header = { type: "header", text: { type: "plain_text", text: "x".repeat(151) } };
    assert.equal(await error("chat.postMessage", { channel: "C1", blocks: [header] }), "invalid_blocks");
    assert.equal(
      await error("chat.postMessage", { channel: "C1", text: "x", metadata: { event_type: "UPPER" } }),
      "invalid_metadata_schema",
    );
    assert.equal(await error("files.list", {}), "unknown_method");
    assert.equal(fake.messages().length, 0);
    await assert.rejects(fake.stop(), /unmatched call of files\.list/);
  });

  void it("allows a burst in a channel and then one post a second, and calls by tier", async () => {
    const fake = await startFakeSlack({ channelBurst: 3 });
    const post = (channel: string) => call(fake.apiUrl, "chat.postMessage", { channel, text: "x" });
    for (let index = 0; index < 3; index += 1) assert.equal((await post("C1")).status, 200);
    const limited = await post("C1");
    assert.deepEqual([limited.status, limited.retryAfter], [429, "1"]);
    assert.equal((await post("C2")).status, 200);
    for (let index = 0; index < 50; index += 1) await call(fake.apiUrl, "conversations.history", { channel: "C1" });
    const history = await call(fake.apiUrl, "conversations.history", { channel: "C1" });
    assert.equal(history.status, 429);
    assert.ok(Number(history.retryAfter) > 50);
    await fake.stop();
  });

  void it("shows metadata and late messages only as Slack does", async () => {
    const fake = await startFakeSlack({ historyLagMs: 60_000 });
    await call(fake.apiUrl, "chat.postMessage", {
      channel: "C1",
      text: "x",
      metadata: { event_type: "e", event_payload: { key: "k" } },
    });
    const read = async (args: object) =>
      JSON.stringify((await call(fake.apiUrl, "conversations.history", { channel: "C1", ...args })).body);
    assert.doesNotMatch(await read({ include_all_metadata: true }), /"key"/);
    fake.state.settings.historyLagMs = 0;
    assert.doesNotMatch(await read({}), /"key"/);
    assert.match(await read({}), /"event_type":"e"/);
    assert.match(await read({ include_all_metadata: true }), /"key":"k"/);
    await fake.stop();
  });

  void it("takes five answers at a response_url and no more", async () => {
    const rig = await startRig();
    const done = await rig.fake.people.command("/model-status x");
    const url = rig.fake.answers.urlOf(done.id);
    const again = () => fetch(url, { method: "POST", body: JSON.stringify({ text: "again" }) });
    for (let index = 0; index < 4; index += 1) assert.equal((await again()).status, 200);
    assert.equal((await again()).status, 404);
    await rig.stop(true);
  });

  void it("runs as its own process, and is steered over HTTP", async () => {
    const path = fileURLToPath(new URL("../../fakes/slack/main.ts", import.meta.url));
    const child = spawn(process.execPath, [path], { stdio: ["ignore", "pipe", "inherit"] });
    const [line] = (await once(child.stdout, "data")) as [Buffer];
    const { apiUrl, control } = JSON.parse(line.toString()) as { apiUrl: string; control: string };
    const rig = await startRig({}, { apiUrl });
    const steer = (what: string, body: object) =>
      fetch(`${control}/${what}`, { method: "POST", body: JSON.stringify(body) });
    await steer("fault", { kind: "reset", stored: true });
    const lost = await rig.platform.send({ channel: rig.channel, key: "lost", message: sampleMessage });
    assert.equal(lost.outcome, "ambiguous");
    assert.equal((await rig.platform.find(rig.channel, "lost", Date.now())).outcome, "found");
    rig.reply.next = () => Promise.resolve(say("from afar"));
    const answer = (await (await steer("command", { text: "/model-status x" })).json()) as { shown: string };
    assert.match(answer.shown, /from afar/);
    const state = (await (await fetch(`${control}/state`)).json()) as { messages: unknown[]; problems: unknown[] };
    assert.deepEqual([state.messages.length, state.problems.length], [1, 0]);
    await rig.stop();
    child.kill();
    await once(child, "exit");
  });
});
