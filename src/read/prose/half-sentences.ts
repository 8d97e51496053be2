/** "x ends on D; y, originally due the same day, has been moved to E": the half behind the semicolon is y's alone. */

const MOVES =
  /(?<!\p{L})(?:originally|previously|initially|formerly|postponed|rescheduled|deferred|delayed|extended|pushed back|moved (?:to|from)|ursprünglich|verschoben|verlegt|vertagt|verlängert|initialement|report[ée]e?s?|repoussée?s?|originalmente|inicialmente|aplazad[oa]s?|pospuest[oa]s?|adiad[oa]s?|prorrogad[oa]s?|inizialmente|originariamente|rinviat[oaie]|spostat[oaie]|prorogat[oaie])(?!\p{L})|原定|原计划|原本|延期|延后|延長|延长|推迟|当初|変更|당초|원래|연기|변경/iu;
const MARK = /[;；]\s*/g;
/** A name with a number in it, before anything else is said: the half has a subject of its own. */
const NAMED = /^[^;；.。]{0,40}?[a-z][\w./:-]*\d/i;

/** Where such halves begin in a sentence; `[]` for any other one. */
export function halvesIn(text: string): number[] {
  if (!MOVES.test(text)) return [];
  const marks = [...text.matchAll(MARK)].map((mark) => mark.index + mark[0].length);
  return marks.filter((at, index) => {
    const before = text.slice(marks[index - 1] ?? 0, at);
    const behind = text.slice(at, marks[index + 1] ?? text.length);
    return /\d/.test(before) && !MOVES.test(before) && MOVES.test(behind) && NAMED.test(behind);
  });
}
