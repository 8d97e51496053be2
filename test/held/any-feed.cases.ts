import assert from "node:assert/strict";
import { test } from "node:test";
import { factsOfText } from "./support.ts";

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** Items of a provider's feed, each with its title and its body; all but the last end one model. Published 2026-09-01. */
const ITEMS: Record<string, readonly [title: string, body: string]> = {
  sentence: [
    "Deprecation of nova-3",
    "<p>We will shut down <code>nova-3</code> on December 15, 2026. Use <code>nova-4</code> instead.</p>",
  ],
  titleOnly: ["nova-3 will be retired on December 15, 2026", "<p>Use <code>nova-4</code> instead.</p>"],
  titleSubject: ["nova-3 deprecated", "<p>This model will be removed on December 15, 2026. Migrate to nova-4.</p>"],
  list: [
    "Model deprecations",
    "<p>The following models will be shut down on December 15, 2026:</p><ul><li><code>nova-3</code> (use <code>nova-4</code>)</li></ul>",
  ],
  table: [
    "Upcoming retirements",
    "<table><tr><th>Model</th><th>Shutdown date</th><th>Replacement</th></tr><tr><td>nova-3</td><td>December 15, 2026</td><td>nova-4</td></tr></table>",
  ],
  h: [
    "Changelog for October",
    "<h3>Deprecated</h3><ul><li>nova-3: end of life on December 15, 2026, replaced by nova-4</li></ul><h3>New</h3><ul><li>nova-5 is now available</li></ul>",
  ],
  html2: [
    "News",
    "<p><strong>Heads up:</strong> nova-3 reaches its end of life on 15 December 2026.</p><p>Please switch to nova-4.</p>",
  ],
  kv: ["Model retirement: nova-3", "<p>Retirement date: December 15, 2026</p><p>Replacement: nova-4</p>"],
  status: [
    "[Scheduled] nova-3 retirement",
    "<p><small>Dec 15, 2026</small><br><strong>Scheduled</strong> - nova-3 will be retired on December 15, 2026. Use nova-4.</p>",
  ],
  de: ["Abkündigung von nova-3", "<p>nova-3 wird am 15. Dezember 2026 abgeschaltet. Nutzen Sie nova-4.</p>"],
  zh: ["nova-3 下线公告", "<p>nova-3 将于 2026 年 12 月 15 日下线，请迁移至 nova-4。</p>"],
  ja: ["nova-3 提供終了のお知らせ", "<p>nova-3 は2026年12月15日に提供を終了します。nova-4 をご利用ください。</p>"],
  launchOnly: ["nova-5 is here", "<p>nova-5 launches on December 15, 2026.</p>"],
};

const rss = (t: string, b: string) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Acme changelog</title><link>https://acme.example</link><item><title>${escaped(t)}</title><link>https://acme.example/1</link><guid>1</guid><pubDate>Tue, 01 Sep 2026 00:00:00 GMT</pubDate><description>${escaped(b)}</description></item></channel></rss>`;
const rss2 = (t: string, b: string) =>
  `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Acme changelog</title><link>https://acme.example</link><item><title>${escaped(t)}</title><link>https://acme.example/1</link><guid>1</guid><pubDate>Tue, 01 Sep 2026 00:00:00 GMT</pubDate><description>Short.</description><content:encoded><![CDATA[${b}]]></content:encoded></item></channel></rss>`;
const atom = (t: string, b: string) =>
  `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Acme</title><id>x</id><updated>2026-09-01T00:00:00Z</updated><entry><title>${escaped(t)}</title><id>1</id><link href="https://acme.example/1"/><updated>2026-09-01T00:00:00Z</updated><content type="html">${escaped(b)}</content></entry></feed>`;
const jf = (t: string, b: string) =>
  JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: "Acme",
    items: [
      { id: "1", title: t, content_html: b, date_published: "2026-09-01T00:00:00Z", url: "https://acme.example/1" },
    ],
  });

for (const [about, [title, body]] of Object.entries(ITEMS))
  for (const [form, write] of Object.entries({ rss, rss2, atom, jf }))
    test(`an item of a feed: ${about}, ${form}`, async () => {
      const facts = (await factsOfText(write(title, body), "feed")).filter((fact) => fact.scheduled);
      assert.deepEqual(
        facts.map((fact) => `${fact.model_id} ${fact.shutdown} ${fact.replacements.join()}`),
        about === "launchOnly" ? [] : ["nova-3 2026-12-15 nova-4"],
      );
    });

test("a title that names more than the words below it end", async () => {
  const body =
    "<p><code>nova-2-mini</code> will be shut down on December 15, 2026. <code>nova-3</code> is unaffected.</p>";
  const facts = await factsOfText(rss("Retiring: nova-2-mini and nova-3", body), "feed");
  assert.deepEqual(
    facts.filter((fact) => fact.scheduled).map((fact) => fact.model_id),
    ["nova-2-mini"],
  );
});
