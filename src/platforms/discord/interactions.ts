import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type Interaction,
  MessageFlags,
  PermissionFlagsBits,
} from "discord.js";
import type { Clock } from "../../core/clock.ts";
import type { Choice, CommandRequest, Reply } from "../../core/command.ts";
import type { PlatformHandlers } from "../../core/platform.ts";
import { channelId } from "../../core/subscription.ts";
import type { Log } from "../../lib/log.ts";
import { decodeAction } from "../shared/actions.ts";
import { truncate } from "../shared/text.ts";
import { type FindMessages, wordsFrom } from "../shared/words.ts";
import { apiCode, failureOf } from "./failure.ts";
import { CHOICE_NAME_MAX, CHOICE_VALUE_MAX, CHOICES_MAX } from "./limits.ts";
import { renderMessage } from "./render.ts";

/** Discord waits 3 seconds for the first answer; choices that come later than this are given up.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#responding-to-an-interaction */
const AUTOCOMPLETE_BUDGET_MS = 2_000;
const SEEN_MAX = 5_000;
const ALREADY_ANSWERED = 40060;

type Deps = { handlers: PlatformHandlers; clock: Clock; log: Log; messages: FindMessages | undefined };
type Runnable = ChatInputCommandInteraction | ButtonInteraction;

/** Answers interactions. The returned function never throws; a second sight of the same interaction does nothing. */
export function createInteractionHandler(deps: Deps): (interaction: Interaction) => Promise<void> {
  const seen = new Set<string>();
  return async (interaction) => {
    if (seen.has(interaction.id)) return;
    seen.add(interaction.id);
    for (const oldest of seen) {
      if (seen.size <= SEEN_MAX) break;
      seen.delete(oldest);
    }
    try {
      if (interaction.isAutocomplete()) await answerAutocomplete(interaction, deps);
      else if (interaction.isChatInputCommand()) await answer(interaction, readCommand(interaction), deps);
      else if (interaction.isButton()) await answer(interaction, decodeAction(interaction.customId), deps);
    } catch (error) {
      deps.log.warn(
        { interaction: interaction.id, reason: failureOf(error).reason },
        "an interaction was not answered",
      );
    }
  };
}

type Asked = { command: string; subcommand: string | null; options: Record<string, string> };

function readCommand(interaction: ChatInputCommandInteraction): Asked {
  const top = interaction.options.data[0];
  const subcommand = top?.options !== undefined ? top : null;
  const given: readonly CommandInteractionOption[] = subcommand?.options ?? interaction.options.data;
  const subcommandName = interaction.options.getSubcommand(false);
  const options: Record<string, string> = {};
  for (const option of given)
    if (option.value !== undefined && option.value !== null) options[option.name] = String(option.value);
  return { command: interaction.commandName, subcommand: subcommandName, options };
}

/** Acknowledges before any work, then runs the command and puts its reply in the place of the acknowledgement. */
async function answer(interaction: Runnable, asked: Asked | null, deps: Deps): Promise<void> {
  if (!(await acknowledge(interaction))) {
    deps.log.warn({ interaction: interaction.id }, "an interaction was too late or already answered; nothing was run");
    return;
  }
  const words = wordsFrom(deps.messages, interaction.locale);
  const reply = await runCommand(interaction, asked, deps);
  const { allowed_mentions: allowedMentions, ...message } = renderMessage(reply.message, words, null);
  const body = { ...message, allowedMentions };
  if (reply.visibility === "private") {
    await persist(() => interaction.editReply(body));
    return;
  }
  // The acknowledgement was private before the reply was known; what everyone may see follows as a message of its own.
  await persist(() => interaction.editReply({ content: message.content, allowedMentions }));
  await interaction.followUp(body);
}

/**
 * A private "thinking" within 3 seconds. When the answer to it was lost it is sent once more; "already answered" then
 * means that the first one arrived. False when somebody else answered or the token is dead: then nothing may be run.
 */
async function acknowledge(interaction: Runnable): Promise<boolean> {
  try {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    return true;
  } catch (error) {
    if (failureOf(error).outcome === "refused") return false;
  }
  try {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
  } catch (error) {
    if (apiCode(error) !== ALREADY_ANSWERED) return false;
    interaction.deferred = true;
  }
  return true;
}

async function runCommand(interaction: Runnable, asked: Asked | null, deps: Deps): Promise<Reply> {
  const words = wordsFrom(deps.messages, interaction.locale);
  const failed = (headline: string): Reply => ({
    visibility: "private",
    message: { headline, severity: "warning", blocks: [] },
  });
  if (!asked || !interaction.guildId || !interaction.channelId)
    return failed(words.unknownCommand(asked ? `/${asked.command}` : ""));
  const request: CommandRequest = {
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
  try {
    return await deps.handlers.onCommand(request);
  } catch (error) {
    deps.log.error({ error, command: asked.command }, "a command failed");
    return failed(words.failed);
  }
}

/** Editing the same reply twice is harmless, so a lost answer is worth a second try. */
async function persist(edit: () => Promise<unknown>): Promise<void> {
  try {
    await edit();
  } catch (error) {
    if (failureOf(error).outcome === "refused") throw error;
    await edit();
  }
}

async function answerAutocomplete(interaction: AutocompleteInteraction, deps: Deps): Promise<void> {
  const focused = interaction.options.getFocused(true);
  const asked = deps.handlers
    .onAutocomplete({
      command: interaction.commandName,
      option: focused.name,
      text: focused.value,
      channel_id: channelId("discord", interaction.guildId ?? "", interaction.channelId),
    })
    .catch((error: unknown): Choice[] => {
      deps.log.error({ error, command: interaction.commandName }, "choices could not be offered");
      return [];
    });
  const offered = await Promise.race([asked, later(AUTOCOMPLETE_BUDGET_MS)]);
  await interaction.respond(fitChoices(offered));
}

function later(ms: number): Promise<Choice[]> {
  return new Promise((resolve) => {
    setTimeout(() => resolve([]), ms).unref();
  });
}

/** A name may be shortened; a value that is too long would mean something else when cut, so it is not offered. */
function fitChoices(choices: Choice[]): Choice[] {
  return choices
    .filter((choice) => choice.value.length > 0 && choice.value.length <= CHOICE_VALUE_MAX)
    .slice(0, CHOICES_MAX)
    .map((choice) => ({ name: truncate(choice.name, CHOICE_NAME_MAX) || choice.value, value: choice.value }));
}
