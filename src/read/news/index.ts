import type { Fact, IsoInstant } from "../../core/fact.ts";
import { onTheDay } from "../prose/done-on.ts";
import type { ProseInput } from "../prose/index.ts";
import { readItem } from "../prose/weighed.ts";
import { readWithTables } from "./with-tables.ts";
import { sameStory, type Story, storyOf } from "./story.ts";

/** One item with its text in hand: files are read by the caller. */
export type NewsItem = {
  id: string;
  /** Press, provider-blog, provider-changelog, forum or email; unknown kinds are press. */
  source_kind?: string;
  lang?: string;
  published: IsoInstant;
  /** True when nobody knows when it was published and `published` is the day it was read. */
  undated?: boolean;
  title: string;
  text: string;
  url?: string;
};

export type NewsResult = { id: string; is_retirement: boolean; models: Fact[]; same_as: string | null };

/** A provider's own words carry its notice; what the press says is the press's. */
const FIRST_HAND = new Set(["provider-blog", "provider-changelog"]);

/** A provider's own entry that says "x has been removed" and no day means its own. */
function onItsDay({ text, published }: NewsItem): string {
  return text
    .split("\n")
    .map((line) => onTheDay(line, published.slice(0, 10)))
    .join("\n");
}

/**
 * Reads items one by one and links those that tell the same story: `same_as` is the earliest item of it.
 *
 * @param items in any order; the earliest published of a story is its first
 */
export function readNews(items: readonly NewsItem[]): NewsResult[] {
  const read = items.map((item) => {
    const input: ProseInput = {
      title: item.title,
      text: FIRST_HAND.has(item.source_kind ?? "") ? onItsDay(item) : item.text,
      published: item.published,
      ...(item.undated === undefined ? {} : { undated: item.undated }),
      ...(item.lang === undefined ? {} : { lang: item.lang }),
      evidence: {
        source: "news",
        url: item.url ?? "",
        seen_at: item.published,
        trust: FIRST_HAND.has(item.source_kind ?? "") ? "provider" : "press",
      },
    };
    const reading = readWithTables(input, readItem);
    return { item, reading, story: storyOf(item, reading) };
  });
  const byDay = read.toSorted((a, b) => a.item.published.localeCompare(b.item.published));
  const first = new Map<string, string>();
  const heads: { id: string; stories: Story[] }[] = [];
  for (const { item, story } of byDay) {
    const head = heads.find((candidate) => candidate.stories.some((other) => sameStory(other, story)));
    if (head === undefined) heads.push({ id: item.id, stories: [story] });
    else {
      head.stories.push(story);
      first.set(item.id, head.id);
    }
  }
  return read.map(({ item, reading }) => ({
    id: item.id,
    is_retirement: reading.facts.length > 0,
    models: reading.facts,
    same_as: first.get(item.id) ?? null,
  }));
}
