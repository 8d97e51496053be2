import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { heardIn } from "#src/read/prose/heard.ts";
import { readProse } from "#src/read/prose/index.ts";
import { type Forest, likelihoodByTrees } from "#src/read/prose/learned/forest.ts";
import { itemOf } from "#src/read/prose/learned/item.ts";
import { LEARNED_FILE, type Learned, verdictsOn } from "#src/read/prose/learned/verdict.ts";
import { likelihoodBy } from "#src/read/prose/learned/weights.ts";
import { readItem, weighed } from "#src/read/prose/weighed.ts";
import { grown } from "../../scripts/learned/boost.ts";
import { exampleOf, itemsIn } from "../../scripts/learned/examples.ts";
import { weighedBy } from "../../scripts/learned/logistic.ts";

const inputOf = (title: string, text: string, published: string) => ({
  title,
  text,
  published,
  evidence: { source: "news", url: "", seen_at: published, trust: "press" as const },
});

const MAIL = inputOf(
  "December clean-out on GroqCloud",
  `Hi,
you get this mail because your organisation used one of the models below in the past month.
Monday, December 14, 2026 is the last day for llama-3.3-70b-versatile and llama-3.1-8b-instant on GroqCloud. Requests after that come back with model_decommissioned.
We recommend openai/gpt-oss-120b for the first and openai/gpt-oss-20b for the second. Nothing changes for whisper-large-v3.
The Groq team`,
  "2026-11-23",
);

/** What the rules would give if they had no words for it. */
const silent = { ...readProse(MAIL), facts: [] };

const factsOf = (reading: ReturnType<typeof readProse>) =>
  reading.facts.map(({ model_id, surface, shutdown }) => `${model_id} ${surface} ${shutdown}`);

const learned = JSON.parse(readFileSync(LEARNED_FILE, "utf8")) as Learned;

test("an item is looked at as models, days and places, each once", () => {
  const item = itemOf(heardIn(MAIL));
  assert.deepEqual(
    item.models.map((model) => model.id),
    [
      "llama-3.3-70b-versatile",
      "llama-3.1-8b-instant",
      "openai/gpt-oss-120b",
      "openai/gpt-oss-20b",
      "whisper-large-v3",
    ],
  );
  assert.equal(item.days.filter(({ date }) => date === "2026-12-14").length, 1);
  assert.ok(item.places.some(({ place }) => place.surface === "groq"));
});

test("what only the learned reader finds has its model, place, day, replacement and the sentence that says it", () => {
  const item = itemOf(heardIn(MAIL));
  const { facts } = weighed(silent, item, verdictsOn(item, silent, null));
  assert.deepEqual(
    facts.map(({ model_id, provider, surface, shutdown, replacements }) =>
      [model_id, provider, surface, shutdown, ...replacements].join(" "),
    ),
    [
      "llama-3.3-70b-versatile groq groq 2026-12-14 openai/gpt-oss-120b",
      "llama-3.1-8b-instant groq groq 2026-12-14 openai/gpt-oss-20b",
    ],
  );
  for (const { evidence } of facts)
    assert.match(evidence.quote, /^Monday, December 14, 2026 is the last day for llama/);
});

test("what the rules say to be withdrawn or long past is not told again", () => {
  const item = itemOf(heardIn(MAIL));
  const { facts } = readProse(MAIL);
  const taken = { ...silent, withdraws: facts.slice(0, 1) };
  const told = weighed(taken, item, verdictsOn(item, silent, null)).facts.map(({ model_id }) => model_id);
  assert.deepEqual(told, ["llama-3.1-8b-instant"]);
  const late = { ...item, published: "2027-03-01" };
  assert.deepEqual(weighed(silent, late, verdictsOn(item, silent, null)).facts, []);
});

test("an end that the rules misread is left out, and why is said", () => {
  const item = itemOf(heardIn(MAIL));
  const reading = readProse(MAIL);
  const [fact] = reading.facts;
  assert.ok(fact !== undefined);
  const misread = { ...reading, facts: [...reading.facts, { ...fact, model_id: "whisper-large-v3" }] };
  const verdicts = verdictsOn(item, misread, null);
  const model = item.models.find(({ id }) => id === "whisper-large-v3");
  assert.ok(model !== undefined && verdicts.every((verdict) => verdict.model !== model || verdict.ending < 0.2));
  const thought = (ending: number) => [
    ...verdicts.filter((verdict) => verdict.model !== model),
    { model, ending, days: [], places: [], replacements: [] },
  ];
  const told = (ending: number) => weighed(misread, item, thought(ending)).facts.map(({ model_id }) => model_id);
  assert.deepEqual(told(0.2), ["llama-3.3-70b-versatile", "llama-3.1-8b-instant"]);
  assert.deepEqual(told(0.4), ["llama-3.3-70b-versatile", "llama-3.1-8b-instant", "whisper-large-v3"]);
  const { notes } = weighed(misread, item, thought(0.2));
  assert.equal(notes.at(-1), "whisper-large-v3: its end is unlikely (0.20)");
  // Where it is all that the item tells, more is needed to say nothing.
  const alone = { ...misread, facts: misread.facts.slice(-1) };
  assert.equal(weighed(alone, item, [{ model, ending: 0.2, days: [], places: [], replacements: [] }]).facts.length, 1);
  assert.equal(weighed(alone, item, []).facts.length, 0);
  // What a person hands over is never silenced.
  assert.equal(weighed(alone, item, [], true).facts.length, 1);
});

test("short texts and a provider's own changelog are for the rules alone", () => {
  const short = inputOf("", "acme-3-large is removed from the API on July 1, 2027.", "2027-05-03");
  assert.deepEqual(readItem(short), readProse(short));
  const own = { ...MAIL, habits: { ownChangelog: true } };
  assert.deepEqual(factsOf(readItem(own)), factsOf(readProse(own)));
});

test("what a program writes is for the rules alone", () => {
  const models = [
    "Claude Haiku 4.5",
    "Claude Opus 4.5",
    "Claude Opus 4.6",
    "Claude Sonnet 4.5",
    "Gemini 2.5 Pro",
    "GPT-5.1",
  ];
  const lines = models.map((model) => `<li>${model}: shutdown date: 2026-03-03</li>`).join("");
  const list = inputOf("Catalog diff: 2026-03-03", `<ul>${lines}</ul>`, "2026-03-03");
  assert.equal(readProse(list).facts.length, models.length);
  assert.deepEqual(readItem(list), readProse(list));
});

test("a text of the size of a page is for the rules alone", () => {
  const long = { ...MAIL, text: Array.from({ length: 400 }, () => MAIL.text).join("\n\n") };
  assert.deepEqual(factsOf(readItem(long)), factsOf(readProse(long)));
});

test("the trees know the features that are given to them, and refuse others", () => {
  const forest: Forest = {
    bias: 0,
    features: ["a", "b"],
    roots: [0],
    feature: [1, -1, -1],
    value: [0.5, 2, -2],
    other: [2, 0, 0],
  };
  const other = { ...forest };
  assert.throws(() => likelihoodByTrees({ ...forest }, { b: 0, a: 9 }), /feature 1 is a|feature 0 is b/);
  assert.throws(() => likelihoodByTrees(other, { a: 1, b: 1, c: 1 }), /feature 2 is c where the trees know undefined/);
  assert.ok(likelihoodByTrees(forest, { a: 9, b: 0 }) > 0.8);
  assert.ok(likelihoodByTrees(forest, { a: 9, b: 1 }) < 0.2);
  assert.throws(
    () => likelihoodByTrees({ ...forest }, { a: 1 }),
    /feature 1 is undefined where the trees know b: run npm run learn/,
  );
  const item = itemOf(heardIn(MAIL));
  assert.ok(verdictsOn(item, readProse(MAIL), null).length > 0, "what ships knows other features: run npm run learn");
  assert.ok(learned.days.features.includes("saysHere"));
});

test("weights and trees learn what they are shown, the same each time", () => {
  const contexts = Array.from({ length: 200 }, (_, n) => Int32Array.from([n % 2 === 0 ? 7 : 11, 100 + (n % 9)]));
  const truths = contexts.map((_, n) => n % 2 === 0);
  const weights = weighedBy(contexts, truths);
  assert.deepEqual(weighedBy(contexts, truths), weights);
  const likelihood = likelihoodBy(weights);
  assert.ok(likelihood(Int32Array.from([7, 101])) > 0.8 && likelihood(Int32Array.from([11, 101])) < 0.2);
  const rows = truths.map((truth, n) => ({ noise: n % 7, sign: Number(truth) + (n % 3) * 0.1 }));
  const forest = grown(rows, truths, { trees: 20, depth: 3 });
  assert.deepEqual(grown(rows, truths, { trees: 20, depth: 3 }), forest);
  assert.ok(likelihoodByTrees(forest, { noise: 3, sign: 1.1 }) > 0.7);
  assert.ok(likelihoodByTrees(forest, { noise: 3, sign: 0.1 }) < 0.3);
});

test("unseen items are whole: each has its truth, its day, and ids of its own", () => {
  const files = itemsIn(new URL("../fixtures/unseen/", import.meta.url));
  const all = [...files.values()].flat();
  assert.ok(all.length > 900, String(all.length));
  assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
  for (const { id, truth } of all) assert.equal(truth.is_retirement, truth.models.length > 0, id);
  const [first] = all;
  assert.ok(first !== undefined && exampleOf(first, "", true).item.sentences.length > 1);
});
