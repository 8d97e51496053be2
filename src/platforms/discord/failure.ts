import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";
import type { SendResult } from "../../core/delivery.ts";

/** What a failed request means. Never holds a request's body, headers or address: those carry tokens. */
export type Failure = Exclude<SendResult, { outcome: "sent" }>;

/** JSON error codes: https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const CHANNEL_CODES = new Set([10003, 10004, 10015, 50001, 50008, 50013, 50024, 50027, 50083, 40058, 160005, 400001]);
const TOKEN_CODES = new Set([40001, 50014]);
const MESSAGE_CODES = new Set([50035, 50006, 50109, 40005, 50045, 200000, 240000]);
/** Limits and switched-off features that pass; those of one channel or server hold only that channel. */
const RETRY_CHANNEL_CODES = new Set([20016, 20028, 20029, 30046]);
const RETRY_PLATFORM_CODES = new Set([40004, 40006, 40062, 110000, 130000]);

/** Errors of a connection that never stood, so nothing was sent. */
const UNREACHED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);

/** Unknown Message in answer to a repeated nonce: it was stored, and someone has deleted it since. */
export const UNKNOWN_MESSAGE = 10008;

/**
 * Turns what discord.js threw into what the outbox needs to know: surely not stored (retry, refused) or perhaps stored
 * (ambiguous). Rate limits: https://docs.discord.com/developers/topics/rate-limits
 */
export function failureOf(error: unknown): Failure {
  if (error instanceof RateLimitError) return rateLimited(error);
  if (error instanceof DiscordAPIError) return refusedByApi(error);
  if (error instanceof HTTPError) return byStatus(error.status, `HTTP ${error.status}`);
  return brokenConnection(error);
}

/** The numeric code of an API error, or null. */
export function apiCode(error: unknown): number | null {
  return error instanceof DiscordAPIError ? Number(error.code) : null;
}

function rateLimited(error: RateLimitError): Failure {
  // Without bucket headers the limit is not one channel's: the global one, or the address's (Cloudflare).
  const everywhere = error.global || error.scope === "global" || error.limit === Number.POSITIVE_INFINITY;
  const wait = Math.max(error.retryAfter, 0);
  return {
    outcome: "retry",
    reason: `rate limited (${error.global ? "global" : error.scope})`,
    retry_after_ms: Number.isFinite(wait) && wait > 0 ? Math.ceil(wait) : null,
    scope: everywhere ? "platform" : "channel",
  };
}

function refusedByApi(error: DiscordAPIError): Failure {
  const code = Number(error.code);
  const reason = `${error.status} ${code}: ${error.message.replaceAll(/\s{1,1000}/g, " ").slice(0, 300)}`;
  if (CHANNEL_CODES.has(code)) return { outcome: "refused", reason, scope: "channel" };
  if (TOKEN_CODES.has(code)) return { outcome: "refused", reason, scope: "token" };
  if (MESSAGE_CODES.has(code)) return { outcome: "refused", reason, scope: "message" };
  const wait = waitOf(error);
  if (RETRY_CHANNEL_CODES.has(code)) return { outcome: "retry", reason, retry_after_ms: wait, scope: "channel" };
  if (RETRY_PLATFORM_CODES.has(code)) return { outcome: "retry", reason, retry_after_ms: wait, scope: "platform" };
  return byStatus(error.status, reason);
}

function byStatus(status: number, reason: string): Failure {
  if (status >= 500 || status === 408) return { outcome: "ambiguous", reason };
  if (status === 429) return { outcome: "retry", reason, retry_after_ms: null, scope: "platform" };
  if (status === 401) return { outcome: "refused", reason, scope: "token" };
  if (status === 403 || status === 404) return { outcome: "refused", reason, scope: "channel" };
  return { outcome: "refused", reason, scope: "message" };
}

function waitOf(error: DiscordAPIError): number | null {
  const raw = error.rawError as { retry_after?: unknown };
  return typeof raw.retry_after === "number" ? Math.ceil(raw.retry_after * 1000) : null;
}

function brokenConnection(error: unknown): Failure {
  const code = codeOf(error);
  const reason = code ?? (error instanceof Error ? error.name : "unknown failure");
  if (code === "UND_ERR_INVALID_ARG") return { outcome: "refused", reason: "the token cannot be sent", scope: "token" };
  if (code !== null && UNREACHED.has(code))
    return { outcome: "retry", reason, retry_after_ms: null, scope: "platform" };
  return { outcome: "ambiguous", reason };
}

function codeOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null) return null;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  if ("code" in error && typeof error.code === "string") return error.code;
  return "cause" in error ? codeOf(error.cause) : null;
}
