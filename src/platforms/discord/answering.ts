import {
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
  type StringSelectMenuInteraction,
} from "discord.js";
import type { Clock } from "../../core/clock.ts";
import type { CommandRequest, CommandSpec, Reply } from "../../core/command.ts";
import type { PlatformHandlers } from "../../core/platform.ts";
import { channelId } from "../../core/subscription.ts";
import type { Log } from "../../lib/log.ts";
import { truncate } from "../shared/text.ts";
import { type FindMessages, wordsFrom } from "../shared/words.ts";
import type { Drafts, KeptDrafts } from "./drafts.ts";
import { apiCode, failureOf } from "./failure.ts";
import { renderForm } from "./forms.ts";
import { ATTACHMENT_ALT_MAX } from "./limits.ts";
import { renderMessage } from "./render.ts";

const ALREADY_ANSWERED = 40060;

/** What every answer to an interaction is made of: acknowledge, run, show. */

export type Deps = {
  handlers: PlatformHandlers;
  commands: readonly CommandSpec[];
  clock: Clock;
  log: Log;
  messages: FindMessages | undefined;
  /** Where forms are kept that somebody is filling in; without it they end with the process. */
  drafts?: KeptDrafts | undefined;
};
export type Runnable =
  | ChatInputCommandInteraction
  | ButtonInteraction
  | MessageContextMenuCommandInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction;
export type Asked = Pick<CommandRequest, "command" | "subcommand" | "options" | "values" | "sent">;

/** Puts a reply in the place of the acknowledgement. */
export async function showReply(interaction: Runnable, reply: Reply, deps: Deps, drafts: Drafts): Promise<void> {
  const words = wordsFrom(deps.messages, interaction.locale);
  if (reply.form !== undefined) {
    const { allowed_mentions: allowedMentions, ...form } = renderForm(drafts.open(reply.form), words);
    await persist(() => interaction.editReply({ ...form, allowedMentions }));
    return;
  }
  const { allowed_mentions: allowedMentions, ...message } = renderMessage(reply.message, words, null);
  const { picture } = reply;
  const files =
    picture === undefined
      ? []
      : [
          {
            attachment: Buffer.from(picture.png),
            name: picture.name,
            description: truncate(picture.alt, ATTACHMENT_ALT_MAX),
          },
        ];
  // What an earlier page carried is taken away.
  const body = { ...message, allowedMentions, attachments: [] };
  if (reply.visibility === "private") {
    await withFiles(files, (more) => persist(() => interaction.editReply({ ...body, ...more })));
    return;
  }
  // The acknowledgement was private before the reply was known; what everyone may see follows as a message of its own.
  await persist(() => interaction.editReply({ content: message.content, allowedMentions }));
  await withFiles(files, (more) => interaction.followUp({ ...message, allowedMentions, ...more }));
}

/** Where a picture is refused (no right to attach files), the words come without it. */
async function withFiles<F>(files: F[], show: (more: { files?: F[] }) => Promise<unknown>): Promise<void> {
  if (files.length === 0) return void (await show({}));
  try {
    await show({ files });
  } catch (error) {
    if (failureOf(error).outcome !== "refused") throw error;
    await show({});
  }
}

/**
 * The first answer within 3 seconds. When the answer to it was lost it is sent once more; "already answered" then means
 * that the first one arrived. False when somebody else answered or the token is dead: then nothing may be run.
 */
export async function acknowledge(interaction: Runnable, defer: () => Promise<unknown>): Promise<boolean> {
  try {
    await defer();
    return true;
  } catch (error) {
    if (failureOf(error).outcome === "refused") return false;
  }
  try {
    await defer();
  } catch (error) {
    if (apiCode(error) !== ALREADY_ANSWERED) return false;
    interaction.deferred = true;
  }
  return true;
}

/** The request as commands know it; null outside of a server's channel. */
export function requestOf(interaction: Runnable, asked: Asked, deps: Deps): CommandRequest | null {
  if (!interaction.guildId || !interaction.channelId) return null;
  return {
    ...asked,
    platform: "discord",
    workspace: interaction.guildId,
    channel: interaction.channelId,
    channel_id: channelId("discord", interaction.guildId, interaction.channelId),
    user: {
      id: interaction.user.id,
      name: interaction.user.username,
      may_manage: interaction.memberPermissions?.has(PermissionFlagsBits.ManageChannels) === true,
    },
    locale: interaction.locale,
    now: deps.clock.now(),
  };
}

export function plainReply(headline: string): Reply {
  return { visibility: "private", message: { headline, severity: "warning", blocks: [] } };
}

export async function runCommand(interaction: Runnable, asked: Asked | null, deps: Deps): Promise<Reply> {
  const words = wordsFrom(deps.messages, interaction.locale);
  const request = asked && requestOf(interaction, asked, deps);
  if (!request) return plainReply(words.unknownCommand(asked ? `/${asked.command}` : ""));
  try {
    return await deps.handlers.onCommand(request);
  } catch (error) {
    deps.log.error({ error, command: request.command }, "a command failed");
    return plainReply(words.failed);
  }
}

/** Editing the same reply twice is harmless, so a lost answer is worth a second try. */
export async function persist(edit: () => Promise<unknown>): Promise<void> {
  try {
    await edit();
  } catch (error) {
    if (failureOf(error).outcome === "refused") throw error;
    await edit();
  }
}
