import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { webApi } from "@slack/bolt";
import { Routes } from "discord.js";
import { createCompose, markRepeat } from "#src/announce/compose.ts";
import { manualClock } from "#src/core/clock.ts";
import type { OutgoingMessage, Platform } from "#src/core/platform.ts";
import { silentLog } from "#src/lib/log.ts";
import { loadMessages } from "#src/messages/index.ts";
import { createOutbox } from "#src/outbox/outbox.ts";
import { createRest } from "#src/platforms/discord/connection.ts";
import { createDiscordPlatform } from "#src/platforms/discord/index.ts";
import { postBody } from "#src/platforms/discord/send.ts";
import { wordsFrom } from "#src/platforms/shared/words.ts";
import { clientOptions, sdkLogger } from "#src/platforms/slack/client.ts";
import { createSlackPlatform } from "#src/platforms/slack/index.ts";
import { postArguments } from "#src/platforms/slack/send.ts";
import { openStore, type StorePlace } from "#src/store/open.ts";
import { startChild } from "./child.ts";
import { batchTo, channelsAt, START } from "./events.ts";
import { atMost, cpuMs, type Measured } from "./measure.ts";

/** Discord's SDK lets 50 requests out in a second of real time; each side sends fewer in a round. */
const CHANNELS = 40;
const ROUNDS = 12;
/** Rounds in which only the compilers work: a bot that runs for months has them behind it. */
const WARM_UP = 10;
const BOUND = 1.3;

const SLACK = (settings: object) =>
  `import { startFakeSlack } from "#test/fakes/slack/index.ts"; const { apiUrl, state } = await startFakeSlack(${JSON.stringify(settings)});
   console.log(JSON.stringify({ apiUrl, ...state.settings }));`;
const DISCORD = (channels: string[]) =>
  `import { exampleGuild, startFakeDiscord } from "#test/fakes/discord/index.ts";
   const guilds = [exampleGuild("100", ${JSON.stringify(channels)})];
   const { apiUrl, token } = await startFakeDiscord({ guilds, bucket: null, globalPerSecond: 1_000_000 });
   console.log(JSON.stringify({ apiUrl, token }));`;

type Side = {
  platform: Platform;
  channels: string[];
  workspace: string;
  /** Sends by the SDK alone what `outgoing` is as a request. */
  bare: (outgoing: OutgoingMessage) => (channel: string) => Promise<unknown>;
  restMs: number;
};

const { messagesFor } = await loadMessages();
const compose = createCompose(messagesFor, { hostsOf: () => [] });

/**
 * One announcement to every channel, from the committed rows to the last message id in the store, on a virtual clock,
 * against the very request that ours made last, drawn beforehand and sent to the same channels by the bare SDK. The bare
 * ones go one after the other, because the pace lets ours start one at a time too: several that share a turn of the event
 * loop cost each other less, on either side.
 */
async function perDelivery(name: string, side: Side, place: StorePlace): Promise<Measured> {
  const { channels, workspace } = side;
  let last: OutgoingMessage | null = null;
  const platform: Platform = {
    ...side.platform,
    send: (outgoing) => {
      last = outgoing;
      return side.platform.send(outgoing);
    },
  };
  const clock = manualClock(START);
  const store = await openStore(place);
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
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    await store.events.commit(batchTo(rows, `acme-model-${round}`, clock.now()));
    const mine = await cpuMs(drain);
    if (last === null) throw new Error(`${name}: nothing was sent`);
    const send = side.bare(last);
    const other = await cpuMs(async () => {
      for (const channel of channels) await send(channel);
    });
    await sleep(side.restMs);
    if (round < WARM_UP) continue;
    ours.push(mine);
    theirs.push(other);
  }
  const { sent } = await store.outbox.counts();
  await store.close();
  if (sent !== (ROUNDS + WARM_UP) * channels.length) throw new Error(`${name}: only ${sent} messages were sent`);
  return atMost(name, Math.min(...ours) / Math.min(...theirs), BOUND);
}

/** The same message under another key of the same length: the platform would take the same key for a repeat. */
function twinOf(outgoing: OutgoingMessage): OutgoingMessage {
  return { ...outgoing, key: Array.from(outgoing.key).toReversed().join("") };
}

/** The work alone, and with what the disk's flushes cost on this machine. */
async function bothPlaces(platform: string, side: Side): Promise<Measured[]> {
  const name = `CPU of a durable delivery on ${platform} against a bare send of the SDK`;
  const folder = await mkdtemp(join(tmpdir(), "sundown-bench-"));
  try {
    return [
      await perDelivery(`${name}, store in memory`, side, ":memory:"),
      await perDelivery(`${name}, store on this disk`, side, { path: join(folder, "store.db") }),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function slack(): Promise<Measured[]> {
  const channels = Array.from({ length: CHANNELS }, (_, n) => `C${n}`);
  const { told, child } = await startChild(
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
  const bare = (outgoing: OutgoingMessage) => {
    const request = postArguments(twinOf(outgoing), wordsFrom(messagesFor, "en"));
    return (channel: string) => client.apiCall("chat.postMessage", { ...request, channel });
  };
  try {
    return await bothPlaces("Slack", { platform, channels, workspace: "T1", bare, restMs: 0 });
  } finally {
    child.kill();
  }
}

async function discord(): Promise<Measured[]> {
  const channels = Array.from({ length: CHANNELS }, (_, n) => String(101 + n));
  const { told, child } = await startChild(DISCORD(channels));
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
  const bare = (outgoing: OutgoingMessage) => {
    const body = postBody(outgoing.channel.channel, twinOf(outgoing), wordsFrom(messagesFor, "en"));
    return (channel: string) => rest.post(Routes.channelMessages(channel), { body });
  };
  try {
    return await bothPlaces("Discord", { platform, channels, workspace: "100", bare, restMs: 1_100 });
  } finally {
    child.kill();
  }
}

/** From a committed row to a stored message id, against the same message through the same SDK and nothing else. */
export async function run(): Promise<Measured[]> {
  return [...(await slack()), ...(await discord())];
}
