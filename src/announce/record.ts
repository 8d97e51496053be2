import type { Change } from "../core/change.ts";
import type { IsoInstant } from "../core/fact.ts";
import type { Batch, EventStore } from "../core/store.ts";
import type { Seen } from "./seen.ts";

export type WriteSteps = {
  commit: EventStore["commit"];
  mark: Seen["mark"];
  /** Moves the source's cursor (validators, snapshot) forward; does nothing for the clock's own reminders. */
  moveCursor(): Promise<void>;
};

/**
 * The order of writes that loses nothing and tells nothing twice, whichever step is the last before a crash: (1) events
 * and outbox rows in one transaction, (2) the seen marks, (3) the source's cursor. A rerun after a crash behind (1)
 * finds the keys among the events; one behind (2) only reads the page again.
 *
 * @param seen the changes to mark: the fresh ones (told or not) and those seen again
 */
export async function recordInOrder(
  batch: Batch,
  seen: Change[],
  at: IsoInstant,
  steps: WriteSteps,
): Promise<{ announcements: number; deliveries: number }> {
  const written = await steps.commit(batch);
  await steps.mark(seen, at);
  await steps.moveCursor();
  return written;
}
