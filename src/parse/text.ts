import type { Block, Doc, Line, ListItem } from "./document.ts";
import { visible } from "./lines.ts";
import { mayHoldPipeTable, pipeTables } from "./pipe-table.ts";
import { withTextTables } from "./text-tables.ts";

const BULLET = /^\s{0,12}(?:[-*•·–▪]|\d{1,3}[.)])\s+/;

/** Reads plain text: paragraphs between blank lines, one Line a line, bullets as lists, drawn tables as tables. */
export function parseText(text: string): Doc {
  const blocks: Block[] = [];
  let lines: string[] = [];
  const end = () => {
    if (lines.length > 0) blocks.push(...paragraphs(lines));
    lines = [];
  };
  for (const line of withTextTables(visible(text)).split(/\r\n?|\n|\u2028|\u2029/)) {
    if (line.trim() === "") end();
    else lines.push(line);
  }
  end();
  const first = blocks[0];
  const title = first?.type === "paragraph" ? (first.lines[0]?.[0]?.text ?? null) : null;
  return { title, meta: {}, blocks };
}

function paragraphs(lines: string[]): Block[] {
  if (mayHoldPipeTable(lines.join("\n"))) return pipeTables(lines.map(lineOf));
  const blocks: Block[] = [];
  for (const raw of lines) {
    const bullet = BULLET.exec(raw)?.[0];
    const last = blocks.at(-1);
    if (bullet !== undefined) {
      const item: ListItem = { lines: [lineOf(raw.slice(bullet.length))], children: [] };
      if (last?.type === "list") last.items.push(item);
      else blocks.push({ type: "list", ordered: /\d/.test(bullet), items: [item] });
    } else if (last?.type === "list" && /^\s{2,}/.test(raw)) last.items.at(-1)?.lines.push(lineOf(raw));
    else if (last?.type === "paragraph") last.lines.push(lineOf(raw));
    else blocks.push({ type: "paragraph", lines: [lineOf(raw)] });
  }
  return blocks;
}

function lineOf(raw: string): Line {
  return [{ text: raw.replace(/\s+/g, " ").trim() }];
}
