import { type Block, type Line, type ListItem, textOf } from "../../parse/index.ts";
import { once } from "../../lib/remember.ts";
import { findDates } from "../dates/index.ts";
import { findModelNames, type NameMention } from "../names/index.ts";
import { linked, linksIn } from "./links.ts";

/** What an entry of a changelog is made of. Names are looked for when they are asked for: most pieces say nothing of an end. */
export type Piece =
  /** A line, or an item of a list, which is a note of its own; the label is the day over the list. */
  | { kind: "text"; text: string; label: string; item: boolean; names: () => NameMention[] | null }
  | { kind: "table"; rows: string[][]; names: () => NameMention[][][] };

/** What may stand beside names in an item that is a list of names and no sentence. */
const FEW_LETTERS = 26;

const lineText = (line: Line): string => textOf([line]);

/** The names of a line that is nothing but names, with a word or two around them; null for a sentence. */
function bareNames(line: Line): NameMention[] | null {
  const text = lineText(line);
  const found = findModelNames(line);
  if (found.length === 0) return null;
  const names = linked(text, found, linksIn([text]));
  if (names.length === 0) return null;
  let rest = text;
  for (const name of found.toReversed()) rest = rest.slice(0, name.start) + rest.slice(name.end);
  return rest.replace(/[^\p{L}]/gu, "").length <= FEW_LETTERS ? names : null;
}

/** The names of an item all of whose lines are such. */
function namesOfItem(lines: readonly Line[]): NameMention[] | null {
  const all: NameMention[] = [];
  for (const line of lines) {
    const names = bareNames(line);
    if (names === null) return null;
    all.push(...names);
  }
  return lines.length === 0 ? null : all;
}

/** "14 May 2026:" over a list of what happened then. */
function isDayLabel(text: string): boolean {
  return text.length < 40 && findDates(text, { at: "2000-01-01" }).length > 0;
}

/** The pieces of an entry in reading order. */
export function piecesOf(blocks: readonly Block[], label = ""): Piece[] {
  return blocks.flatMap((block): Piece[] => {
    if (block.type === "paragraph") {
      return block.lines.map((line) => {
        const text = lineText(line);
        const names = once(() => (/[.:。：]\s*$/.test(text) ? null : bareNames(line)));
        return { kind: "text", text, label, item: false, names };
      });
    }
    if (block.type === "heading") {
      return [{ kind: "text", text: lineText(block.line), label, item: true, names: () => null }];
    }
    if (block.type === "list") return block.items.flatMap((item) => piecesOfItem(item, label));
    if (block.type === "note" || block.type === "update") return piecesOf(block.blocks, label);
    if (block.type !== "table") return [];
    const { rows } = block;
    const names = once(() => rows.map((row) => row.map((cell) => cell.lines.flatMap((line) => findModelNames(line)))));
    return [{ kind: "table", rows: rows.map((row) => row.map((cell) => textOf(cell.lines))), names }];
  });
}

function piecesOfItem(item: ListItem, label: string): Piece[] {
  const text = item.lines.map(lineText).join(" ");
  if (item.children.length > 0 && isDayLabel(text)) return piecesOf(item.children, text);
  const names = once(() => namesOfItem(item.lines));
  const own: Piece = { kind: "text", text, label, item: true, names };
  return item.children.length === 0 ? [own] : [own, ...piecesOf(item.children, label)];
}

/** The texts of an entry's lines and items, without its tables. */
export function textsOf(blocks: readonly Block[]): string[] {
  return piecesOf(blocks).flatMap((piece) => (piece.kind === "text" ? [piece.text] : []));
}
