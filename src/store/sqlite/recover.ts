import type { LeaseOwner } from "../../core/store.ts";
import type { Database } from "./database.ts";
import { freeLane, OPEN, refreshLane } from "./lanes.ts";
import { processStart, surelyGone } from "./process.ts";
import { number, text, textOrNull } from "./rows.ts";

/** No row waits longer by design: a weekly digest and the last probe of a parked channel come after seven days. */
const LONGEST_WAIT_MS = 9 * 86_400_000;

/** Registers this process, and frees at once the rows of processes of this machine that are gone. Returns how many. */
export function freeDeadOwners(database: Database, owner: LeaseOwner, now: number): number {
  return database.transaction(() => {
    let freed = 0;
    for (const row of database.all("SELECT * FROM processes WHERE owner_id <> ?", owner.id)) {
      const holder = { host: text(row["host"]), pid: number(row["pid"]), started: textOrNull(row["started"]) };
      // An owner with our own number and start is an earlier outbox of this very process.
      if (!surelyGone(holder, owner)) continue;
      freed += freeRows(database, text(row["owner_id"]), now);
      database.run("DELETE FROM processes WHERE owner_id = ?", text(row["owner_id"]));
    }
    database.run(
      "INSERT OR REPLACE INTO processes (owner_id, host, pid, started) VALUES (?, ?, ?, ?)",
      owner.id,
      owner.host,
      owner.pid,
      processStart(owner.pid),
    );
    forgetFuture(database, now);
    return freed;
  });
}

function freeRows(database: Database, ownerId: string, now: number): number {
  const rows = database.all(`SELECT seq, channel_id FROM deliveries WHERE ${OPEN} AND lease_owner = ?`, ownerId);
  for (const row of rows) {
    database.run("UPDATE deliveries SET lease_until = ? WHERE seq = ?", now, row["seq"] ?? null);
    freeLane(database, text(row["channel_id"]));
  }
  return rows.length;
}

/** What waits for a time that no rule can have set was written before the clock was set back: it is due now. */
function forgetFuture(database: Database, now: number): void {
  const latest = now + LONGEST_WAIT_MS;
  database.run("UPDATE buckets SET held_until = 0 WHERE held_until > ?", latest);
  database.run("UPDATE buckets SET tat = 0 WHERE tat > ?", latest);
  for (const lane of database.all("SELECT channel_id FROM lanes WHERE due_at > ?", latest)) {
    const channel = text(lane["channel_id"]);
    database.run(
      `UPDATE deliveries SET next_send_at = ? WHERE channel_id = ? AND ${OPEN} AND next_send_at > ?`,
      now,
      channel,
      latest,
    );
    database.run("UPDATE channels SET probe_at = ? WHERE id = ? AND probe_at > ?", now, channel, latest);
    database.run(
      `UPDATE lanes SET held_until = min(held_until, ?1), busy_until = min(busy_until, ?1),
         probe_at = CASE WHEN probe_at > ?2 THEN ?1 ELSE probe_at END WHERE channel_id = ?3`,
      now,
      latest,
      channel,
    );
    refreshLane(database, channel);
  }
}
