import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
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

test("an end without a subject is the end of what was spoken of", () => {
  assert.deepEqual(told("Today we deprecate gpt-9 in the OpenAI API. Access ends on May 4, 2027."), [
    ["openai-api", "gpt-9", "2027-05-04", "day"],
  ]);
  assert.deepEqual(told("gpt-9 ist in der OpenAI-API veraltet. Der letzte Betriebstag ist der 4. Mai 2027."), [
    ["openai-api", "gpt-9", "2027-05-04", "day"],
  ]);
  // Who retires here is a person.
  assert.deepEqual(told("The chief scientist will retire on May 4. She led the work on gpt-9."), []);
});

test("the lines of a list share the day of the sentence above it, and rows tell what to use instead", () => {
  const list = "These models will be deprecated on May 4, 2027:\n- gpt-9\n- gpt-9-mini\nThese stay:\n- gpt-9-nano";
  assert.deepEqual(
    told(list).map(([, id, day]) => [id, day]),
    [
      ["gpt-9", "2027-05-04"],
      ["gpt-9-mini", "2027-05-04"],
    ],
  );
  const rows = "On May 4, 2027 we remove the following models:\n| Model | Alternative |\n|---|---|\n| gpt-9 | gpt-10 |";
  assert.deepEqual(
    read(rows).facts.map((fact) => [fact.model_id, fact.replacements]),
    [["gpt-9", ["gpt-10"]]],
  );
});

test("two models with a day each: by order, by a word behind the day", () => {
  const days = (text: string) => told(text).map(([, id, day]) => [id, day]);
  assert.deepEqual(
    days("OpenAI retires gpt-9 and gpt-9-mini. The first shuts down on May 4, 2027, the second on June 4, 2027."),
    [
      ["gpt-9", "2027-05-04"],
      ["gpt-9-mini", "2027-06-04"],
    ],
  );
  assert.deepEqual(days("Deprecated: gpt-9-large, gpt-9-small.\nShutdown: 2027-05-04 (large), 2027-06-04 (small)."), [
    ["gpt-9-large", "2027-05-04"],
    ["gpt-9-small", "2027-06-04"],
  ]);
});

test("deprecated from today with no day set is told, with no day; deprecated once upon a time is not", () => {
  assert.deepEqual(told("As of today, gpt-9 is deprecated. We have not set a shutdown date yet."), [
    ["openai-api", "gpt-9", null, null],
  ]);
  assert.deepEqual(told("gpt-9 gilt ab sofort als veraltet. Ein Abschalttermin steht noch nicht fest."), [
    ["openai-api", "gpt-9", null, null],
  ]);
  assert.deepEqual(told("When gpt-9 was deprecated last summer, we learned to pin versions."), []);
  assert.deepEqual(told("gpt-9 moved to Legacy on March 1, 2027."), []);
});

test("a moved day: the new one, in the words of the East too", () => {
  const days = (text: string) => told(text).map(([, , day]) => day);
  assert.deepEqual(days("gpt-9 的下线时间由5月4日推迟至7月8日。"), ["2027-07-08"]);
  assert.deepEqual(days("OpenAI가 gpt-9 폐기일을 5월 4일에서 7월 8일로 미뤘다."), ["2027-07-08"]);
  assert.deepEqual(days("The retirement of gpt-9 has been extended until July 8, 2027 (previously May 4)."), [
    "2027-07-08",
  ]);
});

test("a fault of hours, a thought experiment and another product are no ends", () => {
  assert.deepEqual(told("Uma falha deixou o gpt-9 indisponível por três horas nesta segunda-feira."), []);
  assert.deepEqual(told("Imagine OpenAI shut down gpt-9 next Monday."), []);
  assert.deepEqual(told("O banco vai desligar seu chatbot em 4 de maio e adotar um assistente com gpt-9."), []);
});

test("models that no family names are known by what the text says of them", () => {
  const ids = (text: string) => told(text).map(([surface, id]) => [surface, id]);
  assert.deepEqual(ids("Kestrel 4 will be closing down in GitHub Copilot on May 4, 2027. Use Kestrel 5."), [
    ["github-copilot", "Kestrel 4"],
  ]);
  assert.deepEqual(ids("Il modello scirocco-audio sarà ritirato da Azure OpenAI il 4 maggio 2027."), [
    ["azure", "scirocco-audio"],
  ]);
  assert.deepEqual(ids("Scribe 1 (nord.scribe-1-v1) leaves Amazon Bedrock on May 4, 2027."), [
    ["bedrock", "nord.scribe-1-v1"],
  ]);
  assert.deepEqual(ids("Windows 10 will be discontinued on May 4, 2027. Copilot stays."), []);
});

test("replacements pair with the models whose names have the same words", () => {
  const { facts } = read(
    "阿里云将于2027年5月4日下线 fable-plus-0815、fable-turbo-0815,请切换至 fable-plus-1201、fable-turbo-1201。",
  );
  assert.deepEqual(
    facts.map((fact) => [fact.model_id, fact.replacements]),
    [
      ["fable-plus-0815", ["fable-plus-1201"]],
      ["fable-turbo-0815", ["fable-turbo-1201"]],
    ],
  );
});
