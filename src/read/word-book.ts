import { expressionIndex } from "./stem-index.ts";

/** Asks for one expression of a book, by its name, whether it matches. */
export type Says<Name extends string> = (name: Name) => boolean;

/**
 * Expressions that are asked of the same texts: one walk over a text (`expressionIndex`) tells which of them can match in it,
 * and only those are tried.
 *
 * @param words by their names; none with the flags `g` or `y`
 */
export function wordBook<Name extends string>(words: Readonly<Record<Name, RegExp>>): (plain: string) => Says<Name> {
  const names = Object.keys(words) as Name[];
  const index = expressionIndex(() => names.map((name) => words[name].source));
  const silent: Says<Name> = () => false;
  return (plain) => {
    const possible = index(plain);
    if (possible.length === 0) return silent;
    const known = new Map<Name, boolean>();
    return (name) => {
      const before = known.get(name);
      if (before !== undefined) return before;
      const answer = possible.some((number) => names[number] === name) && words[name].test(plain);
      known.set(name, answer);
      return answer;
    };
  };
}
