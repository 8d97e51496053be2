import type { LiveView } from "./card.ts";
import { type Change, type ChangeKind, shortId } from "./change.ts";
import type { IsoInstant } from "./fact.ts";
import type { Message } from "./message.ts";
import type { Channel } from "./subscription.ts";

/**
 * One announcement is one message in a channel. It holds one change, or several that came together: a whole table of
 * new models from one source is one announcement, not thirty.
 */
export type Announcement = {
  /** Deterministic: shortId of the dedup keys of its changes (and of the channel, for reminders). */
  id: string;
  /** `greeting`: what the bot says of itself when it comes into a channel; it holds no change. */
  kind: ChangeKind | "digest" | "summary" | "greeting";
  at: IsoInstant;
  source: string;
  changes: Change[];
  /**
   * What is ahead for one channel beside the changes: its first summary, and its daily or weekly digest. Told again and
   * again, so it is no change that could have been seen before.
   */
  outlook?: { period: "first" | "daily" | "weekly"; days: number; ahead: Change[] };
  /** A test alert, or a mail or post that somebody asks the operator to look at; said in the headline. */
  mark?: { type: "test" } | { type: "report"; by: string; text: string };
};

/** Who gets it: the indexes of the changes that this channel watches. */
export type Audience = { channel: Channel; items: number[] };

/** Turns an announcement into a message at the moment of sending, so that "days left" is right when it is late. */
export type ComposeAnnouncement = (
  announcement: Announcement,
  items: number[],
  channel: Channel,
  now: number,
  /** Without it the message has no buttons of a card. */
  live?: LiveView,
) => Message;

/**
 * An announcement of these changes. Its id comes from the kind and the dedup keys alone, so that the same changes in
 * another order, or again after a crash, give the same id. The nearest shutdown stands first; what has no date, last.
 */
export function announcementOf(
  kind: Announcement["kind"],
  source: string,
  changes: Change[],
  at: IsoInstant,
): Announcement {
  const keys = changes.map((change) => change.dedup_key).sort();
  return { id: shortId(kind, ...keys), kind, at, source, changes: changes.toSorted(byDateThenName) };
}

function byDateThenName(a: Change, b: Change): number {
  const left = `${a.shutdown ?? "9999-12-31"} ${a.surface} ${a.model_id} ${a.version ?? ""}`;
  const right = `${b.shutdown ?? "9999-12-31"} ${b.surface} ${b.model_id} ${b.version ?? ""}`;
  return left < right ? -1 : Number(left > right);
}
