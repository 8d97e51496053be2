import { readFileSync } from "node:fs";
import { once } from "../../lib/remember.ts";
import { logistic } from "./learned/weights.ts";

/** What `npm run learn` writes: of each slot how rare its pieces are, and which way they speak. */
export type WordingModel = {
  /** How many slots there are; a power of two. */
  slots: number;
  bias: number;
  /** Both lists as bytes in base64, with what one step of them is worth. */
  rarity: { step: number; bytes: string };
  weight: { step: number; bytes: string };
};

/** The model as it is used: see `docs/decisions/0006-wording.md`. */
export const WORDING_FILE = new URL("wording.json", import.meta.url);

const SHORTEST_PIECE = 2;
const LONGEST_PIECE = 4;
/** Names and numbers of models say nothing of what is told of them. */
const NAME = /[a-z@][\w.@/:-]{0,80}\d[\w.@/:-]{0,80}/gi;

const TAG = /<[^<>]{1,300}>/g;

/** A text as it is compared: no mark-up, no name, no number, no case. */
const plainOf = (text: string): string =>
  text.replace(TAG, " ").replace(NAME, " § ").replace(/\d+/g, "0").toLowerCase();

/**
 * How often each slot's pieces stand in a text: two to four letters of a word with its edges, each in one of `slots` slots.
 *
 * @param slots a power of two
 */
export function piecesOf(text: string, slots: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const word of plainOf(text).split(/\s+/)) {
    if (word === "") continue;
    const framed = ` ${word} `;
    for (let from = 0; from < framed.length - 1; from += 1) {
      // FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/
      let hash = 0x811c9dc5;
      const last = Math.min(framed.length, from + LONGEST_PIECE);
      for (let at = from; at < last; at += 1) {
        hash = Math.imul(hash ^ framed.charCodeAt(at), 0x01000193);
        if (at - from + 1 < SHORTEST_PIECE) continue;
        const slot = (hash ^ (hash >>> 15)) & (slots - 1);
        counts.set(slot, (counts.get(slot) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** Counts as the model weighs them: many of one kind say little more than one, and long texts no more than short ones. */
export function weighed(counts: ReadonlyMap<number, number>, rarity: (slot: number) => number): [number, number][] {
  const values = [...counts].map(([slot, count]): [number, number] => [slot, (1 + Math.log(count)) * rarity(slot)]);
  const length = Math.sqrt(values.reduce((sum, [, value]) => sum + value * value, 0));
  return length === 0 ? [] : values.map(([slot, value]) => [slot, value / length]);
}

/** The likelihood, 0 to 1, that a text of such wording reports the end of a model on a developer surface, by a model. */
export function likelihoodBy(model: WordingModel): (text: string) => number {
  const rarity = Uint8Array.from(Buffer.from(model.rarity.bytes, "base64"));
  const weight = Int8Array.from(Buffer.from(model.weight.bytes, "base64"));
  return (text) => {
    const values = weighed(piecesOf(text, model.slots), (slot) => (rarity[slot] ?? 0) * model.rarity.step);
    const sum = values.reduce(
      (all, [slot, value]) => all + value * (weight[slot] ?? 0) * model.weight.step,
      model.bias,
    );
    return logistic(sum);
  };
}

const shipped = once(() => likelihoodBy(JSON.parse(readFileSync(WORDING_FILE, "utf8")) as WordingModel));

/** The same by the model that ships with the project. */
export const likelihoodOfEnd = (text: string): number => shipped()(text);
