import type { SourceDocument } from "../../core/source.ts";
import { dateSense } from "../cells/dates.ts";
import { inferOrder } from "../dates/index.ts";
import type { PageReading } from "../page.ts";
import { readData } from "../table/data.ts";
import { factOf, type PageHabits } from "./facts.ts";
import { joinDrafts } from "./join.ts";

/**
 * Reads JSON or YAML that names models and dates, by the meaning of its keys.
 *
 * @param data the parsed value, whatever it is
 */
export function readDataPage(data: unknown, document: SourceDocument, habits: PageHabits = {}): PageReading {
  const order = inferOrder([document.text.slice(0, 100_000)]) ?? habits.order ?? null;
  const sense = dateSense({ at: document.at, order }, habits.timeZone ?? null);
  const around = {
    section: 0,
    state: null,
    leaving: true,
    notice: false,
    kind: null,
    subject: null,
    from: "data" as const,
  };
  const read = readData(data, around, sense);
  const settling = { document, habits, allEarliest: false, deprecationIsEnd: false };
  return {
    facts: joinDrafts(read.drafts).map((draft) => factOf(draft, settling)),
    problems: read.problems,
    rows: read.rows,
    dated: read.drafts.filter((draft) => draft.shutdown !== null).length,
    tabled: new Set(),
  };
}
