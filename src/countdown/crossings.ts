import { type Mark, markCounts } from "../core/card.ts";
import { DECISION, type Decision } from "../core/decision.ts";
import type { FactKind } from "../core/fact.ts";
import type { ModelRecord } from "../core/model.ts";
import { type Channel, watches } from "../core/subscription.ts";
import { createWallClock, type DayNumber, dayNumber, utcDay } from "./days.ts";

/** What the countdown looks at. All instants are epoch milliseconds. */
export type CountdownInput = {
  records: Iterable<ModelRecord>;
  channels: readonly Channel[];
  now: number;
  /**
   * Since when the record's present date is known: its announcement, its last move, its return. Milestones that were
   * past by then are never told. Default: `knownSince`, from the record's own history.
   */
  announcedAt?: (record: ModelRecord) => number | null;
  /** What somebody in the channel said about the record; default: nobody said anything. */
  markOf?: (channelId: string, record: ModelRecord) => Mark | null;
  /** What an earlier look has settled, so that it is not asked for again; default: nothing. */
  settled?: Settled;
};

/**
 * An earlier look whose outcome was written: whatever it found of a record and a channel that are the same still (their
 * marks too) was told or skipped, up to `until`.
 */
export type Settled = {
  until: number;
  record: (record: ModelRecord) => boolean;
  channel: (channel: Channel) => boolean;
};

/** Milestones of one record in one channel that have come since both knew each other; the most urgent first. */
export type Crossing = {
  record: ModelRecord;
  channel: Channel;
  milestones: number[];
  /** Why the channel is not reminded of it any more; null when it is. */
  ended: Decision | null;
};

/** What is counted down; endpoints, features and the like are announced but not counted. */
const COUNTED_KINDS: ReadonlySet<FactKind> = new Set(["model", "agent"]);

/** A process that slept longer than this does not tell of what went away meanwhile. */
export const LOOK_BACK_DAYS = 400;

/**
 * All milestones with a due time at or before `now` (never by equality), in each channel's own zone. Pure, and asks
 * nobody what was told already. Scheduled retirements only: floors of living models never count.
 */
export function crossings(input: CountdownInput): Crossing[] {
  return input.channels.flatMap(crossingsByChannel(input));
}

/** The same for one channel after the other, for who has other work to do in between. */
export function crossingsByChannel(input: CountdownInput): (channel: Channel) => Crossing[] {
  const clock = createWallClock();
  const counted = countedRecords(input);
  const { settled } = input;
  const fresh = settled === undefined ? counted : counted.filter(({ record }) => !settled.record(record));
  return (channel) => {
    const found: Crossing[] = [];
    if (!isCounted(channel)) return found;
    const { subscription } = channel;
    const created = Date.parse(channel.created_at);
    const today = clock.lastPast(subscription, input.now);
    const done = settled?.channel(channel) === true ? clock.lastPast(subscription, settled.until) : null;
    const ladder = subscription.milestones.toSorted((x, y) => x - y);
    const farthest = ladder.at(-1) ?? 0;
    // No day has come in this channel since the last look: only what is new can be due.
    for (const { record, day, since } of done === today ? fresh : counted) {
      if (day - farthest > today) continue;
      const mark = input.markOf?.(channel.id, record) ?? null;
      // The due days of the ladder that are past now, and were not when both came to know each other (or at the last
      // look; but the end of a snooze looks back to what came meanwhile).
      const looked = done !== null && mark === null && settled?.record(record) === true;
      const from = clock.lastPast(subscription, Math.max(created, since, looked ? (settled?.until ?? 0) : 0));
      const steps = withSnooze(ladder, day, today, mark, record);
      if (steps === null) continue;
      const milestones = steps.filter((days) => day - days <= today && day - days > from);
      if (milestones.length === 0 || !watches(subscription, record)) continue;
      found.push({ record, channel, milestones, ended: endedBy(mark, record) });
    }
    return found;
  };
}

/**
 * When the next milestone of any channel comes, epoch milliseconds after `now`, or null when none is ahead. The app can
 * sleep until then, unless records or subscriptions change.
 */
export function nextDue(input: CountdownInput): number | null {
  const clock = createWallClock();
  const counted = countedRecords(input);
  const today = utcDay(input.now);
  let next = Infinity;
  for (const channel of input.channels) {
    if (!isCounted(channel)) continue;
    for (const { record, day } of counted) {
      for (const milestone of channel.subscription.milestones) {
        const due = day - milestone;
        // Not past, and not surely later than what is found already.
        if (due < today - 3 || due - 3 > next / 86_400_000) continue;
        const at = clock.instant(due, channel.subscription);
        if (at > input.now && at < next && watches(channel.subscription, record)) next = at;
      }
    }
  }
  return next === Infinity ? null : next;
}

/** Since when a record's date is known, from its history and claims; null when neither says. */
export function knownSince(record: ModelRecord): number | null {
  const turns = record.history.filter((entry) => TURNS.has(entry.kind)).map((entry) => Date.parse(entry.at));
  const sightings = record.claims.map((claim) => Date.parse(claim.first_seen));
  const known = turns.length > 0 ? Math.max(...turns) : Math.min(...sightings);
  return Number.isFinite(known) ? known : null;
}

const TURNS: ReadonlySet<string> = new Set(["announced", "date-moved", "restored"]);

/**
 * The ladder with the end of a snooze as one more step, so that the channel is told again on that very day; null while
 * the snooze lasts. What came meanwhile is then less urgent, and so is skipped.
 */
function withSnooze(
  ladder: number[],
  day: DayNumber,
  today: DayNumber,
  mark: Mark | null,
  record: ModelRecord,
): number[] | null {
  if (!markCounts(mark, record.shutdown) || mark.kind !== "snoozed" || mark.until === null) return ladder;
  const until = dayNumber(mark.until);
  if (until === null || until > day) return ladder;
  if (today < until) return null;
  const step = day - until;
  return ladder.includes(step) ? ladder : [...ladder, step].toSorted((x, y) => x - y);
}

function endedBy(mark: Mark | null, record: ModelRecord): Decision | null {
  if (!markCounts(mark, record.shutdown)) return null;
  if (mark.kind === "moved-off") return DECISION.movedOff;
  return mark.kind === "not-ours" ? DECISION.notOurs : null;
}

type Counted = { record: ModelRecord; day: DayNumber; since: number };

function isCounted(channel: Channel): boolean {
  return channel.subscription.milestones.length > 0 && !channel.subscription.quiet_kinds.includes("reminder");
}

/** The records that are counted at all, with their dates as numbers: the others cost nothing per channel. */
function countedRecords(input: CountdownInput): Counted[] {
  const today = utcDay(input.now);
  const announcedAt = input.announcedAt ?? knownSince;
  const counted: Counted[] = [];
  for (const record of input.records) {
    if (!record.scheduled || record.shutdown === null || !COUNTED_KINDS.has(record.kind)) continue;
    const day = dayNumber(record.shutdown);
    if (day === null || day < today - LOOK_BACK_DAYS) continue;
    counted.push({ record, day, since: announcedAt(record) ?? -Infinity });
  }
  return counted;
}
