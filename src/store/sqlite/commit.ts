import type { Announcement } from "../../core/announcement.ts";
import type { Change } from "../../core/change.ts";
import { HELD_BACK } from "../../core/decision.ts";
import { recordKey } from "../../core/model.ts";
import type { Batch, NewDelivery, Untold } from "../../core/store.ts";
import type { Database } from "./database.ts";
import { bucketOf, ensureBucket } from "./lanes.ts";

/** These tell again what was told or kept before, so their changes need not be new. */
const RETELLS: readonly Announcement["kind"][] = ["digest", "summary"];

/**
 * Writes a batch in one transaction: what it says is durable as a whole or not at all. A second time adds nothing. An
 * announcement all of whose changes are known already (another instance was first) is not written, and its deliveries
 * carry only the items that are new.
 */
export function commitBatch(database: Database, batch: Batch): { announcements: number; deliveries: number } {
  return database.transaction(() => {
    for (const record of batch.records) {
      database.run(
        "INSERT INTO records (key, body) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET body = excluded.body",
        recordKey(record),
        JSON.stringify(record),
      );
    }
    const known = knownKeys(
      database,
      batch.announcements.flatMap((announcement) => announcement.changes.map((change) => change.dedup_key)),
    );
    const allowed = new Map<string, Set<number> | "all">();
    let announcements = 0;
    for (const announcement of batch.announcements) {
      const verdict = freshItems(database, announcement, known);
      if (verdict === null) continue;
      allowed.set(announcement.id, verdict.items);
      if (verdict.stored) continue;
      writeAnnouncement(database, announcement);
      announcements += 1;
    }
    writeUntold(database, batch.untold);
    const deliveries = writeDeliveries(database, batch.deliveries, allowed, Date.parse(batch.at));
    return { announcements, deliveries };
  });
}

type Fresh = { stored: boolean; items: Set<number> | "all" };

/** Which items of the announcement may be delivered; null when none is new. */
function freshItems(database: Database, announcement: Announcement, known: Set<string>): Fresh | null {
  const stored = database.get("SELECT 1 FROM announcements WHERE id = ?", announcement.id) !== undefined;
  if (stored || RETELLS.includes(announcement.kind) || announcement.changes.length === 0)
    return { stored, items: "all" };
  const items = announcement.changes.flatMap((change, index) => (known.has(change.dedup_key) ? [] : [index]));
  if (items.length === 0) return null;
  return { stored, items: items.length === announcement.changes.length ? "all" : new Set(items) };
}

/** The announcement, its changes, and which change stands where in it. Inside a transaction of the caller. */
export function writeAnnouncement(database: Database, announcement: Announcement): void {
  database.run(
    "INSERT INTO announcements (id, kind, body) VALUES (?, ?, ?)",
    announcement.id,
    announcement.kind,
    JSON.stringify(announcement),
  );
  announcement.changes.forEach((change, item) => {
    writeChange(database, change, null);
    database.run(
      "INSERT INTO announced (dedup_key, announcement_id, item) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
      change.dedup_key,
      announcement.id,
      item,
    );
  });
}

/** What is told to nobody, with the reason. Inside a transaction of the caller. */
export function writeUntold(database: Database, untold: readonly Untold[]): void {
  for (const { change, decision } of untold) writeChange(database, change, decision);
}

function writeChange(database: Database, change: Change, decision: string | null): void {
  database.run(
    `INSERT INTO changes (dedup_key, at, model_id, record_key, decision, body) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (dedup_key) DO UPDATE SET at = excluded.at, decision = NULL, body = excluded.body
       WHERE excluded.decision IS NULL AND changes.decision IS NOT NULL`,
    change.dedup_key,
    change.at,
    change.model_id,
    recordKey(change),
    decision,
    JSON.stringify(change),
  );
}

function writeDeliveries(
  database: Database,
  deliveries: NewDelivery[],
  allowed: Map<string, Set<number> | "all">,
  at: number,
): number {
  let written = 0;
  const buckets = new Map<string, string>();
  for (const delivery of deliveries) {
    const fresh = allowed.get(delivery.announcement_id) ?? storedAlone(database, delivery.announcement_id, allowed);
    if (fresh === null) continue;
    const items = fresh === "all" ? delivery.items : delivery.items.filter((item) => fresh.has(item));
    if (items.length === 0 && delivery.items.length > 0) continue;
    written += writeDelivery(database, { ...delivery, items }, at, buckets);
  }
  for (const [bucket, platform] of buckets) ensureBucket(database, bucket, platform);
  return written;
}

/** A delivery may come in a later batch than its announcement (a channel's daily digest). */
function storedAlone(
  database: Database,
  announcementId: string,
  allowed: Map<string, Set<number> | "all">,
): "all" | null {
  if (database.get("SELECT 1 FROM announcements WHERE id = ?", announcementId) === undefined) return null;
  allowed.set(announcementId, "all");
  return "all";
}

/**
 * One outbox row and its lane; 0 when the row is there already. `buckets` collects what the caller must ensure. With
 * `card`, the key of a card's row, it is an edit of that card.
 */
export function writeDelivery(
  database: Database,
  delivery: NewDelivery,
  at: number,
  buckets: Map<string, string>,
  card: string | null = null,
): number {
  const added = database.run(
    `INSERT INTO deliveries (key, announcement_id, channel_id, items, state, next_send_at, created_at, action, card)
     VALUES (?, ?, ?, ?, 'pending', ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
    delivery.key,
    delivery.announcement_id,
    delivery.channel_id,
    JSON.stringify(delivery.items),
    delivery.next_send_at,
    at,
    card === null ? "post" : "edit",
    card,
  );
  if (added === 0) return 0;
  const { platform, bucket } = bucketOf(delivery.channel_id);
  buckets.set(bucket, platform);
  database.run(
    `INSERT INTO lanes (channel_id, platform, bucket, due_at) VALUES (?, ?, ?, ?)
     ON CONFLICT (channel_id) DO UPDATE SET due_at =
       max(coalesce(probe_at, 0), busy_until, held_until, min(coalesce(due_at, excluded.due_at), excluded.due_at))`,
    delivery.channel_id,
    platform,
    bucket,
    delivery.next_send_at,
  );
  return 1;
}

const HELD_BACK_DECISIONS: ReadonlySet<unknown> = new Set(HELD_BACK);

/** Which of the keys an event already has. What was only held back until a better source says it counts for nothing. */
export function knownKeys(database: Database, dedupKeys: string[]): Set<string> {
  const known = new Set<string>();
  for (const key of new Set(dedupKeys)) {
    const stored = database.get("SELECT decision FROM changes WHERE dedup_key = ?", key);
    if (stored !== undefined && !HELD_BACK_DECISIONS.has(stored["decision"])) known.add(key);
  }
  return known;
}
