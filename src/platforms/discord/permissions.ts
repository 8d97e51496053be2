import { PermissionFlagsBits } from "discord.js";

/** What decides a member's rights in a channel; ids and bit sets as Discord gives them. */
export type RightsInput = {
  guild_id: string;
  owner_id: string;
  member_id: string;
  /** The member's own roles; @everyone (the guild's id) counts without being listed. */
  member_roles: readonly string[];
  roles: readonly { id: string; permissions: bigint }[];
  overwrites: readonly { id: string; allow: bigint; deny: bigint }[];
};

const ALL = (1n << 64n) - 1n;

/**
 * A member's rights in a channel: the owner and administrators have all; roles add up; then the overwrites of
 * @everyone, of the roles together, of the member, each denying before it allows. Without View Channel none are left.
 * https://docs.discord.com/developers/topics/permissions#permission-overwrites
 */
export function rightsIn(input: RightsInput): bigint {
  if (input.owner_id === input.member_id) return ALL;
  const held = new Set([input.guild_id, ...input.member_roles]);
  let rights = 0n;
  for (const role of input.roles) if (held.has(role.id)) rights |= role.permissions;
  if (rights & PermissionFlagsBits.Administrator) return ALL;
  const everyone = input.overwrites.filter((overwrite) => overwrite.id === input.guild_id);
  const roles = input.overwrites.filter((overwrite) => overwrite.id !== input.guild_id && held.has(overwrite.id));
  const member = input.overwrites.filter((overwrite) => overwrite.id === input.member_id);
  for (const layer of [everyone, roles, member]) {
    for (const overwrite of layer) rights &= ~overwrite.deny;
    for (const overwrite of layer) rights |= overwrite.allow;
  }
  return rights & PermissionFlagsBits.ViewChannel ? rights : 0n;
}

/** The rights that the bot uses, with why: nothing else is asked for. */
export const RIGHTS_IN_USE = [
  { name: "View Channel", bit: PermissionFlagsBits.ViewChannel },
  { name: "Send Messages", bit: PermissionFlagsBits.SendMessages },
  { name: "Send Messages in Threads", bit: PermissionFlagsBits.SendMessagesInThreads },
  { name: "Create Public Threads", bit: PermissionFlagsBits.CreatePublicThreads },
  { name: "Embed Links", bit: PermissionFlagsBits.EmbedLinks },
  // The timeline picture in answers.
  { name: "Attach Files", bit: PermissionFlagsBits.AttachFiles },
  // Without it a message whose answer was lost cannot be looked up after a minute.
  { name: "Read Message History", bit: PermissionFlagsBits.ReadMessageHistory },
] as const;

/** The names of the rights that are missing for alerts in a channel (or a thread); empty when all are there. */
export function missingRights(rights: bigint, thread: boolean): string[] {
  const other = thread ? PermissionFlagsBits.SendMessages : PermissionFlagsBits.SendMessagesInThreads;
  // Without the right to open threads everything is told in the channel, and without pictures the words stay: nothing
  // is missing for alerts.
  const spare = [other, PermissionFlagsBits.CreatePublicThreads, PermissionFlagsBits.AttachFiles];
  return RIGHTS_IN_USE.filter(({ bit }) => !spare.includes(bit) && (rights & bit) === 0n).map(({ name }) => name);
}

/**
 * The address where an administrator adds the bot to a server, with exactly the rights in use and slash commands.
 * https://docs.discord.com/developers/topics/oauth2#bot-authorization-flow
 */
export function inviteLink(applicationId: string): string {
  const link = new URL("https://discord.com/oauth2/authorize");
  link.searchParams.set("client_id", applicationId);
  link.searchParams.set("scope", "bot applications.commands");
  link.searchParams.set("permissions", RIGHTS_IN_USE.reduce((sum, { bit }) => sum | bit, 0n).toString());
  return link.href;
}
