import { copyFile, mkdir, rename, rm, stat } from "node:fs/promises";
import { hostname } from "node:os";
import { isoOf } from "../../core/clock.ts";
import { StoreError } from "../errors.ts";
import { flush, singleFile } from "./backup.ts";
import { type Database, integrity, openDatabase } from "./database.ts";
import { storeFile } from "./file.ts";
import { OPEN } from "./lanes.ts";
import { surelyGone } from "./process.ts";
import { number, text, textOrNull } from "./rows.ts";

export type Restored = {
  /** Where the store that was there before is kept; null when there was none. */
  kept: string | null;
  /** Rows whose outcome must be looked up, because they may have been sent after the backup was made. */
  unclear: number;
};

/**
 * Puts a backup in the place of the store. What was there is kept beside it. Nothing is announced again: rows that were
 * due become `unclear`, so that they are looked up before they are sent, and `restored_at` (ISO instant, UTC) in the
 * store's meta tells app.ts to begin with a silent baseline.
 *
 * @param now epoch ms
 * @throws StoreError when the backup is damaged or of a newer version, or while a bot runs on the store
 */
export async function restoreStore(file: string, dataDir: string, now: number): Promise<Restored> {
  if (!(await exists(file))) throw new StoreError("io", `there is no backup ${file}`);
  await mkdir(dataDir, { recursive: true });
  const target = storeFile(dataDir);
  // Opening would create a file that is not there.
  if (await exists(target)) refuseWhileRunning(target);
  const partial = `${target}.restoring`;
  await removeAll(partial);
  await copyFile(file, partial);
  let unclear = 0;
  try {
    const database = openDatabase(partial);
    try {
      integrity(database);
      unclear = settle(database, now);
    } finally {
      database.close();
    }
    singleFile(partial);
    await flush(partial);
  } catch (error) {
    await removeAll(partial);
    throw error;
  }
  const kept = await keepOld(target, now);
  await rename(partial, target);
  await flush(dataDir);
  return { kept, unclear };
}

/** Everything in the backup that was true only at its time. */
function settle(database: Database, now: number): number {
  return database.transaction(() => {
    const unclear = database.run(
      `UPDATE deliveries SET state = 'unclear', reason = 'restored from a backup: it may have been sent since',
         first_sent_at = coalesce(first_sent_at, created_at), last_sent_at = coalesce(last_sent_at, created_at)
       WHERE ${OPEN} AND next_send_at <= ?`,
      now,
    );
    database.run(`UPDATE deliveries SET lease_owner = NULL, lease_until = NULL WHERE ${OPEN}`);
    database.run("UPDATE buckets SET tat = 0");
    database.run("DELETE FROM leases");
    database.run("DELETE FROM processes");
    database.run(
      `UPDATE lanes SET busy_until = 0, due_at = max(coalesce(probe_at, 0), held_until,
         (SELECT min(next_send_at) FROM deliveries d WHERE d.channel_id = lanes.channel_id AND d.${OPEN}))`,
    );
    database.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('restored_at', ?)", isoOf(now));
    return unclear;
  });
}

/** A bot that runs would go on writing into the file that is taken away from under it. */
function refuseWhileRunning(target: string): void {
  let database: Database;
  try {
    database = openDatabase(target, { busyTimeout: 500 });
  } catch {
    // A damaged store is what restore is for; a running bot would have stopped at it.
    return;
  }
  try {
    const here = { host: hostname(), pid: process.pid };
    const running = database
      .all("SELECT host, pid, started FROM processes")
      .map((row) => ({ host: text(row["host"]), pid: number(row["pid"]), started: textOrNull(row["started"]) }))
      .filter((holder) => holder.host === here.host && holder.pid !== here.pid)
      .find((holder) => !surelyGone(holder, here));
    if (running !== undefined) {
      throw new StoreError("busy", `process ${running.pid} works on ${target}; stop the bot, then restore`);
    }
  } finally {
    database.close();
  }
}

async function keepOld(target: string, now: number): Promise<string | null> {
  if (!(await exists(target))) return null;
  const kept = `${target}.before-restore-${isoOf(now).replaceAll(":", "")}`;
  // The write-ahead log goes along: without it the last changes would be missing, or would hit the new file.
  for (const part of ["", "-wal", "-shm"]) {
    if (await exists(`${target}${part}`)) await rename(`${target}${part}`, `${kept}${part}`);
  }
  return kept;
}

async function removeAll(path: string): Promise<void> {
  for (const part of ["", "-wal", "-shm", "-journal"]) await rm(`${path}${part}`, { force: true });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
