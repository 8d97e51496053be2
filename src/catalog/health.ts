import type { IsoInstant } from "../core/fact.ts";
import type { SourceState } from "../core/source-state.ts";
import type { Judgement } from "./plausibility.ts";

/** The operator is told after this many bad polls, or this long after the last good one (S4). */
const BAD_POLLS = 3;
const SILENT_MS = 24 * 3_600_000;

/** The state after a poll whose body could be believed, or that was "not modified". */
export function afterGoodPoll(judged: Judgement, at: IsoInstant): SourceState {
  const { state, verdict, reason } = judged;
  if (verdict === "quarantined") {
    return { ...state, last_attempt: at, health: "quarantined", problem: reason ?? state.problem };
  }
  const health = verdict === "partial" ? "suspect" : "good";
  return { ...state, last_attempt: at, last_good: at, failures: 0, health, problem: reason };
}

/** The state after a poll that gave nothing: no answer, a refusal, or a body that is not the page. */
export function afterBadPoll(
  state: SourceState,
  health: "suspect" | "failed",
  problem: string,
  at: IsoInstant,
): SourceState {
  return { ...state, last_attempt: at, failures: state.failures + 1, health, problem };
}

/**
 * Whether the operator has to hear of a source now. Call it after every poll, and on a tick for sources that are not
 * polled any more; the returned state remembers what was told.
 */
export function healthNews(
  state: SourceState,
  at: IsoInstant,
): { state: SourceState; news: "trouble" | "recovered" | null } {
  const well = state.health === "good" || state.health === "never-polled";
  if (well && state.told_at !== null) return { state: { ...state, told_at: null }, news: "recovered" };
  if (well || state.told_at !== null) return { state, news: null };
  const silent = state.last_good !== null && Date.parse(at) - Date.parse(state.last_good) >= SILENT_MS;
  if (state.failures < BAD_POLLS && !silent) return { state, news: null };
  return { state: { ...state, told_at: at }, news: "trouble" };
}
