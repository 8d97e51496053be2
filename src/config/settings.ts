import { type Clock, clockStartingAt, systemClock } from "../core/clock.ts";
import { type ConfigProblem, type Env, readEnv } from "./env.ts";
import { type ConfigFile, readConfigFile } from "./file.ts";

export type Settings =
  | { ok: true; env: Env; config: ConfigFile; clock: Clock }
  | { ok: false; problems: ConfigProblem[] };

/** Environment and configuration file together; all that is wrong with either comes back in one list. */
export async function loadSettings(variables: Record<string, string | undefined>): Promise<Settings> {
  const { env, problems } = readEnv(variables);
  const file = await readConfigFile(env.configFile);
  const all = [...problems, ...file.problems];
  if (all.length > 0) return { ok: false, problems: all };
  const clock = env.clockStart === null ? systemClock : clockStartingAt(env.clockStart);
  return { ok: true, env, config: file.config, clock };
}

export type SoundSettings = Extract<Settings, { ok: true }>;

/**
 * The settings, for a subcommand that cannot go on without them.
 * @throws Error that names every problem
 */
export async function requireSettings(variables: Record<string, string | undefined>): Promise<SoundSettings> {
  const settings = await loadSettings(variables);
  if (settings.ok) return settings;
  throw new Error(settings.problems.map(({ where, what }) => `${where}: ${what}`).join("; "));
}
