import type { LeaseOwner } from "../../core/store.ts";
import type { Database } from "./database.ts";
import { freeLane, OPEN } from "./lanes.ts";
import { processStart, surelyGone } from "./process.ts";
import { number, text, textOrNull } from "./rows.ts";

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
