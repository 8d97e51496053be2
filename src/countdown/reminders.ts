import { setImmediate } from "node:timers/promises";
import { type Announcement, announcementOf } from "../core/announcement.ts";
import { type Change, dedupKey, standingOf } from "../core/change.ts";
import { isoOf } from "../core/clock.ts";
import { DECISION } from "../core/decision.ts";
import type { Evidence, IsoInstant, Trust } from "../core/fact.ts";
import type { ModelRecord } from "../core/model.ts";
import type { EventStore, Untold } from "../core/store.ts";
import { type Channel, watches } from "../core/subscription.ts";
import { type CountdownInput, type Crossing, crossings, crossingsByChannel } from "./crossings.ts";

/** Reminders and what is recorded beside them; both go into one Batch, so that neither ever comes again. */
export type DueReminders = { announcements: Announcement[]; skipped: Untold[] };

/** True when a reminder of that dedup key was told or skipped before. */
export type WasTold = (dedupKey: string) => boolean;

/** More reminders than this for one channel at once become one digest (reliability.md, T1). */
export const MAX_SINGLE_REMINDERS = 3;

/** So long one look at the clock may hold up a command. */
const TURN_MS = 10;

/** The name under which the countdown stands as the source of its reminders. */
const SOURCE = "countdown";

/**
 * What every channel is to be reminded of now. After downtime only the most urgent milestone of a model is told, the
 * others come back as `skipped`; more than three reminders for one channel are one digest. Pure.
 *
 * @param input.told what was told or skipped before; the events are the durable memory of it
 */
export function dueReminders(input: CountdownInput & { told: WasTold | ReadonlySet<string> }): DueReminders {
  const { told } = input;
  return choose(crossings(input), input.now, typeof told === "function" ? told : (key) => told.has(key));
}

/**
 * The same with the store's own memory, one channel after the other: asks for one key per model and channel, and more
 * only where one is due. Channels without any are left out.
 */
export async function* dueByChannel(
  input: CountdownInput & { known: EventStore["known"] },
): AsyncGenerator<DueReminders, void, void> {
  const crossingsIn = crossingsByChannel(input);
  let worked = performance.now();
  // After weeks of downtime this is every model in every channel: others must have their turn meanwhile.
  const pause = async () => {
    if (performance.now() - worked < TURN_MS) return;
    await setImmediate();
    worked = performance.now();
  };
  for (const channel of input.channels) {
    const due = await dueIn(crossingsIn(channel), input, pause);
    if (due.announcements.length + due.skipped.length > 0) yield due;
    await pause();
  }
}

/** What one channel is to be reminded of. */
async function dueIn(
  all: Crossing[],
  input: Pick<CountdownInput, "now"> & { known: EventStore["known"] },
  pause: () => Promise<void>,
): Promise<DueReminders> {
  if (all.length === 0) return { announcements: [], skipped: [] };
  await pause();
  const urgent = all.map((crossing) => keysOf(crossing, crossing.milestones[0] ?? 0));
  const settled = await input.known(urgent.flat());
  const open = all.filter((_, index) => urgent[index]?.every((key) => !settled.has(key)));
  const others = open.flatMap((crossing) => crossing.milestones.slice(1).flatMap((days) => keysOf(crossing, days)));
  await pause();
  const late = others.length === 0 ? new Set<string>() : await input.known(others);
  await pause();
  return choose(open, input.now, (key) => late.has(key));
}

/**
 * What must be recorded as skipped when a channel's subscription grew: milestones that are past for what it did not
 * watch, or did not count, before. Without it adding a provider would tell old reminders. A new time of day or zone
 * skips nothing.
 */
export function silentReminders(
  input: Omit<CountdownInput, "channels"> & { channel: Channel; previous: Channel | null; told: WasTold },
): Untold[] {
  const { channel, previous, now, told } = input;
  const at = isoOf(now);
  return crossings({ ...input, channels: [channel] }).flatMap(({ record, milestones }) => {
    const before = previous !== null && watches(previous.subscription, record) ? previous.subscription.milestones : [];
    const quiet = previous?.subscription.quiet_kinds.includes("reminder") ?? false;
    return milestones
      .filter((milestone) => quiet || !before.includes(milestone))
      .map((milestone) => reminderOf(record, channel, milestone, at))
      .filter((change) => !told(change.dedup_key))
      .map((change) => ({ change, decision: DECISION.milestoneWasPast }));
  });
}

function choose(open: Crossing[], now: number, told: WasTold): DueReminders {
  const wasTold = (crossing: Crossing, milestone: number) => keysOf(crossing, milestone).some(told);
  const skipped: Untold[] = [];
  const byChannel = new Map<string, Change[]>();
  const at = isoOf(now);
  for (const crossing of open) {
    const [urgent, ...others] = crossing.milestones;
    // When the most urgent one was told, whatever is less urgent comes too late.
    if (urgent === undefined || wasTold(crossing, urgent)) continue;
    if (crossing.ended !== null) {
      // The most urgent one is the last that is written: it alone says that the others are done.
      for (const days of crossing.milestones.filter((milestone) => !wasTold(crossing, milestone)).toReversed())
        skipped.push({ change: reminderOf(crossing.record, crossing.channel, days, at), decision: crossing.ended });
      continue;
    }
    const due = byChannel.get(crossing.channel.id) ?? [];
    due.push(reminderOf(crossing.record, crossing.channel, urgent, at));
    byChannel.set(crossing.channel.id, due);
    for (const days of others.filter((milestone) => !wasTold(crossing, milestone))) {
      const change = reminderOf(crossing.record, crossing.channel, days, at);
      skipped.push({ change, decision: DECISION.laterMilestoneDue });
    }
  }
  const announcements = [...byChannel.values()].flatMap((changes) => groupReminders(changes, at));
  return { announcements, skipped };
}

/** Reminders of one channel: one message each, or one digest of all. */
function groupReminders(changes: Change[], at: string): Announcement[] {
  if (changes.length > MAX_SINGLE_REMINDERS) return [announcementOf("digest", SOURCE, changes, at)];
  return changes.map((change) => announcementOf("reminder", SOURCE, [change], at));
}

/** A reminder's key, and those that it had while the model was known by another name: told once is told. */
function keysOf({ record, channel }: Crossing, milestone: number): string[] {
  // Asked for every model in every channel: only the parts of the record that a key is made of are handed on.
  const { surface, shutdown, generation, replacements } = record;
  const still = { kind: "reminder", surface, shutdown, generation, replacements, previous: null } as const;
  const key = (model_id: string, version: string | null) =>
    dedupKey({ ...still, model_id, version, milestone, channel: channel.id });
  if (record.history.every(({ kind }) => kind !== "merged")) return [key(record.model_id, record.version)];
  const former = record.history.flatMap(({ kind, from }) => (kind === "merged" && from !== null ? [from] : []));
  const versions = record.version === null ? [null] : [null, record.version];
  return [
    key(record.model_id, record.version),
    ...former.flatMap((name) => versions.map((version) => key(name, version))),
  ];
}

function reminderOf(record: ModelRecord, channel: Channel, milestone: number, at: IsoInstant): Change {
  const change: Change = {
    kind: "reminder",
    at,
    ...standingOf(record),
    previous: null,
    source: SOURCE,
    evidence: evidenceOf(record),
    milestone,
    channel: channel.id,
    dedup_key: "",
  };
  change.dedup_key = dedupKey(change);
  return change;
}

const TRUST_ORDER: readonly Trust[] = ["provider", "second-hand", "press"];

/** The words of the source that decides; else of the most trusted that gives the same date. */
function evidenceOf(record: ModelRecord): Evidence | null {
  const deciding = record.claims.find((claim) => claim.source === record.decided_by);
  if (deciding !== undefined) return deciding.fact.evidence;
  const agreeing = record.claims
    .filter((claim) => claim.fact.shutdown === record.shutdown)
    .toSorted((a, b) => rank(a.fact.evidence) - rank(b.fact.evidence));
  return agreeing[0]?.fact.evidence ?? null;
}

function rank(evidence: Evidence): number {
  return TRUST_ORDER.indexOf(evidence.trust);
}
