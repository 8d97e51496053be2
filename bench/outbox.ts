import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { manualClock } from "#src/core/clock.ts";
import type { Platform } from "#src/core/platform.ts";
import type { Store } from "#src/core/store.ts";
import type { Channel, PlatformName } from "#src/core/subscription.ts";
import { createOutbox } from "#src/outbox/outbox.ts";
import { openKeyv } from "#src/store/keyv.ts";
import { openStore } from "#src/store/open.ts";
import { MIGRATIONS } from "#src/store/sqlite/schema.ts";
import { openDatabase } from "#src/store/sqlite/database.ts";
import { batchTo, channelsAt, START } from "./events.ts";

/** One row of the performance table: a ratio, its bound, and whether it is kept. */
export type Measured = { name: string; ratio: number; bound: number; ok: boolean };

/** CPU milliseconds of this process, so that other work on the machine does not count. */
function cpu(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1000;
}

const median = (values: number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const channelsOf = (platform: PlatformName, count: number): Channel[] =>
  channelsAt(
    platform,
    Array.from({ length: count }, (_, index) => `C${index}`),
    "T1",
  );

/** An event to 10,000 durable rows through the store, against the bare insert of the same rows into the same table. */
async function durableRows(): Promise<Measured> {
  const ratios: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const batch = batchTo(channelsOf("discord", 10_000), `m-${round}`, 0);
    const raw = new DatabaseSync(":memory:");
    raw.exec(MIGRATIONS.join("\n"));
    raw.exec("PRAGMA foreign_keys = OFF");
    const insert = raw.prepare(
      `INSERT INTO deliveries (key, announcement_id, channel_id, items, state, next_send_at, created_at)
       VALUES (?, ?, ?, '[0]', 'pending', 0, 0)`,
    );
    const bare = cpu(() => {
      raw.exec("BEGIN");
      for (const row of batch.deliveries) insert.run(row.key, row.announcement_id, row.channel_id);
      raw.exec("COMMIT");
    });
    raw.close();
    const store = await openStore(":memory:");
    const before = process.cpuUsage();
    await store.events.commit(batch);
    const used = process.cpuUsage(before);
    await store.close();
    ratios.push((used.user + used.system) / 1000 / bare);
  }
  return row("Event to 10,000 durable outbox rows against the raw inserts", median(ratios), 4, "most");
}

/**
 * The look-up as the flow does it (the seen mark through Keyv, then the event behind it) in a store of a million keys and
 * in one of ten thousand, turn by turn.
 */
async function dedupLookUp(): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), "sundown-bench-"));
  const filled = async (count: number) => {
    const path = join(folder, `${count}.db`);
    const database = openDatabase(path, { durability: "normal" });
    const numbers = `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${count})`;
    const key = "'acme-api|model-' || i || '||announced|2026-09-01'";
    database.raw.exec(`${numbers} INSERT INTO changes (dedup_key, at, model_id, record_key, decision, body)
      SELECT ${key}, '', 'm', 'r', NULL, '{}' FROM n`);
    database.raw.exec(`${numbers} INSERT INTO key_values (namespace, key, value)
      SELECT 'seen', ${key}, '{"value":true}' FROM n ORDER BY 2`);
    database.close();
    const store = await openStore({ path }, { durability: "normal" });
    return { store, seen: openKeyv<boolean>(store, "seen"), count };
  };
  const look = async ({ store, seen, count }: Awaited<ReturnType<typeof filled>>, round: number): Promise<number> => {
    const before = process.cpuUsage();
    for (let index = 0; index < 10_000; index += 1) {
      // Half of them are known, in no order.
      const key = `acme-api|model-${(index * 7919 + round * 104_729) % (count * 2)}||announced|2026-09-01`;
      if ((await seen.get(key)) === undefined) await store.events.known([key]);
    }
    const used = process.cpuUsage(before);
    return used.user + used.system;
  };
  const [small, large] = [await filled(10_000), await filled(1_000_000)];
  const [smallTimes, largeTimes]: [number[], number[]] = [[], []];
  for (let round = 0; round < 7; round += 1) {
    smallTimes.push(await look(small, round));
    largeTimes.push(await look(large, round));
  }
  await small.store.close();
  await large.store.close();
  await rm(folder, { recursive: true, force: true });
  return row("Dedup look-up at 1,000,000 keys against 10,000", median(largeTimes) / median(smallTimes), 2, "most");
}

type Sent = { channel: string; at: number };

/** Sends everything on a virtual clock to a platform that refuses what comes too fast. */
async function sendAll(
  store: Store,
  name: PlatformName,
  answer: (channel: string, now: number) => { wait: number } | null,
): Promise<Sent[]> {
  const clock = manualClock(START);
  const sent: Sent[] = [];
  const platform: Platform = {
    name,
    start: async () => undefined,
    stop: async () => undefined,
    classify: async () => "history",
    find: async () => ({ outcome: "absent" }),
    send: async ({ channel }) => {
      const verdict = answer(channel.id, clock.now());
      if (verdict !== null) return { outcome: "retry", reason: "429", retry_after_ms: verdict.wait, scope: "channel" };
      sent.push({ channel: channel.id, at: clock.now() });
      return { outcome: "sent", message_id: String(sent.length) };
    },
  };
  const outbox = createOutbox({
    store,
    platforms: new Map([[name, platform]]),
    compose: () => ({ headline: "", severity: "notice", blocks: [] }),
    markRepeat: (message) => message,
    clock,
    owner: { id: `bench-${name}`, host: "bench", pid: process.pid },
    random: () => 0.5,
  });
  for (;;) {
    const { next } = await outbox.drainOnce();
    if (next === null) return sent;
    clock.set(Math.max(next, clock.now() + 1));
  }
}

/** How much of Discord's 50 a second is used, by a platform that answers 429 to the 51st of any second. */
async function fanOut(): Promise<Measured> {
  const store = await openStore(":memory:");
  const channels = channelsOf("discord", 10_000);
  for (const channel of channels) await store.channels.save(channel);
  await store.events.commit(batchTo(channels, "m", Date.parse(START)));
  const recent: number[] = [];
  let refused = 0;
  const sent = await sendAll(store, "discord", (_, now) => {
    while (recent.length > 0 && (recent[0] ?? 0) <= now - 1000) recent.shift();
    if (recent.length >= 50) {
      refused += 1;
      return { wait: 1000 };
    }
    recent.push(now);
    return null;
  });
  await store.close();
  const seconds = ((sent.at(-1)?.at ?? 0) - Date.parse(START)) / 1000;
  const share = sent.length / seconds / 50;
  const measured = row("Discord fan-out to 10,000 channels at 50/s, share of the limit, no 429", share, 0.95, "least");
  return { ...measured, ok: measured.ok && refused === 0 && sent.length === 10_000 };
}

/** When the other 199 channels are done, with one throttled channel and without. */
async function oneThrottled(): Promise<Measured> {
  const finish = async (throttled: boolean) => {
    const store = await openStore(":memory:");
    const channels = channelsOf("slack", 200);
    for (const channel of channels) await store.channels.save(channel);
    for (let round = 0; round < 5; round += 1)
      await store.events.commit(batchTo(channels, `m-${round}`, Date.parse(START)));
    let until = 0;
    const sent = await sendAll(store, "slack", (channel, now) => {
      if (!throttled || channel !== channels[0]?.id || (until > 0 && now >= until)) return null;
      until = now + 3_600_000;
      return { wait: 3_600_000 };
    });
    await store.close();
    const others = sent.filter((each) => each.channel !== channels[0]?.id).map((each) => each.at);
    return Math.max(...others) - Date.parse(START);
  };
  return row("One throttled channel of 200: the others", (await finish(true)) / (await finish(false)), 1.1, "most");
}

function row(name: string, ratio: number, bound: number, kind: "most" | "least"): Measured {
  return { name, ratio: Math.round(ratio * 1000) / 1000, bound, ok: kind === "most" ? ratio <= bound : ratio >= bound };
}

/** The outbox's rows of the performance table. Rates are on a virtual clock, costs are CPU time within one run. */
export async function run(): Promise<Measured[]> {
  return [await durableRows(), await dedupLookUp(), await fanOut(), await oneThrottled()];
}
