import type { Block } from "../../parse/document.ts";
import { mayTellOfLife } from "../table/header-words.ts";
import type { Section } from "./sections.ts";
import { textOfBlocks } from "../block-text.ts";

/**
 * A cheap look at a section before its tables and lists are read: its words must speak of a life of models, or it must
 * hold a table or fields, whose columns may be known by their cells alone.
 */
export function rowsMayTell(section: Section): boolean {
  if (section.blocks.some((block) => isGrid(block))) return true;
  // What a fold-out lists, the words over it may end.
  if (section.heading?.part === true && section.blocks.some((block) => block.type === "list")) return true;
  if (!section.blocks.some((block) => block.type !== "code")) return false;
  const headings = section.path.flatMap((heading) => (heading.title ? [] : [heading.text]));
  return mayTellOfLife(`${headings.join("\n")}\n${textOfBlocks(section.blocks, false)}`);
}

function isGrid(block: Block): boolean {
  return block.type === "table" || block.type === "definitions";
}
