import type { StatedState } from "../../core/fact.ts";
import { oneLine } from "../../lib/one-line.ts";
import { type Block, type Line, textOf } from "../../parse/document.ts";
import { textOfBlocks } from "../block-text.ts";
import { stateOf } from "../cells/state.ts";
import { idShaped, surelyId } from "../cells/tokens.ts";
import { isField } from "../lists/records.ts";
import { isKnown } from "../names/index.ts";
import { endWords } from "../table/header-words.ts";

/** What a container holds under a title of its own: a card, an item, a term. */
export type Part = { title: string; blocks: Block[] };

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
    return [{ title: lineText(title.line), blocks }];
  }
  if (block.type === "list") return partsOfItems(block);
  return block.type === "definitions" ? partsOfTerms(block) : null;
}

function partsOfItems({ items }: Block & { type: "list" }): Part[] | null {
  const parts = items.flatMap(({ lines, children: [title, ...blocks] }): Part[] =>
    lines.length === 0 && title?.type === "heading" ? [{ title: lineText(title.line), blocks }] : [],
  );
  return parts.length === items.length ? parts : null;
}

function partsOfTerms({ entries }: Block & { type: "definitions" }): Part[] | null {
  const parts = entries.flatMap(({ term, details }): Part[] => {
    const title = oneLine(textOf(term));
    const code = term.flat().every((run) => run.code === true || run.text.trim() === "");
    const named = surelyId(title) || (code && idShaped(title));
    return named && details.every((detail) => isSaid(detail)) ? [{ title, blocks: details }] : [];
  });
  if (parts.length !== entries.length) return null;
  return parts.some((part) => endWords(oneLine(textOfBlocks(part.blocks, false))) !== null) ? parts : null;
}

/** A paragraph of sentences, not of fields. */
const isSaid = (block: Block): boolean => block.type === "paragraph" && !block.lines.every((line) => isField(line));

/** The title of a card that is no heading: a model's name, perhaps beside a badge that tells its state. */
export type LoneName = { name: string; state: StatedState };

/**
 * A paragraph of a model's name and nothing but a badge, over fields of a record; or of the name alone, over a paragraph
 * that tells its end. Null for any other.
 */
export function loneName(block: Block, next: Block | undefined): LoneName | null {
  const [line, ...others] = block.type === "paragraph" ? block.lines : [];
  if (line === undefined || others.length > 0 || next === undefined) return null;
  const text = lineText(line);
  const name = text.length > 80 ? null : nameIn(line, text);
  if (name === null) return null;
  const badge = text.replace(name, "").replace(/^[\s:：·|()[\]–—-]+|[\s:：·|()[\]–—-]+$/g, "");
  const state = badge === "" || badge.length > 24 ? null : stateOf(badge);
  if (badge !== "" && state === null) return null;
  const tells = next.type === "paragraph" && badge === "" && endWords(oneLine(textOf(next.lines))) !== null;
  return tells || holdsFields(next) ? { name, state } : null;
}

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
