import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { edits, nearest } from "#src/lib/nearest.ts";

test("a slip of the finger finds its word; another word finds none", () => {
  const words = ["status", "sources", "upcoming", "restore"];
  assert.equal(nearest("stauts", words), "status");
  assert.equal(nearest("SOURCE", words), "sources");
  assert.equal(nearest("status", words), null);
  assert.equal(nearest("anything", words), null);
  assert.equal(nearest("x".repeat(500), ["x".repeat(501)]), null);
});

test("edits is a distance: zero for the same, the same both ways, never above the longer word", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (a, b) => {
      assert.equal(edits(a, a), 0);
      assert.equal(edits(a, b), edits(b, a));
      assert.ok(edits(a, b) <= Math.max(a.length, b.length));
      assert.equal(edits(a, b) === 0, a === b);
    }),
  );
});
