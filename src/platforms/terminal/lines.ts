import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

export type LineReader = {
  /** Clears the prompt's line before something else is printed. */
  pause(): void;
  /** Shows the prompt again, with what was half typed. */
  prompt(): void;
  close(): void;
};

type Options = {
  input: Readable;
  output: Writable;
  onLine(line: string): Promise<unknown>;
  onEnd(isTty: boolean): void;
  onInterrupt(): void;
};

/** A line longer than this is no command; a pipe of other things must not fill the memory. */
const MAX_LINE = 4000;

/** Lines typed at a terminal (with a prompt and editing) or coming through a pipe (plain). One at a time, in order. */
export function readLines(options: Options): LineReader {
  const isTty = "isTTY" in options.input && options.input.isTTY === true;
  const lines = createInterface({
    input: options.input,
    ...(isTty ? { output: options.output, prompt: "> ", terminal: true } : { terminal: false }),
  });
  let open = true;
  let work: Promise<unknown> = Promise.resolve();
  lines.on("line", (line) => {
    work = work.then(() => options.onLine(line.slice(0, MAX_LINE))).then(() => (isTty && open ? lines.prompt() : null));
  });
  lines.on("SIGINT", () => options.onInterrupt());
  lines.on("close", () => {
    const ended = open;
    open = false;
    // What was typed before the end is still answered.
    if (ended) void work.finally(() => options.onEnd(isTty));
  });
  if (isTty) lines.prompt();
  return {
    pause: () => {
      if (isTty && open) options.output.write("\r\u001b[K");
    },
    prompt: () => {
      if (isTty && open) lines.prompt(true);
    },
    close: () => {
      open = false;
      lines.close();
    },
  };
}
