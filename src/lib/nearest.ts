import { edits, nearestWord } from "../core/spelling.ts";

export { edits, nearestWord as nearest };

/** ` Did you mean "x"?` with a space in front, or nothing. */
export function didYouMean(word: string, candidates: readonly string[]): string {
  const near = nearestWord(word, candidates);
  return near === null ? "" : ` Did you mean "${near}"?`;
}
