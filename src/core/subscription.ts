import type { ChangeKind } from "./change.ts";
import type { IsoInstant } from "./fact.ts";

export type PlatformName = "slack" | "discord" | "terminal" | "replay";

/** What one channel watches and when it is told. An empty list means all. */
export type Subscription = {
  providers: string[];
  /** Patterns with `*`, compared without case. */
  models: string[];
  surfaces: string[];
  /** Days before the shutdown, unique, descending. */
  milestones: number[];
  /** HH:MM on the channel's wall clock. */
  time: string;
  /** IANA zone. */
  time_zone: string;
  /** Kinds that this channel does not want told. */
  quiet_kinds: ChangeKind[];
  digest: "at-once" | "daily" | "weekly";
  /** Where reminders of a model go that has a card: its thread (urgent ones are seen in the channel too), or the channel. */
  reminders?: "thread" | "channel";
  /** The group that is mentioned when a week is left and nobody acknowledged; null or absent: nobody is. */
  escalate_to?: string | null;
  /** BCP 47 tag of the channel's language, one of the files in src/messages. */
  language: string;
};

export const DEFAULT_SUBSCRIPTION: Readonly<Subscription> = Object.freeze({
  providers: [],
  models: [],
  surfaces: [],
  milestones: [90, 60, 30, 14, 7, 3, 1, 0],
  time: "09:00",
  time_zone: "UTC",
  quiet_kinds: [],
  digest: "at-once",
  language: "en",
});

/**
 * What the platform lets us check after an unclear send: `nonce` (Discord), `history` (the channel's past can be
 * read), `none` (then a repeat is possible and marked).
 */
export type ChannelClass = "nonce" | "history" | "none" | "unknown";

export type Channel = {
  /** `platform:workspace:channel`, e.g. `slack:T1:C1`, `discord:guild:channel`, `terminal:local:main`. */
  id: string;
  platform: PlatformName;
  workspace: string;
  channel: string;
  subscription: Subscription;
  class: ChannelClass;
  /** Why nothing is sent there now, and when it is tried again; null while it works. */
  parked: { reason: string; since: IsoInstant; probe_at: IsoInstant; probes: number } | null;
  created_at: IsoInstant;
};

/** The id of a channel from its parts. */
export function channelId(platform: PlatformName, workspace: string, channel: string): string {
  return `${platform}:${workspace}:${channel}`;
}

/** True when `text` fits a pattern in which `*` stands for any run of characters. Linear time, no case. */
export function fitsPattern(pattern: string, text: string): boolean {
  const parts = pattern.toLowerCase().split("*");
  const subject = text.toLowerCase();
  if (parts.length === 1) return parts[0] === subject;
  const first = parts[0] ?? "";
  const last = parts.at(-1) ?? "";
  if (!subject.startsWith(first) || !subject.endsWith(last) || subject.length < first.length + last.length)
    return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = subject.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= subject.length - last.length;
}

/** True when the channel watches that model. */
export function watches(
  subscription: Subscription,
  what: { provider: string; surface: string; model_id: string },
): boolean {
  const has = (list: string[], value: string) =>
    list.length === 0 || list.some((entry) => entry.toLowerCase() === value.toLowerCase());
  return (
    has(subscription.providers, what.provider) &&
    has(subscription.surfaces, what.surface) &&
    (subscription.models.length === 0 || subscription.models.some((pattern) => fitsPattern(pattern, what.model_id)))
  );
}
