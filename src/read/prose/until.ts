import type { Clause, ReadSentence } from "./clauses.ts";

/** "x keeps answering until it reaches end of life on 28 April": it stays till then. */
export function endsThen({ stay, off }: Clause, { plain }: ReadSentence): boolean {
  const [first] = off;
  const last = stay.at(-1);
  return (
    first !== undefined &&
    last !== undefined &&
    last.end <= first.start &&
    /(?:^|\s)(?:until|till)(?: [\p{L}’']+){0,3}\s$/u.test(plain.slice(last.end, first.start))
  );
}
