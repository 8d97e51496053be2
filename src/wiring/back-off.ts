import { isoOf } from "../core/clock.ts";

const MOST_MS = 6 * 3_600_000;

/**
 * When a source may be asked again: at the next tick after a good look; after failures twice as long each time, with
 * jitter, up to six hours (or one period where that is longer); never before what the server itself asked for.
 * @param periodMs the time between two ticks of the source
 * @param random 0 to 1
 */
export function nextPoll(
  now: number,
  failures: number,
  periodMs: number,
  retryAfterMs: number | null,
  random: () => number,
): string | null {
  if (failures === 0) return null;
  // The first failure is tried again at the next tick: most are a hiccup.
  const doubled = periodMs * (2 ** Math.min(failures - 1, 20) - 1);
  const capped = Math.min(doubled, Math.max(MOST_MS, periodMs)) * (0.5 + random() / 2);
  const wait = Math.max(capped, retryAfterMs ?? 0);
  return wait === 0 ? null : isoOf(Math.round(now + wait));
}
