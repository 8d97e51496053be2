import type { OutboxStore } from "../../core/store.ts";
import type { Database } from "./database.ts";
import { readyAt } from "./pace.ts";
import { number, numberOrNull, text } from "./rows.ts";

type DueRequest = NonNullable<Parameters<OutboxStore["nextDue"]>[0]>;

/** When there is something to do next, with every hold and pace counted in. */
export function nextDue(database: Database, request: DueRequest): number | null {
  let earliest: number | null = null;
  for (const bucket of database.all("SELECT * FROM buckets")) {
    if (request.platforms !== undefined && !request.platforms.includes(text(bucket["platform"]))) continue;
    for (const parked of [0, 1]) {
      const due = numberOrNull(
        database.get(
          "SELECT min(due_at) AS due FROM lanes WHERE bucket = ? AND parked = ? AND due_at IS NOT NULL",
          text(bucket["name"]),
          parked,
        )?.["due"],
      );
      if (due === null) continue;
      const paced = request.pace === undefined ? 0 : readyAt(number(bucket["tat"]), request.pace);
      const at = Math.max(due, number(bucket["held_until"]), paced);
      if (earliest === null || at < earliest) earliest = at;
    }
  }
  return earliest;
}

/** Parked channels whose probe is due and that have something to be told, the longest waiting first. */
export function probesDue(database: Database, request: Parameters<OutboxStore["probesDue"]>[0]): string[] {
  const buckets = database
    .all("SELECT name, platform FROM buckets WHERE held_until <= ?", request.now)
    .filter((bucket) => request.platforms === undefined || request.platforms.includes(text(bucket["platform"])));
  return buckets
    .flatMap((bucket) =>
      database.all(
        "SELECT channel_id FROM lanes WHERE bucket = ? AND parked = 1 AND due_at <= ? ORDER BY due_at LIMIT ?",
        text(bucket["name"]),
        request.now,
        request.limit,
      ),
    )
    .slice(0, request.limit)
    .map((row) => text(row["channel_id"]));
}
