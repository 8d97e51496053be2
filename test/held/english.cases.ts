import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { readNews } from "#src/read/news/index.ts";
import { FOLDER } from "./support.ts";

/**
 * The ways in which English says an end, and those in which it only seems to: verbs, nouns and figures of speech, days that
 * count from other days, days that were moved; things, people, claims and models that go on. `told` is "" for silence.
 */
type Row = { published: string; title: string; text: string; told: string };

const rows = readFileSync(`${FOLDER}english.jsonl`, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Row);

for (const { told, ...item } of rows) {
  test(`${told === "" ? "silent" : "told"}: ${item.text}`, () => {
    const [result] = readNews([{ id: "x", source_kind: "press", lang: "en", ...item }]);
    const models = (result?.models ?? []).map(
      ({ model_id, precision, shutdown }) => `${model_id} ${precision === "month" ? shutdown?.slice(0, 7) : shutdown}`,
    );
    assert.equal(models.toSorted().join(", "), told);
  });
}
