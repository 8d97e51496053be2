import { randomUUID } from "node:crypto";
import type { Announcement } from "../core/announcement.ts";
import { type Change, shortId } from "../core/change.ts";
import { addDays, civilDateAt } from "../core/civil-date.ts";
import { type Clock, isoOf } from "../core/clock.ts";
import type { CommandServices, SentReport } from "../core/command.ts";
import type { Fact } from "../core/fact.ts";
import type { KeyedCache, Store } from "../core/store.ts";
import type { Channel } from "../core/subscription.ts";

/** The changes of notices have keys of their own, so that a test or a report is never taken for news. */
export const NOTICE_PREFIX = "notice|";

export type NoticeDeps = {
  store: Pick<Store, "events">;
  /** Reports by id, forgotten after a week. */
  reports: KeyedCache<SentReport>;
  operatorChannel: string | null;
  clock: Clock;
  /** The outbox has work. */
  wake: () => void;
};

const WEEK_MS = 7 * 24 * 3_600_000;

/** A cache whose entries are gone after a week. */
export function weekly<T>(cache: {
  get(key: string): Promise<T | undefined>;
  set(key: string, value: T, ttlMs: number): Promise<unknown>;
}): KeyedCache<T> {
  return { get: (key) => cache.get(key), set: (key, value) => cache.set(key, value, WEEK_MS) };
}

/** The same for a day: a form that nobody has touched for that long is opened anew. */
export function daily<T>(cache: Parameters<typeof weekly<T>>[0]): KeyedCache<T> {
  return { get: (key) => cache.get(key), set: (key, value) => cache.set(key, value, WEEK_MS / 7) };
}

/** What people ask the bot to say: a test alert in a channel, and a report to the operator. Both go by the outbox. */
export function createNotices(deps: NoticeDeps): Pick<CommandServices, "sendTest" | "reports"> {
  async function queue(announcement: Announcement, channelId: string): Promise<void> {
    const key = shortId(announcement.id, channelId);
    const items = announcement.changes.map((_, index) => index);
    await deps.store.events.commit({
      at: announcement.at,
      records: [],
      announcements: [announcement],
      deliveries: [
        { key, announcement_id: announcement.id, channel_id: channelId, items, next_send_at: deps.clock.now() },
      ],
      untold: [],
    });
    deps.wake();
  }

  return {
    sendTest: (channel: Channel) => {
      const id = shortId("test", channel.id, randomUUID());
      const at = isoOf(deps.clock.now());
      const change = { ...sample(deps.clock.now()), dedup_key: `${NOTICE_PREFIX}test|${id}` };
      const mark: Announcement["mark"] = { type: "test" };
      return queue({ id, kind: "announced", at, source: "test", changes: [change], mark }, channel.id);
    },
    reports: {
      keep: async (report) => {
        if (deps.operatorChannel === null) return null;
        const id = shortId("report", report.channel_id, report.text);
        await deps.reports.set(id, report);
        return id;
      },
      tell: async (id, by) => {
        const report = await deps.reports.get(id);
        if (report === undefined || deps.operatorChannel === null) return false;
        const at = isoOf(deps.clock.now());
        const changes = report.facts.map((fact, index) => changeOf(fact, at, `${NOTICE_PREFIX}report|${id}|${index}`));
        const mark: Announcement["mark"] = { type: "report", by, text: report.text.slice(0, 1000) };
        const announcement = {
          id: shortId("told", id),
          kind: "announced" as const,
          at,
          source: "ingest",
          changes,
          mark,
        };
        await queue(announcement, deps.operatorChannel);
        return true;
      },
    },
  };
}

/** A model that does not exist, so that nobody takes the test for news. */
function sample(now: number): Change {
  const today = civilDateAt(now);
  return {
    kind: "announced",
    at: isoOf(now),
    provider: "example",
    surface: "Example API",
    model_id: "example-model-1",
    version: null,
    fact_kind: "model",
    announced: today,
    shutdown: addDays(today, 90),
    precision: "day",
    stages: [],
    previous: null,
    replacements: ["example-model-2"],
    source: "test",
    evidence: null,
    generation: 0,
    dedup_key: "",
  };
}

function changeOf(fact: Fact, at: string, dedup_key: string): Change {
  const { provider, surface, model_id, version, announced, shutdown, precision, replacements, evidence } = fact;
  return {
    kind: "announced",
    at,
    provider,
    surface,
    model_id,
    version,
    fact_kind: fact.kind,
    announced,
    shutdown,
    precision,
    stages: fact.stages ?? [],
    previous: null,
    replacements,
    source: "ingest",
    evidence,
    generation: 0,
    dedup_key,
  };
}
