import type { DeliveryUpdate } from "../../core/store.ts";
import type { Database } from "./database.ts";
import { freeLane } from "./lanes.ts";
import { text } from "./rows.ts";

/**
 * Writes how an attempt ended and frees its lane. False when the lease belongs to somebody else by now. Light: a power cut
 * that takes it back leaves the row as `sending`, whose outcome is looked up like after any crash.
 */
export function finishRow(database: Database, key: string, owner: string, update: DeliveryUpdate): boolean {
  return database.lightTransaction(() => finishInside(database, key, owner, update));
}

/** The same inside a transaction of the caller. */
export function finishInside(database: Database, key: string, owner: string, update: DeliveryUpdate): boolean {
  const ended = update.state === "sent" || update.state === "dead";
  const row = database.get(
    `UPDATE deliveries SET state = ?, reason = ?, message_id = coalesce(?, message_id), ended_at = ?,
         next_send_at = coalesce(?, next_send_at), possible_repeat = max(possible_repeat, ?),
         lease_owner = NULL, lease_until = NULL
       WHERE key = ? AND lease_owner = ? RETURNING channel_id`,
    update.state,
    update.state === "sent" ? null : update.reason,
    update.state === "sent" ? update.message_id : null,
    ended ? update.at : null,
    ended ? null : update.next_send_at,
    update.state === "sent" && update.possible_repeat === true ? 1 : 0,
    key,
    owner,
  );
  if (row === undefined) return false;
  const channelId = text(row["channel_id"]);
  for (const record of update.state === "sent" ? (update.card_of ?? []) : []) {
    database.run(
      "INSERT OR REPLACE INTO cards (channel_id, record_key, delivery_key) VALUES (?, ?, ?)",
      channelId,
      record,
      key,
    );
  }
  freeLane(database, channelId);
  return true;
}
