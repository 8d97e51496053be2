import { DELIMITER } from "../parse/index.ts";

const FENCE = /^\s{0,3}(?:```|~~~)/;

/**
 * Whether every table of a page has a header and no row: the data behind the page was not there when it was made. Its
 * headings and notes may still tell facts, so that their number says nothing.
 *
 * @param form what `detectForm` says of the text
 * @param least how many tables there are at least, for an empty one alone may be meant
 */
export function lostRows(text: string, form: string, least: number): boolean {
  const tables = form === "html" ? htmlTables(text) : form === "markdown" ? markdownTables(text) : [];
  return tables.length >= least && tables.every((rows) => rows === 0);
}

/** The rows below each line of dashes. */
function markdownTables(text: string): number[] {
  const lines = text.split("\n");
  const tables: number[] = [];
  let fenced = false;
  for (const [at, line] of lines.entries()) {
    if (FENCE.test(line)) fenced = !fenced;
    if (fenced || line.length > 2_000 || !line.includes("|") || !DELIMITER.test(line) || !isRow(lines[at - 1]))
      continue;
    let rows = 0;
    while (isRow(lines[at + 1 + rows])) rows += 1;
    tables.push(rows);
  }
  return tables;
}

/** The cells of each table that has header cells. */
function htmlTables(text: string): number[] {
  const lower = text.toLowerCase();
  const tables: number[] = [];
  for (let at = lower.indexOf("<table"); at >= 0; ) {
    const next = lower.indexOf("<table", at + 6);
    const close = lower.indexOf("</table", at);
    const end = Math.min(...[next, close, lower.length].filter((index) => index >= 0));
    const table = lower.slice(at, end);
    if (/<th[\s>]/.test(table)) tables.push(table.split("<td").length - 1 + Math.max(0, table.split("<tr").length - 3));
    at = next;
  }
  return tables;
}

const isRow = (line: string | undefined): boolean => line?.includes("|") === true;
