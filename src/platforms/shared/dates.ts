import type { CivilDate, IsoInstant } from "../../core/fact.ts";
import type { Inline } from "../../core/message.ts";

/**
 * Noon UTC of a civil date in epoch seconds: what a relative hint ("in 30 days") counts to. Noon is on the same civil
 * date from UTC-12 to UTC+11, so the hint is off by less than a day everywhere. Null for a date that does not exist.
 */
export function noonUtcSeconds(date: CivilDate): number | null {
  return instantSeconds(`${date}T12:00:00Z`);
}

/** An instant in whole epoch seconds, or null when it cannot be read. */
export function instantSeconds(at: IsoInstant): number | null {
  // Temporal's own refusal costs a hundred times as much as this look.
  if (!/^[+-]?\d{4,6}-\d\d-\d\dT/.test(at)) return null;
  try {
    return Math.floor(Temporal.Instant.from(at).epochMilliseconds / 1000);
  } catch {
    return null;
  }
}

/** An instant to the minute in UTC, for places without time zones: "2025-04-14 17:00 UTC"; unreadable ones as they are. */
export function plainInstant(at: IsoInstant): string {
  const seconds = instantSeconds(at);
  if (seconds === null) return at;
  return `${new Date(seconds * 1000).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}

/**
 * True when the date at `index` should get a relative hint: a day or an earliest day, and the composed text does not
 * already go on with one in brackets ("14 July 2025 (in 30 days)").
 */
export function wantsHint(content: Inline[], index: number): boolean {
  const inline = content[index];
  if (typeof inline !== "object" || inline.type !== "date" || inline.precision === "month") return false;
  const next = content[index + 1];
  return !(typeof next === "string" && /^\s?[(（]/.test(next));
}
