import { generateJsonFeed, generateRssFeed } from "feedsmith";
import type { Change } from "../core/change.ts";
import type { ModelRecord } from "../core/model.ts";
import { surfaceLabel } from "../core/surface.ts";
import { modelUrl } from "./calendar.ts";

export type FeedRequest = {
  changes: Change[];
  /** The words of each change, as its headline in a channel. */
  headline(change: Change): string;
  publicUrl: string;
  title: string;
};

const items = (request: FeedRequest) =>
  request.changes.map((change) => ({
    // The meaning is the identity, so that a reader never shows the same news twice.
    id: `sundown:${change.dedup_key}`,
    title: request.headline(change),
    url: change.evidence?.url ?? modelUrl(request.publicUrl, change),
    text: [
      `${surfaceLabel(change.surface)}: ${change.model_id}`,
      change.shutdown === null ? null : `Shutdown: ${change.shutdown}`,
      change.replacements.length === 0 ? null : `Replacement: ${change.replacements.join(", ")}`,
      change.evidence?.quote ? `"${change.evidence.quote}"` : null,
    ]
      .filter((line) => line !== null)
      .join("\n"),
    at: new Date(change.at),
    tags: [change.kind, change.provider, change.surface],
  }));

/** The announcements as RSS 2.0 (https://www.rssboard.org/rss-specification). */
export function rssOf(request: FeedRequest): string {
  return generateRssFeed({
    title: request.title,
    link: request.publicUrl,
    description: request.title,
    items: items(request).map((item) => ({
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
  return generateJsonFeed({
    title: request.title,
    home_page_url: request.publicUrl,
    feed_url: `${request.publicUrl.replace(/\/$/, "")}/feed.json`,
    items: items(request).map((item) => ({
      id: item.id,
      title: item.title,
      url: item.url,
      content_text: item.text,
      date_published: item.at,
      tags: item.tags,
    })),
  });
}

/** Ids that the model-eol schema takes: letters, digits, dot, underscore and hyphen. */
const MODEL_EOL_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,255}$/;

/**
 * One provider's surface as `model-eol/0.1` (https://thossullivan.github.io/model-eol/schema/0.1/model-eol.schema.json).
 * Floors of active models are left out: the format has no word for them. Ids that its schema refuses are left out too and
 * counted in `note`.
 */
export function modelEolOf(request: { records: ModelRecord[]; publisher: string; now: number }): object {
  const told = request.records.filter(
    (record) => record.kind === "model" && record.scheduled && record.shutdown !== null,
  );
  const fitting = told.filter((record) => MODEL_EOL_ID.test(record.model_id) && record.version === null);
  const left = told.length - fitting.length;
  return {
    spec: "model-eol/0.1",
    publisher: request.publisher,
    generated: new Date(request.now).toISOString(),
    ...(left > 0 ? { note: `${left} models whose ids this format cannot carry are left out` } : {}),
    models: fitting.map(modelEolEntry),
  };
}

function modelEolEntry(record: ModelRecord): object {
  const replacements = record.replacements.filter((id) => MODEL_EOL_ID.test(id));
  const aliases = record.aliases.filter((id) => MODEL_EOL_ID.test(id));
  const source = record.claims.find((claim) => claim.source === record.decided_by)?.fact.evidence.url;
  return {
    id: record.model_id,
    ...(aliases.length > 0 ? { aliases } : {}),
    ...(record.announced === null ? {} : { announced: record.announced }),
    shutdown: record.shutdown,
    date_precision: record.precision === "day" ? "exact" : "earliest",
    ...(replacements.length === 1 ? { replacement: replacements[0] } : {}),
    ...(replacements.length > 1 ? { replacement_options: replacements } : {}),
    ...(source === undefined ? {} : { source }),
  };
}
