import type { Fact } from "../../core/fact.ts";
import type { Reading, SourceDocument } from "../../core/source.ts";
import { oneLine } from "../../lib/one-line.ts";
import { type Block, type Doc, type FeedItem, parseDocument, parseFeed } from "../../parse/index.ts";
import { textOfBlocks } from "../../read/block-text.ts";
import { readDoc, tabledKey } from "../../read/page.ts";
import { namesAsLists } from "../../read/lists/names-alone.ts";
import { dateSense } from "../../read/cells/dates.ts";
import { termsAsItems } from "../../read/page/terms-as-items.ts";
import { withFinished } from "../../read/out-of-preview.ts";
import { findModelNames } from "../../read/names/index.ts";
import { masksFor } from "../../read/page/masks.ts";
import { withCardSubjects } from "../../read/page/prose.ts";
import { besideEntries, entriesOf } from "../../read/prose/entries.ts";
import { idNamed } from "../../read/prose/identity.ts";
import { newestOfEach, readFeedItem } from "../../read/prose/feed.ts";
import {
  groupsOf,
  languageOfAll,
  mayTell,
  type Notice,
  type NoticeContext,
  readNotice,
} from "../../read/prose/notices.ts";
import type { ProseHabits } from "../../read/prose/types.ts";
import { endWords } from "../../read/table/header-words.ts";
import { withYears } from "./month-years.ts";
import { withCorrections } from "./corrections.ts";

const contextOf = (document: SourceDocument, link: string | null = null) => ({
  defaults: { provider: document.spec.provider, surface: document.spec.surface },
  evidence: { source: document.spec.id, url: link ?? document.url, seen_at: document.at, trust: document.spec.trust },
});

/**
 * A changelog page: dated entries, newest statement about a model first. What its tables and lists of days tell is read
 * as on any page, and so is a page whose entries have lost their days.
 *
 * @throws Error when the page has neither a dated entry nor a table or list about the life of models
 */
export function readChangelog(document: SourceDocument, habits: ProseHabits = {}): Reading {
  const doc = parseDocument(document.text, { form: document.spec.form, contentType: document.contentType });
  const entries = entriesOf(doc, document.at);
  if (entries.length === 0) {
    const page = readDoc(doc, document);
    if (page.facts.length === 0) throw new Error("no dated entry on this page");
    return { facts: page.facts, problems: page.problems };
  }
  const newestFirst = entries.toSorted((a, b) => b.day.localeCompare(a.day));
  const context = { ...contextOf(document), habits, groups: groupsOf(entries), lang: languageOfAll(entries) };
  const noticed = newestFirst.flatMap((entry) =>
    readVouched({ ...entry, blocks: withCardSubjects(entry.blocks) }, context),
  );
  const read = holdsRows(doc.blocks) ? withRows(noticed, doc, document, newestFirst) : { facts: noticed, problems: [] };
  const told = withoutNames(newestOfEach(read.facts));
  return { facts: [...told, ...toldBeside(told, doc, document)], problems: read.problems };
}

/** What the sections beside the dated entries ("Upcoming retirements") tell in sentences, of models that no entry tells. */
function toldBeside(told: readonly Fact[], doc: Doc, document: SourceDocument): Fact[] {
  const blocks = besideEntries(doc, document.at);
  if (blocks.length === 0) return [];
  const known = new Set(told.map((fact) => tabledKey(fact)));
  const { facts } = readDoc({ ...doc, meta: {}, blocks }, document);
  return facts.filter((fact) => fact.scheduled && !known.has(tabledKey(fact)));
}

/** "Pixtral 12B ends on D" over "`mistralai/Pixtral-12B-2409` will be shut down on D": one model, by its name and by its id. */
function withoutNames(facts: readonly Fact[]): Fact[] {
  const isName = (fact: Fact) => /^[A-Z][^/]*\s/.test(fact.model_id);
  const ids = facts.filter((fact) => !isName(fact));
  return facts.filter(
    (fact) =>
      !isName(fact) ||
      !ids.some(
        (other) =>
          other.surface === fact.surface && other.shutdown === fact.shutdown && idNamed(other.model_id, fact.model_id),
      ),
  );
}

/** The names that the entry itself vouches for are read as those of models, whoever's they are. */
function readVouched(notice: Notice, context: NoticeContext): Fact[] {
  // Names are looked for in entries that may tell something; most do not.
  if (!mayTell(notice, context)) return [];
  const dated = withYears(notice);
  const sense = dateSense({ at: notice.day, order: null });
  const blocks = namesAsLists(dated.blocks.map((block) => termsAsItems(block, sense)));
  const masks = masksFor(blocks, [], null, notice.title);
  const masked = { ...notice, title: masks.hideText(notice.title), blocks: masks.hide(blocks) };
  const facts = readNotice(masked, context).map((fact) => dated.show(masks.show(fact)));
  return withFinished(facts, () => `${notice.title}\n${textOfBlocks(notice.blocks, true)}`);
}

/** What tables and lists of days tell counts before what the sentences around them do. */
function withRows(
  noticed: readonly Fact[],
  doc: Doc,
  document: SourceDocument,
  entries: readonly Notice[] = [],
): Reading {
  const page = readDoc(doc, document, {}, false);
  const tabled = page.facts
    .filter((fact) => page.tabled.has(tabledKey(fact)) && !isOutdated(fact, noticed, entries))
    .map((fact) => placedAs(fact, noticed))
    .map((fact) => withEntryDay(fact, entries));
  const rows = new Set(tabled.flatMap((fact) => [fact.evidence.quote, rowOf(fact)]));
  const told = new Set(tabled.map((fact) => tabledKey(fact)));
  const others = noticed.filter((fact) => !told.has(tabledKey(fact)) && !rows.has(rowOf(fact)));
  return { facts: [...tabled, ...others], problems: page.problems };
}

/** The last words of a row's quote, by which its entry is found. */
const TAIL = 60;

/** A row of an entry that a newer entry has given another day in its sentences. */
function isOutdated(fact: Fact, noticed: readonly Fact[], entries: readonly Notice[]): boolean {
  const newest = noticed.find((other) => tabledKey(other) === tabledKey(fact));
  if (newest === undefined || newest.shutdown === null || newest.shutdown === fact.shutdown) return false;
  const [own, other] = [entryOf(fact, entries), entryOf(newest, entries)];
  return own >= 0 && other >= 0 && other < own;
}

/** The entry whose words end as the quote does; -1 for none. */
const entryOf = ({ evidence: { quote } }: Fact, entries: readonly Notice[]): number =>
  entries.findIndex(({ blocks }) => oneLine(textOfBlocks(blocks, true)).includes(oneLine(quote).slice(-TAIL)));

/** The entry that holds a row with a day to come is its notice. */
function withEntryDay(fact: Fact, entries: readonly Notice[]): Fact {
  if (fact.announced !== null || fact.shutdown === null || fact.kind !== "model") return fact;
  const entry = entries[entryOf(fact, entries)];
  const before = entry !== undefined && entry.precision === "day" && entry.day < fact.shutdown;
  return before ? { ...fact, announced: entry.day } : fact;
}

/** Rows have no words on the place or the notice: they are those of the sentences and the entry around them on the same end. */
function placedAs(fact: Fact, noticed: readonly Fact[]): Fact {
  const same = noticed.filter((other) => other.model_id === fact.model_id && other.shutdown === fact.shutdown);
  const [first] = same;
  if (first === undefined) return fact;
  // An entry on the last day itself is no notice of it.
  const notice = first.announced !== null && fact.shutdown !== null && first.announced < fact.shutdown;
  const dated = { ...fact, announced: fact.announced ?? (notice ? first.announced : null) };
  if (same.some((other) => other.surface === fact.surface)) return dated;
  return { ...dated, surface: first.surface, provider: first.provider };
}

/** A row as it is quoted behind the sentence over its table: both readers read it, and may name its model otherwise. */
function rowOf({ evidence: { quote } }: Fact): string {
  const bar = quote.indexOf(" | ");
  return bar < 0 ? quote : quote.slice(bar + 3);
}

function holdsRows(blocks: readonly Block[]): boolean {
  return blocks.some(
    (block) =>
      block.type === "table" ||
      block.type === "list" ||
      block.type === "definitions" ||
      ((block.type === "note" || block.type === "update") && holdsRows(block.blocks)),
  );
}

/**
 * "x will be retired on D" over "Use y instead.", "Model retirement: x" over the fields of x: a title that ends its model is
 * the subject of what stands below it.
 */
function withTitled(item: FeedItem, noticed: Fact[], document: SourceDocument, notice: Notice): Fact[] {
  if (findModelNames(item.title).length === 0 || endWords(item.title) === null) return noticed;
  const { spec, url, at } = document;
  const { defaults } = contextOf(document);
  const told = readFeedItem(item, { source: spec.id, url, at, trust: spec.trust, defaults });
  const own = told.filter((fact) => fact.scheduled);
  const idOf = (fact: Fact) => fact.model_id.toLowerCase();
  const ends = new Set(own.map(idOf));
  const instead = new Set(own.flatMap((fact) => fact.replacements.map((id) => id.toLowerCase())));
  const kept = noticed.filter((fact) => ends.has(idOf(fact)) || !instead.has(idOf(fact)));
  // What the words below tell themselves counts before their title.
  if (own.length === 0 || kept.some((fact) => fact.scheduled)) return noticed;
  const isAhead = ({ shutdown }: Fact) => shutdown !== null && shutdown > notice.day;
  return [
    ...own.map((fact) => ({ ...fact, announced: fact.announced ?? (isAhead(fact) ? notice.day : null) })),
    ...kept.filter((fact) => !ends.has(idOf(fact))),
  ];
}

/** A feed whose items are the provider's own notes: each item is one dated entry, tables and lists included. */
export async function readNotesFeed(
  document: SourceDocument,
  habits: ProseHabits = {},
  wanted: (item: FeedItem) => boolean = () => true,
): Promise<Reading> {
  const feed = await parseFeed(document.text);
  const items = feed.items.filter(wanted).toSorted((a, b) => (b.published ?? "").localeCompare(a.published ?? ""));
  const read = items.map((item) => {
    const at = item.published ?? item.updated ?? document.at;
    const day = at.slice(0, 10);
    const { blocks } = parseDocument(item.body, { form: /<[a-z][^>]*>/i.test(item.body) ? "html" : "markdown" });
    const notice = { title: item.title, day, precision: "day" as const, blocks };
    const context = { ...contextOf(document, item.link), habits };
    const noticed = withTitled(item, readVouched(notice, context), document, notice);
    if (!holdsRows(blocks)) return { notice, facts: noticed, problems: [] };
    // One entry is a page of one dated section.
    const entry: Block = { type: "update", label: day, description: item.title, blocks };
    const doc = { title: null, meta: {}, blocks: [entry] };
    return { notice, ...withRows(noticed, doc, { ...document, at, url: item.link ?? document.url }) };
  });
  return { facts: newestOfEach(withCorrections(read)), problems: read.flatMap((each) => each.problems) };
}

/** A feed of posts: each item is read as prose, title and all. */
export async function readPostsFeed(
  document: SourceDocument,
  habits: ProseHabits = {},
  wanted: (item: FeedItem) => boolean = () => true,
): Promise<Reading> {
  const feed = await parseFeed(document.text);
  const items = feed.items.filter(wanted).toSorted((a, b) => (b.published ?? "").localeCompare(a.published ?? ""));
  const { defaults } = contextOf(document);
  const facts = items.flatMap((item) =>
    readFeedItem(item, {
      source: document.spec.id,
      url: document.url,
      at: document.at,
      trust: document.spec.trust,
      defaults,
      habits,
    }),
  );
  return { facts: newestOfEach(facts), problems: [] };
}
