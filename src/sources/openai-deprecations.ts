import type { SourceFamily } from "../core/source.ts";
import { ENDING_WORDS } from "./page/marks.ts";
import { readPage } from "./page/read.ts";

export default {
  family: "openai-deprecations",
  specs: [
    {
      id: "openai-deprecations",
      url: "https://developers.openai.com/api/docs/deprecations.md",
      provider: "openai",
      surface: "openai-api",
      form: "auto",
      trust: "provider",
      nature: "page",
    },
  ],
  guards: { minBytes: 200, mustMention: [ENDING_WORDS, ["gpt", "openai"]], minFacts: 1 },
  assumptions:
    'One section per notice, with the day of the notice in its heading, or one table with a notice column; "deprecated" and "announced" are the same day. ' +
    "Minimum notice: 6 months for general models, 3 for specialised variants, as little as 2 weeks for ids with `preview`. " +
    '"At earliest" stands in notices, so it announces. "Upcoming" and "Past" tell no state. Days are the provider\'s own, in no stated zone. ' +
    "Look again when the page lists features and models in one column without a sign, or leaves the notice day out.",
  read: (document) => readPage(document, { announcedIsDeprecated: true, headingDate: "announced" }),
} satisfies SourceFamily;
