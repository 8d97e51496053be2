import { oneLine } from "../lib/one-line.ts";
import { stackedAt } from "./copied-tables.ts";
import { type Block, type Cell, type Line, textOf } from "./document.ts";

const FEWEST = 6;

/** One line of a paragraph, or a block that has none. */
type Unit = { block: Block; line: Line | null; text: string; first: boolean };

/** Tables that style alone makes of paragraphs (`<div><div>Model</div><div>Date</div></div>`): as many to a row as there are headings. */
export function withStackedTables(blocks: Block[]): Block[] {
  if (blocks.length < FEWEST) return blocks;
  const units = blocks.flatMap((block): Unit[] =>
    block.type === "paragraph"
      ? block.lines.map((line, at) => ({ block, line, text: oneLine(textOf([line])), first: at === 0 }))
      : [{ block, line: null, text: "", first: true }],
  );
  const lines = units.map(({ text }) => text);
  const done: Block[] = [];
  for (let at = 0; at < units.length; ) {
    const unit = units[at];
    const table = unit?.first === true && unit.text !== "" ? stackedAt(lines, at) : null;
    // A table ends where a paragraph does.
    if (table === null || units[at + table.lines]?.first === false) {
      if (unit?.first === true) done.push(unit.block);
      at += 1;
      continue;
    }
    const width = table.rows[0]?.length ?? 1;
    const cells = units
      .slice(at, at + table.lines)
      .map(({ line }, index): Cell => ({ lines: line === null ? [] : [line], header: index < width, spanned: false }));
    done.push({
      type: "table",
      rows: table.rows.map((_, row) => cells.slice(row * width, (row + 1) * width)),
      caption: null,
    });
    at += table.lines;
  }
  return done;
}
