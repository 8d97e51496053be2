/**
 * Beginnings of the words that a page about ends of models cannot do without, in the languages that such pages are
 * written in. One of them must be there: which one, a page decides anew with every layout.
 */
export const ENDING_WORDS: readonly string[] = [
  "deprecat|depreciat|retir|shut|sunset|discontinu|end of life|end-of-life|eol|legacy|remov|decommission|withdraw",
  "phase|offline|no longer|leave|left|end of support|obsol|abgekündigt|eingestellt|abgeschaltet|descontinu|desativ",
  "dismess|ritir|retrait|下线|停用|弃用|退役|停止|廃止|終了|非推奨|지원 중단|종료",
].flatMap((words) => words.split("|"));
