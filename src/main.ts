import { createApp } from "./app.ts";
import { secretsOf } from "./config/env.ts";
import { loadSettings } from "./config/settings.ts";
import { createLog } from "./lib/log.ts";

/** The process itself: settings, signals, exit code. `npm start`. */
const STOP_WITHIN_MS = 10_000;

async function main(): Promise<number> {
  const settings = await loadSettings(process.env);
  if (!settings.ok) {
    console.error("Sundown cannot start; mend these and try again:");
    for (const { where, what } of settings.problems) console.error(`  ${where}: ${what}`);
    return 1;
  }
  const { env, config, clock } = settings;
  const terminal = env.slack === null && env.discord === null;
  // At a terminal a person types: only what goes wrong is logged between the lines, unless LOG_LEVEL asks for more.
  const level = terminal && !process.env["LOG_LEVEL"] ? "error" : env.logLevel;
  const log = createLog({ level, secrets: secretsOf(env) });
  const ended = Promise.withResolvers<string>();
  const app = await createApp({ env, config, clock, log, say: (words) => console.error(words), onEnd: ended.resolve });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => ended.resolve(signal));
  const failed = app.start().then(
    () => null,
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
  console.error(`Sundown stopped: ${wordsOf(first)}`);
  return 1;
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : JSON.stringify(error);
}

const code = await main().catch((error: unknown) => {
  console.error(`Sundown cannot start: ${wordsOf(error)}`);
  return 1;
});
// A name look-up that hangs in the system's resolver must not keep a stopped process alive.
process.exit(code);
