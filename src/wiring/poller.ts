import type { SourceSpec } from "../core/source.ts";
import { createSlots } from "../lib/at-most.ts";
import { cronPeriod, every, type Ticker } from "../lib/schedule.ts";

/** Polls under way at once: enough to be quick, few enough to be a polite guest on a small machine. */
const AT_ONCE = 8;
/** Ticks are spread over at most this share of the time between two of them, so that not everybody asks at :00. */
const JITTER_SHARE = 0.1;
const MOST_JITTER_MS = 60_000;

export type Poller = {
  /** Looks at every source once, as far as its back-off allows. */
  pollAll(): Promise<void>;
  /** Starts the ticks. */
  start(): void;
  /** No new poll begins; resolves when those under way have ended. */
  stop(): Promise<void>;
};

/**
 * Ticks of node-cron over the sources. What a tick does is decided by each source's own cursor (`poll` returns at once
 * when the source is not due), so a missed or doubled tick does no harm.
 */
export function createPoller(options: {
  specs: readonly SourceSpec[];
  pollCron: string;
  /** @param periodMs the time between two ticks of this source; never throws */
  poll(spec: SourceSpec, periodMs: number): Promise<void>;
  random: () => number;
  onError: (error: unknown) => void;
}): Poller {
  const byCron = Map.groupBy(options.specs, (spec) => spec.cron ?? options.pollCron);
  const tickers: Ticker[] = [];
  const underWay = new Set<Promise<void>>();
  const sleepers = new Set<() => void>();
  let stopped = false;

  const track = (work: Promise<void>): Promise<void> => {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  };
  const inSlot = createSlots(AT_ONCE);
  const asked = new Set<string>();
  /** A source that still waits or is read from another tick is left alone: two looks at once would count as two. */
  const pollOne = async (spec: SourceSpec, periodMs: number): Promise<void> => {
    if (asked.has(spec.id)) return;
    asked.add(spec.id);
    try {
      await inSlot(async () => {
        if (!stopped) await options.poll(spec, periodMs);
      });
    } finally {
      asked.delete(spec.id);
    }
  };
  const pollThem = (specs: readonly SourceSpec[], periodMs: number) =>
    track(endOf(specs.map((spec) => pollOne(spec, periodMs))));
  const sleep = (ms: number) =>
    new Promise<void>((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        sleepers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      sleepers.add(wake);
    });

  return {
    pollAll: () => endOf([...byCron].map(([cron, specs]) => pollThem(specs, cronPeriod(cron)))),
    start: () => {
      for (const [cron, specs] of byCron) {
        const periodMs = cronPeriod(cron);
        const tick = async () => {
          await sleep(options.random() * Math.min(MOST_JITTER_MS, periodMs * JITTER_SHARE));
          if (!stopped) await pollThem(specs, periodMs);
        };
        tickers.push(every(cron, tick, options.onError));
      }
    },
    stop: async () => {
      stopped = true;
      for (const wake of sleepers) wake();
      await Promise.allSettled([...tickers.map((ticker) => ticker.stop()), ...underWay]);
    },
  };
}

/** Waits for all of them. @throws what the first failing one threw, after the others have ended */
async function endOf(works: Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(works)).find((result) => result.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}
