import { SENTENCE_END } from "../sentence-end.ts";
import type { ReadProblem } from "../../core/source.ts";
import { oneLine } from "../../lib/one-line.ts";
import { once } from "../../lib/remember.ts";
import { type Block, textOf } from "../../parse/document.ts";
import type { DateSense } from "../cells/dates.ts";
import { statesOf } from "../cells/state.ts";
import { type Lead, leadOf, promisesBelow, saysStays } from "../lists/lead.ts";
import { type ListReading, readModelList } from "../lists/models.ts";
import { isField, readRecords } from "../lists/records.ts";
import { groupsInSentences, withGroups } from "../lists/replacements.ts";
import type { Draft } from "../table/draft.ts";
import { draftOfEvents, draftOfSteps } from "../table/events.ts";
import {
  type ColumnRole,
  kindNamed,
  mayTellOfLife,
  speaksOfLeaving,
  speaksOfReplacement,
} from "../table/header-words.ts";
import { namesLeaving, readTable } from "../table/read.ts";
import type { Around } from "../table/rows.ts";
import { draftsOfAnswer } from "./answers.ts";
import { withDeadlineBelow } from "./deadline-below.ts";
import { withColumnDay } from "./column-day.ts";
import { senseUnder } from "./dated-under.ts";
import { dayFurtherUp, pointedAt, paragraphsAbove, removesThem, sectionsOver, withDayAbove } from "./day-above.ts";
import { withGivenDay } from "./given-day.ts";
import { advisedBelow, draftOfHeading, withHeadingsEnd } from "./heading-end.ts";
import { draftOfDeprecation } from "./deprecated-day.ts";
import { subjectOfPage } from "./one-model.ts";
import { kinOf } from "./kin-tables.ts";
import { withKindDay } from "./kind-day.ts";
import { type Heading, labelAbove, paragraphsOf, type Section } from "./sections.ts";
import { subjectOf } from "./subject.ts";

export type SectionReading = {
  drafts: Draft[];
  problems: ReadProblem[];
  rows: number;
  /** Blocks that were read as records from end to end: nothing of them is a sentence. */
  records: Block[];
};

/** Days before the end of a model: beside them, its own may stand above the table. */
const BEFORE_END: ReadonlySet<ColumnRole> = new Set(["release", "announced", "legacy"]);

const ALIASES = /\balias(es)?\b|别名|エイリアス|별칭/i;

/** Reads one section of a page: its tables, its lists, and what is said between them. */
export function readSection(section: Section, ofPage: DateSense, sections: readonly Section[]): SectionReading {
  const sense = senseUnder(section, ofPage);
  const read: SectionReading = { drafts: [], problems: [], rows: 0, records: [] };
  const lists: ListReading = { drafts: [], groups: [], rows: 0 };
  const blocks = withFieldsTogether(section.blocks);
  for (const [index, block] of blocks.entries()) {
    const label = labelAbove(blocks, index);
    if (block.type === "table") {
      const rows = readTable(block.rows, aroundOf(section, label), sense, kinOf(block.rows, sections));
      const table = promisesBelow(label) ? { ...rows, drafts: rows.drafts.map(asPromise) } : rows;
      const far = table.columns.some((column) => column.role === "replacement") || namesLeaving(table.columns);
      const dated = table.columns.some((column) => column.dates > 0 && !BEFORE_END.has(column.role));
      const near = paragraphsAbove(block, section, sections, false);
      const reaches = far || dayFurtherUp(section, sections, near, sense) !== null;
      const headings = dated ? [] : [isTitle(label) ? label : "", block.caption ?? "", ...headingsOver(section)];
      const given = withGivenDay(table.drafts, near);
      const told = withColumnDay(given, table.columns, sections, sense);
      const close = dated ? [] : [...pointedAt(section, sections), ...near];
      const pointed = withDayAbove(told, close, headings, sense);
      const over = once(() => paragraphsAbove(block, section, sections, true));
      const further = pointed === told && reaches && !dated;
      const above = further ? withDayAbove(told, over(), headings, sense) : pointed;
      const ends = above === told && !dated ? withKindDay(table, told, over, sense) : above;
      const alone = table.columns.some((column) => column.role === "replacement") || !aroundOf(section, label).leaving;
      read.drafts.push(...(alone ? ends : withAdvice(ends, section, sections)));
      const thing = section.heading?.title === false ? section.heading.thing : "";
      const events =
        table.about === "events" ? draftOfEvents(table.columns, table.shaped.body, thing, section.index, sense) : null;
      if (events !== null) read.drafts.push(events);
      read.problems.push(...table.problems);
      if (table.about === "life" || table.about === "listing") read.rows += table.rows;
    } else if (block.type === "list" || block.type === "definitions" || isKeyed(block)) {
      readListBlock(block, label, section, sense, read, lists, sections);
    }
  }
  const titled = read.drafts.some((draft) => draft.shutdown !== null) ? null : draftOfHeading(section, sense);
  if (titled !== null) read.drafts.push(titled);
  const called = read.drafts.length > 0 ? null : draftOfDeprecation(section, sense);
  if (called !== null) read.drafts.push(called);
  read.drafts.push(...draftsOfAnswer(section, sense));
  if (lists.drafts.length > 0) lists.groups.push(...groupsInSentences(paragraphsOf(section)));
  read.drafts.push(...withGroups(lists.drafts, lists.groups));
  read.rows += lists.rows;
  return read;
}

/** "Will not be shut down before the day shown" over a table. */
const asPromise = (draft: Draft): Draft =>
  draft.shutdown === null ? draft : { ...draft, precision: "earliest", floor: true, notice: false };

/** Rows that all end, below or above words that say where to go, and without a column that does. */
function withAdvice(drafts: Draft[], section: Section, sections: readonly Section[]): Draft[] {
  if (drafts.length === 0 || drafts.some((draft) => draft.shutdown === null)) return drafts;
  const near = groupsInSentences(paragraphsOf(section));
  return withGroups(drafts, near.length > 0 ? near : groupsInSentences(sectionsOver(section, sections)));
}

/** "**Retiring on December 1, 2026**" right above a table is its title; a whole sentence is none. */
const isTitle = (label: string): boolean => label.length <= 60 && !/[.。!！]\s*$/.test(label);

function headingsOver(section: Section): string[] {
  return section.path.flatMap((heading) => (heading.title ? [] : [heading.text])).toReversed();
}

/** Paragraphs of one "Key: value" each, one under the other, are one record. */
function withFieldsTogether(blocks: Block[]): Block[] {
  const together: Block[] = [];
  let open: (Block & { type: "paragraph" }) | null = null;
  for (const block of blocks) {
    if (block.type !== "paragraph" || !block.lines.every((line) => isField(line))) {
      open = null;
      together.push(block);
    } else if (open === null) {
      open = { type: "paragraph", lines: [...block.lines] };
      together.push(open);
    } else open.lines.push(...block.lines);
  }
  return together;
}

/** A paragraph of several lines may hold "Key: value" pairs. */
function isKeyed(block: Block): boolean {
  return block.type === "paragraph" && (block.lines.length > 1 || block.lines.every((line) => isField(line)));
}

function readListBlock(
  block: Block,
  label: string,
  section: Section,
  sense: DateSense,
  read: SectionReading,
  lists: ListReading,
  sections: readonly Section[],
): void {
  const above = aroundOf(section, label);
  const around: Around = { ...above, subject: above.subject ?? subjectOfPage(section), from: "list" };
  const records = readRecords([block], around, sense);
  if (records !== null && records.drafts.length > 0) {
    read.drafts.push(...records.drafts);
    read.problems.push(...records.problems);
    read.rows += records.rows;
    read.records.push(block);
    const others =
      block.type === "list" ? block.items.filter((item) => isGroup(item) && !isRecord(block, item, around, sense)) : [];
    if (block.type === "list" && others.length > 0)
      readNames({ ...block, items: others }, block, label, section, sense, lists, sections, around);
    return;
  }
  const steps = block.type === "list" ? draftOfSteps(block.items, around, sense) : null;
  if (steps !== null) {
    read.drafts.push({ ...steps, replacements: advisedBelow(section.blocks).filter((name) => name !== steps.id) });
    read.rows += 1;
    read.records.push(block);
    return;
  }
  if (block.type === "list") readNames(block, block, label, section, sense, lists, sections, around);
}

type List = Block & { type: "list" };

/** "Ended" over a list is no field of the records beside it. */
const isGroup = ({ lines, children }: List["items"][number]): boolean =>
  children.some((child) => child.type === "list") && !/[:：]/.test(textOf(lines));

/** One item of a list, with all below it, that is a record by itself: the others may be lists of names. */
function isRecord(list: List, item: List["items"][number], around: Around, sense: DateSense): boolean {
  const read = readRecords([{ ...list, items: [item] }], around, sense);
  return read !== null && read.drafts.length > 0;
}

/** Reads a list of names by what the words over it say; `whole` is the block of the section that the list is of. */
function readNames(
  list: List,
  whole: Block,
  label: string,
  section: Section,
  sense: DateSense,
  lists: ListReading,
  sections: readonly Section[],
  around: Around,
): void {
  const named = ALIASES.test(label) && !removesThem(label);
  if (named || ALIASES.test(section.heading?.text ?? "")) return;
  const running = runningLead(section, whole, sense);
  const read = readModelList(list, label, running ?? fallbackLead(whole, section, sections, sense), around, sense);
  const behind = section.blocks.slice(section.blocks.indexOf(whole) + 1);
  lists.drafts.push(...withDeadlineBelow(withHeadingsEnd(read.drafts, section, sense), behind, sense));
  lists.groups.push(...read.groups);
  lists.rows += read.rows;
}

/** "We recommend these replacements:" holds for the labelled lists below it, until other words say something else. */
function runningLead(section: Section, block: Block, sense: DateSense): Lead | null {
  const above = section.blocks.slice(0, section.blocks.indexOf(block));
  const texts = above.flatMap((other) => (other.type === "paragraph" ? [blockText(other)] : []));
  const lead = texts.map((text) => leadOf(text, sense)).findLast((each) => each.says !== null);
  return lead !== undefined && (lead.says === "replacement" || lead.says === "stays") ? lead : null;
}

/** What the section says of its lists when the words right above them do not: a dated sentence, or its heading. */
function fallbackLead(block: Block, section: Section, sections: readonly Section[], sense: DateSense): Lead {
  for (const text of paragraphsAbove(block, section, sections, false)) {
    if (text.length > 300) continue;
    const lead = leadOf(text, sense);
    if ((lead.says === "end" || lead.says === "deprecated") && lead.date !== null) return lead;
  }
  const folded = leadOfFold(section, sections, sense);
  if (folded !== null) return folded;
  const far = dayFurtherUp(section, sections, paragraphsAbove(block, section, sections, false), sense);
  if (far !== null) return { text: "", says: "end", date: far };
  const dated = section.path.findLast((heading) => heading.date !== null);
  if (saysStaying(section, sense)) return { text: "", says: "stays", date: null };
  const state = section.path.findLast((heading) => heading.state !== null || heading.leaving);
  const lead = state === undefined ? null : leadOf(state.thing, sense);
  const says = lead === null || lead.says === "stays" || lead.says === "replacement" ? null : lead.says;
  if (says === null && dated?.date != null && sectionsOver(section, sections).some((text) => removesThem(text)))
    return { text: "", says: "end", date: { date: dated.date, precision: dated.floor === true ? "earliest" : "day" } };
  return {
    text: "",
    says,
    date:
      dated?.date === null || dated === undefined
        ? null
        : { date: dated.date, precision: dated.floor === true ? "earliest" : "day" },
    ...(dated !== undefined && section.path.some((heading) => heading.title && speaksOfLeaving(heading.text))
      ? { weak: true as const }
      : {}),
  };
}

/** A fold-out, a tab or a card that says only what sort of models it holds: the words over all of them count. */
function leadOfFold({ heading, path, index }: Section, sections: readonly Section[], sense: DateSense): Lead | null {
  if (heading?.part !== true || heading.date !== null || heading.month !== null) return null;
  if (heading.state !== null || heading.leaving || saysStays(heading.thing) || speaksOfReplacement(heading.thing))
    return null;
  const over = path.at(-2) ?? null;
  const texts = sections.flatMap((other) => (other.heading === over && other.index < index ? paragraphsOf(other) : []));
  const lead = texts.map((text) => leadOf(text, sense)).findLast((each) => each.says !== null);
  return lead?.says === "end" && lead.date !== null ? lead : null;
}

/** "Not affected" over names, below a heading that tells an end: the nearest one counts. */
function saysStaying({ path }: Section, sense: DateSense): boolean {
  const near = path.findLast((heading) => heading.state !== null || heading.leaving || saysStays(heading.thing));
  if (near === undefined || near.title || near.leaving || !saysStays(near.thing)) return false;
  return leadOf(near.thing, sense).says === "stays";
}

/** "Retired models:" tells the state of what stands below it; a whole sentence does not. */
function isLabel(label: string): boolean {
  return label.length <= 40 && (/[:：]$/.test(label) || !/[.。!！,，、]/.test(label));
}

const REGIONS =
  /\b(?:singapore|beijing|shanghai|hong kong|tokyo|seoul|mumbai|sydney|frankfurt|ireland|london|paris|virginia|oregon|ohio|mainland china|chinese mainland|china|us|usa|eu|europe|asia[- ]pacific|international|global)\b|[a-z]{2}-(?:north|south|east|west|central)[a-z]*-\d|新加坡|北京|上海|香港|东京|国际|中国(?:内地|大陆)|美国|欧洲|弗吉尼亚|法兰克福|シンガポール|東京|싱가포르|서울/giu;

/** The places that a heading names. */
const regionIn = (text: string): string =>
  [...text.matchAll(REGIONS)].map((match) => match[0].toLowerCase()).join(", ");

/** "History" below the title "Deprecations": what was deprecated. */
const HISTORY =
  /^(?:(?:past|earlier|previous)(?: \w+)?|history|archive|done|(?:completed?|finished)(?: (?:batches|rounds|waves|removals|shut-?downs|retirements))?|verlauf|archiv|historique|historial|hist[oó]rico|cronologia|storico)$|^(?:历史|历史记录|過去|履歴|이력|기록)$/iu;

/** "2026", "December 2026": all that a heading over what ended then may say. */
const isSpan = ({ thing, month }: Heading): boolean => /^20\d\d$/.test(thing) || (month !== null && thing.length <= 24);

const isHistoryOfEnds = ({ path, heading }: Section): boolean =>
  heading?.title === false &&
  (HISTORY.test(heading.thing) || isSpan(heading)) &&
  path.some((each) => each.title && (speaksOfLeaving(each.text) || mayTellOfLife(each.text)));

/** "The earlier version isn't retired on that day." */
const DENIES = /\b(?:not|never|neither|nicht|keine?|pas|nunca|não|non|nessun\w*)\b|n['’]t\b|不会|不受|ません|않/iu;

/** What headings and the label right above say of a table or list. */
export function aroundOf(section: Section, label: string): Around {
  const labelled = isLabel(label) ? statesOf(label) : [];
  const heading = section.path.findLast((above) => above.state !== null)?.state ?? null;
  const dated = section.path.some((above) => above.date !== null);
  const leaving =
    section.path.some((above) => above.leaving) ||
    isHistoryOfEnds(section) ||
    label.split(SENTENCE_END).some((sentence) => speaksOfLeaving(sentence) && !DENIES.test(sentence)) ||
    (dated && paragraphsOf(section).some((text) => speaksOfLeaving(text)));
  return {
    section: section.index,
    state: labelled.length === 1 ? (labelled[0] ?? null) : heading,
    leaving,
    notice: dated && leaving,
    kind: section.heading?.title === false ? kindNamed(section.heading.thing) : null,
    subject: subjectOf(section),
    region:
      section.path.map((heading) => (heading.title ? "" : regionIn(heading.text))).findLast((each) => each !== "") ??
      "",
    ...(section.explained === undefined ? {} : { explained: section.explained }),
    from: "table",
  };
}

/** The text of a block, for quotes and prose. */
export function blockText(block: Block): string {
  return block.type === "paragraph" ? oneLine(textOf(block.lines)) : "";
}
