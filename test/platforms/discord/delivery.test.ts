import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it } from "node:test";
import type { SendResult } from "#src/core/delivery.ts";
import { shortId } from "#src/core/change.ts";
import { exampleGuild, type Json, RIGHTS } from "#test/fakes/discord/index.ts";
import { channelFor } from "../contract.ts";
import { KEY, messageOf, type Rig, startRig } from "./support.ts";

void describe("a delivery to Discord", () => {
  let rig: Rig;
  before(async () => {
    const guild = exampleGuild("100", ["101", "102", "103"]);
    const silent = guild.channels[1];
    const noHistory = guild.channels[2];
    silent?.overwrites.push({ id: "1009", type: 0, allow: 0n, deny: RIGHTS.send });
    noHistory?.overwrites.push({ id: "100", type: 0, allow: 0n, deny: RIGHTS.history });
    rig = await startRig({ fake: { guilds: [guild], globalPerSecond: 10_000 } });
  });
  after(() => rig.stop());
  beforeEach(() => rig.fake.clearFaults());

  let made = 0;
  const newKey = () => shortId(`delivery ${(made += 1)}`);
  const post = (key: string, channel = rig.channel, text = "gpt-4.5 goes") =>
    rig.platform.send({ channel, key, message: messageOf(text) });
  const storedWith = (key: string) => rig.fake.messages.filter((message) => message.nonce === key);
  const other = (id: string) => channelFor("discord", "100", id);

  void it("carries the key as nonce, enforced, and in the footer", async () => {
    const key = newKey();
    assert.equal((await post(key)).outcome, "sent");
    const [stored] = storedWith(key);
    assert.equal(stored?.nonce, key);
    assert.equal(stored?.enforce_nonce, true);
    assert.deepEqual(stored?.embeds.at(-1)?.["footer"], { text: `Warning · ${key}` });
    const request = rig.fake.requests.at(-1)?.body as Json;
    assert.deepEqual(request["allowed_mentions"], { parse: [] });
  });

  void it("stores one message when an acknowledgement is lost and the same key is sent again", async () => {
    const key = newKey();
    rig.fake.fault({ kind: "lose-ack", method: "POST", path: "/messages" });
    assert.equal((await post(key)).outcome, "ambiguous");
    const again = await post(key);
    assert.equal(storedWith(key).length, 1);
    assert.deepEqual(again, { outcome: "sent", message_id: storedWith(key)[0]?.id });
  });

  void it("finds the message after Discord has forgotten the nonce", async () => {
    const key = newKey();
    rig.fake.fault({ kind: "lose-ack", method: "POST", path: "/messages" });
    assert.equal((await post(key)).outcome, "ambiguous");
    rig.fake.forgetNonces();
    const found = await rig.platform.find(rig.channel, key, Date.now() - 1_000);
    assert.deepEqual(found, { outcome: "found", message_id: storedWith(key)[0]?.id });
    assert.equal((await post(key)).outcome, "sent");
    assert.equal(storedWith(key).length, 2, "the fake does forget: only find() prevents this");
  });

  void it("counts a repeated key whose message was deleted as delivered", async () => {
    const key = newKey();
    const first = await post(key);
    assert.equal(first.outcome, "sent");
    if (first.outcome === "sent") rig.fake.deleteMessage(rig.channel.channel, first.message_id);
    assert.equal((await post(key)).outcome, "sent");
    assert.equal(storedWith(key).length, 1);
  });

  void it("pages back through a busy channel, and does not believe a stranger's copy of the key", async () => {
    const key = newKey();
    const forged = newKey();
    assert.equal((await post(key)).outcome, "sent");
    for (let index = 0; index < 250; index += 1)
      rig.fake.say(rig.channel.channel, `chatter ${index}`, { embeds: [{ footer: { text: `Info · ${forged}` } }] });
    assert.equal((await rig.platform.find(rig.channel, key, Date.now() - 60_000)).outcome, "found");
    assert.deepEqual(await rig.platform.find(rig.channel, forged, Date.now() - 60_000), { outcome: "absent" });
  });

  void it("says unreadable, not absent, without the right to read the past", async () => {
    const channel = other("103");
    const key = newKey();
    assert.equal((await post(key, channel)).outcome, "sent");
    assert.equal((await rig.platform.find(channel, key, 0)).outcome, "unreadable");
    assert.equal(await rig.platform.classify(channel), "nonce");
  });

  void it("knows a channel where it may not post", async () => {
    const channel = other("102");
    assert.equal(await rig.platform.classify(channel), "none");
    assert.equal(await rig.platform.classify(other("999")), "none");
    const result = await post(newKey(), channel);
    assert.ok(result.outcome === "refused" && result.scope === "channel", JSON.stringify(result));
    assert.match(result.reason, /50013/);
  });

  const rows: [string, Parameters<Rig["fake"]["fault"]>[0], Partial<SendResult> & { scope?: string }][] = [
    ["429 user", { kind: "rate-limit", scope: "shared", retry_after: 3 }, { outcome: "retry", scope: "channel" }],
    ["reset", { kind: "reset" }, { outcome: "ambiguous" }],
    ["500", { kind: "status", status: 500 }, { outcome: "ambiguous" }],
    ["503", { kind: "status", status: 503 }, { outcome: "ambiguous" }],
    [
      "401",
      { kind: "error", status: 401, code: 0, message: "401: Unauthorized" },
      { outcome: "refused", scope: "token" },
    ],
    ...[10003, 10004, 50001, 50008, 50013, 50024, 50083, 160005, 400001].map((code): (typeof rows)[number] => [
      `${code}`,
      { kind: "error", status: code < 20000 ? 404 : 403, code, message: "no" },
      { outcome: "refused", scope: "channel" },
    ]),
    ...[40001, 50014].map((code): (typeof rows)[number] => [
      `${code}`,
      { kind: "error", status: 401, code, message: "no" },
      { outcome: "refused", scope: "token" },
    ]),
    ...[50035, 50006, 50109, 50045, 200000, 240000].map((code): (typeof rows)[number] => [
      `${code}`,
      { kind: "error", status: 400, code, message: "no" },
      { outcome: "refused", scope: "message" },
    ]),
    ...[20016, 20028, 20029].map((code): (typeof rows)[number] => [
      `${code}`,
      { kind: "error", status: 400, code, message: "no" },
      { outcome: "retry", scope: "channel" },
    ]),
    ...[40004, 40062, 110000, 130000].map((code): (typeof rows)[number] => [
      `${code}`,
      { kind: "error", status: 400, code, message: "no" },
      { outcome: "retry", scope: "platform" },
    ]),
  ];
  for (const [name, fault, expected] of rows)
    void it(`reads ${name} as ${expected.outcome} ${expected.scope ?? ""}`, async () => {
      rig.fake.fault({ ...fault, method: "POST", path: "/messages" });
      const before = rig.fake.requests.length;
      const result = await post(newKey());
      assert.equal(result.outcome, expected.outcome, JSON.stringify(result));
      assert.equal("scope" in result ? result.scope : undefined, expected.scope);
      assert.equal(rig.fake.requests.length - before, 1, "one request, no retry of its own");
    });
});

void describe("Discord's rate limits", () => {
  void it("come back as a wait for that channel, and nothing is sent before it", async () => {
    const rig = await startRig({ fake: { bucket: { limit: 2, perMs: 600 } } });
    const results: SendResult[] = [];
    for (let index = 0; index < 4; index += 1)
      results.push(
        await rig.platform.send({ channel: rig.channel, key: shortId(`${index}`), message: messageOf("x") }),
      );
    assert.deepEqual(
      results.map((result) => result.outcome),
      ["sent", "sent", "retry", "retry"],
    );
    const wait = results[3];
    assert.ok(wait?.outcome === "retry" && wait.scope === "channel" && (wait.retry_after_ms ?? 0) > 0);
    const otherChannel = channelFor("discord", "100", "102");
    const elsewhere = await rig.platform.send({ channel: otherChannel, key: KEY, message: messageOf("x") });
    assert.equal(elsewhere.outcome, "sent");
    await new Promise((resolve) => setTimeout(resolve, (wait.retry_after_ms ?? 0) + 20));
    const later = await rig.platform.send({ channel: rig.channel, key: shortId("3"), message: messageOf("x") });
    assert.equal(later.outcome, "sent");
    assert.equal(rig.fake.invalid.length, 0, "the 429 itself was never provoked");
    await rig.stop();
  });

  void it("hold the whole platform when the limit is global", async () => {
    const rig = await startRig();
    rig.fake.fault({ kind: "rate-limit", scope: "global", retry_after: 2.5, method: "POST", path: "/messages" });
    const result = await rig.platform.send({ channel: rig.channel, key: KEY, message: messageOf("x") });
    assert.ok(result.outcome === "retry" && result.scope === "platform", JSON.stringify(result));
    assert.ok((result.retry_after_ms ?? 0) >= 2_500, JSON.stringify(result));
    await rig.stop();
  });
});

void it("a Discord that cannot be reached was surely not told", async () => {
  const rig = await startRig({ connect: false });
  await rig.fake.close();
  const result = await rig.platform.send({ channel: rig.channel, key: KEY, message: messageOf("x") });
  assert.ok(result.outcome === "retry" && result.scope === "platform", JSON.stringify(result));
  const found = await rig.platform.find(rig.channel, KEY, 0);
  assert.equal(found.outcome, "retry");
  assert.equal(await rig.platform.classify(rig.channel), "unknown");
  await rig.platform.stop();
});

void it("find and classify ask Discord when the gateway is not connected", async () => {
  const rig = await startRig({ connect: false });
  assert.equal((await rig.platform.send({ channel: rig.channel, key: KEY, message: messageOf("x") })).outcome, "sent");
  assert.equal((await rig.platform.find(rig.channel, KEY, 0)).outcome, "found");
  assert.equal(await rig.platform.classify(rig.channel), "nonce");
  await rig.stop();
});
