import { flushCompileCache } from "node:module";
import { secretsOf } from "./config/env.ts";
import { problemLines } from "./config/problem.ts";
import { createLog, scrub } from "./lib/log.ts";
import { importPlatforms } from "./wiring/platforms.ts";
import { readSettings } from "./wiring/settings.ts";

const STOP_WITHIN_MS = 10_000;

/** The process itself: settings, signals. Returns the exit code; never throws. */
export async function main(): Promise<number> {
  try {
    return await run();
  } catch (error) {
    console.error(`Sundown cannot start: ${wordsOf(error)}`);
    return 1;
  }
}

async function run(): Promise<number> {
  const settings = await readSettings(process.env);
  if (!settings.ok) {
    const count = settings.problems.length === 1 ? "this" : `these ${settings.problems.length} settings`;
    console.error(`Sundown cannot start; mend ${count} and try again:\n${problemLines(settings.problems)}`);
    return 1;
  }
  const { env, config, sources, clock } = settings;
  const terminal = env.slack === null && env.discord === null;
  // At a terminal a person types: only what goes wrong is logged between the lines, unless LOG_LEVEL asks for more.
  const level = terminal && !process.env["LOG_LEVEL"] ? "error" : env.logLevel;
  const log = createLog({ level, secrets: secretsOf(env, [...sources.specs, ...sources.off]) });
  const ended = Promise.withResolvers<string>();
  // The SDKs are most of what a start compiles: they load while the store is opened and read.
  const [{ createApp }] = await Promise.all([import("./app.ts"), importPlatforms(env)]);
  const say = (words: string) => console.error(log.scrub(words));
  const app = await createApp({ env, config, sources, clock, log, say, onEnd: ended.resolve });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => ended.resolve(signal));
  const failed = app.start().then(
    () => {
      // A bot lives for weeks and may be killed: what was compiled is kept now.
      flushCompileCache();
      return null;
    },
    (error: unknown) => error,
  );
  const first = await Promise.race([ended.promise, failed.then((error) => (error === null ? ended.promise : error))]);
  const force = setTimeout(() => process.exit(1), STOP_WITHIN_MS);
  await app.stop();
  clearTimeout(force);
  if (typeof first === "string") {
    log.info({ reason: first }, "stopped");
    return 0;
  }
  console.error(`Sundown stopped: ${log.scrub(wordsOf(first))}`);
  return 1;
}

function wordsOf(error: unknown): string {
  return scrub(error instanceof Error ? error.message : JSON.stringify(error), []);
}
