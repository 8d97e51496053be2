import assert from "node:assert/strict";
import { test } from "node:test";
import { readProse } from "#src/read/prose/index.ts";

const read = (text: string) =>
  readProse({
    title: "",
    text,
    published: "2026-06-22",
    defaults: { provider: "acme", surface: "acme-api" },
    evidence: { source: "x", url: "https://acme.example/x", seen_at: "2026-06-22", trust: "provider" },
    habits: { ownChangelog: true },
  });
const told = (text: string): string[] =>
  read(text).facts.map((fact) => [fact.model_id, fact.shutdown, ...fact.replacements].join(" "));

/** What ends, in words that must mean the same whatever stands behind them. */
const ENDINGS =
  "retires|is retired|goes away|goes dark|goes offline|shuts down|is switched off|will be removed|stops working|is discontinued|reaches end of life|becomes unavailable|expires|ends|disappears|is withdrawn|is unplugged|can no longer be called".split(
    "|",
  );
const BEHIND: Record<string, (ending: string) => string> = {
  "a full stop": (ending) => `On August 5, acme-3 ${ending}. Use acme-5.`,
  "a semicolon": (ending) => `On August 5, acme-3 ${ending}; use acme-5.`,
  "a colon": (ending) => `On August 5, acme-3 ${ending}: use acme-5.`,
  brackets: (ending) => `On August 5, acme-3 ${ending} (use acme-5).`,
  "an exclamation mark": (ending) => `On August 5, acme-3 ${ending}! Use acme-5.`,
  "a comma": (ending) => `On August 5, acme-3 ${ending}, so use acme-5.`,
  "a dash": (ending) => `On August 5, acme-3 ${ending} — use acme-5.`,
  "the day": (ending) => `acme-3 ${ending} on August 5. Use acme-5.`,
  and: (ending) => `On August 5, acme-3 ${ending} and acme-5 takes its place.`,
  "a quotation mark": (ending) => `On August 5, "acme-3 ${ending}", the mail says. Use acme-5.`,
};
for (const [mark, sentence] of Object.entries(BEHIND))
  test(`an end before ${mark}`, () => {
    for (const ending of ENDINGS)
      assert.deepEqual(told(sentence(ending)), ["acme-3 2026-08-05 acme-5"], sentence(ending));
  });

const TAKEN_BACK = [
  "The retirement of acme-3 on August 5 was withdrawn.",
  "The plan to retire acme-3 on August 5 has been scrapped.",
  "We announced that acme-3 would be shut down on August 5. That notice has been withdrawn.",
  "We announced that acme-3 would be shut down on August 5. This has now been withdrawn.",
];
for (const text of TAKEN_BACK)
  test(`an end is withdrawn: ${text}`, () => {
    const { facts, withdraws } = read(text);
    assert.deepEqual([facts.length, withdraws.map((fact) => fact.model_id)], [0, ["acme-3"]]);
  });

for (const text of ["acme-3 is withdrawn on August 5.", "On August 5, acme-3 is withdrawn from the API."])
  test(`a model is withdrawn: ${text}`, () => {
    const { facts, withdraws } = read(text);
    assert.deepEqual([facts.map((fact) => fact.shutdown), withdraws.length], [["2026-08-05"], 0]);
  });

const TURNS: Record<string, readonly [text: string, told: readonly string[]]> = {
  "advice for what was told just before it": [
    "acme-1 retires on July 5, 2026. Use acme-2 instead. acme-3 and acme-4 retire on August 5, 2026. Please move to acme-5 or acme-6.",
    ["acme-1 2026-07-05 acme-2", "acme-3 2026-08-05 acme-5 acme-6", "acme-4 2026-08-05 acme-5 acme-6"],
  ],
  "advice at the end, for all": [
    "acme-1 retires on July 5, 2026. acme-3 retires on August 5, 2026. Please move to acme-5.",
    ["acme-1 2026-07-05 acme-5", "acme-3 2026-08-05 acme-5"],
  ],
  "a name over the id in brackets is none of the old ones": [
    "gemini-2.0-live-001 and gemini-2.5-flash-preview will be discontinued on December 9, 2026. Please upgrade to the new model, Gemini 3 Flash Native Preview (gemini-3-flash-native-preview).",
    [
      "gemini-2.0-live-001 2026-12-09 gemini-3-flash-native-preview",
      "gemini-2.5-flash-preview 2026-12-09 gemini-3-flash-native-preview",
    ],
  ],
  "two models, the longer name a plural": [
    "acme-1 retires on July 5, 2026. Update to our recently released Sonar or Sonar Pro models.",
    ["acme-1 2026-07-05 sonar sonar-pro"],
  ],
};
for (const [name, [text, want]] of Object.entries(TURNS)) test(name, () => assert.deepEqual(told(text), want));

test("a place of a cloud and its capacity are no models", () => {
  assert.deepEqual(told("Capacity in `us-texas-1` is withdrawn on January 31, 2027."), []);
  assert.deepEqual(told("Azure capacity in the EU ends; requests go to `gpt-5` from January 12, 2027."), []);
});
