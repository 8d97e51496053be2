import type { Item } from "./item.ts";
import type { Word } from "./words.ts";

/** How many slots the words around a place are spread over; a power of two. */
export const SLOTS = 2 ** 15;

/** Scripts without blanks have a word for each character, so more of them are looked at. */
const EAST: ReadonlySet<string> = new Set(["zh", "ja", "ko"]);
const REACH = 8;
const EASTERN_REACH = 14;

/** The slot of a piece of context. FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
function slotOf(piece: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < piece.length; at += 1) hash = Math.imul(hash ^ piece.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

/**
 * What stands around a name or a day of an item, as slots: the words before and behind it by their nearness, two and three
 * of them together, all words of its sentence by their side, the language.
 *
 * @param place which of `words` it is
 */
export function contextOf(item: Item, words: readonly Word[], place: number): Int32Array {
  const center = words[place];
  if (center === undefined) return new Int32Array();
  const model = center.mention?.model;
  const textAt = (at: number): string | null => {
    const word = words[at];
    if (word === undefined || Math.abs(word.sentence - center.sentence) > 1) return null;
    return word.mention !== undefined && word.mention.model === model ? "<same>" : word.text;
  };
  const east = EAST.has(item.lang);
  const pieces = new Set<string>([
    `${center.mention === undefined ? center.text : center.mention.name.form} ${center.day?.date.relative === true}`,
    center.sentence === 0 ? "in title" : "in text",
    `in ${item.lang}`,
  ]);
  for (let off = 1; off <= (east ? EASTERN_REACH : REACH); off += 1)
    for (const side of [-1, 1]) {
      const [one, two, three] = [0, 1, 2].map((more) => textAt(place + side * (off + more)));
      if (one === null || one === undefined) continue;
      const where = side < 0 ? "before" : "behind";
      pieces.add(`${where} ${off <= 2 ? off : off <= 4 ? "near" : "far"} ${one}`);
      if (off > 2) pieces.add(`${where} ${one}`);
      if (two === null || two === undefined) continue;
      pieces.add(`${where}${off === 1 ? " 1" : ""} ${one} ${two}`);
      if (east || off < 4) pieces.add(`${where} ${one} ${two} ${three ?? ""}`);
    }
  for (let at = place - 1; words[at]?.sentence === center.sentence; at -= 1) pieces.add(`left ${textAt(at)}`);
  for (let at = place + 1; words[at]?.sentence === center.sentence; at += 1) pieces.add(`right ${textAt(at)}`);
  return Int32Array.from(new Set([...pieces].map(slotOf)));
}
