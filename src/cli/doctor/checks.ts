import { existsSync } from "node:fs";
import type { Clock } from "../../core/clock.ts";
import { isoOf, systemClock } from "../../core/clock.ts";
import type { Env } from "../../config/env.ts";
import type { Store } from "../../core/store.ts";
import { makeWritableFolder } from "../../store/folder.ts";
import { openStore } from "../../store/open.ts";
import { orphanWords } from "../../wiring/orphans.ts";
import { storeFile } from "../../store/sqlite/file.ts";

/** One line of `doctor`. `ok: null` means that there is nothing to check. */
export type Check = { name: string; ok: boolean | null; words: string };

const pass = (name: string, words: string): Check => ({ name, ok: true, words });
const fail = (name: string, words: string): Check => ({ name, ok: false, words });
const skip = (name: string, words: string): Check => ({ name, ok: null, words });

/** The folder can be written, and the store in it is whole. */
export async function checkStore(env: Env): Promise<Check> {
  try {
    if (!existsSync(storeFile(env.dataDir))) {
      await makeWritableFolder(env.dataDir);
      return pass("store", `${env.dataDir} can be written; the store is made at the first start`);
    }
    const store = await openStore({ dataDir: env.dataDir });
    try {
      await store.check();
      const channels = await store.channels.all();
      return pass("store", `${storeFile(env.dataDir)} is whole; ${channels.length} channels`);
    } finally {
      await store.close();
    }
  } catch (error) {
    return fail("store", error instanceof Error ? error.message : String(error));
  }
}

/** The machine's clock against a web server's `Date`: signatures and nonces allow few minutes. */
export async function checkClock(env: Env, clock: Clock): Promise<Check> {
  if (env.clockStart !== null)
    return pass("clock", `SUNDOWN_CLOCK: the process believes that it is ${isoOf(clock.now())}`);
  const address = env.slack?.apiUrl ?? env.discord?.apiUrl;
  if (address === undefined) return skip("clock", "no platform to compare with");
  try {
    const response = await fetch(address, { method: "HEAD", redirect: "manual", signal: AbortSignal.timeout(8_000) });
    const date = response.headers.get("date");
    if (date === null) return skip("clock", `${new URL(address).host} tells no time`);
    const off = Math.round((systemClock.now() - Date.parse(date)) / 1000);
    return Math.abs(off) <= 60
      ? pass("clock", `right within ${Math.abs(off)} s`)
      : fail("clock", `${off} s off; set it by NTP, requests older than 300 s are refused`);
  } catch {
    return skip("clock", `${new URL(address).host} is out of reach`);
  }
}

type SlackAnswer = { ok: boolean; error?: string; team?: string; url?: string };

/** Slack's bot token with its scopes, and the app-level token. */
export async function checkSlack(env: Env, neededScopes: readonly string[]): Promise<Check[]> {
  if (env.slack === null) return [skip("slack", "SLACK_BOT_TOKEN is not set")];
  const { botToken, appToken, apiUrl } = env.slack;
  const call = async (method: string, token: string): Promise<{ answer: SlackAnswer; scopes: string[] }> => {
    const response = await fetch(new URL(method, apiUrl.endsWith("/") ? apiUrl : `${apiUrl}/`), {
      method: "POST",
      headers: { authorization: `Bearer ${token}` },
      signal: AbortSignal.timeout(10_000),
    });
    const answer = (await response.json()) as SlackAnswer;
    return { answer, scopes: (response.headers.get("x-oauth-scopes") ?? "").split(",").map((scope) => scope.trim()) };
  };
  const checks: Check[] = [];
  try {
    const { answer, scopes } = await call("auth.test", botToken);
    const missing = neededScopes.filter((scope) => !scopes.includes(scope));
    if (!answer.ok)
      checks.push(fail("slack token", `${answer.error}: copy the Bot User OAuth Token again to SLACK_BOT_TOKEN`));
    else checks.push(pass("slack token", `works in ${answer.team ?? "the workspace"}`));
    if (answer.ok && missing.length > 0)
      checks.push(
        fail("slack scopes", `missing ${missing.join(", ")}: paste the manifest again and reinstall the app`),
      );
    else if (answer.ok) checks.push(pass("slack scopes", "complete"));
    if (appToken === null) return [...checks, pass("slack mode", "HTTP, by SLACK_SIGNING_SECRET")];
    const socket = (await call("apps.connections.open", appToken)).answer;
    if (socket.ok) checks.push(pass("slack socket mode", "opens"));
    else
      checks.push(
        fail(
          "slack socket mode",
          `${socket.error}: SLACK_APP_TOKEN needs connections:write, and Socket Mode must be on`,
        ),
      );
  } catch (error) {
    checks.push(fail("slack", `${apiUrl} is out of reach: ${reason(error)}; check the network and SLACK_API_URL`));
  }
  return checks;
}

/** Discord's token. */
export async function checkDiscord(env: Env): Promise<Check[]> {
  if (env.discord === null) return [skip("discord", "DISCORD_TOKEN is not set")];
  const { token, apiUrl } = env.discord;
  try {
    const response = await fetch(`${apiUrl.replace(/\/$/, "")}/v10/users/@me`, {
      headers: { authorization: `Bot ${token}`, "user-agent": "DiscordBot (https://github.com/sundown, 0.1)" },
      signal: AbortSignal.timeout(10_000),
    });
    if (response.status === 401)
      return [fail("discord token", "refused: copy it again from the application's Bot page")];
    if (!response.ok)
      return [fail("discord", `${apiUrl} answers ${response.status}; check DISCORD_API_URL, or try again later`)];
    const user = (await response.json()) as { username?: string };
    return [pass("discord token", `works as ${user.username ?? "the bot"}`)];
  } catch (error) {
    return [fail("discord", `${apiUrl} is out of reach: ${reason(error)}; check the network and DISCORD_API_URL`)];
  }
}

/** Which channels the bot writes to, what can be checked there, and which are parked. */
export async function checkChannels(env: Env): Promise<Check[]> {
  if (!existsSync(storeFile(env.dataDir))) return [];
  let store: Store;
  try {
    store = await openStore({ dataDir: env.dataDir });
  } catch {
    return [];
  }
  try {
    const tokens: Partial<Record<string, unknown>> = { slack: env.slack, discord: env.discord };
    const orphans = [...(await store.outbox.waiting())].flatMap(([platform, rows]) =>
      tokens[platform] === null ? [fail(`messages for ${platform}`, orphanWords(platform, rows))] : [],
    );
    const channels = (await store.channels.all()).map((channel) =>
      channel.parked === null
        ? pass(`channel ${channel.id}`, classWords[channel.class])
        : fail(
            `channel ${channel.id}`,
            `parked since ${channel.parked.since}: ${channel.parked.reason}; invite the bot again`,
          ),
    );
    return [...channels, ...orphans];
  } finally {
    await store.close();
  }
}

const classWords = {
  nonce: "a lost answer is checked by Discord's nonce: no message twice",
  history: "a lost answer is checked in the channel's history: no message twice",
  none: "nothing can be checked here: after a lost answer a message may come twice, marked as possible repeat",
  unknown: "not looked at yet",
};

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause.message : error.message;
  return error.name === "TimeoutError" ? "no answer in time" : cause;
}
