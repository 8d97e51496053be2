import { secretsInAddress } from "../core/address.ts";
import type { SourceSpec } from "../core/source.ts";
import { isTimeZone } from "../core/civil-date.ts";
import { edits } from "../lib/nearest.ts";
import { validateCron } from "../lib/schedule.ts";
import type { ConfigProblem } from "./problem.ts";

/** The process's settings, from the environment (.env.example lists every key). */
export type Env = {
  slack: { botToken: string; appToken: string | null; signingSecret: string | null; apiUrl: string } | null;
  discord: { token: string; apiUrl: string } | null;
  operatorChannel: { platform: "slack" | "discord"; workspace: string; channel: string } | null;
  keys: { OPENAI_API_KEY: string | null; MISTRAL_API_KEY: string | null };
  publicUrl: string | null;
  clockStart: string | null;
  databaseUrl: string | null;
  dataDir: string;
  pollCron: string;
  configFile: string | null;
  allowPrivateAddresses: boolean;
  port: number;
  /** False when PORT is unset: then a taken port costs the pages, not the bot. */
  portChosen: boolean;
  host: string;
  logLevel: string;
  timeZone: string;
};

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

/**
 * Reads the environment. All problems are collected, so that a person mends them in one go.
 * @param variables usually `process.env`; empty strings count as unset, as .env files write them
 */
export function readEnv(variables: Record<string, string | undefined>): { env: Env; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const problem = (where: string, what: string) => problems.push({ where, what });
  const text = (key: string): string | null => variables[key]?.trim() || null;

  const url = (key: string, fallback: string | null): string | null => {
    const value = text(key);
    if (value === null) return fallback;
    const parsed = URL.parse(value);
    // What may hold a password is not repeated.
    const shown = /[@?]/.test(value) ? "what stands here" : `"${value}"`;
    if (parsed === null || !/^https?:$/.test(parsed.protocol))
      problem(key, `${shown} is no http(s) address; write it whole, like https://example.com/`);
    else if (parsed.username !== "" || parsed.password !== "")
      problem(key, "holds a user name or a password; write the address without them");
    else return value;
    return fallback;
  };
  const botToken = text("SLACK_BOT_TOKEN");
  const appToken = text("SLACK_APP_TOKEN");
  const signingSecret = text("SLACK_SIGNING_SECRET");
  const slackUrl = url("SLACK_API_URL", "https://slack.com/api/") ?? "https://slack.com/api/";
  if (botToken === null && (appToken !== null || signingSecret !== null))
    problem(
      "SLACK_BOT_TOKEN",
      "is missing, while other Slack keys are set; copy the Bot User OAuth Token (xoxb-...) from the app's OAuth page",
    );
  if (botToken !== null && appToken === null && signingSecret === null)
    problem("SLACK_APP_TOKEN", "is missing; set it for Socket Mode, or SLACK_SIGNING_SECRET for HTTP mode");
  if (botToken?.startsWith("xapp-"))
    problem("SLACK_BOT_TOKEN", "holds an app-level token (xapp-...); that one belongs in SLACK_APP_TOKEN");
  if (appToken?.startsWith("xoxb-"))
    problem("SLACK_APP_TOKEN", "holds a bot token (xoxb-...); that one belongs in SLACK_BOT_TOKEN");

  const operatorText = text("OPERATOR_CHANNEL");
  const operator = operatorText === null ? null : /^(slack|discord):([^:]+):([^:]+)$/.exec(operatorText);
  if (operatorText !== null && operator === null)
    problem("OPERATOR_CHANNEL", `"${operatorText}" is no channel; write it like slack:T1:C1 or discord:guild:channel`);

  const databaseUrl = text("DATABASE_URL");
  if (databaseUrl !== null)
    problem(
      "DATABASE_URL",
      "PostgreSQL is not supported yet; remove this key to use the embedded store under DATA_DIR",
    );

  const clockStart = text("SUNDOWN_CLOCK");
  if (clockStart !== null && !isInstant(clockStart))
    problem("SUNDOWN_CLOCK", `"${clockStart}" is no ISO instant; write it like 2025-06-16T09:00:00Z`);

  const pollCron = text("POLL_CRON") ?? "*/10 * * * *";
  if (!validateCron(pollCron))
    problem("POLL_CRON", `"${pollCron}" is no cron expression; write five or six fields, like */10 * * * *`);

  const portText = text("PORT") ?? "3000";
  const port = /^\d{1,5}$/.test(portText) ? Number(portText) : Number.NaN;
  if (!(port <= 65_535)) problem("PORT", `"${portText}" is no port; write a whole number from 0 to 65535, like 3000`);

  const logLevel = text("LOG_LEVEL") ?? "info";
  if (!LOG_LEVELS.includes(logLevel))
    problem("LOG_LEVEL", `"${logLevel}" is no level; write one of ${LOG_LEVELS.join(", ")}`);

  const timeZone = text("TZ") ?? "UTC";
  if (!isTimeZone(timeZone))
    problem("TZ", `"${timeZone}" is no time zone; write an IANA name, like Europe/Berlin or UTC`);

  const allow = text("ALLOW_PRIVATE_ADDRESSES") ?? "false";
  if (!["true", "false", "1", "0"].includes(allow))
    problem("ALLOW_PRIVATE_ADDRESSES", `"${allow}" will not do; write true or false`);

  const discordToken = text("DISCORD_TOKEN");
  if (discordToken !== null && /^bot\s/i.test(discordToken))
    problem("DISCORD_TOKEN", 'begins with "Bot "; write the token alone');
  if (operator?.[1] === "slack" && botToken === null)
    problem("OPERATOR_CHANNEL", "is on Slack, but SLACK_BOT_TOKEN is not set; set it, or name another channel");
  if (operator?.[1] === "discord" && discordToken === null)
    problem("OPERATOR_CHANNEL", "is on Discord, but DISCORD_TOKEN is not set; set it, or name another channel");
  const discordUrl = url("DISCORD_API_URL", "https://discord.com/api") ?? "https://discord.com/api";
  const env: Env = {
    slack: botToken === null ? null : { botToken, appToken, signingSecret, apiUrl: slackUrl },
    discord: discordToken === null ? null : { token: discordToken, apiUrl: discordUrl },
    operatorChannel:
      operator === null
        ? null
        : { platform: operator[1] as "slack" | "discord", workspace: operator[2] ?? "", channel: operator[3] ?? "" },
    keys: { OPENAI_API_KEY: text("OPENAI_API_KEY"), MISTRAL_API_KEY: text("MISTRAL_API_KEY") },
    publicUrl: url("PUBLIC_URL", null),
    clockStart,
    databaseUrl,
    dataDir: text("DATA_DIR") ?? "./data",
    pollCron,
    configFile: text("SUNDOWN_CONFIG"),
    allowPrivateAddresses: allow === "true" || allow === "1",
    port,
    portChosen: text("PORT") !== null,
    host: text("HOST") ?? "127.0.0.1",
    logLevel,
    timeZone,
  };
  return { env, problems: [...problems, ...mistypedKeys(variables)] };
}

/** Every key that `readEnv` looks at. `.env.example` lists the same; a test compares the two. */
export const ENV_KEYS = [
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_SIGNING_SECRET",
  "SLACK_API_URL",
  "DISCORD_TOKEN",
  "DISCORD_API_URL",
  "OPERATOR_CHANNEL",
  "OPENAI_API_KEY",
  "MISTRAL_API_KEY",
  "PUBLIC_URL",
  "SUNDOWN_CLOCK",
  "DATABASE_URL",
  "DATA_DIR",
  "POLL_CRON",
  "SUNDOWN_CONFIG",
  "ALLOW_PRIVATE_ADDRESSES",
  "PORT",
  "HOST",
  "LOG_LEVEL",
  "TZ",
];
/** Below this length half of every environment is near: HOME is no HOST. */
const SHORTEST_MISTYPED = 7;

/** Variables with a value whose name is a slip of the finger away from a key that has none. */
function mistypedKeys(variables: Record<string, string | undefined>): ConfigProblem[] {
  const unset = ENV_KEYS.filter((key) => key.length >= SHORTEST_MISTYPED && !variables[key]?.trim());
  return Object.keys(variables).flatMap((key) => {
    if (key.length < SHORTEST_MISTYPED || ENV_KEYS.includes(key) || !variables[key]?.trim()) return [];
    const near = unset.find((known) => edits(key.toUpperCase(), known) <= MOST_SLIPS);
    return near === undefined ? [] : [{ where: key, what: `is no key of Sundown. Did you mean ${near}? Rename it` }];
  });
}
const MOST_SLIPS = 2;

/** Every secret of the settings, those in the sources' addresses too: what logs and messages must never show. */
export function secretsOf(env: Env, sources: readonly Pick<SourceSpec, "url">[] = []): string[] {
  return [
    env.slack?.botToken,
    env.slack?.appToken,
    env.slack?.signingSecret,
    env.discord?.token,
    env.keys.OPENAI_API_KEY,
    env.keys.MISTRAL_API_KEY,
    ...sources.flatMap(({ url }) => secretsInAddress(url)),
  ].filter((secret) => typeof secret === "string");
}

function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}
