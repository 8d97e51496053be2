import type { LeaseOwner } from "../core/store.ts";
import type { Context } from "./context.ts";
import type { Outbox } from "./types.ts";
import { type Claimed, claimWork } from "./work.ts";

/** Another process (an `ingest --apply`) may write work that nobody wakes us for. */
const LONGEST_SLEEP_MS = 2000;
const HOUSEKEEPING_MS = 60_000;
/** Promise: a stop finishes or safely leaves what is under way within ten seconds. */
const STOP_MS = 8000;

type Loop = Pick<Outbox, "run" | "wake" | "stop">;

/** Keeps starting what is due, as many at once as the limits allow, and sleeps until there is more. */
export function createLoop(context: Context, owner: LeaseOwner, perform: (work: Claimed) => Promise<void>): Loop {
  const underWay = new Set<Promise<void>>();
  const state = { stopping: false };
  let running: Promise<void> | null = null;
  let wakeUp = Promise.withResolvers<void>();
  let trouble = 0;

  const wake = () => wakeUp.resolve();

  const sleep = async (ms: number) => {
    const timer = setTimeout(wake, Math.max(1, Math.min(ms, LONGEST_SLEEP_MS)));
    await wakeUp.promise;
    clearTimeout(timer);
    wakeUp = Promise.withResolvers<void>();
  };

  const onTrouble = (error: unknown) => {
    trouble += 1;
    context.observe({ type: "store-trouble", reason: error instanceof Error ? error.message : String(error) });
  };

  const start = (work: Claimed) => {
    const ended: Promise<void> = perform(work)
      .catch(onTrouble)
      .finally(() => {
        underWay.delete(ended);
        wake();
      });
    underWay.add(ended);
  };

  /** How long to sleep, in ms; null when there may be more to start at once. */
  const round = async (): Promise<number | null> => {
    const free = context.limits.inFlight - underWay.size;
    const { work, next } = free > 0 ? await claimWork(context, free) : { work: [], next: null };
    for (const each of work) start(each);
    trouble = 0;
    if (work.length > 0 && work.length < free) return null;
    if (work.length > 0 || next === null) return LONGEST_SLEEP_MS;
    return next - context.now();
  };

  const loop = async () => {
    let housekeptAt = Number.NEGATIVE_INFINITY;
    while (!state.stopping) {
      let wait: number | null;
      try {
        if (Math.abs(context.now() - housekeptAt) >= HOUSEKEEPING_MS) {
          await housekeeping(context, owner);
          housekeptAt = context.now();
        }
        wait = await round();
      } catch (error) {
        onTrouble(error);
        wait = Math.min(LONGEST_SLEEP_MS, 100 * 2 ** Math.min(trouble, 6));
      }
      // Without work a due row may belong to another process or wait for room: look again soon, not at once.
      if (wait !== null) await sleep(Math.max(wait, 5));
    }
  };

  return {
    run: async () => {
      running ??= loop();
      await running;
    },
    wake,
    stop: async (timeoutMs = STOP_MS) => {
      state.stopping = true;
      wake();
      const timer = Promise.withResolvers<void>();
      const handle = setTimeout(timer.resolve, timeoutMs);
      const drained = (async () => {
        await running;
        await Promise.all(underWay);
      })();
      await Promise.race([drained, timer.promise]);
      clearTimeout(handle);
      return { left: underWay.size };
    },
  };
}

/** Rows of processes that died come back. */
async function housekeeping(context: Context, owner: LeaseOwner): Promise<void> {
  const now = context.now();
  const recovered = await context.store.outbox.recover(owner, now);
  if (recovered > 0) context.observe({ type: "recovered", rows: recovered });
}
