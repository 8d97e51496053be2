import { setTimeout as sleep } from "node:timers/promises";
import { SocketModeReceiver } from "@slack/bolt";
import type { Logger, webApi } from "@slack/bolt";
import type { Log } from "../../lib/log.ts";
import { readFailure } from "./errors.ts";
import { REQUEST_IDS } from "./listen.ts";

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** A connection that lasted this long was a good one. */
const SETTLED_MS = 10_000;
/** A refused token does not heal by asking often. */
const REFUSED_WAIT_MS = 5 * 60_000;
const HELLO_TIMEOUT_MS = 20_000;
const CLOSE_TIMEOUT_MS = 1_000;

export type SocketConnection = {
  receiver: SocketModeReceiver;
  /** Resolves with the first hello; rejects when the app token is refused. Goes on connecting until `stop`. */
  run(): Promise<void>;
  stop(): Promise<void>;
};

/**
 * Socket Mode that stays connected: https://docs.slack.dev/apis/events-api/using-socket-mode. The SDK's own
 * reconnecting is off, because with its retries off a failed reconnect of its would end the process with an unhandled
 * rejection; Slack refreshes every connection after some hours, so this loop is the normal way on.
 */
export function createSocketConnection(options: {
  appToken: string;
  clientOptions: webApi.WebClientOptions;
  logger: Logger;
  log: Log;
}): SocketConnection {
  const { log } = options;
  const receiver = new SocketModeReceiver({
    appToken: options.appToken,
    logger: options.logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: options.clientOptions },
    customPropertiesExtractor: (args: { envelope_id?: unknown }) => ({
      [REQUEST_IDS]: typeof args.envelope_id === "string" ? [`envelope ${args.envelope_id}`] : [],
    }),
  });
  const { client } = receiver;
  const stopping = new AbortController();

  const connectOnce = async (connected: () => void): Promise<void> => {
    const gone = new Promise<void>((resolve) => client.once("disconnected", () => resolve()));
    const timer = setTimeout(() => void client.disconnect(), HELLO_TIMEOUT_MS);
    try {
      await client.start();
    } finally {
      clearTimeout(timer);
    }
    // `stop` came while the address was being asked for: the socket that was opened since must not stay.
    if (stopping.signal.aborted) return void client.disconnect();
    connected();
    await gone;
  };

  const loop = async (ready: () => void, refused: (error: Error) => void): Promise<void> => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      let wait = FIRST_WAIT_MS;
      let since = performance.now();
      try {
        await connectOnce(() => {
          failures = 0;
          since = performance.now();
          log.info({ platform: "slack" }, "Slack is connected");
          ready();
        });
        // Slack's regular refresh: commands wait meanwhile, so be back at once.
        if (performance.now() - since > SETTLED_MS) wait = 0;
      } catch (error) {
        if (stopping.signal.aborted) return;
        failures += 1;
        const failure = readFailure(error);
        wait = waitAfter(failure, failures);
        log.warn({ platform: "slack", code: failure.code, wait_ms: wait }, "Slack's socket could not be opened");
        if (failure.kind === "token") {
          refused(
            new Error(
              `Slack refused SLACK_APP_TOKEN (${failure.code}): generate another with the scope connections:write (the app's page "Basic Information", App-Level Tokens)`,
            ),
          );
        }
      }
      await sleep(wait, undefined, { signal: stopping.signal }).catch(() => {});
    }
  };

  return {
    receiver,
    run: () => new Promise((resolve, reject) => void loop(resolve, reject).catch(reject)),
    stop: async () => {
      stopping.abort();
      if (client.listenerCount("disconnected") === 0) return;
      const closed = client.disconnect().catch(() => {});
      const late = sleep(CLOSE_TIMEOUT_MS, "late" as const, { ref: false });
      // A second call while the peer owes its close frame cuts the connection instead of waiting 30 s for it.
      if ((await Promise.race([closed, late])) === "late") void client.disconnect();
    },
  };
}

function waitAfter(failure: ReturnType<typeof readFailure>, failures: number): number {
  if (failure.kind === "token") return REFUSED_WAIT_MS;
  if (failure.kind === "rate-limited" && failure.retry_after_ms !== null) return failure.retry_after_ms;
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures, 10));
  return longest / 2 + Math.random() * (longest / 2);
}
