import type { SourceFamily } from "../core/source.ts";
import { ENDING_WORDS } from "./page/marks.ts";
import { readPage } from "./page/read.ts";

export default {
  family: "together-deprecations",
  specs: [
    {
      id: "together-deprecations",
      url: "https://docs.together.ai/docs/deprecations.md",
      provider: "together",
      surface: "together",
      form: "auto",
      trust: "provider",
      nature: "page",
    },
  ],
  guards: { minBytes: 200, mustMention: [ENDING_WORDS], minFacts: 1 },
  assumptions:
    "A history table of removal date and model, newest first, and notes on redirects. What is planned stands under 'Deprecation date', which is the day on which the model leaves serverless. As little as three days' notice. Ids carry the maker's name (`meta-llama/...`). " +
    "No recording exists: look again at the first real poll.",
  read: (document) => readPage(document, { order: "ymd", deprecationIsEnd: true }),
} satisfies SourceFamily;
