import { parseFeed as parseLoosely } from "feedsmith";
import Parser from "rss-parser";
import type { Feed, FeedItem } from "./document.ts";
import { feedInstant } from "./feed-date.ts";
import { withXhtmlAsText } from "./feed-xhtml.ts";
import { htmlFragment } from "./html.ts";
import { detectForm } from "./form.ts";
import { visible } from "./lines.ts";
import { linesOf } from "./walk.ts";

/** rss-parser never settles on a body that is only an XML prolog; nothing else takes this long. */
const SETTLE_MS = 3_000;
const MAX_TITLE = 500;

/** A body that is no feed, or only a part of one. */
export class FeedError extends Error {
  override name = "FeedError";
}

/**
 * Reads RSS, Atom, RDF or JSON Feed: rss-parser first, feedsmith for what it refuses (bare ampersands, unclosed tags,
 * JSON Feed). Objects in titles, guids and categories become text, dates that cannot be read become null, relative
 * links are resolved against the feed's link, titles are cut at 500 characters. Items keep the feed's order, and the
 * same item twice stays twice. No entity is resolved from disk or network.
 *
 * @throws FeedError when it is no feed, or its root element is never closed: half a feed would look like withdrawals
 */
export async function parseFeed(text: string): Promise<Feed> {
  const form = detectForm(text, null);
  if (form === "json") throw new FeedError("this is JSON, not a feed");
  const json = form === "feed" && /^\s*\{/.test(text);
  if (form !== "feed" && !/<(?:\w+:)?(?:rss|feed|rdf)[\s>]/i.test(text)) throw new FeedError("this is no feed");
  if (json) return loose(text);
  try {
    return await strict(withXhtmlAsText(text.trimStart()));
  } catch (cause) {
    const why = cause instanceof Error ? (cause.message.split("\n")[0] ?? "") : String(cause);
    if (form !== "feed") throw new FeedError(`this is no feed: ${why}`, { cause });
    if (!isClosed(text)) throw new FeedError(`the feed is cut off: ${why}`, { cause });
    // Declared entities are never expanded, so a parser that might is not asked.
    if (/<!ENTITY/i.test(text)) throw new FeedError(`the feed declares entities: ${why}`, { cause });
    const feed = loose(withXhtmlAsText(text));
    const told = text.match(/<(?:\w+:)?(?:item|entry)[\s>]/gi)?.length ?? 0;
    if (feed.items.length < told) {
      throw new FeedError(`only ${feed.items.length} of ${told} items can be read: ${why}`, { cause });
    }
    return feed;
  }
}

/** The root's closing tag stands in the text, and no CDATA section is left open behind it. */
function isClosed(text: string): boolean {
  const end = /<\/(?:\w+:)?(?:rss|feed|rdf)\s*>/i.exec(text.slice(-2_000));
  return end !== null && text.lastIndexOf("<![CDATA[") <= text.lastIndexOf("]]>");
}

type RawItem = Record<string, unknown>;

async function strict(text: string): Promise<Feed> {
  // A parser for each feed: xml2js keeps state between calls, and one that never settled would be left half way.
  const parser = new Parser<unknown, RawItem>({
    customFields: {
      item: [
        ["category", "rawCategories", { keepArray: true }],
        ["content:encoded", "encoded"],
        ["updated", "rawUpdated"],
        ["published", "rawPublished"],
        ["pubDate", "rawDate"],
        ["dc:date", "dcDate"],
        ["GUID", "upperGuid"],
      ] as never[],
    },
  });
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new FeedError("the feed does not settle")), SETTLE_MS);
  });
  try {
    const parsed = await Promise.race([parser.parseString(text), tooLong]);
    const link = flat(parsed.link);
    const items = parsed.items.map((item) => strictItem(item, link));
    return { title: titleOf(parsed.title), link, items };
  } finally {
    clearTimeout(timer);
  }
}

function strictItem(item: RawItem, base: string | null): FeedItem {
  const bodies = [item.encoded, item["content:encoded"], item.content, item.summary, item.description];
  const categories = Array.isArray(item.rawCategories) ? item.rawCategories : [];
  const dates = [item.rawPublished, item.rawDate, item.dcDate, item["dc:date"], item.rawUpdated];
  return {
    id: flat(item.guid) ?? flat(item.id) ?? flat(item.upperGuid),
    title: titleOf(item.title),
    link: resolve(flat(item.link), base),
    published: firstInstant(dates),
    updated: firstInstant([item.rawUpdated]),
    categories: categories.map((category) => flat(category)).filter((category) => category !== null),
    body: visible(firstText(bodies) ?? ""),
  };
}

function loose(text: string): Feed {
  let parsed: { feed: unknown };
  try {
    parsed = parseLoosely(text, { maxItems: 5_000 });
  } catch (cause) {
    throw new FeedError("this is no feed that can be read", { cause });
  }
  const feed = record(parsed.feed);
  const link = linkOf(feed);
  const items = [...list(feed.items), ...list(feed.entries)].map((entry): FeedItem => {
    const item = record(entry);
    const bodies = [record(item.content).encoded, item.content_html, item.content_text, item.content, item.summary];
    const body = firstText([...bodies, item.description]);
    const dates = [item.published, item.pubDate, item.date_published, record(item.dc).date, item.updated];
    return {
      id: flat(item.guid) ?? flat(item.id),
      title: titleOf(item.title),
      link: resolve(linkOf(item), link),
      published: firstInstant(dates),
      updated: firstInstant([item.updated, item.date_modified]),
      categories: [...list(item.categories), ...list(item.tags)]
        .map((category) => flat(category))
        .filter((category) => category !== null),
      body: visible(body ?? ""),
    };
  });
  return { title: titleOf(feed.title), link, items };
}

function linkOf(of: Record<string, unknown>): string | null {
  const direct = flat(of.url) ?? flat(of.home_page_url) ?? flat(of.link);
  if (direct !== null) return direct;
  const links = list(of.links).map(record);
  const best = links.find((link) => link.rel === undefined || link.rel === "alternate") ?? links[0];
  return best === undefined ? null : flat(best.href);
}

/** Text out of what XML parsers make of an element: a string, or an object with its text, value, name or term. */
function flat(value: unknown): string | null {
  if (typeof value === "string") return value.trim() || null;
  if (typeof value === "number") return String(value);
  if (Array.isArray(value)) return flat(value[0]);
  if (typeof value !== "object" || value === null) return null;
  const of = value as Record<string, unknown>;
  const attributes = record(of.$);
  return (
    flat(of._) ??
    flat(of.value) ??
    flat(of.name) ??
    flat(of.label) ??
    flat(of.term) ??
    flat(attributes.label) ??
    flat(attributes.term)
  );
}

function firstText(values: unknown[]): string | null {
  for (const value of values) {
    const text = flat(value);
    if (text !== null) return text;
  }
  return null;
}

function titleOf(value: unknown): string {
  const text = flat(value) ?? "";
  const cut = text.slice(0, MAX_TITLE * 2);
  // Titles may hold markup, or be escaped twice.
  const plain = /[<&]/.test(cut)
    ? linesOf(htmlFragment(cut))
        .map((line) => line.map((run) => run.text).join(""))
        .join(" ")
    : cut;
  const clean = visible(plain).replace(/\s+/g, " ").trim();
  return clean.length > MAX_TITLE ? `${Array.from(clean).slice(0, MAX_TITLE).join("")}…` : clean;
}

function firstInstant(values: unknown[]): string | null {
  for (const value of values) {
    const text = flat(value);
    const instant = text === null ? null : feedInstant(text);
    if (instant !== null) return instant;
  }
  return null;
}

function resolve(link: string | null, base: string | null): string | null {
  if (link === null) return null;
  if (URL.canParse(link)) return link;
  return base !== null && URL.canParse(link, base) ? new URL(link, base).href : link;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
