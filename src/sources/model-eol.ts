import type { Fact, StatedState } from "../core/fact.ts";
import type { Reading, ReadProblem, SourceDocument, SourceFamily, SourceSpec } from "../core/source.ts";
import { schema } from "../lib/schema.ts";
import { parseJson } from "../parse/json.ts";
import { dayOf, factOf, surfaceNamed } from "./second-hand/fact.ts";

const file = schema((z) =>
  z.object({
    spec: z.string().startsWith("model-eol/"),
    publisher: z.string(),
    source: z.string().nullish(),
    models: z.array(z.unknown()),
  }),
);
const model = schema((z) => {
  const text = z.string().nullish();
  const dates = { announced: text, shutdown: text, date_precision: z.enum(["exact", "earliest"]).nullish() };
  return z.object({
    id: z.string().min(1),
    aliases: z.array(z.string()).nullish(),
    ...dates,
    replacement: text,
    replacement_options: z.array(z.string()).nullish(),
    distributions: z.array(z.object({ via: z.string(), status: text, ...dates })).nullish(),
  });
});

const spec = (id: string, name: string): SourceSpec => ({
  id,
  url: `https://thossullivan.github.io/model-eol/feeds/${name}.json`,
  provider: "many",
  surface: "many",
  form: "json",
  trust: "second-hand",
  nature: "page",
});

const STATES: Readonly<Record<string, StatedState>> = {
  active: "active",
  legacy: "legacy",
  "extended-access": "deprecated",
  retired: "retired",
};

export default {
  family: "model-eol",
  specs: [
    spec("model-eol", "openai"),
    spec("model-eol-anthropic", "anthropic"),
    spec("model-eol-google", "google"),
    spec("model-eol-amazon", "amazon"),
  ],
  guards: { minBytes: 150, mustMention: [["model-eol/"], ['"models"']], minFacts: 1 },
  assumptions:
    "The published specification model-eol/0.1: one feed per publisher, `date_precision: earliest` is a date not before " +
    "which; without an announcement that is a floor. `distributions` are the same model on other surfaces with their " +
    "own dates. Look again when `spec` names another version.",
  read,
} satisfies SourceFamily;

function read(document: SourceDocument): Reading {
  const feed = file.parse(parseJson(document.text));
  const problems: ReadProblem[] = [];
  const facts: Fact[] = [];
  const home = surfaceNamed(feed.publisher, feed.source ?? null);
  for (const [index, raw] of feed.models.entries()) {
    const parsed = model.safeParse(raw);
    if (!parsed.success) {
      problems.push({ what: "an entry that breaks the specification", where: `models[${index}]` });
      continue;
    }
    const of = parsed.data;
    const replacements = of.replacement_options ?? (of.replacement ? [of.replacement] : []);
    const shared = { model_id: of.id, replacements, aliases: of.aliases ?? [] };
    facts.push(factOf(document, { ...shared, ...claimed(of, of.id), surface: home }));
    for (const place of of.distributions ?? []) {
      const surface = surfaceNamed(place.via, null);
      const state = STATES[place.status ?? ""] ?? null;
      if (surface !== home) facts.push(factOf(document, { ...shared, ...claimed(place, of.id, state), surface }));
    }
  }
  return { facts, problems };
}

type Dates = { announced?: string | null; shutdown?: string | null; date_precision?: "exact" | "earliest" | null };

function claimed(of: Dates, id: string, stated: StatedState = null) {
  const announced = dayOf(of.announced);
  const shutdown = dayOf(of.shutdown);
  const earliest = of.date_precision === "earliest";
  // A floor stands beside a model of which nothing was announced and whose state says that it is served.
  const scheduled = shutdown !== null && (!earliest || announced !== null) && stated !== "active";
  const state = stated ?? (scheduled || announced !== null ? "deprecated" : "active");
  const quote = `"${id}": shutdown ${of.shutdown ?? "none"}${earliest ? " at earliest" : ""}, announced ${of.announced ?? "not given"}`;
  return {
    announced,
    deprecated: announced,
    shutdown,
    precision: earliest ? ("earliest" as const) : ("day" as const),
    scheduled,
    state,
    quote,
  };
}
