import { de } from "./lang/de.ts";
import { en } from "./lang/en.ts";
import { es } from "./lang/es.ts";
import { fr } from "./lang/fr.ts";
import { it } from "./lang/it.ts";
import { ja } from "./lang/ja.ts";
import { ko } from "./lang/ko.ts";
import { pt } from "./lang/pt.ts";
import { zh } from "./lang/zh.ts";
import { type Cue, type CueKind, cueWords } from "./cue-words.ts";
import type { ProseLexicon } from "./types.ts";

export type { Cue, CueKind } from "./cue-words.ts";

const ALL: readonly ProseLexicon[] = [en, zh, ja, ko, de, fr, es, pt, it];

export type CueFinder = {
  tag: string;
  /** True for languages whose sentences often leave the subject out. */
  dropsSubjects: boolean;
  find(kind: CueKind, plain: string): Cue[];
  has(kind: CueKind, plain: string): boolean;
  /** False when no stretch of a lower-case text can hold words of these kinds: quick, and never false by mistake. */
  mayHave(kinds: readonly CueKind[], plain: string): boolean;
};

const EAST = new Set(["zh", "ja", "ko"]);

function finderOf(lexicon: ProseLexicon): CueFinder {
  const east = EAST.has(lexicon.tag);
  const words = cueWords(lexicon, east);
  return {
    tag: lexicon.tag,
    dropsSubjects: east,
    find: (kind, plain) => words.find(kind, plain).map(({ start, end }) => ({ start, end })),
    has: (kind, plain) => words.find(kind, plain).length > 0,
    mayHave: words.mayHave,
  };
}

const finders = new Map(ALL.map((lexicon) => [lexicon.tag, finderOf(lexicon)]));
const english = finderOf(en);

/** The cues of a language by its BCP 47 tag; English where the language is not known. */
export function cuesOf(tag: string): CueFinder {
  return finders.get(tag.slice(0, 2).toLowerCase()) ?? english;
}

const latin = ALL.filter((lexicon) => lexicon.common.length > 0);
/** A word that several languages share says little about each. */
const LATIN = latin.map(({ tag, common, marks }) => ({
  tag,
  words: new Map(common.map((word) => [word, 1 / latin.filter((other) => other.common.includes(word)).length])),
  marks: marks === "" ? null : new RegExp(marks, "gu"),
}));

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
  const words = plain.match(/\p{L}+/gu) ?? [];
  const scores = LATIN.map(({ tag, words: known, marks }) => ({
    tag,
    score: words.reduce(
      (sum, word) => sum + (known.get(word) ?? 0),
      marks === null ? 0 : (plain.match(marks)?.length ?? 0) / 2,
    ),
  }));
  return scores.reduce((best, next) => (next.score > best.score ? next : best), { tag: "en", score: 0 }).tag;
}
