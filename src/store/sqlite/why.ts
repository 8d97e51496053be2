import type { Change } from "../../core/change.ts";
import type { WhyEntry } from "../../core/command.ts";
import type { Database, Row } from "./database.ts";
import { deliveryState, json, number, text, textOrNull } from "./rows.ts";

type Filter = { channelId: string | null; model: string | null; limit: number };

/** How many changes are looked at for one answer, so that a question stays cheap in a store of years. */
const MOST_CHANGES = 500;

/** Decisions about a channel and a model, newest first: each delivery of a change, or why there is none. */
export function whyEntries(database: Database, filter: Filter): WhyEntry[] {
  const entries: WhyEntry[] = [];
  for (const row of changesOf(database, filter)) {
    const change = json<Change>(row["body"]);
    if (filter.channelId !== null && change.channel !== undefined && change.channel !== filter.channelId) continue;
    entries.push(...entriesOf(database, filter, row, change));
    if (entries.length >= filter.limit) break;
  }
  return entries.slice(0, filter.limit);
}

/** A model is asked for by its id, or exactly by its record's key. */
function changesOf(database: Database, { model }: Filter): Row[] {
  const columns = "SELECT dedup_key, at, decision, body FROM changes";
  if (model === null) return database.all(`${columns} ORDER BY seq DESC LIMIT ?`, MOST_CHANGES);
  const column = model.includes("|") ? "record_key" : "model_id";
  return database.all(`${columns} WHERE ${column} = ? ORDER BY seq DESC LIMIT ?`, model, MOST_CHANGES);
}

function entriesOf(database: Database, filter: Filter, row: Row, change: Change): WhyEntry[] {
  const at = text(row["at"]);
  // A row that was folded into a digest shows what became of the digest.
  const deliveries = database.all(
    `SELECT d.channel_id, d.items, a.item, e.state, e.reason, e.message_id, e.attempts, e.possible_repeat
     FROM announced a
     JOIN deliveries d ON d.announcement_id = a.announcement_id
     JOIN deliveries e ON e.key = coalesce(d.folded_into, d.key)
     JOIN announcements n ON n.id = a.announcement_id
     WHERE a.dedup_key = ?1 AND d.action = 'post' AND (?2 IS NULL OR d.channel_id = ?2)
       AND NOT EXISTS (SELECT 1 FROM deliveries f WHERE f.folded_into = d.key)
     ORDER BY d.seq DESC LIMIT ?3`,
    text(row["dedup_key"]),
    filter.channelId,
    filter.limit,
  );
  const told = deliveries
    .filter((delivery) => json<number[]>(delivery["items"]).includes(number(delivery["item"])))
    .map(
      (delivery): WhyEntry => ({
        at,
        change,
        channel_id: text(delivery["channel_id"]),
        decision: "told",
        delivery: {
          state: deliveryState(delivery["state"]),
          reason: textOrNull(delivery["reason"]),
          message_id: textOrNull(delivery["message_id"]),
          attempts: number(delivery["attempts"]),
          possible_repeat: delivery["possible_repeat"] === 1,
        },
      }),
    );
  if (told.length > 0) return told;
  const decision =
    textOrNull(row["decision"]) ?? (filter.channelId === null ? "no channel watches it" : "not watched here");
  return [{ at, change, channel_id: filter.channelId, decision, delivery: null }];
}
