import { type Clock, clockStartingAt, systemClock } from "../core/clock.ts";
import type { SourceSpec } from "../core/source.ts";
import { type Env, readEnv } from "./env.ts";
import { type ConfigFile, readConfigFile } from "./file.ts";
import { strangeNames } from "./names.ts";
import { type ConfigProblem, problemLines } from "./problem.ts";
import { applySourceSettings } from "./sources.ts";

export type SoundSettings = {
  ok: true;
  env: Env;
  config: ConfigFile;
  /** The sources that are polled, and those that are switched off or lack their key. */
  sources: { specs: SourceSpec[]; off: SourceSpec[] };
  clock: Clock;
};
export type Settings = SoundSettings | { ok: false; problems: ConfigProblem[] };

/**
 * Environment, configuration file and source settings together; all that is wrong with any of them comes back in one list.
 * @param builtIn the sources that have a file in src/sources
 */
export async function loadSettings(
  variables: Record<string, string | undefined>,
  builtIn: readonly SourceSpec[],
): Promise<Settings> {
  const { env, problems } = readEnv(variables);
  const file = await readConfigFile(env.configFile);
  const { specs, off, problems: ofSources } = applySourceSettings(builtIn, file.config.sources, env.keys);
  const inFile = [...ofSources, ...strangeNames(file.config, [...specs, ...off])];
  const all = [
    ...problems,
    ...file.problems,
    ...inFile.map(({ where, what }) => ({ where: `${env.configFile}: ${where}`, what })),
  ];
  if (all.length > 0) return { ok: false, problems: all };
  const clock = env.clockStart === null ? systemClock : clockStartingAt(env.clockStart);
  return { ok: true, env, config: file.config, sources: { specs, off }, clock };
}

/**
 * The settings, for a subcommand that cannot go on without them.
 * @throws Error that names every problem, each on a line of its own
 */
export async function requireSettings(
  variables: Record<string, string | undefined>,
  builtIn: readonly SourceSpec[],
): Promise<SoundSettings> {
  const settings = await loadSettings(variables, builtIn);
  if (settings.ok) return settings;
  throw new Error(`these settings are wrong; mend them and try again:\n${problemLines(settings.problems)}`);
}
