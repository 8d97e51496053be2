import { matchesOf, remember } from "../../lib/remember.ts";
import { de } from "./lang/de.ts";
import { en } from "./lang/en.ts";
import { es } from "./lang/es.ts";
import { fr } from "./lang/fr.ts";
import { it } from "./lang/it.ts";
import { ja } from "./lang/ja.ts";
import { ko } from "./lang/ko.ts";
import { pt } from "./lang/pt.ts";
import { zh } from "./lang/zh.ts";
import { stemsIn } from "../stems.ts";
import type { ProseLexicon } from "./types.ts";

const ALL: readonly ProseLexicon[] = [en, zh, ja, ko, de, fr, es, pt, it];

/** What the reader looks for; each is one category of a lexicon. */
export type CueKind = Exclude<keyof ProseLexicon, "tag" | "common" | "marks">;

/** A word or phrase found in a text, with its place. */
export type Cue = { start: number; end: number };

export type CueFinder = {
  tag: string;
  /** True for languages whose sentences often leave the subject out. */
  dropsSubjects: boolean;
  find(kind: CueKind, plain: string): Cue[];
  has(kind: CueKind, plain: string): boolean;
  /** False when no stretch of a lower-case text can hold words that something ends: quick, and never false by mistake. */
  mayEnd(plain: string): boolean;
};

const EAST = new Set(["zh", "ja", "ko"]);

function compile(sources: readonly string[], east: boolean): RegExp {
  const joined = sources.length === 0 ? "(?!)" : sources.join("|");
  // A full stop inside of "gpt-5.6" or "11. März" ends no sentence.
  const body = east ? joined : joined.replaceAll("[^.;]", "(?:[^.;]|\\.(?=\\S)|(?<=\\d)\\.)");
  return new RegExp(east ? `(?:${body})` : `(?<![\\p{L}\\p{N}_])(?:${body})(?![\\p{L}\\p{N}_])`, "gu");
}

const NO_CUES: Cue[] = [];

function finderOf(lexicon: ProseLexicon): CueFinder {
  const stems = new Map<CueKind, RegExp | null>();
  const stemsFor = (kind: CueKind): RegExp | null => {
    const known = stems.get(kind);
    if (known !== undefined) return known;
    const made = stemsIn(lexicon[kind]);
    stems.set(kind, made);
    return made;
  };
  let ends: RegExp | null | undefined;
  const mayEnd = (plain: string): boolean => {
    if (ends === undefined) ends = stemsIn([...lexicon.off, ...lexicon.until, ...lexicon.deprecate]);
    return ends === null || ends.test(plain);
  };
  const compiled = new Map<CueKind, RegExp>();
  const regexOf = (kind: CueKind): RegExp => {
    const known = compiled.get(kind) ?? compile(lexicon[kind], EAST.has(lexicon.tag));
    compiled.set(kind, known);
    return known;
  };
  const found = new Map<CueKind, (plain: string) => Cue[]>();
  const findAll = (kind: CueKind): ((plain: string) => Cue[]) => {
    const known =
      found.get(kind) ??
      remember((plain) =>
        stemsFor(kind)?.test(plain) === false
          ? NO_CUES
          : matchesOf(regexOf(kind), plain).map((match) => ({
              start: match.index,
              end: match.index + match[0].length,
            })),
      );
    found.set(kind, known);
    return known;
  };
  const find = (kind: CueKind, plain: string): Cue[] => findAll(kind)(plain).map((cue) => ({ ...cue }));
  return {
    tag: lexicon.tag,
    dropsSubjects: EAST.has(lexicon.tag),
    find,
    has: (kind, plain) => findAll(kind)(plain).length > 0,
    mayEnd,
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
