import type { SourceFamily } from "../core/source.ts";
import { readPage } from "./page/read.ts";

export default {
  family: "moonshot-models",
  specs: [
    {
      id: "moonshot-models",
      url: "https://platform.kimi.ai/docs/models.md",
      provider: "moonshot",
      surface: "moonshot-api",
      form: "auto",
      trust: "provider",
      nature: "page",
    },
  ],
  guards: { minBytes: 200, mustMention: [["kimi", "moonshot"]], minFacts: 1 },
  assumptions:
    'Tables of present models; what is discontinued stands in notes, often as a series ("the kimi-k2 series") whose members the page lists, and sometimes without a year, which counts from the day of the poll. ' +
    "Days are Beijing's. Look again when a note names models that no table lists.",
  read: (document) => readPage(document, { timeZone: "Asia/Shanghai" }),
} satisfies SourceFamily;
