import { once } from "../lib/remember.ts";
import { automatonOf, isOfWord } from "./automaton.ts";
import { type Way, waysOf } from "./stems.ts";

/** Which of some expressions can match in a text: their numbers in ascending order; never leaves one out that does match. */
export type StemIndex = (text: string) => readonly number[];

/**
 * An index of what expressions need (`waysOf`), as the automaton of Aho and Corasick (https://doi.org/10.1145/360825.360855):
 * one walk over a text, of one step for each of its UTF-16 units, tells all expressions that it may match, however many
 * there are. Make one where a module starts or is first used.
 *
 * @param enough it stops when so many are known, for who asks only whether there is one
 */
export function stemIndex(needs: readonly Way["needs"][], enough = Number.POSITIVE_INFINITY): StemIndex {
  const all = once(() => walkerOf(needs, enough));
  if (!needs.flat(2).some((stem) => isEastern(stem))) return (text) => all()(text) ?? [];
  // Most texts have no Eastern letter; without their stems the table is a tenth, and stays in the processor's cache.
  const western = once(() => walkerOf(needs.map(westernOf), enough, EAST));
  return (text) => western()(text) ?? all()(text) ?? [];
}

/** From here on stand the letters of East Asia (https://www.unicode.org/charts/: radicals, then all else of theirs). */
const EAST = 0x2e80;
const isEastern = (stem: string): boolean => /[\u2E80-\uFFFF]/.test(stem);

/** What is left of a need in a text without Eastern letters; a set of which nothing is left is never met. */
const westernOf = (sets: Way["needs"]): Way["needs"] => sets.map((stems) => stems.filter((stem) => !isEastern(stem)));

/** The walk itself; null for a text with a UTF-16 unit from `limit` on. */
function walkerOf(
  needs: readonly Way["needs"][],
  enough: number,
  limit = 0x1_0000,
): (text: string) => readonly number[] | null {
  const always = needs.flatMap((sets, number) => (sets.length === 0 ? [number] : []));
  const owners = needs.flatMap((sets, number) => sets.map(() => number));
  const wanted = Uint8Array.from(needs, (sets) => sets.length);
  const { step, width, classOf, start, firstEnd, places, ends } = automatonOf(needs.flat(), limit);
  const seen = new Uint32Array(owners.length);
  const met = new Uint32Array(places.length);
  const counted = new Uint32Array(needs.length);
  const count = new Uint8Array(needs.length);
  let turn = 0;
  return (text) => {
    turn += 1;
    let possible: number[] | null = null;
    let state = start;
    const { length } = text;
    for (let at = 0; at < length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit >= limit) return null;
      state = step[state * width + (classOf[unit] ?? 0)] ?? 0;
      if (state < firstEnd) continue;
      const place = state - firstEnd;
      if (met[place] === turn) continue;
      met[place] = turn;
      const last = places[place + 1] ?? 0;
      for (let end = places[place] ?? 0; end < last; end += 2) {
        const set = ends[end] ?? 0;
        if (seen[set] === turn) continue;
        if (ends[end + 1] === 1 && at + 1 < length && isOfWord(text.charCodeAt(at + 1))) {
          // It may end a word another time.
          met[place] = 0;
          continue;
        }
        seen[set] = turn;
        const owner = owners[set] ?? 0;
        const had = counted[owner] === turn ? (count[owner] ?? 0) : 0;
        counted[owner] = turn;
        count[owner] = had + 1;
        if (had + 1 !== wanted[owner]) continue;
        (possible ??= []).push(owner);
        if (possible.length >= enough) return possible;
      }
    }
    if (possible === null) return always;
    return possible.length + always.length === 1 ? possible : [...always, ...possible].sort((a, b) => a - b);
  };
}

/**
 * The index of whole expressions by their sources; it is made when it is first asked.
 *
 * @param words true where each match of theirs begins and ends at the edge of a word
 */
export function expressionIndex(sources: () => readonly string[], enough?: number, words = false): StemIndex {
  let index: StemIndex | undefined;
  let owners: number[] = [];
  const make = (): StemIndex => {
    const ways = sources().map((source) => waysOf(source, words));
    owners = ways.flatMap((some, number) => some.map(() => number));
    return stemIndex(
      ways.flat().map((way) => way.needs),
      enough,
    );
  };
  return (text) => {
    const possible = (index ??= make())(text);
    return possible.length < 2
      ? possible.map((way) => owners[way] ?? 0)
      : [...new Set(possible.map((way) => owners[way] ?? 0))];
  };
}
