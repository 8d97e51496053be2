import { loadShipped, withShipped } from "#src/catalog/shipped.ts";
import { nextDue } from "#src/countdown/crossings.ts";
import { extractFacts, loadFamilies } from "#src/ingest/index.ts";
import { forget } from "#src/lib/remember.ts";
import { embeddedJson, parseDocument, parseHtml, parseMarkdown, parseText } from "#src/parse/index.ts";
import { readProse } from "#src/read/prose/index.ts";
import { channelsAt, START } from "./events.ts";
import { atMost, type Measured, ratioOf } from "./measure.ts";

/** Eight times the text, at most this many times the CPU time: linear, with room for collections of a larger heap. */
const [TIMES, BOUND] = [8, 14];

/** Text that makes careless patterns and parsers quadratic. */
const PIECES: Readonly<Record<string, string>> = {
  spaces: " ",
  dashes: "-",
  "table borders": "| - ",
  pipes: "|",
  "open tags": "<a ",
  "open components": "<Note>\n",
  "closing tags": "</Note>\n",
  comments: "<!--",
  braces: "{/*",
  quotes: '<Update label="',
  backticks: "`a",
  entities: "&amp",
  newlines: "\n",
  colons: "::: x\n",
};

/** Names and days without an end of their sentence, in a language with spaces and in one without. */
const PROSE: Readonly<Record<string, { lang: string; piece: string }>> = {
  "German names and numbers": {
    lang: "de",
    piece: "stellt das nicht mehr (((( gpt-9 und 12 12 12 no longer be will in 3 ",
  },
  "Japanese days": { lang: "ja", piece: "gpt-9は12日、来月1日に終了すると、5月3日北京时间16日同じ月の15日、" },
};

/** Data scripts that never end. */
const SCRIPTS = ["<script>window.a={", "self.__next_f.push([", "<script>", '{"\\'];

/** `npm run bench -- linear`: hostile text against an eighth of it, CPU time of one run. */
export async function run(): Promise<Measured[]> {
  const rows: Measured[] = [];
  const grows = async (name: string, read: (pieces: number) => unknown, pieces: number): Promise<void> => {
    const ratio = await ratioOf(
      () => read(pieces * TIMES),
      () => read(pieces),
      5,
    );
    rows.push(atMost(`${name}, eight times the text`, ratio, BOUND));
  };
  for (const [name, piece] of Object.entries(PIECES)) {
    await grows(name, (pieces) => readings(piece.repeat(pieces)), Math.ceil(25_000 / piece.length));
  }
  for (const [name, { lang, piece }] of Object.entries(PROSE))
    await grows(name, (pieces) => prose(lang, piece.repeat(pieces)), 200);
  for (const part of SCRIPTS) {
    await grows(`data scripts of ${part}`, (pieces) => embeddedJson(`<script>${part.repeat(pieces)}</script>`), 6_000);
  }
  // Depth itself has a limit (MAX_DEPTH); many deep ones have none.
  await grows("layout tables in one another", (times) => parseHtml(nested(60).repeat(times)), 10);
  const families = await loadFamilies();
  const spec = families.specFor("generic");
  const read = (text: string) =>
    extractFacts(
      { spec, url: spec.url, text, contentType: null, at: "2026-05-01T00:00:00Z" },
      families.familyFor("generic"),
    );
  await grows("objects in one another", (depth) => read(objects(depth)), 8);
  const records = [...withShipped(new Map(), loadShipped(), new Map(), START).values()];
  const channels = channelsAt(
    "slack",
    Array.from({ length: 400 }, (_, n) => `C${n}`),
    "T1",
  );
  await grows(
    "channels whose next milestone is looked for",
    (count) => nextDue({ records, channels: channels.slice(0, count), now: Date.parse(START) }),
    50,
  );
  return rows;
}

function objects(depth: number): string {
  let data: object = { "lynx-1": {}, "lynx-2": {} };
  for (let level = 0; level < depth; level += 1) data = { "lynx-1": data, "lynx-2": {} };
  return JSON.stringify({ models: data });
}

/** A text that a parser refuses for its size or depth has cost what it costs to refuse it. */
function readings(text: string): void {
  for (const read of [parseDocument, parseText, parseMarkdown, parseHtml]) {
    try {
      read(text);
    } catch (cause) {
      if (!(cause instanceof Error) || cause.name !== "ParseLimitError") throw cause;
    }
  }
}

/** Nothing is remembered from the turn before. */
function prose(lang: string, text: string): void {
  forget();
  const evidence = { source: "bench", url: "", seen_at: "2026-05-01T00:00:00Z", trust: "press" as const };
  readProse({ title: "", text, published: "2026-05-01", lang, evidence });
}

function nested(depth: number): string {
  return `${"<table><tr><td>x</td><td>".repeat(depth)}<p>acme-1 ends</p>${"</td></tr></table>".repeat(depth)}`;
}
