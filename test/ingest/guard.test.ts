import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import type { SourceDocument, SourceGuards, SourceSpec } from "#src/core/source.ts";
import { judgeBody, judgeReading } from "#src/ingest/index.ts";
import { decodeBody } from "#src/parse/index.ts";

const loose: SourceGuards = { minBytes: 1, mustMention: [], minFacts: 0 };
const url = "https://docs.acme.example/models";

function judge(
  text: string,
  over: Partial<SourceDocument> & { form?: SourceSpec["form"] } = {},
  guards = loose,
): string {
  const { form = "auto", ...rest } = over;
  const spec: SourceSpec = { id: "x", url, provider: "p", surface: "s", form, trust: "provider", nature: "page" };
  const document = { spec, url, text, contentType: null, at: "2027-01-01T00:00:00Z", ...rest };
  const verdict = judgeBody(document, guards);
  return verdict.sound ? "sound" : verdict.reason;
}

const page = (inner: string, title = "Models") =>
  `<html><head><title>${title}</title></head><body><main>${inner}</main></body></html>`;
const prose =
  "The model acme-1 is deprecated and will be switched off on May 1, 2027. Use acme-2 instead of it. ".repeat(3);

test("sound pages of every form", () => {
  assert.equal(judge(page(`<p>${prose}</p>`)), "sound");
  assert.equal(judge(`# Models\n\n${prose}`, { form: "markdown" }), "sound");
  assert.equal(judge('{"data": [{"id": "x", "error": null}]}', { form: "json" }), "sound");
  assert.equal(judge('<rss version="2.0"><channel></channel></rss>', { form: "feed" }), "sound");
  assert.equal(judge(prose, { url: "https://www.docs.acme.example/other" }), "sound");
  const row = "<tr><td>acme-1</td><td>2027-05-01</td></tr>";
  assert.equal(judge(page(`<h1>Shutdowns</h1><table><tr><th>Model</th><th>Off</th></tr>${row}</table>`)), "sound");
  assert.equal(judge(page(`<p>${prose.repeat(20)} Just a moment... captcha, sign in</p>`)), "sound");
});

const HEADER = "| Model | Off |\n|---|---|\n";
const EMPTY_TABLE = "<table><thead><tr><th>Model</th><th>Off</th></tr></thead><tbody></tbody></table>";

test("one empty table may be meant, and one beside a full one is", () => {
  assert.equal(judge(`# A\n\n${prose}\n\n${HEADER}`), "sound");
  assert.equal(judge(`# A\n\n${HEADER}\n## B\n\n${HEADER}| acme-1 | 2027-05-01 |\n`), "sound");
  assert.equal(judge(page(`<p>${prose}</p>${EMPTY_TABLE}`)), "sound");
  const full = EMPTY_TABLE.replace("<tbody>", "<tbody><tr><td>acme-1</td><td>2027-05-01</td></tr>");
  assert.equal(judge(page(`<p>${prose}</p>${EMPTY_TABLE}${full}`)), "sound");
  const least = { ...loose, minFacts: 1 };
  assert.match(judge(`# A\n\n${prose}\n\n${HEADER}`, {}, least), /no rows/);
});

const faults: [string, RegExp, string, Parameters<typeof judge>[1]?][] = [
  ["empty", /empty/, " \n "],
  ["another host", /another host, evil.example/, prose, { url: "https://evil.example/models" }],
  ["a picture", /content type/, prose, { contentType: "image/png" }],
  ["a challenge", /challenge/, page("<h1>Just a moment...</h1><p>Verify you are human</p>")],
  ["a challenge named by its script", /challenge/, page('<div class="h-captcha"></div><p>One more step</p>')],
  [
    "a login by its form",
    /login/,
    page('<form action="/oauth/start"><input type="password"></form><p>Welcome back</p>'),
  ],
  ["a login by its title", /login/, page("<p>Deprecated on June 1, 2026. Continue with your account.</p>", "Anmelden")],
  ["an error page", /error page/, page("<h1>404 Not Found</h1><p>nginx and more words to fill the page</p>")],
  ["an app shell", /app shell/, page('<h1>Models</h1><div id="root"></div>')],
  ["a JSON error", /error as JSON/, '{"type":"error","error":{"type":"overloaded_error"}}'],
  ["a JSON message with a status", /error as JSON/, '{"message":"no","statusCode":403}'],
  ["cut JSON", /broken or cut off/, '{"data":[{"id":"x"', { form: "json" }],
  ["HTML for JSON", /broken or cut off/, page(prose), { form: "json" }],
  ["HTML for a feed", /not a feed/, page(prose), { form: "feed" }],
  ["JSON for a page", /not a page/, '{"models":[1]}', { form: "html" }],
  ["a cut table", /table row/, "| a | b |\n|---|---|\n| 1 | 2 |\n| 3"],
  ["tables without rows", /no rows/, `# A\n\n${prose}\n\n${HEADER}\n## B\n\n${HEADER}\n`],
  ["HTML tables without rows", /no rows/, page(`<p>${prose}</p>${EMPTY_TABLE}${EMPTY_TABLE}`)],
  ["cut HTML", /cut off/, `<html><body><p>${prose}</p><table><tr><td>acme`],
];

for (const [what, reason, text, over] of faults) {
  test(`unsound: ${what}`, () => assert.match(judge(text, over), reason));
}

test("size, marks and facts of the source's own guards", () => {
  const guards = { minBytes: 100, mustMention: [["retire", "deprecat"], ["model"]], minFacts: 3 };
  assert.match(judge("short deprecated model", {}, guards), /only 22 bytes/);
  assert.match(judge("x".repeat(200), {}, guards), /none of these is there: retire, deprecat/);
  assert.equal(judge(prose, {}, guards), "sound");
  assert.equal(judgeReading({ facts: [], problems: [] }, guards).sound, false);
});

const corpus = new URL("../../../shared/corpus/", import.meta.url);
const skip = existsSync(corpus) ? false : "the shared corpus is not here";

test("no good page of the corpus is called a wall, an error or cut off", { skip }, () => {
  const wrong: string[] = [];
  let pages = 0;
  const folders = readdirSync(new URL("pages/", corpus), { recursive: true, withFileTypes: true });
  for (const entry of folders) {
    if (!entry.isFile() || entry.parentPath.includes("/faults")) continue;
    pages += 1;
    const verdict = judge(decodeBody(readFileSync(`${entry.parentPath}/${entry.name}`), null));
    if (verdict !== "sound") wrong.push(`${entry.parentPath}/${entry.name}: ${verdict}`);
  }
  assert.deepEqual(wrong, []);
  assert.ok(pages > 80);
});

test("walls, errors and cut transfers of the corpus are unsound without any guard of their source", { skip }, () => {
  const bad = ["cloudflare-challenge.html", "empty.md", "gemini-appshell.html", "login.html", "overloaded.json"];
  for (const name of [...bad, "openrouter-truncated.json", "anthropic-truncated.md"]) {
    const text = decodeBody(readFileSync(new URL(`pages/faults/${name}`, corpus)), null);
    assert.notEqual(judge(text), "sound", name);
  }
});
