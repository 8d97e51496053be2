import { matchesOf, once, remember } from "../../lib/remember.ts";
import { expressionIndex, type StemIndex, stemIndex } from "../stem-index.ts";
import { type Way, waysOf } from "../stems.ts";
import type { DenialWords } from "./denial-words.ts";
import { DONE } from "./done.ts";
import type { ProseLexicon } from "./types.ts";

/** What the reader looks for; each is one category of a lexicon. */
export type CueKind = Exclude<keyof Words, "tag" | "common" | "marks">;

type Words = ProseLexicon & DenialWords;

/** A word or phrase found in a text, with its place. */
export type Cue = { start: number; end: number };

/** The words of one language, ready to be looked for in lower-case text. */
export type CueWords = {
  find(kind: CueKind, plain: string): readonly Cue[];
  /** False when no stretch of the text can hold words of these kinds: quick, and never false by mistake. */
  mayHave(kinds: readonly CueKind[], plain: string): boolean;
  /** The same of words that something ends, `ENDS`, or has ended: quicker still, since by far the most texts hold none. */
  mayEnd(plain: string): boolean;
  /** The same where such words may also stand inside of others ("end" in "send"). */
  mayHint(plain: string): boolean;
};

/** The kinds of words that say that something ends. */
export const ENDS = ["off", "until", "deprecate"] as const;

const NONE: readonly Cue[] = [];

/** `DONE` is tried on a text as it is written, where other letters than ASCII's may touch a word. */
const DONE_ANYWHERE = DONE.source.replaceAll("\\b", "");

/** A full stop inside of "gpt-5.6" or "11. März" ends no sentence. */
function compile(source: string, east: boolean): RegExp {
  const body = east ? source : source.replaceAll("[^.;]", "(?:[^.;]|\\.(?=\\S)|(?<=\\d)\\.)");
  return new RegExp(east ? `(?:${body})` : `(?<![\\p{L}\\p{N}_])(?:${body})(?![\\p{L}\\p{N}_])`, "gu");
}

/**
 * Makes a language's words ready. They are looked at when the language is first met. A text is walked over once for all
 * kinds; then only those expressions are tried that can match in it, which for most texts is none.
 *
 * @param east true for languages that part words by nothing
 */
export function cueWords(lexicon: Words, east: boolean): CueWords {
  let made: ReturnType<typeof makeWords> | undefined;
  const ends = ENDS.flatMap((kind) => lexicon[kind]);
  const endsIn = once(() =>
    stemIndex(
      [...ends.flatMap((source) => waysOf(source, !east)), ...waysOf(DONE_ANYWHERE)].map(({ needs }) => needs),
      1,
    ),
  );
  const hintsIn = expressionIndex(() => ends, 1);
  return {
    find: (kind, plain) => (made ??= makeWords(lexicon, east)).find(kind, plain),
    mayHave: (kinds, plain) => (made ??= makeWords(lexicon, east)).mayHave(kinds, plain),
    mayEnd: (plain) => endsIn()(plain).length > 0,
    mayHint: (plain) => hintsIn(plain).length > 0,
  };
}

/** The ways of each kind that can match in a text, and what those that were asked for have found. */
type Looked = { ways: Map<CueKind, number[]>; found: Map<CueKind, readonly Cue[]> };

const NOTHING: Looked = { ways: new Map(), found: new Map() };

function makeWords(lexicon: Words, east: boolean): Pick<CueWords, "find" | "mayHave"> {
  const ways: Way[] = [];
  const kindOf: CueKind[] = [];
  for (const [kind, sources] of Object.entries(lexicon)) {
    if (!Array.isArray(sources) || kind === "common") continue;
    for (const source of sources as string[])
      for (const way of waysOf(source, !east)) kindOf[ways.push(way) - 1] = kind as CueKind;
  }
  const index: StemIndex = stemIndex(ways.map((way) => way.needs));
  const compiled: RegExp[] = [];
  const regexOf = (way: number): RegExp => (compiled[way] ??= compile(ways[way]?.source ?? "(?!)", east));
  const look = remember((plain): Looked => {
    const looked: Looked = { ways: new Map(), found: new Map() };
    for (const way of index(plain)) {
      const kind = kindOf[way];
      if (kind === undefined) continue;
      const some = looked.ways.get(kind);
      if (some === undefined) looked.ways.set(kind, [way]);
      else some.push(way);
    }
    return looked.ways.size === 0 ? NOTHING : looked;
  });
  return {
    find: (kind, plain) => {
      const looked = look(plain);
      const known = looked.found.get(kind);
      if (known !== undefined) return known;
      const some = looked.ways.get(kind);
      if (some === undefined) return NONE;
      const cues = leftmost(some.map(regexOf), plain);
      looked.found.set(kind, cues);
      return cues;
    },
    mayHave: (kinds, plain) => {
      const looked = look(plain);
      return looked.ways.size > 0 && kinds.some((kind) => looked.ways.has(kind));
    },
  };
}

/** What the alternation of the expressions matches: the leftmost, of those the first expression's, and so on behind it. */
function leftmost(expressions: readonly RegExp[], text: string): readonly Cue[] {
  const [only] = expressions;
  if (only === undefined) return NONE;
  if (expressions.length === 1) return matchesOf(only, text).map(cueOf);
  const cues: Cue[] = [];
  let open = expressions.map((re) => ({ re, match: matchFrom(re, text, 0) }));
  for (;;) {
    let best: RegExpExecArray | null = null;
    for (const { match } of open) if (match !== null && (best === null || match.index < best.index)) best = match;
    if (best === null) return cues;
    const cue = cueOf(best);
    cues.push(cue);
    const from = Math.max(cue.end, cue.start + 1);
    open = open.map(({ re, match }) =>
      match !== null && match.index < from ? { re, match: matchFrom(re, text, from) } : { re, match },
    );
  }
}

function matchFrom(re: RegExp, text: string, from: number): RegExpExecArray | null {
  re.lastIndex = from;
  return re.exec(text);
}

const cueOf = (match: RegExpExecArray): Cue => ({ start: match.index, end: match.index + match[0].length });
