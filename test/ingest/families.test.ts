import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Fact } from "#src/core/fact.ts";
import type { SourceDocument, SourceFamily } from "#src/core/source.ts";
import { examine, extractFacts, loadFamilies } from "#src/ingest/index.ts";
import { decodeBody } from "#src/parse/index.ts";

const fact: Fact = {
  provider: "acme",
  surface: "acme-api",
  model_id: "acme-1",
  version: null,
  kind: "model",
  announced: null,
  deprecated: null,
  shutdown: "2027-05-01",
  precision: "day",
  replacements: [],
  scheduled: true,
  evidence: { source: "x", url: "https://a.example", quote: "q", seen_at: "2027-01-01T00:00:00Z", trust: "press" },
};

function familyOf(facts: Fact[]): SourceFamily {
  return {
    family: "x",
    specs: [],
    guards: { minBytes: 1, mustMention: [], minFacts: 1 },
    assumptions: "test only",
    read: () => ({ facts, problems: [] }),
  };
}

const document: SourceDocument = {
  spec: { id: "x", url: "", provider: "acme", surface: "s", form: "auto", trust: "press", nature: "page" },
  url: "",
  text: "text",
  contentType: null,
  at: "2027-01-01T00:00:00Z",
};

test("a fact told twice is one fact with what both say", async () => {
  const again = { ...fact, model_id: "Acme-1", announced: "2027-01-01", replacements: ["acme-2"], aliases: ["A1"] };
  const { facts } = await extractFacts(document, familyOf([fact, again, { ...fact, shutdown: "2027-06-01" }]));
  assert.equal(facts.length, 2);
  assert.deepEqual(facts[0], { ...fact, announced: "2027-01-01", replacements: ["acme-2"], aliases: ["A1"] });
});

test("impossible facts are left out and reported, never guessed", async () => {
  const bad: Fact[] = [
    { ...fact, shutdown: "2026-09-31" },
    { ...fact, shutdown: "2098-12-31" },
    { ...fact, announced: "0026-01-01" },
    { ...fact, model_id: " " },
    { ...fact, model_id: "a\nb" },
  ];
  const { facts, problems } = await extractFacts(document, familyOf(bad));
  assert.deepEqual(facts, []);
  assert.equal(problems.length, bad.length);
});

test("a reader that throws, or finds too little, makes the body unsound", async () => {
  const throwing = { ...familyOf([]), read: () => Promise.reject(new Error("no table\nsecret page text")) };
  assert.deepEqual(await examine(document, throwing), { sound: false, reason: "it cannot be read: no table" });
  assert.deepEqual(await examine(document, familyOf([])), {
    sound: false,
    reason: "only 0 facts, at least 1 are usual",
  });
  assert.equal((await examine(document, familyOf([fact]))).sound, true);
});

test("the folder of sources loads; every id has one owner; unknown ids are second hand and generic", async () => {
  const loaded = await loadFamilies();
  const { families, specs } = loaded;
  const specFor: typeof loaded.specFor = (id, given) => loaded.specFor(id, given);
  assert.ok(families.size >= 7);
  for (const [id, spec] of specs) {
    assert.deepEqual(specFor(id), spec);
    assert.ok(loaded.familyFor(id).specs.some((declared) => declared.id === id));
    assert.ok(URL.canParse(spec.url) || spec.url === "", id);
  }
  assert.deepEqual(
    { ...specFor("feeds/someone", { url: "https://a.example/x" }) },
    {
      id: "feeds/someone",
      url: "https://a.example/x",
      provider: "unknown",
      surface: "unknown",
      form: "auto",
      trust: "second-hand",
      nature: "feed",
    },
  );
});

test("a family with another name than its file, or a source id of another family, stops the start", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sundown-families-"));
  const write = (file: string, family: string, id: string) =>
    writeFile(
      join(folder, file),
      `export default { family: "${family}", specs: [{ id: "${id}", url: "", provider: "p", surface: "s", form: "auto", trust: "press", nature: "page" }], guards: { minBytes: 1, mustMention: [], minFacts: 0 }, assumptions: "none at all, it is a test", read() {} };`,
    );
  try {
    await write("one.ts", "one", "a");
    assert.equal((await loadFamilies(folder)).familyFor("a").family, "one");
    await write("two.ts", "two", "a");
    await assert.rejects(loadFamilies(folder), /two\.ts.*"a" belongs to one/);
    await rm(join(folder, "two.ts"));
    await write("three.ts", "other", "b");
    await assert.rejects(loadFamilies(folder), /three\.ts.*called "other"/);
    await rm(join(folder, "three.ts"));
    await writeFile(join(folder, "four.ts"), "export default { family: 'three' };");
    await assert.rejects(loadFamilies(folder), /four\.ts/);
  } finally {
    await rm(folder, { recursive: true });
  }
});

const corpus = new URL("../../../shared/corpus/", import.meta.url);
const skip = existsSync(corpus) ? false : "the shared corpus is not here";

/** Good and half pages, which may change what is known; a half one is for the catalogue's own sanity rules. */
const SOUND = ["anthropic-withdrawn.md", "anthropic-status-only.md", "openrouter-half.json"];

test("the fault timeline: every bad body is unsound for its source, every good one sound", { skip }, async () => {
  const loaded = await loadFamilies();
  const lines = readFileSync(new URL("timelines/faults.jsonl", corpus), "utf8").trim().split("\n");
  const wrong: string[] = [];
  for (const line of lines) {
    const poll = JSON.parse(line) as {
      at: string;
      source: string;
      status: number;
      file: string | null;
      content_type: string;
    };
    // Families that are not written yet have nothing to be judged by.
    if (poll.file === null || poll.status !== 200 || !loaded.specs.has(poll.source)) continue;
    const spec = loaded.specFor(poll.source);
    const text = decodeBody(readFileSync(new URL(poll.file, corpus)), poll.content_type);
    const body = { spec, url: spec.url, text, contentType: poll.content_type, at: poll.at };
    const examined = await examine(body, loaded.familyFor(poll.source));
    const name = poll.file.split("/").at(-1) ?? "";
    const reject = /\/(0[1-5]|2[0-4])-|faults/.test(poll.file) && !SOUND.includes(name);
    if (examined.sound === reject)
      wrong.push(`${poll.source} ${poll.file}: ${examined.sound ? "sound" : examined.reason}`);
  }
  assert.deepEqual(wrong, []);
});
