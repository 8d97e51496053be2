/** Time is handed in everywhere, so that a year can be rehearsed in a second. */
export type Clock = {
  /** Milliseconds since the epoch, UTC. */
  now(): number;
};

export const systemClock: Clock = { now: () => Date.now() };

/** A clock that started at `iso` when the process did (SUNDOWN_CLOCK) and runs at real speed. Throws RangeError on a bad instant. */
export function clockStartingAt(iso: string): Clock {
  const offset = Temporal.Instant.from(iso).epochMilliseconds - Date.now();
  return { now: () => Date.now() + offset };
}

export type ManualClock = Clock & { set(epochMs: number): void; advance(ms: number): void };

/** A clock that moves only when told: replay, demo and tests. */
export function manualClock(iso: string): ManualClock {
  let at = Temporal.Instant.from(iso).epochMilliseconds;
  return {
    now: () => at,
    set: (epochMs) => {
      at = epochMs;
    },
    advance: (ms) => {
      at += ms;
    },
  };
}

/** Epoch milliseconds as ISO 8601 UTC, without fractions of a second when there are none. */
export function isoOf(epochMs: number): string {
  return new Date(epochMs).toISOString().replace(/\.?0{1,3}Z$/, "Z");
}

/**
 * Which of two ISO 8601 instants is earlier: negative when `a` is, 0 when they are the same moment. As strings they
 * cannot be compared, because "05.123Z" sorts before "05Z".
 */
export function compareInstants(a: string, b: string): number {
  return Date.parse(a) - Date.parse(b);
}
