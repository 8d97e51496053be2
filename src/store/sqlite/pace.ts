import type { Pace } from "../../core/store.ts";

/**
 * The generic cell rate algorithm: one number per bucket (the theoretical arrival time, epoch ms) is all its state.
 * https://en.wikipedia.org/wiki/Generic_cell_rate_algorithm
 */

const interval = (pace: Pace): number => 1000 / pace.perSecond;

/** A value further ahead than any real use could bring it comes from a clock that was set back: it is forgotten. */
function sane(tat: number, now: number, pace: Pace): number {
  return tat > now + (pace.burst + 1) * interval(pace) ? now : tat;
}

/** How many requests may start now. */
export function allowance(tat: number, now: number, pace: Pace): number {
  const base = Math.max(sane(tat, now, pace), now);
  return Math.max(0, Math.floor((now + pace.burst * interval(pace) - base) / interval(pace) + 1e-6));
}

/** The state after `count` requests started now. */
export function spend(tat: number, now: number, pace: Pace, count: number): number {
  return Math.max(sane(tat, now, pace), now) + count * interval(pace);
}

/** The first whole millisecond at which one request may start. */
export function readyAt(tat: number, pace: Pace): number {
  return Math.ceil(tat - (pace.burst - 1) * interval(pace) - 1e-6);
}
