import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { isCivilDate } from "../../src/core/civil-date.ts";
import type { SourceSpec } from "../../src/core/source.ts";
import { extractFacts, type Families } from "../../src/ingest/index.ts";
import { decodeBody } from "../../src/parse/index.ts";
import { atMost } from "../../src/lib/at-most.ts";
import { CORPUS, mean, percent, type Row, score } from "./shared.ts";

const AGGREGATORS = ["deprecations-info-json", "deprecations-info-rss", "litellm-prices", "openrouter-models"];
const CONTENT_TYPES: Record<string, string> = {
  ".md": "text/markdown",
  ".mdx": "text/markdown",
  ".html": "text/html",
  ".json": "application/json",
};

type PageScore = {
  source: string;
  page: string;
  f1: number;
  tp: number;
  fp: number;
  fn: number;
  duplicates: number;
  traps_hit: number;
  replacements: { right: number; of: number };
  announced: { right: number; of: number };
  missed: string[];
  spurious: string[];
};

/** Every recorded page with a truth: `{source: "openai-deprecations" | "feeds/x", page, truth}`. */
function recordedPages(): { source: string; page: string; truth: string }[] {
  const pages: { source: string; page: string; truth: string }[] = [];
  const truths = readdirSync(join(CORPUS, "truth"), { recursive: true, encoding: "utf8" });
  for (const truth of truths.filter((name) => name.endsWith(".json") && !name.endsWith(".negatives.json")).sort()) {
    const source = truth.slice(0, truth.lastIndexOf("/"));
    const stem = basename(truth, ".json");
    const folder = join(CORPUS, "pages", source);
    if (!existsSync(folder)) continue;
    const file = readdirSync(folder).find((name) => name.slice(0, name.length - extname(name).length) === stem);
    if (file !== undefined) pages.push({ source, page: join(folder, file), truth: join(CORPUS, "truth", truth) });
  }
  return pages;
}

async function scorePage(
  families: Families,
  entry: { source: string; page: string; truth: string },
  reader: string,
  given: Partial<SourceSpec>,
): Promise<PageScore> {
  const contentType = CONTENT_TYPES[extname(entry.page)] ?? null;
  const spec = families.specFor(reader, given);
  const day = /\d{4}-\d{2}-\d{2}/.exec(basename(entry.page))?.[0] ?? "";
  const at = `${isCivilDate(day) ? day : "2026-11-01"}T00:00:00Z`;
  const text = decodeBody(readFileSync(entry.page), contentType);
  const facts = await extractFacts({ spec, url: spec.url, text, contentType, at }, families.familyFor(reader))
    .then((reading) => reading.facts)
    .catch(() => []);
  const result = await score<Omit<PageScore, "source" | "page">>(join(CORPUS, "score.mjs"), facts, (file) => [
    file,
    entry.truth,
  ]);
  return { ...result, source: entry.source, page: basename(entry.page) };
}

/** F1 of many pages at once, from their summed counts. */
function pooled(scores: readonly PageScore[]): number {
  const sum = (pick: (one: PageScore) => number) => scores.reduce((all, one) => all + pick(one), 0);
  const tp = sum((one) => one.tp);
  const wrong = sum((one) => one.fp) + sum((one) => one.fn);
  return tp + wrong === 0 ? 1 : (2 * tp) / (2 * tp + wrong);
}

const isAggregator = (source: string) => AGGREGATORS.includes(source) || source.startsWith("feeds/");

function worst(scores: readonly PageScore[], verbose: boolean): void {
  if (!verbose) return;
  for (const one of scores.filter((each) => each.fp + each.fn > 0)) {
    console.log(`  ${one.source} ${one.page}: F1 ${one.f1.toFixed(3)}`);
    for (const line of one.missed) console.log(`    missed   ${line}`);
    for (const line of one.spurious) console.log(`    spurious ${line}`);
  }
}

/** Every page by its own reader. */
export async function pageRows(families: Families, verbose: boolean): Promise<Row[]> {
  const scores: PageScore[] = [];
  await atMost(
    2,
    recordedPages(),
    async (entry) => void scores.push(await scorePage(families, entry, entry.source, {})),
  );
  worst(scores, verbose);
  const rows: Row[] = [];
  const bySource = Map.groupBy(
    scores.filter((one) => !isAggregator(one.source)),
    (one) => one.source,
  );
  const f1s: number[] = [];
  for (const [source, pages] of [...bySource].sort(([a], [b]) => a.localeCompare(b))) {
    const f1 = mean(pages.map((page) => page.f1));
    f1s.push(f1);
    const wrong = pages.reduce((sum, page) => sum + page.fp + page.fn, 0);
    rows.push({
      group: "pages",
      name: source,
      measured: f1.toFixed(3),
      bar: ">= 0.95, or one row wrong",
      ok: f1 >= 0.95 || wrong <= 1,
    });
  }
  rows.push({
    group: "pages",
    name: "mean of the sources",
    measured: mean(f1s).toFixed(3),
    bar: ">= 0.98",
    ok: mean(f1s) >= 0.98,
  });
  for (const source of ["openai-deprecations", "anthropic-deprecations", "gemini-deprecations"]) {
    const low = Math.min(...(bySource.get(source) ?? []).map((page) => page.f1));
    rows.push({
      group: "pages",
      name: `${source}, worst page`,
      measured: low.toFixed(3),
      bar: ">= 0.97",
      ok: low >= 0.97,
    });
  }
  const aggregators = pooled(scores.filter((one) => isAggregator(one.source)));
  rows.push({
    group: "pages",
    name: "aggregators and feeds together",
    measured: aggregators.toFixed(3),
    bar: ">= 0.95",
    ok: aggregators >= 0.95,
  });
  const total = (pick: (one: PageScore) => number) => scores.reduce((sum, one) => sum + pick(one), 0);
  const traps = total((one) => one.traps_hit);
  const twice = total((one) => one.duplicates);
  rows.push({ group: "pages", name: "facts from negatives", measured: String(traps), bar: "0", ok: traps === 0 });
  rows.push({ group: "pages", name: "facts told twice", measured: String(twice), bar: "0", ok: twice === 0 });
  const replaced = [total((one) => one.replacements.right), total((one) => one.replacements.of)] as const;
  const announced = [total((one) => one.announced.right), total((one) => one.announced.of)] as const;
  rows.push({
    group: "pages",
    name: "replacements right",
    measured: percent(...replaced),
    bar: ">= 95 %",
    ok: replaced[0] >= 0.95 * replaced[1],
  });
  rows.push({
    group: "pages",
    name: "announcement days right",
    measured: percent(...announced),
    bar: ">= 98 %",
    ok: announced[0] >= 0.98 * announced[1],
  });
  return rows;
}

/** The providers' pages of one surface, read with no knowledge but name and surface. */
export async function genericRows(families: Families, verbose: boolean): Promise<Row[]> {
  const entries = recordedPages().filter(({ source }) => {
    const spec = families.specs.get(source);
    return spec !== undefined && spec.trust === "provider" && !isAggregator(source);
  });
  const scores: PageScore[] = [];
  await atMost(2, entries, async (entry) => {
    const { provider, surface } = families.specFor(entry.source);
    const given = { provider, surface, trust: "provider" as const, nature: "page" as const };
    scores.push(await scorePage(families, entry, "generic", given));
  });
  worst(scores, verbose);
  const bySource = Map.groupBy(scores, (one) => one.source);
  const f1s = [...bySource.values()].map((pages) => mean(pages.map((page) => page.f1)));
  const lowest = [...bySource]
    .map(([source, pages]) => ({ source, f1: mean(pages.map((page) => page.f1)) }))
    .sort((a, b) => a.f1 - b.f1)[0];
  return [
    {
      group: "generic",
      name: "mean of the sources",
      measured: mean(f1s).toFixed(3),
      bar: ">= 0.90",
      ok: mean(f1s) >= 0.9,
    },
    {
      group: "generic",
      name: "lowest source",
      measured: `${lowest?.source ?? "none"} ${lowest?.f1.toFixed(3) ?? ""}`,
      bar: "(no bar)",
      ok: true,
    },
  ];
}
