import type { Clause, ReadSentence } from "./clauses.ts";

/** "将于7月31日退役的x目前仍可调用": what is so for now does not take back the end that is told of x in passing. */
const FOR_NOW = /目前|现在|眼下|当前|现阶段|暂时|尚(?!未)/u;

function staysForNow({ stay, off, dates, names }: Clause, plain: string, at: string): boolean {
  const [end] = off;
  const name = end === undefined ? undefined : names.find(({ start }) => start >= end.end);
  if (end === undefined || name === undefined || !/^的\s?[`"“「]?$/u.test(plain.slice(end.end, name.start)))
    return false;
  return (
    dates.some((day) => day.end <= end.start && day.date > at) &&
    stay.every((cue) => cue.start >= name.end && FOR_NOW.test(plain.slice(name.end, cue.end)))
  );
}

/** "x keeps answering until it reaches end of life on 28 April": it stays till then. */
export function endsThen(clause: Clause, { plain, at }: ReadSentence): boolean {
  const { stay, off } = clause;
  if (staysForNow(clause, plain, at)) return true;
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
