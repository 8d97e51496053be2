import type { CivilDate } from "../core/fact.ts";
import type { Messages } from "../core/messages.ts";
import type { StatusMatch } from "../core/model.ts";
import { draw } from "./draw.ts";
import { paintElsewhere } from "./painter.ts";
import { timelineOf } from "./rows.ts";

export type TimelineRequest = {
  /** Any models; those without a date in the window are left out. */
  matches: readonly StatusMatch[];
  messages: Messages;
  /** The first day of the window, in whatever zone the reader counts. */
  today: CivilDate;
  /** How many months are shown; 12 when absent. */
  months?: number;
};

const MONTHS = 12;
/** Slack's and Discord's limits for the words of an image are 1,000 and 1,024 characters. */
const MOST_ALT = 900;

/**
 * The next months as a PNG of 1200 by 675 pixels, in colours that read on light and dark, with large type for phones
 * and Chinese where the words are. Many shutdowns are grouped by surface and day, and the rest counted.
 * satori and resvg are loaded at the first picture, on a thread of their own, so that nothing waits for them.
 * @throws Error when it cannot be painted
 */
export async function timelinePng(request: TimelineRequest): Promise<Buffer> {
  const full = { ...request, months: request.months ?? MONTHS };
  return paintElsewhere(draw(timelineOf(full), full));
}

/** The picture in words, for people who do not see it: at most 900 characters. */
export function timelineAlt(request: TimelineRequest): string {
  const months = request.months ?? MONTHS;
  const { messages } = request;
  const { rows, left, total } = timelineOf({ ...request, months });
  if (total === 0) return messages.picture.none(months);
  const lines = rows.map((row) => `${messages.date(row.date, row.precision)}: ${row.title} (${row.surface})`);
  const all = [messages.picture.title(months), ...lines, ...(left > 0 ? [messages.picture.more(left)] : [])].join("\n");
  return all.length > MOST_ALT ? `${all.slice(0, MOST_ALT - 1).toWellFormed()}…` : all;
}
