import type { Change } from "../core/change.ts";
import type { IsoInstant } from "../core/fact.ts";
import type { EventStore, KeyedCache } from "../core/store.ts";

/** What stands under a dedup key: when the change was first told or held back, and which sources showed it since. */
export type SeenMark = { at: IsoInstant; sources: string[] };

export type Sorted = {
  /** Never seen; each meaning once, the best evidenced sighting first. */
  fresh: Change[];
  /** Seen before, or the same meaning a second time in this batch: more evidence, never a second alert. */
  again: Change[];
};

export type Seen = {
  /** Tells the fresh changes from those seen. Rejects when either store fails: a failure is never "not seen". */
  sort(changes: Change[]): Promise<Sorted>;
  /**
   * Writes the marks. Call it only after the events and outbox rows are committed: a crash in between is healed by the
   * look at the events, a mark without a row would lose the alert. Rejects when a mark was not written.
   */
  mark(changes: Change[], at: IsoInstant): Promise<void>;
};

/** Enough to show that others say the same; a mark must not grow with every poll. */
const MAX_SOURCES = 20;

/** Store look-ups under way at once. */
const AT_ONCE = 100;

/**
 * The dedup store of announcements: Keyv's marks first, then the durable events behind them.
 *
 * @param keyv the namespace of the marks; it must throw on failure, so no `error` listener may be attached to it (a
 *   listener turns failures into misses, https://keyv.org/docs/keyv/#events)
 * @param known the durable look: which of these keys an event already has
 */
export function createSeen(keyv: KeyedCache<SeenMark>, known: EventStore["known"]): Seen {
  return {
    sort: async (changes) => {
      const keys = [...new Set(changes.map((change) => change.dedup_key))];
      const marks = await readMarks(keyv, keys);
      const unmarked = keys.filter((key) => !marks.has(key));
      const stored = unmarked.length === 0 ? new Set<string>() : await known(unmarked);
      return sortBy(changes, (key) => marks.has(key) || stored.has(key));
    },
    mark: async (changes, at) => {
      const byKey = Map.groupBy(changes, (change) => change.dedup_key);
      const marks = await readMarks(keyv, [...byKey.keys()]);
      await inParts([...byKey], async ([key, sightings]) => {
        const old = marks.get(key);
        const next = merged(old, sightings, at);
        if (old !== undefined && next.sources.length === sourcesOf(old).length) return;
        // Keyv 6 says false when the backend refused the write.
        if ((await keyv.set(key, next)) === false) throw new Error(`the seen mark of ${key} was not written`);
      });
    },
  };
}

function sortBy(changes: Change[], isSeen: (key: string) => boolean): Sorted {
  const sorted: Sorted = { fresh: [], again: [] };
  const placed = new Set<string>();
  for (const change of changes.toSorted(byTrust)) {
    const first = !placed.has(change.dedup_key) && !isSeen(change.dedup_key);
    placed.add(change.dedup_key);
    (first ? sorted.fresh : sorted.again).push(change);
  }
  return sorted;
}

const TRUST_ORDER = ["provider", "second-hand", "press"];

/** The provider's own words lead when one batch says the same twice. The sort is stable. */
function byTrust(a: Change, b: Change): number {
  const rank = (change: Change) => TRUST_ORDER.indexOf(change.evidence?.trust ?? "press");
  return rank(a) - rank(b);
}

async function readMarks(keyv: KeyedCache<SeenMark>, keys: string[]): Promise<Map<string, SeenMark>> {
  const marks = new Map<string, SeenMark>();
  await inParts(keys, async (key) => {
    const mark = await keyv.get(key);
    // A damaged mark is still a mark: to forget it would tell the same twice.
    if (mark !== undefined) marks.set(key, mark);
  });
  return marks;
}

function merged(old: SeenMark | undefined, sightings: Change[], at: IsoInstant): SeenMark {
  const sources = new Set([...(old === undefined ? [] : sourcesOf(old)), ...sightings.map((change) => change.source)]);
  return { at: old?.at ?? at, sources: [...sources].slice(0, MAX_SOURCES) };
}

function sourcesOf(mark: SeenMark): string[] {
  return Array.isArray(mark.sources) ? mark.sources : [];
}

async function inParts<T>(items: T[], each: (item: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < items.length; at += AT_ONCE) await Promise.all(items.slice(at, at + AT_ONCE).map(each));
}
