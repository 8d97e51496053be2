import type { SourceDocument, SourceFamily } from "../core/source.ts";
import { readChangelog } from "./changelog/read.ts";

export default {
  family: "deepseek-updates",
  specs: [
    {
      id: "deepseek-updates",
      url: "https://api-docs.deepseek.com/updates/",
      provider: "deepseek",
      surface: "deepseek-api",
      form: "auto",
      trust: "provider",
      nature: "feed",
    },
  ],
  guards: { minBytes: 200, mustMention: [["deepseek", "deepseek"]], minFacts: 0 },
  assumptions: `A heading "Date: YYYY-MM-DD" opens each entry. A name that is upgraded to a newer model goes on; only words of an end count. Look again when headings lose their day.`,
  read: (document: SourceDocument) => readChangelog(document),
} satisfies SourceFamily;
