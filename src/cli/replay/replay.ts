import type { Change } from "../../core/change.ts";
import { NEWS_KINDS } from "../../core/change.ts";
import { isoOf, manualClock } from "../../core/clock.ts";
import { loadFamilies } from "../../ingest/families.ts";
import { loadMessages } from "../../messages/index.ts";
import { createRehearsal, type Rehearsal } from "../../wiring/rehearsal.ts";
import { answerOf, type RecordedPoll } from "./timeline.ts";

/** One line of `replay`: the contract of docs/contracts.md. */
export type ReplayLine = Record<string, unknown>;

const DAY_MS = 86_400_000;
/** The hour at which days are stepped: the channel's own, 09:00 UTC. */
const STEP_MS = 9 * 3_600_000;

/**
 * Runs recorded polls through the whole pipeline on a virtual clock, from an empty store, with one channel that watches
 * everything.
 * @param options.daily also steps the clock to 09:00 UTC of each day, so that reminders fire
 * @param options.until the last instant, epoch ms; null means the last poll
 * @param print gets each line as it happens
 */
export async function replay(
  polls: readonly RecordedPoll[],
  root: string,
  options: { daily: boolean; until: number | null },
  print: (line: ReplayLine) => Promise<void>,
): Promise<void> {
  const [first] = polls;
  if (first === undefined) return;
  const families = await loadFamilies();
  const { messagesFor } = await loadMessages();
  const clock = manualClock(isoOf(Date.parse(first.at)));
  const ids = [...new Set(polls.map((poll) => poll.source))];
  const specs = new Map(ids.map((id) => [id, families.specFor(id)]));
  const rehearsal = await createRehearsal({ families, specs: [...specs.values()], clock, messagesFor });
  const end = options.until ?? Date.parse(polls.at(-1)?.at ?? first.at);

  const stepDays = async (to: number) => {
    if (!options.daily) return;
    for (let at = nextStep(clock.now()); at <= to; at = nextStep(at)) {
      clock.set(at);
      await rehearsal.pipeline.tick();
      await printNews(rehearsal, options.daily, print);
    }
  };
  try {
    for (const poll of polls) {
      const at = Date.parse(poll.at);
      if (at > end) break;
      await stepDays(at - 1);
      clock.set(at);
      const spec = specs.get(poll.source);
      if (spec === undefined) continue;
      await rehearsal.pipeline.take(spec, await answerOf(poll, root, spec.url), DAY_MS);
      if (options.daily) await rehearsal.pipeline.tick();
      await printNews(rehearsal, options.daily, print);
    }
    await stepDays(end);
  } finally {
    await rehearsal.close();
  }
}

/** The next 09:00 UTC strictly after `now`. */
function nextStep(now: number): number {
  return (Math.floor((now - STEP_MS) / DAY_MS) + 1) * DAY_MS + STEP_MS;
}

async function printNews(
  rehearsal: Rehearsal,
  daily: boolean,
  print: (line: ReplayLine) => Promise<void>,
): Promise<void> {
  await rehearsal.outbox.drainOnce();
  for (const { at, announcement, changes } of rehearsal.takeTold()) {
    const digest = changes.length > 1 ? announcement.id : null;
    for (const change of changes) {
      const news = NEWS_KINDS.includes(change.kind);
      if (news || daily) await print(lineOf(change, at, digest, news ? {} : { alert: false }));
    }
  }
  for (const change of rehearsal.takeRetired())
    if (daily) await print(lineOf(change, change.at, null, { alert: false }));
}

function lineOf(change: Change, at: string, digest: string | null, more: ReplayLine): ReplayLine {
  return {
    at,
    kind: change.kind,
    provider: change.provider,
    surface: change.surface,
    model_id: change.model_id,
    version: change.version,
    shutdown: change.kind === "withdrawn" ? null : change.shutdown,
    precision: change.precision,
    previous: change.previous,
    replacements: change.replacements,
    source: change.source,
    dedup_key: change.dedup_key,
    digest,
    ...(change.milestone === undefined ? {} : { milestone: change.milestone, channel: "replay" }),
    ...more,
  };
}
