import { civilDateAt } from "../core/civil-date.ts";
import type { Fact } from "../core/fact.ts";
import { shortId } from "../core/change.ts";
import { type ModelRecord, recordKey, type StatusMatch } from "../core/model.ts";
import type { SourceSpec } from "../core/source.ts";
import type { KeyValueBackend } from "../core/store.ts";
import { surfaceOf } from "../core/surface.ts";
import { matchOf, statusOf } from "../catalog/lookup.ts";

/** How what was sent compares with what is known. */
export type Comparison = {
  fact: Fact;
  /**
   * known: the same date stands; differs: another date is known; new: nothing of the kind is known; withdraws: it takes an
   * end back.
   */
  verdict: "known" | "differs" | "new" | "withdraws";
  /** The date that is known, and since when it was announced. */
  known: {
    shutdown: string | null;
    precision: Fact["precision"];
    announced: string | null;
    source: string;
  } | null;
};

/** Under this id what people were sent stands as a source. */
export const SENT_SOURCE = "ingest";

/**
 * Each thing that was sent is a source of its own, known by what it says: the next one overwrites nothing of it, and the same
 * one again is the same source. A feed: what it does not repeat is not gone.
 */
export function sentSpec({ facts, trust }: Letter): SourceSpec {
  const meaning = facts.map((fact) => `${recordKey(fact)} ${fact.shutdown} ${fact.scheduled} ${fact.evidence.quote}`);
  const id = `${SENT_SOURCE}-${shortId(trust, meaning.toSorted().join("\n"))}`;
  return { id, url: "", provider: "unknown", surface: "unknown", form: "text", trust, nature: "feed" };
}

/** Facts whose text names no place, on the one surface where their model is known; a name known in several places stays. */
export function placed(facts: readonly Fact[], records: ReadonlyMap<string, ModelRecord>, now: number): Fact[] {
  return facts.map((fact) => {
    if (fact.surface !== "unknown") return fact;
    const [only, ...others] = statusOf(fact.model_id, records, { now, sources: [] }).matches;
    return only === undefined || others.length > 0 ? fact : { ...fact, surface: only.surface, provider: only.provider };
  });
}

/** Each fact against the catalogue, by the model that its name means on its surface. */
export function compare(facts: readonly Fact[], records: ReadonlyMap<string, ModelRecord>, now: number): Comparison[] {
  return facts.map((fact) => {
    const exact = records.get(recordKey(fact));
    const context = { now, sources: [] };
    const match = exact
      ? matchOf(exact, context)
      : statusOf(fact.model_id, records, context).matches.find((one) => one.surface === fact.surface);
    const takesBack = fact.state === "withdrawn";
    if (match === undefined || match.shutdown === null)
      return { fact, verdict: takesBack ? "withdraws" : "new", known: null };
    const { shutdown, precision, announced } = match;
    const known = { shutdown, precision, announced, source: match.decided_by };
    if (takesBack) return { fact, verdict: "withdraws", known };
    // "Not sooner than" of a model that lives is no date that was announced, and contradicts none behind it.
    if (isFloor(match) && (fact.shutdown === null || fact.shutdown >= shutdown)) return { fact, verdict: "new", known };
    const same = fact.shutdown === null || sameDay(fact, match.shutdown);
    return { fact, verdict: same ? "known" : "differs", known };
  });
}

/** A floor of a model whose end nobody has announced. */
const isFloor = ({ status, precision }: Pick<StatusMatch, "status" | "precision">): boolean =>
  precision === "earliest" && status !== "deprecated" && status !== "retired";

function sameDay(fact: Fact, known: string): boolean {
  return fact.precision === "month" ? fact.shutdown?.slice(0, 7) === known.slice(0, 7) : fact.shutdown === known;
}

const INBOX = "inbox";
export type Letter = { facts: Fact[]; trust: SourceSpec["trust"] };

/**
 * Facts on their way to the bot. Only the process that holds the lease writes the catalogue, so what another process was
 * given waits here until the next tick.
 */
export function createInbox(keyValue: KeyValueBackend): {
  put(id: string, letter: Letter): Promise<void>;
  /**
   * Takes every letter; each is gone only when `take` has worked. One that cannot be taken stays and holds up no other.
   * @throws what the first such letter threw, after the others were taken
   */
  empty(take: (letter: Letter) => Promise<void>): Promise<number>;
} {
  return {
    put: (id, letter) => keyValue.set(INBOX, id, JSON.stringify(letter), null),
    empty: async (take) => {
      const letters = await keyValue.entries(INBOX);
      const failures: unknown[] = [];
      for (const [id, text] of letters) {
        try {
          await take(JSON.parse(text) as Letter);
          await keyValue.delete(INBOX, id);
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw failures[0];
      return letters.length;
    },
  };
}

function knownDay(known: Comparison["known"]): string {
  if (known === null || known.shutdown === null) return "no date";
  if (known.precision === "month") return known.shutdown.slice(0, 7);
  return known.precision === "earliest" ? `not before ${known.shutdown}` : known.shutdown;
}

/** How it compares, in words. */
function verdictText({ fact, verdict, known }: Comparison, now: number): string {
  const source = known?.source ?? "another source";
  if (verdict === "known") return `known already${known?.announced ? ` since ${known.announced}` : ""}`;
  if (verdict === "differs") return `differs: ${source} says ${knownDay(known)}`;
  if (verdict === "withdraws")
    return known === null ? "no end of it is known" : `takes back ${knownDay(known)} of ${source}`;
  if (known !== null) return `new; ${source} says only ${knownDay(known)}`;
  return fact.shutdown !== null && fact.shutdown < civilDateAt(now) ? "not known, and past" : "new";
}

function dayText({ shutdown, precision, state }: Fact): string {
  if (state === "withdrawn") return "its end is taken back";
  if (shutdown === null) return "no date";
  return precision === "month" ? shutdown.slice(0, 7) : shutdown;
}

/** One comparison in words for a terminal. */
export function comparisonLine(comparison: Comparison, now: number): string {
  const { fact } = comparison;
  const where = surfaceOf(fact.surface)?.label ?? fact.surface;
  const instead = fact.replacements.length > 0 ? `, replaced by ${fact.replacements.join(", ")}` : "";
  const version = fact.version === null ? "" : ` (${fact.version})`;
  const words = `${fact.model_id}${version} on ${where}: ${dayText(fact)}${instead} (${verdictText(comparison, now)})`;
  return `${words}\n    "${fact.evidence.quote.replaceAll("\n", " ")}"`;
}
