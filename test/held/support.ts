import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Fact } from "#src/core/fact.ts";
import type { SourceDocument } from "#src/core/source.ts";
import { extractFacts, type Families, loadFamilies } from "#src/ingest/index.ts";
import { readProse } from "#src/read/prose/index.ts";

export const FOLDER: string = fileURLToPath(new URL("../fixtures/held/", import.meta.url));

export const CONTENT_TYPES: Record<string, string> = {
  md: "text/markdown",
  mdx: "text/markdown",
  html: "text/html",
  xml: "application/xml",
  json: "application/json",
  yaml: "application/yaml",
};

/** A page of ours and what it says. */
export type Page = { name: string; text: string; contentType: string; truth: Truth };

type Truth = { source: string; provider: string; surface: string; at: string; why: string; facts: string[] };

/** One row of a truth: `id | shutdown, perhaps " earliest" | announced or - | replacements | flags`. */
type Row = {
  ids: string[];
  shutdowns: (string | null)[];
  earliest: boolean | null;
  version: string | null;
  /** undefined: not judged. */
  announced: string | undefined;
  replacements: string[] | undefined;
  optional: boolean;
};

export type Score = {
  f1: number;
  tp: number;
  fp: number;
  fn: number;
  replacements: { right: number; of: number };
  announced: { right: number; of: number };
  mistakes: string[];
};

export function pages(folder: string = FOLDER): Page[] {
  const files = readdirSync(folder).sort();
  return files
    .filter((file) => file.endsWith(".expected.json"))
    .map((file) => {
      const name = file.slice(0, -".expected.json".length);
      const body = files.find((each) => each.startsWith(`${name}.`) && each !== file);
      if (body === undefined) throw new Error(`${file} has no page`);
      const truth = JSON.parse(readFileSync(folder + file, "utf8")) as Truth;
      const contentType = CONTENT_TYPES[body.slice(body.lastIndexOf(".") + 1)] ?? "text/plain";
      return { name, text: readFileSync(folder + body, "utf8"), contentType, truth };
    });
}

/** Reads a page as `extract` does: by its own source, or by `generic` with only the provider and the surface told. */
export async function factsOf(families: Families, page: Page, by: "own" | "generic"): Promise<Fact[]> {
  const { source, provider, surface, at } = page.truth;
  const reader = by === "own" ? source : "generic";
  const told = { provider, surface, trust: "provider" as const, nature: "page" as const };
  const spec = families.specFor(reader, reader === "generic" ? told : {});
  const document: SourceDocument = {
    spec,
    url: spec.url,
    text: page.text,
    contentType: page.contentType,
    at: `${at}T00:00:00Z`,
  };
  return (await extractFacts(document, families.familyFor(reader))).facts;
}

/** By the corpus's rules: surface, id, day, firmness and version (where both tell one) must agree, one fact to a row. */
export function score(facts: readonly Fact[], truth: Truth): Score {
  const rows = truth.facts.map(rowOf);
  const left = new Set(rows);
  const told = facts.filter((fact) => fact.kind === "model" && fact.scheduled);
  const result: Score = {
    f1: 0,
    tp: 0,
    fp: 0,
    fn: 0,
    replacements: { right: 0, of: 0 },
    announced: { right: 0, of: 0 },
    mistakes: [],
  };
  const versioned = told.toSorted((a, b) => Number(a.version === null) - Number(b.version === null));
  for (const fact of versioned) {
    const fits = (row: Row) => fact.surface === truth.surface && agrees(fact, row);
    const row = [...left].find((each) => !each.optional && fits(each));
    if (row === undefined) {
      if (rows.some((each) => each.optional && fits(each))) continue;
      result.fp += 1;
      result.mistakes.push(`spurious ${label(fact)}`);
      continue;
    }
    left.delete(row);
    result.tp += 1;
    judge(fact, row, result);
  }
  for (const row of [...left].filter((each) => !each.optional)) {
    result.fn += 1;
    result.mistakes.push(`missed ${row.ids[0]} ${row.version ?? ""} ${row.shutdowns.join(" or ")}`);
  }
  const wrong = result.fp + result.fn;
  result.f1 = result.tp + wrong === 0 ? 1 : (2 * result.tp) / (2 * result.tp + wrong);
  return result;
}

function judge(fact: Fact, row: Row, result: Score): void {
  if (row.announced !== undefined) {
    result.announced.of += 1;
    if (fact.announced === row.announced) result.announced.right += 1;
    else result.mistakes.push(`announced ${fact.model_id}: ${fact.announced}, not ${row.announced}`);
  }
  if (row.replacements !== undefined && row.replacements.length > 0) {
    result.replacements.of += 1;
    if (loose(fact.replacements) === loose(row.replacements)) result.replacements.right += 1;
    else
      result.mistakes.push(
        `replacements of ${fact.model_id}: ${fact.replacements.join()}, not ${row.replacements.join()}`,
      );
  }
}

const loose = (names: readonly string[]) =>
  [...new Set(names.map((name) => name.toLowerCase().replace(/[\s._]+/g, "-")))].sort().join(" ");

function agrees(fact: Fact, row: Row): boolean {
  const id = fact.model_id.trim().toLowerCase();
  return (
    row.ids.includes(id) &&
    row.shutdowns.includes(fact.shutdown) &&
    (row.earliest === null || row.earliest === (fact.precision === "earliest")) &&
    (row.version === null || fact.version === null || row.version === fact.version)
  );
}

function label(fact: Fact): string {
  return `${fact.surface} ${fact.model_id} ${fact.version ?? ""} ${fact.shutdown} ${fact.precision ?? ""}`;
}

function rowOf(text: string): Row {
  const [id = "", when = "", announced = "-", replacements = "", flags = ""] = text
    .split("|")
    .map((part) => part.trim());
  const flag = new Map<string, string | undefined>();
  for (const one of flags.split(/ (?=[a-z]+=|optional)/)) {
    const [key = "", value] = one.split("=", 2);
    flag.set(key, value);
  }
  const [shutdown = "-", firmness] = when.split(" ");
  const also = flag.get("dates");
  const accepted = flag.get("accept");
  const list = replacements === "" ? [] : replacements.split(",").map((name) => name.trim());
  return {
    ids: [id, ...(accepted === undefined ? [] : [accepted])].map((name) => name.toLowerCase()),
    shutdowns: [shutdown === "-" ? null : shutdown, ...(also === undefined ? [] : [also])],
    earliest: flag.has("precision") ? null : firmness === "earliest",
    version: flag.get("version") ?? null,
    announced: announced === "-" || flag.has("announced") ? undefined : announced,
    replacements: flag.has("repl") ? undefined : list,
    optional: flag.has("optional"),
  };
}

const known = await loadFamilies();

/** What the reader of unknown pages finds in a text, as of 2026-09-20, for a provider "acme". */
export async function factsOfText(
  text: string,
  form: "markdown" | "html" | "json" | "yaml" | "feed" | "text" = "markdown",
): Promise<Fact[]> {
  const spec = { ...known.specFor("generic"), provider: "acme", surface: "acme", form };
  const document = { spec, url: "https://acme.example/models", text, contentType: null, at: "2026-09-20T00:00:00Z" };
  return (await extractFacts(document, known.familyFor("generic"))).facts;
}

/** The ends that prose of a provider "acme" tells, as "id day replacements". */
export function endsInProse(text: string, published = "2026-09-10"): string[] {
  return readAcme(text, published).facts.map((fact) => [fact.model_id, fact.shutdown, ...fact.replacements].join(" "));
}

/** What prose of a provider "acme" says in its own changelog. */
export const readAcme = (text: string, published: string): ReturnType<typeof readProse> =>
  readProse({
    title: "",
    text,
    published,
    defaults: { provider: "acme", surface: "acme-api" },
    evidence: { source: "x", url: "https://acme.example/x", seen_at: published, trust: "provider" },
    habits: { ownChangelog: true },
  });

export { dayOf, plainName, type WantedEnd } from "../../scripts/learned/examples.ts";
