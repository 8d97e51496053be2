import assert from "node:assert/strict";
import { test } from "node:test";
import { complete } from "#src/catalog/complete.ts";
import { type LookupContext, statusOf, upcoming } from "#src/catalog/lookup.ts";
import type { Fact } from "#src/core/fact.ts";
import { ends, lives, PAGE, poll, TRACKER } from "./build.ts";
import { runPolls } from "./timeline.ts";

const on = (surface: string, provider: string, fact: Fact): Fact => ({ ...fact, surface, provider });
const openai = (fact: Fact) => on("openai-api", "openai", fact);
const azure = (fact: Fact) => on("azure", "azure", fact);

const at = "2025-06-01T00:00:00Z";
const { records } = runPolls([
  poll(PAGE, at, [
    openai(ends("gpt-4.5-preview", "2025-07-14", { announced: "2025-04-14", replacements: ["gpt-4.1"] })),
    openai(lives("gpt-4o")),
    openai(lives("o3")),
    openai(lives("o3-mini")),
    openai(ends("gpt-4o-mini", "2025-12-01", { precision: "month" })),
    azure(ends("gpt-4.5-preview", "2025-08-01", { version: "2025-02-27" })),
    azure(ends("gpt-4o", "2026-03-31", { version: "2024-05-13" })),
    azure(lives("gpt-4o")),
    on("anthropic-api", "anthropic", ends("claude-3-opus-20240229", "2026-01-05")),
    on("bedrock", "aws", lives("anthropic.claude-3-opus-20240229-v1:0", "2025-09-01")),
    on("mistral-api", "mistral", lives("mistral-large-2407")),
    on("deepseek-api", "deepseek", lives("deepseek-r1")),
  ]),
  poll(TRACKER, at, [openai(ends("gpt-4.5-preview-2025-02-27", "2025-07-14"))]),
]);

const fresh: LookupContext = { now: Date.parse("2025-06-02T12:00:00Z"), sources: [{ id: PAGE.id, last_good: at }] };
const found = (query: string, context = fresh) =>
  statusOf(query, records, context).matches.map((one) => `${one.surface} ${one.model_id}`);

test("a person's spellings of GPT-4.5 mean one model on openai-api, with Azure's beside it", () => {
  for (const query of ["GPT 4.5", "gpt4.5", "GPT-4.5 预览版", "gpt-4.5-preview", "gpt-4.5-preview-2025-02-27"]) {
    assert.deepEqual(found(query), ["azure gpt-4.5-preview", "openai-api gpt-4.5-preview"], query);
  }
});

test("words in another order, a surface's name, and a maker's name that is part of the model's", () => {
  assert.deepEqual(found("claude opus 3"), [
    "anthropic-api claude-3-opus-20240229",
    "bedrock anthropic.claude-3-opus-20240229-v1:0",
  ]);
  assert.deepEqual(found("claude opus 3 on bedrock"), ["bedrock anthropic.claude-3-opus-20240229-v1:0"]);
  assert.deepEqual(found("azure gpt-4o"), ["azure gpt-4o", "azure gpt-4o"]);
  assert.deepEqual(found("mistral large 2407"), ["mistral-api mistral-large-2407"]);
  assert.deepEqual(found("deepseek r1"), ["deepseek-api deepseek-r1"]);
});

test("o3 is o3, and no letter of another alphabet is a letter of ours", () => {
  assert.deepEqual(found("o3"), ["openai-api o3"]);
  assert.deepEqual(found("o3 mini"), ["openai-api o3-mini"]);
  assert.deepEqual(found("о3"), []); // Cyrillic
  assert.deepEqual(found("gpt-4"), []);
});

test("an unknown name gives no match, and near names instead", () => {
  const answer = statusOf("gpt-9-imaginary", records, fresh);
  assert.deepEqual(answer.matches, []);
  assert.ok(answer.suggestions.length > 0 && answer.suggestions.every((name) => name.startsWith("gpt")));
  assert.deepEqual(statusOf("", records, fresh).matches, []);
});

test("near names have the figures that were typed, before those that share its letters", () => {
  const named = (...ids: string[]) =>
    new Map(
      ids.map((id) => {
        const [record] = [...records.values()].filter(({ claims }) => claims.length > 0);
        assert.ok(record !== undefined);
        return [`openai-api|${id}|`, { ...record, model_id: id, aliases: [] as string[] }] as const;
      }),
    );
  const near = (query: string, ...ids: string[]) => statusOf(query, named(...ids), fresh).suggestions[0];
  assert.equal(near("gpt 4.5 foo", "gpt-5.4", "gpt-5.4-pro", "gpt-4.5-preview"), "gpt-4.5-preview");
  assert.equal(near("acme-sonet 4", "acme-sonnet-5-4", "acme-sonnet-4-20250514"), "acme-sonnet-4-20250514");
});

test("status follows the clock: deprecated before the day and on it, retired after it, a month at its end", () => {
  const status = (query: string, day: string) =>
    statusOf(query, records, { ...fresh, now: Date.parse(`${day}T12:00:00Z`) }).matches.find(
      (one) => one.surface === "openai-api",
    );
  assert.equal(status("gpt-4.5-preview", "2025-07-13")?.status, "deprecated");
  assert.equal(status("gpt-4.5-preview", "2025-07-14")?.days_left, 0);
  assert.equal(status("gpt-4.5-preview", "2025-07-14")?.status, "deprecated");
  const after = status("gpt-4.5-preview", "2025-07-15");
  assert.deepEqual([after?.status, after?.days_left, after?.announced], ["retired", -1, "2025-04-14"]);
  assert.deepEqual(after?.replacements, ["gpt-4.1"]);
  assert.equal(status("gpt-4o-mini", "2025-12-31")?.status, "deprecated");
  assert.equal(status("gpt-4o-mini", "2026-01-01")?.status, "retired");
});

test("only the provider's own page, read lately, says active; a floor is never retired", () => {
  const status = (context: LookupContext) => statusOf("o3", records, context).matches[0];
  assert.equal(status(fresh)?.status, "active");
  const stale = status({ ...fresh, now: Date.parse("2025-06-09T00:00:00Z") });
  assert.deepEqual([stale?.status, stale?.stale, stale?.as_of], ["unknown", true, at]);
  const polled = {
    now: Date.parse("2025-06-09T00:00:00Z"),
    sources: [{ id: PAGE.id, last_good: "2025-06-08T23:00:00Z" }],
  };
  assert.equal(status(polled)?.status, "active");
  const floor = statusOf("claude opus 3 bedrock", records, { ...fresh, now: Date.parse("2025-10-01T00:00:00Z") });
  assert.notEqual(floor.matches[0]?.status, "retired");
});

test("upcoming holds what ends, by date, within the days and the surface asked for", () => {
  const ids = (filter: Parameters<typeof upcoming>[1]) =>
    upcoming(records, filter, fresh).map((one) => `${one.shutdown} ${one.surface}`);
  // The tracker's snapshot of gpt-4.5-preview is the same model on the same day.
  assert.equal(ids({}).length, 5);
  assert.deepEqual(ids({ days: 45 }), ["2025-07-14 openai-api"]);
  assert.deepEqual(ids({ surface: "azure", days: 100 }), ["2025-08-01 azure"]);
  assert.deepEqual(ids({ provider: "Anthropic" }), ["2026-01-05 anthropic-api"]);
});

test("an override is shown as such, outranks the page, and is over after its last day", () => {
  const overrides = [
    {
      surface: "openai-api",
      model: "GPT-4.5 preview",
      set: { shutdown: "2025-09-01" },
      reason: "told by our account manager",
      until: "2025-06-30",
    },
    { surface: "azure", model: "gpt-4.5-preview", set: "ignore" as const, reason: "not used here" },
  ];
  const [there, here] = statusOf("gpt-4.5-preview", records, { ...fresh, overrides }).matches;
  assert.deepEqual([here?.shutdown, here?.decided_by], ["2025-09-01", "override"]);
  assert.equal(here?.evidence[0]?.quote, "told by our account manager");
  assert.ok(here?.evidence.some((one) => one.source === PAGE.id) || (here?.disagreements.length ?? 0) > 0);
  assert.equal(there?.decided_by, "override");
  const later = { ...fresh, now: Date.parse("2025-07-01T00:00:00Z"), overrides };
  assert.equal(statusOf("gpt-4.5-preview", records, later).matches[1]?.shutdown, "2025-07-14");
  assert.ok(!upcoming(records, { days: 70 }, { ...fresh, overrides }).some((one) => one.surface === "azure"));
});

test("autocomplete offers what begins with the text first", () => {
  assert.equal(complete("gpt-4o", records, 5)[0]?.value, "gpt-4o");
  assert.equal(complete("opus", records, 5)[0]?.value, "claude-3-opus-20240229");
  assert.equal(complete("", records, 3).length, 3);
});

test("free spellings: the maker's word left out or put in front, 2 for 2.0, marks left out, a running number", () => {
  const { records: known } = runPolls([
    poll(PAGE, at, [
      on("anthropic-api", "anthropic", ends("claude-sonnet-4-20250514", "2026-06-15")),
      on("anthropic-api", "anthropic", lives("claude-sonnet-4-5-20250929")),
      on("gemini-api", "google", ends("gemini-2.0-flash", "2026-06-01")),
      on("gemini-api", "google", ends("gemini-embedding-exp", "2025-10-30")),
      on("gemini-api", "google", lives("gemini-embedding-001")),
      on("gemini-api", "google", lives("gemini-2.5-pro")),
      on("xiaomi", "xiaomi", lives("mimo-2.5-pro")),
      on("bedrock", "aws", ends("amazon.nova-premier-v1:0", "2026-09-14")),
      on("cohere-api", "cohere", ends("command-r", "2025-09-15")),
      on("cohere-api", "cohere", ends("command-r-plus", "2025-09-15")),
      openai(ends("dall-e-3", "2026-05-12")),
    ]),
  ]);
  const ask = (query: string) => statusOf(query, known, fresh).matches.map((one) => one.model_id);
  assert.deepEqual(ask("sonnet 4"), ["claude-sonnet-4-20250514"]);
  assert.deepEqual(ask("gemini 2 flash"), ["gemini-2.0-flash"]);
  assert.deepEqual(ask("flash 2"), ["gemini-2.0-flash"]);
  assert.deepEqual(ask("amazon nova premier"), ["amazon.nova-premier-v1:0"]);
  assert.deepEqual(ask("dalle 3"), ["dall-e-3"]);
  assert.deepEqual(ask("command r+"), ["command-r-plus"]);
  assert.deepEqual(ask("gemini embedding"), ["gemini-embedding-001", "gemini-embedding-exp"]);
  // Two makers' models could be meant: a question, and no answer.
  assert.deepEqual(ask("pro 2.5"), []);
  assert.deepEqual(statusOf("pro 2.5", known, fresh).suggestions.slice(0, 2).toSorted(), [
    "gemini-2.5-pro",
    "mimo-2.5-pro",
  ]);
});

test("quotes, brackets and code marks around a name are no part of it; who runs several places is named for all", () => {
  for (const query of ["`gpt-4o`", '"gpt-4o"', "«gpt-4o»"]) assert.deepEqual(found(query), found("gpt-4o"), query);
  assert.deepEqual(found("gpt-4o (azure)"), found("azure gpt-4o"));
  const google = new Map(
    runPolls([
      poll(PAGE, at, [
        on("gemini-api", "google", ends("gemini-9-flash", "2026-01-01")),
        on("vertex-ai", "google", ends("gemini-9-flash", "2026-02-01")),
      ]),
    ]).records,
  );
  const matches = statusOf("google gemini 9 flash", google, fresh).matches.map((one) => one.surface);
  assert.deepEqual(matches, ["gemini-api", "vertex-ai"]);
});

test("a snapshot of another day is another model, and the release behind a day is none", () => {
  assert.deepEqual(found("claude-3-opus-20240229"), [
    "anthropic-api claude-3-opus-20240229",
    "bedrock anthropic.claude-3-opus-20240229-v1:0",
  ]);
  assert.deepEqual(found("claude-3-opus-20240301"), []);
  const { records: released } = runPolls([
    poll(PAGE, at, [on("bedrock", "aws", ends("anthropic.claude-9-sonnet-20261022-v2:0", "2027-03-01"))]),
  ]);
  const asked = (query: string) => statusOf(query, released, fresh).matches.map((one) => one.model_id);
  assert.deepEqual(asked("claude-9-sonnet-20261022"), ["anthropic.claude-9-sonnet-20261022-v2:0"]);
  assert.deepEqual(asked("claude-9-sonnet-20261023"), []);
});

test("an alias that only second hand knows is what the provider says of the one snapshot behind it", () => {
  const { records: all } = runPolls([
    poll(PAGE, at, [on("anthropic-api", "anthropic", ends("claude-9-opus-20260101", "2027-01-05"))]),
    poll(TRACKER, at, [on("anthropic-api", "anthropic", ends("claude-9-opus-latest", "2026-03-01"))]),
  ]);
  const [only] = statusOf("claude-9-opus-latest", all, fresh).matches;
  assert.deepEqual([only?.model_id, only?.shutdown], ["claude-9-opus-20260101", "2027-01-05"]);
});

test("nothing is near to nothing, and full-width letters are near to the plain ones and never the same", () => {
  assert.deepEqual(statusOf("-", records, fresh).suggestions, []);
  const wide = statusOf("ｇｐｔ－４ｏ", records, fresh);
  assert.deepEqual([wide.matches, wide.suggestions[0]], [[], "gpt-4o"]);
});
