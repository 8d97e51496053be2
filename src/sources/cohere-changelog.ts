import type { SourceDocument, SourceFamily } from "../core/source.ts";
import { readChangelog, readNotesFeed } from "./changelog/read.ts";

/** The feed's whole text, or one entry as its file: both have been published. */
const isFeed = (text: string): boolean => /^\s*(?:<\?xml|<rss|<feed)/i.test(text);

export default {
  family: "cohere-changelog",
  specs: [
    {
      id: "cohere-changelog",
      url: "https://docs.cohere.com/changelog.rss",
      provider: "cohere",
      surface: "cohere-api",
      form: "auto",
      trust: "provider",
      nature: "feed",
    },
  ],
  guards: { minBytes: 100, mustMention: [["cohere", "model", "command", "embed", "rerank"]], minFacts: 0 },
  assumptions:
    "An RSS feed, or one entry a file with `createdAt` in the front matter. Retired ids stand in a list under a sentence with the " +
    "day, replacements in lists after it, by task. Look again when entries lose their day.",
  read: (document: SourceDocument) => (isFeed(document.text) ? readNotesFeed(document) : readChangelog(document)),
} satisfies SourceFamily;
