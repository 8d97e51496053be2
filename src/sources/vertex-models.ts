import type { SourceFamily } from "../core/source.ts";
import { ENDING_WORDS } from "./page/marks.ts";
import { readPage } from "./page/read.ts";

export default {
  family: "vertex-models",
  specs: [
    {
      id: "vertex-models",
      url: "https://docs.cloud.google.com/gemini-enterprise-agent-platform/models/model-versions",
      provider: "google",
      surface: "vertex-ai",
      form: "auto",
      trust: "provider",
      nature: "page",
    },
  ],
  guards: { minBytes: 200, mustMention: [ENDING_WORDS, ["gemini", "vertex"]], minFacts: 1 },
  assumptions:
    'Tables of model id, release date, retirement date and replacement; "or later" and "no sooner than" are floors, a bare date is announced, a blank is neither. ' +
    "Dates differ from the Gemini API's for the same id. Look again when floors lose their words.",
  read: (document) => readPage(document),
} satisfies SourceFamily;
