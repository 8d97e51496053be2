import type { CivilDate, StatedState } from "../../core/fact.ts";
import { oneLine } from "../../lib/one-line.ts";
import { type Block, type Doc, textOf } from "../../parse/document.ts";
import type { DateSense } from "../cells/dates.ts";
import { surelyId } from "../cells/tokens.ts";
import { isKnown } from "../names/index.ts";
import { statesOf } from "../cells/state.ts";
import { endWords, speaksOfLeaving } from "../table/header-words.ts";
import { runInDay } from "./run-in.ts";

export type Heading = {
  text: string;
  level: number;
  /** The date that the heading gives, to the day. */
  date: CivilDate | null;
  /** The first day of the month that a heading gives instead of a day ("July 2026"). */
  month: CivilDate | null;
  /** The heading without its date: "2026-06-03: Evals platform" is about "Evals platform". */
  thing: string;
  /** The one state that it names, if it names one. */
  state: StatedState;
  leaving: boolean;
  /** The title of the page says what all of it is about, and nothing of a row. */
  title: boolean;
};

/** A stretch of a page under one heading. Blocks are in reading order; containers are opened. */
export type Section = {
  index: number;
  path: Heading[];
  heading: Heading | null;
  blocks: Block[];
  /** A dated entry of a changelog (`<Update label="2026-08-17">`). */
  update: boolean;
};

const MARKER = /^(note|notes|warning|important|tip|caution|info|hint|hinweis|nota|remarque|注意|注|ヒント|참고)$/i;

/** Cuts a document at its headings and dated entries. */
export function sectionsOf(doc: Doc, sense: DateSense): Section[] {
  const sections: Section[] = [];
  const open = (path: Heading[], update = false): Section => {
    const section = { index: sections.length, path, heading: path.at(-1) ?? null, blocks: [], update };
    sections.push(section);
    return section;
  };
  /** A card or a fold-out with a title of its own is a small section. */
  const openCard = (card: Card, above: Heading[], update: boolean): void => {
    const [title, ...rest] = card.blocks;
    const text = oneLine(textOf([title.line]));
    open([...above, headingOf(text, above.at(-1)?.level === 7 ? 8 : 7, false, sense)], update).blocks.push(
      ...opened(rest),
    );
  };
  let path: Heading[] = [];
  let current = open([]);
  const titles = doc.blocks.filter((block) => block.type === "heading" && block.level === 1).length;
  for (const [index, block] of doc.blocks.entries()) {
    const name = loneName(block, doc.blocks[index + 1]);
    const day = runInDay(block, sense);
    if (day !== null) {
      current = open([...path, headingOf(day.label, 8, false, sense)]);
      current.blocks.push(...day.rest);
    } else if (name !== null) {
      current = open([...path, headingOf(name, 8, false, sense)]);
    } else if (block.type === "heading") {
      const text = oneLine(textOf([block.line]));
      if (text === "" || MARKER.test(text)) continue;
      path = path.filter((above) => above.level < block.level);
      const isTitle = block.level === 1 && titles === 1;
      path = [...path, headingOf(text, block.level, isTitle, sense)];
      current = open(path);
    } else if (block.type === "update") {
      const label = [block.label, block.description].filter((part) => part !== "").join(": ");
      const entry = [...path, headingOf(label, 7, false, sense)];
      const own = open(entry, true);
      for (const inner of block.blocks) {
        if (isCard(inner)) openCard(inner, entry, true);
        else own.blocks.push(...opened([inner]));
      }
      current = open(path);
    } else if (isCard(block)) {
      openCard(block, path, false);
      current = open(path);
    } else for (const inner of opened([block])) current.blocks.push(inner);
  }
  for (const section of sections) if (isPageHistory(section)) section.blocks = section.blocks.filter(isTable);
  return sections;
}

/** A paragraph of a model's name and nothing else, over one that tells its end, is the title of a card. */
function loneName(block: Block, next: Block | undefined): string | null {
  if (block.type !== "paragraph" || next?.type !== "paragraph" || block.lines.length !== 1) return null;
  const text = oneLine(textOf(block.lines));
  if (text.length > 80 || !(surelyId(text) || (isKnown(text) && /\d/.test(text)))) return null;
  return endWords(oneLine(textOf(next.lines))) === null ? null : text;
}

type Card = Block & { type: "note"; blocks: [Block & { type: "heading" }, ...Block[]] };

export function isCard(block: Block): block is Card {
  return block.type === "note" && block.blocks[0]?.type === "heading" && block.blocks.length > 1;
}

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
  const found = sense.find(text).dates.find((date) => date.precision === "day" && date.certain);
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
