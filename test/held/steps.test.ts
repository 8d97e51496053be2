import assert from "node:assert/strict";
import { test } from "node:test";
import type { Fact } from "#src/core/fact.ts";
import { extractFacts, loadFamilies } from "#src/ingest/index.ts";
import { factsOfText } from "./support.ts";

/** Lists and rows whose day, notice and successor stand around them in other ways than a sentence. As of 2026-09-20. */
const line = (fact: Fact): string =>
  [
    fact.model_id,
    fact.shutdown,
    ...fact.replacements,
    ...(fact.announced === null ? [] : ["told", fact.announced]),
  ].join(" ");
const told = async (text: string, form: "html" | "markdown" = "markdown"): Promise<string[]> =>
  (await factsOfText(text, form))
    .filter((fact) => fact.kind === "model" && fact.scheduled)
    .map((fact) => line(fact))
    .toSorted();

const BOTH = ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-01 acme-b-2"];
const DATED = BOTH.map((each) => `${each} told 2026-08-01`);

const PAGES: Record<string, [string, string[]]> = {
  // A day in a bracket is the end, unless its words say that it was planned once.
  "an end in a bracket behind its word": [
    "# Deprecations\n\n| Model | Retirement | Replacement |\n|---|---|---|\n| `acme-a-1` | Withdrawn (December 1, 2026) | `acme-a-2` |\n| `acme-b-1` | Suspended (December 1, 2026) | `acme-b-2` |",
    BOTH,
  ],
  "an end in a bracket behind its word, in Japanese": [
    "# 提供終了\n\n| モデル | 提供終了日 | 後継 |\n|---|---|---|\n| `acme-a-1` | 提供中止（2026年12月1日） | `acme-a-2` |\n| `acme-b-1` | 中止（2026年12月1日） | `acme-b-2` |",
    BOTH,
  ],
  "an end that is called off": [
    "# Deprecations\n\n| Model | Retirement | Replacement |\n|---|---|---|\n| `acme-a-1` | Cancelled, originally December 1, 2026 | `acme-a-2` |\n| `acme-b-1` | On hold (previously planned for December 1, 2026) | `acme-b-2` |\n| `acme-c-1` | December 1, 2026 | `acme-c-2` |",
    ["acme-c-1 2026-12-01 acme-c-2"],
  ],
  // The notice over a list is no end, and what it says of other things says nothing of the list.
  "a notice below a dated heading": [
    "# Models\n\n## Model retirements\n\n### December 1, 2026\n\nNotified on August 1, 2026. Links made before stay valid for 24 hours.\n\n* `acme-a-1` moves to `acme-a-2`\n* `acme-b-1` moves to `acme-b-2` with `effort` set to `low`",
    DATED,
  ],
  "a notice below a dated heading, in German": [
    "# Modelle\n\n## Abschaltungen\n\n### 1. Dezember 2026\n\nAngekündigt am 1. August 2026.\n\n* `acme-a-1` → `acme-a-2`\n* `acme-b-1` → `acme-b-2`",
    DATED,
  ],
  "models that are said to stay over their list": [
    "# Models\n\n## Model retirements\n\n### December 1, 2026\n\nThe following models are not affected:\n\n* `acme-c-1`\n* `acme-d-1`",
    [],
  ],
  // What was planned first.
  "a day that was planned first": [
    "# Deprecations\n\n## The A and B models\n\nUpdated September 1, 2026: we first planned to switch these models off on October 1, 2026. Some asked for more time and the shutdown is now December 1, 2026.\n\n* `acme-a-1` → `acme-a-2`\n* `acme-b-1` → `acme-b-2`",
    BOTH,
  ],
  // Days without a year below a month or a year.
  "days below a month": [
    "# Deprecations\n\n## Upcoming removals\n\n### December 2025\n\n* **December 1**: `acme-a-1` → `acme-a-2`\n* **December 1**: `acme-b-1` → `acme-b-2`",
    BOTH.map((each) => each.replace("2026-12", "2025-12")),
  ],
  "days below a year": [
    "# Deprecations\n\n## Removed in 2024\n\n| Model | Removed | Replacement |\n|---|---|---|\n| `acme-a-1` | Dec 1 | `acme-a-2` |\n| `acme-b-1` | Dec 1 | `acme-b-2` |",
    BOTH.map((each) => each.replace("2026-12", "2024-12")),
  ],
  // A name that another model answers for has ended.
  "names that something else answers for since a day": [
    "# Models\n\n## Retired names that redirect\n\n| Name | Since | Served by |\n|---|---|---|\n| `acme-a-1` | Dec 1, 2025 | `acme-a-2` |\n| `acme-b-1` | Dec 1, 2025 | `acme-b-2` |",
    BOTH.map((each) => each.replace("2026-12", "2025-12")),
  ],
  "aliases that point somewhere since a day": [
    "# Models\n\n## Aliases\n\n| Alias | Since | Points to |\n|---|---|---|\n| `acme-a-latest` | Dec 1, 2025 | `acme-a-2` |\n| `acme-b-latest` | Dec 1, 2025 | `acme-b-2` |",
    [],
  ],
  // A sentence that names its models itself gives its day to no table.
  "a sentence of its own above a table of advice": [
    "# Models\n\n## History\n\n### A and B, effective August 4, 2026\n\nThe following models were shut down on August 4, 2026: `acme-a-1` and `acme-b-1`.\n\n| Task | Replacement |\n|---|---|\n| Chat | `acme-a-2` |",
    ["acme-a-1 2026-08-04", "acme-b-1 2026-08-04"],
  ],
  "models that go offline, at one moment by two clocks": [
    "# Notices\n\n## Batch 3\n\nThe following models go offline at 00:00 (UTC+8) on December 1, 2026 (that is, 16:00 UTC on November 30, 2026).\n\n| Category | Model | Suggested model |\n|---|---|---|\n| Text | `acme-a-1` | `acme-a-2` |\n| Text | `acme-b-1` | `acme-b-2` |",
    BOTH,
  ],
  "days of nested lists below an entry": [
    "# Changelog\n\n## November 24, 2025\n\nThe following preview models will be shut down:\n\n- December 1:\n  - `acme-a-1`\n- January 15:\n  - `acme-b-1`. Use `acme-b-2` instead.",
    ["acme-a-1 2025-12-01 told 2025-11-24", "acme-b-1 2026-01-15 acme-b-2 told 2025-11-24"],
  ],
  "a table of moved days beside a table that has them": [
    "# Lifecycle\n\n| Model | Retirement date |\n|---|---|\n| `acme-a-1` | 2026-12-01 |\n\n## Changes\n\n| Model | Previous retirement date | New retirement date |\n|---|---|---|\n| `acme-a-1` | 2026-05-01 | 2026-08-03 |\n| `acme-a-1` | 2026-08-03 | 2026-12-01 |",
    ["acme-a-1 2026-12-01"],
  ],
  "days of reviews and of training jobs": [
    "# Deprecations\n\n## Upcoming reviews\n\n| Model | Stage | Next review |\n|---|---|---|\n| `acme-c-1` | Production | 2027-06-30 |\n| `acme-d-1` | Preview | 2027-03-31 |\n\n## Fine-tuning\n\n| Base model | Last day to create jobs |\n|---|---|\n| `acme-c-1` | 2027-12-31 |",
    [],
  ],
  "a list without a redirect": [
    "# Models\n\n## Retired models\n\nRetired on February 28, 2026, without a redirect:\n\n- `acme-a-1`\n\nRetired on May 15, 2026:\n\n- `acme-b-1` and `acme-b-0`, redirected to `acme-b-2`",
    ["acme-a-1 2026-02-28", "acme-b-0 2026-05-15 acme-b-2", "acme-b-1 2026-05-15 acme-b-2"],
  ],
  "an update that moves one of two models": [
    "# Changelog\n\n## August 10, 2026\n\nOn October 1, 2026, `acme-a-1` and `acme-b-1` will be removed.\n\n**Update, September 2:** the removal of `acme-b-1` is postponed to December 1, 2026.",
    ["acme-a-1 2026-10-01 told 2026-08-10", "acme-b-1 2026-12-01 told 2026-08-10"],
  ],
  "a name over its id in other words": [
    "# Lifecycle\n\n| Model | End of life |\n|---|---|\n| Acme Text Embeddings V2<br>`acme.embed-text-v2:0` | 2026-12-01 |",
    ["acme.embed-text-v2:0 2026-12-01"],
  ],
  "models that stay under a heading, below a table of advice by short names": [
    "# Changelog\n\n## September 2, 2026\n\nWe will deprecate and remove the following models on December 1, 2026:\n\n- `llama-9.2-1b-instruct`\n- `qwen9.5-coder-32b-instruct`\n\n### Where to go\n\n| You use | Try |\n|---|---|\n| Llama 9.2 1B | `acme-a-2` |\n| Qwen9.5 Coder | `acme-b-2` |\n\n### Variants that remain active\n\n- `acme-c-1`\n- `acme-d-1`",
    ["llama-9.2-1b-instruct 2026-12-01 told 2026-09-02", "qwen9.5-coder-32b-instruct 2026-12-01 told 2026-09-02"],
  ],
  "a day that is paused": [
    "# Lifecycle\n\n| Model | Status | Retirement date |\n|---|---|---|\n| `acme-a-1` | Deprecated | 2026-12-01 |\n| `acme-c-1` | Deprecated | Paused (was January 15, 2027) |",
    ["acme-a-1 2026-12-01"],
  ],
  "whatever ends beside models": [
    "# Deprecations\n\n| Item | End of support |\n|---|---|\n| Data zone batch in one region | 2026-11-30 |\n| Acme on your data | 2026-11-30 |\n| `acme-a-1` | 2026-12-01 |",
    ["acme-a-1 2026-12-01"],
  ],
  "a day that no longer applies": [
    "# Deprecations\n\n| Model | Shutdown |\n|---|---|\n| `acme-a-1` | 2026-12-01 |\n\nEarlier versions of this page listed `acme-c-1` with a shutdown date of October 16, 2026. That date no longer applies.\n\n`acme-b-1` will be shut down on November 30, 2026. An earlier mail named October 31, 2026; that date no longer applies.",
    ["acme-a-1 2026-12-01", "acme-b-1 2026-11-30"],
  ],
  "days of an entry that has only its month": [
    "# Changelog\n\n## September 2026\n\n`acme-a-1` was removed from the API on September 12.\n\n## August 2026\n\n`acme-b-1` was removed from the API on August 22.\n\n## July 2026\n\nWe released `acme-c-1`.",
    ["acme-a-1 2026-09-12", "acme-b-1 2026-08-22"],
  ],
  "a newer entry that moves a row of an older one": [
    "# Changelog\n\n## September 10, 2026\n\nIn our August note we said that `acme-a-1` would be removed on October 15, 2026. Some asked for more time, so the model now stays until December 1, 2026.\n\n## August 3, 2026\n\nA few models leave the catalog:\n\n- `acme-a-1` will be removed on October 15, 2026. Use `acme-a-2`.\n- `acme-b-1` will be removed on October 15, 2026.\n\n## July 1, 2026\n\nWe released `acme-c-1`.",
    ["acme-a-1 2026-12-01 acme-a-2 told 2026-09-10", "acme-b-1 2026-10-15 told 2026-08-03"],
  ],
  "an entry about something that a parameter does": [
    "# Changes\n\n- Thinking mode of `acme-c-1` ignores `temperature`; sending it returns an error from 2026-11-01.\n- `acme-a-1` is shut down on 2026-12-01.",
    ["acme-a-1 2026-12-01"],
  ],
  "a second choice": [
    "# Deprecations\n\n## Family A\n\nThese models will be shut down on December 1, 2026:\n\n- `acme-a-1`\n\nFor chat, move to `acme-a-2`. If cost matters most, `acme-a-3` is the cheaper choice.",
    ["acme-a-1 2026-12-01 acme-a-2 acme-a-3"],
  ],
};

for (const [name, [text, wanted]] of Object.entries(PAGES))
  test(name, async () => assert.deepEqual(await told(text), wanted));

test("the labels of a card give the notice and the end, for the steps of the card too", async () => {
  const chips = (end: string) =>
    `<div><span>Announced August 1, 2026</span> <span>${end}</span> <span>Generally available</span></div>`;
  const item = (from: string, to: string) => `<li><code>${from}</code><span>→</span><code>${to}</code></li>`;
  const text = `<h1>Deprecations</h1><article><h3>First models</h3>${chips("Shuts down December 1, 2026")}<p>We wind them down.</p><ul>${item("acme-a-1", "acme-a-2")}</ul></article><article><h3>Others</h3>${chips("Shuts down in two steps")}<p>In two steps.</p><h4>Step 1: December 1, 2026</h4><ul>${item("acme-b-1", "acme-b-2")}</ul></article>`;
  assert.deepEqual(await told(text, "html"), DATED);
});

test("an entry whose header holds its day and no heading", async () => {
  const entry = (day: string, text: string) =>
    `<article><header><time datetime="${day}">${day}</time><span>Retired</span></header><div><p>${text}</p></div></article>`;
  const text = `<main><h1>Changelog</h1>${entry("2026-03-02", "We released <code>acme-c-1</code>.")}${entry("2026-01-28", "As scheduled, we retired <code>acme-a-1</code> and <code>acme-b-1</code> today.")}</main>`;
  assert.deepEqual(await told(text, "html"), ["acme-a-1 2026-01-28", "acme-b-1 2026-01-28"]);
});

test("an entry about another place of the same provider ends models there alone", async () => {
  const item = (title: string, body: string) =>
    `<item><title>${title}</title><pubDate>Tue, 01 Sep 2026 10:00:00 +0000</pubDate><link>https://acme.example/${title.length}</link><description><![CDATA[${body}]]></description></item>`;
  const ids = "<ul><li><code>openai/gpt-9</code></li><li><code>openai/gpt-9-mini</code></li></ul>";
  const feed = `<rss version="2.0"><channel><title>Changelog</title>${item("GitHub Models: retirement of older models", `<p>We are retiring a number of models from the GitHub Models catalog. From December 1, 2026, requests with one of these IDs return an error:</p>${ids}`)}${item("Copilot Free: other models", "<p>Starting December 1, 2026, Copilot Free no longer includes Claude Haiku 9. The model stays available on all paid plans.</p>")}</channel></rss>`;
  const families = await loadFamilies();
  const spec = families.specFor("copilot-changelog");
  const document = { spec, url: spec.url, text: feed, contentType: "application/xml", at: "2026-09-20T00:00:00Z" };
  const { facts } = await extractFacts(document, families.familyFor(spec.id));
  assert.deepEqual(
    facts.filter((fact) => fact.scheduled).map((fact) => `${fact.surface} ${fact.model_id} ${fact.shutdown}`),
    ["github-models openai/gpt-9 2026-12-01", "github-models openai/gpt-9-mini 2026-12-01"],
  );
});

test("rows that say what takes the place of which, by names that people use", async () => {
  const list =
    "<ul><li><code>@cf/meta/llama-9.2-1b-instruct</code></li><li><code>@cf/qwen/qwen9.5-coder-32b-instruct</code></li></ul>";
  const table =
    "<table><tr><th>You use</th><th>Try</th></tr><tr><td>Llama 9.2 1B</td><td><code>@cf/google/gemma-9-4b-it</code></td></tr><tr><td>Qwen9.5 Coder</td><td><code>@cf/zai-org/glm-9-flash</code></td></tr></table>";
  const body = `<p>We will deprecate the following Workers AI models on December 1, 2026:</p>${list}<h4>Where to go</h4>${table}`;
  const feed = `<rss version="2.0"><channel><title>Changelog</title><item><title>Workers AI model deprecations</title><pubDate>Tue, 01 Sep 2026 10:00:00 +0000</pubDate><link>https://acme.example/1</link><description><![CDATA[${body}]]></description></item></channel></rss>`;
  const families = await loadFamilies();
  const spec = families.specFor("cloudflare-changelog");
  const document = { spec, url: spec.url, text: feed, contentType: "application/xml", at: "2026-09-20T00:00:00Z" };
  const { facts } = await extractFacts(document, families.familyFor(spec.id));
  assert.deepEqual(facts.map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`).toSorted(), [
    "@cf/meta/llama-9.2-1b-instruct 2026-12-01 @cf/google/gemma-9-4b-it",
    "@cf/qwen/qwen9.5-coder-32b-instruct 2026-12-01 @cf/zai-org/glm-9-flash",
  ]);
});
