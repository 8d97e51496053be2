import { type Block, type Doc, textOf } from "../../parse/document.ts";
import { textOfBlocks } from "../block-text.ts";

/** All running text of a page, for what it says of itself. */
export function pageText(doc: Doc): string {
  return textOfBlocks(doc.blocks, false);
}

/** Texts that may hold numeric dates: all cells, list items and headings. */
export function dateTexts(doc: Doc): string[] {
  const texts: string[] = [];
  collect(doc.blocks, texts);
  return texts;
}

/** The first rows of all tables, where their headings stand. */
export function headingTexts(doc: Doc): string {
  const rows: string[] = [];
  const visit = (blocks: Block[]): void => {
    for (const block of blocks) {
      if (block.type === "table") rows.push((block.rows[0] ?? []).map((cell) => textOf(cell.lines)).join(" | "));
      else if (block.type === "note" || block.type === "update") visit(block.blocks);
      else if (block.type === "list") for (const item of block.items) visit(item.children);
    }
  };
  visit(doc.blocks);
  return rows.join("\n");
}

function collect(blocks: Block[], texts: string[]): void {
  for (const block of blocks) {
    if (block.type === "table") for (const row of block.rows) texts.push(...row.map((cell) => textOf(cell.lines)));
    else if (block.type === "list") {
      for (const item of block.items) {
        texts.push(textOf(item.lines));
        collect(item.children, texts);
      }
    } else if (block.type === "note") collect(block.blocks, texts);
    else if (block.type === "update") {
      texts.push(block.label);
      collect(block.blocks, texts);
    } else if (block.type === "heading") texts.push(textOf([block.line]));
    else if (block.type === "paragraph") texts.push(textOf(block.lines));
    else if (block.type === "definitions") {
      for (const entry of block.entries) {
        texts.push(textOf(entry.term));
        collect(entry.details, texts);
      }
    }
  }
}
