import { type Block, type Cell, type Line, textOf } from "./document.ts";

/**
 * Blocks as the lines that a person would type: headings and items with Markdown's marks, tables with bars, so that who
 * reads lines knows what stands together. Code and includes are left out.
 */
export function writtenLines(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case "heading":
        return [textOf([block.line])];
      case "paragraph":
        return textsOf(block.lines);
      case "list":
        return block.items.flatMap((item) => {
          const [first, ...others] = textsOf(item.lines);
          return [...(first === undefined ? [] : [`- ${first}`]), ...others, ...writtenLines(item.children)];
        });
      case "definitions":
        return block.entries.flatMap((entry) => [...textsOf(entry.term), ...writtenLines(entry.details)]);
      case "table":
        return drawn(block.rows);
      case "note":
        return writtenLines(block.blocks);
      case "update":
        return [`${block.label} ${block.description}`, ...writtenLines(block.blocks)];
      default:
        return [];
    }
  });
}

const textsOf = (lines: readonly Line[]): string[] => lines.map((line) => textOf([line]));

const LONGEST_CELL = 160;

/** What no cell of a table of facts holds: mails are laid out with tables, and their cells are paragraphs. */
function isPassage(cell: Cell): boolean {
  const texts = textsOf(cell.lines);
  const paragraphs = texts.length > 1 && texts.some((text) => text.length > 60 && /[.!?。！？]\s*$/.test(text));
  return paragraphs || texts.join(" ").length > LONGEST_CELL;
}

/** A grid of one column, or of passages, is a list of lines. */
function drawn(rows: readonly Cell[][]): string[] {
  const filled = rows.filter((row) => row.some((cell) => cell.lines.length > 0));
  const [first] = filled;
  if (first === undefined) return [];
  if (first.length === 1 || filled.some((row) => row.some((cell) => isPassage(cell))))
    return filled.flatMap((row) => row.flatMap((cell) => textsOf(cell.lines)));
  const [head, ...body] = filled.map((row) => `| ${row.map((cell) => textsOf(cell.lines).join(" ")).join(" | ")} |`);
  return [head ?? "", `|${" --- |".repeat(first.length)}`, ...body];
}
