import { open, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { asStoreError } from "../errors.ts";
import { type Database, integrity, openDatabase } from "./database.ts";

/**
 * Copies the whole state while the bot runs: SQLite's online backup into a temporary name beside the target, checked,
 * flushed, then renamed, so that a half-written backup never carries the name of a whole one.
 * https://www.sqlite.org/backup.html
 */
export async function backupDatabase(database: Database, path: string): Promise<void> {
  const target = resolve(path);
  const partial = `${target}.partial-${process.pid}`;
  try {
    await backup(database.raw, partial);
    singleFile(partial);
    const copy = openDatabase(partial);
    try {
      integrity(copy);
    } finally {
      copy.close();
    }
    singleFile(partial);
    await flush(partial);
    await rename(partial, target);
    await flush(dirname(target));
  } catch (error) {
    throw asStoreError(error, target);
  } finally {
    for (const rest of ["", "-wal", "-shm", "-journal"]) await rm(`${partial}${rest}`, { force: true });
  }
}

/** Takes a closed database out of WAL mode, so that its one file is all of it. */
export function singleFile(path: string): void {
  const raw = new DatabaseSync(path);
  try {
    raw.exec("PRAGMA journal_mode = DELETE");
  } finally {
    raw.close();
  }
}

/** Brings a file's (or a folder's) content to the disk. */
export async function flush(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
