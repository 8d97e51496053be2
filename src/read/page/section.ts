import type { ReadProblem, SourceDocument } from "../../core/source.ts";
import type { DateSense } from "../cells/dates.ts";
import { statesOf } from "../cells/state.ts";
import type { Draft } from "../table/draft.ts";
import { speaksOfLeaving } from "../table/header-words.ts";
import { readTable } from "../table/read.ts";
import type { Around } from "../table/rows.ts";
import { labelAbove, paragraphsOf, type Section } from "./sections.ts";

export type SectionReading = { drafts: Draft[]; problems: ReadProblem[]; rows: number };

/** Reads one section: its tables, its lists, and what is said between them. */
export function readSection(section: Section, sense: DateSense, _document: SourceDocument): SectionReading {
  const read: SectionReading = { drafts: [], problems: [], rows: 0 };
  for (const [index, block] of section.blocks.entries()) {
    if (block.type === "table") {
      const around = aroundOf(section, labelAbove(section.blocks, index));
      const table = readTable(block.rows, around, sense);
      read.drafts.push(...table.drafts);
      read.problems.push(...table.problems);
      if (table.about === "life" || table.about === "listing") read.rows += table.rows;
    }
  }
  return read;
}

/** What headings and the label right above say of a table or list. */
export function aroundOf(section: Section, label: string): Around {
  const labelled = label.length <= 80 ? statesOf(label) : [];
  const heading = section.path.findLast((above) => above.state !== null)?.state ?? null;
  return {
    section: section.index,
    state: labelled.length === 1 ? (labelled[0] ?? null) : heading,
    leaving:
      section.path.some((above) => above.leaving) ||
      speaksOfLeaving(label) ||
      (section.path.some((above) => above.date !== null) && paragraphsOf(section).some((text) => speaksOfLeaving(text))),
    subject: section.heading?.title === false ? section.heading.thing : null,
    from: "table",
  };
}
