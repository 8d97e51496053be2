import type { Choice, CommandRequest, Reply } from "./command.ts";
import type { FindResult, SendResult, ThreadTarget } from "./delivery.ts";
import type { FormOutcome, FormValues } from "./form.ts";
import type { Message } from "./message.ts";
import type { Channel, ChannelClass, PlatformName } from "./subscription.ts";

/** What a platform hands up: requests in, replies out. Handlers never throw; they answer with an error message. */
export type PlatformHandlers = {
  onCommand(request: CommandRequest): Promise<Reply>;
  /** At most 25 choices, quickly: the platform waits 3 seconds. */
  onAutocomplete(request: { command: string; option: string; text: string; channel_id: string }): Promise<Choice[]>;
  /** The bot was invited to a channel, or found itself in one. */
  onJoin(channel: { platform: PlatformName; workspace: string; channel: string }): Promise<void>;
  /**
   * Where the bot finds itself at its start: one channel per server on Discord, every channel that it is in on Slack. One
   * that it was not told of, because it was away, is greeted.
   */
  onFound?(places: { platform: PlatformName; workspace: string; channel: string }[]): Promise<void>;
  /** A form was sent; `request.command` names the command that opened it. */
  onSubmit?(request: CommandRequest, values: FormValues): Promise<FormOutcome>;
  /** The bot was removed from a workspace or a server, or its token was taken back. */
  onLeave?(place: { platform: PlatformName; workspace: string }): Promise<void>;
};

export type OutgoingMessage = {
  channel: Channel;
  /** The outbox row's key; Slack metadata, Discord nonce and embed carry it. */
  key: string;
  message: Message;
  /** The card whose thread it belongs to; null or absent for a message of its own. */
  thread?: ThreadTarget | null;
};

/**
 * One thing that keeps the bot from posting in a channel: it is not in it (or cannot see it), the channel is archived,
 * or a right or scope is missing, by the platform's own name of it. `optional`: posting works without it.
 */
export type MissingRight = { what: "not-a-member" | "archived" | "right"; name: string; optional?: boolean };

/** A chat platform. One folder in src/platforms each; all pass the same contract suite. */
export type Platform = {
  name: PlatformName;
  /** Connects. Resolves when commands can be answered; rejects with a clear error when the token is refused. */
  start(handlers: PlatformHandlers): Promise<void>;
  /** One request, no retry of its own. Never throws. */
  send(outgoing: OutgoingMessage): Promise<SendResult>;
  /** Reads the channel's past (or that thread's) for a delivery key, back to `since` (epoch ms). Never throws. */
  find(channel: Channel, key: string, since: number, thread?: ThreadTarget | null): Promise<FindResult>;
  /**
   * Puts the message in the place of the one with that id, and keeps its key. Safe to repeat, so what is ambiguous is
   * simply done again. Never throws. A platform without it has no cards: every change is a message of its own.
   */
  update?(outgoing: OutgoingMessage & { message_id: string }): Promise<SendResult>;
  /** What can be checked in that channel. Never throws; "unknown" when it cannot be told now. */
  classify(channel: Channel): Promise<ChannelClass>;
  /** What is missing to post there; null when it cannot be told now. Never throws. */
  missingRights?(channel: string): Promise<MissingRight[] | null>;
  /** Closes connections; resolves within a few seconds. */
  stop(): Promise<void>;
};
