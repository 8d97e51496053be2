import type { SourceDocument, SourceFamily } from "../core/source.ts";
import { readChangelog } from "./changelog/read.ts";

export default {
  family: "gemini-changelog",
  specs: [
    {
      id: "gemini-changelog",
      url: "https://ai.google.dev/gemini-api/docs/changelog",
      provider: "google",
      surface: "gemini-api",
      form: "auto",
      trust: "provider",
      nature: "feed",
    },
  ],
  guards: { minBytes: 200, mustMention: [["gemini"]], minFacts: 0 },
  assumptions:
    'A heading with a day opens each entry. "Will be deprecated on" a day means that the model stops being served then; days ' +
    "without a year belong to the entry's year or the next. Look again when Google begins to part the two words.",
  read: (document: SourceDocument) => readChangelog(document, { deprecatedMeansOff: true }),
} satisfies SourceFamily;
