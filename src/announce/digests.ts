import type { Announcement } from "../core/announcement.ts";
import { type Change, dedupKey, shortId, standingOf } from "../core/change.ts";
import { addDays, civilDateAt, daysBetween, instantOf } from "../core/civil-date.ts";
import { isoOf } from "../core/clock.ts";
import type { CivilDate, FactKind } from "../core/fact.ts";
import type { ModelRecord } from "../core/model.ts";
import { type Channel, watches } from "../core/subscription.ts";

/** Digests of quiet channels and the first summary of new ones: what is ahead, told as one message. */

export const OUTLOOK_DAYS = 90;
/** More than a message can show; a press leads to the rest. */
const MOST_AHEAD = 100;
const COUNTED: ReadonlySet<FactKind> = new Set(["model", "agent"]);

/**
 * The channel's newest digest time at or before `now` (every day, or each Monday): its civil day in the channel's zone,
 * and the instant in epoch milliseconds. Null before the first one that the channel has lived to see, and for channels
 * that are told at once.
 */
export function digestSlot(channel: Channel, now: number): { day: CivilDate; at: number } | null {
  const { digest, time, time_zone } = channel.subscription;
  if (digest === "at-once") return null;
  let day = civilDateAt(now, time_zone);
  for (let step = 0; step < 9; step += 1) {
    const right = digest === "daily" || Temporal.PlainDate.from(day).dayOfWeek === 1;
    const at = instantOf(day, time, time_zone);
    if (right && at <= now) return at > Date.parse(channel.created_at) ? { day, at } : null;
    day = addDays(day, -1);
  }
  return null;
}

/** The id of a channel's digest of that day: the same after a restart, so that it is told once. */
export function digestId(channel: Channel, day: CivilDate): string {
  return shortId("period", channel.id, channel.subscription.digest, day);
}

/** What is ahead for a channel within `days`, the nearest first, as changes that no store remembers as told. */
export function aheadFor(channel: Channel, records: Iterable<ModelRecord>, now: number, days: number): Change[] {
  const today = civilDateAt(now, channel.subscription.time_zone);
  const ahead: Change[] = [];
  for (const record of records) {
    if (!record.scheduled || record.shutdown === null || !COUNTED.has(record.kind)) continue;
    const left = daysBetween(today, record.shutdown);
    if (left < 0 || left > days || !watches(channel.subscription, record)) continue;
    ahead.push(outlookOf(record, channel, now));
  }
  return ahead.sort((a, b) => ((a.shutdown ?? "") < (b.shutdown ?? "") ? -1 : 1)).slice(0, MOST_AHEAD);
}

function outlookOf(record: ModelRecord, channel: Channel, now: number): Change {
  const change: Omit<Change, "dedup_key"> = {
    kind: "announced",
    at: isoOf(now),
    ...standingOf(record),
    previous: null,
    source: record.decided_by,
    evidence: null,
    channel: channel.id,
  };
  return { ...change, dedup_key: `outlook|${dedupKey(change)}` };
}

/**
 * The digest of a channel; null when there is nothing to say: a day without news, a week with nothing behind or ahead.
 */
export function periodDigest(
  channel: Channel,
  day: CivilDate,
  changes: Change[],
  ahead: Change[],
  now: number,
): Announcement | null {
  const { digest } = channel.subscription;
  if (digest === "at-once" || (changes.length === 0 && (digest === "daily" || ahead.length === 0))) return null;
  const outlook = { period: digest, days: OUTLOOK_DAYS, ahead };
  return { id: digestId(channel, day), kind: "digest", at: isoOf(now), source: "", changes, outlook };
}

/** The first word in a channel that has just chosen what to watch; null when nothing is ahead for it. */
export function firstSummary(channel: Channel, ahead: Change[], now: number): Announcement | null {
  if (ahead.length === 0) return null;
  const outlook = { period: "first" as const, days: 365, ahead };
  const id = shortId("summary", channel.id, channel.created_at);
  return { id, kind: "summary", at: isoOf(now), source: "", changes: [], outlook };
}
