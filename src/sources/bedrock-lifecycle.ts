import type { SourceFamily } from "../core/source.ts";
import { ENDING_WORDS } from "./page/marks.ts";
import { readPage } from "./page/read.ts";

export default {
  family: "bedrock-lifecycle",
  specs: [
    {
      id: "bedrock-lifecycle",
      url: "https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle-legacy.md",
      provider: "aws",
      surface: "bedrock",
      form: "auto",
      trust: "provider",
      nature: "page",
    },
  ],
  guards: { minBytes: 200, mustMention: [ENDING_WORDS], minFacts: 1 },
  assumptions:
    "Models by state: Active with floors, Legacy with a legacy day, a day of public extended access and an EOL day, and past EOL. Numeric dates are month first. " +
    "Older layouts name retired models by display name only, and their id column is the replacement's. A model may have rows per region; equal dates are one fact, different dates are several. " +
    "Since September 2026 the tables stand on the `-legacy` page, and the dates of new models on their model cards. At least 6 months between Legacy and EOL. " +
    "Look again when the page is only a pointer to model cards.",
  read: (document) => readPage(document, { order: "mdy" }),
} satisfies SourceFamily;
