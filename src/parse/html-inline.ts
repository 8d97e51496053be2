import { attribute, type HtmlNode, rawText, roleOf } from "./html-node.ts";

/** What stands within a line: marks, chips, and the elements that style alone sets apart. */

export const BOLD = new Set(["b", "strong"]);
export const CODE = new Set(["code", "kbd", "samp", "tt", "var"]);
export const STRIKE = new Set(["s", "del", "strike"]);
export const INLINE = new Set(
  "abbr acronym bdi bdo big cite data dfn em font i ins label mark nobr q small span sub sup u wbr".split(" "),
);

/** Two links, ids or chips without a blank between them are set apart by style alone: each is a line of its own. */
export function standApart(before: HtmlNode, node: HtmlNode): boolean {
  if (before.type !== "tag" || node.type !== "tag") return false;
  if (before.name === "time" && isChip(node)) return true;
  // "`x`" and "Retired D" in two elements of one row.
  if (before.name === "code" && SMALL.has(node.name ?? "") && GLUED_START.test(rawText(node, 200))) return true;
  if (before.name !== node.name) return false;
  if (SMALL.has(node.name ?? "") && GLUED_END.test(rawText(before, 200)) && GLUED_START.test(rawText(node, 200)))
    return true;
  if (node.name !== "a" && node.name !== "code" && !(isChip(before) && isChip(node))) return false;
  return rawText(before, 200).trim() !== "" && rawText(node, 200).trim() !== "" && !isPermalink(node);
}

const SMALL = new Set(["span", "small"]);

/** "2026" and "Replacement" glued together are no one word: style sets these spans apart. */
const GLUED_END = /[\p{Ll}\p{N})]$/u;
const GLUED_START = /^\p{Lu}\p{Ll}+(?:[\s:]|$)/u;

/** How writing systems for documents mark code that is no element of its own ("codeph" of DITA). */
const CODE_CLASS = /(?:^|\s)(?:codeph|inline-code|code|literal)(?=\s|$)/;
export const isCodeSpan = (node: HtmlNode): boolean =>
  node.name === "span" && CODE_CLASS.test(attribute(node, "class") ?? "");

const CHIP = /(?:^|[\s_-])(?:chip|badge|tag|pill)s?(?=[\s_-]|$)/i;
export const isChip = (node: HtmlNode): boolean => node.name === "span" && CHIP.test(attribute(node, "class") ?? "");

/** "#" and "¶" behind a heading or a term lead to the place itself. */
export const isPermalink = (node: HtmlNode): boolean =>
  (attribute(node, "href") ?? "").includes("#") && /^[#¶§🔗]$/u.test(rawText(node, 10).trim());

/** A row of a card: words in one element and their value in a second, set apart by style alone. */
export function labelAndValue(row: HtmlNode): [HtmlNode, HtmlNode] | null {
  const children = (row.children ?? []).filter((child) => child.type !== "text" || (child.data ?? "").trim() !== "");
  const [label, value] = children;
  if (children.length !== 2 || label === undefined || value === undefined) return null;
  if (!PAIRED.has(label.name ?? "") || !PAIRED.has(value.name ?? "")) return null;
  // What stands in code marks is a thing, and no word for one.
  if (label.name === "code" || label.children?.some((child) => child.name === "code")) return null;
  if (!isInlineOnly(label, 0) || !isInlineOnly(value, 0)) return null;
  return /^\s*\p{L}[\p{L} -]{1,38}$/u.test(rawText(label, 60)) && rawText(value, 300).trim() !== ""
    ? [label, value]
    : null;
}

const PAIRED = new Set(["span", "strong", "b", "em", "small", "time", "code"]);

/** True when an element holds text and inline marks only, so that reading it can make no block. */
export function isInlineOnly(node: HtmlNode, depth: number): boolean {
  if (depth > 5) return false;
  for (const child of node.children ?? []) {
    if (child.type !== "tag") continue;
    const name = child.name ?? "";
    const inline =
      INLINE.has(name) || BOLD.has(name) || CODE.has(name) || STRIKE.has(name) || name === "a" || name === "br";
    if (!inline || roleOf(child) !== null || !isInlineOnly(child, depth + 1)) return false;
  }
  return true;
}
