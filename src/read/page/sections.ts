import type { CivilDate, StatedState } from "../../core/fact.ts";
import { oneLine } from "../../lib/one-line.ts";
import { type Block, type Doc, textOf } from "../../parse/document.ts";
import type { DateSense } from "../cells/dates.ts";
import { namesAsLists } from "../lists/names-alone.ts";
import { namedFirstAsLists } from "../lists/names-first.ts";
import { statesOf } from "../cells/state.ts";
import { dayInMonth, dayInYear, yearAlone } from "../dates/day-in-month.ts";
import { meaningOfHeader, speaksOfLeaving } from "../table/header-words.ts";
import { withBylines } from "./bylines.ts";
import { loneName, type Part, partsIn } from "./containers.ts";
import { type Explained, explainedColumns } from "./explained-columns.ts";
import { withPairsAsFields } from "./field-pairs.ts";
import { withNamesApart } from "./names-over-fields.ts";
import { runInDay } from "./run-in.ts";
import { termsAsItems } from "./terms-as-items.ts";
import { timelineEntries } from "./timeline.ts";

export type Heading = {
  text: string;
  level: number;
  /** The date that the heading gives, to the day. */
  date: CivilDate | null;
  /** It is the earliest day: "At the earliest on D". */
  floor?: true;
  /** The first day of the month that a heading gives instead of a day ("July 2026"). */
  month: CivilDate | null;
  /** The heading without its date: "2026-06-03: Evals platform" is about "Evals platform". */
  thing: string;
  /** The one state that it names, if it names one. */
  state: StatedState;
  leaving: boolean;
  /** The title of the page says what all of it is about, and nothing of a row. */
  title: boolean;
  /** It is the name of a model by where it stands. */
  named?: true;
  /** It is the title of a fold-out, a tab or a card. */
  part?: true;
};

/** A stretch of a page under one heading. Blocks are in reading order; containers are opened. */
export type Section = {
  index: number;
  path: Heading[];
  heading: Heading | null;
  blocks: Block[];
  /** A dated entry of a changelog (`<Update label="2026-08-17">`). */
  update: boolean;
  /** What the page says that the headings of its tables mean. */
  explained?: Explained;
};

const MARKER = /^(note|notes|warning|important|tip|caution|info|hint|hinweis|nota|remarque|注意|注|ヒント|참고)$/i;

/** Cuts a document at its headings, its dated entries, and the titles that its cards and fold-outs have. */
export function sectionsOf(doc: Doc, sense: DateSense): Section[] {
  const sections: Section[] = [];
  const open = (path: Heading[], update = false): Section => {
    const section: Section = {
      index: sections.length,
      path,
      heading: path.at(-1) ?? null,
      blocks: [],
      update,
      ...(explained.size > 0 ? { explained } : {}),
    };
    sections.push(section);
    return section;
  };
  const explained = explainedColumns(doc);
  const titles = doc.blocks.filter((block) => block.type === "heading" && block.level === 1).length;
  /** A card or a fold-out with a title of its own is a small section, and what it holds may have more of them. */
  const openPart = ({ title, blocks, named }: Part, above: Heading[], update: boolean): void => {
    const level = above.at(-1)?.level === 7 ? 8 : 7;
    const heading: Heading = { ...headingOf(title, level, false, sense), part: true };
    cut(blocks, [...above, named === undefined ? heading : { ...heading, thing: named, named: true }], update);
  };
  const cut = (blocks: readonly Block[], base: Heading[], update: boolean): void => {
    let path = base;
    /** The path with the day of notice that stands over the next blocks. */
    let under = path;
    let current = open(base, update);
    const dated = withNamesApart(withPairsAsFields(blocks, sense)).flatMap(
      (block) => timelineEntries(block, sense) ?? [termsAsItems(block, sense)],
    );
    for (const [index, block] of dated.entries()) {
      const lone = loneName(block, dated[index + 1]);
      const day = runInDay(block, sense);
      const parts = partsIn(block);
      if (day !== null) {
        current = open([...path, headingOf(day.label, 8, false, sense)], update);
        current.blocks.push(...day.rest);
      } else if (lone !== null) {
        const heading = headingOf(lone.name, 8, false, sense);
        current = open([...path, { ...heading, state: lone.state ?? heading.state }], update);
      } else if (block.type === "heading") {
        const text = oneLine(textOf([block.line]));
        if (text === "" || MARKER.test(text)) continue;
        const isTitle = base.length === 0 && block.level === 1 && titles === 1;
        const over = path.filter((above) => base.includes(above) || above.level < block.level);
        path = [...over, underMonth(headingOf(text, block.level, isTitle, sense), over)];
        under = path;
        current = open(path, update);
      } else if (block.type === "update") {
        const label = [block.label, block.description].filter((part) => part !== "").join(": ");
        const entry = [...path, headingOf(label, 7, false, sense)];
        let own: Section | null = open(entry, true);
        for (const inner of block.blocks) {
          const cards = partsIn(inner);
          if (cards === null) {
            // What stands behind a fold-out is not over it.
            own ??= open(entry, true);
            own.blocks.push(...opened([termsAsItems(inner, sense)]));
          } else {
            for (const card of cards) openPart(card, entry, true);
            own = null;
          }
        }
        current = open(path);
      } else if (announces(block, dated[index + 1], sense)) {
        under = [...path, headingOf(blockText(block), 8, false, sense)];
        current = open(under, update);
      } else if (parts !== null) {
        for (const part of parts) openPart(part, under, update);
        current = open(under, update);
      } else current.blocks.push(...opened([block]));
    }
  };
  cut(doc.blocks, [], false);
  withBylines(sections, sense);
  for (const section of sections) {
    // An entry of a changelog is told in sentences, and its paragraphs of names belong to those.
    const told =
      !section.update && section.path.some(({ date, month, leaving }) => leaving || date !== null || month !== null);
    section.blocks = namesAsLists(told ? namedFirstAsLists(section.blocks) : section.blocks);
  }
  for (const section of sections) if (isPageHistory(section)) section.blocks = section.blocks.filter(isTable);
  return sections;
}

/** "Announced Nov 30, 2026:" over rows, items or terms: the day of their notice is a heading in all but its form. */
function announces(block: Block, next: Block | undefined, sense: DateSense): boolean {
  if (block.type !== "paragraph" || next === undefined || !ROWS.has(next.type)) return false;
  const text = blockText(block);
  if (text.length > 60 || !/[:：]$/.test(text)) return false;
  const [day, ...others] = sense.find(text).dates;
  if (day === undefined || others.length > 0 || day.precision !== "day" || !day.certain) return false;
  return meaningOfHeader(text.slice(0, day.start)).role === "announced" && /^\W*$/.test(text.slice(day.end));
}

/** "Aug 31" below "August 2026" or "2026". */
function underMonth(heading: Heading, over: readonly Heading[]): Heading {
  const month = over.findLast((above) => above.month !== null)?.month ?? null;
  const year = over.map((above) => yearAlone(above.text)).findLast((each) => each !== null) ?? null;
  const inYear = year === null || heading.date !== null ? null : dayInYear(heading.text, year);
  const date = inYear ?? (month === null || heading.date !== null ? null : dayInMonth(heading.text, month));
  return date === null ? heading : { ...heading, date, month: null };
}

const ROWS: ReadonlySet<Block["type"]> = new Set(["table", "list", "definitions", "note"]);
const blockText = (block: Block): string => (block.type === "paragraph" ? oneLine(textOf(block.lines)) : "");

const PAGE_HISTORY =
  /\b(?:document|page|article|revision|change|edit) (?:history|log)\b|\b(?:change ?log|history|revisions?|changes)\b.{0,20}\b(?:page|article|document|table|list)\b|änderungsverlauf|historique (?:du document|de la page)/i;

/** What was edited on a page, in sentences, holds days that no longer count. */
function isPageHistory(section: Section): boolean {
  return section.path.some((heading) => !heading.title && heading.date === null && PAGE_HISTORY.test(heading.text));
}

const isTable = (block: Block): boolean => block.type === "table";

/** Notes are opened; headings inside of a container become paragraphs. */
function opened(blocks: Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.type === "note") return opened(block.blocks);
    if (block.type === "update") return opened(block.blocks);
    if (block.type === "heading") return [{ type: "paragraph", lines: [block.line] }];
    return [block];
  });
}

/** What the words of a heading say: its day, its state, whether things leave below it. */
export function headingOf(text: string, level: number, title: boolean, sense: DateSense): Heading {
  const days = sense.find(text).dates.filter((date) => date.certain);
  const found =
    days.find((date) => date.precision === "day") ??
    (days.length === 1 ? days.find((date) => date.precision === "earliest") : undefined);
  const month =
    found === undefined && text.length <= 24
      ? sense.find(text).dates.find((date) => date.precision === "month")
      : undefined;
  const thing =
    found === undefined
      ? text
      : `${text.slice(0, found.start)} ${text.slice(found.end)}`
          .replace(/^[\s:–—,-]+|[\s:–—,(-]+$/g, "")
          .replace(/\s+/g, " ");
  const states = title ? [] : statesOf(thing);
  return {
    text,
    level,
    date: found?.date ?? null,
    ...(found?.precision === "earliest" ? { floor: true as const } : {}),
    month: month?.date ?? null,
    thing,
    state: states.length === 1 ? (states[0] ?? null) : null,
    leaving: !title && speaksOfLeaving(thing),
    title,
  };
}

/** The words right above a block, when they are a label of it: "Deprecated models:", a bold line, a lone bullet. */
export function labelAbove(blocks: Block[], index: number): string {
  const above = blocks[index - 1];
  if (above?.type === "paragraph") return oneLine(textOf(above.lines));
  if (above?.type === "list" && above.items.length === 1 && above.items[0]?.children.length === 0) {
    return oneLine(textOf(above.items[0]?.lines ?? []));
  }
  return "";
}

/** The paragraphs of a section as text. */
export function paragraphsOf(section: Section): string[] {
  return section.blocks.flatMap((block) => (block.type === "paragraph" ? [paragraphText(block)] : []));
}

/** The text of a paragraph on one line. */
export function paragraphText(block: Block & { type: "paragraph" }): string {
  return oneLine(textOf(block.lines));
}
