import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { atMost, createSlots } from "#src/lib/at-most.ts";
import { loadFolder } from "#src/lib/load-folder.ts";
import { cronPeriod, every, validateCron } from "#src/lib/schedule.ts";
import { createSerial } from "#src/lib/serial.ts";

const folder = mkdtempSync(join(tmpdir(), "sundown-load-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Work that counts how much of it runs at once. */
function counted() {
  let now = 0;
  const seen = { most: 0, done: [] as number[] };
  const work = async (item: number) => {
    now += 1;
    seen.most = Math.max(seen.most, now);
    await sleep(2);
    now -= 1;
    seen.done.push(item);
  };
  return { seen, work };
}
const TWENTY = Array.from({ length: 20 }, (_, index) => index);

test("atMost: all of it, in order of arrival, never more at once", async () => {
  const { seen, work } = counted();
  await atMost(3, TWENTY, work);
  assert.equal(seen.most, 3);
  assert.deepEqual(seen.done, TWENTY);
  await atMost(3, [], work);
});

test("atMost throws what failed, when the others have ended", async () => {
  const { seen, work } = counted();
  const broken = atMost(2, TWENTY, async (item) => {
    if (item === 4) throw new Error("four");
    await work(item);
  });
  await assert.rejects(broken, /four/);
  assert.equal(seen.done.length, 19);
});

test("slots are shared by all who ask, and a failure gives its slot back", async () => {
  const { seen, work } = counted();
  const inSlot = createSlots(2);
  const asked = TWENTY.map((item) =>
    inSlot(async () => {
      await work(item);
      if (item % 3 === 0) throw new Error("third");
    }),
  );
  const ended = await Promise.allSettled(asked);
  assert.equal(ended.filter((one) => one.status === "rejected").length, 7);
  assert.equal(seen.most, 2);
  assert.deepEqual(seen.done, TWENTY);
  assert.equal(await inSlot(async () => "again"), "again");
});

test("serial work keeps its order, and a failure stops nothing", async () => {
  const { seen, work } = counted();
  const serial = createSerial();
  const broken = serial(async () => {
    await sleep(5);
    throw new Error("first");
  });
  const rest = TWENTY.map((item) => serial(() => work(item)));
  await assert.rejects(broken, /first/);
  await Promise.all(rest);
  assert.equal(seen.most, 1);
  assert.deepEqual(seen.done, TWENTY);
});

test("the period of a cron expression is its shortest gap; nonsense is no expression", () => {
  assert.equal(cronPeriod("*/10 * * * *"), 600_000);
  assert.equal(cronPeriod("*/5 * * * * *"), 5_000);
  assert.equal(cronPeriod("0 3 * * *"), 86_400_000);
  assert.deepEqual(["* * * * *", "often", "* * * *", "99 * * * *", ""].map(validateCron), [
    true,
    false,
    false,
    false,
    false,
  ]);
});

test("a tick is left out while the one before runs; stop waits for it; what it throws is told", async () => {
  const errors: unknown[] = [];
  const began = Promise.withResolvers<void>();
  let ticks = 0;
  let ended = 0;
  const ticker = every(
    "* * * * * *",
    async () => {
      ticks += 1;
      began.resolve();
      await sleep(1300);
      ended += 1;
      throw new Error("tick");
    },
    (error) => errors.push(error),
  );
  await began.promise;
  await sleep(1100);
  assert.equal(ticks, 1);
  await ticker.stop();
  assert.equal(ended, 1);
  assert.equal(errors.length, 1);
});

test("a folder is loaded in name order; what does not fit is named and never skipped", async () => {
  const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
  put("b.ts", "export default 2;");
  put("a.ts", "export default 1;");
  put("index.ts", "export const nothing = 0;");
  put("a.d.ts", "nonsense");
  put("notes.md", "nonsense");
  const accept = (value: unknown) => (typeof value === "number" ? value : null);
  assert.deepEqual(
    [...(await loadFolder(folder, accept, ["index"]))],
    [
      ["a", 1],
      ["b", 2],
    ],
  );
  await assert.rejects(loadFolder(folder, accept), /index\.ts: its default export/);
  put("c.ts", "throw new Error('on load');");
  await assert.rejects(loadFolder(folder, accept, ["index"]), /c\.ts: cannot be loaded: on load/);
});
