import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { webApi } from "@slack/bolt";
import { Routes } from "discord.js";
import { createCompose, markRepeat } from "#src/announce/compose.ts";
import { manualClock } from "#src/core/clock.ts";
import type { Platform } from "#src/core/platform.ts";
import { silentLog } from "#src/lib/log.ts";
import { loadMessages } from "#src/messages/index.ts";
import { createOutbox } from "#src/outbox/outbox.ts";
import { createRest } from "#src/platforms/discord/connection.ts";
import { createDiscordPlatform } from "#src/platforms/discord/index.ts";
import { renderMessage as discordMessage } from "#src/platforms/discord/render.ts";
import { wordsFrom } from "#src/platforms/shared/words.ts";
import { clientOptions, sdkLogger } from "#src/platforms/slack/client.ts";
import { createSlackPlatform } from "#src/platforms/slack/index.ts";
import { renderMessage as slackMessage } from "#src/platforms/slack/render.ts";
import { DELIVERY_EVENT_TYPE } from "#src/platforms/slack/send.ts";
import { openStore } from "#src/store/open.ts";
import { batchTo, channelsAt, START } from "./events.ts";
import { atMost, cpuMs, type Measured } from "./measure.ts";

const CHANNELS = 40;
const ROUNDS = 7;
const BOUND = 1.3;

/** A fake platform in a process of its own, so that its work is in neither half. `start` prints a line of JSON. */
async function fake(start: string): Promise<{ told: Record<string, string>; child: ChildProcess }> {
  const child = spawn(process.execPath, ["--input-type=module", "-e", start], {
    cwd: new URL("..", import.meta.url),
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { told: JSON.parse(line) as Record<string, string>, child };
}

const SLACK = (settings: object) =>
  `import { startFakeSlack } from "#test/fakes/slack/index.ts"; const { apiUrl, state } = await startFakeSlack(${JSON.stringify(settings)});
   console.log(JSON.stringify({ apiUrl, ...state.settings }));`;
const DISCORD = (channels: string[]) =>
  `import { exampleGuild, startFakeDiscord } from "#test/fakes/discord/index.ts";
   const guilds = [exampleGuild("100", ${JSON.stringify(channels)})];
   const { apiUrl, token } = await startFakeDiscord({ guilds, bucket: null, globalPerSecond: 1_000_000 });
   console.log(JSON.stringify({ apiUrl, token }));`;

type Side = { platform: Platform; channels: string[]; workspace: string; bare: (channel: string) => Promise<unknown> };

const { messagesFor } = await loadMessages();
const compose = createCompose(messagesFor, { hostsOf: () => [] });

/** One announcement to every channel, from the committed rows to the last message id in the store, on a virtual clock. */
async function perDelivery(name: string, { platform, channels, workspace, bare }: Side): Promise<Measured> {
  const clock = manualClock(START);
  const store = await openStore(":memory:");
  const rows = channelsAt(platform.name, channels, workspace);
  for (const channel of rows) await store.channels.save(channel);
  const outbox = createOutbox({
    store,
    platforms: new Map([[platform.name, platform]]),
    compose,
    markRepeat: (message) => markRepeat(message, messagesFor(null)),
    clock,
    owner: { id: "bench", host: "bench", pid: process.pid },
    random: () => 0.5,
  });
  const drain = async () => {
    for (;;) {
      const { next } = await outbox.drainOnce();
      if (next === null) return;
      clock.set(Math.max(next, clock.now() + 1));
    }
  };
  // A few at once, as the pacing lets ours be.
  const sends = async () => {
    for (let at = 0; at < channels.length; at += 8) await Promise.all(channels.slice(at, at + 8).map(bare));
  };
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS + 2; round += 1) {
    await store.events.commit(batchTo(rows, `acme-model-${round}`, clock.now()));
    const mine = await cpuMs(drain);
    const other = await cpuMs(sends);
    // Discord's SDK holds itself to 50 requests in a second of real time; each side has sent fewer.
    await sleep(1_100);
    // The first two compile.
    if (round < 2) continue;
    ours.push(mine);
    theirs.push(other);
  }
  const { sent } = await store.outbox.counts();
  await store.close();
  if (sent !== (ROUNDS + 2) * channels.length) throw new Error(`${name}: only ${sent} messages were sent`);
  return atMost(name, Math.min(...ours) / Math.min(...theirs), BOUND);
}

/** The bench's message, composed once, outside what is measured. */
function composed(platform: "slack" | "discord") {
  const [row] = channelsAt(platform, ["1"], "T1");
  const [announcement] = batchTo([], "acme-model-0", Date.parse(START)).announcements;
  if (row === undefined || announcement === undefined) throw new Error("the bench has no message");
  return compose(announcement, [0], row, Date.parse(START));
}

async function slack(): Promise<Measured> {
  const channels = Array.from({ length: CHANNELS }, (_, n) => `C${n}`);
  const { told, child } = await fake(
    SLACK({
      channelBurst: null,
      tiers: false,
      channels: channels.map((id) => ({ id, kind: "public", member: true, archived: false, people: [] })),
    }),
  );
  const { apiUrl = "", botToken = "", appToken = "" } = told;
  const platform = createSlackPlatform({
    botToken,
    appToken,
    apiUrl,
    clock: manualClock(START),
    log: silentLog,
    commands: [],
    adminsOnly: false,
    messages: messagesFor,
  });
  const client = new webApi.WebClient(botToken, clientOptions({ apiUrl, logger: sdkLogger(silentLog, []) }));
  const payload = slackMessage(composed("slack"), wordsFrom(messagesFor, null));
  const metadata = { event_type: DELIVERY_EVENT_TYPE, event_payload: { key: "bench-bare" } };
  const bare = (channel: string) => client.apiCall("chat.postMessage", { channel, ...payload, metadata });
  try {
    return await perDelivery("CPU of a durable delivery on Slack against a bare send of the SDK", {
      platform,
      channels,
      workspace: "T1",
      bare,
    });
  } finally {
    child.kill();
  }
}

async function discord(): Promise<Measured> {
  const channels = Array.from({ length: CHANNELS }, (_, n) => String(101 + n));
  const { told, child } = await fake(DISCORD(channels));
  const { apiUrl = "", token = "" } = told;
  const platform = createDiscordPlatform({
    token,
    apiUrl,
    clock: manualClock(START),
    log: silentLog,
    commands: [],
    messages: messagesFor,
  });
  const rest = createRest(token, apiUrl);
  const body = discordMessage(composed("discord"), wordsFrom(messagesFor, null), "bench-bare");
  const bare = (channel: string) => rest.post(Routes.channelMessages(channel), { body });
  try {
    return await perDelivery("CPU of a durable delivery on Discord against a bare send of the SDK", {
      platform,
      channels,
      workspace: "100",
      bare,
    });
  } finally {
    child.kill();
  }
}

/** From a committed row to a stored message id, against the same message through the same SDK and nothing else. */
export async function run(): Promise<Measured[]> {
  return [await slack(), await discord()];
}
