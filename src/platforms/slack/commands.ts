import type { Clock } from "../../core/clock.ts";
import type { CommandRequest, CommandSpec, Reply } from "../../core/command.ts";
import type { Message } from "../../core/message.ts";
import type { PlatformHandlers } from "../../core/platform.ts";
import { channelId } from "../../core/subscription.ts";
import type { Log } from "../../lib/log.ts";
import { decodeAction } from "../shared/actions.ts";
import { parseCommandText, usageOf } from "../shared/command-text.ts";
import type { PlatformWords } from "../shared/words.ts";
import type { ManageRule } from "./permission.ts";
import type { SlackPayload } from "./render.ts";
import { renderMessage } from "./render.ts";

/** Where a command came from, as Slack tells it. */
export type Origin = { workspace: string; channel: string; user: { id: string; name: string } };

export type SlackAnswer = SlackPayload & { response_type: "ephemeral" | "in_channel" };

export type CommandRunner = {
  /** `/name text` as typed. */
  typed(name: string, text: string, origin: Origin): Promise<SlackAnswer>;
  /** A button's value. */
  pressed(value: string, origin: Origin): Promise<SlackAnswer>;
};

/**
 * Turns what Slack sends into command requests, and replies into answers. Never throws: an unknown command, an option
 * that is not understood and a handler that fails are answered in words, and the cause goes to the log.
 */
export function createRunner(options: {
  commands: CommandSpec[];
  handlers: PlatformHandlers;
  mayManage: ManageRule;
  clock: Clock;
  words: (language: string | null) => PlatformWords;
  log: Log;
}): CommandRunner {
  const words = options.words(null);
  const answerWith = (reply: Reply): SlackAnswer => ({
    ...renderMessage(reply.message, options.words(reply.language ?? null)),
    response_type: reply.visibility === "channel" ? "in_channel" : "ephemeral",
  });
  const problem = (headline: string, usage: string[] = []) =>
    answerWith({ message: problemMessage(headline, usage), visibility: "private" });

  const run = async (
    spec: CommandSpec,
    what: Pick<CommandRequest, "subcommand" | "options">,
    origin: Origin,
    typedThere: boolean,
  ): Promise<SlackAnswer> => {
    try {
      const { workspace, channel, user } = origin;
      const may_manage =
        spec.permission === "manage" && (await options.mayManage({ user: user.id, channel, typedThere }));
      const request: CommandRequest = {
        command: spec.name,
        ...what,
        platform: "slack",
        workspace,
        channel,
        channel_id: channelId("slack", workspace, channel),
        user: { ...user, may_manage },
        locale: null,
        now: options.clock.now(),
      };
      return answerWith(await options.handlers.onCommand(request));
    } catch (error) {
      options.log.error({ platform: "slack", command: spec.name, error }, "a command failed");
      return problem(words.failed);
    }
  };

  const typed = (name: string, text: string, origin: Origin): Promise<SlackAnswer> => {
    const spec = options.commands.find((command) => command.name === name && command.hidden !== true);
    if (!spec) return Promise.resolve(problem(words.unknownCommand(`/${name}`)));
    const parsed = parseCommandText(spec, text);
    if (parsed.ok) return run(spec, { subcommand: parsed.subcommand, options: parsed.options }, origin, true);
    return Promise.resolve(problem(words.unknownValue(parsed.option, parsed.value, parsed.allowed), usageOf(spec)));
  };

  const pressed = (value: string, origin: Origin): Promise<SlackAnswer> => {
    const action = decodeAction(value);
    const spec = options.commands.find((command) => command.name === action?.command);
    if (!action || !spec) return Promise.resolve(problem(words.unknownCommand(action?.command ?? "")));
    return run(spec, { subcommand: action.subcommand, options: action.options }, origin, false);
  };

  return { typed, pressed };
}

function problemMessage(headline: string, usage: string[]): Message {
  return {
    headline: "",
    severity: "notice",
    blocks: [
      { type: "text", content: [headline] },
      ...(usage.length === 0
        ? []
        : [{ type: "list" as const, items: usage.map((line) => [{ type: "code" as const, text: line }]) }]),
    ],
  };
}
