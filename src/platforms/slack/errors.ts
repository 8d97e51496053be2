import type { SendResult } from "../../core/delivery.ts";

/**
 * What an answer of the Web API means for a delivery.
 * Codes: https://docs.slack.dev/reference/methods/chat.postMessage#errors, limits: https://docs.slack.dev/apis/web-api/rate-limits
 */
export type Failure =
  | { kind: "rate-limited"; code: string; retry_after_ms: number | null }
  /** Surely not stored; worth another try. */
  | { kind: "later"; code: string }
  /** Surely not stored, and the request never reached Slack. */
  | { kind: "unreached"; code: string }
  | { kind: "channel" | "token" | "message"; code: string }
  | { kind: "ambiguous"; code: string };

/** Told when a 429 names no wait: Slack's documented example is 30 seconds. */
export const DEFAULT_RETRY_AFTER_SECONDS = 30;

const CHANNEL = new Set([
  "channel_not_found",
  "not_in_channel",
  "is_archived",
  "restricted_action",
  "cannot_reply_to_message",
  "messages_tab_disabled",
  "no_permission",
  "user_not_in_channel",
  "as_user_not_supported",
]);

const TOKEN = new Set([
  "invalid_auth",
  "not_authed",
  "account_inactive",
  "token_revoked",
  "token_expired",
  "missing_scope",
  "not_allowed_token_type",
  "access_denied",
  "ekm_access_denied",
  "two_factor_setup_required",
]);

const LIMITED = new Set(["ratelimited", "rate_limited", "message_limit_exceeded"]);
const LATER = new Set(["request_timeout", "team_added_to_org", "org_login_required", "accesslimited"]);
const AMBIGUOUS = new Set(["internal_error", "fatal_error", "service_unavailable", "update_failed"]);

/** Errors of the connection before a byte of the request was sent: name, refusal, route, certificate. */
const UNREACHED = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EHOSTDOWN",
  "ENETDOWN",
  "UND_ERR_CONNECT_TIMEOUT",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "ERR_TLS_CERT_ALTNAME_INVALID",
]);

/** Reads any error that the SDK throws. The code is safe to show: it never holds a request, a header or a token. */
export function readFailure(error: unknown): Failure {
  const kind = property(error, "code");
  if (kind === "slack_webapi_rate_limited_error") {
    const seconds = Number(property(error, "retryAfter"));
    const wait = Number.isFinite(seconds) && seconds >= 0 ? seconds : DEFAULT_RETRY_AFTER_SECONDS;
    return { kind: "rate-limited", code: "429", retry_after_ms: wait * 1000 };
  }
  if (kind === "slack_webapi_platform_error") return readCode(property(property(error, "data"), "error"));
  if (kind === "slack_webapi_http_error") {
    const status = Number(property(error, "statusCode"));
    return status >= 500
      ? { kind: "ambiguous", code: `http ${status}` }
      : readCode(property(property(error, "body"), "error"), `http ${status}`);
  }
  const codes = connectionCodes(error);
  const unreached = codes.find((code) => UNREACHED.has(code));
  if (unreached !== undefined) return { kind: "unreached", code: unreached };
  return { kind: "ambiguous", code: codes[0] ?? "no answer" };
}

function readCode(code: unknown, otherwise = "unreadable answer"): Failure {
  // A proxy's page instead of Slack's JSON says nothing about what Slack did.
  if (typeof code !== "string" || !/^[a-z][a-z0-9_]{1,80}$/.test(code)) {
    return { kind: otherwise.startsWith("http 4") ? "later" : "ambiguous", code: otherwise };
  }
  if (AMBIGUOUS.has(code)) return { kind: "ambiguous", code };
  if (LIMITED.has(code)) return { kind: "rate-limited", code, retry_after_ms: null };
  if (LATER.has(code)) return { kind: "later", code };
  if (TOKEN.has(code)) return { kind: "token", code };
  if (CHANNEL.has(code) || code.startsWith("restricted_action")) return { kind: "channel", code };
  return { kind: "message", code };
}

/** A failed chat.postMessage as the outbox wants it. `scope` of a rate limit is decided by the caller. */
export function toSendResult(failure: Failure, limitScope: "channel" | "platform"): SendResult {
  const { code } = failure;
  switch (failure.kind) {
    case "rate-limited": {
      const scope = code === "message_limit_exceeded" ? "platform" : limitScope;
      return { outcome: "retry", reason: `rate limited (${code})`, retry_after_ms: failure.retry_after_ms, scope };
    }
    case "later":
    case "unreached":
      return { outcome: "retry", reason: code, retry_after_ms: null, scope: "platform" };
    case "ambiguous":
      return { outcome: "ambiguous", reason: code };
    default:
      return { outcome: "refused", reason: code, scope: failure.kind };
  }
}

/** Codes of the error, of its causes and of the attempts inside an AggregateError; at most a few levels deep. */
function connectionCodes(error: unknown, depth = 0): string[] {
  if (depth > 5 || typeof error !== "object" || error === null) return [];
  const own = property(error, "code");
  const inner = property(error, "errors");
  return [
    ...connectionCodes(property(error, "original"), depth + 1),
    ...connectionCodes(property(error, "cause"), depth + 1),
    ...(Array.isArray(inner) ? inner.flatMap((one: unknown) => connectionCodes(one, depth + 1)) : []),
    ...(typeof own === "string" && !own.startsWith("slack_") ? [own] : []),
    ...(property(error, "name") === "TimeoutError" ? ["timeout"] : []),
  ];
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
