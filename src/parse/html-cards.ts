import { attribute, type HtmlNode, isDropped, rawText } from "./html-node.ts";

/** What style alone says: an arrow drawn between two things, and cards that stand side by side. */

const ARROW_SIGN = /^\s*(?:→|⇒|➜|➔|⟶|->|=>)\s*$/u;
/** What an icon is called that leads from the old to the new: "migrate to", "lucide-arrow-right". */
const ARROW_NAME =
  /(?:^|[\s_-])arrow(?:[\s_-](?:right|forward|long|to))?(?=[\s_-]|$)|^(?:migrate|move|switch|upgrade|replaced?|goes|redirects?|becomes)(?: to| by| with)?$|^successor$/iu;
const ICONS = new Set(["svg", "img", "i", "span", "div"]);
const ID = /[a-z][\w./:@-]*[-_.:/][\w.:/-]*\d|[a-z]{2,}[\w./:@-]*\d[\w./:@-]*/iu;

function isArrow(node: HtmlNode): boolean {
  if (node.type === "text") return ARROW_SIGN.test(node.data ?? "");
  if (!ICONS.has(node.name ?? "")) return false;
  const text = rawText(node, 20);
  if (text.trim() !== "") return ARROW_SIGN.test(text);
  return ["aria-label", "alt", "title", "data-icon", "class"].some((name) =>
    ARROW_NAME.test(attribute(node, name) ?? ""),
  );
}

const isBlank = (node: HtmlNode): boolean => node.type === "text" && (node.data ?? "").trim() === "";

/** The elements before and behind an arrow that stands between them; null where there is none, or no id before it. */
export function aroundArrow(row: HtmlNode): [HtmlNode[], HtmlNode[]] | null {
  const children = (row.children ?? []).filter((child) => !isBlank(child));
  const at = children.findIndex((child, index) => index > 0 && isArrow(child));
  if (at < 0 || at === children.length - 1 || children.slice(at + 1).some((child) => isArrow(child))) return null;
  const [before, behind] = [children.slice(0, at), children.slice(at + 1)];
  return before.some((child) => ID.test(rawText(child, 200))) ? [before, behind] : null;
}

const CARD = new Set(["a", "div", "article", "section"]);
/** Of a card's parts each is a line; what holds more than that is a section of its own. */
const PLAIN = new Set("div p span a b strong em small time code ul li svg img i button footer".split(" "));
const LONGEST_CARD = 1_200;
const DAY = /(?:19|20)\d{2}|\d{1,2}[/.]\d{1,2}/u;
const LONE_ID = /^(?=.*\d)(?=.*[-_/:])[a-z][\w./:@-]{2,80}$/iu;

function isPlain(node: HtmlNode, depth: number): boolean {
  return (
    depth < 8 &&
    (node.children ?? []).every(
      (child) => child.type !== "tag" || (PLAIN.has(child.name ?? "") && isPlain(child, depth + 1)),
    )
  );
}

/**
 * The cards of a grid: sister elements of one class, of several lines each, most of which show an id on a line of its own,
 * and some of which give a day. Null where the children are no such cards.
 */
export function cardsIn(grid: HtmlNode): HtmlNode[] | null {
  const cards = (grid.children ?? []).filter((child) => child.type === "tag" && !isDropped(child, true));
  const [first] = cards;
  const name = first?.name ?? "";
  const sort = first === undefined ? null : attribute(first, "class");
  if (cards.length < 3 || !CARD.has(name) || sort === null || sort === "") return null;
  if (!cards.every((card) => card.name === name && attribute(card, "class") === sort)) return null;
  if (cards.some((card) => aroundArrow(card) !== null)) return null;
  if (!cards.some((card) => DAY.test(rawText(card, LONGEST_CARD)))) return null;
  if (!cards.every((card) => rawText(card, LONGEST_CARD + 1).length <= LONGEST_CARD && isPlain(card, 0))) return null;
  const named = cards.filter((card) => (card.children ?? []).some((child) => isIdAlone(child)));
  return named.length * 2 > cards.length ? cards : null;
}

/** True for a line of a card that is an id and nothing else. */
export const isIdAlone = (node: HtmlNode): boolean => node.type === "tag" && LONE_ID.test(rawText(node, 100).trim());
