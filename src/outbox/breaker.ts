import type { PlatformName } from "../core/subscription.ts";
import type { Context } from "./context.ts";

/**
 * Counts a request that the platform calls invalid, and leaves the platform alone when there were too many: Discord bans
 * an address after 10,000 in ten minutes. The count is in the store, so that a restart does not forget it.
 */
export async function noteInvalid(context: Context, platform: PlatformName): Promise<void> {
  const now = context.now();
  await context.store.outbox.noteInvalid(platform, now);
  const { invalidMost, invalidWindowMs } = context.limits;
  const recent = await context.store.outbox.invalidSince(platform, now - invalidWindowMs, invalidMost);
  if (recent.nth === null) return;
  // Room comes back when the oldest of the last `invalidMost` leaves the window.
  const until = recent.nth + invalidWindowMs + 1;
  const state = context.state(platform);
  if (until > state.heldUntil) context.observe({ type: "breaker", platform, until, invalid: recent.count });
  state.heldUntil = Math.max(state.heldUntil, until);
  await context.store.outbox.hold({ platform }, until);
}

/**
 * How many more requests may be started on a platform: never so many that all of them being invalid would pass the
 * breaker's limit, and one at a time until the token has proved good.
 */
export async function capacity(context: Context, platform: PlatformName, free: number): Promise<number> {
  const state = context.state(platform);
  const now = context.now();
  if (state.stopped !== null || state.heldUntil > now) return 0;
  if (!state.proven) return Math.min(free, 1 - state.inFlight);
  const { invalidMost, invalidWindowMs } = context.limits;
  const { count } = await context.store.outbox.invalidSince(platform, now - invalidWindowMs, invalidMost);
  return Math.min(free, invalidMost - count - state.inFlight);
}
