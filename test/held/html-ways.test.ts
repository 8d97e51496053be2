import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

const ROWS = [
  ["acme-2-mini", "May 4, 2027", "acme-3"],
  ["acme-2-large", "June 4, 2027", "acme-4"],
] as const;

const iso = (day: string): string => new Date(`${day} UTC`).toISOString().slice(0, 10);
const each = (write: (model: string, day: string, use: string) => string): string =>
  ROWS.map(([model, day, use]) => write(model, day, use)).join("");
const page = (body: string): string =>
  `<!doctype html><html><head><title>Deprecations – Acme Docs</title></head><body><header><nav><a href="/">Docs</a><a href="/models">Models</a></nav></header><main><h1>Deprecations</h1><p>We retire models from time to time.</p><h2>Upcoming retirements</h2>${body}</main><footer><p>© 2027 Acme</p></footer></body></html>`;

/** The same two ends in the layouts of documentation sites. */
const LAYOUTS: Readonly<Record<string, string>> = {
  "a table": `<table><thead><tr><th>Model</th><th>Shutdown date</th><th>Replacement</th></tr></thead><tbody>${each((m, d, r) => `<tr><td><code>${m}</code></td><td>${d}</td><td>${r}</td></tr>`)}</tbody></table>`,
  "the model as row heading": `<table><tr><th scope="col">Model</th><th scope="col">Shutdown date</th><th scope="col">Replacement</th></tr>${each((m, d, r) => `<tr><th scope="row">${m}</th><td>${d}</td><td>${r}</td></tr>`)}</table>`,
  "headings in bold cells": `<table><tr><td><strong>Model</strong></td><td><strong>Shutdown date</strong></td><td><strong>Replacement</strong></td></tr>${each((m, d, r) => `<tr><td>${m}</td><td>${d}</td><td>${r}</td></tr>`)}</table>`,
  "a time element": `<table><tr><th>Model</th><th>Shutdown date</th><th>Replacement</th></tr>${each((m, d, r) => `<tr><td>${m}</td><td><time datetime="${iso(d)}">in some weeks</time></td><td>${r}</td></tr>`)}</table>`,
  "roles of a table": `<div role="table"><div role="row"><span role="columnheader">Model</span><span role="columnheader">Shutdown date</span><span role="columnheader">Replacement</span></div>${each((m, d, r) => `<div role="row"><span role="cell">${m}</span><span role="cell">${d}</span><span role="cell">${r}</span></div>`)}</div>`,
  "rows of elements": `<div class="grid"><div class="r"><div>Model</div><div>Shutdown date</div><div>Replacement</div></div>${each((m, d, r) => `<div class="r"><div>${m}</div><div>${d}</div><div>${r}</div></div>`)}</div>`,
  "cells of elements without rows": `<div class="grid"><div>Model</div><div>Shutdown date</div><div>Replacement</div>${each((m, d, r) => `<div>${m}</div><div>${d}</div><div>${r}</div>`)}</div>`,
  "terms over fields": `<dl>${each((m, d, r) => `<dt>${m}</dt><dd>Shutdown date: ${d}</dd><dd>Replacement: ${r}</dd>`)}</dl>`,
  "terms under a heading": each(
    (m, d, r) => `<h3>${m}</h3><dl><dt>Shutdown date</dt><dd>${d}</dd><dt>Replacement</dt><dd>${r}</dd></dl>`,
  ),
  "fold-outs of fields": each(
    (m, d, r) => `<details><summary>${m}</summary><p>Shutdown date: ${d}</p><p>Replacement: ${r}</p></details>`,
  ),
  "the day in the title of a fold-out": each(
    (m, d, r) => `<details><summary>${m} — ${d}</summary><p>Please use ${r}.</p></details>`,
  ),
  "cards of keys and values": each(
    (m, d, r) =>
      `<div class="card"><div class="t">${m}</div><div class="row"><div class="k">Shutdown date</div><div class="v">${d}</div></div><div class="row"><div class="k">Replacement</div><div class="v">${r}</div></div></div>`,
  ),
  "cards with a badge and bullets": each(
    (m, d, r) =>
      `<article><header><h3><code>${m}</code></h3><span class="badge">Deprecated</span></header><ul><li>Shuts down ${d}</li><li>Use <code>${r}</code></li></ul></article>`,
  ),
  "headings as keys": each(
    (m, d, r) => `<section><h3>${m}</h3><h4>Shutdown date</h4><p>${d}</p><h4>Replacement</h4><p>${r}</p></section>`,
  ),
  "items of a line": `<ul>${each((m, d, r) => `<li><strong>${m}</strong>: ${d}, use ${r}</li>`)}</ul>`,
  "nested items": `<ul>${each((m, d, r) => `<li><p><code>${m}</code></p><ul><li>Shutdown date: ${d}</li><li>Replacement: <code>${r}</code></li></ul></li>`)}</ul>`,
  "lines of an item": `<ul>${each((m, d, r) => `<li><code>${m}</code><br>Shutdown: ${d}<br>Replacement: <code>${r}</code></li>`)}</ul>`,
  warnings: each(
    (m, d, r) =>
      `<div class="admonition warning"><p class="admonition-title">Warning</p><p><code>${m}</code> will be shut down on ${d}. Use <code>${r}</code> instead.</p></div>`,
  ),
  paragraphs: each(
    (m, d, r) => `<p>On ${d}, we will remove <code>${m}</code>. Its replacement is <code>${r}</code>.</p>`,
  ),
  "tables under days": each(
    (m, d, r) =>
      `<h3>${d}</h3><table><tr><th>Model</th><th>Replacement</th></tr><tr><td>${m}</td><td>${r}</td></tr></table>`,
  ),
  "lists under days": each((m, d, r) => `<h3>${d}</h3><ul><li><code>${m}</code> → <code>${r}</code></li></ul>`),
  "panels of tabs": `<div class="tabs"><div role="tablist"><button role="tab">API</button><button role="tab">Console</button></div><div role="tabpanel"><table><tr><th>Model</th><th>Shutdown date</th><th>Replacement</th></tr>${each((m, d, r) => `<tr><td>${m}</td><td>${d}</td><td>${r}</td></tr>`)}</table></div><div role="tabpanel" hidden><p>None.</p></div></div>`,
  "a table within a table": `<table><tr><td><table><tr><th>Model</th><th>Shutdown date</th><th>Replacement</th></tr>${each((m, d, r) => `<tr><td>${m}</td><td>${d}</td><td>${r}</td></tr>`)}</table></td></tr></table>`,
  "a table for each model": each(
    (m, d, r) =>
      `<table><tr><th>Model</th><td>${m}</td></tr><tr><th>Shutdown date</th><td>${d}</td></tr><tr><th>Replacement</th><td>${r}</td></tr></table>`,
  ),
  "a table under each name": each(
    (m, d, r) =>
      `<h3>${m}</h3><table><tr><th>Shutdown date</th><td>${d}</td></tr><tr><th>Replacement</th><td>${r}</td></tr></table>`,
  ),
  "models across": `<table><tr><th></th><th>acme-2-mini</th><th>acme-2-large</th></tr><tr><td>Shutdown date</td><td>May 4, 2027</td><td>June 4, 2027</td></tr><tr><td>Replacement</td><td>acme-3</td><td>acme-4</td></tr></table>`,
  "a row that groups": `<table><tr><th>Model</th><th>Shutdown date</th><th>Replacement</th></tr><tr><td colspan="3">Text models</td></tr>${each((m, d, r) => `<tr><td>${m}</td><td>${d}</td><td>${r}</td></tr>`)}</table>`,
  "the day first": `<table><tr><th>Shutdown date</th><th>Model</th><th>Replacement</th></tr>${each((m, d, r) => `<tr><td rowspan="1">${d}</td><td>${m}</td><td>${r}</td></tr>`)}</table>`,
  "the day in a badge of the heading": each(
    (m, d, r) =>
      `<div><h3>${m} <span class="badge">Shuts down ${d}</span></h3><p>Recommended replacement: <a href="/${r}">${r}</a></p></div>`,
  ),
  "a timeline of items": `<ol class="timeline">${each((m, d, r) => `<li><time>${d}</time><h3>${m} shutdown</h3><p>Use ${r} instead.</p></li>`)}</ol>`,
  "a timeline of elements": `<div class="timeline">${each((m, d, r) => `<div class="event"><div class="date">${d}</div><div class="body"><b>${m}</b> is shut down; ${r} takes its place.</div></div>`)}</div>`,
  questions: each((m, d, r) => `<h3>When will ${m} be shut down?</h3><p>On ${d}. We recommend ${r}.</p>`),
  "fields in bold": each(
    (m, d, r) => `<p><b>Model:</b> ${m}<br><b>Shutdown date:</b> ${d}<br><b>Replacement:</b> ${r}</p>`,
  ),
  "data of the page": `<script type="application/json" id="data">${JSON.stringify({ models: ROWS.map(([m, d, r]) => ({ id: m, shutdown_date: iso(d), replacement: r })) })}</script><div id="root"></div>`,
  "state of the page": `<div id="app"></div><script>window.__DATA__=${JSON.stringify({ deprecations: ROWS.map(([m, d, r]) => ({ model: m, shutdownDate: `${iso(d)}T00:00:00.000Z`, replacement: r })) })}</script>`,
};

for (const [layout, body] of Object.entries(LAYOUTS))
  test(`two ends in HTML: ${layout}`, async () => {
    const told = (await factsOfText(page(body), "html"))
      .filter((fact) => fact.shutdown !== null)
      .map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`);
    assert.equal(told.toSorted().join("; "), "acme-2-large 2027-06-04 acme-4; acme-2-mini 2027-05-04 acme-3");
  });
