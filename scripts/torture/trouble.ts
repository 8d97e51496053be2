import type { FindResult, SendResult } from "../../src/core/delivery.ts";
import type { OutgoingMessage } from "../../src/core/platform.ts";
import type { Store } from "../../src/core/store.ts";
import type { Channel } from "../../src/core/subscription.ts";
import type { FetchResult } from "../../src/ingest/fetch.ts";
import { lifeOf, mortal } from "./mortal.ts";
import type { FakePlatform } from "../../test/outbox/support.ts";

const HOUR = 3_600_000;
/** The longest spell in which a channel refuses; the bot's last probe comes after seven days. */
const LONGEST_SPELL_MS = 72 * HOUR;
/** By then the bot has found out that the channel is back. */
const AGAIN_MS = 8 * 24 * HOUR;
/** A kill comes at one of so many writes. */
const WRITES_TO_A_KILL = 80;

/** Everything that goes wrong in a soak, and how often it did. */
export type Trouble = {
  counts: Map<string, number>;
  /** A new day's share of trouble. */
  day(channels: readonly Channel[], now: number): void;
  /** Nothing goes wrong from now on. */
  end(): void;
  count(what: string): void;
  /** The store of a process that may be killed at any write: then every later call of that process fails. */
  mortal(store: Store): Store;
  /** Since when a channel refused, the last time that it did; null when it never has. */
  refusedSince(channel: string): number | null;
  killed(): boolean;
  revive(): void;
  /** Makes a fake platform meet the troubles. */
  haunt(platform: FakePlatform): void;
  /** What a source says instead of its page. */
  badAnswer(url: string): FetchResult;
};

export function createTrouble(perDay: number, random: () => number, now: () => number): Trouble {
  const counts = new Map<string, number>();
  const spells = new Map<string, { from: number; until: number }>();
  const state = { pending: 0, armed: false, life: lifeOf(0) };
  const count = (what: string) => void counts.set(what, (counts.get(what) ?? 0) + 1);
  const arm = (steps: number) => {
    state.armed = steps > 0;
    state.life = lifeOf(steps, () => count("killed at a write"));
  };
  const strikes = (share: number) => state.pending > 0 && random() < share;
  const spend = (what: string) => {
    state.pending -= 1;
    count(what);
  };
  const refusal = (channel: string): SendResult | null => {
    if ((spells.get(channel)?.until ?? 0) <= now()) return null;
    count("403");
    return { outcome: "refused", reason: "403 missing access", scope: "channel" };
  };

  function behave({ channel }: OutgoingMessage): ReturnType<FakePlatform["behave"]> {
    const refused = refusal(channel.id);
    if (refused !== null) return refused;
    if (!strikes(0.5)) return "accept";
    const roll = random();
    if (roll < 0.25) return told("lost before it was stored", "lost-before");
    if (roll < 0.55) return told("lost acknowledgement", "lost-after");
    const wait = Math.round(random() * 30_000);
    if (roll < 0.75) return told("429", retry("429", wait, "channel"));
    if (roll < 0.8) return told("429 of the platform", retry("429", wait, "platform"));
    return told("5xx", retry("503", null, "channel"));
  }
  function told<T>(what: string, answer: T): T {
    spend(what);
    return answer;
  }

  function meets({ channel }: OutgoingMessage, what: "edit" | "thread"): SendResult | null {
    // A post meets its refusal in `behave`.
    const refused = what === "edit" ? refusal(channel.id) : null;
    if (refused !== null) return refused;
    if (!strikes(0.1)) return null;
    if (what === "thread") return told("thread refused", { outcome: "refused", reason: "no replies", scope: "thread" });
    const roll = random();
    if (roll < 0.3) return told("card deleted", { outcome: "refused", reason: "gone", scope: "card" });
    if (roll < 0.6) return told("edit lost", { outcome: "ambiguous", reason: "reset" });
    return told("edit 5xx", retry("503", null, "channel"));
  }

  return {
    counts,
    count,
    day: (channels, at) => {
      state.pending += Math.floor(perDay / 2);
      const channel = channels[Math.floor(random() * channels.length)];
      const refuses = channel !== undefined && random() < 0.5;
      // One that refuses still does so no longer than it was to.
      if (refuses && (spells.get(channel.id)?.until ?? 0) < at - AGAIN_MS)
        spells.set(channel.id, { from: at, until: at + random() * LONGEST_SPELL_MS });
      if (!state.armed) arm(1 + Math.floor(random() * WRITES_TO_A_KILL));
    },
    end: () => {
      state.pending = 0;
      arm(0);
      for (const spell of spells.values()) spell.until = 0;
    },
    mortal: (store) => mortal(store, () => state.life.step()),
    refusedSince: (channel) => spells.get(channel)?.from ?? null,
    killed: () => state.life.dead(),
    revive: () => arm(0),
    haunt: (platform) => {
      platform.behave = behave;
      platform.meets = meets;
      platform.findAnswer = (): FindResult | null =>
        strikes(0.1) ? told("look-up 5xx", { outcome: "retry", reason: "503", retry_after_ms: null }) : null;
    },
    badAnswer: (url) => {
      count("bad answer of a source");
      return badAnswer(url, random);
    },
  };
}

function retry(reason: string, retry_after_ms: number | null, scope: "channel" | "platform"): SendResult {
  return { outcome: "retry", reason, retry_after_ms, scope };
}

function badAnswer(url: string, random: () => number): FetchResult {
  const failed = (reason: string, status: number | null): FetchResult => ({
    kind: "failed",
    reason,
    status,
    retryAfterMs: null,
  });
  const body = (text: string): FetchResult => ({
    kind: "body",
    text,
    bytes: text.length,
    contentType: "text/html",
    etag: null,
    lastModified: null,
    url,
    status: 200,
  });
  const kinds = [
    failed("timeout", null),
    failed("HTTP 503", 503),
    failed("HTTP 429", 429),
    body(""),
    body("<html><head><title>Just a moment...</title></head><body>Checking your browser.</body></html>"),
    body("<html><body><div id=root></div><script src=app.js></script></body></html>"),
  ];
  return kinds[Math.floor(random() * kinds.length)] ?? failed("timeout", null);
}
