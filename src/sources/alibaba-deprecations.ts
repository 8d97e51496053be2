import type { SourceFamily } from "../core/source.ts";
import { ENDING_WORDS } from "./page/marks.ts";
import { readPage } from "./page/read.ts";

export default {
  family: "alibaba-deprecations",
  specs: [
    {
      id: "alibaba-deprecations",
      url: "https://www.alibabacloud.com/help/en/model-studio/model-depreciation",
      provider: "alibaba",
      surface: "alibaba",
      form: "auto",
      trust: "provider",
      nature: "page",
    },
  ],
  guards: {
    minBytes: 200,
    mustMention: [ENDING_WORDS, ["qwen", "tongyi", "model"]],
    minFacts: 1,
  },
  assumptions:
    "Tables of models with the day on which they go offline and what to use instead, some with merged cells. The day begins at midnight in Beijing, which is the day before in UTC; the page's own day is kept. " +
    'The English page calls that day the deprecation time, also under headings that say "retires": calls fail from then on. ' +
    "Look again when a table has a day of deprecation and another one of retirement.",
  read: (document) => readPage(document, { timeZone: "Asia/Shanghai", deprecationIsEnd: true }),
} satisfies SourceFamily;
