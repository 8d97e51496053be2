import {
  botRights,
  exampleGuild,
  type FakeChannel,
  type FakeGuild,
  type FakeInteraction,
  type Json,
  RIGHTS,
  snowflakes,
  type StoredMessage,
} from "./model.ts";
import { count, isObject, Refusal, textOf } from "./validate.ts";
import { pingsOf, validateMessage } from "./validate-message.ts";

export type FakeDiscordOptions = {
  token?: string;
  application_id?: string;
  bot_id?: string;
  guilds?: FakeGuild[];
  now?: () => number;
  /** How long enforce_nonce returns the first message; "a few minutes" in the documentation. */
  nonceWindowMs?: number;
  /** Messages younger than this are not in the history yet. */
  historyLagMs?: number;
  /** Unconfirmed in the documentation: an embed without the right is a 403, or it is dropped. */
  embedsWithoutRight?: "refuse" | "drop";
};

export type State = ReturnType<typeof createState>;

/** Servers, channels and messages, with Discord's checks. Everything accepted stays in `messages`, oldest first. */
export function createState(options: FakeDiscordOptions) {
  const now = options.now ?? (() => Date.now());
  const newId = snowflakes(now);
  const settings = {
    token: options.token ?? "fake-discord-token",
    applicationId: options.application_id ?? "900",
    botId: options.bot_id ?? "900",
    nonceWindowMs: options.nonceWindowMs ?? 120_000,
    historyLagMs: options.historyLagMs ?? 0,
    embedsWithoutRight: options.embedsWithoutRight ?? "refuse",
  };
  const guilds = options.guilds ?? [exampleGuild()];
  const messages: StoredMessage[] = [];
  const interactions: FakeInteraction[] = [];
  const deleted = new Set<string>();
  let noncesFrom = 0;

  const channelOf = (id: string): { guild: FakeGuild; channel: FakeChannel } => {
    for (const guild of guilds) {
      const channel = guild.channels.find((other) => other.id === id);
      if (channel) return { guild, channel };
    }
    throw new Refusal(404, 10003, "Unknown Channel");
  };
  const rightsOf = (id: string): bigint => {
    const { guild, channel } = channelOf(id);
    return botRights(guild, channel, settings.botId);
  };
  const author = { id: settings.botId, username: "sundown", bot: true };

  /** https://docs.discord.com/developers/resources/message#message-reference */
  const replyOf = (channel: string, reference: unknown): string | null => {
    if (!isObject(reference)) return null;
    const id = textOf(reference["message_id"]);
    const there = messages.some((other) => other.id === id && other.channel_id === channel && !deleted.has(id));
    if (there) return id;
    if (reference["fail_if_not_exists"] === false) return null;
    throw new Refusal(400, 50035, "Invalid Form Body");
  };

  /** A thread on a message has the message's id: https://docs.discord.com/developers/resources/channel#start-thread-from-message */
  const startThread = (channelId: string, messageId: string, body: unknown): FakeChannel => {
    const { guild, channel } = channelOf(channelId);
    const rights = rightsOf(channelId);
    if ((rights & RIGHTS.view) === 0n) throw new Refusal(403, 50001, "Missing Access");
    if ((rights & RIGHTS.openThreads) === 0n) throw new Refusal(403, 50013, "Missing Permissions");
    if (channel.type === 11) throw new Refusal(400, 50024, "Cannot execute action on this channel type");
    messageOf(channelId, messageId);
    if (guild.channels.some((other) => other.id === messageId))
      throw new Refusal(400, 160004, "A thread has already been created for this message");
    const given = isObject(body) ? body : {};
    const name = textOf(given["name"]);
    const archive = given["auto_archive_duration"];
    if (count(name) < 1 || count(name) > 100) throw new Refusal(400, 50035, "Invalid Form Body");
    if (archive !== undefined && ![60, 1440, 4320, 10_080].includes(archive as number))
      throw new Refusal(400, 50035, "Invalid Form Body");
    const thread = { id: messageId, guild_id: guild.id, name, type: 11, overwrites: [], parent_id: channelId };
    guild.channels.push(thread);
    return thread;
  };

  const build = (channel: string, body: Json, via: StoredMessage["via"]): StoredMessage => ({
    id: newId(),
    channel_id: channel,
    author,
    content: textOf(body["content"]),
    embeds: (body["embeds"] as Json[] | undefined) ?? [],
    components: (body["components"] as Json[] | undefined) ?? [],
    reply_to: replyOf(channel, body["message_reference"]),
    nonce: body["nonce"] == null ? null : textOf(body["nonce"]),
    enforce_nonce: body["enforce_nonce"] === true,
    flags: Number(body["flags"] ?? 0),
    attachments: attachmentsOf(body, []),
    at: now(),
    edited_at: null,
    pings: pingsOf(textOf(body["content"]), body["allowed_mentions"], via === "interaction"),
    via,
  });

  const post = (channelId: string, body: unknown): StoredMessage => {
    const { channel } = channelOf(channelId);
    const rights = rightsOf(channelId);
    if ((rights & RIGHTS.view) === 0n) throw new Refusal(403, 50001, "Missing Access");
    const write = channel.type === 11 ? RIGHTS.sendInThreads : RIGHTS.send;
    if ((rights & write) === 0n) throw new Refusal(403, 50013, "Missing Permissions");
    if (channel.locked) throw new Refusal(403, 160005, "Thread is locked");
    if (channel.archived) throw new Refusal(400, 50083, "Thread is archived");
    validateMessage(body);
    // https://docs.discord.com/developers/resources/message#create-message
    if (isObject(body) && body["message_reference"] !== undefined && (rights & RIGHTS.history) === 0n)
      throw new Refusal(403, 50013, "Missing Permissions");
    const given = { ...(body as Json) };
    if ((rights & RIGHTS.embed) === 0n && Array.isArray(given["embeds"]) && given["embeds"].length > 0) {
      if (settings.embedsWithoutRight === "refuse") throw new Refusal(403, 50013, "Missing Permissions");
      given["embeds"] = [];
    }
    const nonce = given["nonce"] == null ? null : textOf(given["nonce"]);
    if (nonce !== null && given["enforce_nonce"] === true) {
      const since = Math.max(noncesFrom, now() - settings.nonceWindowMs);
      const first = messages.find((old) => old.nonce === nonce && old.channel_id === channelId && old.at >= since);
      if (first && deleted.has(first.id)) throw new Refusal(404, 10008, "Unknown Message");
      if (first) return first;
    }
    const stored = build(channelId, given, "bot");
    messages.push(stored);
    return stored;
  };

  const visible = (channelId: string) =>
    messages.filter(
      (message) =>
        message.channel_id === channelId &&
        !deleted.has(message.id) &&
        (message.flags & 64) === 0 &&
        message.at <= now() - settings.historyLagMs,
    );

  const history = (channelId: string, query: URLSearchParams): StoredMessage[] => {
    const rights = rightsOf(channelId);
    if ((rights & RIGHTS.view) === 0n) throw new Refusal(403, 50001, "Missing Access");
    const limit = Number(query.get("limit") ?? 50);
    if (!Number.isInteger(limit) || limit < 1 || limit > 100) throw new Refusal(400, 50035, "Invalid Form Body");
    if ((rights & RIGHTS.history) === 0n) return [];
    const all = visible(channelId).sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
    const id = (key: string) => BigInt(query.get(key) ?? 0);
    if (query.has("around")) {
      const middle = all.findIndex((message) => BigInt(message.id) >= id("around"));
      return all.slice(Math.max(0, middle - Math.floor(limit / 2)), middle + Math.ceil(limit / 2)).reverse();
    }
    if (query.has("after")) {
      const later = all.filter((message) => BigInt(message.id) > id("after"));
      return later.slice(0, limit).reverse();
    }
    const earlier = query.has("before") ? all.filter((message) => BigInt(message.id) < id("before")) : all;
    return earlier.slice(-limit).reverse();
  };

  const edit = (message: StoredMessage, body: unknown): StoredMessage => {
    validateMessage(body, { partial: true });
    const given = body as Json;
    if (typeof given["content"] === "string") message.content = given["content"];
    if (Array.isArray(given["embeds"])) message.embeds = given["embeds"] as Json[];
    if (Array.isArray(given["components"])) message.components = given["components"] as Json[];
    if (Array.isArray(given["attachments"]) || given["__files"] !== undefined)
      message.attachments = attachmentsOf(given, message.attachments);
    message.edited_at = now();
    message.pings.push(...pingsOf(message.content, given["allowed_mentions"], message.via === "interaction"));
    return message;
  };

  const messageOf = (channelId: string, id: string): StoredMessage => {
    channelOf(channelId);
    const message = messages.find((other) => other.id === id && other.channel_id === channelId);
    if (!message || deleted.has(id)) throw new Refusal(404, 10008, "Unknown Message");
    return message;
  };

  return {
    now,
    newId,
    settings,
    guilds,
    messages,
    interactions,
    /** What was registered by the last PUT. */
    commands: [] as Json[],
    commandPuts: 0,
    channelOf,
    rightsOf,
    build,
    post,
    history,
    edit,
    startThread,
    /** Out of the archive again; a locked thread needs a right that the bot does not have. */
    changeThread: (id: string, body: unknown): FakeChannel => {
      const { channel } = channelOf(id);
      if (channel.type !== 11 || channel.locked || (rightsOf(id) & RIGHTS.sendInThreads) === 0n)
        throw new Refusal(403, 50013, "Missing Permissions");
      if (isObject(body) && typeof body["archived"] === "boolean") channel.archived = body["archived"];
      return channel;
    },
    messageOf,
    remove: (channelId: string, id: string) => void deleted.add(messageOf(channelId, id).id),
    forgetNonces: () => {
      noncesFrom = now() + 1;
    },
  };
}

/** What is uploaded now, and of what was there only what the edit lists: `attachments` names all that stay. */
function attachmentsOf(body: Json, present: StoredMessage["attachments"]): StoredMessage["attachments"] {
  const files = Array.isArray(body["__files"])
    ? (body["__files"] as { id: string; name: string; bytes: Buffer }[])
    : [];
  const listed = Array.isArray(body["attachments"]) ? (body["attachments"] as Json[]) : [];
  const kept = present.filter((_, index) => listed.some((entry) => textOf(entry["id"]) === `kept-${index}`));
  return [
    ...kept,
    ...files.map(({ id, name, bytes }) => {
      const about = listed.find((entry) => textOf(entry["id"]) === id);
      return { name, description: textOf(about?.["description"]), bytes };
    }),
  ];
}

/** A message as the API shows it: no nonce. */
export function shown(message: StoredMessage): Json {
  return {
    id: message.id,
    channel_id: message.channel_id,
    author: { ...message.author, discriminator: "0", avatar: null, global_name: null },
    content: message.content,
    embeds: message.embeds.map((embed) => ({ type: "rich", ...(isObject(embed) ? embed : {}) })),
    components: message.components,
    attachments: [],
    mentions: [],
    mention_roles: [],
    mention_everyone: false,
    pinned: false,
    tts: false,
    type: 0,
    flags: message.flags,
    timestamp: new Date(message.at).toISOString(),
    edited_timestamp: message.edited_at === null ? null : new Date(message.edited_at).toISOString(),
  };
}

export function channelJson(channel: FakeChannel): Json {
  const thread = channel.type === 11;
  return {
    id: channel.id,
    guild_id: channel.guild_id,
    name: channel.name,
    type: channel.type,
    position: 0,
    parent_id: channel.parent_id ?? null,
    ...(thread
      ? {
          owner_id: "1",
          thread_metadata: {
            archived: channel.archived === true,
            locked: channel.locked === true,
            auto_archive_duration: 1440,
            archive_timestamp: "2026-01-01T00:00:00Z",
          },
        }
      : {
          permission_overwrites: channel.overwrites.map((overwrite) => ({
            id: overwrite.id,
            type: overwrite.type,
            allow: overwrite.allow.toString(),
            deny: overwrite.deny.toString(),
          })),
        }),
  };
}

export function memberJson(guild: FakeGuild, botId: string): Json {
  return {
    user: { id: botId, username: "sundown", discriminator: "0", avatar: null, bot: true, global_name: null },
    roles: guild.bot_roles,
    joined_at: "2026-01-01T00:00:00Z",
    deaf: false,
    mute: false,
    flags: 0,
  };
}

export function guildJson(guild: FakeGuild): Json {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    owner_id: guild.owner_id,
    system_channel_id: guild.system_channel_id,
    system_channel_flags: 0,
    roles: guild.roles.map((role, position) => ({
      id: role.id,
      name: role.name,
      permissions: role.permissions.toString(),
      position,
      color: 0,
      hoist: false,
      managed: false,
      mentionable: false,
      flags: 0,
    })),
    emojis: [],
    stickers: [],
    features: [],
    afk_timeout: 300,
    premium_tier: 0,
    nsfw_level: 0,
    verification_level: 0,
    preferred_locale: "en-US",
  };
}
