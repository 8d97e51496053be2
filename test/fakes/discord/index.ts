import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { createFaults } from "./faults.ts";
import { createGateway } from "./gateway.ts";
import { createHttp } from "./http.ts";
import { createInteraction, type Person } from "./interactions.ts";
import type { FakeGuild, FakeInteraction, Json, StoredMessage } from "./model.ts";
import { type BucketRule, createRateLimits } from "./rate-limits.ts";
import { createRoutes } from "./routes.ts";
import { createState, type FakeDiscordOptions, shown } from "./state.ts";

export type { Fault, FaultKind } from "./faults.ts";
export type { Person } from "./interactions.ts";
export * from "./model.ts";

export type StartOptions = FakeDiscordOptions & {
  /** Port on 127.0.0.1; any free one by default. */
  port?: number;
  heartbeatMs?: number;
  /** Requests a second of the whole bot. */
  globalPerSecond?: number;
  /** Per route and channel; null for none. */
  bucket?: BucketRule;
  /** Identifies within five seconds. Discord starts at 1; reconnecting tests need more. */
  maxConcurrency?: number;
};

export type SlashCommand = {
  channel: string;
  command: string;
  subcommand?: string;
  options?: Record<string, string | number>;
  by?: Person;
};

export type FakeDiscord = Awaited<ReturnType<typeof startFakeDiscord>>;

/**
 * A Discord on 127.0.0.1 that keeps the documented rules and refuses what Discord refuses. `messages` is all that it
 * accepted, oldest first. `close` throws when a call was made that it does not know.
 */
export async function startFakeDiscord(options: StartOptions = {}) {
  const state = createState(options);
  const faults = createFaults();
  const limits = createRateLimits({
    now: state.now,
    globalPerSecond: options.globalPerSecond ?? 50,
    bucket: options.bucket === undefined ? { limit: 5, perMs: 5_000 } : options.bucket,
  });
  let origin = "";
  const gatewayAddress = () => `${origin.replace("http", "ws")}/gateway`;
  const http = createHttp({
    state,
    faults,
    limits,
    routes: createRoutes(state, gatewayAddress, options.maxConcurrency ?? 1),
  });
  const server = createServer(http.handle);
  const gateway = createGateway({
    server,
    state,
    heartbeatMs: options.heartbeatMs ?? 41_250,
    maxConcurrency: options.maxConcurrency ?? 1,
    address: gatewayAddress,
  });
  await new Promise<void>((resolve) => {
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const interact = (request: Parameters<typeof createInteraction>[1]): FakeInteraction & { payload: Json } => {
    const message = request.message ? shown(request.message) : null;
    const { interaction, payload } = createInteraction(state, request, message);
    gateway.dispatch("INTERACTION_CREATE", payload);
    return Object.assign(interaction, { payload });
  };
  const optionList = (command: SlashCommand, focused: string | null): Json[] => {
    const values = Object.entries(command.options ?? {}).map(([name, value]) => ({
      name,
      type: typeof value === "number" ? 4 : 3,
      value,
      ...(name === focused ? { focused: true } : {}),
    }));
    return command.subcommand ? [{ name: command.subcommand, type: 1, options: values }] : values;
  };
  const commandData = (command: SlashCommand, focused: string | null): Json => {
    const known = state.commands.find((other) => other["name"] === command.command);
    return { id: known?.["id"] ?? "1", name: command.command, type: 1, options: optionList(command, focused) };
  };

  return {
    /** For DISCORD_API_URL. */
    apiUrl: `${origin}/api`,
    token: state.settings.token,
    applicationId: state.settings.applicationId,
    botId: state.settings.botId,
    settings: state.settings,
    guilds: state.guilds,
    messages: state.messages,
    interactions: state.interactions,
    requests: http.requests,
    unmatched: http.unmatched,
    invalid: http.invalid,
    gateway: gateway.log,
    commands: () => state.commands,
    commandPuts: () => state.commandPuts,
    /** What stands in a channel, without replies that only one person sees. */
    inChannel: (channel: string) =>
      state.messages.filter((message) => message.channel_id === channel && (message.flags & 64) === 0),
    fault: faults.add,
    faultPlan: faults.plan,
    clearFaults: faults.clear,
    forgetNonces: state.forgetNonces,
    deleteMessage: state.remove,
    /** A file on the content host of this fake, as a message carries it in `attachments`. */
    attachment: (name: string, content: string): Json => {
      const path = `/attachments/${http.files.size + 1}/${name}`;
      http.files.set(path, content);
      return {
        id: String(http.files.size),
        filename: name,
        size: Buffer.byteLength(content),
        url: `${origin}${path}`,
        proxy_url: `${origin}${path}`,
      };
    },
    /** Someone else's message. */
    say: (channel: string, content: string, more: Json = {}): StoredMessage => {
      const other = { id: "5", username: "somebody", bot: false };
      const { message_reference: _, message_snapshots: __, ...body } = more;
      const message = {
        ...state.build(channel, { content, ...body, allowed_mentions: { parse: [] } }, "other"),
        author: other,
        extra: more,
      };
      state.messages.push(message);
      return message;
    },
    slash: (command: SlashCommand) =>
      interact({ type: 2, channel: command.channel, data: commandData(command, null), ...by(command.by) }),
    autocomplete: (command: SlashCommand & { focused: string }) =>
      interact({ type: 4, channel: command.channel, data: commandData(command, command.focused), ...by(command.by) }),
    press: (message: StoredMessage, customId: string, person?: Person) =>
      interact({
        type: 3,
        channel: message.channel_id,
        message,
        data: { component_type: 2, custom_id: customId },
        ...by(person),
      }),
    /** Chooses in a select menu. */
    choose: (message: StoredMessage, customId: string, values: string[], person?: Person) =>
      interact({
        type: 3,
        channel: message.channel_id,
        message,
        data: { component_type: 3, custom_id: customId, values },
        ...by(person),
      }),
    /** Sends a modal that was opened from a message's component. */
    sendModal: (message: StoredMessage, customId: string, typed: Record<string, string>, person?: Person) =>
      interact({
        type: 5,
        channel: message.channel_id,
        message,
        data: {
          custom_id: customId,
          components: Object.entries(typed).map(([id, value], index) => ({
            type: 18,
            id: index * 2 + 1,
            component: { type: 4, id: index * 2 + 2, custom_id: id, value },
          })),
        },
        ...by(person),
      }),
    /** Uses a message command on a message. */
    onMessage: (message: StoredMessage, command: string, person?: Person) => {
      const known = state.commands.find((other) => other["name"] === command && other["type"] === 3);
      return interact({
        type: 2,
        channel: message.channel_id,
        data: {
          id: known?.["id"] ?? "1",
          name: command,
          type: 3,
          target_id: message.id,
          resolved: { messages: { [message.id]: { ...shown(message), ...message.extra } } },
        },
        ...by(person),
      });
    },
    /** The same event once more, as after a resume. */
    repeat: (interaction: { payload: Json }) => gateway.dispatch("INTERACTION_CREATE", interaction.payload),
    join: (guild: FakeGuild) => {
      state.guilds.push(guild);
      gateway.dispatch("GUILD_CREATE", gateway.guildCreate(guild.id));
    },
    /** Removed from a server, or (outage) only out of reach for a while. */
    leave: (id: string, outage = false) => {
      gateway.dispatch("GUILD_DELETE", outage ? { id, unavailable: true } : { id });
      const index = state.guilds.findIndex((guild) => guild.id === id);
      if (!outage && index >= 0) state.guilds.splice(index, 1);
    },
    available: (id: string) => gateway.dispatch("GUILD_CREATE", gateway.guildCreate(id)),
    dispatch: gateway.dispatch,
    requestReconnect: gateway.requestReconnect,
    invalidateSession: gateway.invalidateSession,
    dropGateway: gateway.drop,
    acknowledgeHeartbeats: gateway.acknowledgeHeartbeats,
    /** Waits until `look` gives something that is neither null, undefined nor false. */
    until,
    close: async (): Promise<void> => {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
      if (http.unmatched.length > 0) throw new Error(`fake Discord: unmatched calls: ${http.unmatched.join(", ")}`);
    },
  };
}

function by(person: Person | undefined): { by: Person } | Record<string, never> {
  return person ? { by: person } : {};
}

async function until<T>(look: () => T | null | undefined | false, ms = 5_000): Promise<T> {
  const end = performance.now() + ms;
  for (;;) {
    const seen = look();
    if (seen !== null && seen !== undefined && seen !== false) return seen;
    if (performance.now() > end) throw new Error(`nothing happened within ${ms} ms: ${look.toString().slice(0, 120)}`);
    await sleep(5);
  }
}
