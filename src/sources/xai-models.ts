import type { SourceFamily } from "../core/source.ts";
import { readPage } from "./page/read.ts";

export default {
  family: "xai-models",
  specs: [
    {
      id: "xai-models",
      url: "https://docs.x.ai/developers/models.md",
      provider: "xai",
      surface: "xai-api",
      form: "auto",
      trust: "provider",
      nature: "page",
    },
  ],
  guards: { minBytes: 200, mustMention: [["grok"]], minFacts: 1 },
  assumptions:
    "A table of models with aliases and prices; retirements stand in a table or a note. Retired ids redirect to a newer model instead of failing, so what they point to is the replacement. " +
    "No recording exists: look again at the first real poll.",
  read: (document) => readPage(document),
} satisfies SourceFamily;
