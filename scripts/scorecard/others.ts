import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { loadNewsItems } from "../../src/ingest/news-file.ts";
import { decodeBody, parseFeed } from "../../src/parse/index.ts";
import { replay } from "../../src/cli/replay/replay.ts";
import { readTimeline, rootOf } from "../../src/cli/replay/timeline.ts";
import { readNews } from "../../src/read/news/index.ts";
import { CORPUS, SHARED, type Row, score } from "./shared.ts";

type NewsScore = {
  decision: number;
  false_alerts: number;
  models: { f1: number };
  replacements: number;
  same_as: { f1: number };
  mistakes: string[];
};

/** Prose in nine languages. */
export async function newsRows(verbose: boolean): Promise<Row[]> {
  const path = join(SHARED, "news", "items.jsonl");
  const results = readNews(await loadNewsItems(path, "2025-06-19"));
  const got = await score<NewsScore>(join(SHARED, "news", "score.mjs"), results, (file) => [file, path]);
  if (verbose) for (const mistake of got.mistakes) console.log(`  ${mistake}`);
  const row = (name: string, value: number, bar: number): Row => ({
    group: "news",
    name,
    measured: value.toFixed(3),
    bar: `>= ${bar.toFixed(2)}`,
    ok: value >= bar,
  });
  return [
    row("retirement or not", got.decision, 0.96),
    { group: "news", name: "false alerts", measured: String(got.false_alerts), bar: "0", ok: got.false_alerts === 0 },
    row("model and date F1", got.models.f1, 0.93),
    row("same story, pairs F1", got.same_as.f1, 0.9),
  ];
}

/** Broken feeds: each as its line in expected.tsv says. */
export async function malformedRows(): Promise<Row[]> {
  const folder = join(CORPUS, "malformed");
  const expected = readFileSync(join(folder, "expected.tsv"), "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split("\t"));
  const wrong: string[] = [];
  for (const [file, must] of expected) {
    if (file === undefined || must === undefined) continue;
    const got = await readFeedFile(join(folder, file));
    if (!must.split(" | ").some((one) => one.trim() === got)) wrong.push(`${file}: ${got}, not ${must}`);
  }
  for (const line of wrong) console.log(`  ${line}`);
  const files = readdirSync(folder).length - 1;
  return [
    {
      group: "malformed",
      name: `${files} files as expected`,
      measured: `${wrong.length} wrong`,
      bar: "0 wrong",
      ok: wrong.length === 0,
    },
  ];
}

async function readFeedFile(path: string): Promise<string> {
  try {
    const feed = await parseFeed(decodeBody(readFileSync(path), null));
    return `parse ${feed.items.length} items`;
  } catch {
    return "reject";
  }
}

type EventScore = { required: number; matched: number; missed: string[]; false: string[]; duplicate: string[] };

/** Every timeline through the whole pipeline. */
export async function timelineRows(verbose: boolean): Promise<Row[]> {
  const folder = join(CORPUS, "timelines");
  const rows: Row[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".jsonl"))
    .sort()) {
    const path = join(folder, file);
    const lines: unknown[] = [];
    await replay(
      await readTimeline(path),
      rootOf(path, undefined),
      { daily: false, until: null },
      async (line) => void lines.push(line),
    );
    const truth = path.replace(/\.jsonl$/, ".expected.json");
    const got = await score<EventScore>(join(CORPUS, "score.mjs"), lines, (events) => ["--events", events, truth]);
    const measured = `${got.missed.length} missed, ${got.false.length} false, ${got.duplicate.length} duplicate`;
    if (verbose)
      for (const line of [...got.missed, ...got.false, ...got.duplicate]) console.log(`  ${basename(file)}: ${line}`);
    rows.push({
      group: "timelines",
      name: `${basename(file, ".jsonl")} (${got.matched} of ${got.required})`,
      measured,
      bar: "0, 0, 0",
      ok: got.missed.length + got.false.length + got.duplicate.length === 0,
    });
  }
  return rows;
}
