import { loadSettings, requireSettings, type Settings, type SoundSettings } from "../config/settings.ts";
import { loadFamilies } from "../ingest/families.ts";

type Variables = Record<string, string | undefined>;

/** Environment, configuration file and all sources: sound, or everything that is wrong in one list. */
export async function readSettings(variables: Variables): Promise<Settings> {
  return loadSettings(variables, [...(await loadFamilies()).specs.values()]);
}

/** The same, for a subcommand that cannot go on without. @throws Error that names every problem */
export async function neededSettings(variables: Variables): Promise<SoundSettings> {
  return requireSettings(variables, [...(await loadFamilies()).specs.values()]);
}
