import { type Line, textOf } from "../parse/document.ts";

/** The runs of a line up to a place in its text. */
export function headOf(line: Line, to: number): Line {
  const kept: Line = [];
  let at = 0;
  for (const run of line) {
    if (at >= to) break;
    kept.push(at + run.text.length <= to ? run : { ...run, text: run.text.slice(0, to - at) });
    at += run.text.length;
  }
  return kept;
}

/** The runs of a line from a place in its text on. */
export function tailOf(line: Line, from: number): Line {
  const rest: Line = [];
  let at = 0;
  for (const run of line) {
    const end = at + run.text.length;
    if (end > from) rest.push(at >= from ? run : { ...run, text: run.text.slice(from - at) });
    at = end;
  }
  return rest.some((run) => run.text.trim() !== "") ? rest : [];
}

/** "(replaced by x)": without the bracket that closes before one has opened, and what follows it. */
export function untilBracket(line: Line): Line {
  const text = textOf([line]);
  const close = text.search(/[)）]/);
  const open = text.search(/[(（]/);
  return close >= 0 && (open < 0 || open > close) ? headOf(line, close) : line;
}
