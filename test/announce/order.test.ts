import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { deliveriesOf } from "#src/announce/deliveries.ts";
import { groupChanges } from "#src/announce/group.ts";
import { recordInOrder } from "#src/announce/record.ts";
import { createSeen, type SeenMark } from "#src/announce/seen.ts";
import type { Change } from "#src/core/change.ts";
import type { Store } from "#src/core/store.ts";
import { openKeyv } from "#src/store/keyv.ts";
import { openStore } from "#src/store/open.ts";
import { channelOf } from "../countdown/build.ts";
import { changeOf } from "./build.ts";

/**
 * The process is given up between every two writes of a poll and the poll is run again on the same files, as after a
 * kill: whatever was cut off, every channel ends with each change exactly once, and the cursor moves last.
 */

const AT = "2026-04-14T17:00:00Z";
const NOW = Date.parse(AT);
const folders: string[] = [];
after(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

class Crash extends Error {}

const STEPS = ["before commit", "after commit", "after the first mark", "after the marks", "after the cursor"] as const;

/** One poll of a page that shows `changes`, cut off at `crash`. */
async function poll(store: Store, changes: Change[], crash: (typeof STEPS)[number] | null): Promise<void> {
  const at = (step: (typeof STEPS)[number]) => {
    if (step === crash) throw new Crash(step);
  };
  const marks = openKeyv<SeenMark>(store, "seen");
  const cutMarks = {
    get: (key: string) => marks.get(key),
    set: async (key: string, value: SeenMark) => {
      const written = await marks.set(key, value);
      at("after the first mark");
      return written;
    },
  };
  const seen = createSeen(cutMarks, (keys) => store.events.known(keys));
  const cursor = openKeyv<number>(store, "cursors");
  const { fresh, again } = await seen.sort(changes);
  const announcements = groupChanges(fresh, AT);
  const deliveries = deliveriesOf(announcements, await store.channels.all(), NOW);
  at("before commit");
  await recordInOrder({ at: AT, records: [], announcements, deliveries, untold: [] }, [...fresh, ...again], AT, {
    commit: async (batch) => {
      const written = await store.events.commit(batch);
      at("after commit");
      return written;
    },
    mark: async (all, when) => {
      await seen.mark(all, when);
      at("after the marks");
    },
    moveCursor: async () => {
      await cursor.set("acme-page", changes.length);
      at("after the cursor");
    },
  });
}

/** What a channel would be told, by dedup key, over all of its rows. */
async function toldIn(store: Store, channelId: string): Promise<string[]> {
  const rows = await store.outbox.ofChannel(channelId, ["pending"], 100);
  const told: string[] = [];
  for (const row of rows) {
    const announcement = await store.events.announcement(row.announcement_id);
    for (const item of row.items) told.push(announcement?.changes[item]?.dedup_key ?? "lost");
  }
  return told.sort();
}

describe("the order of writes, cut between each two", () => {
  const first = ["acme-1", "acme-1-mini"].map((model_id) => changeOf({ model_id }));
  const later = changeOf({ model_id: "acme-3", shutdown: "2026-10-01" });

  for (const crash of STEPS) {
    it(`${crash}: nothing lost, nothing twice`, async () => {
      const folder = await mkdtemp(join(tmpdir(), "sundown-order-"));
      folders.push(folder);
      const path = join(folder, "sundown.db");
      const setup = await openStore({ path });
      const channels = [channelOf("one"), channelOf("two", { models: ["acme-1"] })];
      for (const channel of channels) await setup.channels.save(channel);
      await assert.rejects(poll(setup, first, crash), Crash);
      const cursorMoved = (await openKeyv<number>(setup, "cursors").get("acme-page")) !== undefined;
      assert.equal(cursorMoved, crash === "after the cursor", "the cursor moves last");
      const marked = await openKeyv<SeenMark>(setup, "seen").get(first[0]?.dedup_key ?? "");
      const known = await setup.events.known(first.map((change) => change.dedup_key));
      if (marked !== undefined) assert.equal(known.size, 2, "a mark is only written behind the durable events");
      await setup.close();

      // The same page again after the restart, and then once more with one row added.
      const store = await openStore({ path });
      await poll(store, first, null);
      await poll(store, first, null);
      await poll(store, [...first, later], null);
      assert.deepEqual(
        await toldIn(store, channels[0]?.id ?? ""),
        [...first, later].map((one) => one.dedup_key).sort(),
      );
      assert.deepEqual(await toldIn(store, channels[1]?.id ?? ""), [first[0]?.dedup_key]);
      await store.close();
    });
  }
});
