import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from "discord.js";
import type { CommandSpec, OptionSpec } from "../../core/command.ts";
import { truncate } from "../shared/text.ts";
import {
  CHOICE_NAME_MAX,
  CHOICES_MAX,
  COMMAND_DESCRIPTION_MAX,
  COMMAND_OPTIONS_MAX,
  SHORTCUT_NAME_MAX,
} from "./limits.ts";

/**
 * Who sees a command that changes a channel's settings, until a server's administrators say otherwise: Manage Channels.
 * The rule itself (that right in that very channel) is checked at each use.
 * https://docs.discord.com/developers/interactions/application-commands#permissions
 */
const MANAGE_DEFAULT = "16";
/** Servers only: what a command shows and changes belongs to a channel there. */
const CONTEXTS = [0];

/**
 * The bodies of all slash commands and message commands, for one PUT that replaces what was registered. Hidden commands
 * have no slash command.
 */
export function applicationCommands(specs: readonly CommandSpec[]): RESTPutAPIApplicationCommandsJSONBody {
  return [...slashCommands(specs), ...messageCommands(specs)];
}

/** https://docs.discord.com/developers/interactions/application-commands#message-commands: they have no description. */
function messageCommands(specs: readonly CommandSpec[]): RESTPutAPIApplicationCommandsJSONBody {
  return specs.flatMap(({ shortcut }) =>
    shortcut === undefined
      ? []
      : [
          {
            type: ApplicationCommandType.Message as const,
            name: truncate(shortcut, SHORTCUT_NAME_MAX),
            contexts: CONTEXTS,
          },
        ],
  );
}

function slashCommands(specs: readonly CommandSpec[]): RESTPutAPIApplicationCommandsJSONBody {
  return specs
    .filter((spec) => spec.hidden !== true)
    .map((spec) => ({
      type: ApplicationCommandType.ChatInput,
      name: spec.name,
      description: describe(spec.description),
      contexts: CONTEXTS,
      options: spec.subcommands?.length ? subcommands(spec.subcommands) : spec.options.map(option).sort(requiredFirst),
      ...(spec.permission === "manage" ? { default_member_permissions: MANAGE_DEFAULT } : {}),
    }));
}

function subcommands(list: NonNullable<CommandSpec["subcommands"]>): APIApplicationCommandOption[] {
  return list.slice(0, COMMAND_OPTIONS_MAX).map((subcommand) => ({
    type: ApplicationCommandOptionType.Subcommand,
    name: subcommand.name,
    description: describe(subcommand.description),
    options: subcommand.options.map(option).sort(requiredFirst),
  }));
}

type BasicOption = Extract<
  APIApplicationCommandOption,
  { type: ApplicationCommandOptionType.String | ApplicationCommandOptionType.Integer }
>;

function option(spec: OptionSpec): BasicOption {
  const base = { name: spec.name, description: describe(spec.description), required: spec.required };
  const choices = spec.choices?.slice(0, CHOICES_MAX);
  const offers = choices === undefined && spec.autocomplete !== undefined;
  if (spec.type === "integer") {
    const type = ApplicationCommandOptionType.Integer;
    if (offers) return { ...base, type, autocomplete: true };
    return {
      ...base,
      type,
      ...(choices ? { choices: choices.map((c) => ({ ...named(c), value: Number(c.value) })) } : {}),
    };
  }
  const type = ApplicationCommandOptionType.String;
  if (offers) return { ...base, type, autocomplete: true };
  return { ...base, type, ...(choices ? { choices: choices.map((c) => ({ ...named(c), value: c.value })) } : {}) };
}

function named(choice: { name: string }): { name: string } {
  return { name: truncate(choice.name, CHOICE_NAME_MAX) };
}

function describe(text: string): string {
  return truncate(text, COMMAND_DESCRIPTION_MAX) || "-";
}

/** Discord refuses a required option after an optional one. */
function requiredFirst(a: { required?: boolean }, b: { required?: boolean }): number {
  return Number(b.required === true) - Number(a.required === true);
}
