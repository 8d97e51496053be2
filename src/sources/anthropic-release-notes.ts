import type { SourceDocument, SourceFamily } from "../core/source.ts";
import { readChangelog } from "./changelog/read.ts";

export default {
  family: "anthropic-release-notes",
  specs: [
    {
      id: "anthropic-release-notes",
      url: "https://platform.claude.com/docs/en/release-notes/overview.md",
      provider: "anthropic",
      surface: "anthropic-api",
      form: "auto",
      trust: "provider",
      nature: "feed",
    },
  ],
  guards: { minBytes: 200, mustMention: [["claude"]], minFacts: 0 },
  assumptions:
    "A heading with a day opens each entry; one bullet is one note. \"We've retired\" without a day means the entry's day. " +
    "Look again when entries lose their dated headings.",
  read: (document: SourceDocument) => readChangelog(document),
} satisfies SourceFamily;
