import type { PriceRow } from "../core/price.ts";
import type { Reading, ReadProblem, SourceDocument, SourceFamily } from "../core/source.ts";
import { surfaceOf } from "../core/surface.ts";
import { schema } from "../lib/schema.ts";
import { parseJson } from "../parse/json.ts";
import { dayOf, factOf, surfaceNamed } from "./second-hand/fact.ts";

const file = schema((z) => z.record(z.string(), z.unknown()));
const entry = schema((z) => z.object({ litellm_provider: z.string(), deprecation_date: z.string() }));

/** LiteLLM's names of places to call a model that are not just the company's name. */
const SURFACE_OF: Readonly<Record<string, string>> = {
  openai: "openai-api",
  "text-completion-openai": "openai-api",
  azure_ai: "azure",
  azure_text: "azure",
  bedrock_converse: "bedrock",
  bedrock_mantle: "bedrock",
  codestral: "mistral-api",
  "text-completion-codestral": "mistral-api",
  cohere_chat: "cohere-api",
  dashscope: "alibaba",
  fireworks_ai: "fireworks",
  gemini: "gemini-api",
  github: "github-models",
  github_copilot: "github-copilot",
  together_ai: "together",
};

export default {
  family: "litellm",
  specs: [
    {
      id: "litellm-prices",
      url: "https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json",
      provider: "many",
      surface: "many",
      form: "json",
      trust: "second-hand",
      // Entries vanish some time after their date.
      nature: "feed",
    },
  ],
  guards: { minBytes: 200, mustMention: [["litellm_provider"]], minFacts: 1 },
  assumptions:
    "One object keyed by model, with `litellm_provider` and sometimes `deprecation_date`. `sample_spec` documents the " +
    "fields in words and has no date. Keys carry LiteLLM's routing prefix (`azure/`). Floors are given as plain dates.",
  read,
} satisfies SourceFamily;

function read(document: SourceDocument): Reading {
  const models = file.parse(parseJson(document.text));
  const problems: ReadProblem[] = [];
  const facts = Object.entries(models).flatMap(([key, value]) => {
    const parsed = entry.safeParse(value);
    if (!parsed.success) return [];
    const { litellm_provider: provider, deprecation_date: written } = parsed.data;
    const shutdown = dayOf(written);
    if (shutdown === null) {
      problems.push({ what: `no date: ${written.slice(0, 40)}`, where: key });
      return [];
    }
    const surface = surfaceFor(provider);
    // A price list names dozens of resellers; a surface that nobody declared is not made up from it.
    if (surfaceOf(surface)?.watched !== true) {
      problems.push({ what: `a place that is not known: ${provider.slice(0, 40)}`, where: key });
      return [];
    }
    const claim = { surface, model_id: withoutRoute(key, provider), shutdown };
    return [factOf(document, { ...claim, quote: `"${key}": deprecation_date "${written}"` })];
  });
  return { facts, problems, prices: readPrices(models) };
}

const priced = schema((z) =>
  z.object({
    litellm_provider: z.string(),
    input_cost_per_token: z.number().min(0).nullish(),
    output_cost_per_token: z.number().min(0).nullish(),
    max_input_tokens: z.number().positive().nullish(),
  }),
);

/**
 * Prices and context windows: US dollars per million tokens and tokens, by `surface|id` in lower case. Places that
 * nobody declared are left out.
 */
function readPrices(models: Record<string, unknown>): Map<string, PriceRow> {
  const found = new Map<string, PriceRow>();
  for (const [key, value] of Object.entries(models)) {
    const parsed = priced.safeParse(value);
    if (!parsed.success) continue;
    const { litellm_provider: provider, input_cost_per_token, output_cost_per_token, max_input_tokens } = parsed.data;
    const surface = surfaceFor(provider);
    // Zero stands for "not known" as often as for "free".
    const perMillion = (cost: number | null | undefined) => (cost ? Math.round(cost * 1e9) / 1e3 : null);
    const input = perMillion(input_cost_per_token);
    const output = perMillion(output_cost_per_token);
    if (surfaceOf(surface)?.watched !== true || (input === null && output === null)) continue;
    found.set(`${surface}|${withoutRoute(key, provider).toLowerCase()}`, [input, output, max_input_tokens ?? null]);
  }
  return found;
}

function surfaceFor(provider: string): string {
  if (provider.startsWith("vertex_ai")) return "vertex-ai";
  return (
    (Object.hasOwn(SURFACE_OF, provider) ? SURFACE_OF[provider] : undefined) ??
    surfaceNamed(provider.replaceAll("_", " "), null)
  );
}

/** `azure/eu/gpt-4o` is called `eu/gpt-4o` on Azure: the first part only tells LiteLLM where to send it. */
function withoutRoute(key: string, provider: string): string {
  const slash = key.indexOf("/");
  const route = key.slice(0, Math.max(0, slash));
  if (route === "" || slash === key.length - 1) return key;
  return provider === route || provider.startsWith(`${route}_`) || provider.startsWith(`${route}-`)
    ? key.slice(slash + 1)
    : key;
}
