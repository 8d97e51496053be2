import { readFile } from "node:fs/promises";
import { z } from "zod";
import { isCivilDate, isTimeZone } from "../core/civil-date.ts";
import type { Override, SourceSpec } from "../core/source.ts";
import { DEFAULT_SUBSCRIPTION, type PlatformName, type Subscription } from "../core/subscription.ts";
import { validateCron } from "../lib/schedule.ts";
import type { ConfigProblem } from "./env.ts";

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

const httpUrl = z.string().refine((text) => URL.canParse(text) && /^https?:/.test(text), "must be an http(s) address");
const cronText = z.string().refine(validateCron, "must be a cron expression of five or six fields");
const date = z.string().refine(isCivilDate, "must be a date that exists, as YYYY-MM-DD");
const texts = z.array(z.string().min(1)).default([]);

const sourceSchema = z.strictObject({
  enabled: z.boolean().optional(),
  kind: z.literal("generic").optional(),
  url: httpUrl.optional(),
  provider: z.string().min(1).optional(),
  surface: z.string().min(1).optional(),
  trust: z.enum(["provider", "second-hand", "press"]).optional(),
  cron: cronText.optional(),
});

const subscriptionSchema = z.strictObject({
  platform: z.enum(["slack", "discord", "terminal"]),
  workspace: z.string().min(1),
  channel: z.string().min(1),
  providers: texts,
  surfaces: texts,
  models: texts,
  milestones: z
    .array(z.int().min(0).max(3650))
    .default([...DEFAULT_SUBSCRIPTION.milestones])
    .transform((days) => [...new Set(days)].sort((a, b) => b - a)),
  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be HH:MM")
    .default(DEFAULT_SUBSCRIPTION.time),
  time_zone: z.string().refine(isTimeZone, "must be an IANA time zone like Europe/Berlin").default("UTC"),
  digest: z.enum(["at-once", "daily", "weekly"]).default("at-once"),
  quiet_kinds: z
    .array(
      z.enum([
        "announced",
        "date-moved",
        "replacement-changed",
        "withdrawn",
        "restored",
        "retired",
        "reminder",
        "source-health",
      ]),
    )
    .default([]),
  reminders: z.enum(["thread", "channel"]).default("thread"),
  escalate_to: z
    .string()
    .regex(/^(?:S[A-Z0-9]{2,20}|\d{15,20})$/, "must be a Slack user group's id (S...) or a Discord role's id")
    .nullable()
    .default(null),
  language: z.string().min(2).default("en"),
});

const overrideSchema = z.strictObject({
  surface: z.string().min(1),
  model: z.string().min(1),
  version: z.string().optional(),
  set: z.union([
    z.literal("ignore"),
    z.strictObject({
      shutdown: date.nullable().optional(),
      replacements: z.array(z.string()).optional(),
      announced: date.optional(),
    }),
  ]),
  reason: z.string().min(1),
  until: date.optional(),
});

const schema = z.strictObject({
  sources: z.record(z.string(), sourceSchema).default({}),
  subscriptions: z.array(subscriptionSchema).default([]),
  overrides: z.array(overrideSchema).default([]),
  slack: z.strictObject({ admins_only: z.boolean().default(false) }).default({ admins_only: false }),
});

/**
 * Reads the configuration file. Problems come back all together, each with its path inside the file.
 * @param path null when SUNDOWN_CONFIG is unset: then the empty configuration
 */
export async function readConfigFile(path: string | null): Promise<{ config: ConfigFile; problems: ConfigProblem[] }> {
  if (path === null) return { config: EMPTY_CONFIG, problems: [] };
  let data: unknown;
  try {
    data = JSON.parse(await readFile(path, "utf8"));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { config: EMPTY_CONFIG, problems: [{ where: path, what: `cannot be read as JSON: ${why}` }] };
  }
  const parsed = schema.safeParse(data);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => ({
      where: `${path}: ${issue.path.map(String).join(".") || "(top)"}`,
      what: issue.message,
    }));
    return { config: EMPTY_CONFIG, problems };
  }
  const { subscriptions, ...rest } = parsed.data;
  const firsts = subscriptions.map(({ platform, workspace, channel, ...subscription }) => ({
    platform,
    workspace,
    channel,
    subscription,
  }));
  return { config: { ...rest, subscriptions: firsts }, problems: [] };
}

/**
 * The built-in sources with the file's settings applied: `"*"` first, then each by id; ids that no file owns and that
 * have an address become sources of the generic reader.
 */
export function applySourceSettings(
  builtIn: readonly SourceSpec[],
  settings: Record<string, SourceSetting>,
  keys: Record<string, string | null>,
): { specs: SourceSpec[]; off: SourceSpec[]; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const specs: SourceSpec[] = [];
  const off: SourceSpec[] = [];
  const everyone = settings["*"] ?? {};
  for (const spec of builtIn) {
    const own = settings[spec.id] ?? {};
    const enabled = own.enabled ?? everyone.enabled ?? true;
    const merged = withSetting(spec, everyone, own);
    const hasKey = spec.key === undefined || keys[spec.key] !== null;
    (enabled && hasKey ? specs : off).push(merged);
  }
  const known = new Set(builtIn.map((spec) => spec.id));
  for (const [id, own] of Object.entries(settings)) {
    if (id === "*" || known.has(id)) continue;
    if (!own.url) {
      problems.push({ where: `sources.${id}`, what: "no built-in source has this id, so it needs a url" });
      continue;
    }
    const surface = own.surface ?? (own.provider === undefined ? id : `${own.provider}-api`);
    const spec: SourceSpec = {
      id,
      url: own.url,
      provider: own.provider ?? id,
      surface,
      form: "auto",
      trust: own.trust ?? "provider",
      nature: "page",
    };
    if (own.cron !== undefined) spec.cron = own.cron;
    (own.enabled === false ? off : specs).push(spec);
  }
  return { specs, off, problems };
}

function withSetting(spec: SourceSpec, everyone: SourceSetting, own: SourceSetting): SourceSpec {
  const cron = own.cron ?? everyone.cron ?? spec.cron;
  return {
    ...spec,
    url: own.url ?? spec.url,
    provider: own.provider ?? spec.provider,
    surface: own.surface ?? spec.surface,
    trust: own.trust ?? spec.trust,
    ...(cron === undefined ? {} : { cron }),
  };
}
