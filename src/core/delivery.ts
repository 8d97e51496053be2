import type { IsoInstant } from "./fact.ts";

/**
 * The life of one outbox row. `sending` is committed before the socket is touched, so that a crash leaves a row whose
 * outcome must be looked up. Every row ends `sent` or `dead`.
 */
export type DeliveryState = "pending" | "sending" | "unclear" | "sent" | "dead";

export type Delivery = {
  /** shortId(announcement, channel): the deterministic key that the request carries. */
  key: string;
  /** `edit` brings the card of another row up to date: safe to repeat, so nothing of it is ever looked up. */
  action: "post" | "edit";
  /** Only on `edit`: the key of the row whose message is the card. */
  card: string | null;
  /** The card under which it is told; decided before the first request and kept, so that it is looked for there. */
  thread: ThreadTarget | null;
  announcement_id: string;
  channel_id: string;
  /** Indexes into the announcement's changes. */
  items: number[];
  state: DeliveryState;
  /** Never tried before this instant, epoch ms: the first due time, a retry, or a platform's Retry-After. */
  next_send_at: number;
  lease_owner: string | null;
  lease_until: number | null;
  attempts: number;
  /** When the last request was started; the 60 s of a nonce count from the first of these. */
  first_sent_at: number | null;
  last_sent_at: number | null;
  /** The platform's id of the stored message. */
  message_id: string | null;
  /** Why it is dead, or what went wrong last. */
  reason: string | null;
  possible_repeat: boolean;
  created_at: IsoInstant;
};

/** A card's thread. `broadcast`: it is to be seen in the channel too, because it is urgent. */
export type ThreadTarget = { message_id: string; broadcast: boolean };

/** What a platform adapter reports. It never decides to retry: the outbox does. */
export type SendResult =
  | { outcome: "sent"; message_id: string }
  /** Surely not stored; worth another try. `scope` says what must wait. */
  | { outcome: "retry"; reason: string; retry_after_ms: number | null; scope: "channel" | "platform" }
  /**
   * Surely not stored, and the same request will never work. `card`: the card is gone; `thread`: nothing can be told in
   * its thread; both say nothing about the channel.
   */
  | { outcome: "refused"; reason: string; scope: "channel" | "token" | "message" | "card" | "thread" }
  /** Perhaps stored. */
  | { outcome: "ambiguous"; reason: string };

/** The answer of a look into the channel's past for a key. */
export type FindResult =
  | { outcome: "found"; message_id: string }
  | { outcome: "absent" }
  /** The past cannot be read here, so absence proves nothing. */
  | { outcome: "unreadable"; reason: string }
  | { outcome: "retry"; reason: string; retry_after_ms: number | null };
