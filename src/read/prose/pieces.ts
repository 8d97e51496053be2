import { type Block, type Line, type ListItem, textOf } from "../../parse/index.ts";
import { once } from "../../lib/remember.ts";
import { findDates } from "../dates/index.ts";
import { arrowIn } from "../lists/arrow.ts";
import { keyOfName } from "../names/find.ts";
import { findModelNames, type NameMention } from "../names/index.ts";
import { linked, linksIn } from "./links.ts";

/** What an entry of a changelog is made of. Names are looked for when they are asked for: most pieces say nothing of an end. */
export type Piece =
  /** A line, or an item of a list, which is a note of its own; the label is the day over the list. */
  | {
      kind: "text";
      text: string;
      label: string;
      item: boolean;
      /** A heading, which speaks of what stands below it. */
      heading?: true;
      names: () => NameMention[] | null;
      /** What an item names in the place of its models: "x — migrate to y". */
      instead: () => NameMention[];
    }
  | { kind: "table"; rows: string[][]; names: () => NameMention[][][] };

/** What may stand beside names in an item that is a list of names and no sentence. */
const FEW_LETTERS = 26;
const LONGEST_PAIR = 400;

const nobody = (): NameMention[] => [];
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

/** The models of an item and what takes their place, where it points from the ones to the others; null for any other. */
function pairOf(lines: readonly Line[]): { names: NameMention[]; instead: NameMention[] } | null {
  const line = lines.flatMap((each, index) => (index === 0 ? each : [{ text: " " }, ...each]));
  const text = lineText(line);
  const arrow = text.length > LONGEST_PAIR ? null : arrowIn(text);
  if (arrow === null) return null;
  const found = named(line);
  const left = found.filter((name) => name.end <= arrow.index);
  const right = found.filter((name) => name.start >= arrow.index + arrow.length);
  // "Kimi K2.6 (`kimi-k2p6`)": the id in brackets is the name's.
  const instead = right.filter((name, index) => {
    const next = right[index + 1];
    const explained = next?.form === "id" && /^\s?[(（]\s?$/.test(text.slice(name.end, next.start));
    return !(name.form === "display" && explained);
  });
  if (left.length === 0 || instead.length === 0) return null;
  let rest = text.slice(0, arrow.index);
  for (const name of left.toReversed()) rest = rest.slice(0, name.start) + rest.slice(name.end);
  if (rest.replace(/[^\p{L}]/gu, "").length > FEW_LETTERS) return null;
  return { names: linked(text, left, linksIn([text])), instead };
}

/** A display name in bold or as a link, whole: "Qwen3 VL 30B A3B Thinking", "DeepSeek V4 Pro (0813)". */
const WHOLE_NAME = /^[A-Z][\w.+-]*(?: [\w.+-]+){0,6}(?: \([\w.-]+\))?$/;

/** The names of a line; what it sets apart in bold or as a link is one name from end to end. */
function named(line: Line): NameMention[] {
  const whole: NameMention[] = [];
  let at = 0;
  for (const run of line) {
    const name = run.text.trim();
    const start = at + run.text.indexOf(name);
    at += run.text.length;
    const apart = run.bold === true || run.href !== undefined;
    if (!apart || name.length > 60 || !/\d/.test(name) || !WHOLE_NAME.test(name)) continue;
    const known = findModelNames(name)[0];
    const [family, makerSurface] = [known?.family ?? null, known?.makerSurface ?? null];
    const place = { start, end: start + name.length, text: name, name };
    whole.push({ ...place, form: "display", family, makerSurface, key: keyOfName(name), sure: true, several: false });
  }
  const others = findModelNames(line).filter((name) =>
    whole.every((each) => name.end <= each.start || name.start >= each.end),
  );
  return [...whole, ...others].toSorted((a, b) => a.start - b.start);
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
        return { kind: "text", text, label, item: false, names, instead: nobody };
      });
    }
    if (block.type === "heading") {
      const text = lineText(block.line);
      return [{ kind: "text", text, label, item: true, heading: true, names: () => null, instead: nobody }];
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
  const pair = once(() => pairOf(item.lines));
  const names = once(() => pair()?.names ?? namesOfItem(item.lines));
  const own: Piece = { kind: "text", text, label, item: true, names, instead: () => pair()?.instead ?? [] };
  return item.children.length === 0 ? [own] : [own, ...piecesOf(item.children, label)];
}

/** The texts of an entry's lines and items, without its tables. */
export function textsOf(blocks: readonly Block[]): string[] {
  return piecesOf(blocks).flatMap((piece) => (piece.kind === "text" ? [piece.text] : []));
}
