import type { Fact } from "../core/fact.ts";
import type { Reading, SourceDocument, SourceFamily } from "../core/source.ts";
import { schema } from "../lib/schema.ts";
import { parseJson } from "../parse/json.ts";
import { dayOf, factOf } from "./second-hand/fact.ts";

const file = schema((z) => {
  const date = z.union([z.string(), z.number()]).nullish();
  return z.object({
    object: z.literal("list"),
    data: z.array(z.object({ id: z.string().min(1), shutdown_date: date, owned_by: z.string().nullish() })),
  });
});

export default {
  family: "openai-models",
  specs: [
    {
      id: "openai-models",
      url: "https://api.openai.com/v1/models",
      provider: "openai",
      surface: "openai-api",
      form: "json",
      trust: "provider",
      nature: "page",
      key: "OPENAI_API_KEY",
    },
  ],
  guards: { minBytes: 100, mustMention: [['"data"'], ['"object"']], minFacts: 1 },
  assumptions:
    "`data` lists the models that this key may call, `shutdown_date` is a date, epoch seconds, or null. Fine-tuned " +
    "models of the account (`ft:`) are left out: they are nobody else's business.",
  read,
} satisfies SourceFamily;

function read(document: SourceDocument): Reading {
  const facts: Fact[] = [];
  for (const { id, shutdown_date: written } of file.parse(parseJson(document.text)).data) {
    if (id.startsWith("ft:")) continue;
    const shutdown = typeof written === "number" ? dayOf(new Date(written * 1_000).toISOString()) : dayOf(written);
    const state = shutdown === null ? "active" : "deprecated";
    const quote = `"${id}": shutdown_date ${written == null ? "null" : String(written)}`;
    facts.push(factOf(document, { surface: "openai-api", model_id: id, shutdown, state, quote }));
  }
  return { facts, problems: [] };
}
