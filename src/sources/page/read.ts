import type { Reading, SourceDocument } from "../../core/source.ts";
import type { PageHabits } from "../../read/page.ts";

/**
 * A page of tables, lists and dated sections, read by its habits. The reader is imported when a document is there to be
 * read: the main thread loads every family for its addresses alone, and reading happens in a thread of its own.
 */
export async function readPage(document: SourceDocument, habits?: PageHabits): Promise<Reading> {
  const page = await import("../../read/page.ts");
  return page.readPage(document, habits);
}
