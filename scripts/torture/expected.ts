import type { Change } from "../../src/core/change.ts";
import type { ModelRecord } from "../../src/core/model.ts";
import type { Channel } from "../../src/core/subscription.ts";

/**
 * What every channel must be told, worked out without the countdown, the dedup store and the outbox: from the dates that
 * stood in the catalogue, the channels' milestones and zones, and the news of a calm year.
 */
export type Ledger = {
  /**
   * The dates that stand in the catalogue from `at` on, and which of them count now; call it whenever they may be
   * different.
   */
  dates(at: number, records: ReadonlyMap<string, ModelRecord>, shown: ReadonlyMap<string, unknown>): void;
  /** The bot looks at the clock: what is due by now is expected. */
  tick(at: number): void;
  /** News: expected in every channel that watches the provider. */
  news(change: Change): void;
  /**
   * A channel was told. Returns false for what it must never be told, or not yet. A channel that refused since
   * `missedSince` hears, when it is back, the most urgent reminder of each model; that stands for the others.
   */
  told(channel: string, meaning: string, at: number, missedSince: number | null): boolean;
  /** Over all channels: what each should have been told, by how often it was. */
  result(): { expected: number; superseded: number; lostNews: string[]; lostReminders: string[]; twice: string[] };
};

/** `looked`: when the bot looked at the clock and found it due. `model`: whose reminder, and where; null for news. */
type Entry = { times: number; due: number; looked: number; model: string | null; superseded: boolean };
type Due = { at: number; channel: Channel; model: string; stretch: Stretch; milestone: number; key: string };
/** One date of one model, from when it was first known until it changes. */
type Stretch = { day: string; generation: number; open: boolean; shown: boolean };

export function createLedger(channels: readonly Channel[], start: number): Ledger {
  const entries = new Map<string, Entry>();
  const reminders = new Map<string, Entry[]>();
  const stretches = new Map<string, Stretch>();
  let ahead: Due[] = [];

  function begin(at: number, model: string, record: ModelRecord, day: string): void {
    const stretch = { day, generation: record.generation, open: true, shown: true };
    stretches.set(model, stretch);
    for (const channel of channels) {
      if (!isWatched(channel, record.provider)) continue;
      for (const milestone of channel.subscription.milestones) {
        const due = instant(day, milestone, channel);
        // Milestones that were past when the date became known are never told.
        if (due <= Math.max(start, at)) continue;
        const key = `${channel.id}\n${reminderKey(record, day, milestone, channel.id)}`;
        ahead.push({ at: due, channel, model, stretch, milestone, key });
      }
    }
    // The next one stands last.
    ahead.sort((a, b) => b.at - a.at);
  }

  const expect = (key: string, due: number, looked: number, model: string | null) => {
    if (entries.has(key)) return;
    const entry = { times: 0, due, looked, model, superseded: false };
    entries.set(key, entry);
    if (model === null) return;
    const others = reminders.get(model) ?? [];
    others.push(entry);
    reminders.set(model, others);
  };

  return {
    dates: (at, records, shown) => {
      for (const [model, record] of records) {
        const { shutdown, scheduled, kind, generation } = record;
        const counts = scheduled && shutdown !== null && (kind === "model" || kind === "agent");
        const now = stretches.get(model);
        if (now !== undefined && (!counts || now.day !== shutdown || now.generation !== generation)) {
          now.open = false;
          stretches.delete(model);
        }
        if (counts && !stretches.has(model)) begin(at, model, record, shutdown);
      }
      for (const [model, stretch] of stretches) stretch.shown = shown.has(model);
    },
    tick: (at) => {
      const due: Due[] = [];
      for (let next = ahead.at(-1); next !== undefined && next.at <= at; next = ahead.at(-1)) {
        ahead.pop();
        if (next.stretch.open) due.push(next);
      }
      // What second hand says is not told while the provider's own page speaks; it may be later.
      ahead.push(...due.filter((one) => !one.stretch.shown));
      const told = Map.groupBy(
        due.filter((one) => one.stretch.shown),
        (one) => `${one.channel.id}\n${one.model}`,
      );
      // Of several at once the most urgent.
      for (const [model, group] of told) {
        const [urgent] = group.toSorted((a, b) => a.milestone - b.milestone);
        if (urgent !== undefined) expect(urgent.key, urgent.at, at, model);
      }
    },
    news: (change) => {
      for (const channel of channels)
        if (isWatched(channel, change.provider) && !channel.subscription.quiet_kinds.includes(change.kind))
          expect(`${channel.id}\n${change.dedup_key}`, Date.parse(change.at), Date.parse(change.at), null);
    },
    told: (channel, meaning, at, missedSince) => {
      const entry = entries.get(`${channel}\n${meaning}`);
      if (entry === undefined || at < entry.due) return false;
      entry.times += 1;
      if (entry.model === null || missedSince === null) return true;
      for (const other of reminders.get(entry.model) ?? [])
        if (other.looked >= missedSince && other.due < entry.due) other.superseded = true;
      return true;
    },
    result: () => {
      const keys = (test: (entry: Entry) => boolean) =>
        [...entries].filter(([, entry]) => test(entry)).map(([key]) => key.replace("\n", " "));
      return {
        expected: entries.size,
        superseded: keys((entry) => entry.times === 0 && entry.superseded).length,
        lostNews: keys((entry) => entry.times === 0 && entry.model === null),
        lostReminders: keys((entry) => entry.times === 0 && entry.model !== null && !entry.superseded),
        twice: keys((entry) => entry.times > 1),
      };
    },
  };
}

function isWatched({ subscription }: Channel, provider: string): boolean {
  return subscription.providers.length === 0 || subscription.providers.includes(provider);
}

function instant(day: string, milestone: number, { subscription }: Channel): number {
  const { time, time_zone } = subscription;
  const plainTime = Temporal.PlainTime.from(time);
  return Temporal.PlainDate.from(day).subtract({ days: milestone }).toZonedDateTime({ timeZone: time_zone, plainTime })
    .epochMilliseconds;
}

function reminderKey(record: ModelRecord, day: string, milestone: number, channel: string): string {
  const { surface, model_id, version, generation } = record;
  const again = generation > 0 ? `|g${generation}` : "";
  return `${surface}|${model_id.toLowerCase()}|${version ?? ""}|reminder|${day}|${milestone}|${channel}${again}`;
}
