import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { type Change, NEWS_KINDS } from "../../src/core/change.ts";
import { type ManualClock, manualClock } from "../../src/core/clock.ts";
import type { Store } from "../../src/core/store.ts";
import type { Channel } from "../../src/core/subscription.ts";
import { answerOf, readTimeline, type RecordedPoll } from "../../src/cli/replay/timeline.ts";
import { type Families, loadFamilies } from "../../src/ingest/families.ts";
import { openStore } from "../../src/store/open.ts";
import { channelNamed, type FakePlatform, fakePlatform, seeded } from "../../test/outbox/support.ts";
import { assembleBot, toldIn } from "./bot.ts";
import { createLedger, type Ledger } from "./expected.ts";
import { createTrouble, type Trouble } from "./trouble.ts";

const DAY = 86_400_000;
const HOUR = 3_600_000;
const CORPUS = join(import.meta.dirname, "../../../shared/corpus");
const TIMELINES = ["anthropic-2025", "multi-2025-2026", "withdrawal-synthetic", "faults"];
const ZONES = ["UTC", "Europe/Berlin", "America/Los_Angeles", "Asia/Tokyo", "Pacific/Kiritimati", "America/St_Johns"];
/** A channel that refused is back by then: the last of its probes comes after seven days. */
const LAST_PROBES_MS = 9 * DAY;

export type SoakResult = {
  days: number;
  channels: number;
  faults: number;
  /** How often each fault came. */
  faultKinds: [string, number][];
  told: number;
  lost: number;
  twice: number;
  missedReminders: number;
  /** Reminders for which a more urgent one stands in the digest of a channel that was back. */
  superseded: number;
  /** Told, and nobody expected it; or told before its time. */
  falseEvents: number;
  /** Heap after a collection, last tenth against the second tenth of the run. */
  memory: number;
  seconds: number;
  /** The first of what went wrong. */
  examples: string[];
};

/** False when the recordings are not beside the project. */
export function canSoak(): boolean {
  return existsSync(join(CORPUS, "timelines"));
}

/**
 * One virtual year over the recorded timelines with faults of sources and platforms, kills and restarts. What every
 * channel must have been told by its end comes from a ledger that shares no code with countdown, dedup and outbox: the
 * dates and the news of a calm year with one channel, the milestones, and the zones.
 */
export async function soak(options: {
  days: number;
  channels: number;
  faultsPerDay: number;
  seed: number;
  timelines?: readonly string[];
  log?: (line: string) => void;
}): Promise<SoakResult> {
  const began = performance.now();
  const families = await loadFamilies();
  const polls = lastDays(await recordings(options.timelines ?? TIMELINES), options.days);
  const start = Date.parse(polls[0]?.at ?? "");
  const created = new Date(start).toISOString();
  const channels = channelsOf(options.channels, created);
  const ledger = createLedger(channels, start);
  const log = options.log ?? (() => undefined);
  await calmYear({ days: options.days, start, polls, families, ledger });
  log(`the ledger is written: ${ledger.result().expected} expected, ${elapsed(began)} s`);
  const rough = await roughYear({ ...options, start, polls, families, ledger, channels, log });
  const { expected, superseded, lostNews, lostReminders, twice } = ledger.result();
  return {
    days: options.days,
    channels: options.channels,
    faults: [...rough.trouble.counts.values()].reduce((sum, one) => sum + one, 0),
    faultKinds: [...rough.trouble.counts],
    told: expected - superseded - lostNews.length - lostReminders.length,
    lost: lostNews.length,
    twice: twice.length,
    missedReminders: lostReminders.length,
    superseded,
    falseEvents: rough.wrong.length,
    memory: rough.memory,
    seconds: Number(elapsed(began)),
    examples: [
      ...lostNews.slice(0, 5).map((key) => `lost ${key}`),
      ...lostReminders.slice(0, 5).map((key) => `missed ${key}`),
      ...twice.slice(0, 5).map((key) => `twice ${key}`),
      ...rough.wrong.slice(0, 5).map((key) => `false ${key}`),
    ],
  };
}

function elapsed(began: number): string {
  return ((performance.now() - began) / 1000).toFixed(0);
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

type Bot = Awaited<ReturnType<typeof assembleBot>>;
type Course = { days: number; start: number; polls: readonly RecordedPoll[]; families: Families; ledger: Ledger };

function specsOf({ polls, families }: Course) {
  return new Map([...new Set(polls.map((poll) => poll.source))].map((id) => [id, families.specFor(id)]));
}

/** The hours of the course, each with its polls. */
async function eachHour(
  { days, start, polls }: Course,
  work: { poll(poll: RecordedPoll): Promise<void>; hour(index: number, until: number): Promise<void> },
): Promise<void> {
  let next = 0;
  for (let hour = 0; hour < days * 24; hour += 1) {
    const until = start + (hour + 1) * HOUR;
    for (; next < polls.length; next += 1) {
      const poll = polls[next];
      if (poll === undefined || Date.parse(poll.at) > until) break;
      await work.poll(poll);
    }
    await work.hour(hour, until);
  }
}

/** Nothing goes wrong, and one channel listens: what is told here is the news, and its catalogue has the dates. */
async function calmYear(course: Course): Promise<void> {
  const { start, ledger, families } = course;
  const clock = manualClock(new Date(start).toISOString());
  const store = await openStore(":memory:");
  const platform = fakePlatform(clock, "slack", "history");
  const listener = { ...channelNamed("slack", "listener", "history"), created_at: new Date(start).toISOString() };
  const specs = specsOf(course);
  const news = (change: Change) => {
    if (NEWS_KINDS.includes(change.kind)) ledger.news(change);
  };
  const bot = await assembleBot({
    store,
    platforms: [platform],
    channels: [listener],
    specs: [...specs.values()],
    families,
    clock,
    random: seeded(1),
    observe: news,
  });
  await eachHour(course, {
    poll: async (poll) => {
      clock.set(Math.max(clock.now(), Date.parse(poll.at)));
      const spec = specs.get(poll.source);
      if (spec !== undefined) await bot.pipeline.take(spec, await answerOf(poll, CORPUS, spec.url), DAY);
      ledger.dates(clock.now(), await bot.records(), await bot.counted());
    },
    hour: async (_, until) => {
      ledger.dates(clock.now(), await bot.records(), await bot.counted());
      ledger.tick(clock.now());
      await bot.pipeline.tick();
      await drain(bot, clock, until);
      platform.stored.length = 0;
      platform.edits.length = 0;
      platform.requests.length = 0;
    },
  });
  await store.close();
}

type Rough = { trouble: Trouble; wrong: string[]; memory: number };

async function roughYear(
  course: Course & { channels: Channel[]; faultsPerDay: number; seed: number; log: (line: string) => void },
): Promise<Rough> {
  const { start, families, channels, faultsPerDay, ledger } = course;
  const clock = manualClock(new Date(start).toISOString());
  const random = seeded(course.seed);
  const trouble = createTrouble(faultsPerDay, random, () => clock.now());
  const platforms = [fakePlatform(clock, "slack", "history"), fakePlatform(clock, "discord", "nonce")];
  for (const platform of platforms) trouble.haunt(platform);
  const specs = specsOf(course);
  const all = [...specs.values()];
  const folder = await mkdtemp(join(tmpdir(), "sundown-soak-"));
  const path = join(folder, "store.db");
  const wrong: string[] = [];
  const heap: number[] = [];
  const life: { store: Store; bot: Bot | null } = {
    store: await openStore({ path }, { durability: "normal" }),
    bot: null,
  };

  /** Does the work with a bot that lives; one that is killed is started again, and does it again. */
  const surely = async (work: (bot: Bot) => Promise<unknown>): Promise<void> => {
    for (;;) {
      try {
        life.bot ??= await boot();
        await work(life.bot);
        return;
      } catch (error) {
        if (!trouble.killed()) throw error;
        life.bot = null;
        trouble.revive();
        // A supervisor takes a few seconds.
        clock.advance(5000);
      }
    }
  };
  const boot = () => {
    const store = trouble.mortal(life.store);
    return assembleBot({ store, platforms, channels, specs: all, families, clock, random });
  };

  await eachHour(course, {
    poll: async (poll) => {
      clock.set(Math.max(clock.now(), Date.parse(poll.at)));
      const spec = specs.get(poll.source);
      if (spec === undefined) return;
      const answer = await answerOf(poll, CORPUS, spec.url);
      await surely((bot) => bot.pipeline.take(spec, answer, DAY));
    },
    hour: async (hour, until) => {
      if (hour % 24 === 0) trouble.day(channels, clock.now());
      // Half of the day's faults are the sources'; whatever they say instead must change nothing.
      for (let left = faultsPerDay / 48; left > 0 && random() < left; left -= 1) {
        const spec = all[Math.floor(random() * all.length)];
        if (spec !== undefined) await surely((bot) => bot.pipeline.take(spec, trouble.badAnswer(spec.url), DAY));
      }
      if (hour % 24 === 12) {
        await life.bot?.pipeline.close();
        await life.store.close();
        life.store = await openStore({ path }, { durability: "normal" });
        life.bot = null;
        trouble.count("restart");
      }
      await surely((bot) => bot.pipeline.tick());
      await surely((bot) => drain(bot, clock, until));
      harvest(platforms, { ledger, trouble, wrong, now: clock.now() });
      if (hour % 240 !== 239) return;
      heap.push(heapUsed());
      course.log(
        `day ${(hour + 1) / 24}: heap ${((heap.at(-1) ?? 0) / 2 ** 20).toFixed(0)} MiB, ${wrong.length} false`,
      );
    },
  });
  trouble.end();
  await surely((bot) => drain(bot, clock, clock.now() + LAST_PROBES_MS));
  harvest(platforms, { ledger, trouble, wrong, now: clock.now() });
  const { pending, sending, unclear } = await life.store.outbox.counts();
  if (pending + sending + unclear > 0) throw new Error(`${pending + sending + unclear} rows never ended`);
  await life.store.close();
  await rm(folder, { recursive: true, force: true });
  const tenth = Math.max(1, Math.floor(heap.length / 10));
  const mean = (values: number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  return { trouble, wrong, memory: mean(heap.slice(-tenth)) / mean(heap.slice(tenth, 2 * tenth + 1)) };
}

async function drain(bot: Bot, clock: ManualClock, until: number): Promise<void> {
  for (;;) {
    const { next } = await bot.outbox.drainOnce();
    if (next === null || next > until) break;
    clock.set(Math.max(next, clock.now() + 1));
  }
  if (clock.now() < until) clock.set(until);
}

/** Channels of two platforms in many zones; some watch less, or count fewer days. */
function channelsOf(amount: number, created_at: string): Channel[] {
  return Array.from({ length: amount }, (_, index) => {
    const name = index % 2 === 0 ? "slack" : "discord";
    const channel = channelNamed(name, index, name === "slack" ? "history" : "nonce");
    const subscription = {
      ...channel.subscription,
      time_zone: ZONES[index % ZONES.length] ?? "UTC",
      time: `${String(index % 24).padStart(2, "0")}:30`,
    };
    if (index % 5 === 4) subscription.providers = ["anthropic", "openai"];
    if (index % 7 === 6) subscription.milestones = [45, 10, 1];
    if (index % 11 === 10) subscription.quiet_kinds = ["replacement-changed"];
    return { ...channel, created_at, subscription };
  });
}

/**
 * Tells the ledger what was stored, and lets go of it: only what a look into the past may still ask for stays, so that the
 * memory that is measured is the bot's.
 */
function harvest(
  platforms: readonly FakePlatform[],
  { ledger, trouble, wrong, now }: { ledger: Ledger; trouble: Trouble; wrong: string[]; now: number },
): void {
  for (const platform of platforms) {
    for (const { channel, message, at } of platform.stored.splice(0)) {
      const missedSince = message.headline.startsWith("digest") ? trouble.refusedSince(channel) : null;
      for (const meaning of toldIn(message))
        if (!ledger.told(channel, meaning, at, missedSince))
          wrong.push(`${channel} ${meaning} at ${new Date(at).toISOString()}`);
    }
    for (const [name, stored] of platform.byKey) if (now - stored.at > 8 * DAY) platform.byKey.delete(name);
    platform.requests.length = 0;
    platform.edits.length = 0;
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
