import type { Delivery } from "../core/delivery.ts";
import type { Pace } from "../core/store.ts";
import type { PlatformName } from "../core/subscription.ts";
import { capacity } from "./breaker.ts";
import type { Context } from "./context.ts";
import { claimProbe } from "./probes.ts";

export type Claimed = { platform: PlatformName; row: Delivery };

/** Claims what may be started now, at most `free` rows over all platforms. Counts them as under way. */
export async function claimWork(context: Context, free: number): Promise<Claimed[]> {
  const work: Claimed[] = [];
  for (const platform of context.platforms.keys()) {
    work.push(...(await claimOn(context, platform, free - work.length)));
    if (work.length >= free) break;
  }
  return work;
}

async function claimOn(context: Context, platform: PlatformName, free: number): Promise<Claimed[]> {
  const limit = await capacity(context, platform, free);
  if (limit <= 0) return [];
  const { limits, store, owner } = context;
  const now = context.now();
  const pace = limits.pace[platform];
  const rows = await store.outbox.claim({
    owner,
    now,
    leaseMs: limits.leaseMs,
    limit,
    platforms: [platform],
    ...(pace === undefined ? {} : { pace }),
  });
  const row = rows.length < limit ? await dueProbe(context, platform, pace) : null;
  if (row !== null) rows.push(row);
  context.state(platform).inFlight += rows.length;
  return rows.map((row) => ({ platform, row }));
}

/** The row of one parked channel that is to be tried again. */
async function dueProbe(context: Context, platform: PlatformName, pace: Pace | undefined): Promise<Delivery | null> {
  const [due] = await context.store.outbox.probesDue({ now: context.now(), limit: 1, platforms: [platform] });
  return due === undefined ? null : claimProbe(context, due, platform, pace);
}

/** When the outbox has something to do again, over all platforms that work. */
export async function nextDue(context: Context): Promise<number | null> {
  let earliest: number | null = null;
  for (const platform of context.platforms.keys()) {
    const state = context.state(platform);
    if (state.stopped !== null) continue;
    const pace = context.limits.pace[platform];
    const due = await context.store.outbox.nextDue({ platforms: [platform], ...(pace === undefined ? {} : { pace }) });
    if (due === null) continue;
    const at = Math.max(due, state.heldUntil);
    if (earliest === null || at < earliest) earliest = at;
  }
  return earliest;
}
