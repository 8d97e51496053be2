import { existsSync } from "node:fs";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type ManualClock, manualClock } from "../../src/core/clock.ts";
import type { SourceSpec } from "../../src/core/source.ts";
import type { Store } from "../../src/core/store.ts";
import type { Channel } from "../../src/core/subscription.ts";
import { answerOf, readTimeline, type RecordedPoll } from "../../src/cli/replay/timeline.ts";
import type { FetchResult } from "../../src/ingest/fetch.ts";
import { type Families, loadFamilies } from "../../src/ingest/families.ts";
import { openStore } from "../../src/store/open.ts";
import { channelNamed, type FakePlatform, fakePlatform, seeded } from "../../test/outbox/support.ts";
import { assembleBot, toldIn } from "./bot.ts";

const DAY = 86_400_000;
const CORPUS = join(import.meta.dirname, "../../../shared/corpus");
const TIMELINES = ["anthropic-2025", "multi-2025-2026", "withdrawal-synthetic", "faults"];
const ZONES = ["UTC", "Europe/Berlin", "America/Los_Angeles", "Asia/Tokyo", "Pacific/Kiritimati", "America/St_Johns"];

export type SoakResult = {
  days: number;
  channels: number;
  faults: number;
  told: number;
  lost: number;
  twice: number;
  missedReminders: number;
  falseEvents: number;
  /** Heap after a collection, last tenth against first tenth of the run. */
  memory: number;
  seconds: number;
};

/** False when the recordings are not beside the project. */
export function canSoak(): boolean {
  return existsSync(join(CORPUS, "timelines"));
}

/**
 * One virtual year over the recorded timelines with faults of sources and platforms and restarts, against the same year
 * without any: every channel must be told exactly the same meanings, each once.
 */
export async function soak(options: {
  days: number;
  channels: number;
  faultsPerDay: number;
  seed: number;
  timelines?: readonly string[];
}): Promise<SoakResult> {
  const began = performance.now();
  const families = await loadFamilies();
  const polls = lastDays(await recordings(options.timelines ?? TIMELINES), options.days);
  const calm = await year({ ...options, faultsPerDay: 0 }, families, polls);
  const rough = await year(options, families, polls);
  let lost = 0;
  let twice = 0;
  let missedReminders = 0;
  let falseEvents = 0;
  for (const [channel, meanings] of rough.told) {
    const wanted = calm.told.get(channel) ?? new Map<string, number>();
    for (const meaning of wanted.keys()) {
      if (meanings.has(meaning)) continue;
      if (meaning.includes("reminder")) missedReminders += 1;
      else lost += 1;
    }
    for (const [meaning, times] of meanings) {
      twice += times - 1;
      if (!wanted.has(meaning)) falseEvents += 1;
    }
  }
  const told = [...rough.told.values()].reduce((sum, one) => sum + one.size, 0);
  const seconds = (performance.now() - began) / 1000;
  const { days, channels } = options;
  const memory = rough.memory;
  return { days, channels, faults: rough.faults, told, lost, twice, missedReminders, falseEvents, memory, seconds };
}

async function recordings(names: readonly string[]): Promise<RecordedPoll[]> {
  const all = await Promise.all(names.map((name) => readTimeline(join(CORPUS, "timelines", `${name}.jsonl`))));
  return all.flat().sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

/** The last days of the recordings; before them one look at each source, at what it said last: the silent baseline. */
function lastDays(polls: readonly RecordedPoll[], days: number): RecordedPoll[] {
  const from = Date.parse(polls.at(-1)?.at ?? "") - days * DAY;
  const late = polls.filter((poll) => Date.parse(poll.at) > from);
  const earlier = polls.filter((poll) => Date.parse(poll.at) <= from && poll.file);
  const last = new Map(earlier.map((poll) => [poll.source, poll]));
  return [...[...last.values()].map((poll) => ({ ...poll, at: new Date(from).toISOString() })), ...late];
}

type Year = { told: Map<string, Map<string, number>>; faults: number; memory: number };

async function year(
  options: { days: number; channels: number; faultsPerDay: number; seed: number },
  families: Families,
  polls: readonly RecordedPoll[],
): Promise<Year> {
  const first = polls[0];
  if (first === undefined) throw new Error("the timelines are empty");
  const clock = manualClock(new Date(first.at).toISOString());
  const start = clock.now();
  const random = seeded(options.seed);
  const store = await openStore(":memory:");
  const channels = channelsOf(options.channels, new Date(start).toISOString());
  const platforms = [fakePlatform(clock, "slack", "history"), fakePlatform(clock, "discord", "nonce")];
  const specs = new Map([...new Set(polls.map((poll) => poll.source))].map((id) => [id, families.specFor(id)]));
  const boot = () => assembleBot({ store, platforms, channels, specs: [...specs.values()], families, clock, random });
  let bot = await boot();
  const trouble = { faults: 0, pending: 0 };
  for (const platform of platforms) platform.behave = () => behave(random, trouble);
  const told: Year["told"] = new Map(channels.map((channel) => [channel.id, new Map()]));
  const heap: number[] = [];
  let next = 0;
  for (let day = 0; day < options.days; day += 1) {
    const morning = start + day * DAY;
    // Half of the day's faults hit the platforms, half the sources; each restart is one, too.
    trouble.pending += Math.floor(options.faultsPerDay / 2);
    for (let hour = 0; hour < 24; hour += 1) {
      const until = morning + (hour + 1) * 3_600_000;
      for (; next < polls.length; next += 1) {
        const poll = polls[next];
        if (poll === undefined || Date.parse(poll.at) > until) break;
        clock.set(Math.max(clock.now(), Date.parse(poll.at)));
        const spec = specs.get(poll.source);
        if (spec === undefined) continue;
        const answer = await answerOf(poll, CORPUS, spec.url);
        await bot.pipeline.take(spec, answer, DAY);
      }
      await faultySources(options.faultsPerDay / 48, bot, specs, random, trouble);
      if (options.faultsPerDay > 0 && hour === 12) {
        await bot.pipeline.close();
        bot = await boot();
        trouble.faults += 1;
      }
      await settle(bot, clock, until);
    }
    harvest(platforms, told, clock.now());
    if (day % 10 === 0) heap.push(heapUsed());
  }
  trouble.pending = 0;
  await settle(bot, clock, clock.now() + DAY);
  harvest(platforms, told, clock.now());
  await open(store);
  await store.close();
  const tenth = Math.max(1, Math.floor(heap.length / 10));
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  return { told, faults: trouble.faults, memory: mean(heap.slice(-tenth)) / mean(heap.slice(tenth, 2 * tenth + 1)) };
}

/** A source out of order for one look: whatever it says instead must change nothing. */
async function faultySources(
  share: number,
  bot: { pipeline: { take(spec: SourceSpec, answer: FetchResult, periodMs: number): Promise<unknown> } },
  specs: ReadonlyMap<string, SourceSpec>,
  random: () => number,
  trouble: { faults: number },
): Promise<void> {
  const all = [...specs.values()];
  let left = share;
  while (left > 0 && random() < left) {
    left -= 1;
    const spec = all[Math.floor(random() * all.length)];
    if (spec === undefined) return;
    trouble.faults += 1;
    await bot.pipeline.take(spec, badAnswer(spec.url, random), DAY);
  }
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

function behave(
  random: () => number,
  trouble: { faults: number; pending: number },
): ReturnType<FakePlatform["behave"]> {
  if (trouble.pending <= 0) return "accept";
  trouble.pending -= 1;
  trouble.faults += 1;
  const roll = random();
  if (roll < 0.3) return "lost-before";
  if (roll < 0.6) return "lost-after";
  const wait = Math.round(random() * 30_000);
  if (roll < 0.8) return { outcome: "retry", reason: "429", retry_after_ms: wait, scope: "channel" };
  return { outcome: "retry", reason: "503", retry_after_ms: null, scope: "channel" };
}

async function settle(bot: Awaited<ReturnType<typeof assembleBot>>, clock: ManualClock, until: number): Promise<void> {
  await bot.pipeline.tick();
  for (;;) {
    const { next } = await bot.outbox.drainOnce();
    if (next === null || next > until) break;
    clock.set(Math.max(next, clock.now() + 1));
  }
  if (clock.now() < until) clock.set(until);
}

/** Every row must have ended. */
async function open(store: Store): Promise<void> {
  const { pending, sending, unclear } = await store.outbox.counts();
  if (pending + sending + unclear > 0) throw new Error(`${pending + sending + unclear} rows never ended`);
}

function channelsOf(amount: number, created_at: string): Channel[] {
  return Array.from({ length: amount }, (_, index) => {
    const name = index % 2 === 0 ? "slack" : "discord";
    const channel = channelNamed(name, index, name === "slack" ? "history" : "nonce");
    const time_zone = ZONES[index % ZONES.length] ?? "UTC";
    const time = `${String(index % 24).padStart(2, "0")}:30`;
    return { ...channel, created_at, subscription: { ...channel.subscription, time_zone, time } };
  });
}

/**
 * Counts what was stored, by channel and meaning, and lets go of it: only what a look into the past may still ask for stays,
 * so that the memory that is measured is the bot's.
 */
function harvest(platforms: readonly FakePlatform[], told: Year["told"], now: number): void {
  for (const platform of platforms) {
    for (const { channel, message } of platform.stored.splice(0)) {
      const meanings = told.get(channel);
      for (const meaning of toldIn(message)) meanings?.set(meaning, (meanings.get(meaning) ?? 0) + 1);
    }
    for (const [name, stored] of platform.byKey) if (now - stored.at > 8 * DAY) platform.byKey.delete(name);
    platform.requests.length = 0;
  }
}

/** Only a heap that was just cleaned says what is really in use. */
const collect = (() => {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
})();

function heapUsed(): number {
  collect();
  return process.memoryUsage().heapUsed;
}
