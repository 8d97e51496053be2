import icalendar, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { addDays } from "../core/civil-date.ts";
import type { Messages } from "../core/messages.ts";
import { type ModelRecord, recordKey } from "../core/model.ts";
import { shortId } from "../core/change.ts";
import { surfaceLabel } from "../core/surface.ts";

export type CalendarRequest = {
  records: Iterable<ModelRecord>;
  name: string;
  messages: Messages;
  /** Days before the shutdown on which an alarm goes off. */
  milestones: number[];
  /** Epoch ms: the stamp of the calendar. */
  now: number;
  publicUrl: string | null;
};

/**
 * An iCalendar of shutdowns (RFC 5545): one whole-day event per model and surface. Its UID stays the same when the date
 * moves and SEQUENCE grows; a withdrawn retirement stays as CANCELLED, so that calendars take it out.
 * Floors of active models are no events.
 * @returns the text of the .ics file
 */
export function calendarOf(request: CalendarRequest): string {
  const calendar = icalendar({
    name: request.name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: "Sundown", product: "Sundown", language: request.messages.tag.toUpperCase() },
    ttl: 6 * 3600,
  });
  for (const record of request.records) {
    const entry = entryOf(record);
    if (entry === null) continue;
    const event = calendar.createEvent({
      id: `${shortId(recordKey(record))}@sundown`,
      sequence: entry.sequence,
      start: utcDay(entry.date),
      end: utcDay(addDays(entry.date, 1)),
      allDay: true,
      timezone: "UTC",
      stamp: new Date(request.now),
      summary: summaryOf(record, request.messages),
      description: descriptionOf(record, request.messages),
      status: entry.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
    const page = request.publicUrl === null ? evidenceUrl(record) : modelUrl(request.publicUrl, record);
    if (page !== null) event.url(page);
    if (entry.cancelled) continue;
    for (const days of request.milestones)
      event.createAlarm({
        type: ICalAlarmType.display,
        triggerBefore: days * 86_400,
        description: summaryOf(record, request.messages),
      });
  }
  return calendar.toString();
}

/** The address of a model's own page. */
export function modelUrl(
  publicUrl: string,
  record: { surface: string; model_id: string; version: string | null },
): string {
  const path = [record.surface, record.model_id, ...(record.version === null ? [] : [record.version])];
  return `${publicUrl.replace(/\/$/, "")}/models/${path.map(encodeURIComponent).join("/")}`;
}

/** The day that the calendar shows, and how often it has changed; null when there is nothing to show. */
function entryOf(record: ModelRecord): { date: string; sequence: number; cancelled: boolean } | null {
  const changes = record.history.filter((entry) => ["date-moved", "withdrawn", "restored"].includes(entry.kind));
  const sequence = changes.length;
  if (record.scheduled && record.shutdown !== null) return { date: record.shutdown, sequence, cancelled: false };
  const withdrawn = record.history.findLast((entry) => entry.kind === "withdrawn");
  const date = withdrawn?.from ?? null;
  return date === null ? null : { date, sequence, cancelled: true };
}

function utcDay(date: string): Date {
  return new Date(`${date}T00:00:00Z`);
}

function summaryOf(record: ModelRecord, messages: Messages): string {
  const name = record.version === null ? record.model_id : `${record.model_id} (${record.version})`;
  return `${messages.labels.shutdown}: ${name} (${surfaceLabel(record.surface)})`;
}

function descriptionOf(record: ModelRecord, messages: Messages): string {
  const lines = [`${messages.labels.surface}: ${surfaceLabel(record.surface)}`];
  if (record.shutdown !== null)
    lines.push(`${messages.labels.shutdown}: ${messages.date(record.shutdown, record.precision)}`);
  if (record.replacements.length > 0) lines.push(`${messages.labels.replacement}: ${record.replacements.join(", ")}`);
  const url = evidenceUrl(record);
  if (url !== null) lines.push(`${messages.labels.source}: ${url}`);
  return lines.join("\n");
}

function evidenceUrl(record: ModelRecord): string | null {
  return record.claims.find((claim) => claim.source === record.decided_by)?.fact.evidence.url ?? null;
}
