import { type Announcement, announcementOf } from "../core/announcement.ts";
import type { Change } from "../core/change.ts";
import type { IsoInstant } from "../core/fact.ts";

/**
 * Fresh changes of one poll as announcements: one per source and kind, so that a whole table is one message. (Reminders
 * are grouped per channel by the countdown.)
 */
export function groupChanges(changes: Change[], at: IsoInstant): Announcement[] {
  const groups = Map.groupBy(changes, (change) => `${change.source}\n${change.kind}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [announcementOf(first.kind, first.source, group, at)];
  });
}
