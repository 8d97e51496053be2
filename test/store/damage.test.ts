import assert from "node:assert/strict";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { StoreError } from "#src/store/errors.ts";
import { openDatabase } from "#src/store/sqlite/database.ts";

test("once damage was met, all that follows is refused: a half-readable store would forget what it has sent (D8)", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "sundown-damage-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, "store.db");
  const first = openDatabase(path);
  const big = "x".repeat(2000);
  for (let row = 0; row < 200; row += 1)
    first.run("INSERT INTO key_values (namespace, key, value) VALUES ('n', ?, ?)", `${row}`, big);
  first.raw.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  const { root } = first.get("SELECT rootpage AS root FROM sqlite_schema WHERE name = 'key_values'") ?? {};
  first.close();
  const database = openDatabase(path);
  // What is damaged now is not in memory any more.
  database.raw.exec("PRAGMA shrink_memory");
  const file = await open(path, "r+");
  await file.write(Buffer.alloc(4096, 0x5a), 0, 4096, (Number(root) - 1) * 4096);
  await file.close();
  const damaged = (error: unknown) => error instanceof StoreError && error.code === "corrupt";
  assert.throws(() => database.all("SELECT * FROM key_values"), damaged);
  assert.throws(() => database.get("SELECT count(*) AS n FROM meta"), damaged);
  assert.throws(() => database.run("INSERT INTO meta (key, value) VALUES ('a', 'b')"), damaged);
  database.close();
});
