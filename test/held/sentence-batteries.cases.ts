import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { loadNewsItems } from "#src/ingest/news-file.ts";
import { readNews } from "#src/read/news/index.ts";
import { dayOf, plainName, type WantedEnd } from "./support.ts";

/**
 * How a language says that a model ends, and what else it says: short items by writers who had not seen the reader, over
 * every verb, voice, tense, order and form of a day. What is not read yet is named with its reason in `XX.open.txt`; an item
 * that is read must leave that list, so that none is lost again unseen.
 */
const FOLDER = "test/fixtures/sentences/";
const FILES = readdirSync(FOLDER).filter((file) => file.endsWith(".jsonl"));

type Want = WantedEnd & { optional?: boolean; replacements?: string[] };
type Item = { id: string; truth: { models: Want[] } };
type Got = { surface: string; model_id: string; shutdown: string | null; replacements: readonly string[] };

const namesOf = (ids: readonly string[] = []): string => ids.map(plainName).toSorted().join(" ");

function isRight(item: Item, got: readonly Got[]): boolean {
  const left = [...item.truth.models];
  for (const model of got) {
    const place = left.findIndex(
      (want) =>
        want.surface === model.surface &&
        [want.model_id, want.as_written ?? want.model_id].map(plainName).includes(plainName(model.model_id)) &&
        dayOf(want) === dayOf(model) &&
        namesOf(want.replacements) === namesOf(model.replacements),
    );
    if (place < 0) return false;
    left.splice(place, 1);
  }
  return left.every((want) => want.optional === true);
}

for (const file of FILES) {
  const language = file.slice(0, 2);
  test(`sentences in ${language}: all but those named as open are read`, async () => {
    const path = `${FOLDER}${file}`;
    const open = `${FOLDER}${language}.open.txt`;
    const named = existsSync(open) ? (readFileSync(open, "utf8").match(/^\S+/gm) ?? []) : [];
    const items = readFileSync(path, "utf8").trim().split("\n");
    const results = new Map(readNews(await loadNewsItems(path, "2026-11-23")).map((result) => [result.id, result]));
    const wrong = items
      .map((line) => JSON.parse(line) as Item)
      .filter((item) => !isRight(item, results.get(item.id)?.models ?? []))
      .map(({ id }) => id);
    assert.deepEqual(wrong.toSorted(), [...named].toSorted());
  });
}
