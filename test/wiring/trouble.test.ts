import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createTrouble } from "#src/wiring/trouble.ts";

test("few sources in trouble are a line each, many are one line, and each is counted once", async () => {
  const said: string[] = [];
  const trouble = createTrouble((words) => said.push(words));
  trouble("a", "gone");
  await sleep(1_700);
  assert.deepEqual(said.splice(0), ["a: gone; the last good data stay, it is tried again."]);
  for (const source of ["a", "b", "c", "d", "a"]) trouble(source, "no route");
  await sleep(1_700);
  assert.equal(said.length, 1);
  assert.match(said[0] ?? "", /^4 sources cannot be read \(a: no route, and so on\); check the network\./);
});
