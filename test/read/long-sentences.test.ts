import assert from "node:assert/strict";
import { test } from "node:test";
import { sentencesOf } from "#src/read/prose/sentences.ts";

const bare = (text: string): string => text.replaceAll(/\s/g, "");

for (const [name, piece] of [
  ["spaces", "gpt-9 and gpt-10-mini "],
  ["commas of the East", "gpt-9は12日、来月1日、"],
  ["nothing to part it", "模型"],
] as const) {
  test(`a sentence without an end is read in parts, and loses nothing: ${name}`, () => {
    const text = piece.repeat(5_000);
    const parts = sentencesOf(text).map((sentence) => sentence.text);
    assert.ok(parts.length > 1 && parts.every((part) => part.length <= 8_000));
    assert.equal(bare(parts.join("")), bare(text));
    // No id is cut in two.
    assert.ok(parts.every((part) => !/^(?:\d|-|mini|pt)|(?:g|gp|gpt|gpt-)$/.test(part)));
  });
}
