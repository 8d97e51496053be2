import icalendar, {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  type ICalEvent,
  ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import { shortId } from "../core/change.ts";
import { addDays } from "../core/civil-date.ts";
import type { CivilDate } from "../core/fact.ts";
import type { Messages } from "../core/messages.ts";
import { type ModelRecord, recordKey, type StatusMatch } from "../core/model.ts";
import { surfaceLabel } from "../core/surface.ts";
import { absolute, evidenceUrl, modelPath, nameOf, printable } from "./names.ts";
import { lastDate, type Shutdown } from "./shutdowns.ts";

export type CalendarRequest = {
  shutdowns: readonly Shutdown[];
  name: string;
  messages: Messages;
  /** Days before the shutdown on which an alarm goes off. */
  milestones: readonly number[];
  /** HH:MM of the alarms, on the clock of whoever subscribes. */
  time: string;
  today: CivilDate;
  publicUrl: string | null;
};

/** What has passed stays in calendars for a year. */
const KEPT_DAYS = 365;
const REFRESH_SECONDS = 6 * 3600;
const DAY_SECONDS = 86_400;
/** Entries of a story that change what a calendar shows of the model. */
const REVISIONS: ReadonlySet<string> = new Set([
  "date-moved",
  "withdrawn",
  "restored",
  "replacement-changed",
  "merged",
]);

/**
 * An iCalendar of shutdowns (RFC 5545): one whole-day event per model and surface. Its UID stays the same when the date
 * moves and SEQUENCE grows; a withdrawn shutdown stays as CANCELLED, so that calendars take it out. The same knowledge
 * gives the same bytes: DTSTAMP is the last revision, as section 3.8.7.2 asks of an object without METHOD.
 * @returns the text of the .ics file
 */
export function calendarOf(request: CalendarRequest): string {
  const calendar = icalendar({
    name: printable(request.name),
    prodId: { company: "Sundown", product: "Sundown", language: request.messages.tag.toUpperCase() },
    ttl: REFRESH_SECONDS,
  });
  const oldest = addDays(request.today, -KEPT_DAYS);
  const dated = request.shutdowns
    .map((shutdown) => ({ shutdown, date: shutdown.cancelled ? lastDate(shutdown.record) : shutdown.match.shutdown }))
    .filter((entry): entry is { shutdown: Shutdown; date: string } => entry.date !== null && entry.date >= oldest)
    .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)));
  for (const { shutdown, date } of dated) {
    const { match, record, cancelled } = shutdown;
    const revised = revisedAt(record);
    const summary = summaryOf(match, request.messages);
    const event = calendar.createEvent({
      id: `${shortId(recordKey(record))}@sundown`,
      sequence: sequenceOf(record, match),
      start: utcDay(date),
      end: utcDay(addDays(date, 1)),
      allDay: true,
      timezone: "UTC",
      stamp: revised,
      lastModified: revised,
      summary,
      description: descriptionOf(match, request.messages),
      status: statusOf(match, cancelled),
      transparency: ICalEventTransparency.TRANSPARENT,
      categories: [{ name: surfaceLabel(match.surface) }],
      url: request.publicUrl === null ? evidenceUrl(match) : absolute(request.publicUrl, modelPath(match)),
    });
    if (!cancelled && date >= request.today) addAlarms(event, summary, request);
  }
  return calendar.toString();
}

function addAlarms(event: ICalEvent, description: string, request: CalendarRequest): void {
  const [hours = 0, minutes = 0] = request.time.split(":").map(Number);
  const ofDay = hours * 3600 + minutes * 60;
  for (const days of request.milestones) {
    const before = days * DAY_SECONDS - ofDay;
    // Both count from the start of the day; without `relatesTo` a later one would count from its end.
    const trigger = before > 0 ? { triggerBefore: before } : { triggerAfter: -before };
    event.createAlarm({ type: ICalAlarmType.display, description, relatesTo: ICalAlarmRelatesTo.start, ...trigger });
  }
}

/** Grows with every revision, the operator's correction included. */
function sequenceOf(record: ModelRecord, match: StatusMatch): number {
  const revisions = record.history.filter((entry) => REVISIONS.has(entry.kind)).length;
  return revisions + (match.decided_by === "override" ? 1 : 0);
}

/** The instant of the last revision: the newest entry of the story, else when its source first said it. */
function revisedAt(record: ModelRecord): Date {
  const last = record.history.at(-1)?.at ?? firstSeen(record);
  return new Date(last);
}

function firstSeen(record: ModelRecord): string {
  const claim = record.claims.find((one) => one.source === record.decided_by) ?? record.claims[0];
  return claim?.first_seen ?? "1970-01-01T00:00:00Z";
}

function statusOf(match: StatusMatch, cancelled: boolean): ICalEventStatus {
  if (cancelled) return ICalEventStatus.CANCELLED;
  return match.precision === "day" ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE;
}

/** A whole day: its date alone is printed, so midnight UTC stands for it. */
function utcDay(date: CivilDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

function summaryOf(match: StatusMatch, { calendar }: Messages): string {
  const model = printable(nameOf(match));
  const surface = surfaceLabel(match.surface);
  if (match.precision === "earliest") return calendar.earliest(model, surface);
  return match.precision === "month" ? calendar.month(model, surface) : calendar.shutdown(model, surface);
}

function descriptionOf(match: StatusMatch, messages: Messages): string {
  const { labels, text } = messages;
  const source = evidenceUrl(match);
  const lines = [
    `${labels.surface}: ${surfaceLabel(match.surface)}`,
    `${labels.shutdown}: ${match.shutdown === null ? text.noDate : messages.date(match.shutdown, match.precision)}`,
    `${labels.replacement}: ${match.replacements.length === 0 ? text.noReplacement : messages.list(match.replacements)}`,
    ...(source === null ? [] : [`${labels.source}: ${source}`]),
  ];
  return printable(lines.join("\n"));
}
