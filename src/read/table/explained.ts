import { type Column, MOST } from "./column.ts";
import { type ColumnRole, DAY_ROLES, normalHeader } from "./header-words.ts";

/** Roles of a heading whose own words tell nothing sure: what the page says of it counts. */
const UNSURE: ReadonlySet<ColumnRole> = new Set([
  "other",
  "date",
  "note",
  "availability",
  "surface",
  "maker",
  "version",
]);

/** "Supported until" may be a promise as well as an end: where the page says that it is the earliest day, it is one. */
const UNTIL = /\b(until|till|through|bis|jusqu|hasta|ate|fino)\b/;

/** Gives columns the meaning that the page explains, where their headings do not tell it and their cells agree. */
export function takeExplained(columns: readonly Column[], explained: ReadonlyMap<string, ColumnRole>): void {
  for (const column of columns) {
    const role = explained.get(normalHeader(column.heading));
    const promised = role === "floor" && UNTIL.test(normalHeader(column.heading));
    if (role === undefined || !(UNSURE.has(column.meaning.role) || promised)) continue;
    const fits = DAY_ROLES.has(role) ? column.dates > 0 : column.dates < MOST;
    if (fits) column.meaning = { ...column.meaning, role };
  }
}
