import type { PlatformName } from "../core/subscription.ts";
import { attempt } from "./attempt.ts";
import { type Context, contextOf } from "./context.ts";
import { createLoop } from "./loop.ts";
import { foldMissed } from "./probes.ts";
import type { DrainReport, Outbox, OutboxOptions, PlatformHealth } from "./types.ts";
import { type Claimed, claimWork } from "./work.ts";

/**
 * The way from a durable row to a stored message: once where the platform lets us check, never lost, never too early.
 * The protocol and its promises are in docs/reliability.md.
 */
export function createOutbox(options: OutboxOptions): Outbox {
  const context = contextOf(options);
  let recovered = false;
  const recoverOnce = async () => {
    if (recovered) return;
    recovered = true;
    const rows = await context.store.outbox.recover(options.owner, context.now());
    if (rows > 0) context.observe({ type: "recovered", rows });
  };
  const loop = createLoop(context, options.owner, (work) => perform(context, work));
  return {
    drainOnce: async (now) => {
      await recoverOnce();
      return drainOnce(now === undefined ? context : laterOf(context, now));
    },
    run: loop.run,
    wake: loop.wake,
    stop: loop.stop,
    returned: async (channelId) => {
      const channel = await context.store.channels.get(channelId);
      if (channel === null || channel.parked === null) return;
      await foldMissed(context, channelId, channel.platform);
      await context.store.channels.park(channelId, null);
      context.observe({ type: "returned", platform: channel.platform, channel: channelId });
      loop.wake();
    },
    resume: (platform) => {
      context.state(platform).stopped = null;
      loop.wake();
    },
    health: () => healthOf(context),
  };
}

/** One claimed row; counts it as ended in any case. */
async function perform(context: Context, { platform, row }: Claimed): Promise<void> {
  try {
    await attempt(context, row);
  } finally {
    context.state(platform).inFlight -= 1;
  }
}

async function drainOnce(context: Context): Promise<DrainReport> {
  let attempted = 0;
  for (;;) {
    const { work, next } = await claimWork(context, context.limits.inFlight);
    if (work.length === 0) return { attempted, next };
    attempted += work.length;
    const ended = await Promise.allSettled(work.map(async (each) => perform(context, each)));
    const failed = ended.find((result) => result.status === "rejected");
    if (failed !== undefined) throw failed.reason;
  }
}

/** A caller that keeps the time itself may be ahead of its clock. */
function laterOf(context: Context, now: number): Context {
  return { ...context, now: () => Math.max(now, context.now()) };
}

function healthOf(context: Context): Map<PlatformName, PlatformHealth> {
  const now = context.now();
  return new Map(
    [...context.platforms.keys()].map((platform) => {
      const { stopped, heldUntil } = context.state(platform);
      return [platform, { stopped, held_until: heldUntil > now ? heldUntil : null }];
    }),
  );
}
