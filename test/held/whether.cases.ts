import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readNews } from "#src/read/news/index.ts";
import { FOLDER } from "./support.ts";

/**
 * Short items in nine languages. `told` is "" where nothing ends for developers: what is denied, made up, sent by
 * mistake, possible at the earliest, of a part, of one plan, or long past. Beside them stand the same words where a model
 * does end, and ends that look like faults or are told in other words.
 */
type Row = { lang: string; published: string; title: string; text: string; told: string };

/** The second file says an end, and what is none, in a hundred ways of Japanese and as many of Korean. */
const rows = ["whether.jsonl", "whether-east.jsonl"].flatMap((file) =>
  readFileSync(FOLDER + file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Row),
);

for (const { told, ...item } of rows) {
  test(`${told === "" ? "silent" : "told"}: ${item.lang} ${item.title || item.text}`, () => {
    const [result] = readNews([{ id: "x", source_kind: "press", ...item }]);
    const models = (result?.models ?? []).map((fact) => `${fact.model_id} ${fact.shutdown}`);
    assert.equal(models.join(", "), told);
  });
}
