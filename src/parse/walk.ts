import type { Block, Doc, Line } from "./document.ts";

export type Placed = {
  block: Block;
  /** The headings above it, outermost first; labels of updates, and titles of callouts, count as headings. */
  headings: string[];
};

/**
 * Every block of a document in reading order with its heading path. A container (note, update, list, definitions) comes
 * before the blocks inside it; a heading inside a container reaches no further than the container.
 */
export function walk(doc: Pick<Doc, "blocks">): Iterable<Placed> {
  return walkBlocks(doc.blocks, []);
}

function* walkBlocks(blocks: Block[], above: string[]): Generator<Placed> {
  const path: { level: number; text: string }[] = [];
  for (const block of blocks) {
    if (block.type === "heading") {
      while ((path.at(-1)?.level ?? 0) >= block.level) path.pop();
      yield { block, headings: [...above, ...path.map((entry) => entry.text)] };
      path.push({ level: block.level, text: plain(block.line) });
      continue;
    }
    const headings = [...above, ...path.map((entry) => entry.text)];
    yield { block, headings };
    if (block.type === "note") yield* walkBlocks(block.blocks, headings);
    if (block.type === "update") {
      const label = [block.label, block.description].filter((text) => text !== "").join(" ");
      yield* walkBlocks(block.blocks, label === "" ? headings : [...headings, label]);
    }
    if (block.type === "list") for (const item of block.items) yield* walkBlocks(item.children, headings);
    if (block.type === "definitions") {
      for (const entry of block.entries) {
        yield* walkBlocks(entry.details, [...headings, entry.term.map(plain).join(" ")]);
      }
    }
  }
}

function plain(line: Line): string {
  return line.map((run) => run.text).join("");
}

/** The lines of blocks without their structure, in reading order: for cells that hold lists, and for prose readers. */
export function linesOf(blocks: Block[]): Line[] {
  return blocks.flatMap((block): Line[] => {
    switch (block.type) {
      case "heading":
        return [block.line];
      case "paragraph":
        return block.lines;
      case "list":
        return block.items.flatMap((item) => [...item.lines, ...linesOf(item.children)]);
      case "definitions":
        return block.entries.flatMap((entry) => [...entry.term, ...linesOf(entry.details)]);
      case "table":
        return block.rows.map((row) => row.flatMap((cell, index) => joinLines(cell.lines, index > 0 ? " | " : "")));
      case "note":
        return linesOf(block.blocks);
      case "update":
        return [[{ text: [block.label, block.description].join(" ").trim() }], ...linesOf(block.blocks)];
      case "code":
        return block.text.split("\n").flatMap((text) => (text.trim() === "" ? [] : [[{ text, code: true as const }]]));
      case "include":
      default:
        return [];
    }
  });
}

function joinLines(lines: Line[], before: string): Line {
  const joined: Line = before === "" ? [] : [{ text: before }];
  lines.forEach((line, index) => {
    if (index > 0) joined.push({ text: " " });
    joined.push(...line);
  });
  return joined;
}
