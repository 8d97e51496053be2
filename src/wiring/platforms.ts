import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "../core/clock.ts";
import type { CommandSpec } from "../core/command.ts";
import type { Messages } from "../core/messages.ts";
import type { Platform } from "../core/platform.ts";
import type { PlatformName } from "../core/subscription.ts";
import type { Env } from "../config/env.ts";
import type { Log } from "../lib/log.ts";
import type { Kept as KeptForm, KeptDrafts } from "../platforms/discord/drafts.ts";

export type { KeptForm };

export type PlatformDeps = {
  env: Env;
  adminsOnly: boolean;
  clock: Clock;
  log: Log;
  commands: CommandSpec[];
  messagesFor: (tag: string | null) => Messages;
  /** Answers on the port that Slack's HTTP mode owns. */
  handleHttp: (request: IncomingMessage, response: ServerResponse) => void;
  /** The terminal's `quit`. */
  onQuit: () => void;
  /** Where forms are kept that somebody is filling in. */
  forms: KeptDrafts;
  /** Paths that `handleHttp` serves there. */
  httpPaths: string[];
};

/** Loads the SDKs that will be used, and nothing of the others. */
export async function importPlatforms(env: Env): Promise<void> {
  await Promise.all([
    env.slack === null ? null : import("../platforms/slack/index.ts"),
    env.discord === null ? null : import("../platforms/discord/index.ts"),
  ]);
}

/**
 * The platforms that have a token; without any, the terminal. Each SDK is imported only when its token is set: both
 * together cost half a second of start-up.
 */
export async function createPlatforms(deps: PlatformDeps): Promise<Map<PlatformName, Platform>> {
  const platforms = new Map<PlatformName, Platform>();
  if (deps.env.slack !== null) platforms.set("slack", await slack(deps, deps.env.slack));
  if (deps.env.discord !== null) platforms.set("discord", await discord(deps, deps.env.discord));
  if (platforms.size === 0) platforms.set("terminal", await terminal(deps));
  return platforms;
}

async function slack(deps: PlatformDeps, tokens: NonNullable<Env["slack"]>): Promise<Platform> {
  const { createSlackPlatform } = await import("../platforms/slack/index.ts");
  const { clock, log, commands, adminsOnly } = deps;
  return createSlackPlatform({
    botToken: tokens.botToken,
    appToken: tokens.appToken,
    signingSecret: tokens.signingSecret,
    port: deps.env.port,
    host: deps.env.host,
    apiUrl: tokens.apiUrl,
    customRoutes: deps.httpPaths.map((path) => ({ path, method: ["GET", "HEAD"], handler: deps.handleHttp })),
    clock,
    log,
    commands,
    adminsOnly,
    messages: deps.messagesFor,
  });
}

async function discord(deps: PlatformDeps, tokens: NonNullable<Env["discord"]>): Promise<Platform> {
  const { createDiscordPlatform } = await import("../platforms/discord/index.ts");
  const { clock, log, commands } = deps;
  return createDiscordPlatform({
    token: tokens.token,
    apiUrl: tokens.apiUrl,
    clock,
    log,
    commands,
    messages: deps.messagesFor,
    drafts: deps.forms,
  });
}

async function terminal(deps: PlatformDeps): Promise<Platform> {
  const { createTerminalPlatform } = await import("../platforms/terminal/index.ts");
  return createTerminalPlatform({
    input: process.stdin,
    output: process.stdout,
    clock: deps.clock,
    color: process.stdout.isTTY && !process.env["NO_COLOR"],
    commands: deps.commands,
    messages: deps.messagesFor,
    onQuit: deps.onQuit,
  });
}
