/**
 * What every match of an expression must hold: one of `some` (null for nothing that is known), and one of each of `sets`;
 * `whole` when `some` are the only texts that match. `ahead`: it takes no room, but the text has it beside the match.
 */
type Needs = { some: string[] | null; whole: boolean; sets: string[][]; ahead?: true };

/**
 * Stands in a stem for the edge of a word, as `\\b` does in an expression: no letter, digit or `_` of ASCII is beside it. It
 * stands only at the beginning or the end of a stem, next to such a character.
 */
export const EDGE = "\b";

/** One alternative of an expression, and what each of its matches must hold: one text of each set. */
export type Way = { source: string; needs: string[][] };

const NOTHING: Needs = { some: [""], whole: true, sets: [] };
const AN_EDGE: Needs = { some: [EDGE], whole: true, sets: [] };
const UNKNOWN: Needs = { some: null, whole: false, sets: [] };
/** More spellings than this are not written out. */
const MOST = 60;
/** A stem longer than this, in UTF-16 units, hardly tells more than its beginning. */
const LONGEST = 12;
/** More sets than this hardly tell more. */
const MOST_SETS = 2;

/**
 * The alternatives of a regular expression with the texts that a match of each must hold, read off its source. It is what
 * makes it cheap to see that an expression cannot match: no list of words beside the expressions has to be kept.
 *
 * @param source of an expression; what is not understood needs nothing
 * @param words true where each match begins and ends at the edge of a word
 */
export function waysOf(source: string, words = false): Way[] {
  const reader = { source, at: 0 };
  const ways: Way[] = [];
  for (;;) {
    const from = reader.at;
    const { sets } = readRow(reader, words, words);
    ways.push({ source: source.slice(from, reader.at), needs: tellingOf(sets) });
    if (source[reader.at] !== "|") break;
    reader.at += 1;
  }
  return reader.at < source.length ? [{ source, needs: [] }] : ways;
}

const lengthOf = (text: string): number => text.replaceAll(EDGE, "").length;
const shortest = (texts: readonly string[]): number => Math.min(...texts.map(lengthOf));

/** The sets that tell most: long texts are rare ones. */
function tellingOf(sets: readonly string[][]): string[][] {
  const telling = sets.filter((set) => shortest(set) > 0).toSorted((a, b) => shortest(b) - shortest(a));
  const long = telling.filter((set) => shortest(set) > 2);
  return (long.length > 0 ? long : telling).slice(0, MOST_SETS).map(leastOf);
}

/** Their beginnings, without those that hold another one: short ones make small indexes. */
function leastOf(texts: readonly string[]): string[] {
  const least: string[] = [];
  for (const stem of texts.map(stemOf).sort((a, b) => a.length - b.length)) {
    if (!least.some((other) => stem.includes(other))) least.push(stem);
  }
  return least;
}

/** The beginning of a text, with the edges that still stand beside it; one beside no letter says something else. */
function stemOf(text: string): string {
  const letters = text.replaceAll(EDGE, "");
  const stem = letters.slice(0, LONGEST);
  const before = text.startsWith(EDGE) && /^[a-z0-9_]/.test(letters) ? EDGE : "";
  const after = text.endsWith(EDGE) && stem === letters && /[a-z0-9_]$/.test(letters) ? EDGE : "";
  return before + stem + after;
}

type Reader = { source: string; at: number };

/** `edge`: what is read begins at the edge of a word. */
function readWays(reader: Reader, edge: boolean): Needs {
  const ways = [readRow(reader, edge)];
  while (reader.source[reader.at] === "|") {
    reader.at += 1;
    ways.push(readRow(reader, edge));
  }
  const [first] = ways;
  if (ways.length === 1 && first !== undefined) return first;
  if (ways.some((way) => way.some === null)) return UNKNOWN;
  const some = [...new Set(ways.flatMap((way) => way.some ?? []))];
  return { some, whole: ways.every((way) => way.whole), sets: [some] };
}

/** Things that stand one behind the other: what is spelt out grows, and everything else parts it. */
function readRow(reader: Reader, edge: boolean, edgeBehind = false): Needs {
  let run: string[] = [edge ? EDGE : ""];
  let whole = true;
  const sets: string[][] = [];
  while (reader.at < reader.source.length && !"|)".includes(reader.source[reader.at] ?? "")) {
    const part = readPart(
      reader,
      run.every((text) => text.endsWith(EDGE)),
    );
    const longer = part.whole && part.some !== null ? part.some : null;
    if (longer !== null && run.length * longer.length <= MOST) {
      run = [...new Set(run.flatMap((before) => longer.map((after) => before + after)))];
      if (part.ahead === true) sets.push(...part.sets);
      continue;
    }
    whole = false;
    sets.push(run, ...(longer === null ? part.sets : []));
    run = longer ?? [""];
  }
  if (edgeBehind) run = run.map((text) => text + EDGE);
  sets.push(run);
  if (whole) return { some: run, whole, sets };
  const best = sets.reduce((most, set) => (shortest(set) > shortest(most) ? set : most), [""]);
  return { some: shortest(best) > 0 ? best : null, whole, sets };
}

/** One thing with how often it may stand. */
function readPart(reader: Reader, edge: boolean): Needs {
  const thing = readThing(reader, edge);
  const times = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(reader.source.slice(reader.at, reader.at + 12));
  if (times === null) return thing;
  reader.at += times[0].length;
  const sign = times[0][0];
  if (sign === "?")
    return thing.whole && thing.some !== null ? { some: [...thing.some, ""], whole: true, sets: [] } : UNKNOWN;
  return sign === "+" || Number(times[1] ?? 0) > 0 ? { ...thing, whole: false } : UNKNOWN;
}

function readThing(reader: Reader, edge: boolean): Needs {
  const { source } = reader;
  const rest = source.slice(reader.at, reader.at + 24);
  const open = /^\((?:\?(?:[:=!]|<(?:[=!]|\w+>)))?/.exec(rest)?.[0];
  if (open !== undefined) {
    reader.at += open.length;
    const inside = readWays(reader, edge && !/[=!]$/.test(open));
    reader.at += 1;
    // What stands before or behind takes no room.
    if (open.endsWith("=")) return { ...NOTHING, sets: inside.sets, ahead: true };
    return open.endsWith("!") ? NOTHING : inside;
  }
  if (rest.startsWith("[")) return readClass(reader);
  if (rest.startsWith("\\")) return readEscape(reader);
  const char = String.fromCodePoint(source.codePointAt(reader.at) ?? 0);
  reader.at += char.length;
  if (char === ".") return UNKNOWN;
  return char === "^" || char === "$" ? NOTHING : spelt([char]);
}

const spelt = (some: string[]): Needs => ({ some, whole: true, sets: [some] });

function readEscape(reader: Reader): Needs {
  const rest = reader.source.slice(reader.at, reader.at + 40);
  const long = /^\\(?:[pPu]\{[^}]*\}|k<\w+>)/.exec(rest)?.[0];
  const char = rest[1] ?? "";
  reader.at += long?.length ?? 2;
  if (char === "b") return AN_EDGE;
  if (char === "B") return NOTHING;
  return /[A-Za-z0-9]/.test(char) ? UNKNOWN : spelt([char]);
}

/** A class of a few plain characters is written out. */
function readClass(reader: Reader): Needs {
  const body = /^\[((?:\\.|[^\]\\])*)\]/u.exec(reader.source.slice(reader.at))?.[1] ?? "";
  reader.at += body.length + 2;
  return /^[^\\^]{1,6}$/u.test(body) && !/.-./u.test(body) ? spelt(Array.from(body)) : UNKNOWN;
}
