import type { Delivery } from "../core/delivery.ts";
import type { ChannelClass } from "../core/subscription.ts";
import { backoff } from "./backoff.ts";
import type { Context } from "./context.ts";

/** When (epoch ms) an unclear row is taken up again: soon where the nonce helps, else when the past can be read. */
export function unclearWait(context: Context, row: Delivery, kind: ChannelClass, now: number): number {
  const first = row.first_sent_at ?? now;
  const again = now + backoff(row.attempts, context.limits, context.random);
  if (kind === "nonce" && again - first < context.limits.nonceMs) return again;
  if (kind === "none") return again;
  return Math.max(now + context.limits.historyLagMs, row.attempts > 3 ? again : 0);
}
