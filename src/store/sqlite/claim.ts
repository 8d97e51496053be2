import type { Delivery } from "../../core/delivery.ts";
import type { OutboxStore } from "../../core/store.ts";
import type { Database, Row } from "./database.ts";
import { dueLanes, OPEN, refreshLane } from "./lanes.ts";
import { allowance, spend } from "./pace.ts";
import { deliveryOf, number, text } from "./rows.ts";

type ClaimRequest = Parameters<OutboxStore["claim"]>[0];

/** The longest lease that can be real: one further ahead was written by a clock that has been set back since. */
export const LONGEST_LEASE_MS = 10 * 60_000;

/**
 * Leases what is due, at most one row per channel, within each bucket's pace. One transaction. A lease that a power cut
 * takes back was never used for anything.
 */
export function claimRows(database: Database, request: ClaimRequest): Delivery[] {
  return database.lightTransaction(() => {
    const claimed: Delivery[] = [];
    for (const bucket of bucketsOf(database, request)) {
      const room = request.limit - claimed.length;
      if (room <= 0) break;
      const tat = number(bucket["tat"]);
      const allowed = roomIn(bucket, request, room);
      if (allowed === 0) continue;
      const rows = lanesOf(database, request, text(bucket["name"]), allowed).flatMap(
        (channel) => claimLane(database, request, channel) ?? [],
      );
      claimed.push(...rows);
      if (rows.length === 0 || request.pace === undefined) continue;
      database.run(
        "UPDATE buckets SET tat = ? WHERE name = ?",
        spend(tat, request.now, request.pace, rows.length),
        text(bucket["name"]),
      );
    }
    return claimed;
  });
}

/** The least used bucket first, so that a busy workspace does not come before a quiet one. */
function bucketsOf(database: Database, request: ClaimRequest): Row[] {
  const buckets = database.all("SELECT * FROM buckets WHERE held_until <= ? ORDER BY tat, name", request.now);
  if (request.platforms === undefined) return buckets;
  const { platforms } = request;
  return buckets.filter((bucket) => platforms.includes(text(bucket["platform"])));
}

function roomIn(bucket: Row, request: ClaimRequest, most: number): number {
  if (request.pace === undefined) return most;
  return Math.min(most, allowance(number(bucket["tat"]), request.now, request.pace));
}

/** The channels of a bucket that are due. */
function lanesOf(database: Database, request: ClaimRequest, bucket: string, most: number): string[] {
  const lanes =
    request.probe === undefined
      ? database.all(dueLanes(most), bucket, request.now)
      : database.all(
          "SELECT channel_id FROM lanes WHERE bucket = ? AND channel_id = ? AND due_at <= ?",
          bucket,
          request.probe,
          request.now,
        );
  return lanes.map((lane) => text(lane["channel_id"]));
}

function claimLane(database: Database, request: ClaimRequest, channelId: string): Delivery | null {
  const until = request.now + Math.min(request.leaseMs, LONGEST_LEASE_MS);
  // The state is left alone here: what is written is written to its index too, even when it is the same.
  const row = database.get(
    `UPDATE deliveries SET lease_owner = ?1, lease_until = ?2 WHERE seq =
       (SELECT seq FROM deliveries WHERE channel_id = ?3 AND ${OPEN} AND next_send_at <= ?4
        ORDER BY next_send_at, seq LIMIT 1)
     RETURNING *`,
    request.owner,
    until,
    channelId,
    request.now,
  );
  if (row === undefined) {
    refreshLane(database, channelId);
    return null;
  }
  // What is still `sending` when its lease is over was left by a process that died, or that hangs: nobody knows.
  const after: Row =
    row["state"] === "sending" ? { ...row, state: "unclear", reason: "the process that was sending it ended" } : row;
  if (after !== row)
    database.run(
      "UPDATE deliveries SET state = 'unclear', reason = ? WHERE seq = ?",
      after["reason"] ?? null,
      row["seq"] ?? null,
    );
  database.run(
    "UPDATE lanes SET busy_until = ?1, held_until = max(held_until, ?2), due_at = max(?1, held_until, ?2) WHERE channel_id = ?3",
    until,
    request.now + (request.pace?.channelGapMs ?? 0),
    channelId,
  );
  return deliveryOf(after);
}
