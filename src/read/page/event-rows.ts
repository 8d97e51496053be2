import type { Block, Cell } from "../../parse/document.ts";
import { type DateSense, readDateCell } from "../cells/dates.ts";
import { flat } from "../cells/marks.ts";
import { findModelNames } from "../names/index.ts";
import type { Column } from "../table/columns.ts";
import { languageOf } from "../prose/language.ts";
import { tellsEnd } from "../prose/leads.ts";
import { cuesOf } from "../prose/lexicon.ts";
import { isOtherwise } from "../table/ends.ts";
import { endWords } from "../table/header-words.ts";
import { readTable } from "../table/read.ts";
import { headingOf, type Section } from "./sections.ts";
import { aroundOf } from "./section.ts";

/** Deeper than all headings of a page: an entry is a part of whatever stands above its table. */
const LEVEL = 9;

/**
 * A changelog may be a table ("Date | Change"): its rows become dated entries of their own, as headings with days over
 * paragraphs would be, and the table goes. Tables without a word of an end, or about no models, stay as they are.
 *
 * @returns the sections in their order, then the new ones; each stands at its own `index`
 */
export function withRowsAsEntries(sections: readonly Section[], sense: DateSense): Section[] {
  const all = [...sections];
  for (const [index, section] of sections.entries()) {
    const tables = section.blocks.filter((block) => block.type === "table");
    for (const table of tables) {
      const entries = entriesOf(table, section, sense);
      if (entries.length === 0) continue;
      const kept = all[index] ?? section;
      all[index] = { ...kept, blocks: kept.blocks.filter((block) => block !== table) };
      for (const { label, blocks } of entries) {
        const path = [...section.path, headingOf(label, LEVEL, false, sense)];
        all.push({ index: all.length, path, heading: path.at(-1) ?? null, blocks, update: true });
      }
    }
  }
  return all;
}

type Entry = { label: string; blocks: Block[] };

function entriesOf(table: Block & { type: "table" }, section: Section, sense: DateSense): Entry[] {
  const read = readTable(table.rows, aroundOf(section, ""), sense);
  const day = read.columns.find((column) => column.role === "date");
  if (read.about !== "events" || day === undefined) return [];
  const words = read.columns.filter((column) => column !== day && TOLD.has(column.role));
  const entries = read.shaped.body.flatMap((row) => entryOf(row, day, words, sense));
  return entries.some((entry) => entry.ends) ? entries : [];
}

const TOLD: ReadonlySet<Column["role"]> = new Set(["note", "other", "state"]);

/** One row: its day and short words ("Retirement") are the entry's title, what names a model is its text. */
function entryOf(row: Cell[], day: Column, words: readonly Column[], sense: DateSense): (Entry & { ends: boolean })[] {
  const cell = row[day.index];
  const date = cell === undefined ? null : readDateCell(cell, sense).date;
  const told = words.flatMap((column) => row[column.index] ?? []).filter((each) => flat(each) !== "");
  const named = told.filter((each) => each.lines.some((line) => findModelNames(line).length > 0));
  if (date === null || named.length === 0) return [];
  const title = told.filter((each) => !named.includes(each)).map((each) => flat(each));
  return [
    {
      label: `${date}: ${title.join(", ")}`,
      blocks: named.map((each) => ({
        type: "paragraph",
        lines: needsDay(flat(each), date, sense) ? [[{ text: `${date}: ` }, ...each.lines.flat()]] : each.lines,
      })),
      ends: [...title, ...named.map((each) => flat(each))].some((text) => endWords(text) !== null || saysEnd(text)),
    },
  ];
}

/** Words of headings are few; a sentence has more ways to say that something ends. */
const saysEnd = (text: string): boolean => endWords(text) === "end" || tellsEnd(text, cuesOf(languageOf(text)));

/** What is still to happen on a day that is past, or was only told on it. */
const NOT_DONE =
  /(?<!\p{L})(?:will|would|shall|going to|to be|soon|later|upcoming|scheduled|planned|announc\p{L}*|notif\p{L}*|notice|deprecat\p{L}*|wird|werden|sollen?|geplant|(?:an)?gekündigt|sera|seront|va|vont|prévue?s?|annonc\p{L}*|será|serán|serão|va a|previst[oa]s?|anunci\p{L}*|sarà|saranno|annunci\p{L}*)(?!\p{L})|将|計画|计划|预计|公告|宣布|予定|発表|告知|예정|공지|발표/iu;

/**
 * What is to come is told with its day: an entry of a day to come would tell nothing yet. So is what was done: "x shut
 * down." has no day but that of its row.
 */
function needsDay(text: string, date: string, sense: DateSense): boolean {
  if (date > sense.today) return true;
  return saysEnd(text) && !NOT_DONE.test(text) && !isOtherwise(text) && sense.find(text).dates.length === 0;
}
