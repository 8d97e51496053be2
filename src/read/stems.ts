/** What every match of an expression must hold: one of `some`; `whole` when those are the only texts that match. */
type Needs = { some: string[] | null; whole: boolean };

const NOTHING: Needs = { some: [""], whole: true };
const UNKNOWN: Needs = { some: null, whole: false };
/** More spellings than this are not written out. */
const MOST = 160;

/**
 * Texts of which each match of a regular expression must hold at least one, read off its source; null when there is no
 * such list. It is what makes it cheap to see that an expression cannot match: no list of words beside the expressions
 * has to be kept.
 *
 * @param source of an expression without back references; what is not understood needs nothing
 */
export function stemsOf(source: string): string[] | null {
  const reader = { source, at: 0 };
  const { some } = readWays(reader);
  return some === null || reader.at < source.length || some.includes("") ? null : leastOf(some);
}

/** Without those that hold another one. */
function leastOf(stems: readonly string[]): string[] {
  const all = [...new Set(stems)].toSorted((a, b) => a.length - b.length);
  const least: string[] = [];
  for (const stem of all) if (!least.some((other) => stem.includes(other))) least.push(stem);
  return least;
}

type Reader = { source: string; at: number };

function readWays(reader: Reader): Needs {
  const ways = [readRow(reader)];
  while (reader.source[reader.at] === "|") {
    reader.at += 1;
    ways.push(readRow(reader));
  }
  if (ways.some((way) => way.some === null)) return UNKNOWN;
  return { some: [...new Set(ways.flatMap((way) => way.some ?? []))], whole: ways.every((way) => way.whole) };
}

const shortest = (texts: readonly string[]): number => Math.min(...texts.map((text) => text.length));

function readRow(reader: Reader): Needs {
  let run: string[] = [""];
  let best: string[] | null = null;
  let whole = true;
  const offer = (texts: string[] | null) => {
    if (texts !== null && shortest(texts) > (best === null ? 0 : shortest(best))) best = texts;
  };
  while (reader.at < reader.source.length && !"|)".includes(reader.source[reader.at] ?? "")) {
    const part = readPart(reader);
    const longer = part.whole && part.some !== null ? part.some : null;
    if (longer !== null && run.length * longer.length <= MOST) {
      run = [...new Set(run.flatMap((before) => longer.map((after) => before + after)))];
      continue;
    }
    whole = false;
    offer(run);
    offer(part.some);
    run = longer ?? [""];
  }
  if (whole) return { some: run, whole };
  offer(run);
  return { some: best, whole };
}

/** One thing with how often it may stand. */
function readPart(reader: Reader): Needs {
  const thing = readThing(reader);
  const times = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})\??/.exec(reader.source.slice(reader.at, reader.at + 12));
  if (times === null) return thing;
  reader.at += times[0].length;
  const sign = times[0][0];
  if (sign === "?") return thing.whole && thing.some !== null ? { some: [...thing.some, ""], whole: true } : UNKNOWN;
  return sign === "+" || Number(times[1] ?? 0) > 0 ? { some: thing.some, whole: false } : UNKNOWN;
}

function readThing(reader: Reader): Needs {
  const { source } = reader;
  const rest = source.slice(reader.at, reader.at + 24);
  const open = /^\((?:\?(?:[:=!]|<(?:[=!]|\w+>)))?/.exec(rest)?.[0];
  if (open !== undefined) {
    reader.at += open.length;
    const inside = readWays(reader);
    reader.at += 1;
    // What stands before or behind takes no room.
    return /[=!]$/.test(open) ? NOTHING : inside;
  }
  if (rest.startsWith("[")) return readClass(reader);
  if (rest.startsWith("\\")) return readEscape(reader);
  const char = String.fromCodePoint(source.codePointAt(reader.at) ?? 0);
  reader.at += char.length;
  if (char === ".") return UNKNOWN;
  return char === "^" || char === "$" ? NOTHING : { some: [char], whole: true };
}

function readEscape(reader: Reader): Needs {
  const property = /^\\[pPu]\{[^}]*\}/.exec(reader.source.slice(reader.at, reader.at + 40))?.[0];
  const char = reader.source[reader.at + 1] ?? "";
  reader.at += property?.length ?? 2;
  if (char === "b" || char === "B") return NOTHING;
  return /[A-Za-z0-9]/.test(char) ? UNKNOWN : { some: [char], whole: true };
}

/** A class of a few plain characters is written out. */
function readClass(reader: Reader): Needs {
  const body = /^\[((?:\\.|[^\]\\])*)\]/u.exec(reader.source.slice(reader.at))?.[1] ?? "";
  reader.at += body.length + 2;
  return /^[^\\^]{1,6}$/u.test(body) && !/.-./u.test(body) ? { some: Array.from(body), whole: true } : UNKNOWN;
}

/** An expression that finds a stem of any of the sources; null where one of them needs nothing. */
export function stemsIn(sources: readonly string[]): RegExp | null {
  const stems = sources.map(stemsOf);
  if (sources.length === 0 || stems.includes(null)) return null;
  const all = leastOf(stems.flatMap((some) => some ?? []));
  return new RegExp(all.map((stem) => stem.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")).join("|"));
}
