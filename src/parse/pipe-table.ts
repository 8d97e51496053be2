import type { Block, Line } from "./document.ts";
import { layOut, type RawCell } from "./grid.ts";

/**
 * Finds tables drawn with `|` in lines of text that no Markdown parser took as a table: inside an HTML `<p>`, in plain
 * text, or with a delimiter row of the wrong length. Other lines become paragraphs. Marks of the runs are kept.
 */
export function pipeTables(lines: Line[]): Block[] {
  const blocks: Block[] = [];
  let plain: Line[] = [];
  const endPlain = () => {
    if (plain.length > 0) blocks.push({ type: "paragraph", lines: plain });
    plain = [];
  };
  for (let at = 0; at < lines.length; ) {
    const line = lines[at] ?? [];
    const next = lines[at + 1];
    if (!hasPipe(line) || next === undefined || !isDelimiter(next)) {
      plain.push(line);
      at += 1;
      continue;
    }
    endPlain();
    const rows: RawCell[][] = [split(line, true)];
    at += 2;
    for (let row = lines[at]; row !== undefined && hasPipe(row); row = lines[at]) {
      if (!isDelimiter(row)) rows.push(split(row, false));
      at += 1;
    }
    blocks.push({ type: "table", rows: layOut(rows), caption: null });
  }
  endPlain();
  return blocks;
}

/** True when raw text may hold a drawn table: cheap, so that it can be asked of every paragraph. */
export function mayHoldPipeTable(text: string): boolean {
  return text.includes("|") && text.includes("--");
}

function hasPipe(line: Line): boolean {
  return line.some((run) => run.code !== true && run.text.includes("|"));
}

function isDelimiter(line: Line): boolean {
  const text = line.map((run) => run.text).join("");
  return text.includes("-") && text.includes("|") && /^[|:\- ]+$/.test(text);
}

function split(line: Line, header: boolean): RawCell[] {
  const cells: Line[] = [[]];
  for (const run of line) {
    const parts = run.code === true ? [run.text] : run.text.split("|");
    parts.forEach((part, index) => {
      if (index > 0) cells.push([]);
      if (part !== "") cells.at(-1)?.push({ ...run, text: part });
    });
  }
  const trimmed = cells.map(trim);
  if (trimmed[0]?.length === 0) trimmed.shift();
  if (trimmed.at(-1)?.length === 0) trimmed.pop();
  return trimmed.map((runs) => ({ lines: runs.length > 0 ? [runs] : [], header, rowspan: 1, colspan: 1 }));
}

function trim(runs: Line): Line {
  const line = runs.map((run) => ({ ...run }));
  const first = line[0];
  if (first !== undefined) first.text = first.text.trimStart();
  const last = line.at(-1);
  if (last !== undefined) last.text = last.text.trimEnd();
  return line.filter((run) => run.text !== "");
}
