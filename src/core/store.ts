import type { Announcement } from "./announcement.ts";
import type { Card, Mark } from "./card.ts";
import type { Change } from "./change.ts";
import type { WhyEntry } from "./command.ts";
import type { Delivery, DeliveryState, ThreadTarget } from "./delivery.ts";
import type { IsoInstant } from "./fact.ts";
import type { ModelRecord } from "./model.ts";
import type { Channel, ChannelClass } from "./subscription.ts";

/**
 * The durable store by need. Every method is one transaction of its own: no caller holds one open across an await.
 * src/store implements this on node:sqlite; a second implementation (PostgreSQL) must pass the same contract suite.
 */

/** A change that is told to nobody, with the reason that /model-why gives. */
export type Untold = { change: Change; decision: string };

/** All that one poll (or one tick of the clock) decides, written in one transaction. */
export type Batch = {
  at: IsoInstant;
  /** Records that are new or different; others are left alone. */
  records: ModelRecord[];
  announcements: Announcement[];
  /** One per announcement and channel; unique by key, so that writing a batch twice adds nothing. */
  deliveries: NewDelivery[];
  untold: Untold[];
};

export type NewDelivery = Pick<Delivery, "key" | "announcement_id" | "channel_id" | "items" | "next_send_at">;

export type CatalogStore = {
  /** Every record; keyed by recordKey. */
  load(): Promise<Map<string, ModelRecord>>;
};

export type EventStore = {
  /** Writes the batch at once. Changes whose dedup_key is already stored are not written again. Returns what was new. */
  commit(batch: Batch): Promise<{ announcements: number; deliveries: number }>;
  /** True for each dedup key that an event already has: the second look behind the Keyv "seen" marks. */
  known(dedupKeys: string[]): Promise<Set<string>>;
  announcement(id: string): Promise<Announcement | null>;
  /** Decisions about a channel and a model, newest first. */
  why(filter: { channelId: string | null; model: string | null; limit: number }): Promise<WhyEntry[]>;
};

export type ChannelStore = {
  all(): Promise<Channel[]>;
  get(id: string): Promise<Channel | null>;
  /** Writes the channel, and at once with it what it is not to be told any more. */
  save(channel: Channel, untold?: Untold[]): Promise<void>;
  remove(id: string): Promise<boolean>;
  /** Writes the class alone, so that a subscription changed meanwhile is kept. */
  setClass(id: string, value: ChannelClass): Promise<void>;
  /** Parks the channel (nothing is claimed there, its rows stay) or, with null, takes it back into service. */
  park(id: string, parked: Channel["parked"]): Promise<void>;
};

/**
 * How fast requests may start. `perSecond` and `burst` count per bucket: a Slack workspace, or a whole platform
 * elsewhere; over any second at most `perSecond + burst` start. `channelGapMs` is the least time between two requests to
 * one channel.
 */
export type Pace = { perSecond: number; burst: number; channelGapMs: number };

/** What ended an attempt; the store writes it and frees the lease. */
export type DeliveryUpdate =
  | {
      state: "sent";
      message_id: string;
      at: number;
      possible_repeat?: boolean;
      /** The record keys that this message is the card of from now on. */
      card_of?: string[];
    }
  | { state: "dead"; reason: string; at: number }
  | { state: "pending"; reason: string; next_send_at: number }
  | { state: "unclear"; reason: string; next_send_at: number };

export type OutboxStore = {
  /**
   * Leases up to `limit` rows that are due (`next_send_at <= now`, state pending or unclear, or sending with an expired
   * lease, which comes back as unclear), at most one per channel and none of a parked channel, oldest first.
   */
  claim(request: {
    owner: string;
    now: number;
    leaseMs: number;
    limit: number;
    platforms?: string[];
    /** The same for all platforms of the request; counted in the store, so that instances share it. */
    pace?: Pace;
    /** Only this channel, and even though it is parked, when its probe is due. */
    probe?: string;
  }): Promise<Delivery[]>;
  /**
   * Commits `sending` before the socket is touched, with `possibleRepeat` that the message says so, and where it goes.
   * False when the lease was lost: then do not send.
   */
  markSending(
    key: string,
    owner: string,
    now: number,
    possibleRepeat?: boolean,
    thread?: ThreadTarget | null,
  ): Promise<boolean>;
  /** Ends an attempt. False when the lease was lost. */
  finish(key: string, owner: string, update: DeliveryUpdate): Promise<boolean>;
  /** A post that no thread took, surely not stored: it starts anew, in the channel. */
  unthread(
    key: string,
    owner: string,
    reason: string,
    now: number,
    options: { possibleRepeat: boolean },
  ): Promise<void>;
  /** No row of the channel (of its bucket, of the whole platform) is tried before `until`. */
  hold(scope: { channelId: string } | { bucketOf: string } | { platform: string }, until: number): Promise<void>;
  /** When the next row (or probe) may be claimed, in epoch ms, with holds and the pace counted in; null without work. */
  nextDue(request?: { platforms?: string[]; pace?: Pace }): Promise<number | null>;
  /** Parked channels whose probe is due and that have something to be told. */
  probesDue(request: { now: number; limit: number; platforms?: string[] }): Promise<string[]>;
  /**
   * Puts one digest in the place of several pending rows of a channel, in one transaction; these end
   * `dead("told in digest KEY")`. False, and nothing written, when one of them is not pending and free any more.
   */
  fold(request: { digest: Announcement; delivery: NewDelivery; keys: string[]; now: number }): Promise<boolean>;
  /** Registers this process and frees at once the rows that dead processes of this machine held. Returns how many. */
  recover(owner: LeaseOwner, now: number): Promise<number>;
  /** Remembers a request that the platform calls invalid (401, 403, 404, 429). */
  noteInvalid(platform: string, at: number): Promise<void>;
  /** How many invalid requests came after `since`, and when the `most`th newest of them was; null when there are fewer. */
  invalidSince(platform: string, since: number, most: number): Promise<{ count: number; nth: number | null }>;
  counts(): Promise<Record<DeliveryState, number>>;
  /** How many rows wait for their end, by platform; platforms without any are left out. */
  waiting(): Promise<Map<string, number>>;
  /** Ends the platform's open rows that were written before `before` (epoch ms), dead. Returns how many. */
  abandon(request: { platform: string; before: number; reason: string; now: number }): Promise<number>;
  ofChannel(channelId: string, states: DeliveryState[], limit: number): Promise<Delivery[]>;
};

export type CardStore = {
  /** The cards that stand for these records in a channel, by record key. */
  of(channelId: string, recordKeys: readonly string[]): Promise<Map<string, Card>>;
  /** The message of that delivery, when it was sent; null otherwise. */
  get(key: string): Promise<Card | null>;
  /**
   * Writes one edit for each card of these records (in one channel, or in all), unless one with that tag was written or
   * one waits to be sent. With `unlessSince` (epoch ms) a card that was posted or edited since then is left alone.
   * Returns how many are new.
   */
  touch(request: {
    channelId: string | null;
    recordKeys: readonly string[];
    tag: string;
    now: number;
    due: number;
    unlessSince?: number;
  }): Promise<number>;
  /** The card is gone: its records have none any more. */
  forget(channelId: string, key: string): Promise<void>;
  /** News about these records since then, oldest first; reminders are none. */
  later(recordKeys: readonly string[], since: IsoInstant): Promise<Change[]>;
  /** Marks of one channel, or of all: channel id to record key to mark. */
  marks(channelId?: string): Promise<Map<string, Map<string, Mark>>>;
  /** Sets the mark of each of these records in a channel; null takes it away. */
  mark(channelId: string, marks: readonly { recordKey: string; mark: Mark | null }[]): Promise<void>;
};

export type LeaseStore = {
  /** Takes or renews a named lease. A dead process on this machine loses it at once. Returns the holder when refused. */
  take(
    name: string,
    owner: LeaseOwner,
    now: number,
    ttlMs: number,
  ): Promise<{ held: true } | { held: false; by: LeaseOwner; until: number }>;
  release(name: string, owner: LeaseOwner): Promise<void>;
};

export type LeaseOwner = { id: string; host: string; pid: number };

/** The storage behind Keyv: one namespace per purpose, values are strings that Keyv made. */
export type KeyValueBackend = {
  get(namespace: string, key: string): Promise<string | undefined>;
  set(namespace: string, key: string, value: string, expires: number | null): Promise<void>;
  delete(namespace: string, key: string): Promise<boolean>;
  clear(namespace: string): Promise<void>;
  entries(namespace: string): Promise<[string, string][]>;
};

/** Small facts about the store itself: `restored_at`, `backup_at`, and what app.ts keeps of its own. */
export type MetaStore = {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
};

export type Store = {
  catalog: CatalogStore;
  events: EventStore;
  channels: ChannelStore;
  outbox: OutboxStore;
  cards: CardStore;
  leases: LeaseStore;
  keyValue: KeyValueBackend;
  meta: MetaStore;
  /** Copies the whole state to a file while the bot runs. */
  backup(path: string): Promise<void>;
  /** Integrity check; throws with what to do when the file is damaged. */
  check(): Promise<void>;
  close(): Promise<void>;
};

/** The small part of Keyv that rooms use; app.ts hands in real Keyv instances, one per namespace. */
export type KeyedCache<T> = {
  get(key: string): Promise<T | undefined>;
  set(key: string, value: T): Promise<unknown>;
};
