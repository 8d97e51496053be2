import { type HtmlNode, rawText } from "./html-node.ts";

/** The level of a heading below the sections of a page: where an entry has no heading, its header is one. */
const LEVEL = 6;
const LONGEST = 100;

/** Whether an element of one of these names stands somewhere inside. */
function holds(node: HtmlNode, names: ReadonlySet<string>, depth = 0): boolean {
  if (depth > 4) return false;
  return (node.children ?? []).some(
    (child) => child.type === "tag" && (names.has(child.name ?? "") || holds(child, names, depth + 1)),
  );
}

const TIME: ReadonlySet<string> = new Set(["time"]);
const HEADINGS: ReadonlySet<string> = new Set(["h1", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "table"]);

/**
 * The level of an entry's `<header>` that holds its day and a word or two ("January 28, 2027 Retired"), and no heading:
 * null for any other element. https://html.spec.whatwg.org/multipage/sections.html#the-header-element
 */
export function levelOfDatedHeader(node: HtmlNode, inArticle: boolean): number | null {
  if (node.name !== "header" || !inArticle || !holds(node, TIME) || holds(node, HEADINGS)) return null;
  return rawText(node, LONGEST + 1).trim().length <= LONGEST ? LEVEL : null;
}
