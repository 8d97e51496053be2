import { EDGE } from "./stems.ts";

/** A stem that ends in a state: the set that it belongs to, and 1 where a word must end behind it. */
type End = { set: number; edge: 0 | 1 };
type Node = { next: Map<number, Node>; ends: End[]; fail: Node | null; state: number };

/**
 * An automaton as one table, of one row for each state, with the next state for each class of characters: class 0 has
 * those of words that stand in no stem, class 1 all others of which that is true.
 */
export type Automaton = {
  /** Short numbers, since what is walked over most must stay in the processor's cache. */
  step: Uint16Array;
  width: number;
  classOf: Uint16Array;
  /** Where a text begins. */
  start: number;
  /** The states from here on are those where a stem ends. */
  firstEnd: number;
  /** From where to where the ends of the states stand in `ends`, those of `firstEnd` first. */
  places: Uint32Array;
  /** Of each end its set, and 1 where a word must end behind it. */
  ends: Uint32Array;
};

const MOST_STATES = 65_536;
const WORD = 0;
const OTHER = 1;

/** True for what belongs to a word: what `\w` matches in lower case. */
export const isOfWord = (unit: number): boolean =>
  (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || unit === 95;

/**
 * The automaton of Aho and Corasick for the stems of some sets. Stems that begin at the edge of a word hang on a state of
 * their own, where all that is of no word leads to: inside of words it stands still.
 *
 * @param units how many UTF-16 units there are, from 0 on; no stem has others
 * @throws RangeError when they need more states than there are short numbers
 */
export function automatonOf(sets: readonly (readonly string[])[], units: number): Automaton {
  const { root, edge, classOf, width, parting } = trieOf(sets, units);
  const nodes = linked(root, edge, parting);
  if (nodes.length > MOST_STATES) throw new RangeError(`${nodes.length} states for the stems of one index`);
  const firstEnd = nodes.filter((node) => node.ends.length === 0).length;
  let [silent, ending] = [0, firstEnd];
  for (const node of nodes) node.state = node.ends.length === 0 ? silent++ : ending++;
  const step = new Uint16Array(nodes.length * width);
  for (const kind of parting) step[root.state * width + kind] = edge.state;
  const places = [0];
  const ends: number[] = [];
  for (const node of nodes) {
    const row = node.state * width;
    // Where nothing goes on, it is as if only the shorter text had been read: its row is made already.
    if (node.fail !== null) step.copyWithin(row, node.fail.state * width, (node.fail.state + 1) * width);
    for (const [kind, next] of node.next) step[row + kind] = next.state;
    if (node.ends.length === 0) continue;
    for (const end of node.ends) ends.push(end.set, end.edge);
    places.push(ends.length);
  }
  const tables = { places: Uint32Array.from(places), ends: Uint32Array.from(ends) };
  return { step, width, classOf, start: edge.state, firstEnd, ...tables };
}

const emptyNode = (): Node => ({ next: new Map(), ends: [], fail: null, state: 0 });

type Trie = {
  root: Node;
  /** Where the stems begin that stand at the edge of a word. */
  edge: Node;
  classOf: Uint16Array;
  width: number;
  /** The classes of characters that belong to no word. */
  parting: number[];
};

/** All stems as a tree of their characters, which are numbered in the order in which they are met. */
function trieOf(sets: readonly (readonly string[])[], units: number): Trie {
  const [root, edge] = [emptyNode(), emptyNode()];
  const classOf = new Uint16Array(units).fill(OTHER);
  for (let unit = 0; unit < 128; unit += 1) if (isOfWord(unit)) classOf[unit] = WORD;
  const parting = [OTHER];
  let width = 2;
  for (const [set, stems] of sets.entries()) {
    for (const stem of stems) {
      const letters = stem.replaceAll(EDGE, "");
      let node = stem.startsWith(EDGE) ? edge : root;
      for (let at = 0; at < letters.length; at += 1) {
        const unit = letters.charCodeAt(at);
        if ((classOf[unit] ?? 0) <= OTHER) {
          if (!isOfWord(unit)) parting.push(width);
          classOf[unit] = width++;
        }
        const kind = classOf[unit] ?? 0;
        const next = node.next.get(kind) ?? emptyNode();
        node.next.set(kind, next);
        node = next;
      }
      node.ends.push({ set, edge: stem.endsWith(EDGE) ? 1 : 0 });
    }
  }
  return { root, edge, classOf, width, parting };
}

/** All nodes, the nearest to the root first, each with the longest other one that its text ends with and what ends there. */
function linked(root: Node, edge: Node, parting: readonly number[]): Node[] {
  edge.fail = root;
  const parts = new Set(parting);
  const after = (from: Node | null, kind: number): Node => {
    for (let node = from; node !== null; node = node.fail) {
      const next = node.next.get(kind);
      if (next !== undefined) return next;
    }
    return parts.has(kind) ? edge : root;
  };
  const nodes = [root, edge];
  for (const node of nodes) {
    if (node.fail !== null) node.ends.push(...node.fail.ends);
    for (const [kind, child] of node.next) {
      // A single character has nothing shorter behind it but the edge that it may be.
      child.fail = node === root ? (parts.has(kind) ? edge : root) : after(node.fail, kind);
      nodes.push(child);
    }
  }
  return nodes;
}
