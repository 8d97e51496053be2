import { type Change, type ChangeKind, NEWS_KINDS } from "./change.ts";
import { addDays, civilDateAt } from "./civil-date.ts";
import type { CivilDate, Precision } from "./fact.ts";
import { type ModelRecord, recordKey } from "./model.ts";
import { type Subscription, watches } from "./subscription.ts";

/** One thing that a channel would have been told, and on which day of its own zone. */
export type PreviewItem = {
  day: CivilDate;
  kind: ChangeKind;
  surface: string;
  model_id: string;
  version: string | null;
  shutdown: CivilDate | null;
  precision: Precision;
  /** Days before the shutdown; only on reminders. */
  milestone: number | null;
};

export type PreviewInput = {
  /** What the store has seen happen, told or not. */
  changes: readonly Change[];
  /** The catalogue: it knows of announcements from before the store began. */
  records: Iterable<ModelRecord>;
  now: number;
  days: number;
};

/**
 * What a channel with these settings would have received in the last `days` (its today included), newest first: news
 * from the store and from announcement dates of the catalogue, and the reminders that the countdown would have sent.
 * Pure. A model that the channel would have learnt of only later has no earlier reminders.
 */
export function previewOf(subscription: Subscription, input: PreviewInput): PreviewItem[] {
  const zone = subscription.time_zone;
  const today = civilDateAt(input.now, zone);
  const first = addDays(today, -input.days);
  const inside = (day: CivilDate) => day >= first && day <= today;
  const wanted = (kind: ChangeKind) => !subscription.quiet_kinds.includes(kind);
  const items: PreviewItem[] = [];
  const announced = new Set<string>();

  for (const change of new Map(input.changes.map((one) => [one.dedup_key, one])).values()) {
    if (!NEWS_KINDS.includes(change.kind)) continue;
    if (change.kind === "announced") announced.add(recordKey(change));
    const day = civilDateAt(Date.parse(change.at), zone);
    if (inside(day) && wanted(change.kind) && watches(subscription, change)) {
      items.push(itemOf(change, day, change.kind, null));
    }
  }
  for (const record of input.records) {
    if (!record.scheduled || !watches(subscription, record)) continue;
    const told = record.announced;
    if (told !== null && inside(told) && wanted("announced") && !announced.has(recordKey(record))) {
      items.push(itemOf(record, told, "announced", null));
    }
    const counted = record.kind === "model" || record.kind === "agent";
    if (record.shutdown === null || !counted || !wanted("reminder")) continue;
    for (const milestone of subscription.milestones) {
      const day = addDays(record.shutdown, -milestone);
      if (inside(day) && (told === null || day > told)) items.push(itemOf(record, day, "reminder", milestone));
    }
  }
  return items.toSorted(newestFirst);
}

type Named = Pick<Change, "surface" | "model_id" | "version" | "shutdown" | "precision">;

function itemOf(of: Named, day: CivilDate, kind: ChangeKind, milestone: number | null): PreviewItem {
  const { surface, model_id, version, shutdown, precision } = of;
  return { day, kind, surface, model_id, version, shutdown, precision, milestone };
}

function newestFirst(a: PreviewItem, b: PreviewItem): number {
  if (a.day !== b.day) return a.day < b.day ? 1 : -1;
  return (
    `${a.surface} ${a.model_id}`.localeCompare(`${b.surface} ${b.model_id}`) ||
    Number(a.milestone) - Number(b.milestone)
  );
}
