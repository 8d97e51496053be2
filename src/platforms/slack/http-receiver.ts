import { createHmac, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { HTTPReceiver } from "@slack/bolt";
import type { App, CustomRoute, Logger } from "@slack/bolt";
import type { Clock } from "../../core/clock.ts";
import { REQUEST_IDS } from "./listen.ts";

/** Slack's own requests are a few kilobytes; one of ours comes back with its blocks. */
const BODY_MAX_BYTES = 512 * 1024;
const BODY_TIMEOUT_MS = 10_000;
export const EVENTS_PATH = "/slack/events";

/** https://docs.slack.dev/authentication/verifying-requests-from-slack: five minutes, and we hold it both ways. */
const SIGNATURE_WINDOW_SECONDS = 300;

export type HttpReceiverOptions = {
  signingSecret: string;
  port: number;
  host?: string;
  customRoutes: CustomRoute[];
  logger: Logger;
  /** Real time: Slack's signatures are dated by it, whatever clock a rehearsal runs on. */
  clock: Clock;
};

export type HttpListener = { receiver: HTTPReceiver; start(app: App): Promise<Server> };

/**
 * Bolt's HTTP receiver behind a stricter check of the signature: both sides of the time window, the exact form of the
 * header, and nothing parsed before. Bolt then checks again.
 */
export function createHttpListener(options: HttpReceiverOptions): HttpListener {
  const receiver = new HTTPReceiver({
    signingSecret: options.signingSecret,
    endpoints: EVENTS_PATH,
    customRoutes: options.customRoutes,
    logger: options.logger,
    customPropertiesExtractor: (request) => ({
      [REQUEST_IDS]: [`signature ${String(request.headers["x-slack-signature"])}`],
    }),
    dispatchErrorHandler: ({ response }) => {
      response.writeHead(404);
      response.end();
    },
  });
  const inner = receiver.requestListener;
  receiver.requestListener = (request, response) => {
    if (request.method !== "POST" || pathOf(request) !== EVENTS_PATH) return inner(request, response);
    verify(request, options).then(
      (body) => {
        if (body === null) return refuse(response, request.complete);
        // Bolt takes a body that was read already from here.
        Object.assign(request, { rawBody: body });
        return inner(request, response);
      },
      () => refuse(response, false),
    );
  };
  return {
    receiver,
    start: (app) => app.start({ port: options.port, ...(options.host === undefined ? {} : { host: options.host }) }),
  };
}

async function verify(request: IncomingMessage, options: HttpReceiverOptions): Promise<Buffer | null> {
  const body = await readBody(request);
  if (body === null) return null;
  const timestamp = request.headers["x-slack-request-timestamp"];
  const signature = request.headers["x-slack-signature"];
  if (isSslCheck(request, body)) return body;
  if (typeof timestamp !== "string" || typeof signature !== "string") return null;
  if (!/^\d{1,12}$/.test(timestamp) || !/^v0=[0-9a-f]{64}$/.test(signature)) return null;
  if (Math.abs(options.clock.now() / 1000 - Number(timestamp)) > SIGNATURE_WINDOW_SECONDS) return null;
  const own = createHmac("sha256", options.signingSecret).update(`v0:${timestamp}:`).update(body).digest();
  return timingSafeEqual(own, Buffer.from(signature.slice(3), "hex")) ? body : null;
}

/** Slack probes certificates without a signature; Bolt answers 200 and throws the rest of the body away. */
function isSslCheck(request: IncomingMessage, body: Buffer): boolean {
  if (request.headers["content-type"] !== "application/x-www-form-urlencoded") return false;
  const form = new URLSearchParams(body.toString());
  return form.get("ssl_check") === "1" && !form.has("command") && !form.has("payload");
}

/** The whole body, or null when it is too big or breaks off. Too much is refused unread; the answer ends the connection. */
function readBody(request: IncomingMessage): Promise<Buffer | null> {
  if (Number(request.headers["content-length"] ?? 0) > BODY_MAX_BYTES) return Promise.resolve(null);
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const finish = (body: Buffer | null) => {
      clearTimeout(timer);
      request.removeAllListeners("data");
      resolve(body);
    };
    const timer = setTimeout(() => finish(null), BODY_TIMEOUT_MS);
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      chunks.push(chunk);
      if (size > BODY_MAX_BYTES) finish(null);
    });
    request.on("end", () => finish(Buffer.concat(chunks)));
    request.on("error", () => finish(null));
    request.on("close", () => finish(null));
  });
}

function pathOf(request: IncomingMessage): string {
  const base = "http://localhost";
  return URL.canParse(request.url ?? "", base) ? new URL(request.url ?? "", base).pathname : "";
}

function refuse(response: ServerResponse, wholeBodyRead: boolean): void {
  response.writeHead(401, wholeBodyRead ? {} : { connection: "close" });
  response.end();
}
