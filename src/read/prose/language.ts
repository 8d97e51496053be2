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
const BY_CODE = new Map(
  [...WEIGHTS].flatMap(([word, weights]) =>
    /^[a-z]{1,6}$/.test(word) ? codesOf(word).map((code) => [code, weights] as const) : [],
  ),
);
/** Frequent words of ASCII that are too long for a code; none so far. */
const LONG = [...WEIGHTS.keys()].filter((word) => /^[a-z]{7,}$/.test(word));

const MARKS = LATIN.flatMap(({ marks }, language) =>
  marks === "" ? [] : [{ language, source: marks, re: new RegExp(marks, "gu") }],
);
const marksIn = expressionIndex(() => MARKS.map(({ source }) => source));

/** The East Asian language of a text that has some of their letters; null where the Latin ones prevail. */
function eastOf(sample: string): string | null {
  const count = (re: RegExp) => sample.match(re)?.length ?? 0;
  const [kana, hangul, han] = [count(/[\u3041-\u30FA]/g), count(/[\uAC00-\uD7A3]/g), count(/[\u4E00-\u9FFF]/g)];
  const letters = count(/\p{Script=Latin}/gu);
  if (hangul * 3 > letters / 4 && hangul > han) return "ko";
  if (kana > 5 && kana * 3 > han / 4) return "ja";
  return han * 4 > letters / 2 ? "zh" : null;
}

/** The language of a text: by script, and by frequent small words where the script is Latin. */
export function languageOf(text: string): string {
  const sample = text.slice(0, 4000);
  const east = /[\u3041-\u30FA\uAC00-\uD7A3\u4E00-\u9FFF]/.test(sample) ? eastOf(sample) : null;
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
  // oxlint-disable-next-line no-control-regex -- all of ASCII
  if (LONG.length > 0 || /[^\x00-\x7f]/.test(plain))
    for (const word of plain.match(/\p{L}+/gu) ?? []) add(WEIGHTS.get(word));
  else for (const code of codesOf(plain)) add(BY_CODE.get(code));
  const best = Math.max(...scores);
  return best > 0 ? (LATIN[scores.indexOf(best)]?.tag ?? "en") : "en";
}

/** The words of plain ASCII that may be frequent ones, as numbers: no text has to be cut out for each. */
function codesOf(plain: string): number[] {
  const codes: number[] = [];
  let code = 0;
  for (let at = 0; at < plain.length; at += 1) {
    const unit = plain.charCodeAt(at);
    if (unit >= 97 && unit <= 122) code = code < LARGEST ? code * 32 + unit - 96 : LARGEST;
    else {
      if (code > 0 && code < LARGEST) codes.push(code);
      code = 0;
    }
  }
  if (code > 0 && code < LARGEST) codes.push(code);
  return codes;
}
