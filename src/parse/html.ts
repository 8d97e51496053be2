import type { Block, Doc, ListItem } from "./document.ts";
import { aroundArrow, cardsIn, isIdAlone } from "./html-cards.ts";
import { levelOfDatedHeader } from "./html-dated.ts";
import { blocksOfTable } from "./html-table.ts";
import {
  BOLD,
  CODE,
  INLINE,
  isCodeSpan,
  isInlineOnly,
  isPermalink,
  labelAndValue,
  standApart,
  STRIKE,
} from "./html-inline.ts";
import { attribute, type HtmlNode, isDropped, noteKind, rawText, roleOf, timeText } from "./html-node.ts";
import { pageParts } from "./html-main.ts";
import { treeOf } from "./html-tree.ts";
import { LineBuilder, type Marks, NO_MARKS } from "./lines.ts";
import { MAX_DEPTH, ParseLimitError } from "./limits.ts";
import { mayHoldPipeTable, pipeTables } from "./pipe-table.ts";
import { withStackedTables } from "./stacked-blocks.ts";
import { linesOf } from "./walk.ts";

/** Writes the text of one text node; Markdown hands in one that reads inline marks. */
export type TextWriter = (builder: LineBuilder, text: string, marks: Marks) => void;

const plainText: TextWriter = (builder, text, marks) => builder.push(text, marks);

/** A footnote's mark, which would otherwise become the last digit of a model id. */
const FOOTNOTE = /^[[(]?(?:\d{1,2}|[*†‡§¶a-z])[\])]?$/;
/** What permalinks leave behind a heading. */
const PERMALINK = /(?:^|\s)[#¶§🔗]$/u;

/**
 * Reads an HTML page or fragment. Navigation, footers, scripts, hidden elements and comments are dropped; with a
 * `<main>` only that is read. Nothing is fetched, executed or resolved.
 *
 * @throws ParseLimitError on nesting or tables beyond the caps of limits.ts
 */
export function parseHtml(text: string): Doc {
  const parts = pageParts(text);
  const root = treeOf(parts?.main ?? text);
  const outline = survey(root);
  if (parts !== null) {
    const { title, meta } = survey(treeOf(parts.head));
    Object.assign(outline, { title, meta });
  }
  const meta = outline.meta;
  const whole = outline.mains.length === 0 ? [root] : outline.mains;
  let blocks = htmlBlocks(whole, plainText, outline.mains.length > 0);
  if (blocks.length === 0 && outline.mains.length > 0)
    blocks = htmlBlocks([parts === null ? root : treeOf(text)], plainText);
  const first = blocks.find((block) => block.type === "heading" && block.level === 1);
  const heading = first?.type === "heading" ? first.line.map((run) => run.text).join("") : null;
  return { title: outline.title ?? meta["og:title"] ?? heading, meta, blocks };
}

/** The blocks of an HTML fragment, its text read by `write`. */
export function htmlFragment(text: string, write: TextWriter = plainText): Block[] {
  return htmlBlocks([treeOf(text)], write, true);
}

/** The blocks of nodes. `inArticle`: they stand inside the page's content, where a `<header>` is no navigation. */
export function htmlBlocks(nodes: HtmlNode[], write: TextWriter = plainText, inArticle = false): Block[] {
  const sink = new Sink(write);
  sink.inArticle = inArticle;
  for (const node of nodes) visit(node, sink, NO_MARKS, 0);
  sink.flush();
  return withStackedTables(sink.blocks);
}

/** Where blocks and the text between them are collected. */
class Sink {
  blocks: Block[] = [];
  text = new LineBuilder();
  write: TextWriter;
  inArticle = false;
  /** The list of the last rows with an arrow in them. */
  pointed: (Block & { type: "list" }) | null = null;

  constructor(write: TextWriter) {
    this.write = write;
  }

  flush(): void {
    if (this.text.empty) return;
    const lines = this.text.take();
    if (lines.length > 0) this.blocks.push({ type: "paragraph", lines });
  }

  add(block: Block): void {
    this.flush();
    this.blocks.push(block);
  }

  /** Reads children into blocks of their own. */
  inner(node: HtmlNode, marks: Marks, depth: number): Block[] {
    const sink = new Sink(this.write);
    sink.inArticle = this.inArticle;
    visitChildren(node, sink, marks, depth + 1);
    sink.flush();
    return sink.blocks;
  }
}

function visitChildren(node: HtmlNode, sink: Sink, marks: Marks, depth: number): void {
  let before: HtmlNode | null = null;
  for (const child of node.children ?? []) {
    if (before !== null && !sink.text.empty && standApart(before, child)) sink.text.break();
    // A day and the chip behind it are no one word.
    if (before?.name === "time" && child.type === "tag") sink.text.push(" ", marks);
    visit(child, sink, marks, depth + 1);
    before = child;
  }
}

function visit(node: HtmlNode, sink: Sink, marks: Marks, depth: number): void {
  if (depth > MAX_DEPTH) throw new ParseLimitError(`elements are nested deeper than ${MAX_DEPTH}`);
  if (node.type === "text") return sink.write(sink.text, node.data ?? "", marks);
  if (node.type === "root") return visitChildren(node, sink, marks, depth);
  if (node.type !== "tag" || isDropped(node, sink.inArticle)) return;
  const name = node.name ?? "";
  if (name === "br") return sink.text.break();
  if (BOLD.has(name)) return visitChildren(node, sink, { ...marks, bold: true }, depth);
  if (name === "button") return addCopied(node, sink, marks);
  if (CODE.has(name)) return visitChildren(node, sink, { ...marks, code: true }, depth);
  if (STRIKE.has(name)) return visitChildren(node, sink, { ...marks, strike: true }, depth);
  if (name === "a") {
    if (isPermalink(node)) return;
    const href = attribute(node, "href");
    return visitChildren(node, sink, href === null ? marks : { ...marks, href }, depth);
  }
  if (name === "sup" && FOOTNOTE.test(rawText(node, 10).trim()) && !sink.text.empty) return;
  if (name === "time" || name.endsWith("-time")) {
    const date = timeText(node);
    if (date !== null) return sink.write(sink.text, date, marks);
    return visitChildren(node, sink, marks, depth);
  }
  const role = roleOf(node);
  if (INLINE.has(name) && role === null)
    return visitChildren(node, sink, isCodeSpan(node) ? { ...marks, code: true } : marks, depth);
  visitBlock(node, name, role, sink, marks, depth);
}

/** The id on a button that copies it: code on a line of its own. */
function addCopied(node: HtmlNode, sink: Sink, marks: Marks): void {
  sink.text.break();
  sink.text.push(rawText(node, 200).trim(), { ...marks, code: true });
  sink.text.break();
}

function visitBlock(node: HtmlNode, name: string, role: string | null, sink: Sink, marks: Marks, depth: number): void {
  const level = headingLevel(node, name, role) ?? levelOfDatedHeader(node, sink.inArticle);
  if (level !== null) return addHeading(node, level, sink, depth);
  if (name === "pre") return addCode(node, sink);
  if (name === "ul" || name === "ol" || name === "menu") return addList(node, name === "ol", sink, marks, depth);
  if (name === "dl") return addDefinitions(node, sink, marks, depth);
  if (name === "table" || role === "table" || role === "grid") {
    sink.flush();
    const scratch = new Sink(sink.write);
    const lines = (cell: HtmlNode) => {
      if (!isInlineOnly(cell, 0)) return null;
      visitChildren(cell, scratch, marks, depth);
      return scratch.text.take();
    };
    const read = { lines, blocks: (cell: HtmlNode) => sink.inner(cell, marks, depth) };
    for (const block of blocksOfTable(node, read)) sink.blocks.push(block);
    return;
  }
  if (name === "details") return addDetails(node, sink, marks, depth);
  const kind = name === "blockquote" ? "quote" : noteKind(node);
  if (kind !== null) {
    sink.flush();
    const blocks = sink.inner(node, marks, depth);
    if (kind === "aside" && isMostlyLinks(blocks)) return;
    // A callout never holds a section of the page; a class name that says otherwise is only a class name.
    if (kind !== "quote" && blocks.some((block) => block.type === "heading" || block.type === "table")) {
      sink.blocks.push(...blocks);
    } else if (blocks.length > 0) sink.blocks.push({ type: "note", kind, blocks });
    return;
  }
  if (name === "p" && mayHoldPipeTable(rawText(node, 20_000))) {
    sink.flush();
    const inner = new Sink((builder, text, style) => builder.push(text, style, true));
    visitChildren(node, inner, marks, depth);
    inner.flush();
    for (const block of inner.blocks) {
      sink.blocks.push(...(block.type === "paragraph" ? pipeTables(block.lines) : [block]));
    }
    return;
  }
  if (name === "article" || name === "main") {
    const before = sink.inArticle;
    sink.inArticle = true;
    sink.flush();
    visitChildren(node, sink, marks, depth);
    sink.flush();
    sink.inArticle = before;
    return;
  }
  // Custom elements may be inline or not: keep the words apart and let the blocks inside decide.
  if (name.includes("-")) {
    sink.text.push(" ", marks);
    visitChildren(node, sink, marks, depth);
    sink.text.push(" ", marks);
    return;
  }
  sink.flush();
  const sides = isInlineOnly(node, 0) ? null : aroundArrow(node);
  if (sides !== null) return addPointed(sides, sink, marks, depth);
  const cards = cardsIn(node);
  if (cards !== null) return addCards(cards, sink, marks, depth);
  const pair = name === "div" ? labelAndValue(node) : null;
  if (pair === null) visitChildren(node, sink, marks, depth);
  else {
    visit(pair[0], sink, marks, depth + 1);
    sink.text.push(": ", marks);
    visit(pair[1], sink, marks, depth + 1);
  }
  sink.flush();
}

/** "x ⟶ y" that style draws: an item of a list, which the rows of its kind make together. */
function addPointed(sides: [HtmlNode[], HtmlNode[]], sink: Sink, marks: Marks, depth: number): void {
  const [left, right] = sides.map((nodes) => {
    const lines = linesOf(sink.inner({ type: "tag", name: "div", children: nodes }, marks, depth));
    return lines.flatMap((line, index) => (index > 0 ? [{ text: " " }, ...line] : line));
  });
  const item = { lines: [[...(left ?? []), { text: " → " }, ...(right ?? [])]], children: [] };
  const last = sink.blocks.at(-1);
  if (last !== undefined && last === sink.pointed) sink.pointed.items.push(item);
  else sink.blocks.push((sink.pointed = { type: "list", ordered: false, items: [item] }));
}

/** Cards of a grid are the items of a list, each under its id. */
function addCards(cards: HtmlNode[], sink: Sink, marks: Marks, depth: number): void {
  const items = cards.map((card) => {
    const children = card.children ?? [];
    const id = children.findIndex((child) => isIdAlone(child));
    const [named] = id < 0 ? [] : children.splice(id, 1);
    return itemOf(
      sink.inner(
        { ...card, name: "div", children: named === undefined ? children : [named, ...children] },
        marks,
        depth,
      ),
    );
  });
  sink.add({ type: "list", ordered: false, items });
}

/** A side bar that is a menu: most of its text is links. */
function isMostlyLinks(blocks: Block[]): boolean {
  let linked = 0;
  let all = 0;
  for (const run of linesOf(blocks).flat()) {
    all += run.text.length;
    if (run.href !== undefined) linked += run.text.length;
  }
  return linked * 2 > all;
}

function headingLevel(node: HtmlNode, name: string, role: string | null): number | null {
  if (name.length === 2 && name[0] === "h" && name >= "h1" && name <= "h6") return Number(name[1]);
  if (role !== "heading") return null;
  const level = Number(attribute(node, "aria-level") ?? 2);
  return Number.isInteger(level) && level >= 1 && level <= 9 ? level : 2;
}

function addHeading(node: HtmlNode, level: number, sink: Sink, depth: number): void {
  const inner = new Sink(sink.write);
  inner.inArticle = true;
  visitChildren(node, inner, NO_MARKS, depth);
  inner.flush();
  const lines = inner.blocks.flatMap((block) => (block.type === "paragraph" ? block.lines : []));
  const line = lines.flatMap((part, index) => (index > 0 ? [{ text: " " }, ...part] : part));
  const last = line.at(-1);
  if (last !== undefined && PERMALINK.test(last.text)) {
    last.text = last.text.replace(PERMALINK, "").trimEnd();
    if (last.text === "") line.pop();
    const end = line.at(-1);
    if (end !== undefined) end.text = end.text.trimEnd();
  }
  const id = attribute(node, "id") ?? null;
  if (line.length > 0) sink.add({ type: "heading", level, line, id });
  sink.blocks.push(...inner.blocks.filter((block) => block.type === "table" || block.type === "list"));
}

function addCode(node: HtmlNode, sink: Sink): void {
  const inner = node.children?.find((child) => child.name === "code");
  const classes = `${attribute(node, "class") ?? ""} ${inner === undefined ? "" : (attribute(inner, "class") ?? "")}`;
  const language = /\blanguage-([\w+-]{1,30})/.exec(classes)?.[1] ?? null;
  const text = rawText(node, Number.POSITIVE_INFINITY).replace(/^\n/, "").trimEnd();
  if (text !== "") sink.add({ type: "code", text, language });
}

function addList(node: HtmlNode, ordered: boolean, sink: Sink, marks: Marks, depth: number): void {
  const items: ListItem[] = [];
  for (const child of node.children ?? []) {
    if (child.type !== "tag" || isDropped(child, true)) continue;
    if (child.name === "li") {
      // "Last day" and its day in two spans without a blank between them: a row of a card.
      const row = child.children?.length === 2 && labelAndValue(child) !== null;
      const inner = row ? { type: "tag", name: "div", children: [{ ...child, name: "div" }] } : child;
      items.push(itemOf(sink.inner(inner, marks, depth)));
      continue;
    }
    // A list straight inside a list belongs to the item before it.
    const wrapper: HtmlNode = { type: "tag", name: "div", children: [child] };
    const blocks = sink.inner(wrapper, marks, depth);
    const last = items.at(-1);
    if (last === undefined) items.push(itemOf(blocks));
    else last.children.push(...blocks);
  }
  const full = items.filter((item) => item.lines.length > 0 || item.children.length > 0);
  if (full.length > 0) sink.add({ type: "list", ordered, items: full });
}

function itemOf(blocks: Block[]): ListItem {
  const [first, ...rest] = blocks;
  if (first?.type === "paragraph") return { lines: first.lines, children: rest };
  return { lines: [], children: blocks };
}

function addDefinitions(node: HtmlNode, sink: Sink, marks: Marks, depth: number): void {
  const entries: Extract<Block, { type: "definitions" }>["entries"] = [];
  const read = (parent: HtmlNode, level: number): void => {
    if (level > MAX_DEPTH) throw new ParseLimitError(`elements are nested deeper than ${MAX_DEPTH}`);
    for (const child of parent.children ?? []) {
      if (child.type !== "tag" || isDropped(child, true)) continue;
      const last = entries.at(-1);
      if (child.name === "dt") {
        const term = sink
          .inner(child, marks, depth)
          .flatMap((block) => (block.type === "paragraph" ? block.lines : []));
        if (last !== undefined && last.details.length === 0) last.term.push(...term);
        else entries.push({ term, details: [] });
      } else if (child.name === "dd") {
        const details = sink.inner(child, marks, depth);
        if (last === undefined) entries.push({ term: [], details });
        else last.details.push(...details);
      } else read(child, level + 1);
    }
  };
  read(node, depth);
  if (entries.length > 0) sink.add({ type: "definitions", entries });
}

function addDetails(node: HtmlNode, sink: Sink, marks: Marks, depth: number): void {
  sink.flush();
  const blocks: Block[] = [];
  for (const child of node.children ?? []) {
    if (child.name === "summary") {
      const lines = sink.inner(child, NO_MARKS, depth).flatMap((block) => {
        if (block.type === "heading") return [block.line];
        return block.type === "paragraph" ? block.lines : [];
      });
      const line = lines.flatMap((part, index) => (index > 0 ? [{ text: " " }, ...part] : part));
      if (line.length > 0) blocks.push({ type: "heading", level: 6, line, id: null });
      continue;
    }
    blocks.push(...sink.inner({ type: "tag", name: "div", children: [child] }, marks, depth));
  }
  if (blocks.length > 0) sink.blocks.push({ type: "note", kind: "details", blocks });
}

/** One pass for the title, the meta elements and the main content. Not recursive, so that depth cannot hurt it. */
function survey(root: HtmlNode): { title: string | null; meta: Record<string, string>; mains: HtmlNode[] } {
  let title: string | null = null;
  const meta: Record<string, string> = {};
  const mains: HtmlNode[] = [];
  const stack: HtmlNode[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    const name = node.name;
    if (name === "svg" || name === "script" || name === "table") continue;
    if (name === "title" && title === null) title = rawText(node, 1_000).replace(/\s+/g, " ").trim() || null;
    if (name === "meta") {
      const key = attribute(node, "property") ?? attribute(node, "name") ?? attribute(node, "itemprop");
      const content = attribute(node, "content");
      if (key !== null && content !== null) meta[key.toLowerCase()] ??= content.slice(0, 2_000);
    }
    if (name === "main" || (node.type === "tag" && attribute(node, "role") === "main")) {
      mains.push(node);
      continue;
    }
    const children = node.children ?? [];
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child !== undefined && child.type === "tag") stack.push(child);
    }
  }
  return { title, meta, mains };
}
