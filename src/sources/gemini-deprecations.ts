import type { SourceFamily } from "../core/source.ts";
import { ENDING_WORDS } from "./page/marks.ts";
import { readPage } from "./page/read.ts";

export default {
  family: "gemini-deprecations",
  specs: [
    {
      id: "gemini-deprecations",
      url: "https://ai.google.dev/gemini-api/docs/deprecations",
      provider: "google",
      surface: "gemini-api",
      form: "auto",
      trust: "provider",
      nature: "page",
    },
  ],
  guards: { minBytes: 200, mustMention: [ENDING_WORDS, ["gemini"]], minFacts: 1 },
  assumptions:
    "Tables of model, release date, shutdown date and replacement, one per family, with group rows for previews. No notice day on the page; the release day is not one. " +
    "The page calls every date the earliest possible one: a preview's date or a near one is read as announced, a far one of a stable model as a floor. " +
    "Look again when the note about earliest dates goes, or when the shutdown column holds words instead of dates.",
  read: (document) => readPage(document),
} satisfies SourceFamily;
