import type { NameMention } from "../names/index.ts";
import type { Label } from "./labels.ts";

/** A name or a short word for models that end, or a name of what takes over. */
export type Item = {
  start: number;
  end: number;
  old: Set<string> | null;
  label: Label["kind"] | "name";
  name: NameMention;
};

/** Consecutive items of one side. */
export type Run = { old: boolean; items: Item[] };

/** Whom a run of new names is for, null where the sentence leaves it open, and which of them are named in full. */
export type Pair = { run: Run; about: Set<string> | null; named: Set<string> };

/** Where one who-for-whom may end and another begin. */
const PART =
  /[,;，、；](?=\s|[^\x20-\x7E])|\s(?:and|while|whereas|und|während|et|tandis que|y|mientras|e|enquanto|mentre)\s/gu;
/** "x or, if you need pictures, y". */
export const OR_ELSE =
  /^[`"'”」)]?,? ?(?:or|oder|ou|o|u|oppure|或(?:者)?|または|또는)(?:,[^,]{1,40},)? ?(?:the |das |der |die |le |la |el |o |a |il )?[`"'“「]?$/u;

/** "a, b and c": nothing else between two names. */
const AND =
  /^[`"'”」)]?(?:[,，、]| and| und| et| y| e| sowie|和|と|및){1,2} ?(?:the |das |der |die |le |la |el |o |a |il )?[`"'“「]?$/u;
/** Where the parts of a sentence begin and end. */
export const cutsOf = (plain: string): number[] => [
  0,
  ...[...plain.matchAll(PART)].map((match) => match.index),
  plain.length,
];

function runsOf(items: readonly Item[]): Run[] {
  const runs: Run[] = [];
  for (const item of items) {
    const last = runs.at(-1);
    if (last?.old === (item.old !== null)) last.items.push(item);
    else runs.push({ old: item.old !== null, items: [item] });
  }
  return runs;
}

const meantBy = (items: readonly Item[]): Set<string> => new Set(items.flatMap((item) => [...(item.old ?? [])]));

/** Whom each new name of a part of a sentence is for: what stands before it, or behind it where the part begins with a new name. */
function pairsOfPart(part: readonly Item[]): Pair[] {
  const runs = runsOf(part);
  return runs.flatMap((run, place): Pair[] => {
    if (run.old) return [];
    const old = (runs[0]?.old === true ? runs[place - 1] : runs[place + 1])?.items ?? [];
    const about = meantBy(old);
    const named = meantBy(old.filter((item) => item.label === "name"));
    return [{ run, about: about.size > 0 ? about : null, named }];
  });
}

const hasOld = (part: readonly Item[]): boolean => part.some((item) => item.old !== null);
const hasNew = (part: readonly Item[]): boolean => part.some((item) => item.old === null);
const oldFirst = (part: readonly Item[] | undefined): boolean => part?.[0] !== undefined && part[0].old !== null;
const newFirst = (part: readonly Item[] | undefined): boolean => part?.[0] !== undefined && part[0].old === null;

/** The items between commas and the like; what has only old or only new names belongs to its neighbour. */
function partsOf(items: readonly Item[], plain: string): Item[][] {
  const cuts = cutsOf(plain);
  const parts = cuts
    .slice(1)
    .map((to, index) => items.filter((item) => item.start >= (cuts[index] ?? 0) && item.start < to))
    .filter((part) => part.length > 0);
  const made: Item[][] = [];
  let ahead: Item[] = [];
  for (const [place, part] of parts.entries()) {
    const last = made.at(-1);
    const next = parts.slice(place + 1).find((other) => hasNew(other));
    const gap = plain.slice(parts[place - 1]?.at(-1)?.end ?? 0, part[0]?.start);
    if (hasOld(part) && hasNew(part)) {
      made.push([...ahead, ...part]);
      ahead = [];
    } else if (hasOld(part)) {
      if (last !== undefined && ahead.length === 0 && newFirst(last) && !oldFirst(next)) last.push(...part);
      else ahead.push(...part);
    } else if (
      last !== undefined &&
      place > 0 &&
      (OR_ELSE.test(gap) || (oldFirst(last) && AND.test(gap))) &&
      ahead.length === 0
    )
      last.push(...part);
    else if (
      ahead.length > 0 ||
      (next !== undefined && newFirst(next) && hasOld(next) && AND.test(gapAfter(parts, place, plain)))
    )
      ahead.push(...part);
    else made.push(part);
  }
  return ahead.length > 0 ? [...made, ahead] : made;
}

const gapAfter = (parts: readonly Item[][], place: number, plain: string): string =>
  plain.slice(parts[place]?.at(-1)?.end ?? 0, parts[place + 1]?.[0]?.start);

/**
 * Who is for whom in one sentence: old and new names stand together between commas, and what is left over on one side is for
 * what is left over on the other. Null where the sentence does not divide them.
 */
export function pairsOf(items: readonly Item[], plain: string, scope: readonly string[]): Pair[] | null {
  if (!hasOld(items) || !hasNew(items) || items.every((item) => item.old === null || item.label === "rest"))
    return null;
  // "To the x models: the large one for …": a family is not divided here.
  if (items.every((item) => item.old !== null || item.name.several || !/\d/.test(item.name.name))) return null;
  const pairs = partsOf(items, plain).flatMap(pairsOfPart);
  const known = pairs.filter((pair) => pair.about !== null);
  const labelled = items.some((item) => item.label !== "name");
  if (known.length === 0 || (known.length < 2 && !labelled)) return null;
  // "a and b become c and d": in turn, which the other rules see to.
  if (!labelled && known.some(({ run, about }) => run.items.length > 1 && about?.size === run.items.length))
    return null;
  const told = narrowed(known, scope, pairs.length > known.length);
  const rest = new Set(scope.filter((key) => !told.some(({ about }) => about?.has(key))));
  return pairs.flatMap((pair) => {
    const own = told.find(({ run }) => run === pair.run);
    if (own !== undefined) return [own];
    return rest.size > 0 ? [{ ...pair, about: rest }] : [];
  });
}

/** "Pro and Flash to x, the smallest to y": where something is left to be named, a short name means the model that has it alone. */
function narrowed(pairs: readonly Pair[], scope: readonly string[], open: boolean): Pair[] {
  const own = pairs.map(({ run, about, named }) => {
    // What another part of the sentence names more closely is not meant here.
    const clearer = (key: string) =>
      !named.has(key) &&
      pairs.some((pair) => pair.run !== run && pair.about?.has(key) && pair.about.size < (about?.size ?? 0));
    return { run, named, about: new Set([...(about ?? [])].filter((key) => !clearer(key))) };
  });
  const left = scope.some((key) => !own.some(({ about }) => about.has(key)));
  if (left || !open) return own;
  const length = (key: string) => key.split(" ").length;
  return own.map(({ run, about, named }) => {
    const shortest = Math.min(...[...about].map(length));
    const exact = [...about].filter((key) => named.has(key) || length(key) === shortest);
    return { run, named, about: new Set(exact) };
  });
}
