import { Lexer, type Token } from "marked";
import { decodeEntities } from "./entities.ts";
import type { LineBuilder, Marks } from "./lines.ts";
import { readTag } from "./tag.ts";

const BOLD = new Set(["b", "strong", "th"]);
const CODE = new Set(["code", "kbd", "samp", "tt"]);
const STRIKE = new Set(["del", "s", "strike"]);
const BREAKS = new Set(["br", "p", "div", "li", "tr"]);
/** Kramdown attribute lists (`{:target="_blank"}`) and JSX spaces (`{" "}`), which are no text. */
const ATTRIBUTE_LIST = /\{(?::[^{}\n]{0,200}|["'] ["'])\}/g;
const FOOTNOTE_REFERENCE = /\[\^[\w-]{1,30}\]/g;

/**
 * Writes inline tokens of marked into lines. Inline HTML keeps its marks (`<b>`, `<code>`, `<del>`, `<a>`), `<br>` and
 * block tags end the line, footnote references and small superscript marks are dropped.
 */
export function writeInline(tokens: Token[], builder: LineBuilder, marks: Marks, keepNewlines = false): void {
  let open: Marks = marks;
  let skipUntil: string | null = null;
  const stack: { name: string; before: Marks }[] = [];
  tokens.forEach((token, index) => {
    if (token.type === "html") {
      const tag = readTag(token.raw, 0);
      if (tag === null) return;
      const name = tag.name.toLowerCase();
      if (skipUntil === name && tag.closing) skipUntil = null;
      else if (BREAKS.has(name)) builder.break();
      else if (tag.closing) {
        const last = stack.findLastIndex((entry) => entry.name === name);
        if (last >= 0) open = stack.splice(last)[0]?.before ?? open;
      } else if (name === "sup" && isFootnoteMark(tokens[index + 1])) skipUntil = name;
      else if (!tag.selfClosing) {
        stack.push({ name, before: open });
        open = withTag(open, name, tag.attributes);
      }
      return;
    }
    if (skipUntil === null) writeToken(token, builder, open, keepNewlines);
  });
}

/** Reads text as inline Markdown and writes it: for text nodes inside HTML that stands in Markdown. */
export function writeMarkdownText(builder: LineBuilder, text: string, marks: Marks): void {
  if (/[*_`~[\\]/.test(text)) writeInline(Lexer.lexInline(text), spaced(builder, text), marks);
  else builder.push(text, marks);
}

/** A text node's outer white space keeps words apart, which the lexer would keep as well; nothing to do but say so. */
function spaced(builder: LineBuilder, text: string): LineBuilder {
  if (/^\s/.test(text)) builder.push(" ", {});
  return builder;
}

function withTag(marks: Marks, name: string, attributes: Record<string, string>): Marks {
  if (BOLD.has(name)) return { ...marks, bold: true };
  if (CODE.has(name)) return { ...marks, code: true };
  if (STRIKE.has(name)) return { ...marks, strike: true };
  if (name === "a" && attributes.href !== undefined) return { ...marks, href: attributes.href };
  return marks;
}

function isFootnoteMark(token: Token | undefined): boolean {
  return token !== undefined && /^[[(]?(?:\d{1,2}|[*†‡§¶a-z])[\])]?$/.test(token.raw.trim());
}

function writeToken(token: Token, builder: LineBuilder, marks: Marks, keepNewlines: boolean): void {
  switch (token.type) {
    case "strong":
      return writeInline(token.tokens ?? [], builder, { ...marks, bold: true }, keepNewlines);
    case "em":
      return writeInline(token.tokens ?? [], builder, marks, keepNewlines);
    case "del":
      return writeInline(token.tokens ?? [], builder, { ...marks, strike: true }, keepNewlines);
    case "link":
      return writeInline(token.tokens ?? [], builder, { ...marks, href: String(token.href) }, keepNewlines);
    case "codespan":
      return builder.push(decodeEntities(String(token.text)), { ...marks, code: true }, keepNewlines);
    case "br":
      return builder.break();
    case "escape":
      return builder.push(String(token.text), marks);
    case "image":
    case "checkbox":
      return;
    default: {
      const { tokens, text, raw } = token as { tokens?: Token[]; text?: string; raw: string };
      if (tokens !== undefined && tokens.length > 0) return writeInline(tokens, builder, marks, keepNewlines);
      return builder.push(cleanText(text ?? raw), marks, keepNewlines);
    }
  }
}

function cleanText(text: string): string {
  let clean = text;
  if (clean.includes("{")) clean = clean.replace(ATTRIBUTE_LIST, (match) => (match.startsWith("{:") ? "" : " "));
  if (clean.includes("[^")) clean = clean.replace(FOOTNOTE_REFERENCE, "");
  return decodeEntities(clean);
}
