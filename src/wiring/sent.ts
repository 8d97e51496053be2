import { civilDateAt } from "../core/civil-date.ts";
import type { Fact } from "../core/fact.ts";
import { type ModelRecord, recordKey } from "../core/model.ts";
import type { SourceSpec } from "../core/source.ts";
import type { KeyValueBackend } from "../core/store.ts";
import { surfaceOf } from "../core/surface.ts";
import { matchOf, statusOf } from "../catalog/lookup.ts";

/** How what was sent compares with what is known. */
export type Comparison = {
  fact: Fact;
  /** known: the same date stands; differs: another date is known; new: nothing of the kind is known. */
  verdict: "known" | "differs" | "new";
  /** The date that is known, and since when it was announced. */
  known: { shutdown: string | null; announced: string | null; source: string } | null;
};

/** Under this id what people were sent stands as a source. */
export const SENT_SOURCE = "ingest";

/** The source that sent things come from. A feed: what it does not repeat is not gone. */
export function sentSpec(trust: SourceSpec["trust"]): SourceSpec {
  return { id: SENT_SOURCE, url: "", provider: "unknown", surface: "unknown", form: "text", trust, nature: "feed" };
}

/** Each fact against the catalogue, by the model that its name means on its surface. */
export function compare(facts: readonly Fact[], records: ReadonlyMap<string, ModelRecord>, now: number): Comparison[] {
  return facts.map((fact) => {
    const exact = records.get(recordKey(fact));
    const context = { now, sources: [] };
    const match = exact
      ? matchOf(exact, context)
      : statusOf(fact.model_id, records, context).matches.find((one) => one.surface === fact.surface);
    if (match === undefined || match.shutdown === null) return { fact, verdict: "new", known: null };
    const known = { shutdown: match.shutdown, announced: match.announced, source: match.decided_by };
    const same = fact.shutdown === null || sameDay(fact, match.shutdown);
    return { fact, verdict: same ? "known" : "differs", known };
  });
}

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

/** One comparison in words for a terminal. */
export function comparisonLine({ fact, verdict, known }: Comparison, now: number): string {
  const where = surfaceOf(fact.surface)?.label ?? fact.surface;
  const date =
    fact.shutdown === null ? "no date" : fact.precision === "month" ? fact.shutdown.slice(0, 7) : fact.shutdown;
  const words = {
    known: `known already${known?.announced ? ` since ${known.announced}` : ""}`,
    differs: `differs: ${known?.source ?? "another source"} says ${known?.shutdown ?? "no date"}`,
    new: fact.shutdown !== null && fact.shutdown < civilDateAt(now) ? "not known, and past" : "new",
  }[verdict];
  const instead = fact.replacements.length > 0 ? `, replaced by ${fact.replacements.join(", ")}` : "";
  return `${fact.model_id} on ${where}: ${date}${instead} (${words})\n    "${fact.evidence.quote.replaceAll("\n", " ")}"`;
}
