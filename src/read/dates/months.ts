import { remember } from "../../lib/remember.ts";
import { HAN_NUMBERS } from "./han-numbers.ts";
import { de } from "./lang/de.ts";
import { en } from "./lang/en.ts";
import { es } from "./lang/es.ts";
import { fr } from "./lang/fr.ts";
import { it } from "./lang/it.ts";
import { ja } from "./lang/ja.ts";
import { ko } from "./lang/ko.ts";
import { pt } from "./lang/pt.ts";
import { zh } from "./lang/zh.ts";
import type { DateLexicon } from "./types.ts";

export const LEXICONS: readonly DateLexicon[] = [en, zh, ja, ko, de, fr, es, pt, it];

/** True for languages that put no spaces or use syllable blocks, where a word boundary is no letter class. */
export const isEastAsian = (lexicon: DateLexicon): boolean => ["zh", "ja", "ko"].includes(lexicon.tag);

const LATIN = LEXICONS.filter((lexicon) => !isEastAsian(lexicon));

function alternatives(lists: readonly (readonly string[])[]): string[] {
  return [...new Set(lists.flat().flatMap((entry) => entry.split("|")))].filter((entry) => entry !== "");
}

const longestFirst = (words: string[]) => words.toSorted((a, b) => b.length - a.length).join("|");

/** Source of a regular expression for any full month name, and for any full or short one. */
export const FULL_MONTH = longestFirst(alternatives(LATIN.map((lexicon) => lexicon.months)));
export const ANY_MONTH = longestFirst([
  ...alternatives(LATIN.map((lexicon) => lexicon.months)),
  ...alternatives(LATIN.map((lexicon) => lexicon.shortMonths ?? [])),
]);
export const ANY_WEEKDAY = longestFirst([
  ...alternatives(LATIN.map((lexicon) => lexicon.weekdays)),
  "mon",
  "tues?",
  "wed",
  "thur?s?",
  "fri",
  "sat",
  "sun",
]);

const tests = LATIN.flatMap((lexicon) =>
  [lexicon.months, lexicon.shortMonths ?? []].flatMap((list) =>
    list.map((source, index) => ({ month: index + 1, re: source === "" ? null : new RegExp(`^(?:${source})$`) })),
  ),
);

const CJK_NUMBERS: Record<string, number> = {
  ...HAN_NUMBERS,
  十一: 11,
  十二: 12,
};

/** 1 to 12 for a month word in any of the languages (`7月`, `七月`, `7월` too), else null. */
export const monthNumber: (word: string) => number | null = remember((word) => {
  const east = /^(\d{1,2}|[一二三四五六七八九十]{1,2}) ?[月월]/.exec(word);
  if (east) {
    const value = Number(east[1]) || CJK_NUMBERS[east[1] ?? ""] || 0;
    return value >= 1 && value <= 12 ? value : null;
  }
  const bare = word.replace(/\.$/, "");
  return tests.find((test) => test.re?.test(bare))?.month ?? null;
});
