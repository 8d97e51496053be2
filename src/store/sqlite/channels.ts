import type { ChannelStore } from "../../core/store.ts";
import type { Channel } from "../../core/subscription.ts";
import { writeUntold } from "./commit.ts";
import type { Database } from "./database.ts";
import { ensureLane, refreshLane } from "./lanes.ts";
import { channelOf } from "./rows.ts";

/** The channels, what they watch, and whether they are parked. */
export function sqliteChannels(database: Database): ChannelStore {
  const park = (id: string, parked: Channel["parked"]) => {
    database.run(
      "UPDATE channels SET parked_reason = ?, parked_since = ?, probe_at = ?, probes = ? WHERE id = ?",
      parked?.reason ?? null,
      parked?.since ?? null,
      probeAt(parked),
      parked?.probes ?? 0,
      id,
    );
    laneParked(database, id, parked);
  };
  return {
    all: async () => database.all("SELECT * FROM channels ORDER BY id").map(channelOf),
    get: async (id) => {
      const row = database.get("SELECT * FROM channels WHERE id = ?", id);
      return row === undefined ? null : channelOf(row);
    },
    save: async (channel, untold = []) =>
      database.transaction(() => {
        database.run(
          `INSERT INTO channels (id, platform, workspace, channel, subscription, class, created_at)
           VALUES (?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET subscription = excluded.subscription, class = excluded.class`,
          channel.id,
          channel.platform,
          channel.workspace,
          channel.channel,
          JSON.stringify(channel.subscription),
          channel.class,
          channel.created_at,
        );
        park(channel.id, channel.parked);
        writeUntold(database, untold);
      }),
    remove: async (id) =>
      database.transaction(() => {
        // The lane is set free, so that open rows are met by the outbox and end with a reason.
        laneParked(database, id, null);
        return database.run("DELETE FROM channels WHERE id = ?", id) === 1;
      }),
    setClass: async (id, value) => {
      database.run("UPDATE channels SET class = ? WHERE id = ?", value, id);
    },
    park: async (id, parked) => database.transaction(() => park(id, parked)),
  };
}

/** The column is in epoch milliseconds, because it is compared with the clock. */
function probeAt(parked: Channel["parked"]): number | null {
  return parked === null ? null : Date.parse(parked.probe_at);
}

function laneParked(database: Database, id: string, parked: Channel["parked"]): void {
  ensureLane(database, id);
  database.run(
    "UPDATE lanes SET parked = ?, probe_at = ? WHERE channel_id = ?",
    parked === null ? 0 : 1,
    probeAt(parked),
    id,
  );
  refreshLane(database, id);
}
