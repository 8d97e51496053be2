import type { Fact } from "../core/fact.ts";
import type { PriceRow } from "../core/price.ts";
import type { Reading, ReadProblem, SourceDocument, SourceFamily } from "../core/source.ts";
import { schema } from "../lib/schema.ts";
import { parseJson } from "../parse/json.ts";
import { dayOf, factOf } from "./second-hand/fact.ts";

const file = schema((z) => z.object({ data: z.array(z.unknown()) }));
const model = schema((z) =>
  z.object({ id: z.string().min(1), name: z.string().nullish(), expiration_date: z.string().nullish() }),
);

/** A date so far ahead is a filler for "none" (2098-12-31 has been seen), never a plan. */
const FAR_YEARS = 15;

export default {
  family: "openrouter",
  specs: [
    {
      id: "openrouter-models",
      url: "https://openrouter.ai/api/v1/models",
      provider: "openrouter",
      surface: "openrouter",
      form: "json",
      // OpenRouter runs this surface; what it says of itself is first hand.
      trust: "provider",
      nature: "page",
    },
  ],
  guards: { minBytes: 200, mustMention: [["expiration_date", "context_length"], ['"data"']], minFacts: 1 },
  assumptions:
    "`data` lists every model that is served, `expiration_date` is a civil date or null; dates more than 15 years ahead " +
    "mean none. Models without a date are told as active, so that half a list can be told from a whole one.",
  read,
} satisfies SourceFamily;

function read(document: SourceDocument): Reading {
  const problems: ReadProblem[] = [];
  const facts: Fact[] = [];
  const { data } = file.parse(parseJson(document.text));
  const farYear = Number(document.at.slice(0, 4)) + FAR_YEARS;
  for (const [index, raw] of data.entries()) {
    const parsed = model.safeParse(raw);
    if (!parsed.success) {
      problems.push({ what: "an entry without an id", where: `data[${index}]` });
      continue;
    }
    const { id, name, expiration_date: written } = parsed.data;
    const day = dayOf(written);
    if (day === null && written) problems.push({ what: `no date: ${written.slice(0, 40)}`, where: id });
    const shutdown = day !== null && Number(day.slice(0, 4)) < farYear ? day : null;
    facts.push(
      factOf(document, {
        surface: "openrouter",
        model_id: id,
        shutdown,
        state: shutdown === null ? "active" : "deprecated",
        aliases: name ? [name] : [],
        quote: `"${id}": expiration_date ${written ? `"${written}"` : "null"}`,
      }),
    );
  }
  return { facts, problems, prices: readPrices(data) };
}

const priced = schema((z) =>
  z.object({
    id: z.string().min(1),
    canonical_slug: z.string().nullish(),
    hugging_face_id: z.string().nullish(),
    pricing: z.object({ prompt: z.coerce.number().min(0), completion: z.coerce.number().min(0) }),
    context_length: z.number().positive().nullish(),
  }),
);

/**
 * The makers whose own API is what OpenRouter hands on, at the maker's price
 * (https://openrouter.ai/docs/faq: no markup on inference pricing).
 */
const OWN_API: Readonly<Record<string, string>> = {
  openai: "openai-api",
  anthropic: "anthropic-api",
  google: "gemini-api",
  "x-ai": "xai-api",
  mistralai: "mistral-api",
  cohere: "cohere-api",
  perplexity: "perplexity-api",
};

/**
 * US dollars per million tokens and tokens of context, by `surface|id` in lower case: on OpenRouter, and for closed
 * models of known makers on the maker's own API. Open weights are served by anybody at any price, and variants (`:free`)
 * and moving names (`~`) are OpenRouter's alone.
 */
function readPrices(data: readonly unknown[]): Map<string, PriceRow> {
  const found = new Map<string, PriceRow>();
  for (const raw of data) {
    const parsed = priced.safeParse(raw);
    if (!parsed.success) continue;
    const { id, canonical_slug: slug, hugging_face_id: weights, pricing, context_length } = parsed.data;
    const perMillion = (cost: number) => (cost > 0 ? Math.round(cost * 1e9) / 1e3 : null);
    const row: PriceRow = [perMillion(pricing.prompt), perMillion(pricing.completion), context_length ?? null];
    if (row[0] === null && row[1] === null) continue;
    found.set(`openrouter|${id.toLowerCase()}`, row);
    if (weights || id.includes(":")) continue;
    for (const name of [slug, id]) {
      const own = ownName(name ?? "");
      if (own !== null) found.set(own, row);
    }
  }
  return found;
}

function ownName(id: string): string | null {
  const slash = id.indexOf("/");
  const maker = id.slice(0, Math.max(0, slash));
  const surface = Object.hasOwn(OWN_API, maker) ? OWN_API[maker] : undefined;
  return surface === undefined ? null : `${surface}|${id.slice(slash + 1).toLowerCase()}`;
}
