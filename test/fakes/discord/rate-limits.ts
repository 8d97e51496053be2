import type { Json } from "./model.ts";

export type Limited = { scope: "user" | "shared" | "global"; headers: Record<string, string>; body: Json };
export type BucketRule = { limit: number; perMs: number } | null;

/** https://docs.discord.com/developers/topics/rate-limits: `Retry-After` in whole seconds, `retry_after` in decimals. */
export function limited(
  scope: Limited["scope"],
  seconds: number,
  bucket: { id: string; limit: number; remaining: number; resetAt: number } | null,
): Limited {
  const headers: Record<string, string> = {
    "Retry-After": String(Math.ceil(seconds)),
    "X-RateLimit-Scope": scope,
  };
  if (scope === "global") headers["X-RateLimit-Global"] = "true";
  else if (bucket) Object.assign(headers, bucketHeaders(bucket, seconds * 1000));
  const message = scope === "shared" ? "The resource is being rate limited." : "You are being rate limited.";
  return { scope, headers, body: { message, retry_after: seconds, global: scope === "global" } };
}

export function bucketHeaders(
  bucket: { id: string; limit: number; remaining: number; resetAt: number },
  leftMs: number,
): Record<string, string> {
  return {
    "X-RateLimit-Limit": String(bucket.limit),
    "X-RateLimit-Remaining": String(bucket.remaining),
    "X-RateLimit-Reset": (bucket.resetAt / 1000).toFixed(3),
    "X-RateLimit-Reset-After": (Math.max(0, leftMs) / 1000).toFixed(3),
    "X-RateLimit-Bucket": bucket.id,
  };
}

/** Counts requests: 50 a second for the bot, and a bucket for each route and channel. */
export function createRateLimits(options: { now: () => number; globalPerSecond: number; bucket: BucketRule }) {
  const buckets = new Map<string, { used: number; resetAt: number }>();
  let second = { startedAt: 0, used: 0 };
  return {
    /** The refusal, or the headers of an accepted request. */
    take(bucketKey: string | null): { limited: Limited } | { headers: Record<string, string> } {
      const now = options.now();
      if (now - second.startedAt >= 1000 || now < second.startedAt) second = { startedAt: now, used: 0 };
      second.used += 1;
      if (second.used > options.globalPerSecond)
        return { limited: limited("global", (second.startedAt + 1000 - now) / 1000, null) };
      const rule = options.bucket;
      if (bucketKey === null || rule === null) return { headers: {} };
      let bucket = buckets.get(bucketKey);
      if (!bucket || now >= bucket.resetAt) {
        bucket = { used: 0, resetAt: now + rule.perMs };
        buckets.set(bucketKey, bucket);
      }
      bucket.used += 1;
      const shown = {
        id: bucketKey.split(":")[0] ?? bucketKey,
        limit: rule.limit,
        remaining: Math.max(0, rule.limit - bucket.used),
        resetAt: bucket.resetAt,
      };
      if (bucket.used > rule.limit) return { limited: limited("user", (bucket.resetAt - now) / 1000, shown) };
      return { headers: bucketHeaders(shown, bucket.resetAt - now) };
    },
  };
}
