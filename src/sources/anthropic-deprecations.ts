import type { SourceFamily } from "../core/source.ts";
import { ENDING_WORDS } from "./page/marks.ts";
import { readPage } from "./page/read.ts";

export default {
  family: "anthropic-deprecations",
  specs: [
    {
      id: "anthropic-deprecations",
      url: "https://platform.claude.com/docs/en/about-claude/model-deprecations.md",
      provider: "anthropic",
      surface: "anthropic-api",
      form: "auto",
      trust: "provider",
      nature: "page",
    },
  ],
  guards: { minBytes: 200, mustMention: [ENDING_WORDS, ["claude"]], minFacts: 1 },
  assumptions:
    "A status table of all present models (state, deprecated, tentative retirement date) and a history with one dated section per notice; the status table decides where they disagree. " +
    '"Not sooner than" is a floor while the state is Active, even when it has passed. The deprecated day is the day of the notice; at least 60 days\' notice. ' +
    "The dates hold for the Claude API and the platforms that Anthropic runs, not for Bedrock and Vertex AI. Retirements are at 9 AM Pacific; the civil date is the page's. " +
    "Look again when the status table loses its state column.",
  read: (document) =>
    readPage(document, { deprecatedIsAnnounced: true, announcedIsDeprecated: true, headingDate: "announced" }),
} satisfies SourceFamily;
