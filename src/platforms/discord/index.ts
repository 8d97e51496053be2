import { type APIUser, type Client, type REST, Routes } from "discord.js";
import { setTimeout as sleep } from "node:timers/promises";
import type { Clock } from "../../core/clock.ts";
import type { CommandSpec } from "../../core/command.ts";
import type { OutgoingMessage, Platform } from "../../core/platform.ts";
import type { ChannelClass } from "../../core/subscription.ts";
import type { Log } from "../../lib/log.ts";
import { type FindMessages, wordsFrom } from "../shared/words.ts";
import { type Access, accessTo, canReadHistory, canSend } from "./access.ts";
import { applicationCommands } from "./command-specs.ts";
import { connect, createRest, DEFAULT_API_URL, disconnect, foundGuilds, watchGuilds } from "./connection.ts";
import type { KeptDrafts } from "./drafts.ts";
import { failureOf } from "./failure.ts";
import { findInHistory } from "./history.ts";
import { createInteractionHandler } from "./interactions.ts";
import { missingRights } from "./permissions.ts";
import { SEND_TIMEOUT_MS, sendInThread, sendMessage, type Threads, updateCard } from "./send.ts";

export { inviteLink, missingRights, rightsIn } from "./permissions.ts";
export { renderMessage } from "./render.ts";

const REGISTER_AGAIN_MS = 60_000;

export type DiscordOptions = {
  token: string;
  /** With its path; https://discord.com/api when absent. */
  apiUrl?: string | undefined;
  clock: Clock;
  log: Log;
  commands: CommandSpec[];
  /** The languages; English and ISO dates without it. */
  messages?: FindMessages | undefined;
  /** Keeps forms that somebody is filling in over a restart. */
  drafts?: KeptDrafts | undefined;
};

/**
 * Discord through discord.js: slash commands, autocomplete and buttons by the gateway, messages by REST.
 *
 * What the outbox may rely on: every send carries `nonce` and `enforce_nonce`, so within a minute of the first attempt
 * the same key can be sent again and stores nothing twice; later `find` reads the channel's past. `classify` says
 * "nonce" for every channel where the bot can post, "none" where it cannot, "unknown" when Discord does not tell now.
 * Where Read Message History is missing `find` answers "unreadable", never "absent".
 */
export function createDiscordPlatform(options: DiscordOptions): Platform {
  const apiUrl = options.apiUrl ?? DEFAULT_API_URL;
  const { token, log } = options;
  const rest = createRest(token, apiUrl);
  const stopping = new AbortController();
  const threads: Threads = new Map();
  let client: Client | null = null;
  let self: Promise<string> | null = null;

  /** Reasons are stored and shown; Discord may quote what it was sent. */
  const clean = (reason: string): string => reason.replaceAll(token, "[secret]");
  /** The bot's own user id: the gateway told it, else asked for once. */
  const botId = async (): Promise<string> => {
    if (client?.user) return client.user.id;
    self ??= rest.get(Routes.user()).then((user) => (user as APIUser).id);
    return self.catch((error: unknown) => {
      self = null;
      throw error;
    });
  };
  const access = (channel: string): Promise<Access> => {
    rest.setToken(token);
    return accessTo(channel, { client, rest, botId });
  };

  const words = ({ channel }: OutgoingMessage) => wordsFrom(options.messages, channel.subscription.language);

  /** A reply needs Read Message History, and is refused without it: then it is a message without a reference. */
  const repliable = async (outgoing: OutgoingMessage): Promise<OutgoingMessage> => {
    if (outgoing.thread == null) return outgoing;
    const known = await access(outgoing.channel.channel);
    return known.known && canReadHistory(known) ? outgoing : { ...outgoing, thread: null };
  };

  return {
    name: "discord",

    async start(handlers) {
      const answerInteraction = createInteractionHandler({
        handlers,
        commands: options.commands,
        clock: options.clock,
        log,
        messages: options.messages,
        drafts: options.drafts,
      });
      const ready = await connect({
        token,
        apiUrl,
        log,
        signal: stopping.signal,
        prepare: (fresh) => {
          client = fresh;
          fresh.on("interactionCreate", (interaction) => void answerInteraction(interaction));
          watchGuilds(fresh, handlers, log);
        },
      });
      if (!ready) return;
      await register(rest, ready.application.id, options, stopping.signal);
      await foundGuilds(ready, handlers, log);
      log.info({ guilds: ready.guilds.cache.size, user: ready.user.id }, "Discord is connected");
    },

    async send(outgoing) {
      const { thread, channel } = outgoing;
      const inThread = thread != null && !thread.broadcast;
      const result = inThread
        ? await sendInThread(rest.setToken(token), outgoing, words(outgoing), {
            thread,
            access: await access(channel.channel),
            threads,
          })
        : await sendMessage(rest.setToken(token), channel.channel, await repliable(outgoing), words(outgoing));
      return "reason" in result ? { ...result, reason: clean(result.reason) } : result;
    },

    async update(outgoing) {
      const result = await updateCard(rest.setToken(token), outgoing, words(outgoing));
      return "reason" in result ? { ...result, reason: clean(result.reason) } : result;
    },

    async find(channel, key, since, thread) {
      const known = await access(channel.channel);
      // The rights in a thread are those of its channel.
      const place = thread == null || thread.broadcast ? channel.channel : thread.message_id;
      try {
        const id = await botId();
        const found = await findInHistory({
          rest,
          channel: place,
          key,
          since,
          botId: id,
          access: known,
          thread: place !== channel.channel,
        });
        return "reason" in found ? { ...found, reason: clean(found.reason) } : found;
      } catch (error) {
        return { outcome: "retry", reason: clean(failureOf(error).reason), retry_after_ms: null };
      }
    },

    async missingRights(channel) {
      const known = await access(channel);
      if (known.known)
        return missingRights(known.rights, known.thread).map((name) => ({
          what: "right" as const,
          name,
          optional: canSend(known),
        }));
      const { failure } = known;
      const unseen = failure.outcome === "refused" && failure.scope === "channel";
      return unseen ? [{ what: "not-a-member" as const, name: channel }] : null;
    },

    async classify(channel): Promise<ChannelClass> {
      const known = await access(channel.channel);
      if (known.known) return canSend(known) ? "nonce" : "none";
      return known.failure.outcome === "refused" && known.failure.scope === "channel" ? "none" : "unknown";
    },

    async stop() {
      stopping.abort();
      if (client) await disconnect(client);
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
    },
  };
}

/** Registers the commands; alerts work without them, so a failure is logged and tried again until it is refused. */
async function register(
  rest: REST,
  applicationId: string,
  options: DiscordOptions,
  signal: AbortSignal,
): Promise<void> {
  try {
    const body = applicationCommands(options.commands);
    await rest.put(Routes.applicationCommands(applicationId), { body, signal: AbortSignal.timeout(SEND_TIMEOUT_MS) });
  } catch (error) {
    const failure = failureOf(error);
    if (failure.outcome === "refused") {
      options.log.error(
        { reason: failure.reason.replaceAll(options.token, "[secret]") },
        "Discord refuses the slash commands",
      );
      return;
    }
    options.log.warn({ reason: failure.reason }, "slash commands could not be registered; trying again");
    void sleep(REGISTER_AGAIN_MS, undefined, { signal, ref: false })
      .then(() => register(rest, applicationId, options, signal))
      .catch(() => undefined);
  }
}
