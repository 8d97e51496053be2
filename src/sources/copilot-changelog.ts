import type { SourceDocument, SourceFamily } from "../core/source.ts";
import { readNotesFeed } from "./changelog/read.ts";

export default {
  family: "copilot-changelog",
  specs: [
    {
      id: "copilot-changelog",
      url: "https://github.blog/changelog/feed/",
      provider: "github",
      surface: "github-copilot",
      form: "feed",
      trust: "provider",
      nature: "feed",
    },
  ],
  guards: { minBytes: 200, mustMention: [["<item", "<entry"]], minFacts: 0 },
  assumptions:
    "Posts about models name them by display name, with the day in the text and often a table of model, day and alternative; " +
    "a post may be about GitHub Models instead, and they say deprecated of what is taken away. Look again when ids are printed.",
  read: (document: SourceDocument) =>
    readNotesFeed(document, { deprecatedMeansOff: true }, (item) =>
      /copilot|models?\b|gpt|claude|gemini|grok/i.test(`${item.title} ${item.categories.join(" ")}`),
    ),
} satisfies SourceFamily;
