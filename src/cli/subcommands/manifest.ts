import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Command, isCommand } from "../../core/command.ts";
import { neededSettings } from "../../wiring/settings.ts";
import { loadFolder } from "../../lib/load-folder.ts";
import { print, type Subcommand, UsageError } from "../subcommand.ts";

const COMMANDS = fileURLToPath(new URL("../../../commands", import.meta.url));

export default {
  usage: "manifest [--discord APPLICATION_ID | --url REQUEST_URL]",
  what: "Slack's app manifest (one paste creates the app), or Discord's invite link, with exactly the rights in use",
  run: async (args, variables) => {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { discord: { type: "boolean" }, url: { type: "string" } },
    });
    const [application] = positionals;
    if (values.discord) {
      if (application === undefined || !/^\d{15,21}$/.test(application))
        throw new UsageError("give the application's id, the number on its General Information page");
      const { inviteLink } = await import("../../platforms/discord/permissions.ts");
      await print(`${inviteLink(application)}\n`);
      return 0;
    }
    if (application !== undefined) throw new UsageError(`"${application}" is not expected here; leave it out`);
    const settings = await neededSettings(variables);
    const { env, config } = settings;
    const { slackManifest } = await import("../../platforms/slack/manifest.ts");
    const commands = await loadFolder<Command>(COMMANDS, (value) => (isCommand(value) ? value : null));
    const http = env.slack?.appToken === null && env.publicUrl !== null;
    const requestUrl = values.url ?? (http ? `${env.publicUrl?.replace(/\/$/, "")}/slack/events` : undefined);
    const text = slackManifest(
      [...commands.values()].map((command) => command.spec),
      { adminsOnly: config.slack.admins_only, ...(requestUrl === undefined ? {} : { requestUrl }) },
    );
    await print(text.endsWith("\n") ? text : `${text}\n`);
    return 0;
  },
} satisfies Subcommand;
