import { type Block, textOf } from "../parse/document.ts";

/** The running text of blocks, their tables only where asked for. */
export function textOfBlocks(blocks: readonly Block[], tables: boolean): string {
  return blocks.map((block) => textOfBlock(block, tables)).join("\n");
}

function textOfBlock(block: Block, tables: boolean): string {
  switch (block.type) {
    case "heading":
      return textOf([block.line]);
    case "paragraph":
      return textOf(block.lines);
    case "list":
      return block.items.map((item) => `${textOf(item.lines)}\n${textOfBlocks(item.children, tables)}`).join("\n");
    case "definitions":
      return block.entries.map((entry) => `${textOf(entry.term)}\n${textOfBlocks(entry.details, tables)}`).join("\n");
    case "note":
    case "update":
      return textOfBlocks(block.blocks, tables);
    case "table":
      return tables ? block.rows.map((row) => row.map((cell) => textOf(cell.lines)).join(" | ")).join("\n") : "";
    default:
      return "";
  }
}
