import type { SourceFamily } from "../core/source.ts";
import { ENDING_WORDS } from "./page/marks.ts";
import { readPage } from "./page/read.ts";

export default {
  family: "groq-deprecations",
  specs: [
    {
      id: "groq-deprecations",
      url: "https://console.groq.com/docs/deprecations.md",
      provider: "groq",
      surface: "groq",
      form: "auto",
      trust: "provider",
      nature: "page",
    },
  ],
  guards: { minBytes: 200, mustMention: [ENDING_WORDS], minFacts: 1 },
  assumptions:
    "One section per shutdown: its heading is the day of the shutdown, the sentence below it tells the day of the mail. Dates in tables are MM/DD/YY. " +
    "Replacements may be separated by a space only. Some retirements hold for free and developer tiers only; they are told all the same, since most users are there. " +
    "Look again when headings carry other days than the tables.",
  read: (document) => readPage(document, { order: "mdy", headingDate: "shutdown" }),
} satisfies SourceFamily;
