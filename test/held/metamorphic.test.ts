import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import { soundFacts } from "#src/catalog/reading.ts";
import { replay, type ReplayLine } from "#src/cli/replay/replay.ts";
import type { Fact } from "#src/core/fact.ts";
import { examine } from "#src/ingest/examine.ts";
import { loadFamilies } from "#src/ingest/index.ts";
import { CONTENT_TYPES, factsOf, FOLDER, type Page, pages } from "./support.ts";

/**
 * What must hold of any page, whatever it says: told in part it alerts nobody, and one day changed in it is told once for
 * each model that it stands for, and for nobody else.
 */
const families = await loadFamilies();
const MOVED_BY_DAYS = 21;
const HOUR_MS = 3_600_000;
const CUTS = [0.02, 0.15, 0.3, 0.45, 0.6, 0.7, 0.8, 0.87, 0.94, 0.98];
const MONTHS = "January February March April May June July August September October November December".split(" ");

/**
 * Cut between two sentences a page bears no mark of it. That one then names a series whose members it lists further down.
 */
const UNMARKED: Record<string, string[]> = {
  // Cut inside a date: "December 3" of "December 30, 2026".
  "bedrock-sections": [
    "date-moved meta.llama3-70b-instruct-v1:0 2026-12-03",
    "date-moved meta.llama3-70b-instruct-v1:0 2026-12-30",
  ],
  "recorded moonshot-models": ["announced moonshot-v1 2026-08-31", "withdrawn moonshot-v1 null"],
};

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "sundown-meta-"));
});
after(() => rm(folder, { recursive: true, force: true }));

const twoDigits = (part: number): string => String(part).padStart(2, "0");

/** A day in the usual forms, each with its year, so that no other number of the page is one by chance. */
const FORMS: ((day: Temporal.PlainDate) => string)[] = [
  (day) => day.toString(),
  (day) => `${MONTHS[day.month - 1]} ${day.day}, ${day.year}`,
  (day) => `${MONTHS[day.month - 1]?.slice(0, 3)} ${day.day}, ${day.year}`,
  (day) => `${day.day} ${MONTHS[day.month - 1]} ${day.year}`,
  (day) => `${day.year}年${day.month}月${day.day}日`,
  (day) => `${twoDigits(day.month)}/${twoDigits(day.day)}/${twoDigits(day.year % 100)}`,
];

/** As long as the source's real pages are: the fixtures are small, and what is too small is refused. */
function padded(page: Page): Page {
  const missing = Math.max(0, families.familyFor(page.truth.source).guards.minBytes - Buffer.byteLength(page.text));
  if (page.contentType.includes("json") || page.contentType.includes("xml"))
    return { ...page, text: page.text + " ".repeat(missing) };
  return {
    ...page,
    text: page.contentType.includes("yaml") ? page.text : `<!-- ${"-".repeat(missing)} -->\n${page.text}`,
  };
}

/** Why the source would refuse the page as a fixture, for example because it has too few rows; null when it is read. */
async function refusal(page: Page): Promise<string | null> {
  const family = families.familyFor(page.truth.source);
  const spec = families.specFor(page.truth.source);
  const { text, contentType } = page;
  const document = { spec, url: spec.url, text, contentType, at: `${page.truth.at}T00:00:00Z` };
  const examined = await examine(document, family);
  return examined.sound ? null : examined.reason;
}

type Moved = { text: string; from: string; to: string; models: string[] };

/** The page with its latest day ahead moved, where that day stands in one form only and nowhere else. */
function movedPage(page: Page, facts: readonly Fact[]): Moved | null {
  const ahead = facts.filter((fact) => fact.kind === "model" && fact.scheduled && fact.precision === "day");
  const days = [...new Set(ahead.map((fact) => fact.shutdown ?? ""))].filter((day) => day > page.truth.at);
  for (const from of days.sort().reverse()) {
    const day = Temporal.PlainDate.from(from);
    const forms = FORMS.filter((form) => page.text.includes(form(day)));
    const [form] = forms;
    if (form === undefined || forms.length > 1) continue;
    const later = day.add({ days: MOVED_BY_DAYS });
    const models = ahead.filter((fact) => fact.shutdown === from).map((fact) => fact.model_id);
    return { text: page.text.replaceAll(form(day), form(later)), from, to: later.toString(), models };
  }
  return null;
}

/** The polls of one page in the order of `texts`, six hours apart, through the whole pipeline. */
async function alertsOf(page: Page, texts: readonly string[]): Promise<ReplayLine[]> {
  const files = new Map([...new Set(texts)].map((text, index) => [text, `${page.name}-${index}`]));
  for (const [text, file] of files) await writeFile(join(folder, file), text);
  const start = Date.parse(page.truth.at);
  const polls = texts.map((text, index) => ({
    at: new Date(start + index * 6 * HOUR_MS).toISOString(),
    source: page.truth.source,
    status: 200,
    file: files.get(text) ?? "",
    content_type: page.contentType,
  }));
  const lines: ReplayLine[] = [];
  await replay(polls, folder, { daily: false, until: null }, async (line) => void lines.push(line));
  return lines;
}

/** The latest recorded page of each source, when the corpus is there. */
function recordedPages(): Page[] {
  const root = fileURLToPath(new URL("../../../shared/corpus/pages/", import.meta.url));
  if (!existsSync(root)) return [];
  return readdirSync(root).flatMap((source) => {
    const file = readdirSync(root + source)
      .filter((name) => /^\d{4}-\d\d-\d\d\./.test(name))
      .sort()
      .at(-1);
    if (file === undefined || !families.specs.has(source)) return [];
    const contentType = CONTENT_TYPES[file.slice(file.lastIndexOf(".") + 1)] ?? "text/plain";
    const { provider, surface } = families.specFor(source);
    const truth = { source, provider, surface, at: file.slice(0, 10), why: "", facts: [] };
    return [{ name: `recorded ${source}`, text: readFileSync(`${root}${source}/${file}`, "utf8"), contentType, truth }];
  });
}

const recorded = recordedPages();
if (recorded.length === 0) void test("recorded pages", { skip: "../shared/corpus is not there" }, () => undefined);
const own = [...pages(), ...pages(`${FOLDER}later/`)].filter(({ truth }) => truth.source !== "generic");
const judged = await Promise.all(
  [...own, ...recorded].map(padded).map(async (page) => ({ page, why: await refusal(page) })),
);
const sound = judged.filter(({ why }) => why === null).map(({ page }) => page);

void test("most pages are large enough for the guards of their sources", (t) => {
  for (const { page, why } of judged) if (why !== null) t.diagnostic(`${page.name} is left out: ${why}`);
  assert.ok(sound.length > 0.7 * judged.length, `${sound.length} of ${judged.length}`);
});

for (const page of sound) {
  void test(`${page.name}: in part it alerts nobody, and a moved day is told once for its models`, async (t) => {
    // Of rows that differ by region the first day counts.
    const told = await factsOf(families, page, "own");
    const { facts } = soundFacts(told, `${page.truth.at}T00:00:00Z`);
    const moved = movedPage(page, facts);
    const parts = CUTS.map((share) => page.text.slice(0, Math.floor(page.text.length * share)));
    const whole = page.text;
    const texts = [whole, whole, ...parts.flatMap((part) => [part, part, whole]), whole];
    if (moved === null) t.diagnostic("no day ahead that can be moved by its text");
    else texts.push(moved.text, moved.text);
    const lines = await alertsOf(page, texts);
    const alerts = lines.map(
      (line) => `${String(line["kind"])} ${String(line["model_id"])} ${String(line["shutdown"])}`,
    );
    // Where it moves beyond the day of another region, that one is the first then.
    const place = ({ model_id, surface, version }: Fact) => `${model_id}|${surface}|${version}`;
    const first = (model: string) => {
      const moving = facts.filter((fact) => fact.model_id === model && fact.shutdown === moved?.from).map(place);
      const others = told.filter(
        (fact) => fact.scheduled && fact.shutdown !== moved?.from && moving.includes(place(fact)),
      );
      return [moved?.to ?? "", ...others.map(({ shutdown }) => shutdown ?? "")].toSorted((a, b) =>
        a.localeCompare(b),
      )[0];
    };
    const wanted = (moved?.models ?? []).map((model) => `date-moved ${model} ${first(model)}`);
    assert.deepEqual(alerts.filter((line) => UNMARKED[page.name]?.includes(line) !== true).sort(), wanted.sort());
  });
}
