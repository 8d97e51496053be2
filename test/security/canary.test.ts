import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { test } from "node:test";
import { sundown } from "#test/fakes/bot.ts";
import { startFakeDiscord } from "#test/fakes/discord/index.ts";
import { startFakeSlack } from "#test/fakes/slack/index.ts";
import { createRig, OLD_ROWS, until } from "#test/e2e/rig.ts";

/** A web server that says back whatever it was sent, as an error: the worst that a source or a platform can do. */
async function startEcho() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const said = JSON.stringify({ url: request.url, headers: request.headers });
    asked.push(said);
    response.writeHead(401, { "content-type": "application/json" }).end(said);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { asked, server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

const KEYS = { OPENAI_API_KEY: "sk-canary-5555-key", MISTRAL_API_KEY: "canary-6666-key" };

test("a canary in every secret: no line, page, figure or check of the real bot shows one (X10)", async (t) => {
  const slack = await startFakeSlack();
  const discord = await startFakeDiscord({ maxConcurrency: 100 });
  const echo = await startEcho();
  t.after(async () => {
    await Promise.all([slack.stop(), discord.close()]);
    echo.server.closeAllConnections();
    echo.server.close();
  });
  const { botToken, appToken } = slack.state.settings;
  const port = await freePort();
  const real = { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, DISCORD_TOKEN: discord.token, ...KEYS };
  const rig = await createRig(t, {
    subscriptions: [{ platform: "slack", workspace: "T1", channel: "C1" }],
    environment: {
      ...real,
      SLACK_API_URL: slack.apiUrl,
      DISCORD_API_URL: discord.apiUrl,
      LOG_LEVEL: "trace",
      PORT: String(port),
    },
  });
  const wrong = {
    SLACK_BOT_TOKEN: "xoxb-canary-1111",
    SLACK_APP_TOKEN: "xapp-canary-2222",
    SLACK_SIGNING_SECRET: "canary-3333-sign",
    DISCORD_TOKEN: "canary-4444-token",
  };
  const shown: [string, string][] = [];

  const bot = rig.start();
  await rig.polled();
  slack.fault({ kind: "reset", stored: false });
  rig.publish([...OLD_ROWS, ["gpt-7-preview", "2026-12-01", "gpt-8"]]);
  await until(() => slack.state.calls.some((call) => call.method === "chat.postMessage"));
  await sleep(300);
  for (const path of ["/healthz", "/readyz", "/metrics", "/", "/sources", "/models/gpt-7-preview", "/nothing"]) {
    const response = await fetch(`http://127.0.0.1:${port}${path}`);
    shown.push([path, JSON.stringify([...response.headers]) + (await response.text())]);
  }
  await bot.kill("SIGTERM");
  shown.push(["the bot", bot.stdout() + bot.stderr()]);

  const refused = rig.start({ ...wrong, SLACK_API_URL: `${echo.url}/api/`, DISCORD_API_URL: `${echo.url}/api` });
  await Promise.race([refused.exited, sleep(6000)]);
  await refused.kill("SIGTERM");
  shown.push(["the refused bot", refused.stdout() + refused.stderr()]);

  for (const args of [["doctor"], ["sources", "--json"]])
    for (const more of [{}, { ...wrong, SLACK_API_URL: `${echo.url}/api/`, DISCORD_API_URL: `${echo.url}/api` }]) {
      const { stdout, stderr } = await sundown(args, rig.environment(more));
      shown.push([args.join(" "), stdout + stderr]);
    }
  const messages = JSON.stringify([slack.messages(), discord.messages]);
  shown.push(["messages", messages]);

  const secrets = [...Object.values(real), ...Object.values(wrong)];
  assert.ok(
    echo.asked.some((said) => said.includes("canary")),
    "the echo has met a secret",
  );
  let looked = 0;
  for (const [where, text] of shown)
    for (const secret of secrets) {
      looked += 1;
      assert.ok(!text.includes(secret) && !text.includes(encodeURIComponent(secret)), `${where} shows ${secret}`);
    }
  const length = shown.reduce((sum, [, text]) => sum + text.length, 0);
  t.diagnostic(
    `${secrets.length} secrets looked for in ${shown.length} outputs of ${length} characters (${looked} looks): 0 found`,
  );
});
