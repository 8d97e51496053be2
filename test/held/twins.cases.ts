import assert from "node:assert/strict";
import { test } from "node:test";
import { marked } from "marked";
import { loadFamilies } from "#src/ingest/index.ts";
import { factsOf, FOLDER, type Page, pages } from "./support.ts";

/** A page says the same in Markdown and as the site that is made of it, whatever stands around it there. */
const families = await loadFamilies();

const MENU = ["Get started", "GPT-5.2", "Claude Opus 4.5", "Deprecated models", "Status"];
const list = (items: string[]) => `<ul>${items.map((item) => `<li><a href="/x">${item}</a></li>`).join("")}</ul>`;

/** Hyphens that may break, spaces that may not, and cells that are wrapped: what editors and sites put into text. */
function dressed(html: string): string {
  return html
    .replaceAll("<td>", '<td>\n  <div class="cell"><span>')
    .replaceAll("</td>", "</span></div>\n</td>")
    .replaceAll(/>[^<]+/g, (text) => text.replaceAll("-", "-\u200b").replaceAll(" ", "\u00a0"));
}

function siteOf(text: string): string {
  const headings = [...text.matchAll(/^#{2,4} (.*)$/gm)].map((match) => (match[1] ?? "").replaceAll(/[`*]/g, ""));
  const body = dressed(marked.parse(text, { async: false }));
  return `<!doctype html><html><head><title>Docs</title></head><body>
<header><div>Docs v2.1</div><div>Updated January 5, 2026.</div></header><nav>${list(MENU)}</nav>
<aside><p>On this page</p>${list(headings)}</aside>
<main><div>Docs &gt; Models &gt; Deprecations</div>${body}<p>Was this page helpful?</p><p>Last updated 2026-08-01 UTC.</p></main>
<footer>${list(["Privacy", "© 2026"])}</footer></body></html>`;
}

async function told(page: Page, by: "own" | "generic"): Promise<string[]> {
  const facts = (await factsOf(families, page, by)).filter((fact) => fact.scheduled);
  return facts
    .map(({ kind, model_id, shutdown, precision, announced, replacements }) =>
      [kind, model_id, shutdown, precision, announced, replacements.join()].join(" | "),
    )
    .sort();
}

// Components are the site's own language, and front matter is not part of its text.
const plain = [...pages(), ...pages(`${FOLDER}later/`)]
  .filter((page) => page.contentType === "text/markdown" && !/^\s*<[A-Z]/m.test(page.text))
  .map((page) => ({ ...page, text: page.text.replace(/^---\n[\s\S]*?\n---\n/, "") }));

for (const page of plain) {
  void test(`${page.name}: Markdown and the site made of it say the same`, async () => {
    const site: Page = { ...page, text: siteOf(page.text), contentType: "text/html" };
    const by = page.truth.source === "generic" ? "generic" : "own";
    assert.deepEqual(await told(site, by), await told(page, by));
  });
}
