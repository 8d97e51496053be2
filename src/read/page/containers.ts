import type { StatedState } from "../../core/fact.ts";
import { oneLine } from "../../lib/one-line.ts";
import { type Block, type Line, textOf } from "../../parse/document.ts";
import { textOfBlocks } from "../block-text.ts";
import { stateOf } from "../cells/state.ts";
import { idShaped, surelyId } from "../cells/tokens.ts";
import { isField } from "../lists/records.ts";
import { type Part, underItsId } from "./own-id.ts";
import { plainNames } from "./plain-names.ts";
import { isKnown } from "../names/index.ts";
import { endWords } from "../table/header-words.ts";

export type { Part } from "./own-id.ts";

type Card = Block & { type: "note"; blocks: [Block & { type: "heading" }, ...Block[]] };

/** True for a card or a fold-out that begins with its title. */
export function isCard(block: Block): block is Card {
  return block.type === "note" && block.blocks[0]?.type === "heading" && block.blocks.length > 1;
}

/**
 * The titled parts of a block: a card is one, a list has one for each item if all of them begin with a heading, and so has
 * a list of terms that are ids of models over sentences on their end. Null for any other block.
 */
export function partsIn(block: Block): Part[] | null {
  if (isCard(block)) {
    const [title, ...blocks] = block.blocks;
    return [underItsId(partOf(title.line, blocks))];
  }
  if (block.type === "list") return partsOfItems(block);
  return block.type === "definitions" ? partsOfTerms(block) : null;
}

/** "What about the model `granite`?" names its model by the noun beside it. */
function partOf(title: Line, blocks: Block[]): Part {
  const [named, ...others] = plainNames([{ type: "paragraph", lines: [title] }]);
  const one = named !== undefined && others.length === 0 ? { named } : {};
  return { title: lineText(title), blocks, ...one };
}

function partsOfItems({ items }: Block & { type: "list" }): Part[] | null {
  const parts = items.flatMap(({ lines, children: [title, ...blocks] }): Part[] =>
    lines.length === 0 && title?.type === "heading" ? [underItsId(partOf(title.line, blocks))] : [],
  );
  return parts.length === items.length ? parts : null;
}

type Definitions = Block & { type: "definitions" };

/** "`a`, `b`" as one term over what is said of both. */
function eachTerm(entry: Definitions["entries"][number]): Definitions["entries"] {
  const runs = entry.term.flat();
  const codes = runs.filter((run) => run.code === true);
  const joined = runs.every(
    (run) => run.code === true || /^[\s,;、，]*(?:and|und|et|y|e|和|と|및|&)?\s*$/u.test(run.text),
  );
  if (codes.length < 2 || !joined) return [entry];
  return codes.map((run) => ({ ...entry, term: [[run]] }));
}

function partsOfTerms(list: Definitions): Part[] | null {
  const entries = list.entries.flatMap(eachTerm);
  const titles = entries.map(({ term }) => oneLine(textOf(term)));
  const code = entries.map(({ term }) => term.flat().every((run) => run.code === true || run.text.trim() === ""));
  const sure = titles.map((title, index) => surelyId(title) || (code[index] === true && idShaped(title)));
  // A word in code marks among ids is one more of them.
  const marked = code.every(Boolean) && titles.every((title) => WORD.test(title));
  const shaped = sure.filter(Boolean).length + (marked ? titles.filter((title) => /\d/.test(title)).length : 0);
  if (!sure.every(Boolean) && !(marked && shaped * 2 >= entries.length)) return null;
  if (!entries.every(({ details }) => details.every((detail) => isSaid(detail)))) return null;
  const parts = entries.map(
    ({ details }, index): Part => ({
      title: titles[index] ?? "",
      blocks: details,
      ...(sure[index] === true ? {} : { named: titles[index] ?? "" }),
    }),
  );
  return parts.some((part) => endWords(oneLine(textOfBlocks(part.blocks, false))) !== null) ? parts : null;
}

/** One word that an id may be. */
const WORD = /^[a-z][\w./:@-]{2,60}$/i;

/** A paragraph of sentences, not of fields. */
const isSaid = (block: Block): boolean => block.type === "paragraph" && !block.lines.every((line) => isField(line));

/** The title of a card that is no heading: a model's name, perhaps beside a badge that tells its state. */
export type LoneName = { name: string; state: StatedState };

/**
 * A paragraph of a model's name and nothing but a badge, over fields of a record; or of the name alone, over a paragraph
 * that tells its end. Null for any other.
 */
export function loneName(block: Block, next: Block | undefined): LoneName | null {
  const [line, second, ...others] = block.type === "paragraph" ? block.lines : [];
  if (line === undefined || others.length > 0 || next === undefined) return null;
  const text = lineText(line);
  if (second !== undefined)
    return surelyId(text) && isBadge(second) && holdsFields(next)
      ? { name: text, state: stateOf(lineText(second)) }
      : null;
  const name = text.length > 80 ? null : nameIn(line, text);
  if (name === null) return null;
  const badge = text.replace(name, "").replace(/^[\s:：·|()[\]–—-]+|[\s:：·|()[\]–—-]+$/g, "");
  const state = badge === "" || badge.length > 24 ? null : stateOf(badge);
  if (badge !== "" && state === null) return null;
  const tells = next.type === "paragraph" && badge === "" && endWords(oneLine(textOf(next.lines))) !== null;
  return tells || holdsFields(next) ? { name, state } : null;
}

/** "Deprecated", "On hold" on the line below a name. */
const isBadge = (line: Line): boolean => /^\p{L}[\p{L} ]{1,23}$/u.test(lineText(line)) && !isField(line);

function nameIn(line: Line, text: string): string | null {
  const [code, ...others] = line.filter((run) => run.code === true);
  if (code !== undefined) return others.length === 0 && idShaped(code.text.trim()) ? code.text.trim() : null;
  if (isKnown(text) && /\d/.test(text)) return text;
  const [word, ...more] = text.split(/\s+/).filter((each) => surelyId(each));
  return word !== undefined && more.length === 0 ? word : null;
}

function holdsFields(block: Block): boolean {
  if (block.type === "paragraph") return block.lines.every((line) => isField(line));
  const terms = block.type === "definitions" ? block.entries.map((entry) => textOf(entry.term)) : [];
  if (terms.length > 0) return terms.filter((term) => isField([{ text: `${term}: x` }])).length > 1;
  const lines = block.type === "list" ? block.items.map((item) => item.lines[0] ?? []) : [];
  return lines.filter((each) => isField(each)).length * 2 > lines.length;
}

const lineText = (line: Line): string => oneLine(textOf([line]));
