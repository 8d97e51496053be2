import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { type Database, type DatabaseOptions, openDatabase } from "#src/store/sqlite/database.ts";

const FULL = 2;
const NORMAL = 1;

async function withDatabase(options: DatabaseOptions, work: (database: Database) => void): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "sundown-light-"));
  const database = openDatabase(join(folder, "store.db"), options);
  try {
    work(database);
  } finally {
    database.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const level = (database: Database) => database.get("PRAGMA synchronous")?.["synchronous"];
const put = (database: Database, key: string) => database.run("INSERT INTO meta (key, value) VALUES (?, '')", key);
const keys = (database: Database) =>
  database.all("SELECT key FROM meta WHERE key LIKE 'test%'").map((row) => row["key"]);

test("a light transaction does not wait for the disk, and the next one does", async () => {
  await withDatabase({}, (database) => {
    assert.equal(level(database), FULL);
    assert.equal(
      database.lightTransaction(() => {
        assert.equal(level(database), NORMAL);
        return put(database, "test 1");
      }),
      1,
    );
    assert.equal(level(database), FULL);
    database.transaction(() => {
      assert.equal(level(database), FULL);
      put(database, "test 2");
    });
    assert.deepEqual(keys(database), ["test 1", "test 2"]);
  });
});

test("one that fails leaves nothing behind, and full care for the next", async () => {
  await withDatabase({}, (database) => {
    const fails = () =>
      database.lightTransaction(() => {
        put(database, "test 1");
        throw new RangeError("no");
      });
    assert.throws(fails, /no/);
    assert.deepEqual(keys(database), []);
    assert.equal(database.raw.isTransaction, false);
    assert.equal(level(database), FULL);
  });
});

test("a store that never waits for the disk stays as it was opened", async () => {
  await withDatabase({ durability: "normal" }, (database) => {
    database.lightTransaction(() => put(database, "test 1"));
    assert.equal(level(database), NORMAL);
    assert.deepEqual(keys(database), ["test 1"]);
  });
});
