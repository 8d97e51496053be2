import { expressionIndex } from "../stem-index.ts";
import { ALL } from "./lexicon.ts";

const LATIN = ALL.filter((lexicon) => lexicon.common.length > 0);

type Weight = { language: number; weight: number };

/** The languages of each frequent word; one that several languages share says little about each. */
const WEIGHTS = new Map<string, Weight[]>();
for (const word of new Set(LATIN.flatMap(({ common }) => common))) {
  const sharing = LATIN.flatMap(({ common }, language) => (common.includes(word) ? [language] : []));
  WEIGHTS.set(
    word,
    sharing.map((language) => ({ language, weight: 1 / sharing.length })),
  );
}
/** The code of a word is its letters as a number of base 32; words of more than six letters have none. */
const LARGEST = 32 ** 6;
const BY_CODE: ReadonlyMap<number, Weight[]> = new Map(
  [...WEIGHTS].flatMap(([word, weights]) => (/^[a-z]{1,6}$/.test(word) ? [[codeOf(word), weights]] : [])),
);
/** 1 where a frequent word may be found: most words are none, and a look at a table is cheaper than one at a map. */
const SLOTS = 4_093;
const MAY_BE_FREQUENT = new Uint8Array(SLOTS);
for (const code of BY_CODE.keys()) MAY_BE_FREQUENT[code % SLOTS] = 1;
/** Frequent words of ASCII that are too long for a code; none so far. */
const LONG = [...WEIGHTS.keys()].some((word) => /^[a-z]{7,}$/.test(word));

const MARKS = LATIN.flatMap(({ marks }, language) =>
  marks === "" ? [] : [{ language, source: marks, re: new RegExp(marks, "gu") }],
);
const marksIn = expressionIndex(() => MARKS.map(({ source }) => source));

const EASTERN = /[\u3041-\u30FA\uAC00-\uD7A3\u4E00-\u9FFF]/;
const IDS = /(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]*(?:[-._/:@][A-Za-z0-9]+)+/g;

/** The East Asian language of a text that has some of their letters; null where the Latin ones prevail. */
function eastOf(sample: string): string | null {
  const count = (re: RegExp) => sample.match(re)?.length ?? 0;
  const [kana, hangul, han] = [count(/[\u3041-\u30FA]/g), count(/[\uAC00-\uD7A3]/g), count(/[\u4E00-\u9FFF]/g)];
  // Ids are of no language: "下线 `a-1`、`b-1`" is Chinese, however long they are.
  const letters = sample.replace(IDS, " ").match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (hangul * 3 > letters / 4 && hangul > han) return "ko";
  if (kana > 2 && kana * 3 > han / 4) return "ja";
  return han * 4 > letters / 2 ? "zh" : null;
}

/** The language of a text: by script, and by frequent small words where the script is Latin. */
export function languageOf(text: string): string {
  const sample = text.slice(0, 4000);
  const east = EASTERN.test(sample) ? eastOf(sample) : null;
  if (east !== null) return east;
  const plain = sample.toLowerCase();
  const scores: number[] = LATIN.map(() => 0);
  for (const number of marksIn(plain)) {
    const mark = MARKS[number];
    if (mark !== undefined) scores[mark.language] = (plain.match(mark.re)?.length ?? 0) / 2;
  }
  const add = (weights: readonly Weight[] | undefined): void => {
    if (weights === undefined) return;
    for (const { language, weight } of weights) scores[language] = (scores[language] ?? 0) + weight;
  };
  eachWord(plain, (code, from, to) => add(code > 0 ? BY_CODE.get(code) : WEIGHTS.get(plain.slice(from, to))));
  const best = Math.max(...scores);
  return best > 0 ? (LATIN[scores.indexOf(best)]?.tag ?? "en") : "en";
}

const WESTERN_TAGS: ReadonlySet<string> = new Set(LATIN.map(({ tag }) => tag));

/** The language of an entry on a page of one language: the page's, unless the entry is written in other letters. */
export function languageOfEntry(text: string, page: string | undefined): string {
  return page !== undefined && WESTERN_TAGS.has(page) && !EASTERN.test(text) ? page : languageOf(text);
}

function codeOf(word: string): number {
  let code = 0;
  for (let at = 0; at < word.length; at += 1) code = code * 32 + word.charCodeAt(at) - 96;
  return code;
}

/** 1 for the UTF-16 units above ASCII that are letters, 2 for the others; 0 for those that nobody has asked for. */
const KNOWN = new Uint8Array(65_536);

/** How many units the letter at a place has; 0 where none stands. */
function letterAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit < 0xdc00) return /^\p{L}/u.test(text.slice(at, at + 2)) ? 2 : 0;
  const known = KNOWN[unit] ?? 0;
  if (known > 0) return known === 1 ? 1 : 0;
  const letter = /\p{L}/u.test(String.fromCharCode(unit));
  KNOWN[unit] = letter ? 1 : 2;
  return letter ? 1 : 0;
}

/**
 * Calls for each word of a text in lower case that may be a frequent one, with its code, so that no text has to be cut out
 * for most; 0 for a word with letters beyond ASCII, or a long one where such are frequent.
 */
function eachWord(plain: string, call: (code: number, from: number, to: number) => void): void {
  let code = 0;
  let beyond = false;
  let from = 0;
  for (let at = 0; at <= plain.length; at += 1) {
    const unit = at < plain.length ? plain.charCodeAt(at) : 32;
    if (unit >= 97 && unit <= 122) {
      code = code < LARGEST ? code * 32 + unit - 96 : LARGEST;
      continue;
    }
    const more = unit < 128 ? 0 : letterAt(plain, at);
    if (more > 0) {
      beyond = true;
      at += more - 1;
      continue;
    }
    if (beyond || (LONG && code >= LARGEST)) call(0, from, at);
    // "o1", "a100": letters that run into a number are no word.
    else if (code > 0 && code < LARGEST && MAY_BE_FREQUENT[code % SLOTS] === 1 && !(unit >= 48 && unit <= 57))
      call(code, from, at);
    code = 0;
    beyond = false;
    from = at + 1;
  }
}
