import { de } from "./lang/de.ts";
import { en } from "./lang/en.ts";
import { es } from "./lang/es.ts";
import { fr } from "./lang/fr.ts";
import { it } from "./lang/it.ts";
import { ja } from "./lang/ja.ts";
import { ko } from "./lang/ko.ts";
import { pt } from "./lang/pt.ts";
import { zh } from "./lang/zh.ts";
import { type Cue, type CueKind, type CueWords, cueWords } from "./cue-words.ts";
import { denialWords } from "./denial-words.ts";
import { simplified } from "./simplified.ts";
import type { ProseLexicon } from "./types.ts";

export { type Cue, type CueKind, ENDS } from "./cue-words.ts";

/** The words of all languages. */
export const ALL: readonly ProseLexicon[] = [en, zh, ja, ko, de, fr, es, pt, it];

export type CueFinder = Pick<CueWords, "mayHave" | "mayEnd" | "mayHint"> & {
  tag: string;
  /** True for languages whose sentences often leave the subject out. */
  dropsSubjects: boolean;
  /** A text as the words are written: traditional Chinese in simplified characters, at the same length. */
  fold(text: string): string;
  find(kind: CueKind, plain: string): Cue[];
  has(kind: CueKind, plain: string): boolean;
};

const EAST = new Set(["zh", "ja", "ko"]);

/** Signs that lead from the old to the new in every language; between blanks, since words are parted by them. */
const ARROWS = "(?:→|⇒|➜|➔|->|=>)";

/** "budget_tokens": words with low lines name a parameter, but for the codes of an error. */
const PARAMETER = "(?![a-z_]*(?:error|not_found|invalid|decommission|deprecat|unavailable|model))[a-z]+(?:_[a-z]+)+";

function finderOf(lexicon: ProseLexicon): CueFinder {
  const east = EAST.has(lexicon.tag);
  const words = cueWords(
    {
      ...lexicon,
      ...denialWords(lexicon.tag),
      replaceBefore: [...lexicon.replaceBefore, ARROWS],
      things: [...lexicon.things, east ? `${PARAMETER}(?= ?[がはもを、및은는이가을를도])` : PARAMETER],
    },
    east,
  );
  const fold = lexicon.tag === "zh" ? simplified : (plain: string) => plain;
  return {
    tag: lexicon.tag,
    dropsSubjects: east,
    fold,
    find: (kind, plain) => words.find(kind, fold(plain)).map(({ start, end }) => ({ start, end })),
    has: (kind, plain) => words.find(kind, fold(plain)).length > 0,
    mayHave: (kinds, plain) => words.mayHave(kinds, fold(plain)),
    mayEnd: (plain) => words.mayEnd(fold(plain)),
    mayHint: (plain) => words.mayHint(fold(plain)),
  };
}

const finders = new Map(ALL.map((lexicon) => [lexicon.tag, finderOf(lexicon)]));
const english = finderOf(en);

/** The cues of a language by its BCP 47 tag; English where the language is not known. */
export function cuesOf(tag: string): CueFinder {
  return finders.get(tag.slice(0, 2).toLowerCase()) ?? english;
}
