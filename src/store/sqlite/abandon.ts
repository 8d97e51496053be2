import type { OutboxStore } from "../../core/store.ts";
import type { Database } from "./database.ts";
import { OPEN, refreshLane } from "./lanes.ts";
import { number, text } from "./rows.ts";

/** Open rows by platform. */
export function waiting(database: Database): Map<string, number> {
  const rows = database.all(
    `SELECT l.platform, count(*) AS n FROM deliveries d JOIN lanes l ON l.channel_id = d.channel_id
     WHERE d.${OPEN} GROUP BY l.platform`,
  );
  return new Map(rows.map((row) => [text(row["platform"]), number(row["n"])]));
}

/** Ends what nobody will send. One transaction of the caller. */
export function abandon(database: Database, request: Parameters<OutboxStore["abandon"]>[0]): number {
  const { platform, before, reason, now } = request;
  const lanes = database.all(
    `SELECT DISTINCT d.channel_id FROM deliveries d JOIN lanes l ON l.channel_id = d.channel_id
     WHERE l.platform = ? AND d.${OPEN} AND d.created_at < ?`,
    platform,
    before,
  );
  let ended = 0;
  for (const lane of lanes) {
    const channel = text(lane["channel_id"]);
    ended += database.run(
      `UPDATE deliveries SET state = 'dead', reason = ?, ended_at = ?, lease_owner = NULL, lease_until = NULL
       WHERE channel_id = ? AND ${OPEN} AND created_at < ?`,
      reason,
      now,
      channel,
      before,
    );
    refreshLane(database, channel);
  }
  return ended;
}
