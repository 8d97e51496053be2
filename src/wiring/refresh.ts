import type { Card } from "../core/card.ts";
import { shortId } from "../core/change.ts";
import { addDays, civilDateAt, daysBetween, instantOf } from "../core/civil-date.ts";
import type { Clock } from "../core/clock.ts";
import type { CivilDate } from "../core/fact.ts";
import { type ModelRecord, recordKey } from "../core/model.ts";
import type { Store } from "../core/store.ts";
import type { Channel, PlatformName } from "../core/subscription.ts";

const MINUTE_MS = 60_000;
/** The day's reminders edit their cards as well; what they have edited needs no second edit. */
const AFTER_REMINDERS_MS = 60 * MINUTE_MS;
/** The cards of a channel are spread over this time, so that nothing else waits long behind them. */
const SPREAD_MS = 120 * MINUTE_MS;
/** In the last week a card counts the days, before that the weeks. */
const LAST_DAYS = 7;

type Due = { at: number; channel: Channel; card: Card; nearest: Ahead };
type Ahead = { key: string; shutdown: CivilDate };

export type Refresh = {
  /** Writes the edits whose time has come. Cheap when there are none. @throws StoreError */
  tick(): Promise<void>;
};

/**
 * Keeps the countdown of living cards right while nothing else edits them: once a week, and once a day in the last week.
 * The edits go through the outbox like all others, at most one a day for a card, spread over two hours behind the
 * channel's own time. Nothing is remembered but what was sent when, so a restart neither repeats nor loses any.
 */
export function createRefresh(deps: {
  store: Pick<Store, "cards" | "channels">;
  /** Corrections counted in. */
  current: () => Promise<ReadonlyMap<string, ModelRecord>>;
  /** True where messages can be edited. */
  updates: (platform: PlatformName) => boolean;
  clock: Clock;
  wake: () => void;
}): Refresh {
  const { store, clock } = deps;
  const listed = new Map<string, CivilDate>();
  let waiting: Due[] = [];

  /** The cards of a channel that have something ahead, each with its own minute. */
  async function cardsOf(channel: Channel, ahead: readonly Ahead[], start: number): Promise<Due[]> {
    const cards = await store.cards.of(
      channel.id,
      ahead.map((one) => one.key),
    );
    const due = new Map<string, Due>();
    // The nearest shutdown of a card comes first and decides.
    for (const nearest of ahead) {
      const card = cards.get(nearest.key);
      if (card === undefined || due.has(card.key)) continue;
      const minute = Number.parseInt(shortId("refresh", card.key).slice(0, 6), 16) % (SPREAD_MS / MINUTE_MS);
      due.set(card.key, { at: start + minute * MINUTE_MS, channel, card, nearest });
    }
    return [...due.values()];
  }

  /** One edit, unless the card has been sent since its count stands. */
  async function bring({ channel, nearest }: Due, now: number): Promise<number> {
    const { time_zone } = channel.subscription;
    const today = civilDateAt(now, time_zone);
    if (nearest.shutdown < today) return 0;
    const from = countFrom(today, nearest.shutdown);
    const unlessSince = instantOf(from, "00:00", time_zone);
    const [channelId, recordKeys] = [channel.id, [nearest.key]];
    return store.cards.touch({ channelId, recordKeys, tag: `count ${from}`, now, due: now, unlessSince });
  }

  async function list(now: number): Promise<void> {
    let ahead: Ahead[] | null = null;
    for (const channel of await store.channels.all()) {
      const { time, time_zone } = channel.subscription;
      const day = civilDateAt(now - AFTER_REMINDERS_MS, time_zone);
      const opens = instantOf(day, time, time_zone) + AFTER_REMINDERS_MS;
      if (now < opens || listed.get(channel.id) === day || channel.parked !== null) continue;
      listed.set(channel.id, day);
      if (!deps.updates(channel.platform)) continue;
      ahead ??= aheadOf(await deps.current());
      const still = ahead.filter(({ shutdown }) => shutdown >= day);
      // What is late is spread as well: nobody waits for it.
      waiting.push(...(await cardsOf(channel, still, Math.max(opens, now))));
    }
  }

  return {
    tick: async () => {
      const now = clock.now();
      await list(now);
      const due = waiting.filter((one) => one.at <= now);
      if (due.length === 0) return;
      waiting = waiting.filter((one) => one.at > now);
      let edits = 0;
      for (const one of due) edits += await bring(one, now);
      if (edits > 0) deps.wake();
    },
  };
}

function aheadOf(records: ReadonlyMap<string, ModelRecord>): Ahead[] {
  return [...records.values()]
    .flatMap((record) =>
      record.scheduled && record.shutdown !== null ? [{ key: recordKey(record), shutdown: record.shutdown }] : [],
    )
    .toSorted((a, b) => (a.shutdown < b.shutdown ? -1 : 1));
}

/** The day since which the count of a card stands: today in the last week, else the day on which a whole week is left. */
function countFrom(day: CivilDate, shutdown: CivilDate): CivilDate {
  const left = daysBetween(day, shutdown);
  return left <= LAST_DAYS ? day : addDays(shutdown, -Math.ceil(left / LAST_DAYS) * LAST_DAYS);
}
