import type { SourceFamily } from "../core/source.ts";
import { ENDING_WORDS } from "./page/marks.ts";
import { readPage } from "./page/read.ts";

export default {
  family: "cerebras-deprecations",
  specs: [
    {
      id: "cerebras-deprecations",
      url: "https://inference-docs.cerebras.ai/support/deprecation.md",
      provider: "cerebras",
      surface: "cerebras",
      form: "auto",
      trust: "provider",
      nature: "page",
    },
  ],
  guards: { minBytes: 200, mustMention: [ENDING_WORDS], minFacts: 0 },
  assumptions:
    "One dated entry per deprecation. The label is the day of the deprecation; there is no shutdown day unless a sentence gives one. Parameters of living models are deprecated here too. " +
    "Look again when entries get a shutdown day.",
  read: (document) => readPage(document, { headingDate: "announced" }),
} satisfies SourceFamily;
