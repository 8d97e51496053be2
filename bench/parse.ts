import { existsSync, readdirSync, readFileSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { load } from "cheerio/slim";
import { lexer } from "marked";
import Parser from "rss-parser";
import { extractFacts, loadFamilies } from "../src/ingest/index.ts";
import { decodeBody, parseFeed, parseHtml, parseMarkdown } from "../src/parse/index.ts";

export type BenchResult = { name: string; ratio: number; bound: number; ok: boolean };

/** Our whole reading against the parser that it stands on. */
const AGAINST_BARE = 3;
/** Twice the rows, at most this many times the time. */
const LINEAR = 2.1;

const WARM_MS = 1_500;
const MOST_WARM = 150;

// Growth is measured from a clean heap; otherwise the smaller document pays for what the larger one left behind.
setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

const pages = new URL("../../shared/corpus/pages/", import.meta.url);

/**
 * Compares the reading of the largest recorded page of each form with the bare parser, and a table of 0.95 MB with one of
 * half its rows. CPU time of this process, interleaved in one run, the least of many turns (other work on the machine
 * only adds); ratios only, since a machine's own speed means nothing. Without the recorded pages only the made-up tables
 * are measured.
 */
export async function run(): Promise<BenchResult[]> {
  const results: BenchResult[] = [];
  if (existsSync(pages)) {
    const [htmlPage, markdownPage, feedPage, jsonPage] = [".html", ".md", ".xml", ".json"].map((end) => largest(end));
    const html = htmlPage?.text ?? "";
    const markdown = markdownPage?.text ?? "";
    const feed = feedPage?.text ?? "";
    const json = jsonPage?.text ?? "";
    const parser = new Parser();
    results.push(
      await compare(
        "HTML page against cheerio/slim",
        () => parseHtml(html),
        () => load(html),
      ),
      await compare(
        "Markdown page against marked",
        () => parseMarkdown(markdown),
        () => lexer(markdown),
      ),
      await compare(
        "feed against rss-parser",
        () => parseFeed(feed),
        () => parser.parseString(feed),
      ),
      await compare("whole reading of the HTML page against cheerio/slim", await wholeReading(htmlPage), () =>
        load(html),
      ),
      await compare("whole reading of the Markdown page against marked", await wholeReading(markdownPage), () =>
        lexer(markdown),
      ),
      await compare("whole reading of the feed against rss-parser", await wholeReading(feedPage), () =>
        parser.parseString(feed),
      ),
      await compare("whole reading of the JSON against JSON.parse", await wholeReading(jsonPage), () =>
        JSON.parse(json),
      ),
    );
  }
  const [half, whole] = [htmlTable(4_750), htmlTable(9_500)];
  results.push(
    await compare(
      "HTML table of 0.95 MB against half of it",
      () => parseHtml(whole),
      () => parseHtml(half),
      LINEAR,
    ),
  );
  const table = (rows: number) =>
    wholeReading({ source: "openai-deprecations", day: "2026-11-01", text: htmlTable(rows) });
  results.push(
    await compare(
      "whole reading of an HTML table of 0.95 MB against half of it",
      await table(9_500),
      await table(4_750),
      LINEAR,
    ),
  );
  const [halfDrawn, wholeDrawn] = [drawnTable(4_750), drawnTable(9_500)];
  results.push(
    await compare(
      "Markdown table of 0.95 MB against half of it",
      () => parseMarkdown(wholeDrawn),
      () => parseMarkdown(halfDrawn),
      LINEAR,
    ),
  );
  return results;
}

async function compare(
  name: string,
  ours: () => unknown,
  bare: () => unknown,
  bound: number = AGAINST_BARE,
): Promise<BenchResult> {
  // Warm first: both sides are optimised before either is measured, as they are in a bot that polls for weeks. V8 takes
  // some dozens of turns for that, of the larger program more than of the smaller one.
  const warmUntil = performance.now() + WARM_MS;
  for (let turn = 0; turn < 3 || (turn < MOST_WARM && performance.now() < warmUntil); turn += 1) {
    await ours();
    await bare();
  }
  const once = await cpuMs(ours);
  const repeat = Math.max(1, Math.ceil(15 / Math.max(once, 0.1)));
  const mine: number[] = [];
  const theirs: number[] = [];
  for (let turn = 0; turn < 11; turn += 1) {
    mine.push(await cpuMs(ours, repeat, bound === LINEAR));
    theirs.push(await cpuMs(bare, repeat, bound === LINEAR));
  }
  const ratio = Math.min(...mine) / Math.min(...theirs);
  return { name, ratio, bound, ok: ratio <= bound };
}

async function cpuMs(work: () => unknown, times = 1, clean = false): Promise<number> {
  if (clean) collectGarbage();
  const before = process.cpuUsage();
  for (let turn = 0; turn < times; turn += 1) await work();
  const spent = process.cpuUsage(before);
  return (spent.user + spent.system) / 1_000;
}

type Page = { source: string; day: string; text: string };

/** Parse and facts, by the family that owns the source. Nothing is remembered from one reading to the next. */
async function wholeReading(page: Page | undefined): Promise<() => unknown> {
  if (page === undefined) throw new Error("there is no recorded page of that form");
  const families = await loadFamilies();
  const spec = families.specFor(page.source);
  const document = { spec, url: spec.url, text: page.text, contentType: null, at: `${page.day}T00:00:00Z` };
  return () => extractFacts(document, families.familyFor(page.source));
}

function largest(extension: string): Page {
  let best: Uint8Array = new Uint8Array();
  let found = { source: "", day: "" };
  for (const entry of readdirSync(pages, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !entry.name.endsWith(extension) || entry.parentPath.includes("faults")) continue;
    const bytes = readFileSync(`${entry.parentPath}/${entry.name}`);
    if (bytes.byteLength <= best.byteLength) continue;
    best = bytes;
    found = { source: entry.parentPath.split("/").at(-1) ?? "", day: entry.name.slice(0, 10) };
  }
  return { ...found, text: decodeBody(best, null) };
}

function htmlTable(rows: number): string {
  const row = (n: number) =>
    `<tr><td><code>acme-model-${n}</code></td><td>May 1, 2027</td><td>Retired</td><td>acme-model-${n + 1}</td></tr>\n`;
  return `<html><body><table><tr><th>Model</th><th>Off</th><th>State</th><th>Instead</th></tr>${repeat(rows, row)}</table></body></html>`;
}

function drawnTable(rows: number): string {
  const row = (n: number) =>
    `| \`acme-model-${n}\` | May 1, 2027 and then some words of advice | **Retired** for everybody | [acme-model-${n + 1}](/m) |\n`;
  return `# Models\n\n| Model | Off | State | Instead |\n| --- | --- | --- | --- |\n${repeat(rows, row)}`;
}

function repeat(rows: number, row: (n: number) => string): string {
  return Array.from({ length: rows }, (_, n) => row(n)).join("");
}
