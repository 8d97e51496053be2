import { setImmediate } from "node:timers/promises";
import type { Announcement } from "../core/announcement.ts";
import type { DueReminders } from "./reminders.ts";

/** So many changes are written in one transaction; others of the process must have their turn in between. */
export const BATCH_CHANGES = 500;

/**
 * What was found, in parts that are written one after the other, each in one transaction. A crash between two of them
 * loses and repeats nothing: of a channel, what is skipped goes before what is told. A reminder that is not yet told is
 * found again and what was skipped beside it is known by then; once it is told nothing of it is left to be written.
 *
 * @param most changes of a part; only a digest, which is one message, may be longer
 */
export async function* inBatches(
  found: AsyncIterable<DueReminders>,
  most = BATCH_CHANGES,
): AsyncGenerator<DueReminders, void, void> {
  let part: DueReminders = { announcements: [], skipped: [] };
  let size = 0;
  const take = () => {
    const full = part;
    part = { announcements: [], skipped: [] };
    size = 0;
    return full;
  };
  for await (const { announcements, skipped } of found) {
    for (let at = 0; at < skipped.length; ) {
      const some = skipped.slice(at, at + most - size);
      part.skipped.push(...some);
      at += some.length;
      size += some.length;
      if (size < most) continue;
      yield take();
      await setImmediate();
    }
    for (const announcement of announcements) {
      const more = sizeOf(announcement);
      if (size > 0 && size + more > most) {
        yield take();
        await setImmediate();
      }
      part.announcements.push(announcement);
      size += more;
      if (size < most) continue;
      yield take();
      await setImmediate();
    }
  }
  if (size > 0) yield take();
}

function sizeOf(announcement: Announcement): number {
  return Math.max(1, announcement.changes.length);
}
