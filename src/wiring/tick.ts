import type { Announcement } from "../core/announcement.ts";
import type { Change } from "../core/change.ts";
import { type Clock, isoOf } from "../core/clock.ts";
import { type ModelRecord, recordKey } from "../core/model.ts";
import type { Override } from "../core/source.ts";
import type { Store, Untold } from "../core/store.ts";
import { countedRecords } from "../catalog/counted.ts";
import { retiredChanges } from "../catalog/retired.ts";
import { inBatches } from "../countdown/batches.ts";
import { createLooks } from "../countdown/looks.ts";
import { dueByChannel } from "../countdown/reminders.ts";
import { marksForCountdown } from "./cards.ts";
import type { Records } from "./records.ts";
import type { Cursors } from "./sights.ts";

export type TickDeps = {
  store: Store;
  records: Records;
  cursors: Cursors;
  overrides: readonly Override[];
  clock: Clock;
  wake(): void;
  /** Writes announcements that are news to their channels, and what is told to nobody. */
  write(news: { announcements: Announcement[]; records: ModelRecord[]; untold: Untold[] }, at: string): Promise<void>;
  /** Takes changes the whole way; gives back those that were not known. */
  publish(news: { changes: Change[]; records: ModelRecord[]; untold: Untold[] }, at: string): Promise<Change[]>;
};

/** The clock's part of the flow: milestones that were crossed and dates that have passed since the last look. */
export function createTick(deps: TickDeps): () => Promise<void> {
  const looks = createLooks();
  const { store, records, cursors, clock } = deps;

  return async () => {
    const at = isoOf(clock.now());
    const { overrides } = deps;
    const shown = countedRecords(await records.load(), { now: clock.now(), sights: cursors.sights(), overrides });
    const channels = await store.channels.all();
    const markOf = await marksForCountdown(store);
    const look = { now: clock.now(), records: new Set(shown.values()), channels, marks: await store.cards.marks() };
    const settled = looks.settled(look);
    const found = dueByChannel({
      records: look.records,
      channels,
      now: look.now,
      known: (keys) => store.events.known(keys),
      ...(markOf === undefined ? {} : { markOf }),
      ...(settled === null ? {} : { settled }),
    });
    for await (const { announcements, skipped } of inBatches(found))
      await deps.write({ announcements, records: [], untold: skipped }, at);
    looks.done(look);
    await endPassed(deps, shown, at);
  };
}

async function endPassed(deps: TickDeps, shown: ReadonlyMap<string, ModelRecord>, at: string): Promise<void> {
  const ended = retiredChanges(shown, deps.clock.now());
  if (ended.changes.length === 0) return;
  const stories = new Map(ended.records.map((record) => [recordKey(record), record.history]));
  const own = [...(await deps.records.load())].flatMap(([key, record]) => {
    const history = stories.get(key);
    return history === undefined ? [] : [{ ...record, history }];
  });
  await showEnded(deps, await deps.publish({ changes: ended.changes, untold: [], records: own }, at));
}

/** No message says that a date has passed, but the cards show it. */
async function showEnded(deps: TickDeps, ended: Change[]): Promise<void> {
  const recordKeys = ended.map(recordKey);
  if (recordKeys.length === 0) return;
  const at = deps.clock.now();
  const tag = `ended ${isoOf(at)}`;
  if ((await deps.store.cards.touch({ channelId: null, recordKeys, tag, now: at, due: at })) > 0) deps.wake();
}
