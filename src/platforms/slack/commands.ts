import type { Clock } from "../../core/clock.ts";
import type { Choice, CommandRequest, CommandSpec, Reply } from "../../core/command.ts";
import type { FormOutcome, FormValues } from "../../core/form.ts";
import type { Message } from "../../core/message.ts";
import type { PlatformHandlers } from "../../core/platform.ts";
import { channelId } from "../../core/subscription.ts";
import type { Log } from "../../lib/log.ts";
import { decodeAction } from "../shared/actions.ts";
import { parseCommandText, usageOf } from "../shared/command-text.ts";
import type { PlatformWords } from "../shared/words.ts";
import type { ManageRule } from "./permission.ts";

/** Where a command came from, as Slack tells it. */
export type Origin = { workspace: string; channel: string; user: { id: string; name: string } };

type More = Pick<CommandRequest, "values" | "sent" | "places">;

export type CommandRunner = {
  /** `/name text` as typed. */
  typed(name: string, text: string, origin: Origin): Promise<Reply>;
  /** A button's value; `values` when it stands in a form. */
  pressed(value: string, origin: Origin, more?: More): Promise<Reply>;
  /** A command by name, from a shortcut, a picker or the Home tab. */
  named(command: string, options: Record<string, string>, origin: Origin, more?: More): Promise<Reply>;
  submitted(command: string, values: FormValues, origin: Origin): Promise<FormOutcome>;
  choices(command: string, option: string, text: string, origin: Origin): Promise<Choice[]>;
  /** True when this will be answered with a form, which must be opened before anything else is done. */
  opensForm(what: { typed: string; text: string } | { pressed: string }): boolean;
  /** The command behind a message shortcut's callback id. */
  shortcut(callbackId: string): string | null;
};

/**
 * Turns what Slack sends into command requests. Never throws: an unknown command, an option that is not understood and a
 * handler that fails are answered in words, and the cause goes to the log.
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
  const problem = (headline: string, usage: string[] = []): Reply => ({
    message: problemMessage(headline, usage),
    visibility: "private",
  });
  const specOf = (name: string | undefined) => options.commands.find((command) => command.name === name);

  const requestOf = async (
    spec: CommandSpec,
    what: Pick<CommandRequest, "subcommand" | "options"> & More,
    origin: Origin,
    typedThere: boolean,
  ): Promise<CommandRequest> => {
    const { workspace, channel, user } = origin;
    const may_manage =
      spec.permission === "manage" && (await options.mayManage({ user: user.id, channel, typedThere }));
    return {
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
  };

  const run = async (...asked: Parameters<typeof requestOf>): Promise<Reply> => {
    try {
      return await options.handlers.onCommand(await requestOf(...asked));
    } catch (error) {
      options.log.error({ platform: "slack", command: asked[0].name, error }, "a command failed");
      return problem(words.failed);
    }
  };

  const typed: CommandRunner["typed"] = (name, text, origin) => {
    const spec = options.commands.find((command) => command.name === name && command.hidden !== true);
    if (!spec) return Promise.resolve(problem(words.unknownCommand(`/${name}`)));
    const parsed = parseCommandText(spec, text);
    if (parsed.ok) return run(spec, { subcommand: parsed.subcommand, options: parsed.options }, origin, true);
    return Promise.resolve(
      problem(words.unknownValue(parsed.option, parsed.value, parsed.allowed, parsed.likely), usageOf(spec)),
    );
  };

  const pressed: CommandRunner["pressed"] = (value, origin, more = {}) => {
    const action = decodeAction(value);
    const spec = specOf(action?.command);
    if (!action || !spec) return Promise.resolve(problem(words.unknownCommand(action?.command ?? "")));
    return run(spec, { subcommand: action.subcommand, options: action.options, ...more }, origin, false);
  };

  const named: CommandRunner["named"] = (command, given, origin, more = {}) => {
    const spec = specOf(command);
    if (!spec) return Promise.resolve(problem(words.unknownCommand(command)));
    return run(spec, { subcommand: null, options: given, ...more }, origin, false);
  };

  const submitted: CommandRunner["submitted"] = async (command, values, origin) => {
    const spec = specOf(command);
    if (!spec || !options.handlers.onSubmit) return { reply: problem(words.unknownCommand(command)) };
    try {
      const request = await requestOf(spec, { subcommand: null, options: {} }, origin, false);
      return await options.handlers.onSubmit(request, values);
    } catch (error) {
      options.log.error({ platform: "slack", command, error }, "a form failed");
      return { reply: problem(words.failed) };
    }
  };

  const choices: CommandRunner["choices"] = async (command, option, text, { workspace, channel }) => {
    try {
      const channel_id = channelId("slack", workspace, channel);
      return await options.handlers.onAutocomplete({ command, option, text, channel_id });
    } catch (error) {
      options.log.error({ platform: "slack", command, error }, "choices could not be offered");
      return [];
    }
  };

  const opensForm: CommandRunner["opensForm"] = (what) => {
    const action = "pressed" in what ? decodeAction(what.pressed) : null;
    const spec = specOf("typed" in what ? what.typed : action?.command);
    if (spec?.form === undefined) return false;
    if ("pressed" in what) return action?.subcommand == null || action.subcommand === spec.form;
    const parsed = parseCommandText(spec, what.text);
    return parsed.ok && (parsed.subcommand === null || parsed.subcommand === spec.form);
  };

  const shortcut = (id: string) =>
    options.commands.find((spec) => spec.shortcut !== undefined && spec.name === id)?.name ?? null;

  return { typed, pressed, named, submitted, choices, opensForm, shortcut };
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
