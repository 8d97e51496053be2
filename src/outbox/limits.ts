import type { Pace } from "../core/store.ts";
import type { PlatformName } from "../core/subscription.ts";

const SECOND = 1000;
const HOUR = 3600 * SECOND;
const DAY = 24 * HOUR;

/** Every number of the delivery protocol in one place. Milliseconds unless said otherwise. */
export type Limits = {
  /** Requests under way at the same time. */
  inFlight: number;
  /** How long a row is ours; longer than one request and one look into the past may take together. */
  leaseMs: number;
  /** A request that takes longer counts as ambiguous. */
  requestMs: number;
  /** Discord returns the first message for the same nonce "within a few minutes"; only this much is relied on. */
  nonceMs: number;
  /** How long a message may take to show in the channel's history. */
  historyLagMs: number;
  /** Two machines' clocks may differ by this much when the past is read. */
  clockSkewMs: number;
  /** First wait after a failure; doubled each time up to `backoffMaxMs`. */
  backoffMs: number;
  backoffMaxMs: number;
  /** When a parked channel is tried again, counted from its parking; afterwards every last entry. */
  probesMs: readonly number[];
  /** An unclear row whose past could not be read for this long is sent again, marked. */
  unreadableMs: number;
  /** A row that was refused for this long, and tried `giveUpTries` times, ends as dead; a clock's jump alone ends none. */
  giveUpMs: number;
  giveUpTries: number;
  pace: Partial<Record<PlatformName, Pace>>;
  /** Requests with 401, 403, 404 or 429 after which a platform is left alone, per `invalidWindowMs`. */
  invalidMost: number;
  invalidWindowMs: number;
  /** Platforms that ban for invalid requests, and the least time between two of them to one dead channel. */
  invalidGapMs: Partial<Record<PlatformName, number>>;
};

export const LIMITS: Readonly<Limits> = Object.freeze({
  inFlight: 32,
  leaseMs: 60 * SECOND,
  requestMs: 20 * SECOND,
  nonceMs: 60 * SECOND,
  historyLagMs: 10 * SECOND,
  clockSkewMs: 60 * SECOND,
  backoffMs: 2 * SECOND,
  backoffMaxMs: HOUR,
  probesMs: [HOUR, 6 * HOUR, DAY, 7 * DAY],
  unreadableMs: DAY,
  giveUpMs: 30 * DAY,
  giveUpTries: 8,
  pace: {
    // 1 a second and channel, several hundred a minute and workspace: https://docs.slack.dev/apis/web-api/rate-limits
    slack: { perSecond: 8, burst: 4, channelGapMs: SECOND },
    // 50 a second and bot; over any second 48 + 2 start: https://docs.discord.com/developers/topics/rate-limits
    discord: { perSecond: 48, burst: 2, channelGapMs: SECOND },
  },
  // 10,000 in ten minutes ban a bot's address: https://docs.discord.com/developers/topics/rate-limits
  invalidMost: 500,
  invalidWindowMs: 10 * 60 * SECOND,
  invalidGapMs: { discord: 6 * HOUR },
});
