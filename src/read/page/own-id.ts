import { oneLine } from "../../lib/one-line.ts";
import { type Block, textOf } from "../../parse/document.ts";
import { withBadgeAsField } from "./badges.ts";
import { idShaped, surelyId } from "../cells/tokens.ts";

/** What a container holds under a title of its own: a card, an item, a term. */
export type Part = {
  title: string;
  blocks: Block[];
  /** The model that the title names by where it stands, though its shape does not tell: `whisper` among `llama-3`. */
  named?: string;
};

const MOST_WORDS = 8;

/**
 * A card titled with a display name over the one id that stands alone in it is about that id: "Acme Large 2" over
 * `acme/acme-large-2`. A title that is an id itself, or shares no word with it, stays.
 */
export function underItsId(part: Part): Part {
  const blocks = withBadgeAsField(part.blocks);
  const words = part.title.split(/\s+/);
  if (words.length > MOST_WORDS || (words.length === 1 && surelyId(part.title))) return { ...part, blocks };
  const [own, ...others] = blocks.flatMap((block) => loneIds(block));
  if (own === undefined || others.length > 0 || !areOfOneName(part.title, own)) return { ...part, blocks };
  return { title: own, blocks: blocks.filter((block) => loneIds(block).length === 0) };
}

/** The one id that stands alone below a display name and is of that name; null for none, or for several. */
export function idOfName(name: string, blocks: readonly Block[]): string | null {
  const [own, ...others] = new Set(blocks.flatMap((block) => loneIds(block)));
  return own !== undefined && others.length === 0 && areOfOneName(name, own) ? own : null;
}

/** The id that a paragraph, or a list of one item, consists of; nothing for any other block. */
function loneIds(block: Block): string[] {
  const [item, ...others] = block.type === "list" ? block.items : [];
  if (item !== undefined && others.length === 0 && item.children.length === 0)
    return loneIds({ type: "paragraph", lines: item.lines });
  if (block.type !== "paragraph" || block.lines.length !== 1) return [];
  const text = oneLine(textOf(block.lines));
  const code = block.lines[0]?.every((run) => run.code === true || run.text.trim() === "") === true;
  return !/\s/.test(text) && (code ? idShaped(text) : surelyId(text)) ? [text] : [];
}

function areOfOneName(title: string, id: string): boolean {
  const plain = id.toLowerCase();
  return title
    .toLowerCase()
    .split(/[^\p{L}\d.]+/u)
    .some((word) => word.length > 1 && plain.includes(word));
}
