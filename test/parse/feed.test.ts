import assert from "node:assert/strict";
import { gzipSync } from "node:zlib";
import { test } from "node:test";
import { decodeBody, parseFeed } from "#src/parse/index.ts";
import { feedInstant } from "#src/parse/feed-date.ts";

const item = (inner: string) =>
  `<rss version="2.0"><channel><title>T</title><link>https://a.example/feed/</link><item>${inner}</item></channel></rss>`;

test("objects in guid, title and categories become text; a relative link is resolved", async () => {
  const feed = await parseFeed(
    item(
      '<title type="html">A &amp;amp; B</title><guid isPermaLink="false">g1</guid><link>../post</link><category domain="d">Deprecation</category><category>x</category><pubDate>Mon, 02 Mar 2026 10:00:00 CEST</pubDate><description>d</description>',
    ),
  );
  assert.deepEqual(feed.items[0], {
    id: "g1",
    title: "A & B",
    link: "https://a.example/post",
    published: "2026-03-02T08:00:00.000Z",
    updated: null,
    categories: ["Deprecation", "x"],
    body: "d",
  });
});

test("Atom: categories by term, updated apart from published", async () => {
  const feed = await parseFeed(
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>1</id><title>x</title><category term="Breaking"/><published>2026-01-01T00:00:00Z</published><updated>2026-02-01</updated><content type="html">&lt;p&gt;b&lt;/p&gt;</content></entry></feed>',
  );
  assert.deepEqual(feed.items[0]?.categories, ["Breaking"]);
  assert.equal(feed.items[0]?.published, "2026-01-01T00:00:00.000Z");
  assert.equal(feed.items[0]?.updated, "2026-02-01T00:00:00.000Z");
  assert.equal(feed.items[0]?.body, "<p>b</p>");
});

test("what rss-parser refuses is read by the second parser: ampersands, JSON Feed", async () => {
  assert.equal((await parseFeed(item("<title>AT&T</title><br>"))).items[0]?.title, "AT&T");
  const json = { version: "https://jsonfeed.org/version/1.1", title: "J", items: [{ id: "1", content_text: "b" }] };
  assert.equal((await parseFeed(JSON.stringify(json))).items[0]?.body, "b");
});

test("an ambiguous or broken date is null, the item stays", async () => {
  assert.equal(feedInstant("07/08/2026 10:00"), null);
  assert.equal(feedInstant("soon"), null);
  assert.equal(feedInstant("2026-05-06"), "2026-05-06T00:00:00.000Z");
  assert.equal(feedInstant("2026-05-06T10:00:00"), "2026-05-06T10:00:00.000Z");
  assert.equal(feedInstant("6 May 2026 10:00:00 +0200"), "2026-05-06T08:00:00.000Z");
  assert.equal((await parseFeed(item("<title>x</title><pubDate>soon</pubDate>"))).items[0]?.published, null);
});

test("half a feed is refused, not read in part", async () => {
  await assert.rejects(parseFeed(item("<title>x</title>").slice(0, -30)), /cut off/);
});

test("bodies are decoded by mark, bytes, declaration, in that order", () => {
  const utf16 = Buffer.from("\ufeff<rss>é</rss>", "utf16le");
  assert.equal(decodeBody(utf16, "text/xml; charset=utf-8"), "<rss>é</rss>");
  const utf32 = Buffer.alloc(12);
  utf32.writeUInt32LE(0xfeff, 0);
  utf32.writeUInt32LE(0x1f600, 4);
  utf32.writeUInt32LE(0x41, 8);
  assert.equal(decodeBody(utf32, null), "😀A");
  assert.equal(decodeBody(Buffer.from("<?xml version='1.0' encoding='windows-1252'?>é"), null).at(-1), "é");
  const shiftJis = Buffer.concat([Buffer.from('<meta charset="Shift_JIS">'), Buffer.from([0x83, 0x82])]);
  assert.equal(decodeBody(shiftJis, "text/html").at(-1), "モ");
  assert.equal(decodeBody(Buffer.from([0xc4, 0xe3]), "text/html; charset=gbk"), "你");
  assert.equal(decodeBody(Buffer.from([0x41, 0xe9]), null), "Aé");
  assert.equal(decodeBody(gzipSync("\ufeff\ufeffzipped\0"), null), "zipped");
  assert.throws(() => decodeBody(gzipSync(Buffer.alloc(6 * 1024 * 1024)), null), RangeError);
});

test("XHTML in Atom keeps the order of its words and marks", async () => {
  const entry = (content: string) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><id>1</id><title>x</title><updated>2026-02-01</updated>${content}</entry></feed>`;
  const div = (prefix: string) =>
    `<${prefix}div xmlns="http://www.w3.org/1999/xhtml"><${prefix}p>Both <${prefix}code>a-1</${prefix}code> and <${prefix}b>b-2</${prefix}b> end.</${prefix}p></${prefix}div>`;
  const read = async (content: string) =>
    (await parseFeed(entry(content))).items[0]?.body?.replace(/ xmlns="[^"]*"/, "");
  const body = "<div><p>Both <code>a-1</code> and <b>b-2</b> end.</p></div>";
  assert.equal(await read(`<content type="xhtml">${div("")}</content>`), body);
  assert.equal(await read(`<content type="xhtml">${div("xhtml:")}</content>`), body);
  assert.equal(await read("<content type='text'>plain</content>"), "plain");
  // Character data may show such an element; nothing in it is markup.
  const shown = 'see <content type="xhtml">x</content>';
  assert.equal(await read(`<content type="html"><![CDATA[${shown}]]></content>`), shown);
});
