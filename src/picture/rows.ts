import { daysBetween } from "../core/civil-date.ts";
import type { CivilDate, Precision } from "../core/fact.ts";
import type { Messages } from "../core/messages.ts";
import type { StatusMatch } from "../core/model.ts";
import { surfaceLabel } from "../core/surface.ts";

/** What the picture shows: words and numbers, no drawing. */
export type Row = {
  /** One model's name, or how many models and the first of them. */
  title: string;
  surface: string;
  date: CivilDate;
  precision: Precision;
  days: number;
  /** Where it stands on the time axis, 0 (the first of this month) to 1. */
  at: number;
};

export type Month = { label: string; count: number };

/** `today` stands on the axis like the rows; `left` is how many models have no row. */
export type Timeline = { rows: Row[]; months: Month[]; today: number; total: number; left: number };

/** More rows would be too small for a phone. */
export const MOST_ROWS = 8;
const MOST_NAME = 60;

/**
 * The shutdowns from today to the same day `months` later. Too many for a row each: those of one surface and day share
 * one; still too many: the nearest, and how many models are left.
 */
export function timelineOf(request: {
  matches: readonly StatusMatch[];
  messages: Messages;
  today: CivilDate;
  months: number;
}): Timeline {
  const { messages, today } = request;
  const end = Temporal.PlainDate.from(today).add({ months: request.months }).toString();
  const dated = request.matches
    .flatMap((match) => (match.shutdown === null ? [] : [{ ...match, shutdown: match.shutdown }]))
    .filter(({ shutdown }) => shutdown >= today && shutdown < end)
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  const single = dated.length <= MOST_ROWS;
  const groups = [
    ...Map.groupBy(dated, (match) => (single ? keyOf(match) : `${match.shutdown} ${match.surface}`)).values(),
  ];
  const shown = groups.slice(0, groups.length > MOST_ROWS ? MOST_ROWS - 1 : MOST_ROWS);
  const axis = axisOf(today, end);
  return {
    rows: shown.flatMap((group) => rowOf(group, messages, axis)),
    months: monthsOf(dated, messages, axis),
    today: positionOf(today, axis),
    total: dated.length,
    left: dated.length - shown.reduce((sum, group) => sum + group.length, 0),
  };
}

/** Whole months, from the one of today to the one of the last day. */
type Axis = { today: CivilDate; months: CivilDate[]; span: number };

function axisOf(today: CivilDate, end: CivilDate): Axis {
  const first = Temporal.PlainDate.from(today).with({ day: 1 });
  const months: CivilDate[] = [];
  for (let month = first; month.toString() < end; month = month.add({ months: 1 })) months.push(month.toString());
  return { today, months, span: months.length };
}

/** Every month is as wide as every other. */
function positionOf(date: CivilDate, { months, span }: Axis): number {
  const day = Temporal.PlainDate.from(date);
  const month = months.indexOf(day.with({ day: 1 }).toString());
  return (month + (day.day - 0.5) / day.daysInMonth) / span;
}

type Dated = StatusMatch & { shutdown: CivilDate };

function keyOf(match: Dated): string {
  return `${match.shutdown} ${match.surface} ${match.model_id} ${match.version ?? ""}`;
}

function rowOf(group: Dated[], messages: Messages, axis: Axis): Row[] {
  const [first] = group;
  if (first === undefined) return [];
  const days = daysBetween(axis.today, first.shutdown);
  const names = group.map(({ model_id, version }) => shorten(version === null ? model_id : `${model_id} (${version})`));
  return [
    {
      title:
        group.length === 1 ? (names[0] ?? "") : messages.picture.models(group.length, messages.list(names.slice(0, 4))),
      surface: shorten(surfaceLabel(first.surface)),
      date: first.shutdown,
      precision: group.every(({ precision }) => precision === first.precision) ? first.precision : "day",
      days,
      at: positionOf(first.shutdown, axis),
    },
  ];
}

function monthsOf(dated: Dated[], { tag }: Messages, { months }: Axis): Month[] {
  const short = new Intl.DateTimeFormat(tag, { month: "short", timeZone: "UTC" });
  return months.map((month) => ({
    label: short.format(new Date(`${month}T00:00:00Z`)),
    count: dated.filter(({ shutdown }) => shutdown.startsWith(month.slice(0, 7))).length,
  }));
}

/** Untrusted names stay short and in one line. */
function shorten(name: string): string {
  const plain = name
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, " ")
    .trim();
  const characters = Array.from(plain);
  return characters.length > MOST_NAME ? `${characters.slice(0, MOST_NAME - 1).join("")}…` : plain;
}
