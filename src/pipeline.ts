import type { Announcement } from "./core/announcement.ts";
import type { Change } from "./core/change.ts";
import { type Clock, isoOf } from "./core/clock.ts";
import { DECISION } from "./core/decision.ts";
import type { Fact } from "./core/fact.ts";
import type { ModelRecord } from "./core/model.ts";
import type { PriceRow } from "./core/price.ts";
import type { Override, PollOutcome, SourceDocument, SourceSpec } from "./core/source.ts";
import type { Store, Untold } from "./core/store.ts";
import type { Channel } from "./core/subscription.ts";
import { deliveriesOf } from "./announce/deliveries.ts";
import { groupChanges } from "./announce/group.ts";
import { recordInOrder } from "./announce/record.ts";
import type { Seen } from "./announce/seen.ts";
import { afterBadPoll, afterGoodPoll, healthNews } from "./catalog/health.ts";
import { mergePoll } from "./catalog/merge.ts";
import { type Judgement, judgePoll } from "./catalog/plausibility.ts";
import type { FetchResult } from "./ingest/fetch.ts";
import type { Examined } from "./ingest/examine.ts";
import type { Log } from "./lib/log.ts";
import { createSerial } from "./lib/serial.ts";
import { type BadAnswer, type GoodAnswer, readAnswer } from "./wiring/answers.ts";
import { nextPoll } from "./wiring/back-off.ts";
import type { Records } from "./wiring/records.ts";
import { healthChange } from "./wiring/source-health.ts";
import type { Cursors } from "./wiring/sights.ts";
import { createTick } from "./wiring/tick.ts";

export type PipelineDeps = {
  store: Store;
  records: Records;
  cursors: Cursors;
  seen: Seen;
  /** Guard, read, guard again; in a worker in the running bot. */
  examine(document: SourceDocument): Promise<Examined>;
  fetch(request: {
    url: string;
    etag: string | null;
    lastModified: string | null;
    bearer: string | null;
  }): Promise<FetchResult>;
  bearerFor(spec: SourceSpec): string | null;
  /** Takes the prices that a sound body lists beside its facts. */
  keepPrices?(list: string, rows: ReadonlyMap<string, PriceRow>, at: string): Promise<void>;
  overrides: readonly Override[];
  operatorChannel: string | null;
  /** When this store was put back from a backup: what each source said meanwhile is learnt in silence. */
  restoredAt: string | null;
  clock: Clock;
  random: () => number;
  log: Log;
  /** There is something to send. */
  wake(): void;
  observe?(event: { type: "polled"; source: string; outcome: string } | { type: "event"; change: Change }): void;
};

export type Pipeline = {
  /** Looks at one source if it is due: fetch, and all that follows. Never throws. */
  poll(spec: SourceSpec, periodMs: number): Promise<PollOutcome | null>;
  /** Takes one answer of a source, however it was got, the whole way to the outbox. @throws StoreError */
  take(spec: SourceSpec, fetched: FetchResult, periodMs: number): Promise<PollOutcome>;
  /** What a person was sent (a mail, a post), as facts of the press: the same way to the outbox. @throws StoreError */
  takeFacts(spec: SourceSpec, facts: Fact[]): Promise<{ told: Change[]; untold: Untold[] }>;
  /** Milestones crossed and dates passed since the last tick. @throws StoreError */
  tick(): Promise<void>;
  /** Ends what is being written and takes nothing more; the store may be closed afterwards. */
  close(): Promise<void>;
};

/** The whole flow, one list of calls: see the map in ARCHITECTURE.md. */
export function createPipeline(deps: PipelineDeps): Pipeline {
  const { cursors, records, clock, log } = deps;
  // Polls fetch and read side by side; what changes the catalogue goes one at a time, or two would overwrite each other.
  const inOrder = createSerial();
  let closed = false;
  const serial = <T>(work: () => Promise<T>): Promise<T> =>
    inOrder(() => (closed ? Promise.reject(new Error("the bot is stopping")) : work()));
  const now = () => isoOf(clock.now());

  async function poll(spec: SourceSpec, periodMs: number): Promise<PollOutcome | null> {
    const state = cursors.of(spec.id);
    if (closed) return null;
    if (state.next_due !== null && Date.parse(state.next_due) > clock.now()) return null;
    try {
      // While a flood waits, the whole body is asked for: "not modified" would mean the page before the flood.
      const waits = state.quarantine !== null;
      const fetched = await deps.fetch({
        url: spec.url,
        etag: waits ? null : state.etag,
        lastModified: waits ? null : state.last_modified,
        bearer: deps.bearerFor(spec),
      });
      return await take(spec, fetched, periodMs);
    } catch (error) {
      if (closed) return null;
      log.error({ error, source: spec.id }, "poll failed; nothing of it was kept");
      return { outcome: "failed", reason: error instanceof Error ? error.message : String(error) };
    }
  }

  async function take(spec: SourceSpec, fetched: FetchResult, periodMs: number): Promise<PollOutcome> {
    const at = now();
    const read = await readAnswer(spec, fetched, cursors.of(spec.id), at, deps);
    const outcome = await serial(() =>
      read.kind === "bad" ? refuse(spec, read, at, fetched, periodMs) : accept(spec, read, at, periodMs),
    );
    deps.observe?.({ type: "polled", source: spec.id, outcome: outcome.outcome });
    return outcome;
  }

  function isBaseline(lastGood: string | null): boolean {
    if (lastGood === null) return true;
    return deps.restoredAt !== null && Date.parse(lastGood) < Date.parse(deps.restoredAt);
  }

  /** A bad look: the last good data stay as they are; the operator hears of it in time. */
  async function refuse(
    spec: SourceSpec,
    bad: BadAnswer,
    at: string,
    fetched: FetchResult,
    periodMs: number,
  ): Promise<PollOutcome> {
    const state = afterBadPoll(cursors.of(spec.id), bad.health, bad.reason, at);
    const wait = fetched.kind === "failed" ? fetched.retryAfterMs : null;
    const retried = { ...state, next_due: nextPoll(clock.now(), state.failures, periodMs, wait, deps.random) };
    log.warn(
      { source: spec.id, failures: state.failures, next: retried.next_due },
      `${spec.id}: ${bad.health}: ${bad.reason}`,
    );
    await finish(spec, { changes: [], untold: [], records: [] }, retried, at);
    return { outcome: bad.health, reason: bad.reason };
  }

  /** A good look: judge, merge, tell. */
  async function accept(spec: SourceSpec, answer: GoodAnswer, at: string, periodMs: number): Promise<PollOutcome> {
    const before = cursors.of(spec.id);
    const all = await records.load();
    const judged = judgePoll({
      state: before,
      spec,
      facts: answer.kind === "read" ? answer.facts : null,
      records: all,
      at,
    });
    if (judged.reason !== null) log.warn({ source: spec.id }, `${spec.id}: ${judged.verdict}: ${judged.reason}`);
    const merged =
      judged.verdict === "quarantined"
        ? { changes: [], untold: [], records: [], doubts: [] }
        : mergePoll({
            records: judged.facts === null ? await records.ofSource(spec.id) : all,
            spec,
            facts: judged.facts,
            at,
            baseline: isBaseline(before.last_good),
            removals: judged.removals,
            newNormal: judged.newNormal,
            sights: cursors.sights(),
            overrides: deps.overrides,
          });
    for (const doubt of merged.doubts)
      log.warn({ source: spec.id, model: doubt.fact.model_id }, `not believed: ${doubt.why}`);
    const state = withValidators(afterGoodPoll(judged, at), judged, answer);
    if (answer.kind === "read" && judged.verdict !== "quarantined" && answer.prices !== undefined)
      await deps.keepPrices?.(spec.id, answer.prices, at);
    await finish(spec, merged, { ...state, next_due: nextPoll(clock.now(), 0, periodMs, null, deps.random) }, at);
    if (judged.verdict === "quarantined")
      return { outcome: "quarantined", reason: judged.reason ?? "a flood waits for a second look" };
    return { outcome: "good", rows: state.rows.at(-1) ?? 0, changed: answer.kind === "read" };
  }

  /** The end of every poll: its news and its health go out, then its cursor moves. */
  async function finish(
    spec: SourceSpec,
    merged: Merged,
    state: ReturnType<typeof afterGoodPoll>,
    at: string,
  ): Promise<void> {
    const health = healthNews(state, at);
    const notice = health.news === null ? [] : [healthChange(spec, health.news, health.state, at)];
    await publish({ ...merged, changes: [...merged.changes, ...notice] }, at, () =>
      cursors.save(spec.id, health.state),
    );
  }

  /** Seen before? If not: one announcement, its audience, the outbox; in the order of writes that loses nothing. */
  async function publish(merged: Merged, at: string, moveCursor: () => Promise<void>): Promise<Change[]> {
    const { fresh, again } = await deps.seen.sort(merged.changes);
    const announcements = groupChanges(fresh, at);
    const seenBefore = again.map((change) => ({ change, decision: DECISION.seenBefore }));
    await write(
      { announcements, records: merged.records, untold: [...merged.untold, ...seenBefore] },
      [...fresh, ...again],
      at,
      moveCursor,
    );
    return fresh;
  }

  /** All channels, or only those that are named where every change is for one. */
  async function possibleAudience(announcements: Announcement[]): Promise<Channel[]> {
    const named = new Set(announcements.flatMap((one) => one.changes.map((change) => change.channel)));
    const ids = [...named].filter((id) => id !== undefined);
    if (ids.length < named.size) return deps.store.channels.all();
    const channels = await Promise.all(ids.map((id) => deps.store.channels.get(id)));
    return channels.filter((channel) => channel !== null);
  }

  async function write(
    news: { announcements: Announcement[]; records: ModelRecord[]; untold: Untold[] },
    seen: Change[],
    at: string,
    moveCursor: () => Promise<void>,
  ): Promise<void> {
    const nothing = news.announcements.length + news.records.length + news.untold.length === 0;
    const channels = await possibleAudience(news.announcements);
    const options = { operatorChannel: deps.operatorChannel };
    const deliveries = deliveriesOf(news.announcements, channels, clock.now(), options);
    await recordInOrder({ at, ...news, deliveries }, seen, at, {
      commit: async (batch) => {
        if (nothing) return { announcements: 0, deliveries: 0 };
        const committed = await deps.store.events.commit(batch);
        // At once, and not after the marks: if those fail, others must still merge onto what is stored, and it is sent.
        records.keep(news.records);
        if (committed.deliveries > 0) deps.wake();
        return committed;
      },
      mark: (changes, when) => deps.seen.mark(changes, when),
      moveCursor,
    });
    for (const change of news.announcements.flatMap((one) => one.changes)) {
      deps.observe?.({ type: "event", change });
      log.info(
        { change: change.dedup_key, source: change.source },
        `told: ${change.kind} ${change.surface} ${change.model_id}`,
      );
    }
    for (const { change, decision } of news.untold) log.debug({ change: change.dedup_key }, `not told: ${decision}`);
  }

  async function takeFacts(spec: SourceSpec, facts: Fact[]): Promise<{ told: Change[]; untold: Untold[] }> {
    const at = now();
    const merged = mergePoll({
      records: await records.load(),
      spec,
      facts,
      at,
      baseline: false,
      removals: false,
      newNormal: null,
      sights: cursors.sights(),
      overrides: deps.overrides,
    });
    const told = await publish(merged, at, async () => {});
    return { told, untold: merged.untold };
  }

  const tick = createTick({
    ...deps,
    // A reminder is looked for among the events and never among the seen marks, so it gets none.
    write: (news, at) => write(news, [], at, async () => {}),
    publish: (news, at) => publish(news, at, async () => {}),
  });

  return {
    poll,
    take,
    takeFacts: (spec, facts) => serial(() => takeFacts(spec, facts)),
    tick: () => serial(tick),
    close: async () => {
      closed = true;
      await inOrder(async () => {});
    },
  };
}

type Merged = { changes: Change[]; untold: Untold[]; records: ModelRecord[] };
/** A body in quarantine keeps the old validators: it must be sent, and read, once more. */
function withValidators(
  state: ReturnType<typeof afterGoodPoll>,
  judged: Judgement,
  answer: GoodAnswer,
): ReturnType<typeof afterGoodPoll> {
  if (answer.kind === "unchanged" || judged.verdict === "quarantined") return state;
  return { ...state, etag: answer.etag, last_modified: answer.lastModified, body_hash: answer.hash };
}
