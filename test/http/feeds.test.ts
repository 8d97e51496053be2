import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { parseFeed } from "feedsmith";
import Parser from "rss-parser";
import { loadShipped } from "#src/catalog/shipped.ts";
import type { Change } from "#src/core/change.ts";
import type { WhyEntry } from "#src/core/command.ts";
import { newsOf } from "#src/http/news.ts";
import { jsonFeedOf, rssOf } from "#src/http/feeds-out.ts";
import { CHANGES, depsOf, messagesFor, RECORDS, serve, type Site } from "./support.ts";

const SCHEMA = new URL("../../../shared/model-eol.schema.json", import.meta.url);
const skip = existsSync(SCHEMA) ? false : "the published schema is not beside the checkout";

describe("feeds of news", () => {
  let site: Site;
  before(async () => {
    site = await serve();
  });
  after(() => site.close());

  it("RSS is read back by two parsers, with the identity of the meaning", async () => {
    const response = await fetch(`${site.url}/feed.xml`);
    const text = await response.text();
    assert.equal(response.headers.get("content-type"), "application/rss+xml; charset=utf-8");
    const parsed = await new Parser().parseString(text);
    assert.deepEqual(
      new Set(parsed.items.map((item) => item.guid)),
      new Set(CHANGES.map((change) => `sundown:${change.dedup_key}`)),
    );
    const item = parsed.items.find((one) => one.guid?.includes("sol-1"));
    assert.equal(item?.link, "https://sundown.example/models/openai-api/sol-1");
    assert.match(item?.title ?? "", /sol-1 \(OpenAI API\): shutdown moved to 27 November 2026/);
    assert.match(item?.content ?? "", /“shut <down> & gone  ”/);
    assert.equal(item?.isoDate, "2026-11-20T08:00:00.000Z");
    const { format, feed } = parseFeed(text);
    assert.equal(format, "rss");
    assert.equal("items" in feed ? feed.items?.length : 0, 2);
    assert.match(text, /<atom:link href="https:\/\/sundown\.example\/feed\.xml" rel="self"/);
  });

  it("JSON Feed 1.1 has what its specification asks for", async () => {
    const response = await fetch(`${site.url}/feed.json`);
    assert.equal(response.headers.get("content-type"), "application/feed+json; charset=utf-8");
    const body = (await response.json()) as {
      version: string;
      title: string;
      items: Record<string, unknown>[];
      language: string;
    };
    assert.equal(body.version, "https://jsonfeed.org/version/1.1");
    assert.ok(body.title !== "" && body.language === "en");
    assert.equal(new Set(body.items.map((item) => item["id"])).size, 2);
    for (const item of body.items) {
      assert.equal(typeof item["content_text"], "string");
      assert.match(String(item["date_published"]), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
      assert.ok(URL.canParse(String(item["url"])));
    }
    assert.equal(parseFeed(JSON.stringify(body)).format, "json");
  });

  it("speak the reader's language, and stay feeds without any news", async () => {
    const chinese = await (await fetch(`${site.url}/feed.xml`, { headers: { "accept-language": "zh-Hans" } })).text();
    assert.match(chinese, /停用/);
    const empty = { changes: [], headline: () => "", messages: messagesFor("en"), publicUrl: "https://x.example/" };
    assert.deepEqual((await new Parser().parseString(rssOf(empty))).items, []);
    assert.ok(JSON.stringify(jsonFeedOf(empty)).includes("https://x.example/feed.json"));
  });
});

describe("what is news", () => {
  const entry = (change: Partial<Change>, decision: string): WhyEntry => {
    const [base] = CHANGES;
    assert.ok(base);
    return { at: base.at, change: { ...base, ...change }, channel_id: null, decision, delivery: null };
  };

  it("is told once, whatever the channels wanted, without baselines and reminders", () => {
    const entries = [
      entry({ dedup_key: "a" }, "told"),
      entry({ dedup_key: "a" }, "not watched here"),
      entry({ dedup_key: "b" }, "quiet kind"),
      entry({ dedup_key: "c" }, "silent baseline"),
      entry({ dedup_key: "d", kind: "reminder" }, "told"),
      entry({ dedup_key: "e", kind: "source-health" }, "told"),
      entry({ dedup_key: "f" }, "told"),
    ];
    assert.deepEqual(
      newsOf(entries, 9).map((change) => change.dedup_key),
      ["a", "b", "f"],
    );
    assert.equal(newsOf(entries, 2).length, 2);
  });
});

describe("model-eol/0.1", { skip }, () => {
  const ajv = new Ajv({ allErrors: true, strict: false });
  formats.default(ajv);
  const validate = skip === false ? ajv.compile(JSON.parse(readFileSync(SCHEMA, "utf8"))) : () => false;
  type Model = {
    id: string;
    shutdown: string;
    date_precision: string;
    notes?: string;
    replacement?: string;
    replacement_options?: string[];
  };
  type Feed = { publisher: string; models: Model[]; note?: string; generated: string };

  async function feed(site: Site, surface: string): Promise<Feed> {
    const response = await fetch(`${site.url}/model-eol/${surface}.json`);
    assert.equal(response.status, 200, surface);
    const body: unknown = await response.json();
    assert.ok(validate(body), `${surface}: ${ajv.errorsText("errors" in validate ? validate.errors : [])}`);
    return body as Feed;
  }

  it("is accepted by the published schema for every kind of id, date and replacement", async () => {
    const site = await serve();
    const openai = await feed(site, "openai-api");
    const byId = new Map(openai.models.map((model) => [model.id, model]));
    assert.equal(openai.publisher, "openai");
    assert.deepEqual(byId.get("sol-1")?.replacement_options, ["sol-2", "sol-3", "nobody-knows"]);
    assert.equal(byId.get("sol-2")?.replacement, "sol-3");
    assert.equal(byId.get("maybe-1")?.date_precision, "earliest");
    assert.equal(byId.get("old-1")?.shutdown, "2026-08-01");
    assert.ok(!byId.has("sol-3") && !byId.has("saved-1"));
    assert.equal((await feed(site, "azure")).models[0]?.id, "luna-mini-2024-08-06");
    assert.match((await feed(site, "bedrock")).models[0]?.notes ?? "", /Sent as acme\.luna-v1:0/);
    assert.equal((await feed(site, "together")).models[0]?.date_precision, "earliest");
    assert.deepEqual((await feed(site, "groq")).models, []);
    assert.equal((await fetch(`${site.url}/model-eol/nowhere.json`)).status, 404);
    await site.close();
  });

  it("is accepted for every surface of the shipped catalogue", async () => {
    const shipped = [...loadShipped().values()];
    const site = await serve(depsOf({ records: shipped }));
    const surfaces = new Set(shipped.map((record) => record.surface));
    let models = 0;
    for (const surface of surfaces) models += (await feed(site, surface)).models.length;
    assert.ok(models > 100, `only ${models} models`);
    assert.deepEqual(site.errors, []);
    await site.close();
  });

  it("the validator can refuse", () => {
    assert.equal(validate({ spec: "model-eol/0.1", publisher: "x", generated: "now", models: [] }), false);
    assert.ok(RECORDS.length > 0);
  });
});
