import type { Reading, SourceDocument, SourceFamily } from "../core/source.ts";

export default {
  family: "generic",
  specs: [],
  guards: { minBytes: 100, mustMention: [], minFacts: 0 },
  assumptions:
    "None of the page: any table, list, dated entry or note that names models and dates, a feed, or JSON and YAML with " +
    "such keys. Provider and surface are the configuration's, unless the content names others. A page that never says " +
    "whose models it lists gives no facts.",
  read,
} satisfies SourceFamily;

/** The readers are imported when a document is there to be read: see page/read.ts. */
async function read(document: SourceDocument): Promise<Reading> {
  const generic = await import("./generic/read.ts");
  return generic.read(document);
}
