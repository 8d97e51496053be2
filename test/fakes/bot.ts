import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const NODE = fileURLToPath(new URL("../../node_modules/.bin/node", import.meta.url));

export type BotProcess = {
  process: ChildProcess;
  /** What it has printed so far. */
  stdout(): string;
  stderr(): string;
  /** Resolves when `pattern` stands in the output (both streams); rejects after `ms` with what was printed. */
  waitFor(pattern: RegExp, ms?: number): Promise<RegExpExecArray>;
  /** Types a line into the terminal platform. */
  type(line: string): void;
  kill(signal?: NodeJS.Signals): Promise<number | null>;
  exited: Promise<number | null>;
};

/** Environment without this machine's own tokens: only PATH and HOME pass. */
function cleanEnvironment(extra: Record<string, string>): Record<string, string> {
  return { PATH: process.env["PATH"] ?? "", HOME: process.env["HOME"] ?? "", ...extra };
}

/** The real bot (or another entry file) as a child process, as a user would run it. */
export function startBot(environment: Record<string, string>, entry = "src/main.ts", args: string[] = []): BotProcess {
  const child = spawn(NODE, [entry, ...args], { cwd: ROOT, env: cleanEnvironment(environment), stdio: "pipe" });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  const exited = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)));
  return {
    process: child,
    stdout: () => stdout,
    stderr: () => stderr,
    waitFor: (pattern, ms = 15_000) => waitFor(() => `${stdout}\n${stderr}`, pattern, ms, exited),
    type: (line) => void child.stdin.write(`${line}\n`),
    kill: (signal = "SIGKILL") => {
      child.kill(signal);
      return exited;
    },
    exited,
  };
}

async function waitFor(
  output: () => string,
  pattern: RegExp,
  ms: number,
  exited: Promise<unknown>,
): Promise<RegExpExecArray> {
  const deadline = Date.now() + ms;
  let gone = false;
  void exited.then(() => (gone = true));
  for (;;) {
    const found = pattern.exec(output());
    if (found !== null) return found;
    if (gone || Date.now() > deadline)
      throw new Error(
        `${gone ? "the process ended" : `${ms} ms passed`} before ${pattern} was printed:\n${output().slice(-4000)}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

/** Runs one subcommand to its end. */
export async function sundown(
  args: string[],
  environment: Record<string, string> = {},
  input = "",
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const bot = startBot(environment, "src/cli.ts", args);
  bot.process.stdin?.end(input);
  const code = await bot.exited;
  return { code, stdout: bot.stdout(), stderr: bot.stderr() };
}
