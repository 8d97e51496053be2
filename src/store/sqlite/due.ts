import type { OutboxStore } from "../../core/store.ts";
import type { Database } from "./database.ts";
import { readyAt } from "./pace.ts";
import { number, numberOrNull, text } from "./rows.ts";

type DueRequest = NonNullable<Parameters<OutboxStore["nextDue"]>[0]>;

const earliestOf = (parked: 0 | 1) =>
  `(SELECT min(due_at) FROM lanes WHERE bucket = b.name AND parked = ${parked} AND due_at IS NOT NULL)`;
const DUE_BY_BUCKET = `SELECT platform, tat, held_until, ${earliestOf(0)} AS due, ${earliestOf(1)} AS probe FROM buckets b`;

/** When there is something to do next, with every hold and pace counted in. */
export function nextDue(database: Database, request: DueRequest): number | null {
  let earliest: number | null = null;
  for (const bucket of database.all(DUE_BY_BUCKET)) {
    if (request.platforms !== undefined && !request.platforms.includes(text(bucket["platform"]))) continue;
    for (const due of [numberOrNull(bucket["due"]), numberOrNull(bucket["probe"])]) {
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
  const { now, platforms } = request;
  const of = platforms === undefined ? "" : `AND b.platform IN (${platforms.map(() => "?").join(", ")})`;
  // Bucket after bucket, each in the order of its index.
  return database
    .all(
      `SELECT l.channel_id FROM buckets b CROSS JOIN lanes l ON l.bucket = b.name AND l.parked = 1 AND l.due_at <= ?
       WHERE b.held_until <= ? ${of} LIMIT ${Math.max(0, Math.floor(request.limit))}`,
      now,
      now,
      ...(platforms ?? []),
    )
    .map((row) => text(row["channel_id"]));
}
