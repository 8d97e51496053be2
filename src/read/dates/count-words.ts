/**
 * Number words in their order, as a table of their values: `one two three`. Other spellings of one number stand behind `/`,
 * and `_` is a space in a word.
 */
export function countWords(from: number, words: string): Record<string, number> {
  return Object.fromEntries(
    words
      .split(" ")
      .flatMap((spellings, place) =>
        spellings.split("/").map((word) => [word.replaceAll("_", " "), from + place] as const),
      ),
  );
}
