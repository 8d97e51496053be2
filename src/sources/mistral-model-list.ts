import type { Fact } from "../core/fact.ts";
import type { Reading, SourceDocument, SourceFamily } from "../core/source.ts";
import { schema } from "../lib/schema.ts";
import { parseJson } from "../parse/json.ts";
import { dayOf, factOf } from "./second-hand/fact.ts";

const file = schema((z) =>
  z.object({
    data: z.array(
      z.object({
        id: z.string().min(1),
        name: z.string().nullish(),
        aliases: z.array(z.string()).nullish(),
        deprecation: z.string().nullish(),
        deprecation_replacement_model: z.string().nullish(),
      }),
    ),
  }),
);

export default {
  family: "mistral-model-list",
  specs: [
    {
      id: "mistral-model-list",
      url: "https://api.mistral.ai/v1/models",
      provider: "mistral",
      surface: "mistral-api",
      form: "json",
      trust: "provider",
      nature: "page",
      key: "MISTRAL_API_KEY",
    },
  ],
  guards: { minBytes: 100, mustMention: [['"data"'], ["deprecation", '"object"']], minFacts: 1 },
  assumptions:
    "`data` lists the models; `deprecation` is the instant from which requests may fail (Mistral's own clients warn that " +
    "the model reaches its end of life then), so it is read as the shutdown. An alias row repeats its model's dates.",
  read,
} satisfies SourceFamily;

function read(document: SourceDocument): Reading {
  const facts: Fact[] = [];
  for (const model of file.parse(parseJson(document.text)).data) {
    if (model.id.startsWith("ft:")) continue;
    const shutdown = dayOf(model.deprecation);
    const replacement = model.deprecation_replacement_model;
    facts.push(
      factOf(document, {
        surface: "mistral-api",
        model_id: model.id,
        shutdown,
        replacements: replacement ? [replacement] : [],
        state: shutdown === null ? "active" : "deprecated",
        aliases: model.aliases ?? [],
        quote: `"${model.id}": deprecation ${model.deprecation ?? "null"}`,
      }),
    );
  }
  return { facts, problems: [] };
}
