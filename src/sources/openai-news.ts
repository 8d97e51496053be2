import type { SourceDocument, SourceFamily, SourceSpec } from "../core/source.ts";
import { readPostsFeed } from "./changelog/read.ts";

const spec = (id: string, url: string): SourceSpec => ({
  id,
  url,
  provider: "openai",
  surface: "openai-api",
  form: "feed",
  trust: "provider",
  nature: "feed",
});

export default {
  family: "openai-news",
  specs: [
    spec("openai-news", "https://openai.com/news/rss.xml"),
    spec("openai-status", "https://status.openai.com/history.rss"),
  ],
  guards: { minBytes: 200, mustMention: [["<item", "<entry"]], minFacts: 0 },
  assumptions:
    "Posts are prose, often a teaser only; a removal from ChatGPT is none from the API. The status feed tells faults, which are " +
    "no retirements. Look again when posts carry structured dates.",
  read: (document: SourceDocument) => readPostsFeed(document, { ownChangelog: true }),
} satisfies SourceFamily;
