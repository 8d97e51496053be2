import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** Pages as of 2026-09-20 whose words mean what they explain, or what stands beside them, and not what they say alone. */
const told = async (text: string): Promise<string[]> =>
  (await factsOfText(text))
    .filter((fact) => fact.kind === "model" && fact.scheduled)
    .map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`.trim())
    .toSorted();

const rows = (heads: string, ...body: string[]) =>
  [heads, heads.replace(/[^|]+/g, "---"), ...body].map((row) => `|${row}|`).join("\n");

const OLD_AND_NEW = ["`acme-a`|`acme-b-2`", "`acme-a-call`|`acme-b-2`"];
const BOTH = ["acme-a 2026-12-01 acme-b-2", "acme-a-call 2026-12-01 acme-b-2"];
const under = (heads: string) => `# Guide\n\n## Shut down on December 1, 2026\n\n${rows(heads, ...OLD_AND_NEW)}`;

const DAYS = rows("Model|Deprecation date", "`acme-a-1`|2026-12-01", "`acme-b-1`|2026-10-05");

const PAGES: Record<string, [string, string[]]> = {
  // Two columns of names, for before and for after.
  "today and from now on": [under("`model` today|`model` from now on"), BOTH],
  "you call, and then": [under("Model you call now|Model after the shutdown"), BOTH],
  "old and now": [under("Old model|Model now"), BOTH],
  "bisher und künftig": [under("Modell bisher|Modell künftig"), BOTH],
  "avant et après": [under("Modèle avant|Modèle après"), BOTH],
  "ahora y después": [under("Modelo ahora|Modelo después"), BOTH],
  "hoje e depois": [under("Modelo hoje|Modelo depois"), BOTH],
  "prima e dopo": [under("Modello prima|Modello dopo"), BOTH],
  原模型与今后: [under("当前模型|今后使用的模型"), BOTH],
  変更前と変更後: [under("モデル（変更前）|モデル（変更後）"), BOTH],
  "변경 전후": [under("변경 전 모델|변경 후 모델"), BOTH],
  "an alias points on, and nothing ends": [`# Aliases\n\n${rows("Alias today|Alias from now on", ...OLD_AND_NEW)}`, []],

  // What a page calls its deprecation date.
  "the deprecation date explained as the end": [
    `# Models\n\nThe **deprecation date** is the day on which the model stops answering.\n\n${DAYS}`,
    ["acme-a-1 2026-12-01", "acme-b-1 2026-10-05"],
  ],
  "a redirect beyond the end": [
    `# Models\n\nThe deprecation date is the day on which the model stops answering.\n\n${DAYS}\n\n## Requests\n\nRequests to \`acme-b-1\` are redirected to its successor until January 5, 2027.`,
    ["acme-a-1 2026-12-01", "acme-b-1 2026-10-05"],
  ],
  "the deprecation date explained as none": [
    `# Models\n\nThe deprecation date is the day on which we stop recommending a model. It is shut down later.\n\n${DAYS}`,
    [],
  ],

  "deprecated models explained as gone": [
    `# Models\n\nDeprecated models are no longer in the API and cannot be called.\n\n${rows("Model|Deprecated|Replacement", "`acme-a-1`|2026-12-01|`acme-a-2`")}`,
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  "deprecated models that go later": [
    `# Models\n\nDeprecated models are removed after six months and can no longer be called then.\n\n${rows("Model|Deprecated|Replacement", "`acme-a-1`|2026-12-01|`acme-a-2`")}`,
    [],
  ],
  "deprecated models gone for newcomers": [
    `# Models\n\nDeprecated models are no longer available to new customers. We retire them later.\n\n${rows("Model|Deprecated|Replacement", "`acme-a-1`|2026-12-01|`acme-a-2`")}`,
    [],
  ],
  "a heading that says when they end": [
    `# Guide\n\n## Ends on December 1, 2026\n\n${rows("If you use|Change to", ...OLD_AND_NEW)}`,
    BOTH,
  ],
  "a heading that says when a beta ends": [
    `# Guide\n\n## Public beta ends on December 1, 2026\n\n${rows("Model|Replacement", ...OLD_AND_NEW)}`,
    [],
  ],
  "a redirect after the end": [
    "# Notes\n\n`acme-a-1` was shut down on August 24, 2026. Requests are redirected to `acme-a-2` until November 30, 2026.",
    ["acme-a-1 2026-08-24 acme-a-2"],
  ],
  "a redirect alone": [
    "# Notes\n\nRequests to `acme-a-1` are redirected to `acme-a-2`, at its price, until November 30, 2026.",
    [],
  ],
  "a redirect from a day on": [
    "# Notes\n\nRequests to `acme-a-1` are redirected to `acme-a-2` from November 30, 2026.",
    ["acme-a-1 2026-11-30 acme-a-2"],
  ],
  "no new orders": [
    "# Notes\n\nOn December 1, 2026 we stop accepting new orders for `acme-a-1`. `acme-a-2` no longer accepts new training jobs from December 1, 2026.",
    [],
  ],
  "no requests": ["# Notes\n\nOn December 1, 2026 we stop accepting requests to `acme-a-1`.", ["acme-a-1 2026-12-01"]],
  "done on the day of an entry, in Japanese": [
    "# 更新履歴\n\n## 2026年9月1日\n\n`acme-a-1` の提供を終了しました。`acme-a-2` をご利用ください。\n\n## 2026年8月1日\n\n新機能。\n\n## 2026年7月1日\n\n新しいコンソール。",
    ["acme-a-1 2026-09-01"],
  ],

  // What is no model, beside models.
  "functions are none": [
    `# Lifecycle\n\n## Names\n\n${rows("Function|Deprecated since|End of life|Replace with", "`ACME.CORE.COMPLETE_1`|2026-05-05|2027-05-04|`AI_COMPLETE`")}`,
    [],
  ],
  "voices with random ids are none": [
    `# Voices\n\n${rows("Voice|Voice ID|Expires", "Anna|`Xq81LmPz02KdWvRt5Bn7`|2026-12-31", "Paul|`mR4tYu77PqLsKd02ZxCv`|2026-12-31")}`,
    [],
  ],
  "a region in code is no model": [
    `# Retired\n\n${rows("Model|Retirement date|Replacement", "Claude 3.5 Haiku (preview endpoints in `eu-west-3` only)|2026-12-01|Claude Haiku 4.5")}`,
    ["Claude 3.5 Haiku 2026-12-01 Claude Haiku 4.5"],
  ],

  // Models that are called by plain words.
  "plain words beside the noun": [
    "# Notes\n\nThe `base`, `plus` and `small` models will be turned off on December 1, 2026. The base flavour of the docs stays.",
    ["base 2026-12-01", "plus 2026-12-01", "small 2026-12-01"],
  ],
  "a plain word behind the noun, in German": [
    "# Notizen\n\nDas Modell `basis` wird am 1. Dezember 2026 abgeschaltet.",
    ["basis 2026-12-01"],
  ],
  "a plain word behind the noun, in Chinese": ["# 公告\n\n模型 `base` 将于2026年12月1日下线。", ["base 2026-12-01"]],
  "a plain word in an entry": [
    "# Changes\n\n## August 20, 2026\n\nThe model `small` was turned off. Use `acme-a-2`.\n\n## July 5, 2026\n\nNew console.\n\n## June 5, 2026\n\nNew docs.",
    ["small 2026-08-20 acme-a-2"],
  ],
  "plain words of requests": [
    "# Notes\n\nThe `tier` parameter of the models will be removed on December 1, 2026. The models `list` endpoint will be removed on December 1, 2026. From this model `logprobs` will be removed on December 1, 2026.",
    [],
  ],

  // Questions whose answer is the day alone.
  "a question and its day": [
    "# FAQ\n\n## When is acme-a-1 going away?\n\nOn December 1, 2026.",
    ["acme-a-1 2026-12-01"],
  ],
  "until when": [
    "# FAQ\n\n## Until when can I call acme-a-1 and acme-a-2?\n\nUntil December 1, 2026. Later requests fail.",
    ["acme-a-1 2026-12-01", "acme-a-2 2026-12-01"],
  ],
  "a question in German": [
    "# FAQ\n\n## Wann wird acme-a-1 abgeschaltet?\n\nAm 1. Dezember 2026. Danach antwortet es nicht mehr.",
    ["acme-a-1 2026-12-01"],
  ],
  "a question in Spanish": [
    "# FAQ\n\n## ¿Cuándo se retira acme-a-1?\n\nEl 1 de diciembre de 2026.",
    ["acme-a-1 2026-12-01"],
  ],
  "a question in Japanese": ["# FAQ\n\n## acme-a-1 はいつ終了しますか？\n\n2026年12月1日。", ["acme-a-1 2026-12-01"]],
  "questions on a launch, a floor and a tier": [
    "# FAQ\n\n## When will acme-a-2 be available?\n\nOn December 1, 2026.\n\n## When will acme-a-1 be removed?\n\nNot before December 1, 2026.\n\n## When does the free tier of acme-a-1 end?\n\nOn December 1, 2026.\n\n## When will the acme-a-1 playground be shut down?\n\nOn December 1, 2026.",
    [],
  ],

  // A changelog with sections beside its entries.
  "sentences over the entries": [
    "# Changes\n\n## Upcoming\n\nThe model `acme-a-1` and its twin `acme-a-2` will both be shut down on December 1, 2026.\n\n## History\n\n### August 5, 2026\n\n`acme-c-3` is here.\n\n### July 5, 2026\n\nNew console.\n\n### June 5, 2026\n\n`acme-z-1` was turned off. As announced on March 2, requests fail from now on.\n\n## Limits\n\nEach key has its own.",
    ["acme-a-1 2026-12-01", "acme-a-2 2026-12-01", "acme-z-1 2026-06-05"],
  ],
  "an end that is told, then taken back without a new day": [
    "# Changes\n\n## August 20, 2026\n\nIn June we said that `acme-a-1` would be discontinued on December 1, 2026. `acme-a-1` will therefore remain available after that date.\n\n## July 5, 2026\n\nNew console.\n\n## June 5, 2026\n\n`acme-a-1` will be discontinued on December 1, 2026.",
    [],
  ],
  "put off, without a new day": [
    "# Changes\n\n## August 20, 2026\n\nThe retirement of `acme-a-1`, planned for December 1, 2026, is postponed. A new date will be announced.\n\n## July 5, 2026\n\nNew console.\n\n## June 5, 2026\n\n`acme-a-1` will be retired on December 1, 2026.",
    [],
  ],
  "a name in code that nobody knows, after models": [
    "# Changes\n\n## August 20, 2026\n\n`acme-a-1` and `acme-a-2` are now legacy. `plain` was removed on July 22, 2026.\n\n## July 5, 2026\n\nNew console.\n\n## June 5, 2026\n\nNew docs.",
    [],
  ],
  "a beta name": [
    "# Changes\n\n## August 20, 2026\n\nStarting December 1, 2026 the beta name `acme-a-1` will no longer be accepted.\n\n## July 5, 2026\n\nNew console.\n\n## June 5, 2026\n\nNew docs.",
    ["acme-a-1 2026-12-01"],
  ],
  "a moved day behind a semicolon": [
    "# Notes\n\n`acme-a-1` will be retired on November 2, 2026; `acme-b-1`, originally due the same day, has been postponed to December 1, 2026.",
    ["acme-a-1 2026-11-02"],
  ],
  "a moved day behind a semicolon, in Chinese": [
    "# 公告\n\n`acme-a-1` 将于2026年11月2日下线,建议使用 `acme-a-2`;`acme-b-1` 原定同日下线,现延期至2026年12月1日。",
    ["acme-a-1 2026-11-02 acme-a-2", "acme-b-1 2026-12-01"],
  ],
};

for (const [why, [text, expected]] of Object.entries(PAGES))
  test(`meaning: ${why}`, async () => assert.deepEqual(await told(text), expected.toSorted()));

test("the notice in a bracket of an item", async () => {
  const facts = await factsOfText(
    "# Ends\n\n## Scheduled retirements\n\n- `acme-a-1`, `acme-a-2` — December 1, 2026 (announced August 5, 2026)",
  );
  assert.deepEqual(
    facts.map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.announced}`),
    ["acme-a-1 2026-12-01 2026-08-05", "acme-a-2 2026-12-01 2026-08-05"],
  );
});
