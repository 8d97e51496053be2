import type { Change } from "#src/core/change.ts";
import type { ModelRecord } from "#src/core/model.ts";
import type { Channel } from "#src/core/subscription.ts";
import { dueReminders } from "#src/countdown/reminders.ts";

export type Fired = {
  at: number;
  model: string;
  shutdown: string;
  milestone: number;
  channel: string;
  digest: boolean;
};

/** A countdown with a memory, as the store would be: told and skipped keys never come again. */
export function createRehearsal(): {
  fired: Fired[];
  skipped: Change[];
  told: Set<string>;
  tick(now: number, records: ModelRecord[], channels: Channel[]): Fired[];
} {
  const fired: Fired[] = [];
  const skipped: Change[] = [];
  const told = new Set<string>();
  return {
    fired,
    skipped,
    told,
    tick: (now, records, channels) => {
      const due = dueReminders({ records, channels, now, told });
      const news = due.announcements.flatMap((announcement) =>
        announcement.changes.map((change) => {
          told.add(change.dedup_key);
          return {
            at: now,
            model: change.model_id,
            shutdown: change.shutdown ?? "",
            milestone: change.milestone ?? -1,
            channel: change.channel ?? "",
            digest: announcement.kind === "digest",
          };
        }),
      );
      for (const { change } of due.skipped) {
        told.add(change.dedup_key);
        skipped.push(change);
      }
      fired.push(...news);
      return news;
    },
  };
}
