import assert from "node:assert/strict";
import { test } from "node:test";
import { readNews } from "#src/read/news/index.ts";

/** Tables within the text of an item, whose rows are read by what their columns mean. Published 2026-09-20. */
const told = (text: string, title = "Model news"): string[] => {
  const [result] = readNews([
    {
      id: "a",
      title,
      text,
      published: "2026-09-20T00:00:00Z",
      url: "https://x.example/a",
      lang: "en",
      source_kind: "blog",
    },
  ]);
  return (result?.models ?? []).map((model) =>
    [model.surface, model.model_id, model.shutdown?.slice(0, 10), ...model.replacements].join(" "),
  );
};

const ROWS =
  "| Model | Released | Retirement date | Use instead |\n|---|---|---|---|\n| gpt-9-mini | 2025-01-05 | 2026-12-01 | gpt-9.5-mini |\n| gpt-9-nano | 2025-02-07 | 2027-01-15 | gpt-9.5-nano |";
const ITEMS: Record<string, [text: string, title: string, told: string[]]> = {
  "the maker's own place, when nothing else is said": [
    `These models will be retired.\n\n${ROWS}\n\nThanks.`,
    "Retirements",
    ["openai-api gpt-9-mini 2026-12-01 gpt-9.5-mini", "openai-api gpt-9-nano 2027-01-15 gpt-9.5-nano"],
  ],
  "the place of the title": [
    `These models will be retired.\n\n${ROWS}`,
    "Retirements in Azure OpenAI",
    ["azure gpt-9-mini 2026-12-01 gpt-9.5-mini", "azure gpt-9-nano 2027-01-15 gpt-9.5-nano"],
  ],
  "one dash to a column under the heads": [
    "These models will be retired.\n\n| 사용 중단 날짜 | 서비스 종료 날짜 | 모델 ID | 대체 모델 |\n| - | - | - | - |\n| 2026-09-04 | 2026-12-01 | `gpt-9-mini` | `gpt-9.5-mini` |",
    "Retirements",
    ["openai-api gpt-9-mini 2026-12-01 gpt-9.5-mini"],
  ],
  "rows without a border before them": [
    "Status of the models:\n| モデル名 | 状態 | 非推奨化日 | 暫定廃止日 |\n|---|---|---|---|\ngpt-9 | アクティブ | N/A | 2027年5月1日以降 |\ngpt-9-mini | 非推奨 | 2026年8月1日 | 2026年12月1日 |",
    "Deprecations",
    ["openai-api gpt-9-mini 2026-12-01"],
  ],
  "a cloud that is spoken of and does not serve this maker": [
    "Our Azure log stream shows errors.\n\n| Old model | New model | When |\n|---|---|---|\n| `gemini-2.0-flash-exp` | `gemini-2.5-flash` | retires 2026-12-01 |",
    "Replace retired model ids",
    ["gemini-api gemini-2.0-flash-exp 2026-12-01 gemini-2.5-flash"],
  ],
  "a release day beside words that there is no day of an end": [
    "| Modelo | Fecha de lanzamiento | Fecha de cierre |\n|---|---|---|\n| gpt-9-mini | 2026-07-05 | No se anunció una fecha de cierre |",
    "Bajas",
    [],
  ],
  "cells on lines of their own": [
    "Those below retire.\nModel\nDate\nReplaced by\ngpt-9-mini\nDecember 1, 2026\ngpt-9.5-mini\ngpt-9-nano\nJanuary 15, 2027\ngpt-9.5-nano",
    "Retirements",
    ["openai-api gpt-9-mini 2026-12-01 gpt-9.5-mini", "openai-api gpt-9-nano 2027-01-15 gpt-9.5-nano"],
  ],
  "the place that a sentence tells": [
    `On Amazon Bedrock these models will be retired.\n\n${ROWS}`,
    "Retirements",
    ["bedrock gpt-9-mini 2026-12-01 gpt-9.5-mini", "bedrock gpt-9-nano 2027-01-15 gpt-9.5-nano"],
  ],
  "what ended long ago is no news": [
    `An overview.\n\n${ROWS.replace("2026-12-01", "2025-12-01")}`,
    "Retirements",
    ["openai-api gpt-9-nano 2027-01-15 gpt-9.5-nano"],
  ],
  "a row counts before a sentence about the same model": [
    `gpt-9-mini will be retired at the end of the year.\n\n${ROWS}`,
    "Retirements",
    ["openai-api gpt-9-mini 2026-12-01 gpt-9.5-mini", "openai-api gpt-9-nano 2027-01-15 gpt-9.5-nano"],
  ],
  "a table of prices tells no end": [
    "New prices.\n\n| Model | Price from 2026-12-01 |\n|---|---|\n| gpt-9-mini | $1 |\n| gpt-9-nano | $2 |",
    "Prices",
    [],
  ],
  "lines of an id and its day, below a line that speaks of an end": [
    "Shutdown dates and successors\ngpt-9-mini 2026-12-01 gpt-9.5-mini\ngpt-9-nano 2027-01-15 (planned) gpt-9.5-nano",
    "Retirements",
    ["openai-api gpt-9-mini 2026-12-01 gpt-9.5-mini", "openai-api gpt-9-nano 2027-01-15 gpt-9.5-nano"],
  ],
  "such lines below a line that speaks of a start": [
    "Release dates\ngpt-9-mini 2026-12-01 gpt-9.5-mini\ngpt-9-nano 2027-01-15 gpt-9.5-nano",
    "Releases",
    [],
  ],
};
for (const [name, [text, title, want]] of Object.entries(ITEMS))
  test(name, () => assert.deepEqual(told(text, title).toSorted(), want.toSorted()));
