import type { CivilDate } from "../../core/fact.ts";
import { civil, distance, monthOf, shift, weekdayOf, withoutYear, yearOf } from "./calendar.ts";
import type { RawDate, RelativeMeaning } from "./types.ts";

const relative = (date: CivilDate, extra: Partial<RawDate> = {}): RawDate => ({
  date,
  precision: "day",
  certain: true,
  relative: true,
  ...extra,
});

/** A weekday (1 is Monday) as it is said on a day: of this week, of the next, or the nearest where nothing tells. */
export function weekdayFrom(
  wanted: number,
  which: Extract<RelativeMeaning, { is: "weekday" }>["which"],
  at: CivilDate,
): RawDate {
  const today = weekdayOf(at);
  const forward = shift(at, { days: (wanted - today + 7) % 7 });
  const back = shift(at, { days: -((today - wanted + 7) % 7) });
  const monday = shift(at, { days: 1 - today });
  if (which === "this-week") return relative(shift(monday, { days: wanted - 1 }));
  if (which === "next-week") return relative(shift(monday, { days: wanted + 6 }));
  if (which === "week-after-next") return relative(shift(monday, { days: wanted + 13 }));
  if (which === "week-after-coming") return relative(shift(forward, { days: forward === at ? 14 : 7 }));
  if (which === "two-weeks-after-coming") return relative(shift(forward, { days: forward === at ? 21 : 14 }));
  if (which === "last-week") return relative(shift(monday, { days: wanted - 8 }));
  if (which === "coming") return relative(forward === at ? shift(at, { days: 7 }) : forward);
  if (which === "last") return relative(back === at ? shift(at, { days: -7 }) : back);
  const nearest = distance(back, at) <= distance(at, forward) ? back : forward;
  if (which === "nearest") return relative(nearest);
  return relative(nearest, {
    certain: false,
    past: back,
    future: forward,
  });
}

/** "Monday the 17th" is at most this far away. */
const NEAR_BACK = 31;
const NEAR_AHEAD = 62;

/** "Monday the 17th": the nearest 17th that is a Monday; null where none is near. */
export function dayOnWeekday(day: number, wanted: number, at: CivilDate): RawDate | null {
  const first = `${at.slice(0, 8)}01`;
  const fitting = [-1, 0, 1, 2]
    .map((months) => shift(first, { months }))
    .map((month) => civil(yearOf(month), monthOf(month), day))
    .filter((date) => date !== null)
    .filter((date) => weekdayOf(date) === wanted)
    .filter((date) => distance(date, at) <= NEAR_BACK && distance(at, date) <= NEAR_AHEAD)
    .toSorted((a, b) => Math.abs(distance(at, a)) - Math.abs(distance(at, b)));
  return fitting[0] === undefined ? null : relative(fitting[0]);
}

/** The first or last day of a month, which is given by any of its days. */
export function edgeOf(month: CivilDate, edge: "first" | "last"): CivilDate {
  const first = `${month.slice(0, 8)}01`;
  return edge === "first" ? first : shift(shift(first, { months: 1 }), { days: -1 });
}

/** "The second Tuesday" of a month (1 to 4, 5 is the last one). */
export function nthWeekday(month: CivilDate, nth: number, wanted: number): CivilDate {
  if (nth === 5) {
    const last = edgeOf(month, "last");
    return shift(last, { days: -((weekdayOf(last) - wanted + 7) % 7) });
  }
  const first = edgeOf(month, "first");
  return shift(first, { days: ((wanted - weekdayOf(first) + 7) % 7) + 7 * (nth - 1) });
}

/** A month by its name, with or without its year: the likelier one, seen from a day. */
export function namedMonth(month: number, year: number | null, at: CivilDate): CivilDate | null {
  if (year !== null) return civil(year, month, 1);
  return withoutYear(month, 1, `${at.slice(0, 8)}01`)?.date ?? null;
}
