import { type Way, waysOf } from "./stems.ts";

/** Which of some expressions can match in a text: their numbers in ascending order; never leaves one out that does match. */
export type StemIndex = (text: string) => readonly number[];

type Node = { next: Map<number, number>; sets: number[]; fail: number };

/**
 * An index of what expressions need (`waysOf`), as the automaton of Aho and Corasick (https://doi.org/10.1145/360825.360855):
 * one walk over a text, of one step for each of its UTF-16 units, tells all expressions that it may match, however many
 * there are. Make one where a module starts or is first used.
 *
 * @param enough it stops when so many are known, for who asks only whether there is one
 */
export function stemIndex(needs: readonly Way["needs"][], enough = Number.POSITIVE_INFINITY): StemIndex {
  const always = needs.flatMap((sets, number) => (sets.length === 0 ? [number] : []));
  const owners = needs.flatMap((sets, number) => sets.map(() => number));
  const wanted = Uint8Array.from(needs, (sets) => sets.length);
  const { step, hits, classOf } = automatonOf(needs.flat());
  const met = new Uint32Array(hits.length);
  const seen = new Uint32Array(owners.length);
  const counted = new Uint32Array(needs.length);
  const count = new Uint8Array(needs.length);
  let turn = 0;
  return (text) => {
    turn += 1;
    const possible: number[] = [];
    let state = 0;
    for (let at = 0; at < text.length; at += 1) {
      state = step[state + (classOf[text.charCodeAt(at)] ?? 0)] ?? 0;
      const hit = step[state] ?? 0;
      if (hit === 0 || met[hit] === turn) continue;
      met[hit] = turn;
      for (const set of hits[hit] ?? []) {
        if (seen[set] === turn) continue;
        seen[set] = turn;
        const owner = owners[set] ?? 0;
        const had = counted[owner] === turn ? (count[owner] ?? 0) : 0;
        counted[owner] = turn;
        count[owner] = had + 1;
        if (had + 1 !== wanted[owner]) continue;
        possible.push(owner);
        if (possible.length >= enough) return possible;
      }
    }
    if (possible.length === 0) return always;
    return possible.length + always.length === 1 ? possible : [...always, ...possible].sort((a, b) => a - b);
  };
}

/** The index of whole expressions by their sources; it is made when it is first asked. */
export function expressionIndex(sources: () => readonly string[], enough?: number): StemIndex {
  let index: StemIndex | undefined;
  let owners: number[] = [];
  const make = (): StemIndex => {
    const ways = sources().map((source) => waysOf(source));
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

/**
 * The automaton as one table. A state is the place of its row, which has what ends there (a place in `hits`, 0 for nothing)
 * and the next state for each class of characters; class 1 is all that stands in no stem.
 */
function automatonOf(sets: readonly (readonly string[])[]) {
  const nodes: Node[] = [{ next: new Map(), sets: [], fail: 0 }];
  const classOf = new Uint16Array(65_536).fill(1);
  let width = 2;
  sets.forEach((set, number) => {
    for (const stem of set) {
      let state = 0;
      for (let at = 0; at < stem.length; at += 1) {
        const unit = stem.charCodeAt(at);
        if (classOf[unit] === 1) classOf[unit] = width++;
        const kind = classOf[unit] ?? 1;
        const next = nodes[state]?.next.get(kind) ?? nodes.push({ next: new Map(), sets: [], fail: 0 }) - 1;
        nodes[state]?.next.set(kind, next);
        state = next;
      }
      nodes[state]?.sets.push(number);
    }
  });
  const step = new Int32Array(nodes.length * width);
  const hits: number[][] = [[]];
  const queue = [0];
  for (const state of queue) {
    const node = nodes[state];
    if (node === undefined) continue;
    const fail = state === 0 ? undefined : nodes[node.fail];
    if (fail !== undefined) node.sets.push(...fail.sets);
    if (node.sets.length > 0) step[state * width] = hits.push(node.sets) - 1;
    for (let kind = 1; kind < width; kind += 1) {
      const shorter = fail === undefined ? 0 : (step[node.fail * width + kind] ?? 0);
      const next = node.next.get(kind);
      step[state * width + kind] = next === undefined ? shorter : next * width;
      const child = next === undefined ? undefined : nodes[next];
      if (child === undefined || next === undefined) continue;
      child.fail = shorter / width;
      queue.push(next);
    }
  }
  return { step, classOf, hits };
}
