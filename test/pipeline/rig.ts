import { setTimeout as sleep } from "node:timers/promises";
import type { ManualClock } from "#src/core/clock.ts";
import type { Store } from "#src/core/store.ts";
import { type Families, loadFamilies } from "#src/ingest/families.ts";
import type { FetchResult } from "#src/ingest/fetch.ts";
import { openStore } from "#src/store/open.ts";
import { pageOf, type Row } from "#test/e2e/rig.ts";
import { channelNamed, type FakePlatform, fakePlatform, HOUR, newClock, seeded } from "#test/outbox/support.ts";
import { assembleBot, toldIn } from "../../scripts/torture/bot.ts";

const families: Families = await loadFamilies();
export const SPEC = families.specFor("openai-deprecations");
export const MIRROR = { ...SPEC, id: "mirror", url: "https://mirror.example/" };

export const SECOND_HAND = {
  ...SPEC,
  id: "second-hand",
  url: "https://second.example/",
  trust: "second-hand",
} as const;

export type Body = Extract<FetchResult, { kind: "body" }>;

/** A good answer of that source with that page. */
export function answer(rows: readonly Row[], spec: { url: string } = SPEC): Body {
  const text = pageOf(rows);
  return {
    kind: "body",
    text,
    bytes: text.length,
    contentType: "text/markdown",
    etag: null,
    lastModified: null,
    url: spec.url,
    status: 200,
  };
}

export function rowsOf(amount: number): Row[] {
  return Array.from({ length: amount }, (_, index) => [`gpt-4-${index + 10}`, "2026-12-01", "gpt-8"] as const);
}

export type PipelineRig = {
  store: Store;
  clock: ManualClock;
  platforms: FakePlatform[];
  /** A bot on this store, or on one that stands before it. */
  boot(options?: {
    store?: Store;
    restoredAt?: string;
    fetch?: (request: Asked) => Promise<FetchResult>;
  }): ReturnType<typeof assembleBot>;
  /** Every meaning that a channel was told, with repetitions, sorted. */
  told(): string[];
};
export type Asked = { url: string; etag: string | null; lastModified: string | null };

/** One store, one clock, and platforms that keep what they accepted; bots come and go. */
export async function pipelineRig(channelsPerPlatform = 1): Promise<PipelineRig> {
  const clock = newClock();
  const store = await openStore(":memory:");
  const platforms = [fakePlatform(clock, "slack", "history"), fakePlatform(clock, "discord", "nonce")];
  const channels = Array.from({ length: channelsPerPlatform }, (_, index) => [
    channelNamed("slack", index, "history"),
    channelNamed("discord", index, "nonce"),
  ]).flat();
  return {
    store,
    clock,
    platforms,
    boot: ({ store: instead = store, restoredAt, fetch } = {}) =>
      assembleBot({
        store: instead,
        platforms,
        channels,
        specs: [SPEC, MIRROR, SECOND_HAND],
        families,
        clock,
        random: seeded(1),
        ...(restoredAt === undefined ? {} : { restoredAt }),
        ...(fetch === undefined ? {} : { fetch }),
      }),
    told: () =>
      platforms
        .flatMap((platform) => platform.stored)
        .flatMap(({ channel, message }) => toldIn(message).map((meaning) => `${channel} ${meaning}`))
        .sort(),
  };
}

/** Lets the outbox do all that is due within `ms` of virtual time. */
export async function drain(
  bot: Awaited<ReturnType<PipelineRig["boot"]>>,
  clock: ManualClock,
  ms = HOUR,
): Promise<void> {
  const until = clock.now() + ms;
  for (;;) {
    const { next } = await bot.outbox.drainOnce();
    if (next === null || next > until) break;
    clock.set(Math.max(next, clock.now() + 1));
  }
  clock.set(Math.max(clock.now(), until));
  await sleep(0);
}
