/** The few things that the reader asks of a parsed element. */
export type HtmlNode = {
  type: string;
  name?: string;
  data?: string;
  attribs?: Record<string, string>;
  children?: HtmlNode[];
};

/** Never content, wherever they stand. */
const DROPPED = new Set(
  (
    "script style noscript template svg math iframe object embed canvas audio video picture img nav footer head link " +
    "meta button select option input textarea dialog title base"
  ).split(" "),
);
const DROPPED_ROLES = new Set(["navigation", "contentinfo", "banner", "search", "menu", "menubar", "toolbar"]);
const HIDDEN_STYLE = /(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)/i;
const NOTE_CLASS =
  /(?:^|[\s_-])(note|warning|caution|important|tip|danger|info|notice|callout|admonition|alert)(?=[\s_-]|$)/i;

/** The value of an attribute, or null. */
export function attribute(node: HtmlNode, name: string): string | null {
  const attribs = node.attribs;
  return attribs !== undefined && Object.hasOwn(attribs, name) ? (attribs[name] ?? null) : null;
}

const COPIES = /copy|clipboard|kopier|copier|copiar|copia|复制|複製|コピー|복사/i;
/** One word that has a mark of an id in it: a button says "Copy" otherwise. */
const COPIED = /^(?=.*[/\d:._-])[\w@][\w@./:+-]{3,119}$/;

/** A button that shows an id, to copy it by a click, shows content. */
export function isCopied(node: HtmlNode): boolean {
  if (node.name !== "button") return false;
  const said = ["aria-label", "title", "class", "data-tooltip"].some((name) =>
    COPIES.test(attribute(node, name) ?? ""),
  );
  return said && COPIED.test(rawText(node, 200).trim());
}

/** The ARIA role in lower case, or null. */
export function roleOf(node: HtmlNode): string | null {
  const role = attribute(node, "role");
  return role === null || role === "" || role === "presentation" || role === "none" ? null : role.toLowerCase();
}

/**
 * True for what a reader of the page does not see as its content. Panels of tabs stay, though all but one are hidden:
 * a click shows them, and pages put "retired" behind the second tab.
 */
export function isDropped(node: HtmlNode, inArticle: boolean): boolean {
  const name = node.name ?? "";
  if (DROPPED.has(name) && !isCopied(node)) return true;
  if (name === "header" && !inArticle) return true;
  const attribs = node.attribs;
  if (attribs === undefined) return false;
  const role = attribs.role?.toLowerCase();
  if (role !== undefined && DROPPED_ROLES.has(role)) return true;
  if (role === "tabpanel") return false;
  if (attribs.hidden !== undefined && attribs.hidden !== "until-found") return true;
  if (attribs["aria-hidden"] === "true") return true;
  return attribs.style !== undefined && HIDDEN_STYLE.test(attribs.style);
}

/** "warning", "note", ... when the element is styled as a callout, else null. */
export function noteKind(node: HtmlNode): string | null {
  if (node.name === "aside") return NOTE_CLASS.exec(attribute(node, "class") ?? "")?.[1]?.toLowerCase() ?? "aside";
  const role = roleOf(node);
  if (role === "note" || role === "alert") return role;
  const classes = attribute(node, "class");
  if (classes === null || classes.length > 500) return null;
  return NOTE_CLASS.exec(classes)?.[1]?.toLowerCase() ?? null;
}

/** The text below a node as it stands, at most about `limit` characters. Not recursive. */
export function rawText(node: HtmlNode, limit: number): string {
  let text = "";
  const stack: HtmlNode[] = [node];
  for (let at = stack.pop(); at !== undefined && text.length < limit; at = stack.pop()) {
    if (at.type === "text") text += at.data ?? "";
    else if (at.name === "br") text += "\n";
    const children = at.children ?? [];
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index];
      if (child !== undefined && child.name !== "script" && child.name !== "style") stack.push(child);
    }
  }
  return text;
}

/** The day of a `<time datetime>` whose text gives no year ("2 weeks ago"); null when its text says enough. */
export function timeText(node: HtmlNode): string | null {
  const stamp = attribute(node, "datetime");
  if (stamp === null || /\d{4}/.test(rawText(node, 200))) return null;
  return /^\d{4}-\d{2}-\d{2}/.exec(stamp)?.[0] ?? null;
}
