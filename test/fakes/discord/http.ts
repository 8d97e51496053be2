import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { createFaults, FaultKind } from "./faults.ts";
import type { Json } from "./model.ts";
import { type createRateLimits, limited } from "./rate-limits.ts";
import type { Route, RouteAnswer, RouteRequest } from "./routes.ts";
import type { State } from "./state.ts";
import { Refusal } from "./validate.ts";

/** Where a request's uploaded files stand beside its JSON. */
export const UPLOADED = "__files";

export type SeenRequest = { method: string; path: string; status: number; at: number; body: unknown };

const BODY_MAX = 25 * 1024 * 1024;
type Answer = RouteAnswer & { headers?: Record<string, string> };

/** Serves the API under /api/v10, with token, faults and rate limits in Discord's order. */
export function createHttp(options: {
  state: State;
  routes: Route[];
  faults: ReturnType<typeof createFaults>;
  limits: ReturnType<typeof createRateLimits>;
}) {
  const { state } = options;
  const requests: SeenRequest[] = [];
  const unmatched: string[] = [];
  /** Times of 401, 403 and 429 (but shared ones): 10,000 in ten minutes ban an address. */
  const invalid: number[] = [];
  /** What the fake's own content host serves, by path. */
  const files = new Map<string, string>();

  const answer = (request: RouteRequest, authorization: string | undefined, fault: FaultKind | null): Answer => {
    const found = options.routes
      .map((route) => ({ route, match: route.method === request.method ? route.pattern.exec(request.path) : null }))
      .find(({ match }) => match !== null);
    if (!found?.match) {
      unmatched.push(`${request.method} ${request.path}`);
      process.stderr.write(`fake Discord: unmatched call ${request.method} ${request.path}\n`);
      return { status: 404, body: { message: "404: Not Found", code: 0 } };
    }
    const parts = found.match.slice(1);
    if (found.route.bot && authorization !== `Bot ${state.settings.token}`)
      return { status: 401, body: { message: "401: Unauthorized", code: 0 } };
    if (fault?.kind === "rate-limit") return throttled(request, fault);
    const taken = found.route.bot
      ? options.limits.take(found.route.bucket?.(parts) ?? null)
      : { headers: {} as Record<string, string> };
    if ("limited" in taken) return { status: 429, body: taken.limited.body, headers: taken.limited.headers };
    if (fault?.kind === "error")
      return { status: fault.status, body: { message: fault.message, code: fault.code }, headers: taken.headers };
    if (fault?.kind === "status" && fault.stored !== true) return { status: fault.status, body: fault.body ?? null };
    try {
      const done = found.route.run(parts, request);
      if (fault?.kind === "status") return { status: fault.status, body: fault.body ?? null };
      return { ...done, headers: taken.headers };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const { status, ...body } = error.error;
      return { status, body, headers: taken.headers };
    }
  };

  const throttled = (request: RouteRequest, fault: Extract<FaultKind, { kind: "rate-limit" }>): Answer => {
    const remaining = fault.scope === "shared" ? 9 : 0;
    const resetAt = state.now() + fault.retry_after * 1000;
    const made = limited(fault.scope, fault.retry_after, { id: request.method, limit: 10, remaining, resetAt });
    return { status: 429, body: made.body, headers: made.headers };
  };

  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const url = new URL(incoming.url ?? "/", "http://fake");
    const file = files.get(url.pathname);
    if (file !== undefined) {
      outgoing.writeHead(200, { "Content-Type": "message/rfc822" }).end(file);
      return;
    }
    const path = decodeURIComponent(url.pathname).replace(/^\/api(?:\/v\d+)?/, "");
    const method = incoming.method ?? "GET";
    const body = await readBody(incoming);
    if (body === undefined)
      return reply(outgoing, { status: 413, body: { message: "Request entity too large", code: 40005 } });
    const request = { method, path, query: url.searchParams, body };
    const fault = options.faults.next(request);
    if (fault?.kind === "reset") {
      requests.push({ method, path, status: 0, at: state.now(), body });
      incoming.socket.resetAndDestroy();
      return;
    }
    if (fault?.kind === "hang") {
      requests.push({ method, path, status: 0, at: state.now(), body });
      return;
    }
    if (fault?.kind === "delay") await sleep(fault.ms);
    const given = answer(request, incoming.headers.authorization, fault);
    requests.push({ method, path, status: given.status, at: state.now(), body });
    const shared = given.headers?.["X-RateLimit-Scope"] === "shared";
    if ([401, 403, 429].includes(given.status) && !shared) invalid.push(state.now());
    if (fault?.kind === "silence") return;
    if (fault?.kind === "lose-ack") incoming.socket.resetAndDestroy();
    else reply(outgoing, given);
  };

  return {
    requests,
    unmatched,
    invalid,
    files,
    handle: (incoming: IncomingMessage, outgoing: ServerResponse) => {
      handle(incoming, outgoing).catch((error: unknown) => {
        process.stderr.write(`fake Discord: ${String(error)}\n`);
        unmatched.push(String(error));
        reply(outgoing, { status: 500, body: { message: "500: Internal Server Error", code: 0 } });
      });
    },
  };
}

/** 204 has no content type: discord.js reads the body of anything that has one. */
function reply(outgoing: ServerResponse, answer: Answer): void {
  if (answer.body === null) {
    outgoing.writeHead(answer.status, answer.headers).end();
    return;
  }
  outgoing.writeHead(answer.status, { "Content-Type": "application/json", ...answer.headers });
  outgoing.end(JSON.stringify(answer.body));
}

async function readBody(incoming: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > BODY_MAX) return undefined;
    chunks.push(chunk);
  }
  const type = incoming.headers["content-type"] ?? "";
  if (type.startsWith("multipart/form-data")) return readForm(Buffer.concat(chunks), type);
  const text = Buffer.concat(chunks).toString("utf8");
  if (text === "") return null;
  try {
    return JSON.parse(text) as Json;
  } catch {
    return text;
  }
}

/** https://docs.discord.com/developers/reference#uploading-files: `payload_json`, and `files[n]` for each attachment. */
async function readForm(body: Buffer, type: string): Promise<Json> {
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  const payload = form.get("payload_json");
  const json = typeof payload === "string" ? (JSON.parse(payload) as Json) : {};
  const files: Json[] = [];
  for (const [name, value] of form) {
    const number = /^files\[(\d{1,2})\]$/.exec(name)?.[1];
    if (number === undefined || typeof value === "string") continue;
    files.push({ id: number, name: value.name, bytes: Buffer.from(await value.arrayBuffer()) });
  }
  return { ...json, [UPLOADED]: files };
}
