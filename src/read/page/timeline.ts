import { oneLine } from "../../lib/one-line.ts";
import { type Block, type Line, textOf } from "../../parse/document.ts";
import type { DateSense } from "../cells/dates.ts";
import { endWords } from "../table/header-words.ts";

type Item = (Block & { type: "list" })["items"][number];
type Entry = Block & { type: "update" };

const LONGEST = 60;
/** What may stand around the day of an entry: a dot, a bracket, "Posted on". */
const BEFORE =
  /^(?:\P{L}{0,3}|\P{L}{0,3}(?:posted|published|updated|date|veröffentlicht|publié|publicado|发布|公告)\P{L}{0,3}(?:on|am|le|el|em)?\s?)$/iu;

/**
 * A list of notices as a timeline: each item begins with its day, perhaps a badge, and holds a title or sentences. Its items
 * are the dated entries of a changelog. Null for any other list: days over bare names are those of their ends, and so may
 * be days to come.
 */
export function timelineEntries(block: Block, sense: DateSense): Entry[] | null {
  const items = itemsOf(block);
  if (items.length < 2) return null;
  const entries = items.flatMap((item) => entryOf(item, sense) ?? []);
  return entries.length === items.length ? entries : null;
}

/** The items of a list, and the terms of one whose days stand over sentences. */
function itemsOf(block: Block): Item[] {
  if (block.type === "list") return block.items;
  if (block.type !== "definitions") return [];
  const items = block.entries.map(({ term, details }) => ({ lines: term, children: details }));
  return items.every(({ children: [first] }) => first?.type === "paragraph" && isSaid(first.lines)) ? items : [];
}

const FEWEST_LETTERS = 12;

/** More than names: words around what stands in code marks. */
const isSaid = (lines: readonly Line[]): boolean =>
  textOf([lines.flat().filter((run) => run.code !== true)]).replace(/[^\p{L}]/gu, "").length >= FEWEST_LETTERS;

function entryOf({ lines, children }: Item, sense: DateSense): Entry | null {
  const text = oneLine(textOf(lines));
  const [first, ...others] = children;
  if (text.length > LONGEST || (first?.type !== "heading" && first?.type !== "paragraph")) return null;
  const [day, ...more] = sense.find(text).dates;
  if (day === undefined || more.length > 0 || !day.certain || day.relative || day.precision !== "day") return null;
  const title = first.type === "heading" ? oneLine(textOf([first.line])) : "";
  // A day to come is that of an end: its title says of what.
  if ((day.date > sense.today && endWords(title) !== "end") || !BEFORE.test(text.slice(0, day.start))) return null;
  const badge = text.slice(day.end).replace(/^[\s.:：·|–—-]+/, "");
  if (title === "" && badge.split(/\s+/).length > 4) return null;
  return {
    type: "update",
    label: day.text,
    description: [badge, title].filter((part) => part !== "").join(" – "),
    blocks: title === "" ? children : others,
  };
}
