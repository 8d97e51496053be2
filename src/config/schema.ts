import * as z from "zod";
import { isCivilDate, isTimeZone } from "../core/civil-date.ts";
import { DEFAULT_SUBSCRIPTION } from "../core/subscription.ts";
import { validateCron } from "../lib/schedule.ts";
import { type ConfigFile, EMPTY_CONFIG, type SourceSetting } from "./file.ts";
import { problemsOf } from "./issues.ts";
import type { ConfigProblem } from "./problem.ts";

const httpUrl = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https?:/.test(text),
    "must be a whole http(s) address, like https://example.com/models",
  )
  .refine(
    (text) => !URL.canParse(text) || (new URL(text).username === "" && new URL(text).password === ""),
    "must not hold a user name or a password",
  );
const cronText = z.string().refine(validateCron, "must be a cron expression of five or six fields, like */10 * * * *");
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
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be HH:MM, like 09:00")
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

const correctionSchema = z
  .strictObject({
    shutdown: date.nullable().optional(),
    replacements: z.array(z.string()).optional(),
    announced: date.optional(),
  })
  .refine(
    (set) => Object.keys(set).length > 0,
    'must correct something: give shutdown, replacements or announced, or write "ignore"',
  );

const overrideSchema = z.strictObject({
  surface: z.string().min(1),
  model: z.string().min(1),
  version: z.string().optional(),
  set: z.union([z.literal("ignore"), correctionSchema]),
  reason: z.string().min(1),
  until: date.optional(),
});

const slackSchema = z.strictObject({ admins_only: z.boolean().default(false) });

const schema = z.strictObject({
  sources: z.record(z.string(), sourceSchema).default({}),
  subscriptions: z.array(subscriptionSchema).default([]),
  overrides: z.array(overrideSchema).default([]),
  slack: slackSchema.default({ admins_only: false }),
});

/** The keys of each part of the file, for who mistypes one. */
function keysAt([part, , inside]: readonly PropertyKey[]): string[] {
  if (part === "sources") return Object.keys(sourceSchema.shape);
  if (part === "subscriptions") return Object.keys(subscriptionSchema.shape);
  if (part === "overrides") return Object.keys(inside === "set" ? correctionSchema.shape : overrideSchema.shape);
  if (part === "slack") return Object.keys(slackSchema.shape);
  return Object.keys(schema.shape);
}

/**
 * The file's data, checked and completed. Every problem comes back, with its path inside the file; then the configuration
 * holds the sources alone that are sound, so that what else is wrong with them can be told in the same list.
 */
export function checkConfig(data: unknown, file: string): { config: ConfigFile; problems: ConfigProblem[] } {
  const parsed = schema.safeParse(data);
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, data, file, keysAt));
    return { config: soundParts(data), problems };
  }
  const { subscriptions, ...rest } = parsed.data;
  return { config: { ...rest, subscriptions: subscriptions.map(firstOf) }, problems: [] };
}

function firstOf(given: z.infer<typeof subscriptionSchema>): ConfigFile["subscriptions"][number] {
  const { platform, workspace, channel, ...subscription } = given;
  return { platform, workspace, channel, subscription };
}

/** What of a wrong file is sound by itself, each at its place: names in it are looked at in the same list of problems. */
function soundParts(data: unknown): ConfigFile {
  const parts = z.looseObject({
    subscriptions: z.array(z.unknown()).catch([]),
    overrides: z.array(z.unknown()).catch([]),
  });
  const { subscriptions = [], overrides = [] } = parts.safeParse(data).data ?? {};
  const first = (given: unknown) => namesOf(subscriptionSchema, given, ["providers", "surfaces"]);
  return {
    ...EMPTY_CONFIG,
    sources: soundSources(data),
    subscriptions: subscriptions.map((given) => firstOf(first(given))),
    overrides: overrides.map((given) => namesOf(overrideSchema, given, ["surface"])),
  };
}

/** One entry with those of its names that are sound, whatever else is wrong with it; nothing else of it is used. */
function namesOf<Entry extends object>(schema: z.ZodType<Entry>, given: unknown, keys: readonly string[]): Entry {
  const whole = schema.safeParse(given);
  if (whole.success) return whole.data;
  const fields = z.looseObject({}).safeParse(given).data ?? {};
  const sound = keys.map((key): [string, unknown] => {
    const empty = key === "surface" ? "" : [];
    const name = z.union([z.string(), z.array(z.string())]).safeParse(fields[key]);
    return [key, name.success && Array.isArray(name.data) === Array.isArray(empty) ? name.data : empty];
  });
  return Object.fromEntries(sound) as unknown as Entry;
}

function soundSources(data: unknown): Record<string, SourceSetting> {
  const sources = z.looseObject({ sources: z.record(z.string(), z.unknown()) }).safeParse(data);
  const sound = Object.entries(sources.data?.sources ?? {}).flatMap(([id, given]) => {
    const setting = sourceSchema.safeParse(given);
    return setting.success ? [[id, setting.data] as const] : [];
  });
  return Object.fromEntries(sound);
}
