import type { Change, ChangeKind } from "./change.ts";
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
  kind: ChangeKind | "digest" | "summary";
  at: IsoInstant;
  source: string;
  changes: Change[];
};

/** Who gets it: the indexes of the changes that this channel watches. */
export type Audience = { channel: Channel; items: number[] };

/** Turns an announcement into a message at the moment of sending, so that "days left" is right when it is late. */
export type ComposeAnnouncement = (
  announcement: Announcement,
  items: number[],
  channel: Channel,
  now: number,
) => Message;
