const memories = new Set<{ clear(): void }>();

/** Forgets what all functions made by `remember` know. */
export function forget(): void {
  for (const memory of memories) memory.clear();
}

/**
 * A pure function of a text that keeps its answers: a page's sentence is looked at from several sides, and the costly
 * looks should happen once. All is forgotten when `most` answers are kept, so a hostile page costs no more memory.
 * Make one where a module starts, not for each call: it lives as long as the process.
 *
 * @param compute gives the same answer for the same text; callers must not change what they get
 */
export function remember<T>(compute: (text: string) => T, most = 4_000): (text: string) => T {
  const known = new Map<string, T>();
  memories.add(known);
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = compute(text);
    if (known.size >= most) known.clear();
    known.set(text, answer);
    return answer;
  };
}

/** The same for as long as somebody holds the function; nobody forgets for it. */
export function answersFor<T>(compute: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = compute(text);
    known.set(text, answer);
    return answer;
  };
}

/** A value that is made when it is first asked for, and kept by who holds the function. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const NO_MATCH: readonly RegExpExecArray[] = [];

/** All matches of a global expression, in order; without the copy of it that `matchAll` makes for each text. */
export function matchesOf(re: RegExp, text: string): readonly RegExpExecArray[] {
  re.lastIndex = 0;
  let match = re.exec(text);
  if (match === null) return NO_MATCH;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = re.exec(text)) {
    found.push(match);
    if (match[0] === "") re.lastIndex += (text.codePointAt(re.lastIndex) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
}
