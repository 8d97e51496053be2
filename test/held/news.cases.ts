import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { loadNewsItems } from "#src/ingest/news-file.ts";
import { readNews } from "#src/read/news/index.ts";
import { dayOf, FOLDER, plainName, type WantedEnd } from "./support.ts";

type Item = {
  id: string;
  lang: string;
  title: string;
  truth: { models: WantedEnd[]; duplicate_of: string | null; why: string };
};

const files = ["news.jsonl", "news-2.jsonl", "news-3.jsonl", "news-4.jsonl"].map((file) => FOLDER + file);
const items = files.flatMap((path) =>
  readFileSync(path, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Item),
);
const read = await Promise.all(files.map((path) => loadNewsItems(path, "2026-11-23")));
const results = new Map(read.flatMap((some) => readNews(some)).map((result) => [result.id, result]));

for (const lang of new Set(items.map((item) => item.lang))) {
  test(`news in ${lang}: what ends, where and when, and nothing else`, () => {
    for (const { id, title, truth } of items.filter((item) => item.lang === lang)) {
      const models = results.get(id)?.models ?? [];
      const got = models.map((model) => `${model.surface} ${plainName(model.model_id)} ${dayOf(model)}`);
      const names = (model: WantedEnd) => [
        model.model_id,
        ...(model.as_written === undefined ? [] : [model.as_written]),
      ];
      const wanted = truth.models.filter((model) => model.optional !== true);
      const unmet = wanted.filter(
        (model) => !names(model).some((name) => got.includes(`${model.surface} ${plainName(name)} ${dayOf(model)}`)),
      );
      assert.deepEqual(unmet, [], `${id} ${title} (${truth.why}) gave ${got.join(", ") || "nothing"}`);
      assert.ok(models.length <= Math.max(wanted.length, truth.models.length), `${id} ${title} gave ${got.join(", ")}`);
      assert.equal(models.length > 0, truth.models.length > 0, `${id} ${title} (${truth.why})`);
    }
  });
}

test("one announcement in several tellings is one story", () => {
  const story = (id: string) => results.get(id)?.same_as ?? id;
  const told = items.filter((item) => item.truth.duplicate_of !== null);
  const joined = told.filter((item) => story(item.id) === story(item.truth.duplicate_of ?? ""));
  assert.ok(joined.length >= 0.9 * told.length, `${joined.length} of ${told.length}`);
  const apart = items.filter((item) => item.truth.duplicate_of === null && results.get(item.id)?.same_as !== null);
  const wrong = apart.filter((item) => !items.some((other) => other.truth.duplicate_of === item.id));
  assert.deepEqual(
    wrong.map((item) => item.id),
    [],
  );
});
