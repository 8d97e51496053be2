import assert from "node:assert/strict";
import { test } from "node:test";
import { secretsInAddress, shownAddress } from "#src/core/address.ts";

test("people see an address without its passwords and keys; all else stays as it was written", () => {
  assert.equal(shownAddress("https://a.example/x?b=1#c"), "https://a.example/x?b=1#c");
  assert.equal(shownAddress("https://u:p@a.example/x"), "https://a.example/x");
  assert.equal(shownAddress("https://a.example/x?api_key=1234&b=2"), "https://a.example/x?api_key=hidden&b=2");
  assert.equal(shownAddress("no address"), "no address");
  assert.equal(shownAddress(""), "");
});

test("the secrets of an address, as they are meant and as they are written", () => {
  assert.deepEqual(secretsInAddress("https://u:p%40ss@a.example/?token=t1&page=2"), ["t1", "p%40ss", "p@ss"]);
  assert.deepEqual(secretsInAddress("https://a.example/?page=2"), []);
});
