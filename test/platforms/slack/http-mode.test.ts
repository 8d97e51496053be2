import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, describe, it } from "node:test";
import { signedHeaders } from "#test/fakes/slack/index.ts";
import { seededRandom } from "./random.ts";
import type { Rig } from "./start.ts";
import { startRig } from "./start.ts";

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const SECRET = "8f742231b10e8888abcd99yyyzzz85a5";
const BODY = new URLSearchParams({
  command: "/model-status",
  text: "gpt-4.5",
  team_id: "T1",
  channel_id: "C1",
  user_id: "U1",
  user_name: "ada",
  trigger_id: "1.2.3",
  response_url: "http://127.0.0.1:9/nowhere",
}).toString();

void describe("Slack in HTTP mode", () => {
  let rig: Rig;
  let url = "";
  let origin = "";

  before(async () => {
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    url = `${origin}/slack/events`;
    rig = await startRig(
      { signingSecret: SECRET },
      {
        appToken: null,
        signingSecret: SECRET,
        port,
        host: "127.0.0.1",
        customRoutes: [{ path: "/healthz", method: "GET", handler: (_request, response) => void response.end("fine") }],
      },
    );
    rig.fake.people.requestUrl = url;
  });
  after(() => rig.stop());

  const post = async (body: string, headers: Record<string, string>) => {
    const response = await fetch(url, { method: "POST", headers, body });
    await response.text();
    return response.status;
  };

  void it("answers commands, buttons and events, and serves the other routes", async () => {
    assert.match((await rig.fake.people.command("/model-status gpt-4.5")).answer.shown, /ran model-status/);
    const message = {
      headline: "x",
      severity: "info" as const,
      blocks: [
        {
          type: "actions" as const,
          actions: [{ label: "Go", style: "normal" as const, command: "model-status", options: { model: "a&b=c" } }],
        },
      ],
    };
    await rig.platform.send({ channel: rig.channel, key: "k1", message });
    await rig.fake.people.press("Go");
    assert.deepEqual(rig.requests.at(-1)?.options, { model: "a&b=c" });
    await rig.fake.people.join("COUTSIDE");
    assert.equal(rig.joined.length, 1);
    assert.equal(await (await fetch(`${origin}/healthz`)).text(), "fine");
    assert.equal((await fetch(`${origin}/nothing`)).status, 404);
  });

  void it("has one effect when the same signed request comes twice", async () => {
    const before = rig.requests.length;
    const done = await rig.fake.people.command("/model-status once", { twice: true });
    assert.equal(rig.requests.length, before + 1);
    assert.equal(done.answers().length, 1);
  });

  void it("answers Slack's certificate and address checks", async () => {
    assert.equal(await post("ssl_check=1&token=x", { "content-type": "application/x-www-form-urlencoded" }), 200);
    const challenge = JSON.stringify({ type: "url_verification", challenge: "c", token: "t" });
    const headers = { ...signedHeaders(SECRET, challenge), "content-type": "application/json" };
    assert.equal(await post(challenge, headers), 200);
  });

  void it("refuses both ends of the time window, and every other form of the headers", async () => {
    const now = Math.floor(Date.now() / 1000);
    const good = signedHeaders(SECRET, BODY, now);
    const signature = good["x-slack-signature"] ?? "";
    const bad: Record<string, string>[] = [
      signedHeaders(SECRET, BODY, now - 310),
      signedHeaders(SECRET, BODY, now + 310),
      signedHeaders("another secret", BODY, now),
      { ...good, "x-slack-signature": `${signature}=extra` },
      { ...good, "x-slack-signature": signature.toUpperCase() },
      { ...good, "x-slack-signature": signature.replace("v0=", "v1=") },
      { ...good, "x-slack-signature": "" },
      { ...good, "x-slack-request-timestamp": `${now}.0` },
      { ...good, "x-slack-request-timestamp": "NaN" },
      { "content-type": "application/x-www-form-urlencoded" },
      { ...signedHeaders(SECRET, `${BODY}&ssl_check=1`, now - 400) },
    ];
    for (const headers of bad) assert.equal(await post(BODY, headers), 401, JSON.stringify(headers));
    assert.equal(await post(`${BODY}&ssl_check=1`, good), 401);
    assert.equal(await post("x".repeat(600_000), good).catch(() => 401), 401);
  });

  void it("refuses 5,000 mutated requests", async () => {
    const before = rig.requests.length;
    const random = seededRandom(7);
    const good = signedHeaders(SECRET, BODY);
    const statuses = new Map<number, number>();
    const one = async () => {
      const headers = { ...good };
      let body = BODY;
      const target = random.pick(["body", "x-slack-signature", "x-slack-request-timestamp"]);
      if (target === "body") body = mutate(BODY, random);
      else headers[target] = mutate(good[target] ?? "", random);
      const status = await post(body, headers);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    };
    for (let round = 0; round < 100; round += 1) await Promise.all(Array.from({ length: 50 }, one));
    assert.deepEqual([...statuses], [[401, 5000]]);
    assert.equal(rig.requests.length, before);
  });
});

/** One visible ASCII character changed, added or taken away, never the same text again. */
function mutate(text: string, random: ReturnType<typeof seededRandom>): string {
  for (;;) {
    const at = random.below(text.length);
    const mark = random.pick("abcdef0123456789=&%+-xyzABC".split(""));
    const changed = random.pick([
      text.slice(0, at) + mark + text.slice(at + 1),
      text.slice(0, at) + mark + text.slice(at),
      text.slice(0, at) + text.slice(at + 1),
    ]);
    if (changed !== text) return changed;
  }
}
