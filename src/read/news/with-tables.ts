import { addDays } from "../../core/civil-date.ts";
import type { Fact } from "../../core/fact.ts";
import type { SourceDocument } from "../../core/source.ts";
import { mayServe, providerOf } from "../../core/surface.ts";
import { once } from "../../lib/remember.ts";
import { DELIMITER, parseMarkdown, withTextTables } from "../../parse/index.ts";
import { findModelNames } from "../names/index.ts";
import { readDoc } from "../page.ts";
import { placeIn } from "../page/place.ts";
import { idNamed } from "../prose/identity.ts";
import { RECENT_DAYS } from "../prose/heard.ts";
import { isConsumer, surfacesIn } from "../prose/surfaces.ts";
import type { ProseInput, ProseReading } from "../prose/types.ts";

/** A pipe table with the lines above it that may say what it is about. */
type Found = { above: string[]; lines: string[]; from: number; to: number };

/** Borders, tabs, lines that begin with an id and its day, or that are a day: without any of them no table is looked for. */
const MAY_HOLD =
  /[|\t]|^\S{2,60} (?:\d|\p{L}{3,10}\.? \d)[^\n]{0,30}\d{2}|^(?![#>*\-+])[^\n.]{0,40}(?<!\d)\d{4}[^\n.]{0,20}$/mu;
/** A row need not begin with a border, nor end with one: https://github.github.com/gfm/#tables-extension- */
const ROW = /^\s*\|.*\S|\S\s*\|/;
/** How many lines above a table may speak of it. */
const ABOVE = 4;
const MOST_TABLES = 20;

/**
 * Reads an item whose text holds tables: what a table tells of the ends of models is read by the meaning of its columns, as
 * on a page, and the rest as prose.
 *
 * @param readProse reads the text that is left
 */
export function readWithTables(given: ProseInput, readProse: (input: ProseInput) => ProseReading): ProseReading {
  if (!MAY_HOLD.test(given.text)) return readProse(given);
  const text = withTextTables(given.text);
  const lines = text.split("\n");
  const tables = tablesIn(lines).map((found) => ({ found, facts: factsOf(found, given) }));
  const told = tables.filter(({ facts }) => facts.some((fact) => fact.scheduled));
  if (told.length === 0) return readProse({ ...given, text });
  const read = new Set(told.flatMap(({ found }) => range(found.from, found.to)));
  const left = lines.filter((_, index) => !read.has(index)).join("\n");
  const reading = readProse({ ...given, text: left });
  return withFacts(
    reading,
    placed(
      told.flatMap(({ facts }) => facts),
      reading,
      given,
    ),
    given,
  );
}

function tablesIn(lines: readonly string[]): Found[] {
  const found: Found[] = [];
  for (let at = 1; at < lines.length && found.length < MOST_TABLES; at += 1) {
    if (!DELIMITER.test(lines[at] ?? "") || !ROW.test(lines[at - 1] ?? "")) continue;
    let to = at + 1;
    while (ROW.test(lines[to] ?? "")) to += 1;
    const above = lines
      .slice(Math.max(0, at - 1 - 2 * ABOVE), at - 1)
      .filter((line) => line.trim() !== "" && !ROW.test(line))
      .slice(-ABOVE);
    found.push({ above, lines: lines.slice(at - 1, to), from: at - 1, to });
  }
  return found;
}

function factsOf({ above, lines }: Found, { title, published, evidence }: ProseInput): Fact[] {
  const text = [`# ${title}`, ...above, lines.join("\n")].join("\n\n");
  const document: SourceDocument = {
    spec: {
      id: evidence.source,
      url: evidence.url,
      provider: "unknown",
      surface: "unknown",
      form: "markdown",
      trust: evidence.trust,
      nature: "page",
    },
    url: evidence.url,
    text,
    contentType: null,
    at: published,
  };
  return readDoc(parseMarkdown(text), document, {}, false).facts.filter((fact) => fact.kind === "model");
}

/** Rows seldom say where: it is the place that the item tells of them, of all others, or in its title; else the maker's own. */
function placed(facts: readonly Fact[], whole: ProseReading, { title, text }: ProseInput): Fact[] {
  const spoken = [...whole.facts, ...whole.recalled];
  const places = new Set(spoken.map((fact) => fact.surface));
  const [only] = places;
  const elsewhere = once(() => placeIn(title)?.surface ?? onlyPlaceIn(text));
  return facts.flatMap((fact) => {
    if (fact.surface !== "unknown") return [fact];
    const same = spoken.find((other) => other.model_id.toLowerCase() === fact.model_id.toLowerCase());
    const maker = findModelNames(fact.model_id)[0]?.makerSurface ?? null;
    const named = same?.surface ?? (places.size === 1 ? only : elsewhere());
    const surface = named !== undefined && mayServe(named, maker) ? named : maker;
    return surface == null ? [] : [{ ...fact, surface, provider: providerOf(surface) }];
  });
}

/** The one place that a text names where developers call models. */
function onlyPlaceIn(text: string): string | undefined {
  const places = surfacesIn(text.toLowerCase(), findModelNames(text), text);
  const named = new Set(places.flatMap(({ surface, company }) => (company || isConsumer(surface) ? [] : [surface])));
  const [only] = named;
  return named.size === 1 ? only : undefined;
}

/** What the rows tell counts before what sentences do; what ended long ago is recalled, and no news. */
function withFacts(reading: ProseReading, rows: readonly Fact[], { published }: ProseInput): ProseReading {
  const keyOf = (fact: Fact) => fact.model_id.toLowerCase();
  const ends = rows.filter((fact) => fact.scheduled && fact.shutdown !== null);
  const told = new Set(rows.map((fact) => keyOf(fact)));
  // "Gpt-9 mini ends on D" over the row of its id.
  const isTold = (fact: Fact) =>
    told.has(keyOf(fact)) || ends.some((row) => row.shutdown === fact.shutdown && idNamed(row.model_id, fact.model_id));
  const oldest = addDays(published.slice(0, 10), -RECENT_DAYS);
  const isNews = (fact: Fact) => (fact.shutdown ?? "") >= oldest;
  return {
    ...reading,
    facts: [...ends.filter((fact) => isNews(fact)), ...reading.facts.filter((fact) => !isTold(fact))],
    recalled: [...reading.recalled, ...ends.filter((fact) => !isNews(fact))],
  };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);
