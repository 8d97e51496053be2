import type { Reading, SourceDocument, SourceFamily } from "../core/source.ts";
import { detectForm, parseFeed, parseJson, parseYaml } from "../parse/index.ts";
import { readDataPage } from "../read/page/data.ts";
import { isUnknownPlace } from "../read/page/place.ts";
import { readPage } from "../read/page.ts";
import { readFeedItems } from "../read/prose/feed.ts";
import { readNotesFeed } from "./changelog/read.ts";

export default {
  family: "generic",
  specs: [],
  guards: { minBytes: 100, mustMention: [], minFacts: 0 },
  assumptions:
    "None of the page: any table, list, dated entry or note that names models and dates, a feed, or JSON and YAML with " +
    "such keys. Provider and surface are the configuration's, unless the content names others. A page that never says " +
    "whose models it lists gives no facts.",
  read,
} satisfies SourceFamily;

async function read(document: SourceDocument): Promise<Reading> {
  const form = document.spec.form === "auto" ? detectForm(document.text, document.contentType) : document.spec.form;
  if (form === "json") return known(readDataPage(parseJson(document.text), document), document);
  if (form === "yaml") return known(readDataPage(parseYaml(document.text), document), document);
  if (form === "feed") return known(await readFeed(document), document);
  return known(readPage(document), document);
}

/** A provider's own notes hold lists and tables of models; posts of others are prose, and must say whose models they mean. */
async function readFeed(document: SourceDocument): Promise<Reading> {
  const { spec, url, at } = document;
  if (!isUnknownPlace(spec)) return readNotesFeed(document);
  const feed = await parseFeed(document.text);
  return { facts: readFeedItems(feed, { source: spec.id, url, at, trust: spec.trust }), problems: [] };
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
