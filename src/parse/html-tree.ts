import { Parser } from "htmlparser2";
import type { HtmlNode } from "./html-node.ts";

/** Nothing below these is ever read: their elements stay, their contents are not kept. */
const EMPTIED = new Set(
  "script style noscript template svg math iframe object canvas audio video nav footer".split(" "),
);

/**
 * The elements and texts of HTML. htmlparser2 (https://github.com/fb55/htmlparser2) decides what is an element and where it
 * ends, as it does for cheerio; a tree of the few fields that are read costs half of a whole document model.
 */
export function treeOf(text: string): HtmlNode {
  const root: HtmlNode = { type: "root", name: "", data: "", attribs: {}, children: [] };
  const open = [root];
  let children = root.children ?? [];
  let run: HtmlNode | null = null;
  /** How many elements are open below one that is emptied, itself included. */
  let emptied = 0;
  const parser = new Parser({
    onopentag(name, attribs) {
      run = null;
      if (emptied === 0) {
        const own: HtmlNode[] = [];
        const node: HtmlNode = { type: "tag", name, data: "", attribs, children: own };
        children.push(node);
        open.push(node);
        children = own;
      }
      if (emptied > 0 || EMPTIED.has(name)) emptied += 1;
    },
    ontext(data) {
      if (emptied > 0) return;
      if (run === null) children.push((run = { type: "text", name: "", data, attribs: {}, children: [] }));
      else run.data += data;
    },
    onclosetag() {
      run = null;
      if (emptied > 1) {
        emptied -= 1;
        return;
      }
      emptied = 0;
      open.pop();
      children = open.at(-1)?.children ?? [];
    },
    // A comment parts two texts without being one.
    oncomment() {
      run = null;
    },
  });
  parser.end(text);
  return root;
}
