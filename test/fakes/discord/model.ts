/** What the fake Discord knows and what it stored: the oracle of the tests. Rights are bit sets. */
export type FakeRole = { id: string; name: string; permissions: bigint };
export type FakeOverwrite = { id: string; type: 0 | 1; allow: bigint; deny: bigint };
export type FakeChannel = {
  id: string;
  guild_id: string;
  name: string;
  /** 0 text, 11 public thread. */
  type: number;
  overwrites: FakeOverwrite[];
  parent_id?: string;
  archived?: boolean;
  locked?: boolean;
};
export type FakeGuild = {
  id: string;
  name: string;
  owner_id: string;
  system_channel_id: string | null;
  roles: FakeRole[];
  /** Roles that the bot holds, besides @everyone (the role with the guild's id). */
  bot_roles: string[];
  channels: FakeChannel[];
};

export type Json = Record<string, unknown>;

export type StoredMessage = {
  id: string;
  channel_id: string;
  author: { id: string; username: string; bot: boolean };
  content: string;
  embeds: Json[];
  components: Json[];
  /** Kept for the oracle; history does not return it. */
  /** The message that this one answers. */
  reply_to: string | null;
  nonce: string | null;
  enforce_nonce: boolean;
  flags: number;
  attachments: { name: string; description: string; bytes: Buffer }[];
  /** When it was accepted, epoch ms of the fake's clock. */
  at: number;
  edited_at: number | null;
  /** Everyone and everything that this message alerted; must stay empty. */
  pings: string[];
  via: "bot" | "interaction" | "other";
  /** Of somebody else's message: parts that the API shows as they are, like message_snapshots. */
  extra?: Json;
};

export type FakeInteraction = {
  id: string;
  token: string;
  /** 2 command, 3 component, 4 autocomplete, 5 modal. */
  type: 2 | 3 | 4 | 5;
  /** The message that holds the component, or from which the modal was opened. */
  message: StoredMessage | null;
  channel_id: string;
  created_at: number;
  callback: { type: number; data: Json; at: number } | null;
  /** Callbacks that were refused: late, twice, malformed. */
  refused: string[];
  /** The reply in place of the acknowledgement. */
  original: StoredMessage | null;
  followups: StoredMessage[];
};

/** https://docs.discord.com/developers/topics/permissions */
export const RIGHTS = {
  administrator: 1n << 3n,
  manageChannels: 1n << 4n,
  view: 1n << 10n,
  send: 1n << 11n,
  embed: 1n << 14n,
  files: 1n << 15n,
  history: 1n << 16n,
  openThreads: 1n << 35n,
  sendInThreads: 1n << 38n,
} as const;

export const USUAL_RIGHTS =
  RIGHTS.view | RIGHTS.send | RIGHTS.embed | RIGHTS.files | RIGHTS.history | RIGHTS.openThreads | RIGHTS.sendInThreads;

const DISCORD_EPOCH = 1_420_070_400_000n;

/** Ids as Discord makes them: time in the upper bits, a counter in the lower. */
export function snowflakes(now: () => number): () => string {
  let counter = 0n;
  return () => {
    counter = (counter + 1n) & 0x3fffffn;
    return (((BigInt(Math.floor(now())) - DISCORD_EPOCH) << 22n) | counter).toString();
  };
}

/** One server with the channels `general` and `alerts`, in which the bot has its usual rights. */
export function exampleGuild(id = "100", channels: string[] = ["101", "102"]): FakeGuild {
  return {
    id,
    name: `Server ${id}`,
    owner_id: "1",
    system_channel_id: channels[0] ?? null,
    roles: [
      { id, name: "@everyone", permissions: RIGHTS.view | RIGHTS.history },
      { id: `${id}9`, name: "bot", permissions: USUAL_RIGHTS },
    ],
    bot_roles: [`${id}9`],
    channels: channels.map((channel) => ({
      id: channel,
      guild_id: id,
      name: `channel-${channel}`,
      type: 0,
      overwrites: [],
    })),
  };
}

/** The bot's rights in a channel, by the documented order; written apart from the project's own. */
export function botRights(guild: FakeGuild, channel: FakeChannel, botId: string): bigint {
  const everything = (1n << 60n) - 1n;
  if (guild.owner_id === botId) return everything;
  const mine = (id: string) => guild.bot_roles.includes(id);
  const base = guild.roles.reduce(
    (sum, role) => (role.id === guild.id || mine(role.id) ? sum | role.permissions : sum),
    0n,
  );
  if ((base & RIGHTS.administrator) !== 0n) return everything;
  const holder = guild.channels.find((other) => other.id === channel.parent_id) ?? channel;
  const apply = (rights: bigint, chosen: FakeOverwrite[]) => {
    const deny = chosen.reduce((sum, overwrite) => sum | overwrite.deny, 0n);
    const allow = chosen.reduce((sum, overwrite) => sum | overwrite.allow, 0n);
    return (rights & ~deny) | allow;
  };
  let rights = apply(
    base,
    holder.overwrites.filter((overwrite) => overwrite.id === guild.id),
  );
  rights = apply(
    rights,
    holder.overwrites.filter((overwrite) => overwrite.type === 0 && mine(overwrite.id)),
  );
  rights = apply(
    rights,
    holder.overwrites.filter((overwrite) => overwrite.type === 1 && overwrite.id === botId),
  );
  return (rights & RIGHTS.view) === 0n ? 0n : rights;
}
