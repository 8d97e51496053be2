import { addDays, daysBetween } from "../../core/civil-date.ts";
import type { StatusMatch } from "../../core/model.ts";
import { type Html, html } from "./html.ts";

const WIDTH = 1000;
const LEFT = 10;
const ROW = 18;
const TOP = 26;
const MONTHS = 12;

/**
 * The next twelve months as a picture that needs no script: a dot per shutdown, stacked where a day has several.
 * The table below it says the same in words, so the picture is hidden from screen readers.
 */
export function timeline(matches: StatusMatch[], today: string): Html {
  const end = Temporal.PlainDate.from(today).add({ months: MONTHS }).toString();
  const span = daysBetween(today, end);
  const x = (date: string) => LEFT + (daysBetween(today, date) / span) * (WIDTH - 2 * LEFT);
  const shown = matches.filter((match) => match.shutdown !== null && match.shutdown >= today && match.shutdown <= end);
  const stacks = new Map<number, number>();
  const dots = shown.map((match) => {
    const at = Math.round(x(match.shutdown ?? today) / 12) * 12;
    const level = stacks.get(at) ?? 0;
    stacks.set(at, level + 1);
    return { at, level, match };
  });
  const levels = Math.max(1, ...stacks.values());
  const height = TOP + levels * ROW + 10;
  const months = Array.from({ length: MONTHS }, (_, at) =>
    Temporal.PlainDate.from(today)
      .with({ day: 1 })
      .add({ months: at + 1 }),
  );
  return html`<svg class="timeline" viewBox="0 0 ${WIDTH} ${height}" aria-hidden="true" focusable="false">
${months
  .filter((month) => month.toString() <= addDays(end, -10))
  .map((month) => {
    const at = Math.round(x(month.toString()));
    return html`<line x1="${at}" y1="18" x2="${at}" y2="${height}"/><text x="${at + 3}" y="14">${month.toString().slice(0, 7)}</text>`;
  })}
${dots.map(
  ({ at, level, match }) =>
    html`<circle cx="${at}" cy="${TOP + level * ROW + 6}" r="6" class="${urgency(match.days_left)}" fill="currentColor"><title>${match.model_id} ${match.shutdown}</title></circle>`,
)}</svg>`;
}

/** The class of a number of days: past or within a week, within a month, later. */
export function urgency(days: number | null): "late" | "soon" | "far" | "soft" {
  if (days === null) return "soft";
  if (days <= 7) return "late";
  return days <= 30 ? "soon" : "far";
}
