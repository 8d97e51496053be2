import { generateJsonFeed, generateRssFeed } from "feedsmith";
import type { Change } from "../core/change.ts";
import type { Messages } from "../core/messages.ts";
import { surfaceLabel } from "../core/surface.ts";
import { absolute, modelPath, nameOf, printable, safeUrl } from "./names.ts";

export type FeedRequest = {
  /** Newest first. */
  changes: readonly Change[];
  /** The words of each change, as its headline in a channel. */
  headline(change: Change): string;
  messages: Messages;
  publicUrl: string;
};

type Item = { id: string; title: string; url: string; text: string; at: Date; tags: string[] };

const TTL_MINUTES = 30;

function itemsOf(request: FeedRequest): Item[] {
  return request.changes.map((change) => ({
    // The meaning is the identity, so that a reader never shows the same news twice.
    id: `sundown:${printable(change.dedup_key)}`,
    title: printable(request.headline(change)),
    url: absolute(request.publicUrl, modelPath(change)),
    text: printable(textOf(change, request.messages)),
    at: new Date(change.at),
    tags: [change.kind, change.provider, change.surface].map(printable),
  }));
}

function textOf(change: Change, messages: Messages): string {
  const { labels, text } = messages;
  const { evidence } = change;
  const source = safeUrl(evidence?.url);
  return [
    `${labels.model}: ${nameOf(change)}`,
    `${labels.surface}: ${surfaceLabel(change.surface)}`,
    `${labels.shutdown}: ${change.shutdown === null ? text.noDate : messages.date(change.shutdown, change.precision)}`,
    `${labels.replacement}: ${change.replacements.length === 0 ? text.noReplacement : messages.list(change.replacements)}`,
    ...(evidence === null || evidence.quote === "" ? [] : [`“${evidence.quote}”`]),
    ...(source === null ? [] : [`${labels.source}: ${source}`]),
  ].join("\n");
}

/** The announcements as RSS 2.0 (https://www.rssboard.org/rss-specification). */
export function rssOf(request: FeedRequest): string {
  const { page } = request.messages;
  const items = itemsOf(request);
  return generateRssFeed({
    title: `Sundown: ${page.shutdowns}`,
    link: absolute(request.publicUrl, "/"),
    description: page.tagline,
    language: request.messages.tag,
    ttl: TTL_MINUTES,
    ...(items[0] === undefined ? {} : { lastBuildDate: items[0].at }),
    atom: {
      links: [{ href: absolute(request.publicUrl, "/feed.xml"), rel: "self", type: "application/rss+xml" }],
    },
    items: items.map((item) => ({
      guid: { value: item.id, isPermaLink: false },
      title: item.title,
      link: item.url,
      description: item.text,
      pubDate: item.at,
      categories: item.tags.map((name) => ({ name })),
    })),
  });
}

/** The announcements as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeedOf(request: FeedRequest): unknown {
  const { page } = request.messages;
  return generateJsonFeed({
    title: `Sundown: ${page.shutdowns}`,
    description: page.tagline,
    home_page_url: absolute(request.publicUrl, "/"),
    feed_url: absolute(request.publicUrl, "/feed.json"),
    language: request.messages.tag,
    items: itemsOf(request).map((item) => ({
      id: item.id,
      title: item.title,
      url: item.url,
      content_text: item.text,
      date_published: item.at,
      tags: item.tags,
    })),
  });
}
