import type { SourceDocument, SourceFamily } from "../core/source.ts";
import { readChangelog } from "./changelog/read.ts";

export default {
  family: "fireworks-changelog",
  specs: [
    {
      id: "fireworks-changelog",
      url: "https://docs.fireworks.ai/updates/changelog.md",
      provider: "fireworks",
      surface: "fireworks",
      form: "auto",
      trust: "provider",
      nature: "feed",
    },
  ],
  guards: { minBytes: 200, mustMention: [["fireworks", "model"]], minFacts: 0 },
  assumptions: `<Update label> with a day or month opens each entry; ids may carry the path accounts/fireworks/models/. Look again when labels lose their day.`,
  read: (document: SourceDocument) => readChangelog(document),
} satisfies SourceFamily;
