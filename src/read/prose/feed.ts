import type { Fact, IsoInstant, Trust } from "../../core/fact.ts";
import type { Feed, FeedItem } from "../../parse/document.ts";
import { readItem } from "./weighed.ts";
import type { ProseDefaults, ProseHabits, ProseInput } from "./types.ts";

export type FeedContext = {
  source: string;
  /** Address of the feed, for items without a link. */
  url: string;
  /** When it was fetched. */
  at: IsoInstant;
  trust: Trust;
  defaults?: ProseDefaults;
  habits?: ProseHabits;
};

/** Reads one item as prose; its own day of publication is what relative dates count from. */
export function readFeedItem(item: FeedItem, context: FeedContext): Fact[] {
  const published = item.published ?? item.updated ?? context.at;
  const input: ProseInput = {
    title: item.title,
    text: item.body,
    published,
    evidence: { source: context.source, url: item.link ?? context.url, seen_at: context.at, trust: context.trust },
    ...(context.defaults === undefined ? {} : { defaults: context.defaults }),
    ...(context.habits === undefined ? {} : { habits: context.habits }),
  };
  const reading = readItem(input);
  return [...reading.facts, ...reading.withdraws];
}

const keyOf = (fact: Fact) => `${fact.surface}|${fact.model_id.toLowerCase()}|${fact.version ?? ""}`;

/** A reminder is no notice: of two that tell the same end, the earlier one is. */
const earlier = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b < a) ? b : a);

/**
 * One fact for each model and place: what comes first (the newest) wins. Where an older one says the same day, the notice
 * was that day's; its replacements fill what the newest leaves out on another day too, since a note that moves a date
 * seldom repeats them.
 */
export function firstOfEach(facts: readonly Fact[]): Fact[] {
  const seen = new Map<string, Fact>();
  for (const fact of facts) {
    const known = seen.get(keyOf(fact));
    if (known === undefined) seen.set(keyOf(fact), fact);
    else if (known.shutdown !== null && known.scheduled) {
      const replacements = known.replacements.length > 0 ? known.replacements : fact.replacements;
      const announced = known.shutdown === fact.shutdown ? earlier(known.announced, fact.announced) : known.announced;
      seen.set(keyOf(fact), { ...known, announced, replacements });
    }
  }
  return [...seen.values()];
}

/**
 * The newest word on each model, of facts that stand newest first: a later notice outranks an earlier one, be it that the
 * end is taken back; both outrank a bare "deprecated".
 */
export function newestOfEach(facts: readonly Fact[]): Fact[] {
  const decides = (fact: Fact) => fact.scheduled || fact.state === "withdrawn";
  return firstOfEach([...facts.filter(decides), ...facts.filter((fact) => !decides(fact))]);
}

/** The facts of a feed's items, newest item first, one for each model and place. */
export function readFeedItems(feed: Feed, context: FeedContext): Fact[] {
  const newestFirst = feed.items.toSorted((a, b) => (b.published ?? "").localeCompare(a.published ?? ""));
  return newestOfEach(newestFirst.flatMap((item) => readFeedItem(item, context)));
}
