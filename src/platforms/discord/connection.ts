import { setTimeout as sleep } from "node:timers/promises";
import {
  ChannelType,
  Client,
  Events,
  GatewayIntentBits,
  type Guild,
  type GuildBasedChannel,
  PermissionFlagsBits,
  REST,
} from "discord.js";
import type { PlatformHandlers } from "../../core/platform.ts";
import type { Log } from "../../lib/log.ts";
import { failureOf } from "./failure.ts";

export const DEFAULT_API_URL = "https://discord.com/api";
const API_VERSION = "10";
const REQUEST_TIMEOUT_MS = 15_000;
const CLOSE_TIMEOUT_MS = 3_000;
/** Guilds in an outage are not waited for longer than this. */
const GUILD_WAIT_MS = 3_000;
/**
 * Close codes after which another try with the same token is pointless, and what to do.
 * https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes
 */
const REFUSALS: Record<number, string> = {
  4004: "the token is refused; copy the bot's token again into DISCORD_TOKEN",
  4011: "the bot is in too many servers for one connection",
  4013: "the gateway does not know the intents",
  4014: "the gateway refuses the intents",
};

/** Options that every REST client of this project shares. A repeated request is the outbox's business, never the SDK's. */
function restOptions(apiUrl: string) {
  return { api: apiUrl.replace(/\/{1,8}$/, ""), version: API_VERSION, retries: 0, timeout: REQUEST_TIMEOUT_MS };
}

/** A REST client whose rate limits on channel routes come back as errors, so that no send sleeps inside of it. */
export function createRest(token: string, apiUrl: string): REST {
  return new REST({
    ...restOptions(apiUrl),
    rejectOnRateLimit: (data) => data.route.startsWith("/channels/"),
  }).setToken(token);
}

/**
 * Connects to the gateway and resolves when the client is ready. While Discord cannot be reached it tries again with
 * growing pauses, saying so in the log; rejects with a clear error when the token or its intents are refused.
 * @returns null when `signal` ended it first
 */
export async function connect(options: {
  token: string;
  apiUrl: string;
  log: Log;
  signal: AbortSignal;
  prepare: (client: Client) => void;
}): Promise<Client<true> | null> {
  for (let attempt = 0; !options.signal.aborted; attempt += 1) {
    const client = new Client({
      intents: [GatewayIntentBits.Guilds],
      rest: restOptions(options.apiUrl),
      allowedMentions: { parse: [] },
      waitGuildTimeout: GUILD_WAIT_MS,
      closeTimeout: CLOSE_TIMEOUT_MS,
    });
    watchClient(client, options.log);
    options.prepare(client);
    try {
      return await login(client, options.token, options.signal);
    } catch (error) {
      await disconnect(client);
      if (options.signal.aborted) return null;
      const refused = refusal(error);
      if (refused) throw new Error(`Discord: ${refused}`, { cause: error });
      const pause = Math.min(60_000, 1_000 * 2 ** attempt);
      options.log.warn({ reason: failureOf(error).reason, pause }, "Discord cannot be reached; trying again");
      await sleep(pause, undefined, { signal: options.signal }).catch(() => undefined);
    }
  }
  return null;
}

function login(client: Client, token: string, signal: AbortSignal): Promise<Client<true>> {
  return new Promise((resolve, reject) => {
    const ended = () => reject(new Error("stopped"));
    signal.addEventListener("abort", ended, { once: true });
    client.once(Events.ClientReady, (ready) => {
      signal.removeEventListener("abort", ended);
      resolve(ready);
    });
    client.once(Events.ShardDisconnect, (event) => reject(new ClosedForGood(event.code)));
    client.login(token).catch(reject);
  });
}

class ClosedForGood extends Error {
  readonly closeCode: number;
  constructor(closeCode: number) {
    super(`the gateway closed with ${closeCode}`);
    this.closeCode = closeCode;
  }
}

function refusal(error: unknown): string | null {
  if (error instanceof ClosedForGood) return REFUSALS[error.closeCode] ?? error.message;
  const code = error instanceof Error && "code" in error ? error.code : null;
  const failure = failureOf(error);
  const refused = failure.outcome === "refused" && failure.scope === "token";
  return code === "TokenInvalid" || refused ? (REFUSALS[4004] ?? null) : null;
}

function watchClient(client: Client, log: Log): void {
  // Without a listener an "error" event would end the process.
  client.on(Events.Error, (error) => log.warn({ reason: failureOf(error).reason }, "Discord client error"));
  client.on(Events.ShardError, (error) => log.warn({ reason: failureOf(error).reason }, "Discord gateway error"));
  client.on(Events.ShardDisconnect, (event) => log.error({ code: event.code }, "Discord gateway closed for good"));
  client.on(Events.ShardReconnecting, () => log.info({}, "Discord gateway reconnects"));
}

/** Closes a client within a few seconds, whatever the other side does. */
export async function disconnect(client: Client): Promise<void> {
  const enough = sleep(CLOSE_TIMEOUT_MS, undefined, { ref: false });
  await Promise.race([client.destroy().catch(() => undefined), enough]);
}

/**
 * Tells `onJoin` of servers that the bot is added to while it is connected (discord.js emits guildCreate for no other:
 * those of READY are in its cache before they become available), and `onLeave` of removals. An outage is no removal.
 * https://docs.discord.com/developers/events/gateway-events#guild-delete
 */
export function watchGuilds(client: Client, handlers: PlatformHandlers, log: Log): void {
  client.on(Events.GuildCreate, (guild) => {
    const channel = greetingChannel(guild);
    log.info({ guild: guild.id, channel: channel?.id ?? null }, "added to a server");
    if (!channel) return;
    handlers.onJoin({ platform: "discord", workspace: guild.id, channel: channel.id }).catch((error: unknown) => {
      log.error({ error, guild: guild.id }, "joining a server failed");
    });
  });
  client.on(Events.GuildDelete, (guild) => {
    log.info({ guild: guild.id }, "removed from a server");
    handlers.onLeave?.({ platform: "discord", workspace: guild.id }).catch((error: unknown) => {
      log.error({ error, guild: guild.id }, "leaving a server failed");
    });
  });
}

/**
 * Tells `onFound` of every server that the bot is in, so that one that added it while it was away is greeted too. One
 * that is in an outage now is told of when it is back.
 */
export async function foundGuilds(client: Client<true>, handlers: PlatformHandlers, log: Log): Promise<void> {
  const tell = async (guild: Guild): Promise<void> => {
    const channel = guild.available ? greetingChannel(guild) : null;
    if (channel === null) return;
    try {
      await handlers.onFound?.([{ platform: "discord", workspace: guild.id, channel: channel.id }]);
    } catch (error) {
      log.error({ error, guild: guild.id }, "a server could not be greeted");
    }
  };
  client.on(Events.GuildAvailable, (guild) => void tell(guild));
  for (const guild of client.guilds.cache.values()) await tell(guild);
}

/** The system channel, or the first text channel, where the bot can speak. */
function greetingChannel(guild: Guild): GuildBasedChannel | null {
  const needed = [PermissionFlagsBits.ViewChannel, PermissionFlagsBits.SendMessages, PermissionFlagsBits.EmbedLinks];
  const me = guild.members.me;
  const speaks = (channel: GuildBasedChannel) => me !== null && channel.permissionsFor(me).has(needed);
  if (guild.systemChannel && speaks(guild.systemChannel)) return guild.systemChannel;
  const texts = guild.channels.cache.filter((channel) => channel.type === ChannelType.GuildText && speaks(channel));
  return texts.first() ?? null;
}
