import type { CivilDate, Precision } from "../../core/fact.ts";
import type { DateSense } from "../cells/dates.ts";
import { flat } from "../cells/marks.ts";
import { readReplacements } from "../cells/replacements.ts";
import { kindIn } from "../prose/own-subject.ts";
import { SENTENCE_END } from "../sentence-end.ts";
import type { Draft } from "../table/draft.ts";
import { isOtherwise, saysOfEnd } from "../table/ends.ts";
import type { TableReading } from "../table/read.ts";

const LONGEST = 600;
const QUOTE_LENGTH = 300;

type KindDay = { kind: string; date: CivilDate; precision: Precision; sentence: string };

/** "All Zorro models will be shut down on D.": the kind and its day, from the sentences over a table. */
function kindDay(texts: readonly string[], sense: DateSense): KindDay | null {
  for (const text of texts)
    for (const sentence of text.length > LONGEST ? [] : text.split(SENTENCE_END)) {
      const kind = kindIn(sentence);
      if (kind === null || saysOfEnd(sentence) !== "end" || isOtherwise(sentence)) continue;
      const [day, ...others] = sense.find(sentence).dates.filter((found) => found.certain && !found.relative);
      if (day === undefined || day.precision === "month" || others.length > 0) continue;
      return { kind: kind.toLowerCase(), date: day.date, precision: day.precision, sentence };
    }
  return null;
}

/**
 * Rows without days of the kind that the words above end as a whole: "All Zorro models end on D" over a table of `zorro-1`
 * and what to take instead.
 *
 * @param texts the paragraphs over the table and over the sections that it stands in
 */
export function withKindDay(
  table: TableReading,
  drafts: Draft[],
  texts: () => readonly string[],
  sense: DateSense,
): Draft[] {
  const bare = (draft: Draft) => draft.shutdown === null && draft.deprecated === null && draft.stages.length === 0;
  if (drafts.length === 0 || !drafts.every(bare)) return drafts;
  const day = kindDay(texts(), sense);
  if (day === null || !drafts.every(({ id }) => id.toLowerCase().includes(day.kind))) return drafts;
  return drafts.map((draft) => ({
    ...draft,
    shutdown: day.date,
    precision: day.precision,
    floor: day.precision === "earliest",
    notice: true,
    replacements: draft.replacements.length > 0 ? draft.replacements : besideIn(table, draft, day.kind),
    quote: `${day.sentence} | ${draft.quote}`.slice(0, QUOTE_LENGTH),
  }));
}

/** The models of another kind in the row of a model: they take its place. */
function besideIn({ shaped }: TableReading, { id }: Draft, kind: string): string[] {
  const row = shaped.body.find((cells) => cells.some((cell) => flat(cell).split(/\s+/).includes(id)));
  return (row ?? []).flatMap((cell) => (flat(cell).toLowerCase().includes(kind) ? [] : readReplacements(cell)));
}
