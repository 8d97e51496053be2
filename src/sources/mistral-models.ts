import type { SourceFamily } from "../core/source.ts";
import { ENDING_WORDS } from "./page/marks.ts";
import { readPage } from "./page/read.ts";

export default {
  family: "mistral-models",
  specs: [
    {
      id: "mistral-models",
      url: "https://docs.mistral.ai/models",
      provider: "mistral",
      surface: "mistral-api",
      form: "auto",
      trust: "provider",
      nature: "page",
    },
  ],
  guards: { minBytes: 200, mustMention: [ENDING_WORDS, ["mistral"]], minFacts: 1 },
  assumptions:
    "Tables of present models, and of legacy models with deprecation and retirement dates. YYYY/MM/DD until 2025; numbers that are not year first are month first (6/10/2025 is June). " +
    "An empty id cell leaves the display name. Some pages hold themselves twice. The `version` is the page's own. " +
    "Look again when the models move to cards that only a script fills.",
  read: (document) => readPage(document, { order: "mdy" }),
} satisfies SourceFamily;
