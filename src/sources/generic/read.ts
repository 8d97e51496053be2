import type { Fact } from "../../core/fact.ts";
import type { Reading, SourceDocument } from "../../core/source.ts";
import { detectForm, parseDocument, parseFeed, parseJson, parseYaml } from "../../parse/index.ts";
import { readChanges } from "../../read/page/changes.ts";
import { readDataPage } from "../../read/page/data.ts";
import { isUnknownPlace } from "../../read/page/place.ts";
import { deprecatedMeansOff } from "../../read/page/rules.ts";
import { pageText } from "../../read/page/text.ts";
import { readPage } from "../../read/page.ts";
import { entriesOf } from "../../read/prose/entries.ts";
import { firstOfEach, readFeedItems } from "../../read/prose/feed.ts";
import { readChangelog, readNotesFeed } from "../changelog/entries.ts";

/** Reads any page, feed or data file by what stands in it. */
export async function read(document: SourceDocument): Promise<Reading> {
  const form = document.spec.form === "auto" ? detectForm(document.text, document.contentType) : document.spec.form;
  if (form === "json") return known(readDataPage(parseJson(document.text), document), document);
  if (form === "yaml") return known(readDataPage(parseYaml(document.text), document), document);
  if (form === "feed") return known(await readFeed(document), document);
  return known(readSite(document), document);
}

const FEWEST_ENTRIES = 3;

/** A page of dated entries without a table of days is a changelog, and is read entry by entry; any other page as a whole. */
function readSite(document: SourceDocument): Reading {
  const page = readPage(document);
  if (isUnknownPlace(document.spec)) return page;
  const isOpen = (fact: Fact) => fact.scheduled && fact.announced === null;
  if (page.dated > 0 && !page.facts.some(isOpen)) return page;
  const doc = parseDocument(document.text, { form: document.spec.form, contentType: document.contentType });
  // A day to come heads no entry: it is the last day of what stands below it.
  const today = document.at.slice(0, 10);
  if (entriesOf(doc, document.at).filter((entry) => entry.day <= today).length < FEWEST_ENTRIES) return page;
  const told = readChangelog(document, { deprecatedMeansOff: deprecatedMeansOff(pageText(doc)) });
  // Past days over lists of names are no entries: read as those they tell less than half.
  const listed = page.tabled.size > 2 * told.facts.filter((fact) => fact.scheduled).length;
  if (page.dated === 0 && !listed) return told.facts.length === 0 ? page : told;
  return { ...page, facts: page.facts.map((fact) => (isOpen(fact) ? withNoticeOf(fact, told.facts) : fact)) };
}

/** The entry in which a table or list tells an end is its notice. */
function withNoticeOf(fact: Fact, entries: readonly Fact[]): Fact {
  const same = entries.find((other) => other.model_id === fact.model_id && other.shutdown === fact.shutdown);
  const isBefore = same?.announced != null && fact.shutdown !== null && same.announced < fact.shutdown;
  return isBefore ? { ...fact, announced: same.announced } : fact;
}

/** A provider's own notes hold lists and tables of models; posts of others are prose, and must say whose models they mean. */
async function readFeed(document: SourceDocument): Promise<Reading> {
  const { spec, url, at } = document;
  const feed = await parseFeed(document.text);
  const bodies = feed.items.map((item) => item.body.replace(/<[^<>]*>/g, " "));
  if (!isUnknownPlace(spec))
    return readNotesFeed(document, { deprecatedMeansOff: deprecatedMeansOff(bodies.join("\n")) });
  const told = readFeedItems(feed, { source: spec.id, url, at, trust: spec.trust });
  return { facts: firstOfEach([...told, ...readChanges(feed, document)]), problems: [] };
}

/** Facts of nobody are no facts: they are reported, so that the operator can name the provider. */
function known(reading: Reading, document: SourceDocument): Reading {
  const facts = reading.facts.filter((fact) => fact.surface !== "unknown" && fact.surface !== "");
  if (facts.length === reading.facts.length) return { facts, problems: reading.problems };
  const lost = reading.facts.length - facts.length;
  const problem = {
    what: `${lost} models of an unknown provider: name provider and surface in the configuration`,
    where: document.url,
  };
  return { facts, problems: [...reading.problems, problem] };
}
