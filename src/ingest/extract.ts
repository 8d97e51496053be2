import * as z from "zod";
import { isCivilDate } from "../core/civil-date.ts";
import type { Fact } from "../core/fact.ts";
import { forget } from "../lib/remember.ts";
import { isNoName } from "../read/names/no-name.ts";
import type { Reading, ReadProblem, SourceDocument, SourceFamily } from "../core/source.ts";

const MAX_QUOTE = 600;
/** No API model is older, and no provider plans further ahead; beyond is a misread year or a filler. */
const FIRST_YEAR = 2018;
const YEARS_AHEAD = 20;

const civil = z.string().refine(isCivilDate, "no date that exists").nullable();
const name = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .refine((text) => !/[\n\r\t<>]/.test(text), "not a name");

const factSchema = z.object({
  provider: name,
  surface: name,
  model_id: name,
  version: z.string().max(60).nullable(),
  kind: z.enum(["model", "agent", "endpoint", "product", "feature", "parameter", "fine-tune", "beta-header"]),
  announced: civil,
  deprecated: civil,
  shutdown: civil,
  precision: z.enum(["day", "month", "earliest"]).nullable(),
  stages: z.array(z.object({ name: z.string(), date: z.string().refine(isCivilDate) })).optional(),
  replacements: z.array(z.string().min(1).max(300)).max(50),
  scheduled: z.boolean(),
  state: z.enum(["active", "legacy", "deprecated", "retired", "withdrawn"]).nullish(),
  aliases: z.array(z.string().min(1).max(200)).max(50).optional(),
  scope: z.string().max(300).optional(),
  evidence: z.object({
    source: z.string(),
    url: z.string(),
    quote: z.string(),
    seen_at: z.string(),
    trust: z.enum(["provider", "second-hand", "press"]),
  }),
});

/**
 * Reads one document by its family and keeps what can be believed: facts of the right shape with possible dates, each
 * told once. What is left out stands in the reading's problems, never silently dropped and never guessed.
 *
 * @throws whatever the family's reader throws on a body that is not its form; the caller calls that poll suspect
 */
export async function extractFacts(document: SourceDocument, family: SourceFamily): Promise<Reading> {
  const reading = await readOnce(document, family);
  const problems: ReadProblem[] = [...reading.problems];
  const kept = new Map<string, Fact>();
  const lastYear = Number(document.at.slice(0, 4)) + YEARS_AHEAD;
  for (const fact of reading.facts) {
    const parsed = factSchema.safeParse(fact);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      problems.push({
        what: `${issue?.path.join(".") ?? "fact"}: ${issue?.message ?? "wrong"}`,
        where: fact.model_id.slice(0, 100),
      });
      continue;
    }
    if (fact.kind === "model" && isNoName(fact.model_id)) {
      problems.push({ what: "no name of a model", where: fact.model_id.slice(0, 100) });
      continue;
    }
    const odd = [fact.announced, fact.deprecated, fact.shutdown].find(
      (date) => date !== null && !isPlausible(date, lastYear),
    );
    if (odd !== undefined) {
      problems.push({ what: `an impossible year: ${odd}`, where: fact.model_id });
      continue;
    }
    const key = identity(fact);
    const before = kept.get(key);
    if (before === undefined) kept.set(key, shortened(fact));
    else merge(before, fact);
  }
  return { ...reading, facts: [...kept.values()], problems };
}

/** What the readers remember of a page's sentences is of no use to the next page. */
async function readOnce(document: SourceDocument, family: SourceFamily): Promise<Reading> {
  try {
    return await family.read(document);
  } finally {
    forget();
  }
}

function isPlausible(date: string, lastYear: number): boolean {
  const year = Number(date.slice(0, 4));
  return year >= FIRST_YEAR && year <= lastYear;
}

/** Two facts that say the same of one model are one fact, wherever on the page they stand. */
function identity(fact: Fact): string {
  const { surface, model_id, version, kind, shutdown, precision, scheduled } = fact;
  return JSON.stringify([surface, model_id.trim().toLowerCase(), version, kind, shutdown, precision, scheduled]);
}

function merge(into: Fact, other: Fact): void {
  into.announced ??= other.announced;
  into.deprecated ??= other.deprecated;
  if (other.state) into.state ??= other.state;
  if (into.replacements.length === 0) into.replacements = [...other.replacements];
  const aliases = new Set([...(into.aliases ?? []), ...(other.aliases ?? [])]);
  if (aliases.size > 0) into.aliases = [...aliases];
}

function shortened(fact: Fact): Fact {
  const quote = fact.evidence.quote;
  const short =
    quote.length > MAX_QUOTE
      ? `${Array.from(quote.slice(0, MAX_QUOTE * 2))
          .slice(0, MAX_QUOTE)
          .join("")}…`
      : quote;
  return { ...fact, model_id: fact.model_id.trim(), evidence: { ...fact.evidence, quote: short } };
}
