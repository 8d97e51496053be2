import { setTimeout as sleep } from "node:timers/promises";
import { civilDateAt } from "../core/civil-date.ts";
import type { Clock } from "../core/clock.ts";
import type { CommandServices } from "../core/command.ts";
import type { Log } from "../lib/log.ts";

/** An answer does not wait longer for its picture; the words alone are an answer too. */
const PATIENCE_MS = 6_000;

/** The next twelve months as a picture with its words, or null when it cannot be painted in time. */
export function createTimeline(clock: Clock, log: Log): CommandServices["timeline"] {
  return async (matches, messages) => {
    // satori and resvg cost a tenth of a second to import: only who looks at a picture pays it.
    const { timelineAlt, timelinePng } = await import("../picture/timeline.ts");
    const request = { matches, messages, today: civilDateAt(clock.now()) };
    const painted = timelinePng(request).catch((error: unknown) => {
      log.warn({ error }, "the timeline could not be painted");
      return null;
    });
    const png = await Promise.race([painted, sleep(PATIENCE_MS, null, { ref: false })]);
    return png === null ? null : { png, alt: timelineAlt(request) };
  };
}
