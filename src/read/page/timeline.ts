import { oneLine } from "../../lib/one-line.ts";
import { type Block, textOf } from "../../parse/document.ts";
import type { DateSense } from "../cells/dates.ts";

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
  if (block.type !== "list" || block.items.length < 2) return null;
  const entries = block.items.flatMap((item) => entryOf(item, sense) ?? []);
  return entries.length === block.items.length ? entries : null;
}

function entryOf({ lines, children }: Item, sense: DateSense): Entry | null {
  const text = oneLine(textOf(lines));
  const [first, ...others] = children;
  if (text.length > LONGEST || (first?.type !== "heading" && first?.type !== "paragraph")) return null;
  const [day, ...more] = sense.find(text).dates;
  if (day === undefined || more.length > 0 || !day.certain || day.relative || day.precision !== "day") return null;
  if (day.date > sense.today || !BEFORE.test(text.slice(0, day.start))) return null;
  const title = first.type === "heading" ? oneLine(textOf([first.line])) : "";
  const badge = text.slice(day.end).replace(/^[\s.:：·|–—-]+/, "");
  if (title === "" && badge.split(/\s+/).length > 4) return null;
  return {
    type: "update",
    label: day.text,
    description: [badge, title].filter((part) => part !== "").join(" – "),
    blocks: title === "" ? children : others,
  };
}
