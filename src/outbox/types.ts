import type { Announcement, ComposeAnnouncement } from "../core/announcement.ts";
import type { Background } from "../core/card.ts";
import type { Change } from "../core/change.ts";
import type { Clock } from "../core/clock.ts";
import type { Message } from "../core/message.ts";
import type { Platform } from "../core/platform.ts";
import type { LeaseOwner, Store } from "../core/store.ts";
import type { Channel, PlatformName } from "../core/subscription.ts";
import type { Limits } from "./limits.ts";

/** What happened, for the log, the metrics and the operator's channel. Every send and every drop has its reason. */
export type OutboxEvent =
  | {
      type: "attempt";
      platform: PlatformName;
      channel: string;
      key: string;
      outcome: string;
      reason: string | null;
      ms: number;
    }
  | { type: "reconciled"; platform: PlatformName; channel: string; key: string; outcome: string; reason: string | null }
  | { type: "dead"; platform: PlatformName; channel: string; key: string; reason: string }
  | { type: "parked"; platform: PlatformName; channel: string; reason: string; probe_at: number }
  | { type: "returned"; platform: PlatformName; channel: string }
  | { type: "digest"; platform: PlatformName; channel: string; key: string; rows: number }
  | { type: "platform-stopped"; platform: PlatformName; reason: string }
  | { type: "breaker"; platform: PlatformName; until: number; invalid: number }
  | { type: "recovered"; rows: number }
  | { type: "store-trouble"; reason: string };

export type OutboxOptions = {
  store: Store;
  platforms: ReadonlyMap<PlatformName, Platform>;
  compose: ComposeAnnouncement;
  /** What the catalogue knows of the models in these changes and of what replaces them. Default: nothing. */
  background?: (changes: readonly Change[]) => Promise<Background>;
  /** A channel that is not configured but may be told this (the greeting); null: its row ends. Default: none. */
  stranger?: (channelId: string, announcement: Announcement) => Channel | null;
  /** Adds the "(possible repeat)" note in the channel's language. */
  markRepeat: (message: Message, channel: Channel) => Message;
  clock: Clock;
  /** This process; two outboxes never share an id. */
  owner: LeaseOwner;
  /** 0 to 1, for jitter. */
  random: () => number;
  observe?: (event: OutboxEvent) => void;
  limits?: Partial<Limits>;
  /**
   * Our clock's instant (epoch ms) as the platform's clock would tell it: differs only while the process believes
   * another time (SUNDOWN_CLOCK), and keeps a look into a channel's past from starting in its future.
   */
  platformTime?: (at: number) => number;
};

export type DrainReport = {
  /** Rows that were worked on. */
  attempted: number;
  /** When there is something to do next (epoch ms); null when nothing is open. */
  next: number | null;
};

export type PlatformHealth = { stopped: string | null; held_until: number | null };

export type Outbox = {
  /** Does all that is due now and then returns; time does not pass in it. For replay and tests. @throws StoreError */
  drainOnce(now?: number): Promise<DrainReport>;
  /** Starts the loop. It runs until stop(). */
  run(): Promise<void>;
  /** Tells the loop that there is new work. */
  wake(): void;
  /** Starts nothing more, waits for what is under way; what has not ended in time is looked up after the next start. */
  stop(timeoutMs?: number): Promise<{ left: number }>;
  /** A channel is back (the bot was invited again): one digest of what it missed is sent now. */
  returned(channelId: string): Promise<void>;
  /** A platform's token was renewed. */
  resume(platform: PlatformName): void;
  health(): Map<PlatformName, PlatformHealth>;
};
