import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** Days and words that stand further from the rows than right above them. As of 2026-09-20. */
const told = async (text: string): Promise<string[]> =>
  (await factsOfText(text, "markdown"))
    .filter((fact) => fact.kind === "model" && fact.scheduled)
    .map((fact) => [fact.model_id, fact.shutdown, ...fact.replacements].join(" "))
    .toSorted();

const ROWS = "| Model | Use instead |\n|---|---|\n| `acme-a-1` | `acme-a-2` |\n| `acme-b-1` | `acme-b-2` |";
const BOTH = ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-01 acme-b-2"];
const PAST = BOTH.map((each) => each.replace("2026-12", "2025-12"));
const card = (title: string): string =>
  `<Accordion title="${title}">\n  ${ROWS.replaceAll("\n", "\n  ")}\n</Accordion>`;

const PAGES: Record<string, [string, string[]]> = {
  "cards of days below past retirements": [
    `# Lifecycle\n\n## Upcoming retirements\n\nNone.\n\n## Past retirements\n\n${card("December 1, 2025")}`,
    PAST,
  ],
  "cards of days below notices": [`# Lifecycle\n\n## Retirement notices\n\n${card("December 1, 2025")}`, []],
  "a sentence without a subject": [
    `# Retired models\n\n## Text\n\nRetired on our API on December 1, 2025. Acme AI shut these models down on November 1, 2025.\n\n${ROWS}`,
    PAST,
  ],
  "these models, in Japanese": [
    `# 非推奨\n\n### 提供終了したモデル\n\nこれらのモデルは、2025 年 12 月 1 日にリクエストの提供を停止しました。\n\n${ROWS}`,
    PAST,
  ],
  "an introduction over families of affected models": [
    "# Legacy models\n\nWe offer many models. The following models were deprecated on July 6, 2026, and will be retired on December 1, 2026. Deployments created before July 6, 2026 remain available until December 1, 2026.\n\n## Family A\n\nThe affected models are the following. The replacement for this family is `acme-a-2`.\n\n- `acme-a-1`\n\n## Family B\n\nThe impacted models of this family:\n\n- `acme-b-1`\n\n## Current models\n\n- `acme-c-1`",
    ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-01"],
  ],
  "words under the heading over the heading of the rows": [
    `# Legacy models\n\n## Embeddings\n\nThe models below will be retired on December 1, 2026.\n\n### Similarity\n\nThese models compare texts.\n\n${ROWS}\n\n## Others\n\n### Search\n\n| Model | Size |\n|---|---|\n| \`acme-c-1\` | 12 |`,
    BOTH,
  ],
  "a table that other words introduce": [
    "# Legacy models\n\n## Embeddings\n\nThe models below will be retired on December 1, 2026.\n\n### Prices\n\nThe table below lists what current models cost.\n\n| Model | Price |\n|---|---|\n| `acme-c-1` | 12 |",
    [],
  ],
  "an introduction that tells the end by its noun": [
    "# Legacy models\n\nThe following models are not available for new deployments beginning July 6, 2026. Deployments created before remain available until December 1, 2026. We recommend to migrate before the December 1, 2026 retirement.\n\n## Family A\n\nThe impacted models are the following.\n\n- `acme-a-1`\n- `acme-b-1`",
    ["acme-a-1 2026-12-01", "acme-b-1 2026-12-01"],
  ],
  "words of the parent about another table of its own": [
    `# Legacy models\n\n## Embeddings\n\nThe models below will be retired effective December 1, 2026.\n\nThe following list gives their length:\n\n| Base | Length |\n|---|---|\n| Small | 12 |\n\n### Search\n\nThese models help to search.\n\n${ROWS}`,
    BOTH,
  ],
  "an introduction that says what happens to whoever goes on, in Chinese": [
    `# 模型迁移\n\n以下模型将于 **2026 年 12 月 01 日** 正式下线。继续调用该模型的业务将无法正常返回结果。\n\n## 推荐替代\n\n下表列出本次下线的模型。\n\n${ROWS.replace("Model", "下线模型").replace("Use instead", "推荐替代模型")}`,
    BOTH,
  ],
  "a model that takes a place and ends itself": [
    `# Migration\n\nThe following models will be retired on December 1, 2026.\n\n${ROWS}\n\n> \`acme-b-2\` will be shut down on February 1, 2027.`,
    ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-01 acme-b-2", "acme-b-2 2027-02-01"],
  ],
  "all deprecated models end on one day": [
    "# Models\n\nModels of the first generation are deprecated. The deprecated models remain available until 1 December 2026, when they will be removed.\n\n| Model | Status | Recommended model |\n|---|---|---|\n| `acme-a-1` | GA, Deprecated | `acme-a-2` |\n| `acme-b-1` | Deprecated | `acme-b-2` |\n| `acme-c-1` | GA | |",
    BOTH,
  ],
  "deprecated models of which two days are told": [
    "# Models\n\nThe deprecated models will be removed on 1 December 2026 in Europe. Elsewhere the deprecated models will be removed on 1 March 2027.\n\n| Model | Status |\n|---|---|\n| `acme-a-1` | Deprecated |",
    [],
  ],
  "a heading that says who says so": [
    "# Models\n\n| Model | Deprecation (as specified by the model provider) YYYY-MM-DD |\n|---|---|\n| `acme-a-1` | 2026-12-01 |\n\nA deployment will stop working on the deprecation date of its model.",
    ["acme-a-1 2026-12-01"],
  ],
  "an empty line in the middle of a table": [
    `# Retired\n\n| Model | Retirement date |\n|---|---|\n| \`acme-a-1\` | 2026-12-01 |\n\n| \`acme-b-1\` | 2026-12-01 |\n\n| Model | Price |\n|---|---|\n| \`acme-c-1\` | 12 |`,
    ["acme-a-1 2026-12-01", "acme-b-1 2026-12-01"],
  ],
  "a record in one line below the model that it is of": [
    "# Lifecycle\n\n- **Acme**\n  - **Model ID:** acme-a-1\n  - **Regions:** us-east-1, us-west-2 / **Legacy date:** March 1, 2026 / **EOL date:** December 1, 2026\n  - **Regions:** eu-west-1 / **Legacy date:** March 1, 2026 / **EOL date:** December 1, 2026\n\n- **Acme**\n  - **Model ID:** acme-b-1\n  - **EOL date:** December 1, 2026",
    ["acme-a-1 2026-12-01", "acme-b-1 2026-12-01"],
  ],
  "a bar between two names of one model": [
    "# Deprecations\n\n| Shutdown date | Model | Replacement |\n|---|---|---|\n| 2026-12-01 | `acme-a-1` | `acme-a-1-latest` | `acme-a-2` |\n| 2026-12-01 | `acme-b-1` | `acme-b-2` |\n| 2026-12-01 | `acme-c-preview-1` | `acme-c-preview` | `acme-c-2` |",
    [
      "acme-a-1 2026-12-01 acme-a-2",
      "acme-a-1-latest 2026-12-01 acme-a-2",
      "acme-b-1 2026-12-01 acme-b-2",
      "acme-c-preview 2026-12-01 acme-c-2",
      "acme-c-preview-1 2026-12-01 acme-c-2",
    ],
  ],
  "advice in a sentence over rows that name no successor": [
    "# Changes\n\n## Retired\n\nThese models will stop serving requests on December 1, 2026. Migrate to `acme-c-1` for 42-language support.\n\n| Model | Size |\n|---|---|\n| `acme-a-1` | 1 |\n| `acme-b-1` | 2 |",
    ["acme-a-1 2026-12-01 acme-c-1", "acme-b-1 2026-12-01 acme-c-1"],
  ],
  "advice further up, over rows of its part": [
    "# Changes\n\nWe are discontinuing several models. Migrate to `acme-c-1`.\n\n## Retired models\n\n| Model | Retirement date |\n|---|---|\n| `acme-a-1` | December 1, 2026 |\n| `acme-b-1` | December 1, 2026 |",
    ["acme-a-1 2026-12-01 acme-c-1", "acme-b-1 2026-12-01 acme-c-1"],
  ],
  "advice beside a list of all models is none for those that end": [
    "# Models\n\nWe recommend `acme-c-1` for new projects.\n\n| Model | Retirement date |\n|---|---|\n| `acme-a-1` | December 1, 2026 |\n| `acme-c-1` | - |",
    ["acme-a-1 2026-12-01"],
  ],
  "what one does is no name": [
    "# Deprecations\n\nFrom December 1, 2026, `acme-a-1` splits into two models. The `effort` parameter will stop working.\n\n**Your options:**\n\n- **Keep using `acme-a-1`** - thinks by itself\n- **Switch to `acme-a-2`** - does not think",
    [],
  ],
  "the day from which a model is active": [
    "# Lifecycle\n\n| Model | Status | Active date | Retirement date |\n|---|---|---|---|\n| `acme-c-1` | Active | 15 January 2026 | Not applicable |\n| `acme-a-1` | Legacy | 15 January 2025 | 1 December 2026 |",
    ["acme-a-1 2026-12-01"],
  ],
  "users who should move on": [
    "# Changelog\n\n## September 2, 2026\n\nThe following models will be removed on December 1, 2026. Please transition to the suggested versions to go on:\n\n- acme-a-1 users should transition to acme-a-2.\n- acme-b-1 users should transition to acme-b-2.\n\nTo learn more, see the docs.",
    BOTH,
  ],
  "a model by its name beside its id": [
    "# Planned deprecations\n\n## Kimi K9.5\n\nWe originally stated Kimi K9.5 would be shut down on November 10, 2026, however we have extended the shutdown date to December 1, 2026.\n\n## Models that shut down on December 1, 2026\n\n- `moonshotai/kimi-k9.5` → `moonshotai/kimi-k9.6`",
    ["moonshotai/kimi-k9.5 2026-12-01 moonshotai/kimi-k9.6"],
  ],
  "a note on a model under its heading, over an empty table": [
    "# History\n\n## 2026-07-01: Claude Sonnet 9.7 model\n\nThis model was retired September 1, 2026.\n\nOn July 1, 2026, we notified developers using Claude Sonnet 9.7 of its upcoming retirement.",
    ["Claude Sonnet 9.7 2026-09-01"],
  ],
};

for (const [name, [text, wanted]] of Object.entries(PAGES))
  test(name, async () => assert.deepEqual(await told(text), wanted));
