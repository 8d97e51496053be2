import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { SourceSpec } from "#src/core/source.ts";
import { openStore } from "#src/store/open.ts";
import { nextPoll } from "#src/wiring/back-off.ts";
import { hostsOf } from "#src/wiring/hosts.ts";
import { createPoller } from "#src/wiring/poller.ts";
import { createRateLimiter } from "#src/wiring/rate-limit.ts";
import { createRecords } from "#src/wiring/records.ts";
import { createInbox, type Letter } from "#src/wiring/sent.ts";

const spec = (id: string, more: Partial<SourceSpec> = {}): SourceSpec => ({
  id,
  url: `https://${id}.example/`,
  provider: "acme",
  surface: "acme-api",
  form: "auto",
  trust: "provider",
  nature: "page",
  ...more,
});

test("over several schedules at most eight polls run at once, none twice; a stop begins no more", async () => {
  const specs = Array.from({ length: 40 }, (_, index) => spec(`s${index}`, { cron: `${index % 4} 3 * * *` }));
  let now = 0;
  let most = 0;
  const polled: string[] = [];
  const poller = createPoller({
    specs,
    pollCron: "0 3 * * *",
    poll: async ({ id }) => {
      most = Math.max(most, ++now);
      polled.push(id);
      await sleep(3);
      now -= 1;
    },
    random: () => 0,
    onError: assert.ifError,
  });
  await Promise.all([poller.pollAll(), poller.pollAll()]);
  assert.equal(most, 8);
  assert.deepEqual(polled.toSorted(), specs.map((one) => one.id).toSorted());
  const last = poller.pollAll();
  await poller.stop();
  await last;
  assert.equal(polled.length, 48);
  assert.equal(now, 0);
});

test("the back-off grows, ends at six hours, and obeys Retry-After", () => {
  const waits = Array.from({ length: 60 }, (_, failures) => nextPoll(0, failures, 600_000, null, () => 1)).map((at) =>
    at === null ? 0 : Date.parse(at),
  );
  assert.deepEqual(
    waits,
    waits.toSorted((a, b) => a - b),
  );
  assert.equal(waits.at(-1), 6 * 3_600_000);
  assert.equal(
    nextPoll(0, 1, 600_000, 86_400_000, () => 0),
    "1970-01-02T00:00:00Z",
  );
});

test("the limiter holds each key to its burst and refills evenly", () => {
  const limiter = createRateLimiter({ burst: 20, perMs: 60_000 });
  const taken = (key: string, at: number) =>
    Array.from({ length: 30 }, () => limiter.take(key, at)).filter(Boolean).length;
  assert.deepEqual([taken("a", 0), taken("b", 0), taken("a", 3_000), taken("a", 200_000)], [20, 20, 1, 20]);
});

test("a letter is gone only when it was taken, and holds up no other", async () => {
  const store = await openStore(":memory:");
  const inbox = createInbox(store.keyValue);
  const letter = (trust: Letter["trust"]): Letter => ({ facts: [], trust });
  await inbox.put("1", letter("press"));
  await inbox.put("2", letter("provider"));
  const taken: string[] = [];
  const take = async ({ trust }: Letter) => {
    if (trust === "press" && taken.length < 2) throw new Error("busy");
    taken.push(trust);
  };
  await assert.rejects(inbox.empty(take), /busy/);
  assert.deepEqual(taken, ["provider"]);
  taken.push("later");
  assert.equal(await inbox.empty(take), 1);
  assert.equal(await inbox.empty(take), 0);
  await store.close();
});

test("a catalogue that could not be loaded once is loaded the next time", async () => {
  let tries = 0;
  const records = createRecords({
    load: async () => {
      if (++tries === 1) throw new Error("busy");
      return new Map();
    },
  });
  await assert.rejects(records.load(), /busy/);
  assert.equal((await records.load()).size, 0);
});

test("links go to the hosts of a source's own provider; who copies others has its own host alone", () => {
  const copy = { trust: "second-hand", provider: "many" } as const;
  const hosts = hostsOf([spec("docs"), spec("blog"), spec("x", copy), spec("y", copy)]);
  assert.deepEqual(hosts("docs"), ["docs.example", "blog.example"]);
  assert.deepEqual(hosts("x"), ["x.example"]);
  assert.deepEqual(hosts("nobody"), []);
});
