import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Fault, Faults } from "./faults.ts";
import type { Answer } from "./methods.ts";
import { callMethod } from "./methods.ts";
import { Rates } from "./rates.ts";
import type { FakeState } from "./state.ts";
import { isJson } from "./validate.ts";

type Args = Record<string, unknown>;

/** The Web API's transport: bearer tokens, rate limits, faults, and the form or JSON bodies. */
export function createApi(state: FakeState, faults: Faults, openConnection: () => string) {
  const rates = new Rates();

  return async function handleApi(request: IncomingMessage, response: ServerResponse, method: string): Promise<void> {
    const args = readArgs(await readText(request), request.headers["content-type"] ?? "");
    const log = (answer: string) => state.calls.push({ method, args, at: Date.now(), answer });
    const denied = refuseToken(state, method, request.headers.authorization);
    if (denied !== null) {
      log(denied);
      return sendJson(response, { ok: false, error: denied });
    }
    const fault = faults.take(method, args["channel"]);
    if (fault?.kind === "delay") await sleep(fault.ms);
    const stopped = fault === null ? false : await playFault(fault, response, () => perform(method, args), log);
    if (stopped) return;
    const wait = limitOf(method, args);
    if (wait !== null) {
      log("429");
      return sendLimit(response, wait, state.settings.limitBody);
    }
    const answer = perform(method, args);
    log(answer.ok ? "ok" : String(answer["error"]));
    if (method === "auth.test") response.setHeader("x-oauth-scopes", state.settings.scopes.join(","));
    return sendJson(response, answer);
  };

  function perform(method: string, args: Args): Answer {
    if (method === "apps.connections.open") return { ok: true, url: openConnection() };
    const answer = callMethod(state, method, args);
    if (answer !== null) return answer;
    state.problems.push(`unmatched call of ${method}`);
    return { ok: false, error: "unknown_method" };
  }

  function limitOf(method: string, args: Args): number | null {
    const now = Date.now();
    const tier = state.settings.tiers ? rates.tier(method, now) : null;
    if (tier !== null || method !== "chat.postMessage" || state.settings.channelBurst === null) return tier;
    return rates.post(String(args["channel"]), state.settings.channelBurst, now);
  }

  async function playFault(
    fault: Fault,
    response: ServerResponse,
    act: () => Answer,
    log: (answer: string) => void,
  ): Promise<boolean> {
    if (fault.kind === "delay") return false;
    if ("stored" in fault && fault.stored === true) act();
    log(fault.kind);
    switch (fault.kind) {
      case "rate-limited":
        sendLimit(response, fault.retryAfter, state.settings.limitBody);
        return true;
      case "error":
        sendJson(response, { ok: false, error: fault.error });
        return true;
      case "status":
        response.writeHead(fault.status, { "content-type": "text/html" });
        response.end("<html>the fake's error page</html>");
        return true;
      case "reset":
        response.socket?.resetAndDestroy();
        return true;
      case "hang":
        return true;
      default:
        return fault satisfies never;
    }
  }
}

function refuseToken(state: FakeState, method: string, header: string | undefined): string | null {
  if (header === undefined || !header.startsWith("Bearer ")) return "not_authed";
  const token = header.slice("Bearer ".length);
  const { botToken, appToken } = state.settings;
  if (method === "apps.connections.open") {
    if (token === appToken) return null;
    return token === botToken ? "not_allowed_token_type" : "invalid_auth";
  }
  return token === botToken ? null : "invalid_auth";
}

/** Arguments as JSON or as a form, where lists and objects are JSON inside a field. */
function readArgs(body: string, type: string): Args {
  if (type.startsWith("application/json")) {
    const parsed: unknown = JSON.parse(body);
    return isJson(parsed) ? parsed : {};
  }
  const args: Args = {};
  for (const [key, value] of new URLSearchParams(body)) args[key] = /^[[{]/.test(value) ? readJson(value) : value;
  return args;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

export async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

export function sendJson(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(body));
}

function sendLimit(response: ServerResponse, seconds: number | null, body: string): void {
  response.writeHead(429, {
    "content-type": "application/json",
    ...(seconds === null ? {} : { "retry-after": String(seconds) }),
  });
  response.end(body);
}
