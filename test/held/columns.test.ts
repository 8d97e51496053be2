import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** Tables whose columns mean more than their names say. As of 2026-09-20. */
const told = async (text: string): Promise<string[]> =>
  (await factsOfText(text))
    .filter((fact) => fact.kind === "model" && fact.scheduled)
    .map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`.trim())
    .toSorted();

const BOTH = ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2027-01-15 acme-b-2"];
const rows = (heads: string, ...body: string[]) =>
  [heads, heads.replace(/[^|]+/g, "---"), ...body].map((row) => `|${row}|`).join("\n");
const MOVED = [
  "`acme-a-1`|October 1, 2026|December 1, 2026|`acme-a-2`",
  "`acme-b-1`|October 1, 2026|January 15, 2027|`acme-b-2`",
];

const TABLES: Record<string, [string, string[]]> = {
  // Days before and after a move.
  "moved days": [`## Changed shutdown dates\n\n${rows("Model|Old date|New date|Replacement", ...MOVED)}`, BOTH],
  "moved days, before and after": [`## Shutdown dates have moved\n\n${rows("Model|Before|After|Use", ...MOVED)}`, BOTH],
  "moved days, previous and current": [
    `## Retirements: revised schedule\n\n${rows("Model|Previous retirement date|Revised retirement date|Replacement", ...MOVED)}`,
    BOTH,
  ],
  "moved days, in German": [
    `## Verschobene Abschaltungen\n\n${rows("Modell|Bisher|Neu|Ersatz", "`acme-a-1`|01.10.2026|01.12.2026|`acme-a-2`", "`acme-b-1`|01.10.2026|15.01.2027|`acme-b-2`")}`,
    BOTH,
  ],
  "moved days, in Korean": [
    `## 모델 종료 일정 변경\n\n${rows("모델|변경 전|변경 후|대체 모델", "acme-a-1|2026년 10월 1일|2026년 12월 1일 (화) 14:00|acme-a-2", "acme-b-1|2026년 10월 1일|2027년 1월 15일|acme-b-2")}`,
    BOTH,
  ],
  "moved days, in Japanese": [
    `## 提供終了日の変更\n\n${rows("モデル|変更前|変更後|移行先", "`acme-a-1`|2026年10月1日|2026年12月1日|`acme-a-2`", "`acme-b-1`|2026年10月1日|2027年1月15日|`acme-b-2`")}`,
    BOTH,
  ],
  "moved days, in Chinese": [
    `## 下线时间调整\n\n${rows("模型|原下线时间|调整后|替代模型", "`acme-a-1`|2026年10月1日|2026年12月1日|`acme-a-2`", "`acme-b-1`|2026年10月1日|2027年1月15日|`acme-b-2`")}`,
    BOTH,
  ],
  "moved prices": [
    `## New prices\n\n${rows("Model|Before|After", "`acme-a-1`|$1.00|$0.80", "`acme-b-1`|$2.00|$1.50")}`,
    [],
  ],
  "releases before and after": [
    `## Release dates have moved\n\n${rows("Model|Before|After", "`acme-a-1`|2026-10-01|2026-12-01", "`acme-b-1`|2026-10-01|2026-12-15")}`,
    [],
  ],
  // Things of models.
  "parameters of models": [
    `# Deprecations\n\n## API changes\n\n${rows("Item|Affected models|Effective|Replacement", "`budget_tokens`|`acme-c-5` and later|July 24, 2026|`effort`", "`long-2025-08-07` beta header|`acme-c-4`, `acme-d-4`|February 15, 2027|Not needed any more")}`,
    [],
  ],
  "changes and where they apply": [
    `# Model lifecycle\n\n## Removed features\n\n${rows("Change|Applies to|Date", "Prefill is rejected|`acme-c-5`|2026-12-01", "Fast mode ends|`acme-c-5`, `acme-d-5`|2027-01-15")}`,
    [],
  ],
  "features of models, in Chinese": [
    `# 下线公告\n\n## 功能变更\n\n${rows("功能|适用模型|下线时间|替代方案", "联网搜索插件|`acme-c-5`|2026-12-01|新版工具", "前缀续写|`acme-d-5`|2026-12-01|无")}`,
    [],
  ],
  "affected models alone": [
    `# Deprecations\n\n${rows("Shutdown|Affected models|Replacement", "December 1, 2026|`acme-a-1`|`acme-a-2`", "January 15, 2027|`acme-b-1`|`acme-b-2`")}`,
    BOTH,
  ],
  "a date of notice and affected models": [
    `# Deprecations\n\n${rows("Notice|Affected model|Retires|Replacement", "June 1, 2026|`acme-a-1`|December 1, 2026|`acme-a-2`", "June 1, 2026|`acme-b-1`|January 15, 2027|`acme-b-2`")}`,
    BOTH,
  ],
  // Line by line.
  "successors line by line": [
    `## Retired\n\n${rows("Model|Retired on|Successor", "`acme-a-1`<br>`acme-b-1`|2026-12-01|`acme-a-2`<br>`acme-b-2`")}`,
    ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-01 acme-b-2"],
  ],
  "one successor for two": [
    `## Retired\n\n${rows("Model|Retired on|Successor", "`acme-a-1`<br>`acme-b-1`|2026-12-01|`acme-a-2`")}`,
    ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-01 acme-a-2"],
  ],
  "two successors on one line": [
    `## Retired\n\n${rows("Model|Retired on|Successor", "`acme-a-1`<br>`acme-b-1`|2026-12-01|`acme-a-2` or `acme-b-2`")}`,
    ["acme-a-1 2026-12-01 acme-a-2,acme-b-2", "acme-b-1 2026-12-01 acme-a-2,acme-b-2"],
  ],
  // Ways to a model.
  "an endpoint beside a model": [
    `## Retired\n\n${rows("Model|Retirement", "`acme-a-1` via `audio/transcriptions`|2026-12-01", "`acme-b-1` through `/v1/speech`|2027-01-15")}`,
    ["acme-a-1 2026-12-01", "acme-b-1 2027-01-15"],
  ],
  "an id in code marks in a bracket": [
    `## Retired\n\n${rows("Model|Retirement|Alternative", "`acme-a-1`|2026-12-01|Acme Small 4 (`acme-small-latest`)", "`acme-b-1`|2027-01-15|Acme Large 4 (with `thinking` on)")}`,
    ["acme-a-1 2026-12-01 acme-small-latest", "acme-b-1 2027-01-15 Acme Large 4"],
  ],
  "advice behind a day": [
    `## Models\n\n${rows("Model ID|Status|Withdrawal", "`acme-a-1`|Deprecated|1 December 2026; use `acme-a-2`", "`acme-b-1`|Deprecated|15 January 2027 (use `acme-b-2`)", "`acme-c-1`|Available|Not planned")}`,
    BOTH,
  ],
  // Two models of one heading.
  "two models of a heading": [
    `## 提供終了予定\n\n### acme-a-1 および acme-b-1\n\n${rows("項目|内容", "お知らせ日|2026年8月4日", "提供終了日|2026年12月1日", "後継モデル|`acme-a-2`、`acme-b-2`（それぞれの後継）")}`,
    ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-01 acme-b-2"],
  ],
  "two models of a heading, in Korean": [
    "## 종료 예정\n\n### acme-a-1과 acme-b-1\n\n- 종료일: 2026년 12월 1일\n- 대체 모델: acme-a-2",
    ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-01 acme-a-2"],
  ],
  "two models of a heading, in Chinese": [
    "## 下线计划\n\n### acme-a-1 与 acme-b-1\n\n- 下线时间：2026年12月1日\n- 替代模型：acme-a-2",
    ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-01 acme-a-2"],
  ],
};

for (const [name, [text, expected]] of Object.entries(TABLES)) {
  test(name, async () => {
    assert.deepEqual(await told(text), expected);
  });
}
