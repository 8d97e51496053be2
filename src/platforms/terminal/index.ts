import type { Readable, Writable } from "node:stream";
import type { Clock } from "../../core/clock.ts";
import type { CommandSpec, Reply } from "../../core/command.ts";
import type { Platform, PlatformHandlers } from "../../core/platform.ts";
import { channelId } from "../../core/subscription.ts";
import { parseCommandText, usageOf } from "../shared/command-text.ts";
import { type FindMessages, wordsFrom } from "../shared/words.ts";
import { type LineReader, readLines } from "./lines.ts";
import { renderAlert, renderReply } from "./render.ts";

export type TerminalOptions = {
  /** Usually process.stdin; null when nobody can type. */
  input: Readable | null;
  output: Writable;
  clock: Clock;
  /** ANSI colours; decide it by `output.isTTY` and NO_COLOR (https://no-color.org). */
  color: boolean;
  commands: CommandSpec[];
  messages: FindMessages;
  /** Language of the prompt and of what is said without a channel's language. */
  language?: string | null;
  /** Called on `quit`, on Ctrl-C at the prompt, and at the end of the input when that is to stop the bot. */
  onQuit?: () => void;
  /**
   * Whether the end of the input stops the bot. Default: only on a TTY (Ctrl-D). A service's stdin is closed or empty
   * from the start, and a script that pipes commands in may want to go on watching.
   */
  quitOnEnd?: boolean;
};

/** The one channel of the terminal. */
export const TERMINAL_CHANNEL = { platform: "terminal", workspace: "local", channel: "main" } as const;

const CHANNEL_ID = channelId("terminal", "local", "main");

/**
 * The terminal as a platform: alerts are printed, commands are typed (the slash may be left out), `help` lists them and
 * `quit` ends. Whoever sits at it may manage the channel.
 */
export function createTerminalPlatform(options: TerminalOptions): Platform {
  const { output, clock } = options;
  const printed = new Map<string, number>();
  const messages = () => options.messages(options.language ?? null);
  let reader: LineReader | null = null;
  let startedAt = clock.now();

  const print = async (text: string): Promise<void> => {
    reader?.pause();
    try {
      await write(output, `${text}\n`);
    } finally {
      reader?.prompt();
    }
  };
  const printReply = (reply: Reply) =>
    print(renderReply(reply.message, wordsFrom(options.messages, reply.language ?? null), options.color));
  const say = (headline: string, lines: string[] = []) =>
    print([headline, ...lines.map((line) => `  ${line}`)].join("\n"));

  const onLine = async (line: string, handlers: PlatformHandlers): Promise<void> => {
    const [, name = "", rest = ""] = /^\/?(\S*)\s*([\s\S]*)$/u.exec(line.trim()) ?? [];
    if (name === "") return;
    if (name === "quit" || name === "exit") {
      await say(messages().terminal.bye);
      return options.onQuit?.();
    }
    const shown = options.commands.filter((spec) => spec.hidden !== true);
    if (name === "help" || name === "?") return say(messages().terminal.help, shown.flatMap(usageOf));
    const spec = options.commands.find((one) => one.name === name || one.name === `model-${name}`);
    if (spec === undefined) return say(messages().errors.unknownCommand(name));
    const parsed = parseCommandText(spec, rest);
    if (!parsed.ok) {
      const problem = messages().watch.unknownValue(parsed.option, parsed.value, parsed.allowed, parsed.likely);
      return say(problem, usageOf(spec));
    }
    const reply = await handlers.onCommand({
      command: spec.name,
      subcommand: parsed.subcommand,
      options: parsed.options,
      ...TERMINAL_CHANNEL,
      channel_id: CHANNEL_ID,
      user: { id: "local", name: "you", may_manage: true },
      locale: null,
      now: clock.now(),
    });
    await printReply(reply);
  };

  return {
    name: "terminal",
    start: async (handlers) => {
      startedAt = clock.now();
      // A reader that went away (`| head`) is told to each write's own caller; unheard, the event would end the process.
      output.on("error", () => {});
      await print(messages().terminal.welcome);
      if (options.input === null) return;
      reader = readLines({
        input: options.input,
        output,
        onLine: (line) => onLine(line, handlers).catch(() => say(messages().errors.failed)),
        onEnd: (isTty) => {
          if (options.quitOnEnd ?? isTty) options.onQuit?.();
        },
        onInterrupt: () => options.onQuit?.(),
      });
    },
    send: async ({ key, message, channel }) => {
      const words = wordsFrom(options.messages, channel.subscription.language);
      try {
        await print(renderAlert(message, words, options.color));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        // A closed pipe stays closed: nothing that is printed from now on arrives.
        return { outcome: "refused", reason: `the terminal cannot be written to: ${reason}`, scope: "channel" };
      }
      printed.set(key, clock.now());
      return { outcome: "sent", message_id: key };
    },
    // What this process printed is known; what an earlier one printed has scrolled away.
    find: async (_channel, key, since) => {
      if (printed.has(key)) return { outcome: "found", message_id: key };
      if (since >= startedAt) return { outcome: "absent" };
      return { outcome: "unreadable", reason: "a terminal keeps no history" };
    },
    classify: async () => "none",
    stop: async () => {
      reader?.close();
      reader = null;
    },
  };
}

function write(output: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => (error ? reject(error) : resolve()));
  });
}
