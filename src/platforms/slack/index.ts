import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { webApi } from "@slack/bolt";
import type { CustomRoute } from "@slack/bolt";
import type { Clock } from "../../core/clock.ts";
import { systemClock } from "../../core/clock.ts";
import type { CommandSpec } from "../../core/command.ts";
import type { Platform, PlatformHandlers } from "../../core/platform.ts";
import type { Log } from "../../lib/log.ts";
import type { FindMessages } from "../shared/words.ts";
import { wordsFrom } from "../shared/words.ts";
import { classifyChannel, missingRights } from "./classify.ts";
import { clientOptions, sdkLogger } from "./client.ts";
import { createRunner } from "./commands.ts";
import { findChannels } from "./found.ts";
import { findDelivery } from "./history.ts";
import { createHttpListener } from "./http-receiver.ts";
import { readIdentity } from "./identity.ts";
import type { Identity } from "./listen.ts";
import { createListeningApp } from "./listen.ts";
import { createModals } from "./modals.ts";
import { Once } from "./once.ts";
import { manageRule } from "./permission.ts";
import { createSender, createUpdater } from "./send.ts";
import { createSocketConnection } from "./socket.ts";

export type SlackOptions = {
  botToken: string;
  /** Socket Mode; wins when a signing secret is given too. */
  appToken?: string | null;
  /** HTTP mode, together with `port`: Slack posts to /slack/events. */
  signingSecret?: string | null;
  port?: number;
  host?: string;
  /** More routes on the HTTP mode's server: health, metrics. */
  customRoutes?: CustomRoute[];
  /** With its path, e.g. `https://slack.com/api/`. */
  apiUrl: string;
  clock: Clock;
  log: Log;
  commands: CommandSpec[];
  /** Only workspace admins may change what a channel watches. */
  adminsOnly: boolean;
  messages?: FindMessages;
};

/** How long `start` waits for a Slack that is out of reach before it lets the rest of the bot go on. */
const START_PATIENCE_MS = 10_000;
const STOP_PATIENCE_MS = 2_000;

type Connection = { ready: Promise<void>; stop(): Promise<void> };

/**
 * Slack as a platform, on the real Bolt. `start` rejects when a token is refused; when Slack is merely out of reach it
 * resolves after a while and goes on connecting in the background.
 * @throws Error when neither an app token nor a signing secret with a port is given
 */
export function createSlackPlatform(options: SlackOptions): Platform {
  if (!options.appToken && !(options.signingSecret && options.port !== undefined)) {
    throw new Error("Slack needs SLACK_APP_TOKEN (Socket Mode), or SLACK_SIGNING_SECRET and PORT (HTTP mode)");
  }
  const { clock, log } = options;
  const secrets = [options.botToken, options.appToken, options.signingSecret].filter((one) => typeof one === "string");
  const logger = sdkLogger(log, secrets);
  const client = new webApi.WebClient(options.botToken, clientOptions({ apiUrl: options.apiUrl, logger }));
  const words = (language: string | null) => wordsFrom(options.messages, language);
  const send = createSender({ client, clock, words });
  let connection: Connection | null = null;

  const connect = (handlers: PlatformHandlers): Connection => {
    const mayManage = manageRule({ client, adminsOnly: options.adminsOnly, log });
    const modals = createModals({ client, words, log });
    const runner = createRunner({ commands: options.commands, handlers, mayManage, clock, words, log });
    const once = new Once(systemClock);
    const stopping = new AbortController();
    let identity: Identity = { team: "", botId: "", botUser: "" };
    const identify = async () => {
      identity = await readIdentity(client, log, stopping.signal);
    };
    /** Not waited for: commands are answered meanwhile. */
    const greetLate = (ready: Promise<void>): void => {
      ready.then(() => findChannels(client, identity.team, handlers, log)).catch(() => undefined);
    };
    const appFor = (receiver: Parameters<typeof createListeningApp>[0]["receiver"]) =>
      createListeningApp({
        receiver,
        botToken: options.botToken,
        client,
        modals,
        answering: { client, words, log },
        identity: () => identity,
        clientOptions: clientOptions({ apiUrl: options.apiUrl, logger }),
        logger,
        runner,
        handlers,
        once,
        log,
      });

    if (options.appToken) {
      const forSocket = clientOptions({ apiUrl: options.apiUrl, logger });
      const socket = createSocketConnection({ appToken: options.appToken, clientOptions: forSocket, logger, log });
      appFor(socket.receiver);
      const ready = identify().then(() => socket.run());
      greetLate(ready);
      return { ready, stop: () => stopWith(stopping, () => socket.stop()) };
    }
    const listener = createHttpListener({
      signingSecret: options.signingSecret ?? "",
      port: options.port ?? 0,
      ...(options.host === undefined ? {} : { host: options.host }),
      customRoutes: options.customRoutes ?? [],
      logger,
      clock: systemClock,
    });
    const app = appFor(listener.receiver);
    const listening = listener.start(app);
    const ready = listening.then(identify);
    greetLate(ready);
    return { ready, stop: () => stopWith(stopping, () => closeServer(listening, () => app.stop())) };
  };

  return {
    name: "slack",
    start: async (handlers) => {
      connection = connect(handlers);
      const { ready } = connection;
      const patience = new AbortController();
      const late = sleep(START_PATIENCE_MS, "late" as const, { signal: patience.signal }).catch(() => null);
      try {
        if ((await Promise.race([ready, late])) !== "late") return;
      } catch (error) {
        await connection.stop();
        connection = null;
        throw error;
      } finally {
        patience.abort();
      }
      log.warn({ platform: "slack" }, "Slack is out of reach; its commands are answered when it is back");
      ready.catch((error: unknown) => {
        // A connection that is being stopped gives up waiting; nobody has to hear of that.
        if (connection !== null) log.error({ platform: "slack", error }, "Slack cannot be used");
      });
    },
    send,
    update: createUpdater({ client, words }),
    find: (channel, key, since, thread) => findDelivery({ client, clock }, channel, key, since, thread),
    classify: (channel) => classifyChannel(client, channel.channel),
    missingRights: (channel) => missingRights(client, channel),
    stop: async () => {
      const open = connection;
      connection = null;
      await open?.stop();
    },
  };
}

async function stopWith(stopping: AbortController, close: () => Promise<unknown>): Promise<void> {
  stopping.abort();
  await Promise.race([close().catch(() => {}), sleep(STOP_PATIENCE_MS, undefined, { ref: false })]);
}

/** Bolt waits for kept-alive connections of Slack's, which do not end by themselves. */
async function closeServer(listening: Promise<Server>, stop: () => Promise<unknown>): Promise<void> {
  const server = await listening;
  const stopped = stop();
  server.closeIdleConnections();
  const late = sleep(STOP_PATIENCE_MS / 2, undefined, { ref: false });
  await Promise.race([stopped.catch(() => {}), late]);
  server.closeAllConnections();
}
