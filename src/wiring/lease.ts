import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { systemClock } from "../core/clock.ts";
import type { LeaseOwner, LeaseStore } from "../core/store.ts";
import type { Log } from "../lib/log.ts";

const NAME = "bot";
/** A holder on another machine that stopped without a word is followed within this time (reliability.md, D9). */
const TTL_MS = 60_000;
const RENEW_MS = 15_000;
const LOOK_AGAIN_MS = 1_000;

export type Lease = { owner: LeaseOwner; release(): Promise<void> };

/** This process, for leases. */
export function thisProcess(): LeaseOwner {
  return { id: randomUUID(), host: hostname(), pid: process.pid };
}

/**
 * Waits until this process is the only one that works on the store, and keeps it so. Leases live on the real clock:
 * two processes may believe in different times (SUNDOWN_CLOCK).
 * @param onLost called when another process has taken the lease over: this one must stop at once
 */
export async function holdLease(
  leases: LeaseStore,
  owner: LeaseOwner,
  options: { log: Log; say: (words: string) => void; onLost: () => void; signal: AbortSignal },
): Promise<Lease> {
  let said = false;
  for (;;) {
    options.signal.throwIfAborted();
    const taken = await leases.take(NAME, owner, systemClock.now(), TTL_MS);
    if (taken.held) break;
    if (!said) {
      said = true;
      options.say(
        `another Sundown (process ${taken.by.pid} on ${taken.by.host}) works on this store; waiting until it ends. Stop it, or set another DATA_DIR.`,
      );
    }
    await sleep(LOOK_AGAIN_MS, undefined, { signal: options.signal });
  }
  const renew = async () => {
    const taken = await leases.take(NAME, owner, systemClock.now(), TTL_MS);
    if (!taken.held) options.onLost();
  };
  const timer = setInterval(() => {
    renew().catch((error: unknown) => options.log.error({ error }, "the lease could not be renewed"));
  }, RENEW_MS);
  timer.unref();
  return {
    owner,
    release: async () => {
      clearInterval(timer);
      await leases.release(NAME, owner);
    },
  };
}
