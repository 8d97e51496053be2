import { type Block, type Doc, type Line, type ListItem, textOf } from "./document.ts";
import { DAY_LINE, isId } from "./copied-tables.ts";
import { visible } from "./lines.ts";
import { mayHoldPipeTable, pipeTables } from "./pipe-table.ts";
import { withTextTables } from "./text-tables.ts";

const BULLET = /^\s{0,12}(?:[-*•·–▪]|\d{1,3}[.)])\s+/;

/**
 * Reads plain text: paragraphs between blank lines, one Line a line, bullets and ids that stand alone as lists, drawn tables
 * as tables, and days that stand alone over what happened on them as headings: a page that someone copied has no other mark.
 */
export function parseText(text: string): Doc {
  const blocks: Block[] = [];
  let lines: string[] = [];
  const end = () => {
    if (lines.length > 0) blocks.push(...paragraphs(lines));
    lines = [];
  };
  const all = withTextTables(visible(text)).split(/\r\n?|\n|\u2028|\u2029/);
  const days = dayHeadings(all);
  for (const [index, line] of all.entries()) {
    if (line.trim() === "" || days.has(index)) end();
    else lines.push(line);
    if (days.has(index)) blocks.push({ type: "heading", level: 2, line: lineOf(line), id: null });
  }
  end();
  const first = blocks[0];
  const title = first?.type === "paragraph" ? (first.lines[0]?.[0]?.text ?? null) : null;
  return { title, meta: {}, blocks };
}

const LONGEST_DAY_LINE = 160;

/**
 * Lines of a day, where there are several and each has something else below it. A list of "day: what" is none, nor is a
 * single day, which may be that of a letter.
 */
function dayHeadings(lines: readonly string[]): ReadonlySet<number> {
  const filled = lines.flatMap((line, index) => (line.trim() === "" ? [] : [{ index, line: line.trim() }]));
  const isDay = filled.map(({ line }) => line.length <= LONGEST_DAY_LINE && DAY_LINE.test(line));
  const days = filled.flatMap(({ index }, place) => (isDay[place] === true ? [{ index, place }] : []));
  const kept = days.every(({ place }) => place + 1 < filled.length && isDay[place + 1] !== true);
  return new Set(days.length > 1 && kept ? days.map(({ index }) => index) : []);
}

/** "…will be taken offline:" over an id a line. */
const isBareId = (line: string): boolean => isId(line) || /^[\w.-]+(?:\/[\w.-]+){1,2}$/.test(line);
const OPENS_LIST = /[:：]\s*$/;

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
    } else if (isBareId(raw.trim()) && last?.type === "list") {
      last.items.push({ lines: [lineOf(raw)], children: [] });
    } else if (isBareId(raw.trim()) && last?.type === "paragraph" && OPENS_LIST.test(textOf(last.lines))) {
      blocks.push({ type: "list", ordered: false, items: [{ lines: [lineOf(raw)], children: [] }] });
    } else if (last?.type === "list" && /^\s{2,}/.test(raw)) last.items.at(-1)?.lines.push(lineOf(raw));
    else if (last?.type === "paragraph") last.lines.push(lineOf(raw));
    else blocks.push({ type: "paragraph", lines: [lineOf(raw)] });
  }
  return blocks;
}

function lineOf(raw: string): Line {
  return [{ text: raw.replace(/\s+/g, " ").trim() }];
}
