/** The two stretches of a page that are read: its head, for title and meta elements, and its main content. */
export type PageParts = { head: string; main: string };

const MAIN = "<main";
const MAIN_END = "</main>";
const HEAD_END = "</head>";
/** In these a tag is text, or no element of the page. */
const HOLDING = /<(?:!--|(?:script|style|textarea|template|noscript|iframe|svg|xmp)(?=[\s>]))/g;
/** What stands outside of both stretches and would be read there, or makes `<main>` a part of something else. */
const ELSEWHERE = /<(?:meta|table|main)|role=["']?main/;

/**
 * A page's head and main content as they stand in its text. Menus are most of a page; a parser that never sees them costs
 * half. Null for a page whose text does not plainly have one of each, its tags in lower case: it is to be parsed whole.
 */
export function pageParts(text: string): PageParts | null {
  const headEnd = text.indexOf(HEAD_END);
  const start = headEnd < 0 ? -1 : text.indexOf(MAIN, headEnd);
  const end = start < 0 ? -1 : text.indexOf(MAIN_END, start);
  if (end < 0 || text.indexOf(MAIN, start + 1) >= 0 || !/^[\s>]/.test(text.charAt(start + MAIN.length))) return null;
  const [head, before, after] = [text.slice(0, headEnd), text.slice(headEnd, start), text.slice(end)];
  if (after.includes(MAIN_END, 1) || ELSEWHERE.test(before) || ELSEWHERE.test(after)) return null;
  if (endsInside(head) || endsInside(before)) return null;
  return { head, main: text.slice(start, end + MAIN_END.length) };
}

/** True for a text that ends inside of a comment, or of an element that holds no others. */
function endsInside(text: string): boolean {
  HOLDING.lastIndex = 0;
  for (let open = HOLDING.exec(text); open !== null; open = HOLDING.exec(text)) {
    const name = open[0].slice(1);
    const closing = text.indexOf(name === "!--" ? "-->" : `</${name}`, HOLDING.lastIndex);
    if (closing < 0) return true;
    HOLDING.lastIndex = closing;
  }
  return false;
}
