import type { Block, Line } from "../../parse/document.ts";
import { textOf } from "../../parse/document.ts";
import type { DateSense } from "../cells/dates.ts";

/** A paragraph that opens with its day in bold type, and what is left of it. */
export type RunIn = { label: string; rest: Block[] };

/**
 * "**May 15, 2026.** The following models were retired.": the day is a heading of what follows it, set into its first line.
 * A day to come is none: the words behind it tell what happens then, and need it. Null for any other block.
 */
export function runInDay(block: Block, sense: DateSense): RunIn | null {
  if (block.type !== "paragraph") return null;
  const [line, ...others] = block.lines;
  const at = line?.findIndex((run) => run.text.trim() !== "") ?? -1;
  const first = line?.[at];
  if (line === undefined || first === undefined || first.bold !== true || first.text.length > 40) return null;
  const label = first.text.trim();
  const [day, ...more] = sense.find(label).dates;
  if (day === undefined || more.length > 0 || !day.certain || day.relative || day.precision !== "day") return null;
  if (day.date > sense.today || /\p{L}/u.test(label.slice(0, day.start) + label.slice(day.end))) return null;
  const left = withoutJoint(line.slice(at + 1));
  const lines = [left, ...others].filter((each) => textOf([each]).trim() !== "");
  return { label: day.text, rest: lines.length === 0 ? [] : [{ type: "paragraph", lines }] };
}

/** Without the dot, colon or dash that parts the day from the words. */
function withoutJoint([first, ...others]: Line): Line {
  return first === undefined ? [] : [{ ...first, text: first.text.replace(/^[\s.:：–—-]+/, "") }, ...others];
}
