import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, open, readdir, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { test, type TestContext } from "node:test";
import { openStore, restoreStore } from "#src/store/open.ts";
import { StoreError } from "#src/store/errors.ts";
import { openKeyv } from "#src/store/keyv.ts";
import { openDatabase } from "#src/store/sqlite/database.ts";
import { sqliteEvents } from "#src/store/sqlite/events.ts";
import { sqliteOutbox } from "#src/store/sqlite/outbox.ts";
import { processStart } from "#src/store/sqlite/process.ts";
import {
  announcementOf,
  batchOf,
  changeOf,
  channelNamed,
  fakePlatform,
  HOUR,
  newClock,
  outboxOn,
  runUntil,
} from "#test/outbox/support.ts";

async function folder(t: TestContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "sundown-store-"));
  t.after(async () => rm(path, { recursive: true, force: true }));
  return path;
}

test("what was written is there after the process opened the file again", async (t) => {
  const dataDir = join(await folder(t), "new", "data");
  const store = await openStore({ dataDir });
  await store.channels.save(channelNamed("slack", 1));
  await store.close();
  const again = await openStore({ dataDir });
  assert.equal((await again.channels.all()).length, 1);
  await again.check();
  await again.close();
});

test("a damaged file is refused with the way to recover, and so is one that is no database (D8)", async (t) => {
  const dataDir = await folder(t);
  const path = join(dataDir, "sundown.db");
  const store = await openStore({ path });
  const channels = Array.from({ length: 300 }, (_, index) => channelNamed("slack", index));
  await store.events.commit(batchOf(announcementOf([changeOf("m-1")]), channels, 0));
  await store.close();
  const file = await open(path, "r+");
  await file.write(Buffer.alloc(8192, 0x5a), 0, 8192, 16_384);
  await file.close();
  const damaged = (error: unknown) =>
    error instanceof StoreError && error.code === "corrupt" && error.message.includes("restore FILE");
  await assert.rejects(openStore({ path }), damaged);
  await writeFile(path, "this is a text file, and a long one at that ".repeat(50));
  await assert.rejects(openStore({ path }), damaged);
});

test("a newer schema is refused", async (t) => {
  const path = join(await folder(t), "sundown.db");
  await (await openStore({ path })).close();
  const raw = new DatabaseSync(path);
  raw.exec("PRAGMA user_version = 999");
  raw.close();
  await assert.rejects(openStore({ path }), (error) => error instanceof StoreError && error.code === "newer-schema");
});

test("a locked store says so", async (t) => {
  const path = join(await folder(t), "sundown.db");
  const store = await openStore({ path }, { busyTimeout: 50 });
  const raw = new DatabaseSync(path);
  raw.exec("BEGIN IMMEDIATE");
  await assert.rejects(store.meta.set("a", "b"), (error) => error instanceof StoreError && error.code === "busy");
  raw.exec("ROLLBACK");
  await store.meta.set("a", "b");
  raw.close();
  await store.close();
});

test("full disk: nothing is sent without its durable row, and nothing is lost when there is room again (D8)", async (t) => {
  const clock = newClock();
  const path = join(await folder(t), "sundown.db");
  const store = await openStore({ path });
  const database = openDatabase(path);
  const limited = { ...store, outbox: sqliteOutbox(database), events: sqliteEvents(database) };
  const channels = Array.from({ length: 40 }, (_, index) => channelNamed("slack", index, "history"));
  for (const channel of channels) await store.channels.save(channel);
  await store.events.commit(batchOf(announcementOf([changeOf("m-1")]), channels, clock.now()));
  const platform = fakePlatform(clock, "slack", "history");
  // Every request must find its row committed as `sending`, seen through another connection.
  const other = new DatabaseSync(path);
  let unbacked = 0;
  platform.behave = ({ key }) => {
    const row = other.prepare("SELECT state FROM deliveries WHERE key = ?").get(key);
    if (row?.["state"] !== "sending") unbacked += 1;
    return "accept";
  };
  const full = (error: unknown) => error instanceof StoreError && error.code === "full";
  const pages = Number(database.get("PRAGMA page_count")?.["page_count"]);
  database.raw.exec(`PRAGMA max_page_count = ${pages}`);
  const many = Array.from({ length: 400 }, (_, index) => changeOf(`full-${index}`));
  await assert.rejects(limited.events.commit(batchOf(announcementOf(many), channels, clock.now())), full);
  assert.equal((await store.events.known(many.map((change) => change.dedup_key))).size, 0, "all or nothing");
  const { outbox } = outboxOn(limited, [platform], clock);
  await outbox.drainOnce().catch((error: unknown) => assert.ok(full(error)));
  database.raw.exec("PRAGMA max_page_count = 1000000");
  await limited.events.commit(batchOf(announcementOf(many.slice(0, 1)), channels, clock.now()));
  await runUntil(outbox, clock, clock.now() + HOUR);
  assert.equal(unbacked, 0);
  assert.equal(platform.stored.length, 80);
  other.close();
  database.close();
  await store.close();
});

test("a store that fails makes Keyv reject, and never look like a miss", async () => {
  const store = await openStore(":memory:");
  const seen = openKeyv<{ at: string }>(store, "seen");
  const other = openKeyv<string>(store, "other");
  await seen.set("key", { at: "now" });
  assert.deepEqual(await seen.get("key"), { at: "now" });
  assert.equal(await other.get("key"), undefined, "namespaces do not meet");
  assert.equal(await seen.has("key"), true);
  assert.deepEqual(await seen.getMany(["key", "no"]), [{ at: "now" }, undefined]);
  const listed: unknown[] = [];
  for await (const entry of seen.iterator?.() ?? []) listed.push(entry);
  assert.deepEqual(listed, [["key", { at: "now" }]]);
  await store.close();
  await assert.rejects(async () => seen.get("key"));
  await assert.rejects(async () => seen.has("key"));
  await assert.rejects(async () => seen.set("new", { at: "now" }));
});

test("a lease of a dead process of this machine is taken at once, also when its number lives again", async (t) => {
  const path = join(await folder(t), "sundown.db");
  const store = await openStore({ path });
  const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
  await once(child, "spawn");
  const theirs = { id: "them", host: hostname(), pid: child.pid ?? 0 };
  const ours = { id: "us", host: hostname(), pid: process.pid };
  await store.leases.take("runner", theirs, 0, 60_000);
  assert.equal((await store.leases.take("runner", ours, 1, 60_000)).held, false, "it lives");
  child.kill("SIGKILL");
  await once(child, "exit");
  assert.equal((await store.leases.take("runner", ours, 2, 60_000)).held, true);
  if (processStart(process.pid) !== null) {
    const raw = new DatabaseSync(path);
    raw.exec("UPDATE leases SET owner_id = 'old', started = started || '9'");
    raw.close();
    assert.equal(
      (await store.leases.take("runner", ours, 3, 60_000)).held,
      true,
      "another process has that number now",
    );
  }
  await store.close();
});

test("a backup made while the bot works is whole, and a restored store floods nobody", async (t) => {
  const clock = newClock();
  const dataDir = await folder(t);
  const store = await openStore({ dataDir });
  const channels = Array.from({ length: 30 }, (_, index) => channelNamed("slack", index, "history"));
  for (const channel of channels) await store.channels.save(channel);
  const tell = async (model: string) =>
    store.events.commit(batchOf(announcementOf([changeOf(model)]), channels, clock.now()));
  await tell("m-1");
  const platform = fakePlatform(clock, "slack", "history");
  await runUntil(outboxOn(store, [platform], clock).outbox, clock, clock.now() + HOUR);
  await tell("m-2");
  const file = join(dataDir, "backup.db");
  const writing = store.meta.set("while", "running");
  await Promise.all([store.backup(file), writing]);
  assert.deepEqual(
    (await readdir(dataDir)).filter((name) => name.includes("partial")),
    [],
  );
  // After the backup m-2 goes out; then the store is lost.
  await runUntil(outboxOn(store, [platform], clock).outbox, clock, clock.now() + HOUR);
  assert.equal(platform.stored.length, 60);
  await store.close();

  clock.advance(24 * HOUR);
  const { kept, unclear } = await restoreStore(file, dataDir, clock.now());
  assert.equal(unclear, 30);
  assert.ok(kept !== null && (await readdir(dataDir)).some((name) => kept.endsWith(name)));
  const restored = await openStore({ dataDir });
  assert.equal(await restored.meta.get("restored_at"), "2026-03-02T11:00:00Z");
  await runUntil(outboxOn(restored, [platform], clock).outbox, clock, clock.now() + HOUR);
  assert.equal(platform.stored.length, 60, "every one was found in its channel, none sent again");
  assert.equal((await restored.outbox.counts()).sent, 60);
  await restored.close();
});

test("restore refuses a damaged backup and a store that a bot works on", async (t) => {
  const dataDir = await folder(t);
  const file = join(dataDir, "bad.db");
  await writeFile(file, "no database at all ".repeat(100));
  await assert.rejects(
    restoreStore(file, dataDir, 0),
    (error) => error instanceof StoreError && error.code === "corrupt",
  );
  await assert.rejects(restoreStore(join(dataDir, "none.db"), dataDir, 0), /no backup/);
  const store = await openStore({ dataDir });
  const good = join(dataDir, "good.db");
  await store.backup(good);
  const child = spawn(process.execPath, ["-e", "setTimeout(() => {}, 60000)"]);
  await once(child, "spawn");
  await store.outbox.recover({ id: "bot", host: hostname(), pid: child.pid ?? 0 }, 0);
  await store.close();
  await assert.rejects(restoreStore(good, dataDir, 0), /stop the bot/);
  child.kill("SIGKILL");
  await once(child, "exit");
  await restoreStore(good, dataDir, 0);
});
