import { LogLevel } from "@slack/bolt";
import type { Logger, webApi } from "@slack/bolt";
import type { Log } from "../../lib/log.ts";
import { scrub } from "../../lib/log.ts";
import { DEFAULT_RETRY_AFTER_SECONDS } from "./errors.ts";

/** Longer than Slack needs, shorter than an outbox lease. */
const CALL_TIMEOUT_MS = 15_000;

/**
 * Options of one Web API client; a new object each time, because the SDK writes into it. Its own retries are off: after
 * a lost acknowledgement they would store a message twice, and after a 429 they would hold up every other call.
 */
export function clientOptions(options: { apiUrl: string; logger: Logger }): webApi.WebClientOptions {
  return {
    slackApiUrl: options.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    timeout: CALL_TIMEOUT_MS,
    logger: options.logger,
    fetch: fetchWithWait,
  };
}

/** The SDK loses a 429 without Retry-After among unknown errors, so such an answer gets the documented example's wait. */
async function fetchWithWait(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request);
  if (response.status !== 429 || /^\d+$/.test(response.headers.get("retry-after") ?? "")) return response;
  const headers = new Headers(response.headers);
  headers.set("retry-after", String(DEFAULT_RETRY_AFTER_SECONDS));
  return new Response(response.body, { status: 429, headers });
}

/**
 * The SDK's logger on ours. Only warnings and errors pass: its debug lines hold whole payloads. Secrets and anything
 * that looks like a token or a connection ticket are replaced.
 */
export function sdkLogger(log: Log, secrets: readonly string[]): Logger {
  const words = (parts: unknown[]) => redact(parts.map((part) => describe(part)).join(" "), secrets).slice(0, 500);
  return {
    debug: () => {},
    info: () => {},
    warn: (...parts: unknown[]) => log.warn({ platform: "slack" }, words(parts)),
    error: (...parts: unknown[]) => log.warn({ platform: "slack" }, words(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

/** Text without secrets: the known ones, and whatever has the shape of a Slack token or of a socket's ticket. */
export function redact(text: string, secrets: readonly string[]): string {
  return scrub(text, secrets)
    .replaceAll(/\b(?:xox[a-z]|xapp|xoxe)[-.][A-Za-z0-9-]+/g, "[secret]")
    .replaceAll(/(wss?:\/\/[^\s?"']{1,300})\?[^\s"']{1,2000}/g, "$1?[secret]");
}

function describe(part: unknown): string {
  if (part instanceof Error) return `${part.name}: ${part.message}`;
  return typeof part === "string" ? part : (JSON.stringify(part) ?? "");
}
