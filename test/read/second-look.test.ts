import assert from "node:assert/strict";
import { test } from "node:test";
import { readNews } from "#src/read/news/index.ts";
import { lookedAtAgain } from "#src/read/prose/second-look.ts";
import { readProse } from "#src/read/prose/index.ts";
import { likelihoodBy, likelihoodOfEnd } from "#src/read/prose/wording.ts";
import { train } from "../../scripts/learned/wording.ts";

const LETTER = `Upcoming shutdown of acme-chat-2. Dear developer, on 14 July 2026 we will shut down the model acme-chat-2 in our
API. After that day, requests to acme-chat-2 will return an error. Please migrate to acme-chat-3 before the shutdown date. The
new model is available today under the same endpoint and at the same price.`;

const GOSSIP = `Acme's head of research, who led the work on acme-chat-2, retires. The company said on Friday that she leaves on 14
July 2026 after eleven years, and thanked her in a farewell note. Shares fell two percent. Analysts said that the board would
look for a successor from outside, and that the race for talent among the laboratories goes on. She plans to sail.`;

const reading = (text: string, habits = {}) => {
  const input = {
    title: "",
    text,
    habits,
    published: "2026-06-01T00:00:00Z",
    evidence: { source: "news", url: "", seen_at: "2026-06-01T00:00:00Z", trust: "press" as const },
  };
  const read = readProse({ ...input, text: LETTER });
  return { read, again: lookedAtAgain(read, input) };
};

test("a letter of an end is worded as such, and gossip is not", () => {
  assert.ok(likelihoodOfEnd(LETTER) > 0.6, String(likelihoodOfEnd(LETTER)));
  assert.ok(likelihoodOfEnd(GOSSIP) < 0.25, String(likelihoodOfEnd(GOSSIP)));
});

test("names, numbers and mark-up say nothing by themselves", () => {
  const other = LETTER.replaceAll("acme-chat-2", "zeta-9x").replaceAll("2026", "2031").replace("API", "<b>API</b>");
  assert.ok(Math.abs(likelihoodOfEnd(other) - likelihoodOfEnd(LETTER)) < 0.1);
});

test("what is worded like texts that retire nothing is left out, and why is said", () => {
  const { read, again } = reading(GOSSIP);
  assert.equal(read.facts.length, 1);
  assert.deepEqual(again.facts, []);
  assert.match(again.notes.at(-1) ?? "", /worded like texts that retire nothing \(likelihood 0\.\d\d\)/);
});

test("a letter, a short text and a provider's own changelog are believed", () => {
  for (const { read, again } of [
    reading(LETTER),
    reading(GOSSIP.slice(0, 150)),
    reading(GOSSIP, { ownChangelog: true }),
  ])
    assert.equal(again, read);
});

test("a news item is looked at again", () => {
  const item = { id: "1", published: "2026-06-01T00:00:00Z", title: "", text: LETTER };
  const hidden = {
    ...item,
    id: "2",
    text: `${GOSSIP} ${GOSSIP} On 14 July 2026 acme-chat-2 will be shut down in the API.`,
  };
  assert.deepEqual(
    readNews([item, hidden]).map((one) => one.is_retirement),
    [true, false],
  );
});

test("the same texts give the same model, and it tells them apart", () => {
  const texts = [
    { text: LETTER, ends: true },
    { text: GOSSIP, ends: false },
  ];
  assert.deepEqual(train(texts), train(texts));
  const likelihood = likelihoodBy(train(texts));
  assert.ok(likelihood(LETTER) > 0.7 && likelihood(GOSSIP) < 0.3);
});
