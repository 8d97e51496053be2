import assert from "node:assert/strict";
import { test } from "node:test";
import { embeddedJson } from "#src/parse/index.ts";

test("data scripts, states and flights are found, in whatever script they stand", () => {
  const page =
    '<SCRIPT id="__NEXT_DATA__" type="application/json">{"a":1}</SCRIPT>' +
    '<script>window.__STATE__ = {"b":"}; \\" {"}; window.f = function () {};</script>' +
    '<script>self.__next_f.push([1,"0:[\\"x\\",{\\"c\\""])</script><script>self.__next_f.push([1,":2}]\\n1:I[9]\\n"])</script>';
  assert.deepEqual(embeddedJson(page), [{ a: 1 }, { b: '}; " {' }, ["x", { c: 2 }]]);
});

test("what is no JSON, or never ends, is left out", () => {
  assert.deepEqual(embeddedJson("<script>window.a = {b: 1}</script><script type=application/json>{</script>"), []);
  assert.deepEqual(embeddedJson('<script>window.a = {"b": [1</script><script>{"c":1}'), []);
});
