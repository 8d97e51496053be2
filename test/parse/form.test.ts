import assert from "node:assert/strict";
import { test } from "node:test";
import { detectForm, parseDocument, parseJson, ParseLimitError, parseText, parseYaml } from "#src/parse/index.ts";

const cases: [string, string | null, ReturnType<typeof detectForm>][] = [
  ['<?xml version="1.0"?><!-- x --><rss version="2.0"></rss>', "text/html", "feed"],
  ["<!DOCTYPE html><html><body>Just a moment</body></html>", "text/markdown", "html"],
  ["# Title\n\n| a | b |\n|---|---|\n", "text/html; charset=utf-8", "markdown"],
  ['<Update label="x">\n\ntext\n\n</Update>\n\n# T', "text/plain", "markdown"],
  ['{"data": []}', null, "json"],
  ["[Link](https://a.example) first", null, "markdown"],
  ['{"version": "https://jsonfeed.org/version/1.1", "items": []}', "application/json", "feed"],
  ["<p>Hello <b>you</b></p>", null, "html"],
  ["a: 1\nb: 2\n", "application/yaml", "yaml"],
  ["Dear customer,\n\nacme-1 ends on May 1, 2027.\n", null, "text"],
];

for (const [text, contentType, form] of cases) {
  test(`${JSON.stringify(text.slice(0, 30))} as ${contentType ?? "anything"} is ${form}`, () => {
    assert.equal(detectForm(text, contentType), form);
  });
}

test("a document of another kind is refused", () => {
  assert.throws(() => parseDocument('{"a": 1}'), /json, not a page/);
});

test("plain text keeps its lines and bullets", () => {
  const doc = parseText("Dear customer,\nplease note:\n\n- acme-1 ends\n- acme-2 ends\n  soon\n");
  assert.equal(doc.blocks[0]?.type === "paragraph" && doc.blocks[0].lines.length, 2);
  assert.equal(doc.blocks[1]?.type === "list" && doc.blocks[1].items[1]?.lines.length, 2);
});

test("JSON and YAML bombs are refused within their caps", () => {
  assert.throws(() => parseJson("[".repeat(100_000)), ParseLimitError);
  assert.throws(() => parseYaml(`a: ${"[".repeat(10_000)}`), ParseLimitError);
  const laughs = ["a: &a [x,x,x,x,x,x,x,x,x]"];
  for (let turn = 1; turn < 9; turn += 1) {
    const [name, before] = [String.fromCharCode(97 + turn), String.fromCharCode(96 + turn)];
    laughs.push(`${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(",")}]`);
  }
  assert.throws(() => parseYaml(laughs.join("\n")), /alias/i);
  assert.deepEqual(parseYaml("a: 1\nb: [x, 2027-01-01]"), { a: 1, b: ["x", "2027-01-01"] });
});
