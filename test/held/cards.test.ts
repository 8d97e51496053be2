import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** Cards with an id on a button, badges with a day, lists of dated notices, terms in code marks. As of 2026-09-20. */
const told = async (text: string): Promise<string[]> =>
  (await factsOfText(text, "html"))
    .filter((fact) => fact.kind === "model" && fact.scheduled)
    .map((fact) => `${fact.model_id} ${fact.announced ?? "-"} ${fact.shutdown} ${fact.replacements.join()}`.trim())
    .toSorted();

const card = (title: string, badge: string, id: string, fields: string, more = "") =>
  `<li><div><h3>${title}</h3><span class="badge">${badge}</span></div><button type="button" aria-label="Copy model ID">${id}</button><ul><li>chat</li><li>128K context</li></ul><dl>${fields}</dl>${more}</li>`;
const field = (name: string, value: string) => `<div><dt>${name}</dt><dd>${value}</dd></div>`;
const cards = (...all: string[]) => `<main><h1>Catalogue</h1><ul>${all.join("")}</ul></main>`;
const ADDED = field("Added", "3 Feb 2025");
const USE = field("Use instead", "<code>acme/acme-a-2</code>");
const LIVE = card("Acme C 1", "Live", "acme/acme-c-1", ADDED);

const PAGES: Record<string, [string, string[]]> = {
  "a badge with the day": [
    cards(
      card("Acme A 1", "Retiring 1 Dec 2026", "acme/acme-a-1", ADDED + field("Notice given", "1 Sep 2026") + USE),
      LIVE,
    ),
    ["acme/acme-a-1 2026-09-01 2026-12-01 acme/acme-a-2"],
  ],
  "a badge in American form": [
    cards(card("Acme A 1", "Sunset: Dec 1, 2026", "acme/acme-a-1", ADDED + USE), LIVE),
    ["acme/acme-a-1 - 2026-12-01 acme/acme-a-2"],
  ],
  "a badge in German": [
    cards(card("Acme A 1", "Abschaltung am 1. Dezember 2026", "acme/acme-a-1", ADDED + USE), LIVE),
    ["acme/acme-a-1 - 2026-12-01 acme/acme-a-2"],
  ],
  "a badge in Chinese": [
    cards(card("Acme A 1", "2026年12月1日下线", "acme/acme-a-1", ADDED + USE), LIVE),
    ["acme/acme-a-1 - 2026-12-01 acme/acme-a-2"],
  ],
  "a preview that ends": [
    cards(card("Acme A 1 (preview)", "Preview, ends 1 Dec 2026", "acme/acme-a-1-preview", ADDED), LIVE),
    ["acme/acme-a-1-preview - 2026-12-01"],
  ],
  "the day in a field": [
    cards(card("Acme A 1", "Retired", "acme/acme-a-1", ADDED + field("Served to", "14 Aug 2026") + USE), LIVE),
    ["acme/acme-a-1 - 2026-08-14 acme/acme-a-2"],
  ],
  "a badge of a release": [cards(card("Acme A 1", "Added 1 Sep 2026", "acme/acme-a-1", ADDED), LIVE), []],
  "a badge of a discount": [cards(card("Acme A 1", "Discount ends 1 Dec 2026", "acme/acme-a-1", ADDED), LIVE), []],
  "a promise": [
    cards(card("Acme A 1", "Live", "acme/acme-a-1", ADDED + field("Guaranteed to", "31 Mar 2027")), LIVE),
    [],
  ],
  "what ends for fine-tuning": [
    cards(
      card(
        "Acme A 1",
        "Live",
        "acme/acme-a-1",
        ADDED,
        "<p>Fine-tuning jobs on this base close on 15 Dec 2026. Inference goes on as before.</p>",
      ),
      LIVE,
    ),
    [],
  ],
  "a sentence below": [
    cards(
      card("Acme A 1", "Retiring", "acme/acme-a-1", ADDED, "<p>Requests are refused from 1 December 2026.</p>"),
      LIVE,
    ),
    ["acme/acme-a-1 - 2026-12-01"],
  ],
  "an id of another name stays advice": [
    `<main><h1>Models</h1><ul><li><h3>acme-a-1</h3><p>Retires on December 1, 2026. The successor:</p><p><code>acme-a-2</code></p></li><li><h3>acme-b-1</h3><p>In service.</p></li></ul></main>`,
    ["acme-a-1 - 2026-12-01"],
  ],
  "dated notices in a list": [
    `<main><h1>News</h1><ol><li><time>September 14, 2026</time><span class="badge">Retirement</span><h3>Some models leave</h3><p>The following models will be shut down on <strong>December 1, 2026</strong>:</p><ul><li><code>acme-a-1</code></li><li><code>acme-b-1</code></li></ul></li><li><time>September 2, 2026</time><span class="badge">Price</span><h3>New prices</h3><p>The offer for <code>acme-c-1</code> ends on September 30, 2026.</p></li></ol></main>`,
    ["acme-a-1 2026-09-14 2026-12-01", "acme-b-1 2026-09-14 2026-12-01"],
  ],
  "dated notices in Chinese, the later one moves the day": [
    `<main><h1>公告</h1><ol><li><time>2026 年 9 月 14 日</time><span class="badge">延期</span><h3>acme-a-1 延期下线</h3><p>原定 10 月 1 日下线的 <code>acme-a-1</code> 延期至 12 月 1 日下线。</p></li><li><time>2026 年 9 月 1 日</time><span class="badge">下线</span><h3>模型下线通知</h3><p>以下模型将于 10 月 1 日下线：</p><table><thead><tr><th>模型</th><th>下线时间</th><th>替代模型</th></tr></thead><tbody><tr><td>acme-a-1</td><td>2026-10-01</td><td>acme-a-2</td></tr><tr><td>acme-b-1</td><td>2026-10-01</td><td>acme-b-2</td></tr></tbody></table></li></ol></main>`,
    ["acme-a-1 2026-09-01 2026-12-01 acme-a-2", "acme-b-1 2026-09-01 2026-10-01 acme-b-2"],
  ],
  "dated notices without titles": [
    `<main><h1>News</h1><ul><li><time>2026-09-14</time><p><code>acme-a-1</code> will be shut down on December 1, 2026.</p></li><li><time>2026-09-02</time><p><code>acme-c-1</code> is available.</p></li></ul></main>`,
    ["acme-a-1 2026-09-14 2026-12-01"],
  ],
  "days over names are their ends": [
    `<main><h1>Models</h1><h2>Shutdown dates</h2><ul><li>December 1, 2026<ul><li><code>acme-a-1</code></li></ul></li><li>January 15, 2027<ul><li><code>acme-b-1</code></li></ul></li></ul></main>`,
    ["acme-a-1 - 2026-12-01", "acme-b-1 - 2027-01-15"],
  ],
  "new jobs that end, in Chinese": [
    `<main><h1>公告</h1><h2>2026 年 9 月 1 日</h2><p>自 2026 年 12 月 1 日起，<code>acme-a-1</code> 不再支持新建微调任务，推理服务不受影响。</p><p><code>acme-b-1</code> 自 2026 年 12 月 1 日起停止新增部署。</p></main>`,
    [],
  ],
  "terms in code marks, some without a number": [
    `<main><h1>Models</h1><h2>Which models stop soon?</h2><dl><dt><code>acme24b</code></dt><dd>Ends on December 1, 2026. Use <code>acme-a-2</code>.</dd><dt><code>acme3</code></dt><dd>Ends on December 1, 2026.</dd><dt><code>murmur</code></dt><dd>Ends on January 15, 2027. Use <code>murmur-2</code>.</dd></dl></main>`,
    ["acme24b - 2026-12-01 acme-a-2", "acme3 - 2026-12-01", "murmur - 2027-01-15 murmur-2"],
  ],
  "terms that are words": [
    `<main><h1>API</h1><dl><dt><code>stream</code></dt><dd>Streams the answer. Ends on December 1, 2026.</dd><dt><code>effort</code></dt><dd>How long the model thinks.</dd></dl></main>`,
    [],
  ],
  "no longer routable": [
    `<main><h1>News</h1><h2>September 14, 2026</h2><p>As of today <code>acme/acme-a-1</code> is no longer routable.</p></main>`,
    ["acme/acme-a-1 - 2026-09-14"],
  ],
  "a bracket with the own name of an id": [
    `<main><h1>News</h1><h2>September 14, 2026</h2><p><code>gemini-flash-x</code> (Gemini 1.5 [flash]) and <code>gemini-pro-x</code> will be switched off on December 1, 2026.</p></main>`,
    ["gemini-flash-x 2026-09-14 2026-12-01", "gemini-pro-x 2026-09-14 2026-12-01"],
  ],
  "a bracket with another model": [
    `<main><h1>News</h1><h2>September 14, 2026</h2><p><code>acme-flash-1</code> (Gemini 1.5 Flash) will be switched off on December 1, 2026.</p></main>`,
    ["Gemini 1.5 Flash 2026-09-14 2026-12-01", "acme-flash-1 2026-09-14 2026-12-01"],
  ],
  "a maker's path without a number": [
    `<main><h1>公告</h1><h2>2026 年 9 月 14 日</h2><p><code>Nimbus/Sky-Video</code> 和 <code>nimbus/talk-1.4</code> 将于 2026 年 12 月 1 日下线。</p></main>`,
    ["Nimbus/Sky-Video 2026-09-14 2026-12-01", "nimbus/talk-1.4 2026-09-14 2026-12-01"],
  ],
  "a maker's path out of code marks": [
    `<main><h1>News</h1><h2>September 14, 2026</h2><p>The team Nimbus/Docs-Team moves on December 1, 2026. The page of Nimbus/Docs-Team will be shut down on that day.</p></main>`,
    [],
  ],
  "a series of ids with low lines": [
    `<main><h1>News</h1><h2>September 14, 2026</h2><p><code>vid3a_turbo</code> will be shut down on December 1, 2026. Use <code>vid4_turbo</code>.</p></main>`,
    ["vid3a_turbo 2026-09-14 2026-12-01 vid4_turbo"],
  ],
  "parameters with numbers": [
    `<main><h1>News</h1><h2>September 14, 2026</h2><p><code>int4_weights</code> and <code>int8_weights</code> will be removed on December 1, 2026. <code>layer1_size</code> and <code>layer2_size</code> will be removed on December 1, 2026.</p></main>`,
    [],
  ],
  "a question on a model that is called by a word": [
    `<main><h1>FAQ</h1><details><summary>And the model <code>pebble</code>?</summary><p>It stops answering on December 1, 2026 (we had first announced October 1, 2026). We advise <code>acme-a-2</code>.</p></details><details><summary>Does the address change?</summary><p>No.</p></details></main>`,
    ["pebble - 2026-12-01 acme-a-2"],
  ],
  "a question on a parameter": [
    `<main><h1>FAQ</h1><details><summary>And the parameter <code>pebble</code>?</summary><p>It stops working on December 1, 2026.</p></details></main>`,
    [],
  ],
};

for (const [name, [text, expected]] of Object.entries(PAGES))
  test(`cards and notices: ${name}`, async () => assert.deepEqual(await told(text), expected));
