import type { SourceFamily } from "../core/source.ts";
import { readPage } from "./page/read.ts";

export default {
  family: "xiaomi-deprecations",
  specs: [
    {
      id: "xiaomi-deprecations",
      url: "https://platform.xiaomimimo.com/static/docs/updates/deprecate.md",
      provider: "xiaomi",
      surface: "xiaomi",
      form: "auto",
      trust: "provider",
      nature: "page",
    },
  ],
  guards: { minBytes: 200, mustMention: [["mimo"]], minFacts: 1 },
  assumptions:
    "A table or notes of models and the day on which they go offline, in English or Chinese. The day begins at midnight in Beijing; the page's own day is kept. " +
    "No recording exists; the address is the Markdown of the platform's own page (/docs/en-US/updates/deprecate): look again at the first real poll.",
  read: (document) => readPage(document, { timeZone: "Asia/Shanghai" }),
} satisfies SourceFamily;
