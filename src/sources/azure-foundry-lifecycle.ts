import type { SourceFamily } from "../core/source.ts";
import { ENDING_WORDS } from "./page/marks.ts";
import { readPage } from "./page/read.ts";

export default {
  family: "azure-foundry-lifecycle",
  specs: [
    {
      id: "azure-foundry-lifecycle",
      url: "https://learn.microsoft.com/azure/ai-foundry/concepts/model-lifecycle-retirement",
      provider: "azure",
      surface: "azure",
      form: "auto",
      trust: "provider",
      nature: "page",
    },
    {
      id: "azure-retirements",
      url: "https://raw.githubusercontent.com/MicrosoftDocs/azure-ai-docs/main/articles/foundry/openai/concepts/model-retirement-schedule.md",
      provider: "azure",
      surface: "azure",
      form: "auto",
      trust: "provider",
      nature: "page",
    },
  ],
  guards: { minBytes: 200, mustMention: [ENDING_WORDS, ["model", "gpt"]], minFacts: 1 },
  assumptions:
    'Tables by maker: model, version, legacy, deprecation and retirement date, replacement. "No earlier than" is a floor. Versions are strings ("001", "0613"). ' +
    "A cell may hold two models, or dates by kind of deployment: the earliest date counts and the others become stages. Impossible dates are reported. " +
    "Pages of the documentation's repository may be shells around included table files, which are fetched with them (ingest/includes.ts). Dates are in UTC, as the page says. " +
    "Look again when included files include others.",
  read: (document) => readPage(document, { order: "mdy" }),
} satisfies SourceFamily;
