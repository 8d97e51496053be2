import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import type { NewsItem } from "#src/read/news/index.ts";
import { readNews } from "#src/read/news/index.ts";

type TruthModel = {
  surface: string;
  model_id: string;
  as_written?: string;
  shutdown: string | null;
  precision: string | null;
};
type Item = NewsItem & { truth: { is_retirement: boolean; models: TruthModel[]; duplicate_of: string | null } };

async function itemsOf(name: string): Promise<Item[]> {
  const text = await readFile(new URL(`../fixtures/read/${name}`, import.meta.url), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Item);
}

for (const name of ["news-items.jsonl", "news-items-2.jsonl"]) {
  test(`${name}: every item decided right, its models and days found, one story one link`, async () => {
    const items = await itemsOf(name);
    const results = new Map(readNews(items).map((result) => [result.id, result]));
    for (const item of items) {
      const result = results.get(item.id);
      assert.equal(result?.is_retirement, item.truth.is_retirement, `${item.id}: ${item.title}`);
      const have = (result?.models ?? []).map(
        (model) =>
          `${model.surface} ${model.model_id} ${model.shutdown?.slice(0, model.precision === "month" ? 7 : 10)}`,
      );
      const want = item.truth.models.map((model) => `${model.surface} ${model.model_id} ${model.shutdown}`);
      assert.deepEqual(have.toSorted(), want.toSorted(), item.id);
      assert.equal(
        result?.same_as === null,
        item.truth.duplicate_of === null,
        `${item.id}: same as ${result?.same_as}`,
      );
    }
  });
}

test("the language is found without being told", async () => {
  const items = (await itemsOf("news-items.jsonl")).map(({ lang: _lang, ...item }) => item);
  const right = readNews(items).filter(
    (result, index) => result.is_retirement === items[index]?.truth.is_retirement,
  ).length;
  assert.equal(right, items.length);
});

test("a text without a day of its own is read as of its own dates, not of the day it is read", () => {
  const text = "gpt-9-mini will be shut down in the API on May 4, 2025. Use gpt-10-mini.";
  const [known, unknown] = readNews([
    { id: "a", published: "2027-01-01", title: "", text },
    { id: "b", published: "2027-01-01", undated: true, title: "", text },
  ]);
  assert.deepEqual([known?.is_retirement, unknown?.is_retirement], [false, true]);
});
