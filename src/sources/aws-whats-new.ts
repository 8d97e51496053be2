import type { SourceDocument, SourceFamily } from "../core/source.ts";
import { readPostsFeed } from "./changelog/read.ts";

export default {
  family: "aws-whats-new",
  specs: [
    {
      id: "aws-whats-new",
      url: "https://aws.amazon.com/about-aws/whats-new/recent/feed/",
      provider: "aws",
      surface: "bedrock",
      form: "feed",
      trust: "provider",
      nature: "feed",
    },
  ],
  guards: { minBytes: 200, mustMention: [["<item", "<entry"]], minFacts: 0 },
  assumptions: "Only posts that speak of Bedrock can retire a model; all other services' posts are left out.",
  read: (document: SourceDocument) =>
    readPostsFeed(document, { ownChangelog: true }, (item) => /bedrock/i.test(`${item.title} ${item.body}`)),
} satisfies SourceFamily;
