import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { describe, it } from "node:test";
import english from "#src/messages/en.ts";
import { DECISION } from "#src/core/decision.ts";
import { loadMessages } from "#src/messages/index.ts";

const { tags, messagesFor } = await loadMessages();

/** Two values for each argument of each function: the text must be another one when any argument is. */
const SAMPLES: Record<string, [unknown, unknown][]> = {
  date: [
    ["2026-07-14", "2027-08-15"],
    ["day", "earliest"],
  ],
  onDate: [
    ["2026-07-14", "2027-08-15"],
    ["day", "earliest"],
  ],
  daysLeft: [[30, 31]],
  dateAndDays: [
    ["2026-07-14", "2027-08-15"],
    ["day", "earliest"],
    [3, 30],
  ],
  age: [[5, 90]],
  list: [[["a"], ["a", "b"]]],
  "headline.announced": [
    ["m-one", "m-two"],
    ["s-one", "s-two"],
    ["when", null],
  ],
  "headline.dateMoved": [
    ["m-one", "m-two"],
    ["s-one", "s-two"],
    ["to", null],
    ["shift", null],
  ],
  "headline.replacementChanged": [
    ["m-one", "m-two"],
    ["s-one", "s-two"],
    ["to", null],
  ],
  "headline.withdrawn": [
    ["m-one", "m-two"],
    ["s-one", "s-two"],
    ["explicit", "missing"],
  ],
  "headline.restored": [
    ["m-one", "m-two"],
    ["s-one", "s-two"],
    ["when", null],
  ],
  "headline.sourceBack": [["s-one", "s-two"]],
  "problem.status": [["503", "404"]],
  "headline.retired": [
    ["m-one", "m-two"],
    ["s-one", "s-two"],
    ["when", null],
  ],
  "headline.reminder": [
    ["m-one", "m-two"],
    ["s-one", "s-two"],
    ["2026-07-14", "2027-08-15"],
    ["day", "earliest"],
    [3, 30],
  ],
  "headline.many": [
    ["announced", "digest"],
    [4, 5],
    ["p-one", ""],
  ],
  "headline.remindersMany": [[4, 5]],
  "headline.nearest": [
    ["h-one", "h-two"],
    ["w-one", "w-two"],
  ],
  "text.listStale": [["w-one", "w-two"]],
  "headline.sourceHealth": [["s-one", "s-two"]],
  "headline.status": [
    ["m-one", "m-two"],
    ["s-one", "s-two"],
    ["x", "y"],
  ],
  "headline.statusMany": [
    ["q-one", "q-two"],
    [2, 3],
  ],
  "headline.upcoming": [
    [2, 3],
    [null, 30],
  ],
  "headline.sources": [
    [9, 8],
    [7, 6],
  ],
  "headline.why": [[null, "m-one"]],
  "text.unknownStale": [["2026-01-01", "2026-02-02"]],
  "text.readLast": [["2026-01-01", "2026-02-02"]],
  "preview.headline": [
    [2, 3],
    [90, 30],
  ],
  "preview.none": [[90, 30]],
  "preview.milestone": [[7, 30]],
  "test.headline": [["h-one", "h-two"]],
  "rights.right": [["r-one", "r-two"]],
  "share.by": [["n-one", "n-two"]],
  "pages.page": [
    [1, 2],
    [20, 21],
    [45, 46],
  ],
  "sent.headline": [[2, 3]],
  "sent.knownDate": [["s-one", "s-two"]],
  "sent.report": [
    ["n-one", "n-two"],
    [2, 3],
  ],
  "text.moved": [
    ["a-one", "a-two"],
    ["b-one", "b-two"],
    ["shift", null],
  ],
  "text.movedEarlier": [[2, 3]],
  "text.movedLater": [[2, 3]],
  "text.replaced": [
    ["a-one", "a-two"],
    ["b-one", "b-two"],
  ],
  "text.withdrawnExplicit": [["a-one", "a-two"]],
  "text.noLongerListed": [["a-one", "a-two"]],
  "text.saysOtherwise": [["s-one", "s-two"]],
  "text.noMatch": [["q-one", "q-two"]],
  "text.overridden": [["r-one", "r-two"]],
  "text.evidenceFrom": [["s-one", "s-two"]],
  "text.showingFirst": [
    [3, 4],
    [5, 6],
  ],
  "watch.unknownValue": [
    ["o-one", "o-two"],
    ["v-one", "v-two"],
    ["a-one", "a-two"],
  ],
  "watch.notWatched": [["v-one", "v-two"]],
  "watch.allowed.timeZone": [[["UTC"], ["UTC", "Asia/Tokyo"]]],
  "watch.allowed.near": [[["a"], ["a", "b"]]],
  "why.decision": [["told", "some other reason"]],
  "why.attempts": [[2, 3]],
  "page.month": [
    ["m-one", "m-two"],
    [2, 3],
  ],
  "page.runway": [["w-one", "w-two"]],
  "page.runwayPast": [["w-one", "w-two"]],
  "page.pageOf": [
    [2, 3],
    [4, 5],
  ],
  "calendar.shutdown": [
    ["m-one", "m-two"],
    ["s-one", "s-two"],
  ],
  "calendar.earliest": [
    ["m-one", "m-two"],
    ["s-one", "s-two"],
  ],
  "calendar.month": [
    ["m-one", "m-two"],
    ["s-one", "s-two"],
  ],
  "picture.title": [[6, 12]],
  "picture.asOf": [["d-one", "d-two"]],
  "picture.models": [
    [2, 3],
    ["n-one", "n-two"],
  ],
  "picture.more": [[2, 3]],
  "picture.none": [[6, 12]],
  "card.left": [
    [63, 64],
    [90, 91],
  ],
  "card.marked": [
    ["acknowledged", "assigned"],
    ["n-one", "n-two"],
    [null, "u-two"],
  ],
  "card.runway": [[212, 213]],
  "card.pricesFrom": [["w-one", "w-two"]],
  "sent.unreadFiles": [["w-one", "w-two"]],
  "card.digest": [
    ["weekly", "daily"],
    [3, 4],
  ],
  "card.digestAhead": [[90, 30]],
  "errors.unknownCommand": [["c-one", "c-two"]],
  "errors.unknownOption": [["o-one", "o-two"]],
};

/** Every leaf of a language by its path. */
function leaves(value: unknown, path = ""): [string, unknown][] {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === "" ? key : `${path}.${key}`));
}

const expected = leaves(english)
  .map(([path, value]) => `${path}: ${typeof value}`)
  .sort();

describe("languages", () => {
  it("every file of the folder is loaded under its own tag", async () => {
    const folder = new URL("../../src/messages/", import.meta.url);
    const files = (await readdir(folder))
      .filter((file) => file.endsWith(".ts") && file !== "index.ts")
      .map((file) => file.replace(/\.ts$/, ""));
    assert.deepEqual(tags.toSorted(), files.toSorted());
    for (const tag of tags) assert.equal(messagesFor(tag).tag, tag);
  });

  it("falls back to the same language, and then to English", () => {
    assert.equal(messagesFor("zh-TW").tag, "zh-CN");
    assert.equal(messagesFor("EN-gb").tag, "en");
    assert.equal(messagesFor("xx").tag, "en");
    assert.equal(messagesFor(null).tag, "en");
  });
});

for (const tag of tags) {
  describe(`the words of ${tag}`, () => {
    const messages = messagesFor(tag);
    const own = leaves(messages);

    it("none is missing, none is left over, none is empty", () => {
      assert.deepEqual(own.map(([path, value]) => `${path}: ${typeof value}`).sort(), expected);
      for (const [path, value] of own) if (typeof value === "string") assert.notEqual(value.trim(), "", path);
    });

    it("every function has samples, and uses each of its arguments", () => {
      const functions = own.filter(([, value]) => typeof value === "function");
      assert.deepEqual(functions.map(([path]) => path).sort(), Object.keys(SAMPLES).sort());
      for (const [path, value] of functions) {
        const call = value as (...values: unknown[]) => string;
        const samples = SAMPLES[path] ?? [];
        const base = call(...samples.map(([one]) => one));
        assert.ok(base.length > 0 && !/undefined|NaN|\[object/.test(base), `${path}: ${base}`);
        samples.forEach(([, other], index) => {
          const changed = call(...samples.map(([one], at) => (at === index ? other : one)));
          assert.notEqual(changed, base, `${path} does not use its argument ${index + 1}`);
        });
      }
    });

    it("words every kind, precision and number of days", () => {
      for (const days of [-400, -1, 0, 1, 2, 730]) {
        assert.ok(messages.daysLeft(days).length > 0);
        for (const precision of ["day", "month", "earliest", null] as const) {
          const line = messages.headline.reminder("m-one", "s-one", "2026-07-14", precision, days);
          assert.match(line, /m-one.*s-one.*2026/);
        }
      }
      assert.notEqual(messages.date("2026-07-14", "day"), messages.date("2026-07-14", "month"));
      for (const decision of Object.values(DECISION)) assert.notEqual(messages.why.decision(decision), "");
    });

    if (tag !== "en") {
      it("is a translation: no sentence is left in English", () => {
        const same = own.filter(
          ([path, value]) => typeof value === "string" && value === Object.fromEntries(leaves(english))[path],
        );
        assert.deepEqual(same, []);
        const untranslated = Object.values(DECISION).filter((decision) => messages.why.decision(decision) === decision);
        assert.deepEqual(untranslated, []);
      });
    }
  });
}

describe("English plurals", () => {
  it("one is not many", () => {
    assert.equal(english.daysLeft(2), "in 2 days");
    assert.equal(english.headline.statusMany("x", 1), "1 match for “x”");
    assert.equal(english.headline.statusMany("x", 2), "2 matches for “x”");
    assert.match(english.headline.upcoming(1, 1), /^1 upcoming shutdown in the next 1 day$/);
    assert.match(english.headline.upcoming(0, null), /^No upcoming shutdowns$/);
    assert.match(english.age(61), /^1 hour ago$/);
  });
});

describe("what was probably meant", () => {
  for (const tag of tags)
    it(`is asked for instead of a list, in ${tag}`, () => {
      const words = messagesFor(tag).watch;
      const asked = words.unknownValue("what", "opnai", "a-list", "openai");
      assert.match(asked, /opnai.*openai/);
      assert.doesNotMatch(asked, /a-list/);
      assert.match(words.unknownValue("what", "zzz", "a-list"), /a-list/);
    });
});
