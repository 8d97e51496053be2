import type { Fact } from "../core/fact.ts";
import type { ReadProblem, SourceDocument } from "../core/source.ts";
import { type Block, type Doc, parseDocument } from "../parse/index.ts";
import { type DateSense, dateSense } from "./cells/dates.ts";
import { inferOrder } from "./dates/index.ts";
import { readEmbedded } from "./page/data.ts";
import { factOf, type PageHabits } from "./page/facts.ts";
import { applyHeadingDates, headingCallsItEnd, proseCallsItEnd } from "./page/heading-dates.ts";
import { withFinished } from "./page/after-preview.ts";
import { joinDrafts } from "./page/join.ts";
import { withRowsAsEntries } from "./page/event-rows.ts";
import { eachNamed, underOwnId, withoutHeads } from "./page/one-model.ts";
import { withOwnPlace } from "./page/own-place.ts";
import { proseDrafts } from "./page/prose.ts";
import { withNoticeDays } from "./page/notice-days.ts";
import { withoutMovedOn } from "./page/moved-on.ts";
import { withoutPutOff } from "./page/put-off.ts";
import { withDeprecatedDay, withDeprecatedSentence } from "./page/deprecated-day.ts";
import { deprecatedIsGone, deprecationIsEnd, withDeprecationAsEnd } from "./page/deprecation-meaning.ts";
import { everyDateIsEarliest, knowsOnlyDeprecation } from "./page/rules.ts";
import { readSection } from "./page/section.ts";
import { sectionsOf } from "./page/sections.ts";
import { withSuccessorMap } from "./page/successor-map.ts";
import { rowsMayTell } from "./page/telling.ts";
import { undatedNotices } from "./page/undated.ts";
import { dayOfMeta } from "./prose/entries.ts";
import { dateTexts, headingTexts, pageText } from "./page/text.ts";
import type { Draft } from "./table/draft.ts";

export type { PageHabits } from "./page/facts.ts";

export type PageReading = {
  facts: Fact[];
  problems: ReadProblem[];
  /** Rows of all tables and lists that speak of models, read or not: a truncated page has fewer. */
  rows: number;
  /** How many things its tables and records tell with a day. */
  dated: number;
  /** The models whose end its tables and lists tell, by `surface|id` in lower case. */
  tabled: ReadonlySet<string>;
};

/** How `tabled` names the model of a fact. */
export function tabledKey(fact: { surface: string; model_id: string }): string {
  return `${fact.surface}|${fact.model_id}`.toLowerCase();
}

/**
 * Reads any page about the life of models: tables, lists, dated entries and notes, each by its meaning.
 *
 * @param document one fetched page; its provider and surface are defaults, what the page itself names wins
 * @param habits what the source's file knows of the page; nothing is needed
 * @throws Error when the text is no page (a feed, JSON); ParseLimitError beyond the caps of the parser
 */
export function readPage(document: SourceDocument, habits: PageHabits = {}): PageReading {
  const form = document.spec.form;
  const doc = parseDocument(document.text, { form, contentType: document.contentType });
  const read = readDoc(doc, document, habits);
  if (read.facts.some((fact) => fact.shutdown !== null)) return read;
  return readEmbedded(document, habits) ?? read;
}

/** The same for a page that is already parsed; only what its tables and lists tell where another reader has its prose. */
export function readDoc(doc: Doc, document: SourceDocument, habits: PageHabits = {}, prose = true): PageReading {
  const sense = senseOf(doc, document, habits);
  const cut = sectionsOf(doc, sense);
  const sections = prose ? withRowsAsEntries(cut, sense) : cut;
  const problems: ReadProblem[] = [];
  const drafts: Draft[] = [];
  const records = new Set<Block>();
  let rows = 0;
  // Without its prose only the sections count whose rows can tell of a life: in a changelog few do.
  for (const section of prose ? sections : sections.filter(rowsMayTell)) {
    const read = readSection(section, sense, sections);
    drafts.push(...read.drafts);
    problems.push(...read.problems);
    rows += read.rows;
    for (const block of read.records) records.add(block);
  }
  const dated = sections.some((section) => section.path.some((heading) => heading.date !== null));
  const told = drafts.filter((draft) => (draft.from === "table" || draft.from === "list") && draft.shutdown !== null);
  if (!prose && told.length === 0) return { facts: [], problems, rows, dated: 0, tabled: new Set() };
  const text = pageText(doc);
  const onlyDeprecation = knowsOnlyDeprecation(`${text}\n${headingTexts(doc)}`);
  const page = {
    document,
    sections,
    told: [...drafts],
    day: dated ? null : dayOfMeta(doc.meta),
    onlyDeprecation,
    records,
  };
  if (prose) {
    for (const section of sections) drafts.push(...proseDrafts(section, page));
    const known = new Set(drafts.map((draft) => draft.id.toLowerCase()));
    const undated = sections.flatMap((section) => undatedNotices(section));
    drafts.push(...undated.filter((draft) => !known.has(draft.id.toLowerCase())));
  }
  const ended = withDeprecatedDay(withoutMovedOn(drafts), sections, sense);
  const standing = withoutPutOff(ended, sections, document.at);
  const announced = applyHeadingDates(standing, sections, sense, habits.headingDate ?? null);
  // Where rows tell ends as well, the two are not the same.
  const explained = deprecationIsEnd(text) || (told.length === 0 && deprecatedIsGone(text));
  const settling = {
    document,
    habits,
    allEarliest: everyDateIsEarliest(text),
    deprecationIsEnd:
      habits.deprecationIsEnd === true ||
      onlyDeprecation ||
      explained ||
      headingCallsItEnd(drafts, sections) ||
      proseCallsItEnd(drafts, sections, sense),
  };
  const ends = explained ? withDeprecationAsEnd(announced) : announced;
  const placed = withOwnPlace(withDeprecatedSentence(ends, sections, sense), document.spec);
  const drawn = withFinished(joinDrafts(withoutHeads(underOwnId(eachNamed(placed), sections), sections)), sections);
  const mapped = withSuccessorMap(drawn, sections);
  const joined = prose ? withNoticeDays(mapped, sections, sense) : mapped;
  const facts = joined.map((draft) => factOf(draft, settling));
  const ids = new Set(told.map((draft) => draft.id.toLowerCase()));
  const tabled = new Set(
    facts.filter((fact) => ids.has(fact.model_id.toLowerCase()) && fact.scheduled).map((fact) => tabledKey(fact)),
  );
  const dayed = (draft: Draft) => draft.shutdown !== null || (settling.deprecationIsEnd && draft.deprecated !== null);
  const inRows = (draft: Draft) => draft.from === "table" || (draft.from === "list" && records.size > 0);
  return { facts, problems, rows, dated: drafts.filter((each) => inRows(each) && dayed(each)).length, tabled };
}

function senseOf(doc: Doc, document: SourceDocument, habits: PageHabits): DateSense {
  const order = inferOrder(dateTexts(doc)) ?? habits.order ?? null;
  return dateSense(
    { at: document.at, order, ...(habits.locale === undefined ? {} : { locale: habits.locale }) },
    habits.timeZone ?? null,
  );
}
