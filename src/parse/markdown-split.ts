import { once } from "../lib/remember.ts";
import { mdxDataAt } from "./mdx-data.ts";
import { readTag, type Tag } from "./tag.ts";

/** A stretch of Markdown, or something that stands on lines of its own and that a Markdown lexer would misread. */
export type Segment =
  | { type: "markdown"; text: string }
  | { type: "html"; text: string }
  /** A pipe table's lines: the header, then the rows, without the delimiter row between them. */
  | { type: "table"; lines: string[] }
  | { type: "include"; path: string }
  | { type: "container"; name: string; attributes: Record<string, string>; children: Segment[] };

type Container = Extract<Segment, { type: "container" }>;
type Open = { container: Container; parent: Open | null; lines: string[]; mark: "tag" | "colons" | "root" };

/** HTML elements that hold Markdown when their tags stand on lines of their own. */
const BLOCK_TAGS = new Set("div section article details summary aside center main figure".split(" "));
/** HTML that is read whole, blank lines and all. */
const RAW_TAGS = new Set(["table", "dl", "ul", "ol", "style", "script"]);
const FENCE = /^\s*(?:[-*+]\s+)?(`{3,}|~{3,})/;
const COLONS = /^\s{0,8}:{3,}\s*(.*)$/;
const BANG = /^(?:!!!|\?\?\?\+?)\s+([\w-]+)/;
const INCLUDE = /^\s*\[!INCLUDE\s*\[[^\]]*\]\s*\(([^)\s]+)\)\s*\]\s*$/i;
const MODULE_LINE = /^(?:import\s.*\bfrom\s*["']|import\s*["']|export\s+(?:const|default|function|let)\b)/;
const MAX_OPEN = 60;
const MAY_HOLD_DATA = /^(?:export\s+const\s|\s*<[A-Z][\w.]*(?:\s|$))/;
/** Each look may read many lines ahead; no page has this many components with data. */
const MOST_LOOKS = 200;

/**
 * Splits Markdown into plain stretches and containers: JSX components (`<Update label="...">`), block HTML, `:::note`
 * and `!!! note`. MDX imports and comments are dropped. The text in a container loses its indentation, which in MDX is
 * no code. One pass; a container that is never closed ends with the text.
 */
export function splitMarkdown(text: string): Segment[] {
  const root: Container = { type: "container", name: "", attributes: {}, children: [] };
  let open: Open = { container: root, parent: null, lines: [], mark: "root" };
  let depth = 0;
  let fence: string | null = null;
  let looks = 0;
  const page = dropComments(text);
  const lines = page.split("\n");
  const starts = once(() => startsOf(lines));

  const push = (container: Container, mark: Open["mark"]) => {
    flush(open);
    open.container.children.push(container);
    // Beyond the cap, contents stay with the container above: nothing is lost but the nesting.
    if (depth >= MAX_OPEN) return;
    open = { container, parent: open, lines: [], mark };
    depth += 1;
  };
  const close = (matches: (candidate: Open) => boolean): boolean => {
    let target: Open | null = open;
    while (target !== null && !matches(target)) target = target.parent;
    if (target?.parent == null) return false;
    while (open !== target) {
      flush(open);
      open = open.parent ?? open;
      depth -= 1;
    }
    flush(open);
    open = target.parent;
    depth -= 1;
    return true;
  };

  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const mark = FENCE.exec(line)?.[1];
    if (fence !== null) {
      if (mark !== undefined && mark.startsWith(fence) && line.trim() === mark) fence = null;
      open.lines.push(line);
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      open.lines.push(line);
      continue;
    }
    const include = INCLUDE.exec(line)?.[1];
    if (include !== undefined) {
      flush(open);
      open.container.children.push({ type: "include", path: include });
      continue;
    }
    if (looks < MOST_LOOKS && MAY_HOLD_DATA.test(line)) {
      looks += 1;
      const data = mdxDataAt(page, starts(), at);
      if (data !== null) {
        flush(open);
        const children: Segment[] = data.tables.map((table) => ({ type: "table", lines: table }));
        if (data.title === "") open.container.children.push(...children);
        else
          open.container.children.push({
            type: "container",
            name: "data",
            attributes: { title: data.title },
            children,
          });
        at = data.last;
        continue;
      }
    }
    if (open.mark === "root" && MODULE_LINE.test(line)) {
      while (at + 1 < lines.length && lines[at + 1]?.trim() !== "" && !/[;'")}\]]\s*$/.test(lines[at] ?? "")) at += 1;
      continue;
    }
    if (line.includes("|") && isDelimiter(lines[at + 1]) && /^ {0,3}\S/.test(line)) {
      flush(open);
      const table = [line];
      for (at += 2; at < lines.length && (isRow(lines[at]) || goesOn(lines, at, line)); at += 1)
        if (isRow(lines[at])) table.push(lines[at] ?? "");
      at -= 1;
      open.container.children.push({ type: "table", lines: table });
      continue;
    }
    const colons = COLONS.exec(line)?.[1]?.trim();
    if (colons !== undefined) {
      const name = /^\{?\.?([\w-]+)/.exec(colons)?.[1]?.toLowerCase();
      if (name === undefined || name === "end") close((candidate) => candidate.mark === "colons");
      else if (name.endsWith("-end")) {
        close((candidate) => candidate.mark === "colons" && candidate.container.name === name.slice(0, -4));
      } else if (!colons.endsWith(":::")) {
        const title = /\[([^\]]*)\]/.exec(colons)?.[1]?.trim() ?? "";
        push({ type: "container", name, attributes: title === "" ? {} : { title }, children: [] }, "colons");
      }
      continue;
    }
    const bang = BANG.exec(line)?.[1];
    if (bang !== undefined) {
      const inner: string[] = [];
      while (at + 1 < lines.length && /^(?: {4}|\t|\s*$)/.test(lines[at + 1] ?? "x")) {
        at += 1;
        inner.push((lines[at] ?? "").replace(/^(?: {4}|\t)/, ""));
      }
      flush(open);
      const children: Segment[] = [{ type: "markdown", text: inner.join("\n") }];
      open.container.children.push({ type: "container", name: bang.toLowerCase(), attributes: {}, children });
      continue;
    }
    if (!line.includes("<")) {
      open.lines.push(line);
      continue;
    }
    const indent = line.length - line.trimStart().length;
    const block = tagAt(lines, at, indent);
    if (block === null) {
      const closing = closingAtEnd(line);
      if (closing !== null && isOpen(open, closing.name)) {
        open.lines.push(line.slice(0, closing.start));
        close((candidate) => candidate.mark === "tag" && candidate.container.name === closing.name);
      } else open.lines.push(line);
      continue;
    }
    const { tag, rest, last } = block;
    const lower = tag.name.toLowerCase();
    if (RAW_TAGS.has(lower) && !tag.closing) {
      const until = rawEnd(lines, at, lower);
      if (until === null) {
        open.lines.push(line);
        continue;
      }
      flush(open);
      const raw = lines.slice(at, until + 1).join("\n");
      if (lower !== "style" && lower !== "script") open.container.children.push({ type: "html", text: raw });
      at = until;
      continue;
    }
    const component = /^[A-Z]/.test(tag.name) || BLOCK_TAGS.has(tag.name);
    if (!component) {
      open.lines.push(line);
      continue;
    }
    if (tag.closing) {
      if (!close((candidate) => candidate.mark === "tag" && candidate.container.name === tag.name)) continue;
      if (rest.trim() !== "") lines.splice(at + 1, 0, rest);
      continue;
    }
    const container: Container = { type: "container", name: tag.name, attributes: tag.attributes, children: [] };
    at = last;
    if (tag.selfClosing) {
      flush(open);
      open.container.children.push(container);
      continue;
    }
    const ending = closingAtEnd(rest);
    if (rest.trim() !== "" && (ending === null || ending.name !== tag.name)) {
      // Text follows on the tag's line: an inline component in a sentence, left to the lexer.
      if (!isOpeningWithText(rest)) {
        open.lines.push(...lines.slice(at, last + 1));
        continue;
      }
    }
    push(container, "tag");
    if (ending !== null && ending.name === tag.name) {
      open.lines.push(rest.slice(0, ending.start));
      close((candidate) => candidate.container === container);
    } else if (rest.trim() !== "") open.lines.push(rest);
  }
  while (open.parent !== null) {
    flush(open);
    open = open.parent;
  }
  flush(open);
  return root.children;
}

/** The line of dashes that makes the line above it a table's header. */
function isDelimiter(line: string | undefined): boolean {
  return line !== undefined && line.includes("|") && line.includes("-") && /^[ \t|:-]+$/.test(line);
}

/** A further row: a line with a cell border that starts nothing else. */
function isRow(line: string | undefined): boolean {
  return line !== undefined && line.includes("|") && !/^\s*(?:>|<\/|```)/.test(line);
}

/** A component that opens and goes on over several lines, its first words on the tag's line. */
function isOpeningWithText(rest: string): boolean {
  return !rest.includes("</");
}

/** An empty line in the middle of a table: rows of as many cells stand below it, with no header of their own. */
function goesOn(lines: readonly string[], at: number, header: string): boolean {
  const [next, after] = [lines[at + 1] ?? "", lines[at + 2]];
  const bars = (row: string) => row.trim().split("|").length;
  return (
    (lines[at] ?? "").trim() === "" &&
    /^ {0,3}\|.*\|\s*$/.test(next) &&
    /^ {0,3}\|.*\|\s*$/.test(header) &&
    !isDelimiter(next) &&
    !isDelimiter(after) &&
    bars(next) === bars(header)
  );
}

function isOpen(open: Open, name: string): boolean {
  for (let at: Open | null = open; at !== null; at = at.parent) {
    if (at.mark === "tag" && at.container.name === name) return true;
  }
  return false;
}

function flush(open: Open): void {
  const lines = open.lines;
  open.lines = [];
  if (lines.every((line) => line.trim() === "")) return;
  const text = (open.mark === "tag" ? dedent(lines) : lines).join("\n");
  open.container.children.push({ type: "markdown", text });
}

function dedent(lines: string[]): string[] {
  let least = Number.POSITIVE_INFINITY;
  for (const line of lines) if (line.trim() !== "") least = Math.min(least, line.length - line.trimStart().length);
  return Number.isFinite(least) && least > 0 ? lines.map((line) => line.slice(least)) : lines;
}

/** The tag at the start of a line; its attributes may go on over the next lines. */
function tagAt(lines: string[], at: number, indent: number): { tag: Tag; rest: string; last: number } | null {
  const line = lines[at] ?? "";
  if (line[indent] !== "<") return null;
  let text = line.slice(indent);
  for (let last = at; last < Math.min(lines.length, at + 20); last += 1) {
    if (last > at) text += `\n${lines[last] ?? ""}`;
    const tag = readTag(text, 0);
    if (tag !== null) return { tag, rest: text.slice(tag.end), last };
    if (!/^<[A-Za-z][\w.]*[\s/]?/.test(text) || lines[last]?.trim() === "") return null;
  }
  return null;
}

function closingAtEnd(line: string): { name: string; start: number } | null {
  const trimmed = line.trimEnd();
  if (!trimmed.endsWith(">")) return null;
  const start = trimmed.lastIndexOf("</");
  if (start < 0) return null;
  const tag = readTag(trimmed, start);
  return tag !== null && tag.closing && tag.end === trimmed.length ? { name: tag.name, start } : null;
}

/** The line on which the element that opens on line `at` is closed, or null. */
function rawEnd(lines: string[], at: number, name: string): number | null {
  let depth = 0;
  for (let index = at; index < lines.length; index += 1) {
    const line = (lines[index] ?? "").toLowerCase();
    if (!line.includes(`<${name}`) && !line.includes(`</${name}`)) continue;
    depth += count(line, `<${name}`) - count(line, `</${name}`);
    if (depth <= 0) return index;
  }
  return null;
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Without HTML and MDX comments; one that is never closed is left as it stands. */
function dropComments(text: string): string {
  return dropBetween(dropBetween(text, "<!--", "-->"), "{/*", "*/}");
}

function dropBetween(text: string, start: string, end: string): string {
  if (!text.includes(start)) return text;
  let kept = "";
  let at = 0;
  for (let from = text.indexOf(start); from >= 0; from = text.indexOf(start, at)) {
    const to = text.indexOf(end, from + start.length);
    if (to < 0) break;
    kept += text.slice(at, from);
    at = to + end.length;
  }
  return kept + text.slice(at);
}

/** Where each line starts. */
function startsOf(lines: readonly string[]): number[] {
  let next = 0;
  return lines.map((line) => {
    const start = next;
    next += line.length + 1;
    return start;
  });
}
