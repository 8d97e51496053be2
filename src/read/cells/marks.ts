import { oneLine } from "../../lib/one-line.ts";
import type { Cell, Line } from "../../parse/document.ts";
import { textOf } from "../../parse/document.ts";

const NOTHING =
  /^(n\/?a|none|null|nil|tbd|tba|-+|—+|–+|―+|\.+|…|n\.a\.|not applicable|no|keine?|aucune?|ninguno|nenhum|nessuno|无|無|暂无|なし|없음|-)$/i;

/** True for a cell that says that there is nothing: empty, a dash, "N/A", "TBD", and the like in other languages. */
export function isNothing(text: string): boolean {
  const plain = text.replace(/[\s*`_]+/g, " ").trim();
  return plain === "" || NOTHING.test(plain);
}

/**
 * Takes footnote marks off the end of a name or a date: `gpt-4.1*`, `x†`, `x[1]`, `x (1)`, `x¹`. A star after a hyphen
 * is a wildcard ("gpt-4o-*") and stays.
 */
export function withoutFootnote(text: string): string {
  return text
    .replace(/\\([*_])/g, "$1")
    .replace(/[\s]*(\[\^?\w{1,2}\]|\(\d\)|[†‡§¶¹²³⁴⁵⁶⁷⁸⁹]+)+$/, "")
    .replace(/([^-\s/*])\*{1,3}$/, "$1")
    .trim();
}

/** One line of text from a cell, its visual lines joined by a space. */
export function flat(cell: Pick<Cell, "lines"> | undefined): string {
  return cell === undefined ? "" : oneLine(textOf(cell.lines));
}

/** The text of one line without what is struck through. */
export function lineText(line: Line): string {
  return line
    .filter((run) => run.strike !== true)
    .map((run) => run.text)
    .join("");
}

/** A cell without its struck-out text: what was crossed out is no longer said. */
export function withoutStruck(cell: Cell): Cell {
  if (!cell.lines.some((line) => line.some((run) => run.strike === true))) return cell;
  return { ...cell, lines: cell.lines.map((line) => line.filter((run) => run.strike !== true)) };
}

/** A line that is crossed out whole, as its words; any other as it is. */
export function crossedOut(line: Line): Line {
  const said = line.filter((run) => /[\p{L}\p{N}]/u.test(run.text));
  if (said.length === 0 || !said.every((run) => run.strike === true)) return line;
  return line.map(({ strike: _strike, ...run }) => run);
}
