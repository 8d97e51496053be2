import type { SourceDocument, SourceFamily } from "../core/source.ts";
import { readChangelog } from "./changelog/read.ts";

export default {
  family: "perplexity-changelog",
  specs: [
    {
      id: "perplexity-changelog",
      url: "https://docs.perplexity.ai/changelog.md",
      provider: "perplexity",
      surface: "perplexity-api",
      form: "auto",
      trust: "provider",
      nature: "feed",
    },
  ],
  guards: { minBytes: 200, mustMention: [["sonar", "perplexity"]], minFacts: 0 },
  assumptions: `<Update label> with a month opens each entry: days without a year belong near that month, and "as of" a day is the day of the end. Look again when labels lose their month.`,
  read: (document: SourceDocument) => readChangelog(document),
} satisfies SourceFamily;
