/** https://docs.slack.dev/apis/web-api/rate-limits: calls a minute by tier, and 1 post a second for each channel. */
const TIER_PER_MINUTE: Record<number, number> = { 1: 1, 2: 20, 3: 50, 4: 100 };

const TIERS: Record<string, number> = {
  "chat.update": 3,
  "chat.delete": 3,
  "chat.postEphemeral": 4,
  "conversations.history": 3,
  "conversations.replies": 3,
  "conversations.info": 3,
  "conversations.join": 3,
  "conversations.members": 4,
  "users.info": 4,
  "users.conversations": 3,
  "views.open": 4,
  "views.push": 4,
  "views.update": 4,
  "views.publish": 4,
  "files.getUploadURLExternal": 4,
  "files.completeUploadExternal": 4,
  "apps.connections.open": 3,
};

export class Rates {
  readonly #minutes = new Map<string, number[]>();
  readonly #channels = new Map<string, { tokens: number; at: number }>();

  /** Seconds to wait when the method was called too often, else null. */
  tier(method: string, now: number): number | null {
    const allowed = TIER_PER_MINUTE[TIERS[method] ?? 0];
    if (allowed === undefined) return null;
    const recent = (this.#minutes.get(method) ?? []).filter((at) => now - at < 60_000);
    this.#minutes.set(method, recent);
    if (recent.length >= allowed) return Math.ceil((60_000 - (now - (recent[0] ?? now))) / 1000);
    recent.push(now);
    return null;
  }

  /** Seconds to wait before another post in that channel, else null. */
  post(channel: string, burst: number, now: number): number | null {
    const bucket = this.#channels.get(channel) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, bucket.tokens + (now - bucket.at) / 1000);
    this.#channels.set(channel, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
    return tokens >= 1 ? null : 1;
  }
}
