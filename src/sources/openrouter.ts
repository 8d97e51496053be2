import * as z from "zod";
import type { Prices } from "../core/card.ts";
import type { Fact } from "../core/fact.ts";
import type { Reading, ReadProblem, SourceDocument, SourceFamily } from "../core/source.ts";
import { parseJson } from "../parse/index.ts";
import { dayOf, factOf } from "./second-hand/fact.ts";

const file = z.object({ data: z.array(z.unknown()) });
const model = z.object({ id: z.string().min(1), name: z.string().nullish(), expiration_date: z.string().nullish() });

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
  const farYear = Number(document.at.slice(0, 4)) + FAR_YEARS;
  for (const [index, raw] of file.parse(parseJson(document.text)).data.entries()) {
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
  return { facts, problems };
}

const priced = z.object({
  id: z.string().min(1),
  pricing: z.object({ prompt: z.coerce.number().min(0), completion: z.coerce.number().min(0) }),
  context_length: z.number().positive().nullish(),
});

/** Prices of a recorded list: US dollars per million tokens, and tokens of context, by `surface|id` in lower case. */
export function readPrices(text: string): Map<string, Prices> {
  const found = new Map<string, Prices>();
  for (const raw of file.parse(parseJson(text)).data) {
    const parsed = priced.safeParse(raw);
    if (!parsed.success) continue;
    const { id, pricing, context_length } = parsed.data;
    const perMillion = (cost: number) => (cost > 0 ? Math.round(cost * 1e9) / 1e3 : null);
    const prices = { input: perMillion(pricing.prompt), output: perMillion(pricing.completion) };
    if (prices.input === null && prices.output === null) continue;
    found.set(`openrouter|${id.toLowerCase()}`, { ...prices, context: context_length ?? null });
  }
  return found;
}
