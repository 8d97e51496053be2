import type { Choice } from "../core/command.ts";
import type { ModelRecord } from "../core/model.ts";
import { nameKey } from "../core/model-name.ts";
import { remember } from "../lib/remember.ts";
import { nameParts } from "./names.ts";

/** Slack and Discord show at most this many characters of a choice: https://discord.com/developers/docs/interactions/application-commands#application-command-object-application-command-option-choice-structure */
const CHOICE_CHARACTERS = 100;

/** Less alike than this is no help to anybody. */
const LEAST_ALIKE = 0.2;

/** "gpt 4.5 foo" is nearer to gpt-4.5-preview than to gpt-5.4, whose letters are as many. */
const SAME_FIGURES = 0.3;

/** Names near to one that nobody knows, best first. They are shown as a question and never taken for the answer. */
export function nearNames(query: string, records: ReadonlyMap<string, ModelRecord>, limit: number): string[] {
  // Full-width letters, as input methods of East Asia write them: near, and never the same.
  const wanted = nameKey(query.slice(0, 200).normalize("NFKC"));
  if (wanted === "") return [];
  const asked = pairsOf(wanted);
  const letters = pairsOf(wordsOf(wanted));
  const numbers = nameParts(query.slice(0, 200).normalize("NFKC")).numbers.join(" ");
  const asksFigures = numbers !== "";
  const scored = distinctIds(records).map((id) => {
    const { key, pairs, letterPairs } = spelling(id);
    // A figure in common says nothing where no word is alike.
    if (letters.size > 0 && alike(letters, letterPairs) < LEAST_ALIKE) return { id, score: 0 };
    // An id that holds every word that was typed is nearer than any that is merely spelled like it; then one of the same figures.
    const figures = asksFigures && nameParts(id).numbers.join(" ") === numbers;
    return { id, score: alike(asked, pairs) + (hasAll(key, wanted) ? 1 : 0) + (figures ? SAME_FIGURES : 0) };
  });
  return scored
    .filter(({ score }) => score >= LEAST_ALIKE)
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id }) => id);
}

/** Ids for autocomplete: those that begin with the text first, then those that hold it, the shorter first. */
export function complete(text: string, records: ReadonlyMap<string, ModelRecord>, limit: number): Choice[] {
  const wanted = nameKey(text.slice(0, 200));
  const raw = text.trim().toLowerCase();
  const scored = distinctIds(records).flatMap((id) => {
    const { key } = spelling(id);
    if (key.startsWith(wanted) || id.toLowerCase().startsWith(raw)) return [{ id, rank: 0 }];
    if (key.includes(` ${wanted}`)) return [{ id, rank: 1 }];
    return key.includes(wanted) || hasAll(key, wanted) ? [{ id, rank: 2 }] : [];
  });
  return scored
    .sort((a, b) => a.rank - b.rank || a.id.length - b.id.length || (a.id < b.id ? -1 : 1))
    .filter(({ id }) => id.length <= CHOICE_CHARACTERS)
    .slice(0, limit)
    .map(({ id }) => ({ name: id, value: id }));
}

/** Every question that nobody can answer looks at every id, and ids hardly change. */
const spelling = remember((id) => {
  const key = nameKey(id);
  return { key, pairs: pairsOf(key), letterPairs: pairsOf(wordsOf(key)) };
}, 10_000);

function wordsOf(key: string): string {
  return key
    .split(" ")
    .filter((token) => !/^\d/.test(token))
    .join(" ");
}

function hasAll(key: string, wanted: string): boolean {
  const words = key.split(" ");
  return wanted.split(" ").every((part) => words.some((word) => word.startsWith(part)));
}

function distinctIds(records: ReadonlyMap<string, ModelRecord>): string[] {
  const byLower = new Map<string, string>();
  for (const record of records.values()) {
    if (record.claims.length > 0) byLower.set(record.model_id.toLowerCase(), record.model_id);
  }
  return [...byLower.values()];
}

/** Pairs of neighbouring letters, word by word. */
function pairsOf(key: string): Set<string> {
  const pairs = new Set<string>();
  for (const word of key === "" ? [] : key.split(" ")) {
    const framed = ` ${word} `;
    for (let at = 0; at + 1 < framed.length; at += 1) pairs.add(framed.slice(at, at + 2));
  }
  return pairs;
}

/** Dice's coefficient: 1 for the same pairs, 0 for none in common. */
function alike(a: Set<string>, b: Set<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared += 1;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
