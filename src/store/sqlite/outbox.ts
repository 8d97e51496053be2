import type { Delivery, DeliveryState } from "../../core/delivery.ts";
import type { OutboxStore } from "../../core/store.ts";
import { claimRows } from "./claim.ts";
import { writeAnnouncement, writeDelivery } from "./commit.ts";
import { abandon, waiting } from "./abandon.ts";
import type { Database } from "./database.ts";
import { nextDue, probesDue } from "./due.ts";
import { finishInside, finishRow } from "./finish.ts";
import { bucketOf, ensureBucket, ensureLane, refreshLane } from "./lanes.ts";
import { freeDeadOwners } from "./recover.ts";
import { deliveryOf, deliveryState, number } from "./rows.ts";

/** The outbox's rows, leases, holds and paces. */
export function sqliteOutbox(database: Database): OutboxStore {
  return {
    claim: async (request) => claimRows(database, request),
    markSending: async (key, owner, now, possibleRepeat = false, thread = null) =>
      database.run(
        `UPDATE deliveries SET state = 'sending', attempts = attempts + 1, first_sent_at = coalesce(first_sent_at, ?1),
           last_sent_at = ?1, possible_repeat = max(possible_repeat, ?2), thread = ?5
         WHERE key = ?3 AND lease_owner = ?4 AND lease_until > ?1 AND state IN ('pending', 'unclear')`,
        now,
        possibleRepeat ? 1 : 0,
        key,
        owner,
        thread === null ? null : JSON.stringify(thread),
      ) === 1,
    finish: async (key, owner, update) => finishRow(database, key, owner, update),
    unthread: async (key, owner, reason, now, { possibleRepeat }) =>
      database.transaction(() => {
        database.run(
          `UPDATE deliveries SET thread = NULL, attempts = 0, first_sent_at = NULL,
             possible_repeat = max(possible_repeat, ?) WHERE key = ? AND lease_owner = ?`,
          possibleRepeat ? 1 : 0,
          key,
          owner,
        );
        finishInside(database, key, owner, { state: "pending", reason, next_send_at: now });
      }),
    hold: async (scope, until) => database.transaction(() => hold(database, scope, until)),
    nextDue: async (request = {}) => nextDue(database, request),
    probesDue: async (request) => probesDue(database, request),
    fold: async (request) => fold(database, request),
    recover: async (owner, now) => freeDeadOwners(database, owner, now),
    noteInvalid: async (platform, at) => {
      database.run("INSERT INTO invalid_requests (platform, at) VALUES (?, ?)", platform, at);
      database.run("DELETE FROM invalid_requests WHERE platform = ? AND at < ?", platform, at - 86_400_000);
    },
    invalidSince: async (platform, since, most) => {
      const after = "FROM invalid_requests WHERE platform = ? AND at > ?";
      const count = number(database.get(`SELECT count(*) AS n ${after}`, platform, since)?.["n"]);
      if (count < most) return { count, nth: null };
      const row = database.get(`SELECT at ${after} ORDER BY at DESC LIMIT 1 OFFSET ?`, platform, since, most - 1);
      return { count, nth: number(row?.["at"]) };
    },
    counts: async () => counts(database),
    waiting: async () => waiting(database),
    abandon: async (request) => database.transaction(() => abandon(database, request)),
    ofChannel: async (channelId, states, limit) => ofChannel(database, channelId, states, limit),
  };
}

function hold(database: Database, scope: Parameters<OutboxStore["hold"]>[0], until: number): void {
  if ("channelId" in scope) {
    ensureLane(database, scope.channelId);
    database.run("UPDATE lanes SET held_until = max(held_until, ?) WHERE channel_id = ?", until, scope.channelId);
    refreshLane(database, scope.channelId);
    return;
  }
  if ("platform" in scope) {
    database.run("UPDATE buckets SET held_until = max(held_until, ?) WHERE platform = ?", until, scope.platform);
    return;
  }
  const { bucket, platform } = bucketOf(scope.bucketOf);
  ensureBucket(database, bucket, platform);
  database.run("UPDATE buckets SET held_until = max(held_until, ?) WHERE name = ?", until, bucket);
}

function fold(database: Database, request: Parameters<OutboxStore["fold"]>[0]): boolean {
  const { digest, delivery, keys, now } = request;
  return database.transaction(() => {
    const free = keys.every(
      (key) =>
        database.get(
          "SELECT 1 FROM deliveries WHERE key = ? AND channel_id = ? AND state = 'pending' AND coalesce(lease_until, 0) <= ?",
          key,
          delivery.channel_id,
          now,
        ) !== undefined,
    );
    if (!free) return false;
    writeAnnouncement(database, digest);
    const buckets = new Map<string, string>();
    writeDelivery(database, delivery, now, buckets);
    for (const key of keys) {
      database.run(
        "UPDATE deliveries SET state = 'dead', reason = ?, folded_into = ?, ended_at = ? WHERE key = ? OR folded_into = ?",
        `told in digest ${delivery.key}`,
        delivery.key,
        now,
        key,
        key,
      );
    }
    refreshLane(database, delivery.channel_id);
    return true;
  });
}

function counts(database: Database): Record<DeliveryState, number> {
  const result: Record<DeliveryState, number> = { pending: 0, sending: 0, unclear: 0, sent: 0, dead: 0 };
  for (const row of database.all("SELECT state, count(*) AS n FROM deliveries GROUP BY state")) {
    result[deliveryState(row["state"])] = number(row["n"]);
  }
  return result;
}

function ofChannel(database: Database, channelId: string, states: DeliveryState[], limit: number): Delivery[] {
  return database
    .all(
      `SELECT * FROM deliveries WHERE channel_id = ? AND state IN (SELECT value FROM json_each(?)) ORDER BY seq LIMIT ?`,
      channelId,
      JSON.stringify(states),
      limit,
    )
    .map(deliveryOf);
}
