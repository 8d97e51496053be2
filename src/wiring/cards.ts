import { type Background, type Mark, markCounts, type Prices } from "../core/card.ts";
import type { Change } from "../core/change.ts";
import { type Clock, isoOf } from "../core/clock.ts";
import type { CommandServices } from "../core/command.ts";
import { type ModelRecord, recordKey } from "../core/model.ts";
import type { Store } from "../core/store.ts";
import { civilDateAt } from "../core/civil-date.ts";

export type CardDeps = {
  store: Pick<Store, "cards" | "events" | "channels">;
  /** What is known of a record now, corrections counted in. */
  current: () => Promise<ReadonlyMap<string, ModelRecord>>;
  clock: Clock;
  /** The outbox has work. */
  wake: () => void;
};

/** What the buttons of cards may ask for. */
export function createCards(deps: CardDeps): CommandServices["cards"] {
  const { store, clock } = deps;
  return {
    get: async (place, key) => {
      const card = key === "" ? null : await store.cards.get(key);
      // A button pressed in a card's thread names the thread as its channel, so only the workspace is compared.
      if (card === null || !card.channel_id.startsWith(`${place.platform}:${place.workspace}:`)) return null;
      const [announcement, channel, known] = await Promise.all([
        store.events.announcement(card.announcement_id),
        store.channels.get(card.channel_id),
        deps.current(),
      ]);
      if (announcement === null || channel === null) return null;
      const models = card.items.flatMap((item) => {
        const change = announcement.changes[item];
        return change === undefined ? [] : [modelOf(change, known)];
      });
      return models.length === 0 ? null : { channel, models };
    },
    mark: async (channelId, marks) => {
      const now = clock.now();
      await store.cards.mark(channelId, marks);
      const recordKeys = marks.map((one) => one.recordKey);
      await store.cards.touch({ channelId, recordKeys, tag: `mark ${isoOf(now)}`, now, due: now });
      deps.wake();
    },
  };
}

/** The change with the date and the replacements that stand now. */
function modelOf(told: Change, known: ReadonlyMap<string, ModelRecord>) {
  const key = recordKey(told);
  const record = known.get(key);
  const { model_id, version, surface } = told;
  if (record === undefined) return { recordKey: key, model_id, version, surface, change: told };
  const { shutdown, precision, replacements } = record;
  return { recordKey: key, model_id, version, surface, change: { ...told, shutdown, precision, replacements } };
}

/** The mark that somebody set on a record in a channel, for the countdown; undefined while there is none anywhere. */
export async function marksForCountdown(
  store: Pick<Store, "cards">,
): Promise<((channelId: string, record: ModelRecord) => Mark | null) | undefined> {
  const marks = await store.cards.marks();
  if (marks.size === 0) return undefined;
  return (channelId, record) => {
    const mark = marks.get(channelId)?.get(recordKey(record));
    return markCounts(mark, record.shutdown) ? mark : null;
  };
}

type Index = { records: ReadonlyMap<string, ModelRecord>; today: string; background: Background };

/**
 * What a card says of a model and of its replacements. Names are looked up on the same surface only: the same name
 * elsewhere has other dates and other prices.
 *
 * @param pricesOf by surface and id; null when nobody tells
 */
export function createBackground(deps: {
  knowledge: () => Promise<ReadonlyMap<string, ModelRecord>>;
  pricesOf: (surface: string, model: string, version?: string | null) => Prices | null;
  clock: Clock;
}): () => Promise<Background> {
  let index: Index | null = null;
  return async () => {
    const records = await deps.knowledge();
    const today = civilDateAt(deps.clock.now());
    // The same object while it says the same, so that what was composed with it can be used again.
    if (index?.records === records && index.today === today) return index.background;
    const names = byName(records);
    const background: Background = {
      model: (surface, name, version = null) => {
        const record = names.get(nameKey(surface, name));
        // Lists call a model by its id, pages sometimes by another of its names.
        const id = record?.model_id ?? name;
        const prices = deps.pricesOf(surface, name, version) ?? deps.pricesOf(surface, id, version);
        if (record === undefined) return prices === null ? null : { shutdown: null, retired: false, prices };
        const { scheduled, shutdown, precision, state } = record;
        const past = scheduled && shutdown !== null && shutdown < today && precision === "day";
        return { shutdown: scheduled ? shutdown : null, retired: past || state === "retired", prices };
      },
    };
    index = { records, today, background };
    return background;
  };
}

function byName(records: ReadonlyMap<string, ModelRecord>): Map<string, ModelRecord> {
  const names = new Map<string, ModelRecord>();
  for (const record of records.values())
    for (const alias of record.aliases) names.set(nameKey(record.surface, alias), record);
  // A record's own id outranks another one's alias, and the record without a version its versions.
  for (const record of records.values()) {
    const key = nameKey(record.surface, record.model_id);
    if (record.version === null || !names.has(key)) names.set(key, record);
  }
  return names;
}

function nameKey(surface: string, name: string): string {
  return `${surface}|${name.toLowerCase()}`;
}
