import type { Fact } from "../../core/fact.ts";
import type { SourceDocument } from "../../core/source.ts";
import { type Feed, parseDocument } from "../../parse/index.ts";
import { dateSense } from "../cells/dates.ts";
import { draftOfChange } from "../lists/changes.ts";
import type { Draft } from "../table/draft.ts";
import { factOf } from "./facts.ts";
import { placeIn } from "./place.ts";
import { pageText } from "./text.ts";

/**
 * Reads a tracker's feed of changed fields, newest item first, one fact per model. Whose models they are is the feed's
 * title to say; a feed that does not say it gives none.
 */
export function readChanges(feed: Feed, document: SourceDocument): Fact[] {
  const place = placeIn(feed.title);
  if (place === null) return [];
  const newest = feed.items.toSorted((a, b) => (b.published ?? "").localeCompare(a.published ?? ""));
  const drafts = new Map<string, Draft>();
  for (const item of newest) {
    const sense = dateSense({ at: item.published ?? document.at });
    for (const line of pageText(parseDocument(item.body)).split("\n")) {
      const draft = draftOfChange(line, sense);
      if (draft !== null && !drafts.has(draft.id.toLowerCase())) drafts.set(draft.id.toLowerCase(), draft);
    }
  }
  const named = { ...document, spec: { ...document.spec, ...place } };
  const settling = { document: named, habits: {}, allEarliest: false, deprecationIsEnd: false };
  return [...drafts.values()].map((draft) => factOf(draft, settling));
}
