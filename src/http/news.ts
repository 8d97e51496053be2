import { type Change, NEWS_KINDS } from "../core/change.ts";
import type { WhyEntry } from "../core/command.ts";
import { DECISION } from "../core/decision.ts";

/** Reasons of a channel, not of the news: for everybody else it is news all the same. */
const PUBLIC: ReadonlySet<string> = new Set([
  DECISION.told,
  DECISION.notWatched,
  DECISION.quietKind,
  DECISION.beforeChannel,
]);

/**
 * What the feeds and the front page tell, from the bot's decisions (newest first, as `/model-why` lists them for all
 * channels): each piece of news once, without baselines, repeats, reminders and source trouble.
 */
export function newsOf(entries: readonly WhyEntry[], limit: number): Change[] {
  const news = new Map<string, Change>();
  for (const { change, decision } of entries) {
    if (news.size >= limit) break;
    if (!NEWS_KINDS.includes(change.kind) || !PUBLIC.has(decision)) continue;
    if (!news.has(change.dedup_key)) news.set(change.dedup_key, change);
  }
  return [...news.values()];
}
