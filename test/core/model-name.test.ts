import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { displayToId, nameKey, sameName } from "#src/core/model-name.ts";

test("spellings of one name meet", () => {
  for (const text of ["GPT 4.5", "gpt4.5", "GPT-4.5", "gpt‑4.5", "Gpt 4.5 model"])
    assert.equal(nameKey(text), "gpt 4 5", text);
  for (const text of [
    "gpt-4.5-preview",
    "GPT-4.5 预览版",
    "GPT-4.5 Preview",
    "GPT-4.5 프리뷰",
    "GPT-4.5プレビュー版",
    "GPT-4.5预览版",
  ]) {
    assert.equal(nameKey(text), "gpt 4 5 preview", text);
  }
  assert.ok(sameName("Claude Opus 4.1", "claude-opus-4-1"));
  assert.ok(!sameName("o3", "o3-mini"));
  assert.ok(!sameName("gpt-4.1", "gpt-4"));
});

test("display names give the ids that makers would write", () => {
  assert.equal(displayToId("Claude Opus 4.1")[0], "claude-opus-4-1");
  assert.equal(displayToId("GPT-4.5 Preview")[0], "gpt-4.5-preview");
  assert.equal(displayToId("Gemini 2.0 Flash-Lite")[0], "gemini-2.0-flash-lite");
  assert.equal(displayToId("DALL·E 3")[0], "dall-e-3");
  assert.deepEqual(displayToId("gpt-4o"), ["gpt-4o"]);
});

/** Letters of other scripts and widths that look like ASCII ones. */
const LOOK_ALIKES: Record<string, string> = {
  a: "аａα",
  c: "сⅽｃ",
  d: "ԁｄ",
  e: "еｅ",
  g: "ɡｇ",
  i: "іｉι",
  l: "ⅼｌ",
  m: "ｍⅿ",
  o: "оοｏ",
  p: "рｐρ",
  s: "ѕｓ",
  t: "ｔτ",
  u: "ｕυ",
  n: "ｎո",
  "4": "４",
  "3": "３Ʒ",
};

test("200 look-alikes never meet the real name", () => {
  const real = [
    "gpt-4o",
    "claude-opus-4-1",
    "gemini-2.5-pro",
    "o3-mini",
    "mistral-large-latest",
    "command-a",
    "deepseek-chat",
    "sonar-pro",
  ];
  let tried = 0;
  for (const name of real) {
    for (let place = 0; place < name.length; place++) {
      for (const other of LOOK_ALIKES[name[place] ?? ""] ?? "") {
        const forged = name.slice(0, place) + other + name.slice(place + 1);
        assert.notEqual(nameKey(forged), nameKey(name), `${forged} against ${name}`);
        tried++;
      }
    }
    for (const hidden of ["\u200b", "\u200d", "\ufeff", "\u00ad", "\u2060"]) {
      assert.notEqual(nameKey(`${name.slice(0, 2)}${hidden}${name.slice(2)}`), nameKey(name));
      tried++;
    }
  }
  assert.ok(tried >= 200, `${tried} look-alikes tried`);
});

test("any marks and case between the parts of a name leave its key", () => {
  const part = fc.constantFrom("gpt", "claude", "opus", "4", "5", "mini", "preview", "flash");
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 5 }),
      fc.constantFrom("-", " ", "_", "  ", "‑"),
      (parts, mark) => {
        assert.equal(nameKey(parts.join(mark).toUpperCase()), nameKey(parts.join("-")));
      },
    ),
  );
});
