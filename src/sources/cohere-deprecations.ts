import type { SourceFamily } from "../core/source.ts";
import { ENDING_WORDS } from "./page/marks.ts";
import { readPage } from "./page/read.ts";

export default {
  family: "cohere-deprecations",
  specs: [
    {
      id: "cohere-deprecations",
      url: "https://docs.cohere.com/docs/deprecations.md",
      provider: "cohere",
      surface: "cohere-api",
      form: "auto",
      trust: "provider",
      nature: "page",
    },
  ],
  guards: { minBytes: 200, mustMention: [ENDING_WORDS, ["cohere", "command", "embed", "rerank", "aya"]], minFacts: 1 },
  assumptions:
    "One section per entry with a date in its heading: the notice in 2024, the effective day since 2025. Entries are tables, lists under a sentence, or prose about endpoints and fine-tunes. " +
    '"Deprecations will roll out" gives a deprecation day and no shutdown day. A date has been moved after it had passed. ' +
    "Look again when the heading and the sentence below it give different days.",
  read: (document) => readPage(document),
} satisfies SourceFamily;
