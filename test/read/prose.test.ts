import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { forget } from "#src/lib/remember.ts";
import { readProse } from "#src/read/prose/index.ts";

const read = (text: string, published = "2027-03-01", title = "") =>
  readProse({
    title,
    text,
    published,
    evidence: { source: "test", url: "https://news.example/1", seen_at: `${published}T00:00:00Z`, trust: "press" },
  });
const told = (text: string, published?: string, title?: string) =>
  read(text, published, title).facts.map((fact) => [fact.surface, fact.model_id, fact.shutdown, fact.precision]);

test("a fact quotes the sentence that says it", () => {
  const { facts } = read("Prices fall. We will shut down gpt-9-mini on May 4, 2027. Use gpt-10-mini instead.");
  assert.equal(facts[0]?.evidence.quote, "We will shut down gpt-9-mini on May 4, 2027.");
  assert.deepEqual(facts[0]?.replacements, ["gpt-10-mini"]);
});

test("places are kept apart: one model, two places, two days", () => {
  assert.deepEqual(told("On Azure, gpt-9 retires on May 4, 2027, whereas OpenAI turns gpt-9 off on August 2, 2027."), [
    ["azure", "gpt-9", "2027-05-04", "day"],
    ["openai-api", "gpt-9", "2027-08-02", "day"],
  ]);
});

test("a consumer app, a plan and a rumour are no developer's retirement", () => {
  const app = read("GPT-9 leaves the ChatGPT model menu on May 4, 2027.");
  assert.deepEqual([app.facts.length, app.elsewhere.length], [0, 1]);
  assert.deepEqual(told("gpt-9 will be removed for users on the free tier on May 4, 2027."), []);
  assert.deepEqual(told("Rumour has it that gpt-9 could be retired on May 4, 2027."), []);
});

test("a published end that is taken back is told as withdrawn, with its old day", () => {
  const { facts, withdraws } = read(
    "The shutdown of gpt-9, planned for May 4, 2027, has been cancelled until further notice.",
  );
  assert.equal(facts.length, 0);
  assert.equal(withdraws[0]?.model_id, "gpt-9");
});

test("what ended long ago is recalled, not reported", () => {
  const { facts, recalled } = read("gpt-7 was switched off in the API on May 4, 2025.");
  assert.deepEqual([facts.length, recalled[0]?.shutdown], [0, "2025-05-04"]);
});

test("an endpoint or a parameter ends, the models beside it do not", () => {
  assert.deepEqual(told("The /v1/old endpoint will be shut down on May 4, 2027. gpt-9 works through the new one."), []);
  assert.deepEqual(told("The top_k parameter for gpt-9 will be removed on May 4, 2027."), []);
});

test("respectively pairs in order", () => {
  const { facts } = read(
    "claude-opus-8 and claude-sonnet-8 retire on May 4, 2027. We recommend claude-opus-9 and claude-sonnet-9 respectively.",
  );
  assert.deepEqual(
    facts.map((fact) => fact.replacements),
    [["claude-opus-9"], ["claude-sonnet-9"]],
  );
});

test("sentences put before or after leave the facts as they are", () => {
  const noise = [
    "Prices stay as they are.",
    "The team celebrated with cake.",
    "Dashboards load faster now.",
    "gpt-10 is our most capable model.",
  ];
  fc.assert(
    fc.property(fc.subarray(noise), fc.subarray(noise), (before, after) => {
      const text = [...before, "We will shut down gpt-9-mini in the API on May 4, 2027.", ...after].join(" ");
      assert.deepEqual(told(text), [["openai-api", "gpt-9-mini", "2027-05-04", "day"]]);
    }),
    { numRuns: 40 },
  );
});

test("a long hostile text is read in linear time", () => {
  const piece = "stellt das nicht mehr (((( gpt-9 und 12 12 12 no longer be will in 3 ";
  const time = (times: number) => {
    const turns = [0, 1, 2].map(() => {
      forget();
      const start = performance.now();
      read(piece.repeat(times));
      return performance.now() - start;
    });
    // Other work on the machine only adds.
    return Math.min(...turns);
  };
  time(100);
  const [small, large] = [time(200), time(800)];
  assert.ok(
    large < Math.max(1, small) * 16,
    `${small.toFixed(0)} ms, then ${large.toFixed(0)} ms for four times the text`,
  );
});
