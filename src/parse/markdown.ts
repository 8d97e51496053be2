import { Lexer, type Token, type Tokens } from "marked";
import type { Block, Doc, Line, ListItem } from "./document.ts";
import { decodeEntities } from "./entities.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { layOut, type RawCell } from "./grid.ts";
import { htmlFragment } from "./html.ts";
import { MAX_DEPTH, ParseLimitError } from "./limits.ts";
import { LineBuilder, NO_MARKS, visible } from "./lines.ts";
import { writeInline, writeMarkdownText } from "./markdown-inline.ts";
import { type Segment, splitMarkdown } from "./markdown-split.ts";
import { withFootnotes } from "./footnotes.ts";
import { withTextTables } from "./text-tables.ts";
import { mayHoldPipeTable, pipeTables } from "./pipe-table.ts";

const NOTES = new Set(
  (
    "note warning tip info caution danger important callout alert admonition check aside notice banner success " +
    "warn error"
  ).split(" "),
);
const ENTRY_NAME = /update|change|release|entry|version|log/i;
/** GitHub's and Microsoft's mark of an alert, on the first line of a quote. */
const ALERT = /^\[!(\w+)\]\s*/;
const DEFINITION = /^[ \t]{0,3}\[[^\]\n]{1,200}\]:[ \t]*\S+[^\n]*$/gm;

/**
 * Reads Markdown or MDX: front matter, components, callouts, HTML tables and fragments, includes (named, not resolved).
 *
 * @throws ParseLimitError on nesting or tables beyond the caps of limits.ts
 */
export function parseMarkdown(text: string): Doc {
  const { meta, body } = splitFrontMatter(text.replace(/\r\n?/g, "\n").replace(/^\ufeff+/, ""));
  const segments = splitMarkdown(withTextTables(withFootnotes(body)));
  // A link may be defined at the end of the page, far from the component that uses it.
  const definitions = segments.length > 1 ? (body.match(DEFINITION) ?? []).slice(0, 500).join("\n") : "";
  const blocks = segmentBlocks(segments, definitions, 0);
  const first = blocks.find((block) => block.type === "heading" && block.level === 1);
  const heading = first?.type === "heading" ? first.line.map((run) => run.text).join("") : null;
  return { title: meta.title ?? heading, meta, blocks };
}

function segmentBlocks(segments: Segment[], definitions: string, depth: number): Block[] {
  if (depth > MAX_DEPTH) throw new ParseLimitError(`components are nested deeper than ${MAX_DEPTH}`);
  return segments.flatMap((segment): Block[] => {
    if (segment.type === "markdown") return lex(segment.text, definitions);
    if (segment.type === "table") return [pipeTable(segment.lines, definitions)];
    if (segment.type === "html") return htmlFragment(segment.text, writeMarkdownText);
    if (segment.type === "include") return [{ type: "include", path: segment.path }];
    return container(segment, segmentBlocks(segment.children, definitions, depth + 1));
  });
}

/** marked tries every `*` and `_` against every other one of its line; no writer puts this many on one. */
const MAX_EMPHASIS = 2_000;

function lex(text: string, definitions: string): Block[] {
  for (const line of text.length > MAX_EMPHASIS ? text.split("\n") : []) {
    if (line.length > MAX_EMPHASIS && (line.match(/[*_]/g)?.length ?? 0) > MAX_EMPHASIS) {
      throw new ParseLimitError(`a line has more than ${MAX_EMPHASIS} marks of emphasis`);
    }
  }
  const source = definitions !== "" && text.includes("]") ? `${text}\n\n${definitions}` : text;
  return tokenBlocks(new Lexer({ gfm: true }).lex(source), 0);
}

function container(of: Extract<Segment, { type: "container" }>, blocks: Block[]): Block[] {
  const { name, attributes } = of;
  const lower = name.toLowerCase();
  const title = attributes.title ?? attributes.heading ?? "";
  const label = attributes.date ?? (ENTRY_NAME.test(name) ? attributes.label : undefined);
  if (label !== undefined) {
    const description = attributes.description ?? (attributes.label === label ? title : (attributes.label ?? title));
    return [{ type: "update", label: decodeEntities(label), description: decodeEntities(description), blocks }];
  }
  if (lower === "summary") {
    const line = blocks.flatMap((block) => (block.type === "paragraph" ? block.lines.flat() : []));
    return line.length > 0 ? [{ type: "heading", level: 6, line, id: null }] : [];
  }
  const named = title || (attributes.label ?? "");
  const inner: Block[] =
    named === ""
      ? blocks
      : [{ type: "heading", level: 6, line: [{ text: decodeEntities(named) }], id: null }, ...blocks];
  if (NOTES.has(lower)) {
    const kind = (attributes.type ?? attributes.variant ?? attributes.intent ?? lower).toLowerCase();
    return inner.length > 0 ? [{ type: "note", kind, blocks: inner }] : [];
  }
  if (blocks.length === 0) return [];
  return named === "" && lower !== "details" ? blocks : [{ type: "note", kind: lower, blocks: inner }];
}

function tokenBlocks(tokens: Token[], depth: number): Block[] {
  if (depth > MAX_DEPTH) throw new ParseLimitError(`Markdown is nested deeper than ${MAX_DEPTH}`);
  return tokens.flatMap((token) => tokenBlock(token, depth));
}

function tokenBlock(token: Token, depth: number): Block[] {
  switch (token.type) {
    case "heading":
      return heading(token as Tokens.Heading);
    case "paragraph":
    case "text":
      return paragraph(token as Tokens.Paragraph);
    case "list":
      return list(token as Tokens.List, depth);
    case "table":
      return table(token as Tokens.Table);
    case "blockquote":
      return quote(token as Tokens.Blockquote, depth);
    case "code": {
      const code = token as Tokens.Code;
      const language = code.lang?.split(/\s/)[0] ?? "";
      return [{ type: "code", text: visible(code.text), language: language === "" ? null : language }];
    }
    case "html":
      return htmlFragment(token.raw, writeMarkdownText);
    default:
      return [];
  }
}

function inline(tokens: Token[] | undefined, keepNewlines = false): Line[] {
  const builder = new LineBuilder();
  writeInline(tokens ?? [], builder, NO_MARKS, keepNewlines);
  return builder.take();
}

function heading(token: Tokens.Heading): Block[] {
  const line = inline(token.tokens).flatMap((part, index) => (index > 0 ? [{ text: " " }, ...part] : part));
  const last = line.at(-1);
  const id = last === undefined ? null : (/\{#([\w.:-]{1,200})\}\s*$/.exec(last.text)?.[1] ?? null);
  if (last !== undefined && id !== null) last.text = last.text.slice(0, last.text.lastIndexOf("{#")).trimEnd();
  return line.length > 0 ? [{ type: "heading", level: token.depth, line, id }] : [];
}

function paragraph(token: Tokens.Paragraph | Tokens.Text): Block[] {
  const tokens = token.tokens ?? [token];
  // A table that Markdown refuses, for a delimiter row of the wrong length say, is still a table to a reader.
  if (mayHoldPipeTable(token.raw)) {
    const blocks = pipeTables(inline(tokens, true));
    if (blocks.some((block) => block.type === "table")) return blocks;
  }
  if (token.raw.includes("\n:") || token.raw.includes("\n :")) {
    const definitions = definitionList(inline(tokens, true));
    if (definitions !== null) return [definitions];
  }
  const lines = inline(tokens, isFields(token.raw));
  return lines.length > 0 ? [{ type: "paragraph", lines }] : [];
}

const FIELD = /^\s{0,3}[*_]{0,3}\p{L}[^:：\n]{0,40}[:：](?:\s|\*|_|\P{ASCII})/u;

/** "Key: value" on each of several lines: their writer meant the breaks, though Markdown makes one line of them. */
function isFields(raw: string): boolean {
  const lines = raw.trim().split("\n");
  return lines.length > 1 && lines.length <= 40 && lines.every((line) => FIELD.test(line));
}

/** `Term` on one line and `: what it means` on the next ones, which plain Markdown does not know. */
function definitionList(lines: Line[]): Block | null {
  const entries: Extract<Block, { type: "definitions" }>["entries"] = [];
  for (const line of lines) {
    const first = line[0];
    const last = entries.at(-1);
    if (first === undefined || first.code === true || !first.text.startsWith(": ")) {
      entries.push({ term: [line], details: [] });
    } else if (last === undefined) return null;
    else last.details.push({ type: "paragraph", lines: [[{ ...first, text: first.text.slice(2) }, ...line.slice(1)]] });
  }
  return entries.length > 0 && entries.every((entry) => entry.details.length > 0)
    ? { type: "definitions", entries }
    : null;
}

function list(token: Tokens.List, depth: number): Block[] {
  const items = token.items.map((item): ListItem => {
    const [first, ...rest] = tokenBlocks(item.tokens, depth + 1);
    return first?.type === "paragraph"
      ? { lines: first.lines, children: rest }
      : { lines: [], children: first === undefined ? [] : [first, ...rest] };
  });
  const days = token.ordered ? daysOf(token.items.map((item) => item.raw)) : null;
  if (days !== null) return items.flatMap((item, index) => dayParagraph(item, days[index] ?? ""));
  return items.length > 0 ? [{ type: "list", ordered: token.ordered, items }] : [];
}

const DAY = /^\s*(\d{1,2})\.\s+\p{Lu}\p{L}{2,9}\.? (?:19|20)\d\d(?!\d)/u;

/** "15. Dezember 2026: …" is a day and no fifteenth item: the numbers of such a list; null for any other. */
function daysOf(raws: readonly string[]): string[] | null {
  const numbers = raws.map((raw) => DAY.exec(raw)?.[1]);
  const counted = numbers.length > 1 && numbers.every((number, index) => number === `${index + 1}`);
  return counted ? null : numbers.every((number) => number !== undefined) ? numbers : null;
}

function dayParagraph({ lines, children }: ListItem, day: string): Block[] {
  const [first = [], ...others] = lines;
  return [{ type: "paragraph", lines: [[{ text: `${day}. ` }, ...first], ...others] }, ...children];
}

function table(token: Tokens.Table): Block[] {
  const width = token.header.length;
  const [, , ...rawRows] = token.raw.split("\n");
  // marked drops the cells of a row that has more of them than the header; a page's slip must not lose a date.
  const wider = rawRows.some((row) => pipes(row) > width + 1);
  const cell = (tokens: Token[], header: boolean): RawCell => ({
    lines: inline(tokens),
    header,
    rowspan: 1,
    colspan: 1,
  });
  const rows: RawCell[][] = [token.header.map((entry) => cell(entry.tokens, true))];
  token.rows.forEach((row, index) => {
    const raw = rawRows[index];
    if (wider && raw !== undefined && pipes(raw) > width + 1) {
      rows.push(splitRow(raw).map((text) => cell(Lexer.lexInline(text), false)));
    } else rows.push(row.map((entry) => cell(entry.tokens, false)));
  });
  return [{ type: "table", rows: layOut(rows), caption: null }];
}

const INLINE_MARK = /[\\`*_~[\]<>!]|:\/\/|www\.|@/;

/**
 * Lays a pipe table out cell by cell. Most cells hold plain text, for which no token needs to be made: a page that is
 * one great table costs no more than its rows, and a row may have more cells than the header.
 */
function pipeTable(lines: string[], definitions: string): Block {
  const lexer = new Lexer({ gfm: true });
  if (definitions !== "") lexer.lex(definitions);
  const builder = new LineBuilder();
  const rows = lines.map((line, index) =>
    splitRow(line.trim()).map((text): RawCell => {
      if (INLINE_MARK.test(text)) writeInline(lexer.inlineTokens(text), builder, NO_MARKS);
      else builder.push(decodeEntities(text), NO_MARKS);
      return { lines: builder.take(), header: index === 0, rowspan: 1, colspan: 1 };
    }),
  );
  return { type: "table", rows: layOut(rows), caption: null };
}

function pipes(row: string): number {
  let count = 0;
  for (let at = row.indexOf("|"); at >= 0; at = row.indexOf("|", at + 1)) if (row[at - 1] !== "\\") count += 1;
  return count;
}

function splitRow(row: string): string[] {
  const cells: string[] = [];
  let start = 0;
  for (let at = 0; at <= row.length; at += 1) {
    if (at < row.length && (row[at] !== "|" || row[at - 1] === "\\")) continue;
    cells.push(row.slice(start, at).trim().replaceAll("\\|", "|"));
    start = at + 1;
  }
  if (cells[0] === "") cells.shift();
  if (cells.at(-1) === "") cells.pop();
  return cells;
}

function quote(token: Tokens.Blockquote, depth: number): Block[] {
  const alert = ALERT.exec(token.text);
  const kind = alert?.[1]?.toLowerCase() ?? "quote";
  const blocks = tokenBlocks(token.tokens, depth + 1);
  const first = blocks[0];
  const run = first?.type === "paragraph" ? first.lines[0]?.[0] : undefined;
  if (alert !== null && first?.type === "paragraph" && run !== undefined) {
    run.text = run.text.replace(ALERT, "");
    if (run.text === "") first.lines[0]?.shift();
    first.lines = first.lines.filter((line) => line.length > 0);
    if (first.lines.length === 0) blocks.shift();
  }
  return blocks.length > 0 ? [{ type: "note", kind, blocks }] : [];
}
