import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isoOf, manualClock } from "#src/core/clock.ts";
import type { ChildOptions } from "./child.ts";
import { runChild, startOracle } from "./oracle.ts";
import { START } from "./support.ts";

const MINUTE = 60_000;

describe("SIGKILL, restart, compare with what the platform stored (D1)", { concurrency: 2 }, () => {
  for (const name of ["discord", "slack"] as const) {
    for (const [killAt, later] of [
      ["commit", 0],
      ["sending", 0],
      ["stored", 0],
      ["stored", 10 * MINUTE],
      ["ack", 0],
    ] as const) {
      // Discord differs from Slack only in how an unclear send is settled.
      if (name === "discord" && (killAt === "commit" || killAt === "ack")) continue;
      test(`${name}: killed at "${killAt}", started again ${later / MINUTE} minutes later`, async (t) => {
        const oracle = await startOracle();
        t.after(oracle.close);
        const began = manualClock(START).now();
        const options: ChildOptions = {
          path: oracle.path,
          oracle: oracle.url,
          name,
          kind: name === "discord" ? "nonce" : "history",
          models: 2,
          channels: 2,
          clock: START,
          killAt,
        };
        assert.equal(await runChild(options), "SIGKILL");
        assert.equal(await runChild({ ...options, killAt: null, clock: isoOf(began + later + 3000) }), 0);
        const keys = oracle.stored.map((each) => each.key);
        assert.equal(new Set(keys).size, 4, "nothing is lost");
        assert.equal(keys.length, 4, "nothing is told twice");
      });
    }
  }
});

test("two processes on one store write and send 1,000 events: 0 duplicates, 0 lost (D9)", async (t) => {
  const oracle = await startOracle();
  t.after(oracle.close);
  const options: ChildOptions = {
    path: oracle.path,
    oracle: oracle.url,
    name: "slack",
    kind: "history",
    models: 100,
    channels: 10,
    clock: START,
    killAt: null,
  };
  assert.deepEqual(await Promise.all([runChild(options), runChild(options)]), [0, 0]);
  const keys = oracle.stored.map((each) => each.key);
  console.log(`# two processes: ${keys.length} stored, ${keys.length - new Set(keys).size} twice`);
  assert.equal(new Set(keys).size, 1000);
  assert.equal(keys.length, 1000);
});
