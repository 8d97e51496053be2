import type { Fact } from "../core/fact.ts";
import type { Reading, ReadProblem, SourceDocument, SourceFamily } from "../core/source.ts";
import { schema } from "../lib/schema.ts";
import { parseJson } from "../parse/json.ts";
import { dayOf, factOf, surfaceNamed } from "./second-hand/fact.ts";

const file = schema((z) => z.object({ models: z.array(z.unknown()) }));
const model = schema((z) => {
  const text = z.string().nullish();
  return z.object({
    provider: z.string().min(1),
    model: z.string().min(1),
    name: text,
    aliases: z.array(z.string()).nullish(),
    deprecated_on: text,
    shutdown_on: text,
    earliest_shutdown_on: text,
    status: z.enum(["active", "deprecated", "retired"]),
    computed_status: z.enum(["active", "deprecated", "retired"]).nullish(),
    replacements: z.array(z.object({ model: z.string() })).nullish(),
  });
});

export default {
  family: "modeldeprecations-dev",
  specs: [
    {
      id: "modeldeprecations-dev",
      url: "https://modeldeprecations.dev/api/v1/models.json",
      provider: "many",
      surface: "many",
      form: "json",
      trust: "second-hand",
      nature: "page",
    },
  ],
  guards: { minBytes: 200, mustMention: [['"models"'], ["shutdown_on", "deprecated_on"]], minFacts: 1 },
  assumptions:
    "The catalogue's published schema (https://modeldeprecations.dev/api/v1/schema.json): `shutdown_on` is firm, " +
    "`earliest_shutdown_on` is a floor unless a deprecation was announced. `status` is the provider's word, not a guess.",
  read,
} satisfies SourceFamily;

function read(document: SourceDocument): Reading {
  const problems: ReadProblem[] = [];
  const facts: Fact[] = [];
  for (const [index, raw] of file.parse(parseJson(document.text)).models.entries()) {
    const parsed = model.safeParse(raw);
    if (!parsed.success) {
      problems.push({ what: "an entry without the known fields", where: `models[${index}]` });
      continue;
    }
    const of = parsed.data;
    const firm = dayOf(of.shutdown_on);
    const earliest = dayOf(of.earliest_shutdown_on);
    const announced = dayOf(of.deprecated_on);
    const shutdown = firm ?? earliest;
    facts.push(
      factOf(document, {
        surface: surfaceNamed(of.provider, null),
        model_id: of.model,
        announced,
        deprecated: announced,
        shutdown,
        precision: firm === null ? "earliest" : "day",
        scheduled: firm !== null || (earliest !== null && (announced !== null || of.status !== "active")),
        state: of.computed_status ?? of.status,
        replacements: (of.replacements ?? []).map((replacement) => replacement.model),
        aliases: [...(of.aliases ?? []), of.name ?? ""],
        quote: `${of.provider}/${of.model}: ${of.status}, ${firm === null ? "earliest shutdown" : "shutdown"} ${shutdown ?? "none"}`,
      }),
    );
  }
  return { facts, problems };
}
