import type { Limits } from "./limits.ts";

/**
 * The wait before the next try in milliseconds: doubled with each attempt up to the limit, and between a half and the
 * whole of that, so that many rows that failed together do not come back together.
 */
export function backoff(attempts: number, limits: Limits, random: () => number): number {
  const full = Math.min(limits.backoffMaxMs, limits.backoffMs * 2 ** Math.min(Math.max(attempts - 1, 0), 30));
  return Math.round(full * (0.5 + random() / 2));
}

/** What the platform asked for plus a little that is never taken away; without a Retry-After our own back-off. */
export function waitFor(retryAfterMs: number | null, attempts: number, limits: Limits, random: () => number): number {
  if (retryAfterMs === null) return backoff(attempts, limits, random);
  return Math.ceil(Math.max(0, retryAfterMs)) + Math.round(random() * 250);
}

/**
 * When a channel parked at `since` is tried next, and which entry of the schedule that is; always after `now`, and at
 * least `gap` ms after it: a platform that bans for invalid requests must not see one of a dead channel too soon (even a
 * look would be one, so its 1 h probe is left out; an invitation brings the channel back at once).
 */
export function nextProbe(
  since: number,
  now: number,
  limits: Limits,
  gap: number,
): { probeAt: number; probes: number } {
  const earliest = Math.max(now + 1, now + gap);
  const index = limits.probesMs.findIndex((after) => since + after >= earliest);
  const last = limits.probesMs.at(-1) ?? limits.backoffMaxMs;
  if (index < 0) return { probeAt: now + last, probes: limits.probesMs.length };
  return { probeAt: since + (limits.probesMs[index] ?? last), probes: index };
}
