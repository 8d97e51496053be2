import type { Reading, SourceDocument } from "../../core/source.ts";
import type { FeedItem } from "../../parse/document.ts";
import type { ProseHabits } from "../../read/prose/types.ts";

// The readers of changelogs, imported when a document is there to be read: the main thread loads every family for its
// addresses alone, and reading happens in a thread of its own.

/** A changelog page: dated entries, newest statement about a model first. */
export async function readChangelog(document: SourceDocument, habits?: ProseHabits): Promise<Reading> {
  const entries = await import("./entries.ts");
  return entries.readChangelog(document, habits);
}

/** A feed whose items are the provider's own notes: each item is one dated entry, tables and lists included. */
export async function readNotesFeed(
  document: SourceDocument,
  habits?: ProseHabits,
  wanted?: (item: FeedItem) => boolean,
): Promise<Reading> {
  const entries = await import("./entries.ts");
  return entries.readNotesFeed(document, habits, wanted);
}

/** A feed of posts: each item is read as prose, title and all. */
export async function readPostsFeed(
  document: SourceDocument,
  habits?: ProseHabits,
  wanted?: (item: FeedItem) => boolean,
): Promise<Reading> {
  const entries = await import("./entries.ts");
  return entries.readPostsFeed(document, habits, wanted);
}
