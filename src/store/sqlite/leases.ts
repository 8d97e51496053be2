import type { LeaseStore } from "../../core/store.ts";
import type { Database } from "./database.ts";
import { processStart, surelyGone } from "./process.ts";
import { number, text, textOrNull } from "./rows.ts";

/** A lease of another machine can be taken after at most this long (promise D9). */
export const LONGEST_NAMED_LEASE_MS = 60_000;

/** Named leases: who of several processes does what only one may do. */
export function sqliteLeases(database: Database): LeaseStore {
  return {
    take: async (name, owner, now, ttlMs) =>
      database.transaction(() => {
        const row = database.get("SELECT * FROM leases WHERE name = ?", name);
        const until = row === undefined ? 0 : number(row["until"]);
        if (row !== undefined && row["owner_id"] !== owner.id) {
          const by = { id: text(row["owner_id"]), host: text(row["host"]), pid: number(row["pid"]) };
          // One that ends later than any lease can was written before the clock was set back.
          const over = until <= now || until > now + LONGEST_NAMED_LEASE_MS;
          if (!over && !surelyGone({ ...by, started: textOrNull(row["started"]) }, owner)) {
            return { held: false, by, until };
          }
        }
        database.run(
          "INSERT OR REPLACE INTO leases (name, owner_id, host, pid, started, until) VALUES (?, ?, ?, ?, ?, ?)",
          name,
          owner.id,
          owner.host,
          owner.pid,
          processStart(owner.pid),
          now + Math.min(ttlMs, LONGEST_NAMED_LEASE_MS),
        );
        return { held: true };
      }),
    release: async (name, owner) => {
      database.run("DELETE FROM leases WHERE name = ? AND owner_id = ?", name, owner.id);
    },
  };
}
