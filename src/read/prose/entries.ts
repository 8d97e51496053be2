import type { Block, Doc } from "../../parse/index.ts";
import { textOf } from "../../parse/index.ts";
import { dayInMonth, dayInYear, yearAlone } from "../dates/day-in-month.ts";
import { findDates } from "../dates/index.ts";
import { plainDay } from "../dates/plain-day.ts";
import type { Notice } from "./notices.ts";

const LONGEST_LABEL = 60;

/** The day or month that a heading or label is about; null for a text that is more than a date. */
function dayOfLabel(text: string, at: string): { day: string; precision: "day" | "month" } | null {
  if (text.length > LONGEST_LABEL) return null;
  const plainest = plainDay(text);
  if (plainest !== null) return { day: plainest, precision: "day" };
  const found = findDates(text, { at }).find((date) => date.precision !== "earliest" && !date.relative && date.certain);
  if (found === undefined) return null;
  const rest = text.slice(0, found.start) + text.slice(found.end);
  if (rest.replace(/[^\p{L}]/gu, "").length > 24) return null;
  return { day: found.date, precision: found.precision === "month" ? "month" : "day" };
}

/** The day in a document's front matter: one entry, one file. */
export function dayOfMeta(meta: Record<string, string>): string | null {
  for (const key of ["date", "createdAt", "created", "published", "id"]) {
    const text = meta[key]?.replace(/(\d{2}:\d{2}:\d{2}).*$/, "");
    const found =
      text === undefined
        ? undefined
        : findDates(text, { at: "2000-01-01" }).find((date) => date.certain && date.precision === "day");
    if (found !== undefined) return found.date;
  }
  return null;
}

/**
 * The dated entries of a changelog, in reading order: a heading with a date, an `<Update label>`, a paragraph that is only
 * a date, or a whole document with a day in its front matter. What stands before the first date belongs to none.
 */
export function entriesOf(doc: Doc, at: string): Notice[] {
  return cutAtDays(doc, at).entries;
}

/** What stands in no entry of a changelog: over the first, and under headings that stand above those of the entries. */
export function besideEntries(doc: Doc, at: string): Block[] {
  return cutAtDays(doc, at).others;
}

function cutAtDays(doc: Doc, at: string): { entries: Notice[]; others: Block[] } {
  const others: Block[] = [];
  const whole = dayOfMeta(doc.meta);
  const entries: Notice[] = [];
  let open: (Notice & { blocks: Block[]; level: number }) | null =
    whole === null
      ? null
      : { title: doc.meta.title ?? doc.title ?? "", day: whole, precision: "day", blocks: [], level: 0 };
  /** The month of the headings over those of the entries. */
  let month: { day: string; level: number } | null = null;
  /** Their year, where the headings give no more than a day of a month. */
  let year: { text: string; level: number } | null = null;
  const close = () => {
    if (open !== null && open.blocks.length > 0) entries.push(open);
  };
  for (const block of doc.blocks) {
    if (block.type === "update") {
      const label = dayOfLabel(`${block.label} ${block.description}`.trim(), at) ?? dayOfLabel(block.label, at);
      if (label !== null) entries.push({ title: "", ...label, blocks: block.blocks });
      continue;
    }
    const text =
      block.type === "heading" ? textOf([block.line]) : block.type === "paragraph" ? textOf(block.lines) : "";
    const alone = block.type === "heading" || (block.type === "paragraph" && text.length < 30);
    const told = text === "" || !alone || whole !== null ? null : dayOfLabel(text, at);
    if (told?.precision === "month" && block.type === "heading") month = { day: told.day, level: block.level };
    else if (block.type === "heading" && month !== null && block.level <= month.level) month = null;
    if (block.type === "heading") {
      const own = yearAlone(text);
      if (own !== null) year = { text: own, level: block.level };
      else if (year !== null && block.level <= year.level) year = null;
    }
    const inYear =
      told === null && block.type === "heading" && year !== null && block.level > year.level
        ? dayInYear(text, year.text)
        : null;
    const inMonth =
      inYear ??
      (told === null && alone && block.type === "heading" && month !== null ? dayInMonth(text, month.day) : null);
    const label = inMonth === null ? told : { day: inMonth, precision: "day" as const };
    if (label !== null && (block.type === "heading" || label.precision === "day")) {
      close();
      open = { title: "", ...label, blocks: [], level: block.type === "heading" ? block.level : 9 };
      continue;
    }
    // A heading over those of the entries ends the last of them: "Rate limits" after the history.
    if (block.type === "heading" && open !== null && block.level < open.level && open.level <= 6) {
      close();
      open = null;
    }
    (open?.blocks ?? others).push(block);
  }
  close();
  return { entries, others };
}
