import type { SourceDocument } from "../../core/source.ts";
import { embeddedJson } from "../../parse/index.ts";
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
  return readValue(data, document, habits, true);
}

/** Components stand in one another, and their data below them. */
const DEEPEST_EMBEDDED = 40;

/**
 * What a page's own data tells, for a page that shows nothing without its scripts: lists of models with keys that mean
 * their ends. Navigation, settings and texts stand beside them, so a bare "date" is no end here.
 *
 * @returns null when none of it tells of an end
 */
export function readEmbedded(document: SourceDocument, habits: PageHabits = {}): PageReading | null {
  if (!/<script/i.test(document.text)) return null;
  const values = embeddedJson(document.text);
  if (values.length === 0) return null;
  const read = readValue(values, document, habits, false);
  const facts = read.facts.filter((fact) => fact.shutdown !== null);
  return facts.length > 0 ? { ...read, facts } : null;
}

function readValue(data: unknown, document: SourceDocument, habits: PageHabits, alone: boolean): PageReading {
  const order = inferOrder([document.text.slice(0, 100_000)]) ?? habits.order ?? null;
  const sense = dateSense({ at: document.at, order }, habits.timeZone ?? null);
  const around = {
    section: 0,
    state: null,
    leaving: alone,
    notice: false,
    kind: null,
    subject: null,
    from: "data" as const,
  };
  const read = readData(data, around, sense, alone ? undefined : DEEPEST_EMBEDDED);
  const settling = { document, habits, allEarliest: false, deprecationIsEnd: false };
  return {
    facts: joinDrafts(read.drafts).map((draft) => factOf(draft, settling)),
    problems: read.problems,
    rows: read.rows,
    dated: read.drafts.filter((draft) => draft.shutdown !== null).length,
    tabled: new Set(),
  };
}
