import type { Clock } from "../core/clock.ts";
import type { Store } from "../core/store.ts";
import type { Log } from "../lib/log.ts";

/** So long a platform may be without its token before what waits for it is given up; as long as one that refuses. */
export const ORPHAN_MS = 30 * 86_400_000;
const LOOK_MS = 3_600_000;

export type Orphans = {
  /** Rows that nobody can send now, by platform. @throws StoreError */
  waiting(): Promise<Map<string, number>>;
  /** Once an hour: says what waits, and ends what has waited too long. @throws StoreError */
  tick(): Promise<void>;
};

/** In words for a person: on the pages of health, in the log and by `doctor`. */
export function orphanWords(platform: string, rows: number): string {
  const messages = rows === 1 ? "1 message waits" : `${rows} messages wait`;
  return `no token; ${messages}, for at most 30 days. Set the token of ${platform} again, or leave it`;
}

/**
 * Messages of a platform whose token was taken out of the settings. They wait, since that may be a slip; a row ends in
 * any case, as `dead` with its reason, when nobody could send it for 30 days.
 */
export function createOrphans(deps: {
  store: Pick<Store, "outbox">;
  /** The platforms that this process runs. */
  platforms: () => ReadonlyMap<string, unknown>;
  clock: Clock;
  log: Log;
}): Orphans {
  const { store, clock, log } = deps;
  let looked = Number.NEGATIVE_INFINITY;
  async function waiting(): Promise<Map<string, number>> {
    const running = deps.platforms();
    // Before the start nobody knows which platforms have a token.
    if (running.size === 0) return new Map();
    return new Map([...(await store.outbox.waiting())].filter(([platform]) => !running.has(platform)));
  }
  return {
    waiting,
    tick: async () => {
      const now = clock.now();
      if (Math.abs(now - looked) < LOOK_MS) return;
      for (const [platform, rows] of await waiting()) {
        const reason = `given up: ${platform} had no token for 30 days`;
        const ended = await store.outbox.abandon({ platform, before: now - ORPHAN_MS, reason, now });
        if (ended > 0) log.warn({ platform, rows: ended }, reason);
        if (rows > ended) log.warn({ platform, rows: rows - ended }, orphanWords(platform, rows - ended));
      }
      looked = now;
    },
  };
}
