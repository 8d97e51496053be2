import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { SourceFamily } from "#src/core/source.ts";
import anthropic from "#src/sources/anthropic-release-notes.ts";
import aws from "#src/sources/aws-whats-new.ts";
import cloudflare from "#src/sources/cloudflare-changelog.ts";
import cohere from "#src/sources/cohere-changelog.ts";
import copilot from "#src/sources/copilot-changelog.ts";
import deepseek from "#src/sources/deepseek-updates.ts";
import fireworks from "#src/sources/fireworks-changelog.ts";
import gemini from "#src/sources/gemini-changelog.ts";
import mistral from "#src/sources/mistral-changelog.ts";
import openai from "#src/sources/openai-news.ts";
import perplexity from "#src/sources/perplexity-changelog.ts";
import vertex from "#src/sources/vertex-release-notes.ts";

const rss = (title: string, items: [title: string, day: string, body: string][]) =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${title}</title><link>https://example.com</link>${items
    .map(
      ([name, day, body]) =>
        `<item><title>${name}</title><link>https://example.com/${day}</link><pubDate>${new Date(day).toUTCString()}</pubDate><category><![CDATA[copilot]]></category><content:encoded><![CDATA[${body}]]></content:encoded></item>`,
    )
    .join("")}</channel></rss>`;

async function read(family: SourceFamily, id: string, text: string) {
  const spec = family.specs.find((each) => each.id === id);
  assert.ok(spec, id);
  const { facts } = await family.read({ spec, url: spec.url, text, contentType: null, at: "2027-06-30T00:00:00Z" });
  return facts
    .filter((fact) => fact.scheduled)
    .map((fact) => `${fact.surface} ${fact.model_id} ${fact.shutdown} > ${fact.replacements.join(", ")}`)
    .toSorted();
}

test("copilot-changelog: a table of models and days, a sentence, and a product that is no model", async () => {
  const text = rss("GitHub changelog", [
    [
      "Upcoming deprecation of selected Claude and OpenAI models",
      "2027-05-10",
      "<p>We will deprecate the following models across all GitHub Copilot experiences (including Copilot Chat, inline edits, ask and agent modes, and code completions) on June 9, 2027:</p><table><thead><tr><th>Model</th><th>Deprecation date</th><th>Suggested alternative</th></tr></thead><tbody><tr><td>Claude Opus 9.1</td><td>2027-06-09</td><td>Claude Opus 9.5</td></tr><tr><td>GPT-9.1</td><td>2027-06-16</td><td>GPT-9.4</td></tr></tbody></table><p>Copilot Enterprise administrators may need to enable access to alternative models.</p>",
    ],
    [
      "Gemini 9 Pro is deprecated",
      "2027-04-02",
      "<p>We have deprecated Gemini 9 Pro across all GitHub Copilot experiences on April 2, 2027. Use Gemini 9.1 Pro instead.</p>",
    ],
    [
      "GPT-9.6 is now generally available in GitHub Copilot",
      "2027-04-01",
      "<p>GPT-9.6 is rolling out to Copilot Pro and Business users. It replaces nothing; GPT-9.4 stays available.</p>",
    ],
    [
      "Actions: Node 20 is going away",
      "2027-04-01",
      "<p>Node 20 will be removed from Actions runners on July 1, 2027.</p>",
    ],
  ]);
  assert.deepEqual(await read(copilot, "copilot-changelog", text), [
    "github-copilot Claude Opus 9.1 2027-06-09 > Claude Opus 9.5",
    "github-copilot GPT-9.1 2027-06-16 > GPT-9.4",
    "github-copilot Gemini 9 Pro 2027-04-02 > Gemini 9.1 Pro",
  ]);
});

test("cloudflare-changelog: a list that ends and a list that stays", async () => {
  const text = rss("Workers AI", [
    [
      "Workers AI - Planned model deprecations",
      "2027-05-08",
      "<p>On May 30, 2027 we will deprecate and remove the following models from Workers AI:</p><ul><li><code>@cf/acme/nimbus-7b</code></li><li><code>@cf/meta/llama-9-8b-instruct</code></li></ul><p>The following variants remain active and are not affected:</p><ul><li><code>@cf/meta/llama-9-8b-instruct-fast</code></li></ul><p>We recommend migrating to <code>@cf/zai-org/glm-9-flash</code>.</p>",
    ],
  ]);
  assert.deepEqual(await read(cloudflare, "cloudflare-changelog", text), [
    "cloudflare @cf/acme/nimbus-7b 2027-05-30 > @cf/zai-org/glm-9-flash",
    "cloudflare @cf/meta/llama-9-8b-instruct 2027-05-30 > @cf/zai-org/glm-9-flash",
  ]);
});

test("aws-whats-new, openai-news and mistral-news: posts that end a model, and those that do not", async () => {
  const bedrock = rss("What's new", [
    [
      "Amazon Bedrock announces end of life for Titan Text G9",
      "2027-05-01",
      "<p>Amazon Titan Text G9 reaches end of life on Amazon Bedrock on November 2, 2027. We recommend Amazon Nova 9 Lite.</p>",
    ],
    ["Amazon EC2 X9 instances", "2027-05-02", "<p>EC2 X1 instances will be retired on June 1, 2027.</p>"],
  ]);
  assert.deepEqual((await read(aws, "aws-whats-new", bedrock)).length, 1);
  const news = rss("OpenAI", [
    [
      "Retiring older models in ChatGPT",
      "2027-05-01",
      "<p>GPT-9 leaves ChatGPT on June 1, 2027. In the API there is no change.</p>",
    ],
    [
      "API deprecations",
      "2027-05-02",
      "<p>gpt-9-mini will be shut down in the API on November 2, 2027. Please use gpt-10-mini.</p>",
    ],
  ]);
  assert.deepEqual(await read(openai, "openai-news", news), ["openai-api gpt-9-mini 2027-11-02 > gpt-10-mini"]);
  const status = rss("Status", [
    [
      "Elevated errors",
      "2027-05-01",
      "<p>gpt-9 requests failed between 10:00 and 11:00. This incident is resolved.</p>",
    ],
  ]);
  assert.deepEqual(await read(openai, "openai-status", status), []);
  const mail = rss("Mistral", [
    [
      "Magistral 9",
      "2027-05-01",
      "<p>Magistral Small 9 is out today. magistral-small-2506 will be retired on July 31, 2027.</p>",
    ],
  ]);
  assert.deepEqual(await read(mistral, "mistral-news", mail), ["mistral-api magistral-small-2506 2027-07-31 > "]);
});

test("fireworks-changelog: an update with a list, and one about a feature", async () => {
  const text = `# Changelog\n\n<Update label="2027-05-20">\n## Model deprecations\nThe following serverless models will be deprecated and removed on June 3, 2027:\n\n- \`accounts/fireworks/models/acme-9-70b\`\n- \`accounts/fireworks/models/qwen9-235b\`\n\nWe recommend \`accounts/fireworks/models/qwen9p5-235b\`.\n</Update>\n\n<Update label="2027-05-01">\n## Playground\nThe old playground was removed. Llama 9 70B is available.\n</Update>\n`;
  assert.deepEqual(await read(fireworks, "fireworks-changelog", text), [
    "fireworks accounts/fireworks/models/acme-9-70b 2027-06-03 > accounts/fireworks/models/qwen9p5-235b",
    "fireworks accounts/fireworks/models/qwen9-235b 2027-06-03 > accounts/fireworks/models/qwen9p5-235b",
  ]);
});

test("a page without one dated entry is refused, not read as empty", async () => {
  await assert.rejects(
    read(deepseek, "deepseek-updates", "# Change log\n\nNothing dated here, and not much of it."),
    /no dated entry/,
  );
});

const corpus = fileURLToPath(new URL("../../../shared/corpus", import.meta.url));
const skip = existsSync(join(corpus, "score.mjs")) ? false : "the recorded pages are not on this machine";
const scratch = mkdtempSync(join(tmpdir(), "sundown-changelogs-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

type Score = { f1: number; spurious: string[]; missed: string[]; traps_hit: number; duplicates: number };

for (const family of [anthropic, gemini, vertex, mistral, cohere, perplexity, deepseek]) {
  for (const spec of family.specs) {
    if (skip === false && !existsSync(join(corpus, "pages", spec.id))) continue;
    test(`${spec.id}: every recorded page reaches F1 0.95`, { skip }, async () => {
      for (const file of readdirSync(join(corpus, "pages", spec.id))) {
        const name = file.replace(/\.\w+$/, "");
        const truth = join(corpus, "truth", spec.id, `${name}.json`);
        const text = readFileSync(join(corpus, "pages", spec.id, file), "utf8");
        const { facts } = await family.read({
          spec,
          url: spec.url,
          text,
          contentType: null,
          at: `${name.slice(0, 10)}T12:00:00Z`,
        });
        const path = join(scratch, "facts.json");
        writeFileSync(path, JSON.stringify(facts));
        const run = spawnSync(process.execPath, [join(corpus, "score.mjs"), path, truth, "--json"], {
          encoding: "utf8",
        });
        const score = JSON.parse(run.stdout) as Score;
        assert.ok(
          score.f1 >= 0.95,
          `${file}: F1 ${score.f1}; missed ${score.missed.length}, spurious ${score.spurious.length}`,
        );
        assert.equal(score.traps_hit + score.duplicates, 0, file);
      }
    });
  }
}

test("a feed: a note that moves a day keeps the advice of the first notice, and a reminder is no notice", async () => {
  const first = "<p>We will deprecate Gemini 9 Pro on July 9, 2027. Use Gemini 9.1 Pro instead.</p>";
  const text = rss("GitHub changelog", [
    ["Gemini 9 Pro is deprecated soon", "2027-05-01", first],
    ["Reminder: Gemini 9 Pro", "2027-06-20", "<p>Gemini 9 Pro will be deprecated on July 9, 2027.</p>"],
    [
      "GPT-9.1 is deprecated soon",
      "2027-05-02",
      first.replace("Gemini 9 Pro", "GPT-9.1").replace("Gemini 9.1 Pro", "GPT-9.4"),
    ],
    ["GPT-9.1 stays longer", "2027-06-21", "<p>GPT-9.1 will be deprecated on August 9, 2027 instead of July 9.</p>"],
  ]);
  const [spec] = copilot.specs;
  assert.ok(spec);
  const { facts } = await copilot.read({ spec, url: spec.url, text, contentType: null, at: "2027-06-30T00:00:00Z" });
  assert.deepEqual(
    facts.map((fact) => [fact.model_id, fact.announced, fact.shutdown, ...fact.replacements].join(" ")).toSorted(),
    ["GPT-9.1 2027-06-21 2027-08-09 GPT-9.4", "Gemini 9 Pro 2027-05-01 2027-07-09 Gemini 9.1 Pro"],
  );
});

test("an entry that tells what was announced before gives the day of that notice", async () => {
  const text = rss("GitHub changelog", [
    ["Gemini 9 Pro", "2027-06-09", "<p>As announced on May 1, 2027, Gemini 9 Pro was removed from Copilot today.</p>"],
  ]);
  const [spec] = copilot.specs;
  assert.ok(spec);
  const { facts } = await copilot.read({ spec, url: spec.url, text, contentType: null, at: "2027-06-30T00:00:00Z" });
  assert.deepEqual(
    facts.map((fact) => [fact.model_id, fact.announced, fact.shutdown].join(" ")),
    ["Gemini 9 Pro 2027-05-01 2027-06-09"],
  );
});
