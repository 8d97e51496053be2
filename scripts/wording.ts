import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { readNews } from "../src/read/news/index.ts";
import { likelihoodBy, WORDING_FILE } from "../src/read/prose/wording.ts";
import { LIMIT, SHORTEST } from "../src/read/prose/second-look.ts";
import { readOptions } from "./options.ts";
import { type Example, train } from "./second-look/train.ts";

const FOLDER = new URL("../test/fixtures/held/", import.meta.url);

type Item = { id: string; published: string; title: string; text: string; truth: { is_retirement: boolean } };
type Held = { file: string; items: Item[] };

/** Our own items with their truths, by file. */
function held(): Held[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".jsonl"));
  return files.sort().map((file) => {
    const lines = readFileSync(new URL(file, FOLDER), "utf8").split("\n");
    const items = lines.flatMap((line) => (line.trim() === "" ? [] : [JSON.parse(line) as Partial<Item>]));
    return {
      file,
      items: items.filter((item): item is Item => item.truth !== undefined && typeof item.text === "string"),
    };
  });
}

const exampleOf = ({ title, text, truth }: Item): Example => ({ text: `${title}\n${text}`, ends: truth.is_retirement });

/** Each file judged by a model that has not seen it, beside what the reader says of it. */
function crossed(sets: readonly Held[]): void {
  for (const { file, items } of sets) {
    const long = items.filter(({ text }) => text.length >= SHORTEST);
    if (long.length < 20) continue;
    const others = sets.filter((other) => other.file !== file).flatMap((other) => other.items.map(exampleOf));
    const likelihood = likelihoodBy(train(others));
    const judged = long.map((item) => ({ ends: item.truth.is_retirement, score: likelihood(exampleOf(item).text) }));
    const right = judged.filter(({ ends, score }) => ends === score > 0.5).length;
    const told = new Set(readNews(long).flatMap((one) => (one.is_retirement ? [one.id] : [])));
    const low = long.filter((item, index) => (judged[index]?.score ?? 1) <= LIMIT && item.truth.is_retirement).length;
    const kept = long.filter((item) => told.has(item.id) === item.truth.is_retirement).length;
    console.log(
      `${file.padEnd(20)} ${long.length} texts: right by wording ${(right / long.length).toFixed(2)}, by the reader ${(kept / long.length).toFixed(2)}; retirements lost by the limit: ${low}`,
    );
  }
}

/**
 * `npm run wording [-- --cross]`: makes the model of wordings anew from our own items in test/fixtures/held; with `--cross` it
 * only measures, each file by a model of the others.
 */
const { values } = readOptions("wording [-- --cross]", { options: { cross: { type: "boolean" } } });
const sets = held();
if (values.cross === true) crossed(sets);
else {
  const model = train(sets.flatMap(({ items }) => items.map(exampleOf)));
  writeFileSync(WORDING_FILE, `${JSON.stringify(model)}\n`);
  console.log(`${WORDING_FILE.pathname}: from ${sets.reduce((sum, { items }) => sum + items.length, 0)} texts`);
}
