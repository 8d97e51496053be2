import type { Database } from "./database.ts";

/** The states in which a row still waits for its end; the same text as in the partial index, so that it is used. */
export const OPEN = "state IN ('pending', 'sending', 'unclear')";

/**
 * What shares a rate limit with the channel. Slack limits each workspace
 * (https://docs.slack.dev/apis/web-api/rate-limits), Discord the bot (https://docs.discord.com/developers/topics/rate-limits).
 */
export function bucketOf(channelId: string): { platform: string; bucket: string } {
  const [platform = "", workspace = ""] = channelId.split(":");
  return { platform, bucket: platform === "slack" ? `${platform}:${workspace}` : platform };
}

/** Makes the channel's lane and bucket when they are new. Inside a transaction of the caller. */
export function ensureLane(database: Database, channelId: string): void {
  const { platform, bucket } = bucketOf(channelId);
  database.run(
    "INSERT OR IGNORE INTO lanes (channel_id, platform, bucket) VALUES (?, ?, ?)",
    channelId,
    platform,
    bucket,
  );
  ensureBucket(database, bucket, platform);
}

export function ensureBucket(database: Database, bucket: string, platform: string): void {
  database.run("INSERT OR IGNORE INTO buckets (name, platform) VALUES (?, ?)", bucket, platform);
}

/** Works out again when the lane is due: never before its lease, its hold and its probe; null without open rows. */
export function refreshLane(database: Database, channelId: string): void {
  database.run(
    `UPDATE lanes SET due_at = max(coalesce(probe_at, 0), busy_until, held_until,
       (SELECT min(next_send_at) FROM deliveries d WHERE d.channel_id = lanes.channel_id AND d.${OPEN}))
     WHERE channel_id = ?`,
    channelId,
  );
}

/** The same for a lane whose attempt has ended. */
export function freeLane(database: Database, channelId: string): void {
  database.run(
    `UPDATE lanes SET busy_until = 0, due_at = max(coalesce(probe_at, 0), held_until,
       (SELECT min(next_send_at) FROM deliveries d WHERE d.channel_id = lanes.channel_id AND d.${OPEN}))
     WHERE channel_id = ?`,
    channelId,
  );
}

/**
 * Finds the lanes of a bucket, parked ones left out, that are due by an instant, the longest waiting first. The limit stands in the text: SQLite
 * plans a statement anew each time when its limit is bound.
 */
export function dueLanes(limit: number): string {
  const most = Math.max(0, Math.floor(limit));
  return `SELECT channel_id FROM lanes WHERE bucket = ? AND parked = 0 AND due_at <= ? ORDER BY due_at LIMIT ${most}`;
}
