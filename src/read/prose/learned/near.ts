import type { Clause } from "../clauses.ts";
import type { Cue, CueKind } from "../lexicon.ts";
import type { Item, Spot } from "./item.ts";

/** Words that tell, beside those of an end, what a statement says of a model by how near they stand to its name. */
export const STATING = [
  "deprecate",
  "stay",
  "not",
  "replaceBefore",
  "replaceAfter",
  "oldBefore",
  "things",
  "launch",
] as const satisfies readonly CueKind[];

/** Two places that belong together more than others of theirs do. */
export type Pair<A, B> = { first: A; second: B; sentences: number; units: number };

/** The two of them that stand nearest, fewer sentences before fewer UTF-16 units; null where one side is empty. */
export function nearest<A extends Spot, B extends Spot>(
  firsts: readonly A[],
  seconds: readonly B[],
): Pair<A, B> | null {
  let best: Pair<A, B> | null = null;
  for (const first of firsts)
    for (const second of seconds) {
      const sentences = Math.abs(first.sentence - second.sentence);
      const units = Math.abs(first.at - second.at);
      if (best === null || sentences < best.sentences || (sentences === best.sentences && units < best.units))
        best = { first, second, sentences, units };
    }
  return best;
}

/** One number for `nearest`, to compare with. */
export const farness = (pair: Pair<Spot, Spot> | null): number =>
  pair === null ? Number.POSITIVE_INFINITY : pair.sentences * 1_000 + pair.units;

/** The statement that a place stands in. */
export const clauseAt = (item: Item, { sentence, start }: Spot): Clause | undefined =>
  item.sentences[sentence]?.clauses.find((clause) => start >= clause.start && start < clause.end);

/** How far the nearest of some words stands from a place of the same sentence, at most `most`; negative before it. */
export function gapTo(cues: readonly Cue[], { start, end }: Spot, most: number): number {
  let best = most;
  for (const cue of cues) {
    const gap = cue.start >= end ? cue.start - end : start >= cue.end ? cue.end - start : 0;
    if (Math.abs(gap) < Math.abs(best)) best = gap;
  }
  return best;
}

/** How many words of a kind stand in the statement around a place. */
export function inClause(item: Item, kind: CueKind, spot: Spot): number {
  const clause = clauseAt(item, spot);
  if (clause === undefined) return 0;
  return item.cues(kind, spot.sentence).filter(({ start }) => start >= clause.start && start < clause.end).length;
}

/** How many of some places stand between two others. */
export const countBetween = (spots: readonly Spot[], a: Spot, b: Spot): number =>
  spots.filter(({ at }) => at > Math.min(a.at, b.at) && at < Math.max(a.at, b.at)).length;

export const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** The share of some things of which something is true. */
export const share = <T>(things: readonly T[], is: (thing: T) => boolean): number =>
  mean(things.map((thing) => Number(is(thing))));

/** The largest, the mean and the least of some likelihoods under a name; -1 where there are none. */
export function spread(name: string, values: readonly number[]): Record<string, number> {
  const none = values.length === 0;
  return {
    [`${name}Most`]: none ? -1 : Math.max(...values),
    [`${name}Mean`]: none ? -1 : mean(values),
    [`${name}Least`]: none ? -1 : Math.min(...values),
  };
}
