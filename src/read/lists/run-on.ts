import { type Line, textOf } from "../../parse/document.ts";

/** A key in the middle of a line: one to four words with a capital first, then a colon. */
const KEY = /(?:^|[\s|·;,])([\p{Lu}\p{Lo}][\p{L}\d()/-]*(?: [\p{L}\d()/-]+){0,3}?)\s?[:：](?=\s|$)/gu;

/**
 * "Shutdown date: 12/20/26 Replacement: `x`" are two fields in one line: HTML has no line breaks of its own.
 *
 * @param isKey whether a text is a key that a record has
 * @returns one line per field; the line alone when it does not begin with a key or holds fewer than two
 */
export function runOnFields(line: Line, isKey: (text: string) => boolean): Line[] {
  const text = textOf([line]);
  const starts = [...text.matchAll(KEY)]
    .filter((match) => isKey(match[1] ?? ""))
    .map((match) => match.index + match[0].indexOf(match[1] ?? ""));
  if (starts.length < 2 || text.slice(0, starts[0]).trim() !== "") return [line];
  return starts.map((start, index) => cut(line, start, starts[index + 1] ?? text.length));
}

/** The runs between two places of the line's text, without the marks that stood between two fields. */
function cut(line: Line, from: number, to: number): Line {
  const part: Line = [];
  let at = 0;
  for (const run of line) {
    const text = run.text.slice(Math.max(0, from - at), Math.max(0, to - at));
    if (text !== "") part.push({ ...run, text });
    at += run.text.length;
  }
  const last = part.at(-1);
  if (last !== undefined && last.code !== true) last.text = last.text.replace(/[\s|·;,]+$/, "");
  return part;
}
