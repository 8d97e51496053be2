import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** Models that a page keeps in containers of its own: cards, fold-outs, items and terms that are headings. As of 2026-09-20. */
const told = async (text: string, form: "html" | "markdown"): Promise<string[]> =>
  (await factsOfText(text, form))
    .filter((fact) => fact.kind === "model" && fact.scheduled)
    .map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`.trim())
    .toSorted();

const BOTH = ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2027-01-15 acme-b-2"];
const card = (id: string, day: string, to: string) =>
  `<article><h4>${id}</h4><dl><dt>Notice</dt><dd>2026-08-01</dd><dt>Turned off</dt><dd>${day}</dd><dt>Migrate to</dt><dd>${to}</dd></dl></article>`;
const field = (key: string, value: string) => `<li><p><strong>${key}:</strong> ${value}</p></li>`;

const HTML: Record<string, [string, string[]]> = {
  // Headings in a fold-out.
  "cards in fold-outs of years": [
    `<h1>Models</h1><h2>Already off</h2><details><summary>2027</summary>${card("acme-b-1", "2027-01-15", "acme-b-2")}</details><details><summary>2026</summary>${card("acme-a-1", "2026-12-01", "acme-a-2")}</details>`,
    BOTH,
  ],
  "tables under headings in one fold-out": [
    "<h2>Lifecycle</h2><details><summary>All families</summary><h3>Retired</h3><table><tr><th>Model</th><th>Date</th></tr><tr><td>acme-a-1</td><td>2026-12-01</td></tr></table><h3>New</h3><table><tr><th>Model</th><th>Date</th></tr><tr><td>acme-c-1</td><td>2026-08-01</td></tr></table></details>",
    ["acme-a-1 2026-12-01"],
  ],
  "sentences under headings in a fold-out": [
    "<h2>Abschaltungen</h2><details><summary>Ältere</summary><h4>acme-a-1</h4><p>Wird am 1. Dezember 2026 abgeschaltet. Nachfolger: acme-a-2.</p><h4>acme-b-1</h4><p>Wird am 15. Januar 2027 abgeschaltet. Nachfolger: acme-b-2.</p></details>",
    BOTH,
  ],
  // Items of a list that are cards.
  "items with headings": [
    "<h2>Retiring</h2><ul><li><h4>Acme A 1 <code>acme-a-1</code></h4><p>Announced June 1, 2026 · Retires December 1, 2026</p><p>Recommended replacement: <code>acme-a-2</code></p></li><li><h4>Acme B 1 <code>acme-b-1</code></h4><p>Announced June 1, 2026 · Retires January 15, 2027</p><p>Recommended replacement: <code>acme-b-2</code></p></li></ul>",
    BOTH,
  ],
  "items with headings, of models that stay": [
    "<h2>Active</h2><p>No model is retired before its day.</p><ul><li><h4>Acme C 1 <code>acme-c-1</code></h4><p>Earliest retirement: June 9, 2027</p></li><li><h4>Acme D 1 <code>acme-d-1</code></h4><p>Earliest retirement: February 5, 2027</p><p>No retirement has been announced.</p></li></ul>",
    [],
  ],
  "items with headings and fields": [
    `<h2>廃止予定</h2><ul><li><h3>acme-a-1</h3><ul>${field("提供終了日", "2026年12月1日")}${field("後継モデル", "acme-a-2")}</ul></li><li><h3>acme-b-1</h3><ul>${field("提供終了日", "2027年1月15日")}${field("後継モデル", "acme-b-2")}</ul></li></ul>`,
    BOTH,
  ],
  // Cards whose title is no heading.
  "cards with a badge": [
    `<h2>Legacy models</h2><div><div><span><code>acme-a-1</code></span> <span>Legacy</span></div><ul>${field("Legacy since", "2026-05-01")}${field("End of life", "2026-12-01")}${field("Suggested model", "<code>acme-a-2</code>")}</ul></div><div><div><span><code>acme-embed-m</code></span> <span>Legacy</span></div><ul>${field("Legacy since", "2026-05-01")}${field("End of life", "2027-01-15")}${field("Suggested model", "<code>acme-embed-l</code>")}</ul></div>`,
    ["acme-a-1 2026-12-01 acme-a-2", "acme-embed-m 2027-01-15 acme-embed-l"],
  ],
  "cards with a badge, of models that stay": [
    `<h2>Models</h2><div><div><span><code>acme-c-1</code></span> <span>Active</span></div><ul>${field("Available since", "2026-05-01")}${field("End of life", "Not before 2027-12-01")}</ul></div><div><div><span><code>acme-d-1</code></span> <span>Active</span></div><ul>${field("Available since", "2026-05-01")}${field("End of life", "—")}</ul></div>`,
    [],
  ],
  "cards with a status before the name": [
    `<h2>Modelle</h2><div><p><span>Veraltet</span> <code>acme-a-1</code></p><ul>${field("Abschaltung", "01.12.2026")}${field("Ersatz", "<code>acme-a-2</code>")}</ul></div><div><p><span>Veraltet</span> <code>acme-b-1</code></p><ul>${field("Abschaltung", "15.01.2027")}${field("Ersatz", "<code>acme-b-2</code>")}</ul></div>`,
    BOTH,
  ],
  // Terms of a list of definitions that are models.
  "terms and sentences": [
    '<h2>Scheduled removals</h2><p>Announced Aug 3, 2026:</p><dl><dt>acme/acme-a-1<a class="headerlink" href="#">#</a></dt><dd><p>Endpoint removed Dec 1, 2026. Migrate to <code>acme/acme-a-2</code>.</p></dd><dt>acme/acme-b-1<a class="headerlink" href="#">#</a></dt><dd><p>Endpoint removed Jan 15, 2027 (previously Dec 1, 2026). Suggested: <code>acme/acme-b-2</code>. Vectors are not compatible; re-index your collection first.</p></dd></dl>',
    ["acme/acme-a-1 2026-12-01 acme/acme-a-2", "acme/acme-b-1 2027-01-15 acme/acme-b-2"],
  ],
  "terms and sentences, in French": [
    "<h2>Retraits prévus</h2><dl><dt><code>acme-a-1</code></dt><dd>Retiré le 1er décembre 2026. Utilisez <code>acme-a-2</code>.</dd><dt><code>acme-b-1</code></dt><dd>Retiré le 15 janvier 2027. Utilisez <code>acme-b-2</code>.</dd></dl>",
    BOTH,
  ],
  "terms of models that stay": [
    "<h2>Models</h2><dl><dt><code>acme-c-1</code></dt><dd>Released Aug 1, 2026. Our fastest model.</dd><dt><code>acme-d-1</code></dt><dd>Released Sep 1, 2026. It has no end date and replaces <code>acme-c-0</code>.</dd></dl>",
    [],
  ],
  "terms of stages": [
    "<h2>Stages</h2><dl><dt>Deprecated</dt><dd>A model that is deprecated on 1 March 2026 is withdrawn no earlier than 30 May 2026.</dd><dt>Withdrawn</dt><dd>Requests to <code>acme-c-1</code> fail.</dd></dl>",
    [],
  ],
  // Chips side by side.
  "successors as chips": [
    '<h2>Going away</h2><table><tr><th>Model</th><th>Shutdown</th><th>Replacement</th></tr><tr><td>acme-a-1</td><td>2026-12-01</td><td><a class="chip" href="/a">acme-a-2</a><a class="chip" href="/b">acme-b-2</a></td></tr></table>',
    ["acme-a-1 2026-12-01 acme-a-2,acme-b-2"],
  ],
  "models as chips": [
    "<h2>Going away</h2><table><tr><th>Models</th><th>Shutdown</th></tr><tr><td><code>acme-a-1</code><code>acme-b-1</code></td><td>2026-12-01</td></tr></table>",
    ["acme-a-1 2026-12-01", "acme-b-1 2026-12-01"],
  ],
  // Names over ids.
  "short names over paths, several in a cell": [
    "<table><tr><th>Withdrawal date</th><th>Foundation model</th><th>Alternative model</th></tr><tr><td>1 December 2026</td><td>granite-a-8b<br><code>acme/granite-a-8b</code><br>granite-b-8b<br><code>acme/granite-b-8b</code></td><td>granite-c<br><code>acme/granite-c</code></td></tr></table>",
    ["acme/granite-a-8b 2026-12-01 acme/granite-c", "acme/granite-b-8b 2026-12-01 acme/granite-c"],
  ],
  "display names over ids, several in a cell": [
    "<table><tr><th>Retired</th><th>Model</th></tr><tr><td>2026-12-01</td><td>Acme A 1<br><code>acme-a-1</code><br>Acme B 1<br><code>acme-b-1</code></td></tr></table>",
    ["acme-a-1 2026-12-01", "acme-b-1 2026-12-01"],
  ],
};

for (const [name, [text, expected]] of Object.entries(HTML)) {
  test(name, async () => {
    assert.deepEqual(await told(text, "html"), expected);
  });
}
