import { stringify } from "yaml";
import type { CommandSpec } from "../../core/command.ts";
import { usageOf } from "../shared/command-text.ts";
import { truncate } from "../shared/text.ts";

/** https://docs.slack.dev/reference/app-manifest */
export const SLASH_COMMANDS_MAX = 50;
export const COMMAND_NAME_MAX = 32;
export const COMMAND_DESCRIPTION_MAX = 2000;
export const COMMAND_HINT_MAX = 1000;
export const SHORTCUT_NAME_MAX = 24;
export const SHORTCUT_DESCRIPTION_MAX = 150;
export const SHORTCUTS_MAX = 10;

/** Invitations, the Home tab, and the bot's end in a workspace. None of them needs a scope of its own. */
const BOT_EVENTS = ["app_home_opened", "app_uninstalled", "member_joined_channel", "tokens_revoked"];

/** What each scope is for: https://docs.slack.dev/authentication/installing-with-oauth. Nothing is asked for in advance. */
export const BOT_SCOPES: readonly string[] = [
  // Posting, slash commands.
  "chat:write",
  "commands",
  // The timeline picture in answers.
  "files:write",
  // Looking a channel and its members up, and hearing of being invited to one.
  "channels:read",
  "groups:read",
  "im:read",
  "mpim:read",
  // Looking after an unclear send whether the message is there.
  "channels:history",
  "groups:history",
  "im:history",
  "mpim:history",
];

/**
 * The app's manifest as YAML: pasted once at https://api.slack.com/apps ("From a manifest"), it makes the whole app.
 * Socket Mode unless `requestUrl` (https://host/slack/events) is given.
 * @throws RangeError when the commands do not fit Slack's limits
 */
export function slackManifest(
  commands: CommandSpec[],
  options: { adminsOnly?: boolean; requestUrl?: string } = {},
): string {
  const offered = commands.filter((command) => command.hidden !== true);
  if (offered.length > SLASH_COMMANDS_MAX) throw new RangeError(`Slack takes ${SLASH_COMMANDS_MAX} slash commands`);
  const url = options.requestUrl === undefined ? {} : { request_url: options.requestUrl };
  return stringify({
    display_information: {
      name: "Sundown",
      description: "Tells you which AI models are about to be switched off",
      background_color: "#1f2a44",
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: "Sundown", always_online: true },
      shortcuts: commands.flatMap(messageShortcut).slice(0, SHORTCUTS_MAX),
      slash_commands: offered.map((command) => slashCommand(command, options.requestUrl)),
    },
    oauth_config: { scopes: { bot: [...BOT_SCOPES, ...(options.adminsOnly === true ? ["users:read"] : [])] } },
    settings: {
      event_subscriptions: { ...url, bot_events: BOT_EVENTS },
      interactivity: {
        is_enabled: true,
        ...url,
        ...(options.requestUrl === undefined ? {} : { message_menu_options_url: options.requestUrl }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: options.requestUrl === undefined,
      token_rotation_enabled: false,
    },
  });
}

function messageShortcut(command: CommandSpec): Record<string, unknown>[] {
  if (command.shortcut === undefined) return [];
  return [
    {
      name: truncate(command.shortcut, SHORTCUT_NAME_MAX),
      type: "message",
      callback_id: command.name,
      description: truncate(command.description, SHORTCUT_DESCRIPTION_MAX),
    },
  ];
}

function slashCommand(command: CommandSpec, url: string | undefined): Record<string, unknown> {
  if (command.name.length + 1 > COMMAND_NAME_MAX) throw new RangeError(`/${command.name} is too long for Slack`);
  const hint = usageOf(command)
    .map((line) => line.slice(command.name.length + 2))
    .join(" | ");
  return {
    command: `/${command.name}`,
    description: truncate(command.description, COMMAND_DESCRIPTION_MAX),
    ...(hint.trim() === "" ? {} : { usage_hint: truncate(hint, COMMAND_HINT_MAX) }),
    ...(url === undefined ? {} : { url }),
    should_escape: false,
  };
}
