import type { Delivery } from "../core/delivery.ts";
import type { Pace } from "../core/store.ts";
import type { PlatformName } from "../core/subscription.ts";
import { capacity } from "./breaker.ts";
import type { Context } from "./context.ts";
import { claimProbe } from "./probes.ts";

export type Claimed = { platform: PlatformName; row: Delivery };

/** What was claimed, and when there is something to do next (epoch ms); null when nothing is open. */
export type Found = { work: Claimed[]; next: number | null };

/**
 * Claims what may be started now, at most `free` rows over all platforms. Counts them as under way. Only where something
 * is due and may go out: most looks of a paced outbox find that it is not yet time, and they write nothing.
 */
export async function claimWork(context: Context, free: number): Promise<Found> {
  const work: Claimed[] = [];
  let next: number | null = null;
  for (const platform of context.platforms.keys()) {
    const due = await dueOn(context, platform);
    if (due === null) continue;
    if (next === null || due < next) next = due;
    if (due <= context.now() && work.length < free)
      work.push(...(await claimOn(context, platform, free - work.length)));
  }
  return { work, next };
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

/** When the platform has something to do, holds and pace counted in; null when nothing is open or it is stopped. */
async function dueOn(context: Context, platform: PlatformName): Promise<number | null> {
  const state = context.state(platform);
  if (state.stopped !== null) return null;
  const pace = context.limits.pace[platform];
  const due = await context.store.outbox.nextDue({ platforms: [platform], ...(pace === undefined ? {} : { pace }) });
  return due === null ? null : Math.max(due, state.heldUntil);
}
