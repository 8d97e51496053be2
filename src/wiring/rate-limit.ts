/** How often something may happen: `burst` at once, refilled evenly over `perMs`. */
export type RateLimit = { burst: number; perMs: number };

/**
 * Token buckets by key, in memory: a restart forgives. Old buckets are dropped when they are full again, so that the
 * map does not grow with the number of people who ever asked.
 */
export function createRateLimiter(limit: RateLimit): { take(key: string, now: number): boolean } {
  const buckets = new Map<string, { tokens: number; at: number }>();
  const perToken = limit.perMs / limit.burst;
  let lastSweep = 0;
  return {
    take: (key, now) => {
      if (now - lastSweep > limit.perMs) {
        lastSweep = now;
        for (const [old, bucket] of buckets) if (now - bucket.at > limit.perMs) buckets.delete(old);
      }
      const bucket = buckets.get(key) ?? { tokens: limit.burst, at: now };
      const elapsed = Math.max(0, now - bucket.at);
      bucket.tokens = Math.min(limit.burst, bucket.tokens + elapsed / perToken);
      bucket.at = now;
      buckets.set(key, bucket);
      if (bucket.tokens < 1) return false;
      bucket.tokens -= 1;
      return true;
    },
  };
}
