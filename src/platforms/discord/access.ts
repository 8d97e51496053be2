import {
  type APIChannel,
  type APIGuild,
  type APIGuildMember,
  type Client,
  type GuildBasedChannel,
  PermissionFlagsBits,
  type REST,
  Routes,
} from "discord.js";
import { type Failure, failureOf } from "./failure.ts";
import { rightsIn } from "./permissions.ts";

/** The bot's rights in a channel, or why they cannot be told. */
export type Access = { known: true; rights: bigint; thread: boolean } | { known: false; failure: Failure };

/** https://docs.discord.com/developers/resources/channel#channel-object-channel-types */
const THREAD_TYPES: ReadonlySet<number> = new Set([10, 11, 12]);

/** True when messages with embeds can be posted with these rights. */
export function canSend(access: { rights: bigint; thread: boolean }): boolean {
  const write = access.thread ? PermissionFlagsBits.SendMessagesInThreads : PermissionFlagsBits.SendMessages;
  const needed = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.EmbedLinks | write;
  return (access.rights & needed) === needed;
}

/** True when a thread can be opened on a message there, and written in; a thread has no threads of its own. */
export function canThread(access: { rights: bigint; thread: boolean }): boolean {
  const needed = PermissionFlagsBits.CreatePublicThreads | PermissionFlagsBits.SendMessagesInThreads;
  return !access.thread && (access.rights & needed) === needed;
}

/** True when the channel's past can be read. Without the right Discord answers with an empty list, not an error. */
export function canReadHistory(access: { rights: bigint }): boolean {
  const needed = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory;
  return (access.rights & needed) === needed;
}

/** The bot's rights in a channel: from what the gateway told, else by asking. Never throws. */
export async function accessTo(
  channelId: string,
  connection: { client: Client | null; rest: REST; botId: () => Promise<string> },
): Promise<Access> {
  const cached = connection.client?.isReady() ? connection.client.channels.cache.get(channelId) : undefined;
  const told = cached && "guild" in cached ? fromCache(cached) : null;
  if (told) return told;
  try {
    return await byAsking(channelId, connection.rest, await connection.botId());
  } catch (error) {
    return { known: false, failure: failureOf(error) };
  }
}

function fromCache(channel: GuildBasedChannel): Access | null {
  const { guild } = channel;
  const me = guild.members.me;
  const holder = channel.isThread() ? channel.parent : channel;
  if (!me || !holder || !guild.available) return null;
  const rights = rightsIn({
    guild_id: guild.id,
    owner_id: guild.ownerId,
    member_id: me.id,
    member_roles: [...me.roles.cache.keys()],
    roles: guild.roles.cache.map((role) => ({ id: role.id, permissions: role.permissions.bitfield })),
    overwrites: holder.permissionOverwrites.cache.map((overwrite) => ({
      id: overwrite.id,
      allow: overwrite.allow.bitfield,
      deny: overwrite.deny.bitfield,
    })),
  });
  return { known: true, rights, thread: channel.isThread() };
}

async function byAsking(channelId: string, rest: REST, botId: string): Promise<Access> {
  const channel = (await rest.get(Routes.channel(channelId))) as APIChannel & { guild_id?: string; parent_id?: string };
  if (!channel.guild_id) return { known: true, rights: 0n, thread: false };
  const thread = THREAD_TYPES.has(channel.type);
  const holder = thread && channel.parent_id ? await rest.get(Routes.channel(channel.parent_id)) : channel;
  const [guild, member] = (await Promise.all([
    rest.get(Routes.guild(channel.guild_id)),
    rest.get(Routes.guildMember(channel.guild_id, botId)),
  ])) as [APIGuild, APIGuildMember];
  const overwrites = (holder as { permission_overwrites?: { id: string; allow: string; deny: string }[] })
    .permission_overwrites;
  const rights = rightsIn({
    guild_id: guild.id,
    owner_id: guild.owner_id,
    member_id: botId,
    member_roles: member.roles,
    roles: guild.roles.map((role) => ({ id: role.id, permissions: BigInt(role.permissions) })),
    overwrites: (overwrites ?? []).map((overwrite) => ({
      id: overwrite.id,
      allow: BigInt(overwrite.allow),
      deny: BigInt(overwrite.deny),
    })),
  });
  return { known: true, rights, thread };
}
