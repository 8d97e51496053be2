import { readFile } from "node:fs/promises";
import type { Override, SourceSpec } from "../core/source.ts";
import type { PlatformName, Subscription } from "../core/subscription.ts";
import type { ConfigProblem } from "./problem.ts";

/** The file named by SUNDOWN_CONFIG, checked. */
export type ConfigFile = {
  sources: Record<string, SourceSetting>;
  subscriptions: FirstSubscription[];
  overrides: Override[];
  slack: { admins_only: boolean };
};

export type SourceSetting = {
  enabled?: boolean | undefined;
  kind?: "generic" | undefined;
  url?: string | undefined;
  provider?: string | undefined;
  surface?: string | undefined;
  trust?: SourceSpec["trust"] | undefined;
  cron?: string | undefined;
};

export type FirstSubscription = {
  platform: PlatformName;
  workspace: string;
  channel: string;
  subscription: Subscription;
};

export const EMPTY_CONFIG: ConfigFile = {
  sources: {},
  subscriptions: [],
  overrides: [],
  slack: { admins_only: false },
};

/**
 * Reads the configuration file. Problems come back all together, each with its path inside the file.
 * @param path null when SUNDOWN_CONFIG is unset: then the empty configuration
 */
export async function readConfigFile(path: string | null): Promise<{ config: ConfigFile; problems: ConfigProblem[] }> {
  if (path === null) return { config: EMPTY_CONFIG, problems: [] };
  const refused = (what: string) => ({ config: EMPTY_CONFIG, problems: [{ where: path, what }] });
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const words: Record<string, string> = { ENOENT: "there is no such file", EISDIR: "it is a folder" };
    const why = words[code ?? ""] ?? `it cannot be read (${code ?? "unknown reason"})`;
    return refused(`${why}; set SUNDOWN_CONFIG to your configuration file, or leave it out`);
  }
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    return refused(
      `is no JSON: ${placeOf(error, text)}. Mend that place; comments and trailing commas are not allowed`,
    );
  }
  // zod and the schema are imported by who has such a file.
  const { checkConfig } = await import("./schema.ts");
  return checkConfig(data, path);
}

/** Where JSON breaks. V8's own words quote the text around it, in which an address may hold a password. */
function placeOf(error: unknown, text: string): string {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : "")?.[1];
  if (text.trim() === "") return "it is empty";
  const before = position === undefined ? text : text.slice(0, Number(position));
  const lines = before.split("\n");
  return `it breaks at line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
