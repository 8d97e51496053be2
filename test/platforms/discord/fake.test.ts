import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { after, before, describe, it } from "node:test";
import { exampleGuild, type FakeDiscord, type Json, RIGHTS, startFakeDiscord } from "#test/fakes/discord/index.ts";

/** The oracle of the other tests is only worth something when it refuses what Discord refuses. */
void describe("the fake Discord", () => {
  let fake: FakeDiscord;
  let now = Date.parse("2026-01-01T00:00:00Z");

  before(async () => {
    const guild = exampleGuild("100", ["101", "102", "103"]);
    guild.channels[1]?.overwrites.push({ id: "100", type: 0, allow: 0n, deny: RIGHTS.history });
    guild.channels[2]?.overwrites.push({ id: "1009", type: 0, allow: 0n, deny: RIGHTS.embed });
    fake = await startFakeDiscord({ guilds: [guild], now: () => now, bucket: null, historyLagMs: 0 });
  });
  after(async () => {
    await assert.rejects(fake.close(), /unmatched calls: GET \/nonsense/);
  });

  const call = async (method: string, path: string, body?: unknown, token = fake.token) => {
    now += 50;
    const response = await fetch(`${fake.apiUrl}/v10${path}`, {
      method,
      headers: { Authorization: `Bot ${token}`, "Content-Type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const json = (text === "" ? null : JSON.parse(text)) as (Json & { id?: string; code?: number }) | null;
    return { status: response.status, headers: response.headers, json };
  };
  const post = (body: unknown, channel = "101") => call("POST", `/channels/${channel}/messages`, body);

  const tooMuch: [string, Json, number][] = [
    ["content of 2,001", { content: "x".repeat(2001) }, 50035],
    ["nothing at all", {}, 50006],
    ["a nonce of 26", { content: "x", nonce: "n".repeat(26) }, 50035],
    ["11 embeds", { embeds: Array.from({ length: 11 }, () => ({ title: "x" })) }, 50035],
    ["a title of 257", { embeds: [{ title: "x".repeat(257) }] }, 50035],
    ["a description of 4,097", { embeds: [{ description: "x".repeat(4097) }] }, 50035],
    ["6,001 in all", { embeds: [{ description: "x".repeat(4000) }, { description: "x".repeat(2001) }] }, 50035],
    ["26 fields", { embeds: [{ fields: Array.from({ length: 26 }, () => ({ name: "a", value: "b" })) }] }, 50035],
    ["an empty field", { embeds: [{ fields: [{ name: "a", value: " " }] }] }, 50035],
    ["an empty embed", { content: "x", embeds: [{}] }, 50035],
    ["6 rows", { content: "x", components: rows(6, 1) }, 50035],
    ["6 buttons in a row", { content: "x", components: rows(1, 6) }, 50035],
    ["a custom id twice", { content: "x", components: [...rows(1, 1), ...rows(1, 1)] }, 50035],
    ["parse and a list", { content: "x", allowed_mentions: { parse: ["users"], users: ["1"] } }, 50035],
    ["a lone surrogate", { content: "\ud83d" }, 50109],
  ];
  for (const [what, body, code] of tooMuch)
    void it(`refuses ${what}`, async () => {
      const before = fake.messages.length;
      const answer = await post(body);
      assert.equal(answer.status, 400);
      assert.equal(answer.json?.code, code);
      assert.equal(fake.messages.length, before);
    });

  void it("takes a message at its limits", async () => {
    const fields = Array.from({ length: 25 }, () => ({ name: "n", value: "v" }));
    const embeds = [{ title: "t".repeat(256), description: "d".repeat(4096), fields }];
    assert.equal((await post({ content: "😀".repeat(2000), embeds, components: rows(5, 5) })).status, 200);
  });

  void it("refuses unknown channels, tokens, rights and calls, and counts them", async () => {
    assert.deepEqual([(await post({ content: "x" }, "999")).json?.code], [10003]);
    assert.equal((await call("GET", "/users/@me", undefined, "wrong")).status, 401);
    assert.equal((await post({ content: "x", embeds: [{ title: "x" }] }, "103")).json?.code, 50013);
    assert.equal((await call("GET", "/nonsense")).status, 404);
    assert.equal(fake.invalid.length, 2, "one 401 and one 403");
  });

  void it("returns the first message for a nonce that it remembers, and no nonce in the history", async () => {
    const body = { content: "once", nonce: "n1", enforce_nonce: true };
    const first = await post(body);
    assert.equal((await post(body)).json?.id, first.json?.id);
    assert.notEqual((await post({ ...body, enforce_nonce: false })).json?.id, first.json?.id);
    now += 121_000;
    assert.notEqual((await post(body)).json?.id, first.json?.id);
    const history = await call("GET", "/channels/101/messages?limit=1");
    assert.equal((history.json as unknown as Json[])[0]?.["nonce"], undefined);
  });

  void it("pages its history newest first, and shows nothing without the right", async () => {
    const ids: (string | undefined)[] = [];
    for (let index = 0; index < 5; index += 1) ids.push((await post({ content: `${index}` }, "101")).json?.id);
    const list = async (query: string, channel = "101") => {
      const answer = await call("GET", `/channels/${channel}/messages?${query}`);
      return answer.status === 200
        ? (answer.json as unknown as { id: string }[]).map((each) => each.id)
        : answer.json?.code;
    };
    assert.deepEqual(await list("limit=2"), [ids[4], ids[3]]);
    assert.deepEqual(await list(`limit=2&before=${ids[3]}`), [ids[2], ids[1]]);
    assert.deepEqual(await list(`limit=2&after=${ids[0]}`), [ids[2], ids[1]]);
    assert.equal(await list("limit=101"), 50035);
    await post({ content: "hidden" }, "102");
    assert.deepEqual(await list("limit=5", "102"), []);
  });

  void it("sees pings that nothing forbids", async () => {
    await post({ content: "@everyone <@5>" });
    assert.deepEqual(fake.messages.at(-1)?.pings, ["@everyone", "<@5>"]);
  });

  void it("takes one answer to an interaction, within three seconds, of a kind that fits", async () => {
    const reply = (interaction: { id: string; token: string }, type: number) =>
      call("POST", `/interactions/${interaction.id}/${interaction.token}/callback`, { type });
    const first = fake.slash({ channel: "101", command: "x" });
    assert.equal((await reply(first, 8)).json?.code, 50035);
    const done = await reply(first, 5);
    assert.equal(done.status, 204);
    assert.equal(done.headers.get("content-type"), null);
    assert.equal((await reply(first, 5)).json?.code, 40060);
    const late = fake.slash({ channel: "101", command: "x" });
    now += 3_000;
    assert.equal((await reply(late, 5)).json?.code, 10062);
  });

  void it("refuses commands that Discord refuses", async () => {
    const put = async (body: unknown) => (await call("PUT", "/applications/900/commands", body)).json?.code;
    const command = (more: Json) => [{ name: "ok", description: "d", ...more }];
    const option = (more: Json) => ({ type: 3, name: "o", description: "d", ...more });
    assert.equal(await put(command({})), undefined);
    assert.equal(await put(command({ name: "No Good" })), 50035);
    assert.equal(await put(command({ description: "d".repeat(101) })), 50035);
    assert.equal(await put([...command({}), ...command({})]), 50035);
    assert.equal(await put(command({ options: [option({}), option({ name: "p", required: true })] })), 50035);
    const choices = Array.from({ length: 26 }, (_, index) => ({ name: `${index}`, value: `${index}` }));
    assert.equal(await put(command({ options: [option({ choices })] })), 50035);
    assert.equal(
      await put(Array.from({ length: 101 }, (_, index) => ({ name: `c${index}`, description: "d" }))),
      30032,
    );
  });

  void it("limits a bot to 50 requests a second, and a bucket to its own", async () => {
    const limited = await startFakeDiscord({ now: () => now, bucket: { limit: 2, perMs: 5_000 } });
    const ask = (path: string, body?: unknown) =>
      fetch(`${limited.apiUrl}/v10${path}`, {
        headers: { Authorization: `Bot ${limited.token}` },
        ...(body ? { method: "POST", body: JSON.stringify(body) } : {}),
      });
    for (let index = 0; index < 2; index += 1) await ask("/channels/101/messages", { content: "x" });
    const third = await ask("/channels/101/messages", { content: "x" });
    assert.equal(third.headers.get("x-ratelimit-scope"), "user");
    assert.equal(third.headers.get("retry-after"), "5");
    let global: Response | undefined;
    for (let index = 0; index < 60 && !global; index += 1) {
      const answer = await ask("/users/@me");
      if (answer.status === 429) global = answer;
      await answer.arrayBuffer();
    }
    assert.equal(global?.headers.get("x-ratelimit-global"), "true");
    assert.equal(global?.headers.get("x-ratelimit-bucket"), null);
    await limited.close();
  });

  void it("runs as a process of its own", async () => {
    const path = new URL("../../fakes/discord/main.ts", import.meta.url).pathname;
    const child = spawn(process.execPath, [path], { stdio: ["pipe", "pipe", "inherit"] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async () => JSON.parse(String((await lines.next()).value)) as Json;
    const hello = await next();
    const answer = await fetch(`${String(hello["apiUrl"])}/v10/channels/101/messages`, {
      method: "POST",
      headers: { Authorization: `Bot ${String(hello["token"])}` },
      body: JSON.stringify({ content: "hello" }),
    });
    assert.equal(answer.status, 200);
    child.stdin.write('{"call": "messages"}\n');
    assert.equal(((await next()) as unknown as { content: string }[])[0]?.content, "hello");
    child.stdin.end();
    const [code] = await once(child, "exit");
    assert.equal(code, 0);
  });
});

function rows(count: number, buttons: number): Json[] {
  return Array.from({ length: count }, (_, row) => ({
    type: 1,
    components: Array.from({ length: buttons }, (_, place) => ({
      type: 2,
      style: 1,
      label: "b",
      custom_id: `${row}-${place}`,
    })),
  }));
}
