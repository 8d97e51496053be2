import assert from "node:assert/strict";
import { test } from "node:test";
import { classifyThing, findModelNames, looksLikeModelId } from "#src/read/names/index.ts";

test("ids of every provider's shape are taken", () => {
  const ids = [
    "gpt-4.5-preview",
    "o1",
    "o3-mini",
    "claude-3-opus-20240229",
    "textembedding-gecko@003*",
    "@cf/meta/llama-3-8b-instruct",
    "anthropic.claude-sonnet-4-20250514-v1:0",
    "deepseek-chat",
    "mistral-large-latest",
    "command-r",
    "computer-use-preview-2025-03-11",
    "acme-chat-2",
    "accounts/fireworks/models/foo-7b",
    "labs-leanstral-2603",
    "babbage-002",
    "whisper-large-v3",
    "open-mixtral-8x7b",
    "sonar",
  ];
  for (const id of ids) assert.ok(looksLikeModelId(id), id);
});

test("what only looks like an id is refused", () => {
  const others = [
    "prompt-caching-2024-07-31",
    "2025-07-14",
    "model.json",
    "/v1/assistants",
    "foo_bar",
    "top_p",
    "OPENAI_API_KEY",
    "@google/generative-ai",
    "real-time",
    "us-east-1",
    "utf-8",
    "SWE-bench",
    "1.67",
    "70B",
    "platform.openai.com",
    "openai==1.67",
    "fine-tuned",
    "30-day",
    "H100",
    "not_found_error",
    "gpt",
    "claude",
  ];
  for (const other of others) assert.ok(!looksLikeModelId(other), other);
});

test("names are found in running text, whole and once", () => {
  const names = (text: string) => findModelNames(text).map((name) => name.name);
  assert.deepEqual(names("Claude Sonnet 4とOpus 4の提供"), ["Claude Sonnet 4", "Claude Opus 4"]);
  assert.deepEqual(names("GPT-4.5预览版(gpt-4.5-preview)"), ["GPT-4.5预览版", "gpt-4.5-preview"]);
  assert.deepEqual(names("Gemini 1.5 Pro and Flash, GPT-5 mini, GPT-5.2 and 5.3."), [
    "Gemini 1.5 Pro",
    "Gemini 1.5 Flash",
    "GPT-5 mini",
    "GPT-5.2",
    "GPT-5.3",
  ]);
  assert.deepEqual(names("Codestral (25.01) and Llama 3.3 70B; DALL·E 3"), [
    "Codestral (25.01)",
    "Llama 3.3 70B",
    "DALL·E 3",
  ]);
  assert.deepEqual(names("Gemini is an app, Claude a name, and 4 users paid 5 dollars."), []);
});

test("code marks vouch for ids of unknown families", () => {
  const [name] = findModelNames([{ text: "Use " }, { text: "aurora-xl-2", code: true }, { text: " now" }]);
  assert.deepEqual([name?.name, name?.sure, name?.start], ["aurora-xl-2", true, 4]);
});

test("places are those of the text as given", () => {
  const text = "前文 gpt‑4o と Claude 3.5 Sonnet";
  for (const name of findModelNames(text)) assert.equal(text.slice(name.start, name.end), name.text);
});

test("kinds of things are told apart", () => {
  assert.equal(classifyThing("/v1/assistants"), "endpoint");
  assert.equal(classifyThing("prompt-caching-2024-07-31"), "beta-header");
  assert.equal(classifyThing("reasoning_effort"), "parameter");
  assert.equal(classifyThing("ft:gpt-4o:acme"), "fine-tune");
  assert.equal(classifyThing("gpt-4o-2024-05-13"), "model");
});
