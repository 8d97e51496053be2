import type { Clock } from "../core/clock.ts";
import type { Choice, Command, CommandRequest, CommandServices, Reply } from "../core/command.ts";
import type { FormOutcome, FormValues } from "../core/form.ts";
import type { Messages } from "../core/messages.ts";
import type { PlatformHandlers } from "../core/platform.ts";
import { isTimeZone } from "../core/civil-date.ts";
import { readPattern } from "../core/settings.ts";
import type { Log } from "../lib/log.ts";
import { createRateLimiter } from "./rate-limit.ts";

/** Command abuse (X11): one person 20 in a minute, one workspace 120 in a minute. Autocomplete is not counted. */
const PER_USER = { burst: 20, perMs: 60_000 };
const PER_WORKSPACE = { burst: 120, perMs: 60_000 };
const MOST_CHOICES = 25;
/** `models` alone means patterns; `model` is also what /model-status asks for. */
const PATTERN_OPTIONS = new Set(["models", "what"]);

type Deps = {
  commands: ReadonlyMap<string, Command>;
  services: CommandServices;
  clock: Clock;
  log: Log;
  onCommand?: (name: string, seconds: number) => void;
  onJoin: PlatformHandlers["onJoin"];
  onLeave?: PlatformHandlers["onLeave"];
  onFound?: PlatformHandlers["onFound"];
};

/** The handlers that every platform gets: the same commands on all of them, with permissions, limits and error replies. */
export function createDispatch(deps: Deps): PlatformHandlers {
  const users = createRateLimiter(PER_USER);
  const workspaces = createRateLimiter(PER_WORKSPACE);

  function allowed(request: CommandRequest): boolean {
    if (request.platform === "terminal") return true;
    const user = `${request.platform}:${request.workspace}:${request.user.id}`;
    return users.take(user, request.now) && workspaces.take(`${request.platform}:${request.workspace}`, request.now);
  }

  async function onSubmit(request: CommandRequest, values: FormValues): Promise<FormOutcome> {
    const messages = await messagesFor(request);
    if (!allowed(request)) return { reply: plainReply(messages.errors.tooMany) };
    const command = deps.commands.get(request.command);
    if (command?.submit === undefined) return { reply: plainReply(messages.errors.unknownCommand(request.command)) };
    try {
      return await command.submit(request, values, deps.services);
    } catch (error) {
      deps.log.error({ error, command: request.command }, "a form failed");
      return { reply: plainReply(messages.errors.failed) };
    }
  }

  async function onCommand(request: CommandRequest): Promise<Reply> {
    const messages = await messagesFor(request);
    if (!allowed(request)) return plainReply(messages.errors.tooMany);
    const command = deps.commands.get(request.command);
    if (command === undefined) return plainReply(messages.errors.unknownCommand(request.command));
    const started = performance.now();
    try {
      return await command.run(request, deps.services);
    } catch (error) {
      deps.log.error({ error, command: request.command }, "command failed");
      return plainReply(messages.errors.failed);
    } finally {
      deps.onCommand?.(request.command, (performance.now() - started) / 1000);
    }
  }

  /** The reader's own language where the platform tells it, else the channel's, else English. */
  async function messagesFor(request: CommandRequest): Promise<Messages> {
    if (request.locale !== null) return deps.services.messages(request.locale);
    try {
      const channel = await deps.services.channels.get(request.channel_id);
      return deps.services.messages(channel?.subscription.language ?? null);
    } catch (error) {
      deps.log.error({ error, command: request.command }, "the channel's language is not known now");
      return deps.services.messages(null);
    }
  }

  async function onAutocomplete(request: { command: string; option: string; text: string }): Promise<Choice[]> {
    const spec = deps.commands.get(request.command)?.spec;
    const options = [...(spec?.options ?? []), ...(spec?.subcommands ?? []).flatMap((one) => one.options)];
    const kind = options.find((option) => option.name === request.option)?.autocomplete;
    try {
      if (kind === "models") return await models(request.option, request.text);
      if (kind === "providers") return matching(deps.services.catalog.providers(), request.text);
      if (kind === "surfaces") return matching(deps.services.catalog.surfaces(), request.text);
      if (kind === "time-zones") return zones(request.text);
      return [];
    } catch (error) {
      deps.log.error({ error, command: request.command }, "autocomplete failed");
      return [];
    }
  }

  /** Where patterns are taken, what is being typed is offered first when it is one. */
  async function models(option: string, text: string): Promise<Choice[]> {
    const found = await deps.services.catalog.complete(text, MOST_CHOICES);
    const pattern = PATTERN_OPTIONS.has(option) && text.includes("*") ? readPattern(text) : undefined;
    return pattern === undefined ? found : [{ name: pattern, value: pattern }, ...found].slice(0, MOST_CHOICES);
  }

  return {
    onCommand,
    onAutocomplete,
    onSubmit,
    onJoin: deps.onJoin,
    ...(deps.onLeave === undefined ? {} : { onLeave: deps.onLeave }),
    ...(deps.onFound === undefined ? {} : { onFound: deps.onFound }),
  };
}

function matching(values: string[], text: string): Choice[] {
  const wanted = text.toLowerCase();
  return values
    .filter((value) => value.toLowerCase().includes(wanted))
    .slice(0, MOST_CHOICES)
    .map((value) => ({ name: value, value }));
}

function zones(text: string): Choice[] {
  const known = matching(["UTC", ...Intl.supportedValuesOf("timeZone")], text.replaceAll(" ", "_"));
  return known.length === 0 && isTimeZone(text) ? [{ name: text, value: text }] : known;
}

function plainReply(headline: string): Reply {
  return { message: { headline, severity: "info", blocks: [] }, visibility: "private" };
}
