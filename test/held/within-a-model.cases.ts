import assert from "node:assert/strict";
import { test } from "node:test";
import { endsInProse, factsOfText } from "./support.ts";

for (const text of [
  "参数 `partial` 自 2027-11-15 起在 kimi-k4 中失效。",
  "接口 /v1/files 将于 2027-11-15 在 kimi-k4 上停用。",
])
  test(`what ends is in the model: ${text}`, () => assert.deepEqual(endsInProse(text), []));

test("the model itself, in the same words", () => {
  assert.deepEqual(endsInProse("kimi-k4 将于 2027-11-15 停用。"), ["kimi-k4 2027-11-15"]);
});

test("an example in a rule of notice names no model", async () => {
  const facts = await factsOfText(
    "# 提供終了\n\n## 終了のルール\n\n- 正式提供モデル：少なくとも6か月前に告知します（例：2027年1月10日に告知した場合、最短で2027年7月10日に終了）。\n- プレビュー提供モデル：少なくとも30日前に告知します。\n",
  );
  assert.deepEqual(facts, []);
});
