import { civilDateAt } from "../core/civil-date.ts";
import type { Evidence } from "../core/fact.ts";
import { type ModelRecord, recordKey, type StatusMatch } from "../core/model.ts";
import type { HttpDeps } from "./deps.ts";

/** A model that ends, has ended, or was to end: what is true now, and its story. */
export type Shutdown = { match: StatusMatch; record: ModelRecord; cancelled: boolean };

type Wanted = Pick<HttpDeps, "upcoming" | "records" | "matchOf" | "now">;

/**
 * Every announced shutdown of models and agents: those ahead (as `/model-upcoming` lists them), those that have passed
 * by the word of a provider's page, and those that were withdrawn. Floors of active models are none.
 */
export async function shutdownsOf(deps: Wanted, surface?: string): Promise<Shutdown[]> {
  const records = await deps.records();
  const ahead = await deps.upcoming(surface === undefined ? {} : { surface });
  const found: Shutdown[] = [];
  for (const match of ahead) {
    const record = records.get(recordKey(match));
    if (record !== undefined) found.push({ match, record, cancelled: false });
  }
  const today = civilDateAt(deps.now());
  for (const record of records.values()) {
    if (surface !== undefined && record.surface !== surface) continue;
    if (record.kind !== "model" && record.kind !== "agent") continue;
    const match = deps.matchOf(record);
    if (isWithdrawn(record, match)) found.push({ match, record, cancelled: true });
    else if (hasPassed(record, match, today)) found.push({ match, record, cancelled: false });
  }
  return found;
}

function hasPassed(record: ModelRecord, match: StatusMatch, today: string): boolean {
  if (!record.scheduled || match.shutdown === null || match.shutdown >= today || match.status !== "retired")
    return false;
  return match.decided_by === "override" || deciding(record)?.trust === "provider";
}

/** The last word of its story took the date away. */
function isWithdrawn(record: ModelRecord, match: StatusMatch): boolean {
  if (record.scheduled && record.shutdown !== null) return false;
  if (match.decided_by === "override") return false;
  return lastDate(record) !== null;
}

/** The day that a withdrawn shutdown had last, or null when none was withdrawn. */
export function lastDate(record: ModelRecord): string | null {
  const last = record.history.findLast((entry) => entry.kind !== "replacement-changed");
  if (last === undefined) return null;
  if (last.kind === "withdrawn" || (last.kind === "date-moved" && last.to === null)) return last.from;
  // The record was taken over by another name; its own event must go.
  return last.kind === "merged" && record.claims.length === 0 ? record.shutdown : null;
}

function deciding(record: ModelRecord): Evidence | null {
  return record.claims.find((claim) => claim.source === record.decided_by)?.fact.evidence ?? null;
}
