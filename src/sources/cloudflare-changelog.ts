import type { SourceDocument, SourceFamily } from "../core/source.ts";
import { readNotesFeed } from "./changelog/read.ts";

export default {
  family: "cloudflare-changelog",
  specs: [
    {
      id: "cloudflare-changelog",
      url: "https://developers.cloudflare.com/changelog/rss/workers-ai.xml",
      provider: "cloudflare",
      surface: "cloudflare",
      form: "feed",
      trust: "provider",
      nature: "feed",
    },
  ],
  guards: { minBytes: 200, mustMention: [["<item", "<entry"]], minFacts: 0 },
  assumptions:
    'Ids begin with @cf/ or @hf/; lists under words like "remain active" are not retiring; "deprecated" is said of what is taken away. Look again when ids lose their prefix.',
  read: (document: SourceDocument) => readNotesFeed(document, { deprecatedMeansOff: true }),
} satisfies SourceFamily;
