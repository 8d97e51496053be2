import { civilDateAt, daysBetween } from "../../core/civil-date.ts";
import type { CivilDate, IsoInstant, Precision } from "../../core/fact.ts";
import type { Messages } from "../../core/messages.ts";
import type { StatusMatch } from "../../core/model.ts";
import { modelPath, nameOf } from "../names.ts";
import { type Html, html } from "./html.ts";
import type { Frame } from "./layout.ts";

/** The pieces that pages share. */

/** The class of a number of days: past or within a week, within a month, later. The words always say it as well. */
export function urgency(days: number | null): "late" | "soon" | "far" | "soft" {
  if (days === null || days < 0) return "soft";
  if (days <= 7) return "late";
  return days <= 30 ? "soon" : "far";
}

export function dateHtml(date: CivilDate | null, precision: Precision, messages: Messages): Html {
  if (date === null) return html`<span class="soft">${messages.text.noDate}</span>`;
  const machine = precision === "month" ? date.slice(0, 7) : date;
  return html`<time datetime="${machine}">${messages.date(date, precision)}</time>`;
}

/** An instant as a day and a time of day in UTC, and how long ago that is. */
export function instantHtml(at: IsoInstant, frame: Frame): Html {
  const epoch = Date.parse(at);
  if (Number.isNaN(epoch)) return html`${at}`;
  const words = `${frame.messages.date(civilDateAt(epoch), "day")} ${new Date(epoch).toISOString().slice(11, 16)} UTC`;
  const age = frame.messages.age(Math.max(0, Math.floor((frame.now - epoch) / 60_000)));
  const { open, close } = frame.messages.brackets;
  return html`<time datetime="${at}">${words}</time><span class="soft">${open}${age}${close}</span>`;
}

export function modelLink(match: StatusMatch): Html {
  return html`<a href="${modelPath(match)}"><code>${nameOf(match)}</code></a>`;
}

/** Names as code, with the language's own comma. */
export function codes(names: readonly string[], messages: Messages): Html {
  const comma = messages.list(["", ""]);
  return html`${names.map((name, at) => html`${at > 0 ? comma : ""}<code>${name}</code>`)}`;
}

/** "in 30 days" for a match with a date. */
export function daysWords(match: StatusMatch, messages: Messages): string {
  return match.days_left === null ? "" : messages.daysLeft(match.days_left);
}

/** How far a date is from today, in days; null without one. */
export function daysTo(date: CivilDate | null, today: CivilDate): number | null {
  return date === null ? null : daysBetween(today, date);
}
