import assert from "node:assert/strict";
import { test } from "node:test";
import type { FoundDate } from "#src/read/dates/index.ts";
import { readSentence, type ReadSentence } from "#src/read/prose/clauses.ts";
import { cuesOf } from "#src/read/prose/lexicon.ts";
import { sentencesOf } from "#src/read/prose/sentences.ts";

/** A Wednesday. */
const AT = "2026-05-20";

const daysOf = (sentence: ReadSentence): FoundDate[] => sentence.clauses.flatMap((clause) => clause.dates);

/** All days of a text, read as news on {@link AT}: a month as YYYY-MM. */
function daysIn(lang: string, text: string): string {
  const read: ReadSentence[] = [];
  for (const sentence of sentencesOf(text)) {
    const earlier = [...read];
    const before = () => earlier.flatMap(daysOf);
    read.push(readSentence({ ...sentence, title: false, at: AT, before }, cuesOf(lang)));
  }
  return read
    .flatMap(daysOf)
    .map(({ date, precision }) => (precision === "month" ? date.slice(0, 7) : date))
    .join(" ");
}

/** Each line is a text and, behind `=`, all days that a reader of 20 May 2026 sees in it, and no other one. */
export function told(lang: string, lines: string): void {
  const cases = lines
    .trim()
    .split("\n")
    .map((line) => line.split("=").map((part) => part.trim()));
  test(`days as they are told in ${lang}`, () => {
    const wrong = cases
      .map(([text = "", days = ""]) => ({ text, days, read: daysIn(lang, text) }))
      .filter(({ days, read }) => days !== read);
    assert.deepEqual(
      wrong.map(({ text, days, read }) => `${text} = ${days}, and not ${read}`),
      [],
    );
  });
}
