import type { Announcement } from "../core/announcement.ts";
import type { Background } from "../core/card.ts";
import type { Platform } from "../core/platform.ts";
import type { Store } from "../core/store.ts";
import type { Channel, PlatformName } from "../core/subscription.ts";
import { LIMITS, type Limits } from "./limits.ts";
import type { OutboxEvent, OutboxOptions } from "./types.ts";

/** What this process knows of a platform; everything that must outlive it is in the store. */
export type PlatformState = {
  /** Why nothing is sent there any more (401); null while it works. */
  stopped: string | null;
  /** False until one request was not refused for its token: until then they go one at a time. */
  proven: boolean;
  inFlight: number;
  heldUntil: number;
  /** The clock at the last look: one that was set back since takes the wait back with it. */
  lookedAt: number;
};

/** Clocks that are only corrected move by less. */
const SET_BACK_MS = 60_000;

/** A wait lasts as long as the platform said, whatever becomes of the clock. */
function afterClock(state: PlatformState, now: number): PlatformState {
  const back = state.lookedAt - now;
  if (back > SET_BACK_MS) state.heldUntil -= back;
  if (back > SET_BACK_MS || back < 0) state.lookedAt = now;
  return state;
}

/** What every step of an attempt needs. */
export type Context = {
  store: Store;
  platforms: ReadonlyMap<PlatformName, Platform>;
  compose: OutboxOptions["compose"];
  background: NonNullable<OutboxOptions["background"]>;
  /** The announcement with that id, the same object each time while it is in use; null when the store has none. */
  announcement: (id: string) => Promise<Announcement | null>;
  stranger: NonNullable<OutboxOptions["stranger"]>;
  markRepeat: OutboxOptions["markRepeat"];
  owner: string;
  random: () => number;
  limits: Limits;
  now: () => number;
  platformTime: (at: number) => number;
  observe: (event: OutboxEvent) => void;
  state: (platform: PlatformName) => PlatformState;
};

/** The channel's row of work as the steps hand it on. */
export type Place = { platform: Platform; channel: Channel };

/** One announcement goes to many channels, one row after the other. */
const ANNOUNCEMENTS_KEPT = 64;

const NOTHING_KNOWN: Background = { model: () => null };

/** Announcements never change once they are written, so each is read and decoded once while its rows are worked on. */
function keptAnnouncements({ events }: Store): Context["announcement"] {
  const kept = new Map<string, Announcement>();
  return async (id) => {
    const found = kept.get(id) ?? (await events.announcement(id));
    if (found === null) return null;
    if (!kept.has(id) && kept.size >= ANNOUNCEMENTS_KEPT) kept.clear();
    kept.set(id, found);
    return found;
  };
}

export function contextOf(options: OutboxOptions): Context {
  const states = new Map<PlatformName, PlatformState>();
  return {
    store: options.store,
    platforms: options.platforms,
    compose: options.compose,
    background: options.background ?? (async () => NOTHING_KNOWN),
    announcement: keptAnnouncements(options.store),
    stranger: options.stranger ?? (() => null),
    markRepeat: options.markRepeat,
    owner: options.owner.id,
    random: options.random,
    limits: { ...LIMITS, ...options.limits },
    now: () => options.clock.now(),
    platformTime: options.platformTime ?? ((at) => at),
    observe: options.observe ?? (() => undefined),
    state: (platform) => {
      let state = states.get(platform);
      if (state === undefined) {
        state = { stopped: null, proven: false, inFlight: 0, heldUntil: 0, lookedAt: 0 };
        states.set(platform, state);
      }
      return afterClock(state, options.clock.now());
    },
  };
}
