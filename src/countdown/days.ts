import { instantOf, isCivilDate } from "../core/civil-date.ts";
import type { CivilDate } from "../core/fact.ts";

/** Civil dates as whole numbers (days since 1970-01-01), so that most comparisons need no time zone at all. */
export type DayNumber = number;

const DAY_MS = 86_400_000;

/** Null for a date that does not exist. */
export function dayNumber(date: CivilDate): DayNumber | null {
  return isCivilDate(date) ? Date.parse(`${date}T00:00:00Z`) / DAY_MS : null;
}

export function dateOfDay(day: DayNumber): CivilDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** The UTC day of an instant; a zone's own day is at most one away. */
export function utcDay(epochMs: number): DayNumber {
  return Math.floor(epochMs / DAY_MS);
}

/** A wall clock: HH:MM in an IANA zone. */
export type Place = { time: string; time_zone: string };

/** Wall-clock times on civil days in zones, as instants. One per run: it remembers what it computed. */
export type WallClock = {
  /** The instant of HH:MM on that day in that zone, epoch ms. */
  instant(day: DayNumber, place: Place): number;
  /** The last day whose HH:MM is at or before `epochMs`: all days up to it are past, all behind it are not. */
  lastPast(place: Place, epochMs: number): DayNumber;
};

export function createWallClock(): WallClock {
  const instants = new Map<string, number>();
  const lasts = new Map<string, DayNumber>();
  const instant = (day: DayNumber, place: Place) =>
    remember(instants, `${day} ${place.time} ${place.time_zone}`, () =>
      instantOf(dateOfDay(day), place.time, place.time_zone),
    );
  return {
    instant,
    lastPast: (place, epochMs) => {
      if (!Number.isFinite(epochMs)) return epochMs;
      return remember(lasts, `${epochMs} ${place.time} ${place.time_zone}`, () => {
        // Zones lie within UTC-12 and UTC+14, so the search starts ahead and ends within a few days.
        let day = utcDay(epochMs) + 2;
        while (instant(day, place) > epochMs) day -= 1;
        return day;
      });
    },
  };
}

function remember<T>(memory: Map<string, T>, key: string, make: () => T): T {
  const found = memory.get(key);
  if (found !== undefined) return found;
  const made = make();
  memory.set(key, made);
  return made;
}
