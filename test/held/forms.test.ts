import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

/** One thing said in the forms that pages have for it: what is read, as "id day replacements". */
const FORMS: readonly (readonly [why: string, html: string, told: readonly string[]])[] = [
  [
    "a day in the attribute of <time>",
    '<table><tr><th>Model</th><th>Retirement date</th></tr><tr><td>acme-a-1</td><td><time datetime="2026-12-01T00:00:00Z">in 72 days</time></td></tr></table>',
    ["acme-a-1 2026-12-01 "],
  ],
  [
    "definitions in sentences",
    "<h2>Model retirements</h2><dl><dt>acme-a-1</dt><dd>Retires December 1, 2026. Use acme-a-2.</dd><dt>acme-b-1</dt><dd>Retires December 2, 2026.</dd></dl>",
    ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-02 "],
  ],
  [
    "definitions as fields below a heading",
    "<h2>acme-a-1</h2><dl><dt>Status</dt><dd>Deprecated</dd><dt>Shutdown date</dt><dd>December 1, 2026</dd><dt>Replacement</dt><dd>acme-a-2</dd></dl>",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  [
    "a fold-out with its name on top",
    "<h2>Deprecations</h2><details><summary>acme-a-1</summary><p>Shutdown date: December 1, 2026</p><p>Replacement: acme-a-2</p></details>",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  [
    "cards of plain blocks",
    '<h2>Retiring models</h2><div class="grid"><div class="card"><div>acme-a-1</div><div>Retires on Dec 1, 2026</div><div>Replacement: acme-a-2</div></div><div class="card"><div>acme-b-1</div><div>Retires on Dec 2, 2026</div></div></div>',
    ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-02 "],
  ],
  [
    "a grid by roles",
    '<div role="table"><div role="row"><div role="columnheader">Model</div><div role="columnheader">Shutdown date</div></div><div role="row"><div role="cell">acme-a-1</div><div role="cell">Dec 1, 2026</div></div></div>',
    ["acme-a-1 2026-12-01 "],
  ],
  [
    "row headings",
    '<table><thead><tr><th>Model</th><th>Shutdown date</th><th>Replacement</th></tr></thead><tbody><tr><th scope="row">acme-a-1</th><td>Dec 1, 2026</td><td>acme-a-2</td></tr></tbody></table>',
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  [
    "a table in a table",
    "<table><tr><td><table><tr><th>Model</th><th>Shutdown date</th></tr><tr><td>acme-a-1</td><td>Dec 1, 2026</td></tr></table></td></tr></table>",
    ["acme-a-1 2026-12-01 "],
  ],
  [
    "items under a day",
    "<h2>Upcoming shutdowns</h2><ul><li><strong>Dec 1, 2026</strong><ul><li><code>acme-a-1</code> \u2192 <code>acme-a-2</code></li><li><code>acme-b-1</code></li></ul></li></ul>",
    ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-01 "],
  ],
  [
    "lists under bold days",
    "<h2>Upcoming shutdowns</h2><p><b>December 1, 2026</b></p><ul><li>acme-a-1</li><li>acme-b-1</li></ul><p><b>January 5, 2027</b></p><ul><li>acme-c-1</li></ul>",
    ["acme-a-1 2026-12-01 ", "acme-b-1 2026-12-01 ", "acme-c-1 2027-01-05 "],
  ],
  [
    "a day in a badge",
    '<table><tr><th>Model</th><th>Status</th></tr><tr><td>acme-a-1</td><td><span class="badge">Retiring Dec 1, 2026</span></td></tr><tr><td>acme-b-1</td><td><span class="badge">Active</span></td></tr></table>',
    ["acme-a-1 2026-12-01 "],
  ],
  [
    "a day in a state",
    "<table><tr><th>Model</th><th>Lifecycle</th></tr><tr><td>acme-a-1</td><td>Deprecated (shutdown: 2026-12-01)</td></tr><tr><td>acme-b-1</td><td>GA</td></tr></table>",
    ["acme-a-1 2026-12-01 "],
  ],
  [
    "a sentence in a column of notes",
    "<table><tr><th>Model</th><th>Context</th><th>Notes</th></tr><tr><td>acme-a-1</td><td>128k</td><td>Will be retired on December 1, 2026, use acme-a-2</td></tr><tr><td>acme-b-1</td><td>128k</td><td></td></tr></table>",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  [
    "a table on its side",
    "<table><tr><th></th><th>acme-a-1</th><th>acme-b-1</th></tr><tr><th>Release date</th><td>Jan 1, 2025</td><td>Jan 2, 2025</td></tr><tr><th>Retirement date</th><td>Dec 1, 2026</td><td>Dec 2, 2026</td></tr><tr><th>Replacement</th><td>acme-a-2</td><td>acme-b-2</td></tr></table>",
    ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-02 acme-b-2"],
  ],
  [
    "a heading that says all",
    "<h2>acme-a-1 (shutting down December 1, 2026)</h2><p>Use acme-a-2 instead.</p>",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  [
    "a heading with the day over a table",
    "<h3>Shutting down on December 1, 2026</h3><table><tr><th>Model</th><th>Replacement</th></tr><tr><td>acme-a-1</td><td>acme-a-2</td></tr></table>",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  [
    "a caption with the day",
    "<table><caption>Models retiring on December 1, 2026</caption><tr><th>Model</th><th>Replacement</th></tr><tr><td>acme-a-1</td><td>acme-a-2</td></tr></table>",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  [
    "a name over its id",
    "<table><tr><th>Model</th><th>Shutdown date</th></tr><tr><td>Acme A<br><small>acme-a-1</small></td><td>Dec 1, 2026</td></tr></table>",
    ["acme-a-1 2026-12-01 "],
  ],
  [
    "a hidden column",
    '<table><tr><th>Model</th><th style="display:none">key</th><th>Shutdown date</th></tr><tr><td>acme-a-1</td><td style="display:none">1</td><td>Dec 1, 2026</td></tr></table>',
    ["acme-a-1 2026-12-01 "],
  ],
  [
    "a struck-out row",
    "<table><tr><th>Model</th><th>Shutdown date</th></tr><tr><td><s>acme-a-1</s></td><td>Dec 1, 2025</td></tr><tr><td>acme-b-1</td><td>Dec 1, 2026</td></tr></table>",
    ["acme-b-1 2026-12-01 "],
  ],
  [
    "data for scripts",
    '<div id="app"></div><script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"models":[{"id":"acme-a-1","shutdownDate":"2026-12-01","replacement":"acme-a-2"},{"id":"acme-b-1","shutdownDate":"2026-12-02","replacement":null}]}}}</script>',
    ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-02 "],
  ],
];

for (const [why, html, told] of FORMS) {
  test(`HTML: ${why}`, async () => {
    const page = `<html><body><main><h1>Model lifecycle</h1>${html}</main></body></html>`;
    const ends = (await factsOfText(page, "html")).filter((fact) => fact.shutdown !== null);
    assert.deepEqual(
      ends.map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`),
      told,
    );
    assert.ok(!ends.some((fact) => fact.state === "retired" || fact.state === "active"), JSON.stringify(ends));
  });
}
