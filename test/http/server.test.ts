import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { createConnection } from "node:net";
import { after, before, describe, it } from "node:test";
import { gunzipSync } from "node:zlib";
import { request } from "node:http";
import { languageOf } from "#src/http/language.ts";
import { HTTP_PATHS } from "#src/http/routes.ts";
import { depsOf, serve, type Site } from "./support.ts";

/** The matcher that Slack's HTTP receiver uses for listed paths. */
type Match = (pattern: string) => (path: string) => unknown;
const { match } = createRequire(import.meta.resolve("@slack/bolt"))("path-to-regexp") as { match: Match };

let site: Site;
before(async () => {
  site = await serve();
});
after(() => site.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(site.url + path, { headers });
const html = async (path: string, headers: Record<string, string> = {}) =>
  (await get(path, { accept: "text/html", ...headers })).text();

const PATHS = [
  "/",
  "/sources",
  "/models/openai-api/sol-1",
  "/calendar.ics",
  "/feed.xml",
  "/feed.json",
  "/model-eol/azure.json",
  "/timeline.png",
  "/icon.svg",
];

describe("every address", () => {
  it("may be kept, is known again by its ETag, and answers HEAD with the same headers", async () => {
    for (const path of PATHS) {
      const first = await get(path);
      const size = (await first.arrayBuffer()).byteLength;
      assert.equal(first.status, 200, path);
      assert.ok(size > 100, path);
      const etag = first.headers.get("etag") ?? "";
      assert.match(first.headers.get("cache-control") ?? "", /max-age=\d+/, path);
      const again = await get(path, { "if-none-match": `"other", ${etag}` });
      assert.equal(again.status, 304, path);
      assert.equal(again.headers.get("etag"), etag);
      const head = await fetch(site.url + path, { method: "HEAD" });
      assert.equal(head.headers.get("etag"), etag, path);
      assert.equal((await head.arrayBuffer()).byteLength, 0);
    }
  });

  it("forbids scripts and frames, and is served as what it says", async () => {
    for (const path of [...PATHS, "/healthz", "/metrics", "/nothing"]) {
      const { headers } = await get(path);
      assert.equal(headers.get("x-content-type-options"), "nosniff", path);
      const policy = headers.get("content-security-policy") ?? "";
      assert.match(policy, /default-src 'none'.*frame-ancestors 'none'/, path);
      assert.doesNotMatch(policy, /script-src|unsafe/);
    }
  });

  it("is one of the listed paths, for servers that ask for a list", () => {
    const listed = (path: string) => HTTP_PATHS.some((pattern) => match(pattern)(path) !== false);
    for (const path of [
      ...PATHS,
      "/models/azure/luna-mini/2024-08-06",
      "/models/together/org%2Fdusk-70b",
      "/calendar/abc.ics",
      "/healthz",
    ])
      assert.ok(listed(path), path);
    assert.equal(listed("/slack/events"), false);
  });
});

describe("the server", () => {
  it("compresses what is worth it", async () => {
    const raw = await new Promise<{ body: Buffer; encoding: string | undefined }>((resolve, reject) => {
      request(`${site.url}/`, { headers: { "accept-encoding": "br, gzip;q=0.8" } }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({ body: Buffer.concat(chunks), encoding: response.headers["content-encoding"] }),
        );
      })
        .on("error", reject)
        .end();
    });
    assert.equal(raw.encoding, "gzip");
    assert.match(gunzipSync(raw.body).toString(), /<!doctype html>/);
    const plain = await get("/", { "accept-encoding": "gzip;q=0" });
    assert.equal(plain.headers.get("content-encoding"), null);
    assert.match(plain.headers.get("vary") ?? "", /Accept-Language, Accept-Encoding/);
  });

  it("refuses other methods, and survives an address that is none", async () => {
    const post = await fetch(`${site.url}/`, { method: "POST" });
    assert.equal(post.status, 405);
    assert.equal(post.headers.get("allow"), "GET, HEAD");
    const answer = await new Promise<string>((resolve) => {
      const socket = createConnection(Number(new URL(site.url).port), "127.0.0.1");
      socket.on("data", (data) => resolve(data.toString()));
      socket.end("GET http://[ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    });
    assert.match(answer, /^HTTP\/1\.1 4\d\d/);
    assert.equal((await get("/%E0%A4%A")).status, 404);
    assert.equal((await get("//evil.example/sources")).status, 404);
  });

  it("says nothing of its trouble to strangers", async () => {
    const deps = depsOf();
    const broken = await serve({ ...deps, upcoming: () => Promise.reject(new Error("secret words")) });
    const response = await fetch(`${broken.url}/`);
    assert.equal(response.status, 500);
    assert.doesNotMatch(await response.text(), /secret/);
    assert.equal(broken.errors.length, 1);
    assert.equal(response.headers.get("cache-control"), "no-store");
    await broken.close();
  });

  it("tells health and figures", async () => {
    assert.equal((await get("/healthz")).status, 200);
    assert.equal((await get("/livez")).status, 200);
    assert.equal((await get("/readyz")).status, 503);
    assert.equal((await get("/healthz?ready")).status, 503);
    assert.match(await (await get("/metrics")).text(), /sundown_source_age_seconds\{source="acme-page"\} 7200/);
  });
});

describe("pages", () => {
  it("lists what is ahead, by month, and finds a model as a person writes it", async () => {
    const all = await html("/");
    assert.match(all, /<h1>3 upcoming shutdowns in the next 30 days<\/h1>/);
    assert.match(all, /href="\/models\/together\/org%2Fdusk-70b"/);
    assert.doesNotMatch(all, /old-1|\/models\/openai-api\/sol-3"/);
    const found = await html("/?q=Sol%201");
    assert.match(found, /models\/openai-api\/sol-1"/);
    assert.doesNotMatch(found, /luna/);
    assert.doesNotMatch(await html("/?surface=azure"), /sol-2/);
    assert.match(await html("/?past=1"), /old-1[^]*sol-3/);
    const near = await html("/?q=sol-33");
    assert.match(near, /searchEverything|past and current/);
  });

  it("escapes whatever a source says, and links to http alone", async () => {
    for (const path of [
      "/",
      `/models/openai-api/${encodeURIComponent(`<script>alert("x")</script>&'`)}`,
      "/?q=%22%3E%3Cscript%3E",
    ]) {
      const text = await html(path);
      assert.doesNotMatch(text, /<script|<img|javascript:/i, path);
      assert.match(text, /&lt;script|&quot;&gt;/, path);
    }
  });

  it("tells a model's story: evidence, history, replacements with their own runway", async () => {
    const text = await html("/models/openai-api/sol-1");
    assert.match(text, /<blockquote>sol-1 will be shut down\.<\/blockquote>/);
    assert.match(text, /shutdown date moved<\/strong>: <s><time datetime="2026-10-27">/);
    assert.match(text, /31 days later/);
    assert.match(text, /sol-2<\/code><\/a> · <span class="far">its own shutdown is in 212 days/);
    assert.match(text, /sol-3<\/code><\/a> · <span class="soft">no shutdown of its own announced/);
    assert.match(text, /nobody-knows<\/code> <span class="soft">· nothing is known of its own shutdown/);
    assert.match(await html("/models/azure/luna-mini/2024-08-06"), /luna-mini \(2024-08-06\)/);
    assert.match(await html("/models/together/org/dusk-70b"), /org\/dusk-70b/);
  });

  it("shows the sources' health, and no key of theirs", async () => {
    const text = await html("/sources");
    assert.match(text, /Sources: 1 of 2 good/);
    assert.match(text, /HTTP 503/);
    assert.match(text, /href="https:\/\/docs\.acme\.example\/models"/);
    assert.doesNotMatch(text, /geheim|user:pass/);
  });

  it("speaks the reader's language", async () => {
    assert.match(
      await html("/", { "accept-language": "fr, zh-TW;q=0.8, en;q=0.5" }),
      /<html lang="zh-CN">[^]*即将停用/,
    );
    assert.match(await html("/", { "accept-language": "fr" }), /<html lang="en">/);
    const asked = (header: string, query = "") =>
      languageOf({ query: new URLSearchParams(query), acceptLanguage: header }, ["en", "zh-CN"]);
    assert.equal(asked("en;q=0.2, zh;q=0.9"), "zh-CN");
    assert.equal(asked("zh;q=0, en"), "en");
    assert.equal(asked("en", "lang=zh-CN"), "zh-CN");
    assert.equal(asked("*"), null);
  });

  it("helps on when nothing is there", async () => {
    const missing = await get("/models/openai-api/nothing-like-it", { accept: "text/html" });
    assert.equal(missing.status, 404);
    assert.match(await missing.text(), /value="nothing-like-it"/);
    assert.equal((await get("/nothing")).headers.get("content-type"), "application/json; charset=utf-8");
  });

  it("pages a long list", async () => {
    const base = (await depsOf().records()).values().next().value;
    assert.ok(base);
    const many = Array.from({ length: 450 }, (_, at) => ({ ...base, model_id: `m-${at}` }));
    const long = await serve(depsOf({ records: many }));
    const text = await (await fetch(`${long.url}/?page=2`)).text();
    assert.match(text, /Page 2 of 3/);
    assert.match(text, /href="\/\?page=3"/);
    assert.equal(text.match(/class="name"/g)?.length, 200);
    await long.close();
  });
});
