import type { Announcement } from "../core/announcement.ts";
import { type Change, shortId } from "../core/change.ts";
import type { IsoInstant } from "../core/fact.ts";

/** More reminders than this for one channel at once become one digest (reliability.md, T1). */
export const MAX_SINGLE_REMINDERS = 3;

/**
 * Fresh changes of one poll, or of one tick of the clock, as announcements: one per source and kind, so that a whole
 * table is one message. Reminders are one each, or one digest per channel when there are more than three.
 *
 * Ids come from the dedup keys alone: the same changes in another order, or after a crash, give the same ids.
 */
export function groupChanges(changes: Change[], at: IsoInstant): Announcement[] {
  const reminders = changes.filter((change) => change.kind === "reminder");
  const others = changes.filter((change) => change.kind !== "reminder");
  return [...groupNews(others, at), ...groupReminders(reminders, at)];
}

function groupNews(changes: Change[], at: IsoInstant): Announcement[] {
  const groups = Map.groupBy(changes, (change) => `${change.source}\n${change.kind}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [announcementOf(first.kind, first.source, group, at)];
  });
}

function groupReminders(changes: Change[], at: IsoInstant): Announcement[] {
  const groups = Map.groupBy(changes, (change) => change.channel ?? "");
  return [...groups.values()].flatMap((group) => {
    if (group.length > MAX_SINGLE_REMINDERS) return [announcementOf("digest", "countdown", group, at)];
    return group.map((change) => announcementOf("reminder", change.source, [change], at));
  });
}

function announcementOf(kind: Announcement["kind"], source: string, changes: Change[], at: IsoInstant): Announcement {
  const ordered = changes.toSorted(byDateThenName);
  const keys = changes.map((change) => change.dedup_key).sort();
  return { id: shortId(kind, ...keys), kind, at, source, changes: ordered };
}

/** The nearest shutdown first; what has no date comes last. */
function byDateThenName(a: Change, b: Change): number {
  const left = `${a.shutdown ?? "9999-12-31"} ${a.surface} ${a.model_id} ${a.version ?? ""}`;
  const right = `${b.shutdown ?? "9999-12-31"} ${b.surface} ${b.model_id} ${b.version ?? ""}`;
  return left < right ? -1 : Number(left > right);
}
