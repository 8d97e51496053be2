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

const CLOSE = 6;

/** True where words of a last day stand right by a day: "until 1 May", "bis zum 1. Mai", "5月1日まで". */
export function hasUntil(clause: Clause): boolean {
  return clause.until.some((cue) =>
    clause.dates.some((date) =>
      date.start >= cue.end - 1
        ? date.start - cue.end <= CLOSE
        : (date.start > cue.start && date.start < cue.end && clause.names.length > 0 && clause.stay.length === 0) ||
          (cue.start >= date.end && cue.start - date.end <= CLOSE),
    ),
  );
}
