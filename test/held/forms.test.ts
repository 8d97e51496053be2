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

/** The same in Markdown and in plain text. */
const MARKDOWN: readonly (readonly [why: string, text: string, told: readonly string[]])[] = [
  [
    "a grid of reStructuredText",
    "Model retirements\n=================\n\n+-----------+-----------------+-------------+\n| Model     | Retirement date | Replacement |\n+===========+=================+=============+\n| acme-a-1  | 2026-12-01      | acme-a-2    |\n+-----------+-----------------+-------------+\n",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  [
    "a simple table of reStructuredText",
    "Model retirements\n=================\n\n========  ===============  ===========\nModel     Retirement date  Replacement\n========  ===============  ===========\nacme-a-1  2026-12-01       acme-a-2\n========  ===============  ===========\n",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  [
    "a grid whose rows have lines",
    "+-----------+-----------------+-------------+\n| Model     | Retirement date | Replacement |\n+===========+=================+=============+\n| acme-a-1  | 2026-12-01      | acme-a-2 or |\n|           |                 | acme-a-3    |\n+-----------+-----------------+-------------+\n| acme-b-1  | 2026-12-02      | acme-b-2    |\n+-----------+-----------------+-------------+\n",
    ["acme-a-1 2026-12-01 acme-a-2,acme-a-3", "acme-b-1 2026-12-02 acme-b-2"],
  ],
  [
    "cells parted by tabs",
    "Model\tRetirement date\tReplacement\nacme-a-1\t2026-12-01\tacme-a-2\nacme-b-1\t2026-12-02\tacme-b-2\n",
    ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-02 acme-b-2"],
  ],
  [
    "columns of blanks in a mail",
    "Hello,\n\nthese models go away:\n\nModel       Shutdown date   Replacement\nacme-a-1    2026-12-01      acme-a-2\nacme-b-1    2026-12-02      acme-b-2\n\nBest,\nAcme",
    ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-02 acme-b-2"],
  ],
  [
    "columns of blanks over a rule",
    "Model       Shutdown date   Replacement\n---------   -------------   -----------\nacme-a-1    2026-12-01      acme-a-2\n",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  [
    "tabs in a mail",
    "Hi,\n\nModel\tShutdown date\tReplacement\nacme-a-1\tDecember 1, 2026\tacme-a-2\nacme-b-1\tDecember 2, 2026\tacme-b-2\n\nThanks",
    ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-02 acme-b-2"],
  ],
  [
    "two blanks between sentences are no columns",
    "We keep acme-a-1.  It is fine until 2026-12-01.  Really.\nWe keep acme-b-1.  It is fine until 2026-12-02.  Really.\n",
    ["acme-a-1 2026-12-01 ", "acme-b-1 2026-12-02 "],
  ],
  [
    "rows in the properties of a component",
    '# Model retirements\n\n<DeprecationTable rows={[{ model: "acme-a-1", retirementDate: "2026-12-01", replacement: "acme-a-2" }]} />\n',
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  [
    "cards",
    '# Model retirements\n\n<CardGroup>\n  <Card title="acme-a-1">\n    Retires on December 1, 2026. Use `acme-a-2`.\n  </Card>\n  <Card title="acme-b-1">\n    Retires on December 2, 2026.\n  </Card>\n</CardGroup>\n',
    ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-02 "],
  ],
  [
    "a fold-out with fields",
    '# Model retirements\n\n<AccordionGroup>\n<Accordion title="acme-a-1">\n\n- **Retirement date:** December 1, 2026\n- **Replacement:** `acme-a-2`\n\n</Accordion>\n</AccordionGroup>\n',
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  [
    "an entry of a changelog",
    '# Changelog\n\n<Update label="September 1, 2026">\n\n## Deprecations\n\n- `acme-a-1` will be retired on December 1, 2026. Use `acme-a-2`.\n\n</Update>\n',
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  [
    "an entry that begins with its act",
    "# Changelog\n\n### September 1, 2026\n\n**Deprecated** `acme-a-1`: shuts down December 1, 2026. Migrate to `acme-a-2`.\n",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  [
    "items that begin with a day",
    "# Upcoming\n\n- 2026-12-01: `acme-a-1` retired (use `acme-a-2`)\n- 2026-12-02: `acme-b-1` retired\n",
    ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-02 "],
  ],
  [
    "arrows below a heading with the day",
    "# Deprecations\n\n## Shutdown on December 1, 2026\n\n- `acme-a-1` \u2192 `acme-a-2`\n- `acme-b-1` \u2192 `acme-b-2`\n",
    ["acme-a-1 2026-12-01 acme-a-2", "acme-b-1 2026-12-01 acme-b-2"],
  ],
  [
    "a warning",
    "# Acme A 1\n\n> [!WARNING]\n> acme-a-1 is deprecated and will be removed on December 1, 2026. Please migrate to acme-a-2.\n",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  [
    "an admonition",
    "# Models\n\n:::warning\nacme-a-1 is deprecated and will be shut down on December 1, 2026. Use acme-a-2.\n:::\n",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  [
    "a table without outer bars",
    "Model | Retirement date | Replacement\n--- | --- | ---\nacme-a-1 | 2026-12-01 | acme-a-2\n",
    ["acme-a-1 2026-12-01 acme-a-2"],
  ],
  [
    "rows that name groups",
    "# Models\n\n| Model | Retirement date |\n|---|---|\n| **Chat** | |\n| acme-a-1 | 2026-12-01 |\n| **Image** | |\n| acme-i-1 | 2026-12-02 |\n",
    ["acme-a-1 2026-12-01 ", "acme-i-1 2026-12-02 "],
  ],
  [
    "days in a column of states",
    "# Models\n\n| Model | Status |\n|---|---|\n| acme-a-1 | Retiring Dec 1, 2026 |\n| acme-b-1 | Retired Dec 1, 2025 |\n| acme-c-1 | Active (until at least Dec 1, 2027) |\n",
    ["acme-a-1 2026-12-01 ", "acme-b-1 2025-12-01 ", "acme-c-1 2027-12-01 "],
  ],
  [
    "three stages",
    "# Models\n\n| Model | Legacy | Deprecation | EOL |\n|---|---|---|---|\n| acme-a-1 | 2026-06-01 | 2026-09-01 | 2026-12-01 |\n",
    ["acme-a-1 2026-12-01 "],
  ],
  [
    "one table for each state",
    "# Models\n\n## Retired\n\n| Model | Date |\n|---|---|\n| acme-a-1 | 2025-12-01 |\n\n## Retiring soon\n\n| Model | Date |\n|---|---|\n| acme-b-1 | 2026-12-01 |\n\n## New\n\n| Model | Date |\n|---|---|\n| acme-c-1 | 2026-09-01 |\n",
    ["acme-a-1 2025-12-01 ", "acme-b-1 2026-12-01 "],
  ],
  [
    "bullets in bullets",
    "# Deprecations\n\n- Chat models\n  - `acme-a-1`\n    - Shutdown: December 1, 2026\n    - Replacement: `acme-a-2`\n- Image models\n  - `acme-i-1`\n    - Shutdown: December 2, 2026\n",
    ["acme-a-1 2026-12-01 acme-a-2", "acme-i-1 2026-12-02 "],
  ],
  [
    "dated steps below a heading",
    "# Deprecations\n\n## acme-a-1\n\n- September 1, 2026: deprecated\n- November 1, 2026: no new users\n- December 1, 2026: shut down\n",
    ["acme-a-1 2026-12-01 "],
  ],
];

for (const [why, text, told] of MARKDOWN) {
  test(`Markdown: ${why}`, async () => {
    const ends = (await factsOfText(text)).filter((fact) => fact.shutdown !== null);
    assert.deepEqual(
      ends.map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`),
      told,
    );
  });
}
