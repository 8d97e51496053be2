import { isTimeZone } from "../core/civil-date.ts";
import { validateCron } from "../lib/schedule.ts";

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

/** One thing that is wrong in the environment or the configuration file, and what to do. */
export type ConfigProblem = { where: string; what: string };

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
    if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
      problem(key, `"${value}" is no http(s) address; write it whole, like https://example.com/`);
      return fallback;
    }
    return value;
  };
  const botToken = text("SLACK_BOT_TOKEN");
  const appToken = text("SLACK_APP_TOKEN");
  const signingSecret = text("SLACK_SIGNING_SECRET");
  const slackUrl = url("SLACK_API_URL", "https://slack.com/api/") ?? "https://slack.com/api/";
  if (botToken === null && (appToken !== null || signingSecret !== null))
    problem("SLACK_BOT_TOKEN", "is missing, while other Slack keys are set; copy it from the app's OAuth page");
  if (botToken !== null && appToken === null && signingSecret === null)
    problem("SLACK_APP_TOKEN", "set it for Socket Mode, or SLACK_SIGNING_SECRET for HTTP mode");

  const operatorText = text("OPERATOR_CHANNEL");
  const operator = operatorText === null ? null : /^(slack|discord):([^:]+):([^:]+)$/.exec(operatorText);
  if (operatorText !== null && operator === null)
    problem("OPERATOR_CHANNEL", `"${operatorText}" must look like slack:T1:C1 or discord:guild:channel`);

  const databaseUrl = text("DATABASE_URL");
  if (databaseUrl !== null)
    problem("DATABASE_URL", "PostgreSQL is not supported yet; remove the key to use the embedded store under DATA_DIR");

  const clockStart = text("SUNDOWN_CLOCK");
  if (clockStart !== null && !isInstant(clockStart))
    problem("SUNDOWN_CLOCK", `"${clockStart}" is no ISO instant; write it like 2025-06-16T09:00:00Z`);

  const pollCron = text("POLL_CRON") ?? "*/10 * * * *";
  if (!validateCron(pollCron)) problem("POLL_CRON", `"${pollCron}" is no cron expression; the default is */10 * * * *`);

  const port = Number(text("PORT") ?? "3000");
  if (!Number.isInteger(port) || port < 0 || port > 65_535) problem("PORT", "must be a whole number from 0 to 65535");

  const logLevel = text("LOG_LEVEL") ?? "info";
  if (!LOG_LEVELS.includes(logLevel)) problem("LOG_LEVEL", `must be one of ${LOG_LEVELS.join(", ")}`);

  const timeZone = text("TZ") ?? "UTC";
  if (!isTimeZone(timeZone)) problem("TZ", `"${timeZone}" is no time zone; write it like Europe/Berlin`);

  const allow = text("ALLOW_PRIVATE_ADDRESSES") ?? "false";
  if (!["true", "false", "1", "0"].includes(allow)) problem("ALLOW_PRIVATE_ADDRESSES", "must be true or false");

  const discordToken = text("DISCORD_TOKEN");
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
  return { env, problems };
}

/** Every secret of the environment: what logs and messages must never show. */
export function secretsOf(env: Env): string[] {
  return [
    env.slack?.botToken,
    env.slack?.appToken,
    env.slack?.signingSecret,
    env.discord?.token,
    env.keys.OPENAI_API_KEY,
    env.keys.MISTRAL_API_KEY,
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
