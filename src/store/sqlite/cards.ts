import type { Card, Mark } from "../../core/card.ts";
import { type Change, shortId } from "../../core/change.ts";
import { compareInstants } from "../../core/clock.ts";
import type { CardStore } from "../../core/store.ts";
import { writeDelivery } from "./commit.ts";
import type { Database, Row } from "./database.ts";
import { ensureBucket } from "./lanes.ts";
import { json, text } from "./rows.ts";

const CARD_COLUMNS = "d.key, d.channel_id, d.announcement_id, d.message_id, d.items";

/** The same text as in the partial index, so that it is used: a model's reminders in all channels are many. */
const NEWS = "decision IS NULL AND instr(dedup_key, '|reminder|') = 0";

/** The messages that stand for records in channels, and what people said about them. */
export function sqliteCards(database: Database): CardStore {
  return {
    of: async (channelId, recordKeys) => {
      const found = new Map<string, Card>();
      for (const row of cardRows(database, channelId, recordKeys)) found.set(text(row["record_key"]), cardOf(row));
      return found;
    },
    get: async (key) => {
      const row = database.get(
        `SELECT ${CARD_COLUMNS} FROM deliveries d
         WHERE d.key = ? AND d.action = 'post' AND d.message_id IS NOT NULL`,
        key,
      );
      return row === undefined ? null : cardOf(row);
    },
    touch: async (request) => database.transaction(() => touch(database, request)),
    forget: async (channelId, key) => {
      database.run("DELETE FROM cards WHERE channel_id = ? AND delivery_key = ?", channelId, key);
    },
    later: async (recordKeys, since) =>
      database
        .all(
          `SELECT body FROM changes WHERE record_key IN (SELECT value FROM json_each(?)) AND ${NEWS} ORDER BY seq`,
          JSON.stringify(recordKeys),
        )
        .map((row) => json<Change>(row["body"]))
        // Not in the statement: instants cannot be compared as text.
        .filter((change) => compareInstants(change.at, since) > 0)
        .filter((change) => change.kind !== "reminder" && change.channel === undefined),
    marks: async (channelId) => {
      const all = new Map<string, Map<string, Mark>>();
      const rows =
        channelId === undefined
          ? database.all("SELECT * FROM marks")
          : database.all("SELECT * FROM marks WHERE channel_id = ?", channelId);
      for (const row of rows) {
        const channel = text(row["channel_id"]);
        const marks = all.get(channel) ?? new Map<string, Mark>();
        all.set(channel, marks.set(text(row["record_key"]), json<Mark>(row["body"])));
      }
      return all;
    },
    mark: async (channelId, marks) =>
      database.transaction(() => {
        for (const { recordKey, mark } of marks) {
          if (mark === null)
            database.run("DELETE FROM marks WHERE channel_id = ? AND record_key = ?", channelId, recordKey);
          else
            database.run(
              "INSERT OR REPLACE INTO marks (channel_id, record_key, body) VALUES (?, ?, ?)",
              channelId,
              recordKey,
              JSON.stringify(mark),
            );
        }
      }),
  };
}

/** The cards of these records, in one channel or in all; only those whose message is known. */
function cardRows(database: Database, channelId: string | null, recordKeys: readonly string[]): Row[] {
  // In one channel they are found by their whole key; the other way looks at every channel that has a card of them.
  if (channelId !== null) {
    return recordKeys.flatMap((recordKey) => {
      const row = database.get(
        `SELECT c.record_key, ${CARD_COLUMNS} FROM cards c JOIN deliveries d ON d.key = c.delivery_key
           WHERE c.channel_id = ? AND c.record_key = ? AND d.message_id IS NOT NULL`,
        channelId,
        recordKey,
      );
      return row === undefined ? [] : [row];
    });
  }
  return database.all(
    `SELECT c.record_key, ${CARD_COLUMNS} FROM cards c JOIN deliveries d ON d.key = c.delivery_key
     WHERE c.record_key IN (SELECT value FROM json_each(?)) AND d.message_id IS NOT NULL`,
    JSON.stringify(recordKeys),
  );
}

function touch(database: Database, request: Parameters<CardStore["touch"]>[0]): number {
  const { channelId, recordKeys, tag, now, due, unlessSince } = request;
  const cards = new Map(cardRows(database, channelId, recordKeys).map((row) => [text(row["key"]), cardOf(row)]));
  const buckets = new Map<string, string>();
  let written = 0;
  for (const card of cards.values()) {
    const waiting = database.get(
      "SELECT 1 FROM deliveries WHERE channel_id = ? AND card = ? AND state = 'pending' AND lease_owner IS NULL AND attempts = 0 AND next_send_at <= ?",
      card.channel_id,
      card.key,
      due,
    );
    if (waiting !== undefined || (unlessSince !== undefined && sentSince(database, card, unlessSince))) continue;
    const { channel_id, announcement_id, items } = card;
    const key = shortId("edit", card.key, tag);
    written += writeDelivery(
      database,
      { key, announcement_id, channel_id, items, next_send_at: due },
      now,
      buckets,
      card.key,
    );
  }
  for (const [bucket, platform] of buckets) ensureBucket(database, bucket, platform);
  return written;
}

/** True when the card was posted or edited at or after that instant. */
function sentSince(database: Database, card: Card, since: number): boolean {
  const { key, channel_id } = card;
  const sent =
    database.get("SELECT 1 FROM deliveries WHERE key = ? AND last_sent_at >= ?", key, since) ??
    database.get(
      "SELECT 1 FROM deliveries WHERE channel_id = ? AND card = ? AND last_sent_at >= ?",
      channel_id,
      key,
      since,
    );
  return sent !== undefined;
}

function cardOf(row: Row): Card {
  return {
    key: text(row["key"]),
    channel_id: text(row["channel_id"]),
    announcement_id: text(row["announcement_id"]),
    message_id: text(row["message_id"]),
    items: json<number[]>(row["items"]),
  };
}
