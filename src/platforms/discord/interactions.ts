import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
} from "discord.js";
import type { Choice } from "../../core/command.ts";
import { channelId } from "../../core/subscription.ts";
import { decodeAction } from "../shared/actions.ts";
import { truncate } from "../shared/text.ts";
import { acknowledge, type Asked, type Deps, runCommand, showReply } from "./answering.ts";
import { createDrafts, type Drafts } from "./drafts.ts";
import { failureOf } from "./failure.ts";
import { answerForm } from "./form-steps.ts";
import { readFormId } from "./forms.ts";
import { CHOICE_NAME_MAX, CHOICE_VALUE_MAX, CHOICES_MAX } from "./limits.ts";
import { filesOfMessage, textOfMessage, writtenAt } from "./sent-text.ts";

/** Discord waits 3 seconds for the first answer; choices that come later than this are given up.
 * https://docs.discord.com/developers/interactions/receiving-and-responding#responding-to-an-interaction */
const AUTOCOMPLETE_BUDGET_MS = 2_000;
const SEEN_MAX = 5_000;

/** Answers interactions. The returned function never throws; a second sight of the same interaction does nothing. */
export function createInteractionHandler(deps: Deps): (interaction: Interaction) => Promise<void> {
  const seen = new Set<string>();
  const drafts = createDrafts(deps.drafts ?? null, deps.log);
  return async (interaction) => {
    if (seen.has(interaction.id)) return;
    seen.add(interaction.id);
    for (const oldest of seen) {
      if (seen.size <= SEEN_MAX) break;
      seen.delete(oldest);
    }
    try {
      if (interaction.isAutocomplete()) await answerAutocomplete(interaction, deps);
      else if (interaction.isChatInputCommand()) await answer(interaction, readCommand(interaction), deps, drafts);
      else if (interaction.isMessageContextMenuCommand())
        await answer(interaction, readShortcut(interaction, deps), deps, drafts);
      else if (interaction.isButton() || interaction.isStringSelectMenu() || interaction.isModalSubmit()) {
        const component = readFormId(interaction.customId);
        if (component) await answerForm(interaction, component, deps, drafts);
        else if (interaction.isButton()) await answerButton(interaction, deps, drafts);
      }
    } catch (error) {
      deps.log.warn(
        { interaction: interaction.id, reason: failureOf(error).reason },
        "an interaction was not answered",
      );
    }
  };
}

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

function readShortcut(interaction: MessageContextMenuCommandInteraction, { commands }: Deps): Asked | null {
  const spec = commands.find((one) => one.shortcut === interaction.commandName);
  if (!spec) return null;
  const message = interaction.targetMessage;
  const sent = { text: textOfMessage(message), at: writtenAt(message), files: filesOfMessage(message) };
  return { command: spec.name, subcommand: null, options: {}, sent };
}

/** A page of a long list takes the place of the private answer that holds the button; anything else is a new answer. */
async function answerButton(interaction: ButtonInteraction, deps: Deps, drafts: Drafts): Promise<void> {
  const action = decodeAction(interaction.customId);
  const inPlace = action?.in_place === true && interaction.message.flags.has(MessageFlags.Ephemeral);
  const asked = action && { command: action.command, subcommand: action.subcommand, options: action.options };
  await answer(interaction, asked, deps, drafts, inPlace);
}

/** Acknowledges before any work, then runs the command and puts its reply in the place of the acknowledgement. */
async function answer(
  interaction: ChatInputCommandInteraction | ButtonInteraction | MessageContextMenuCommandInteraction,
  asked: Asked | null,
  deps: Deps,
  drafts: Drafts,
  inPlace = false,
): Promise<void> {
  const defer = () =>
    inPlace && interaction.isButton()
      ? interaction.deferUpdate()
      : interaction.deferReply({ flags: MessageFlags.Ephemeral });
  if (!(await acknowledge(interaction, defer))) {
    deps.log.warn({ interaction: interaction.id }, "an interaction was too late or already answered; nothing was run");
    return;
  }
  await showReply(interaction, await runCommand(interaction, asked, deps), deps, drafts);
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
