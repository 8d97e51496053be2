import { createHash } from "node:crypto";
import type { CivilDate, Evidence, FactKind, IsoInstant, Precision, Stage } from "./fact.ts";
import type { ModelRecord } from "./model.ts";

export type ChangeKind =
  | "announced"
  | "date-moved"
  | "replacement-changed"
  | "withdrawn"
  | "restored"
  | "retired"
  | "reminder"
  | "source-health";

/** The kinds that are news by themselves, as against the clock's reminders and the operator's notices. */
export const NEWS_KINDS: readonly ChangeKind[] = [
  "announced",
  "date-moved",
  "replacement-changed",
  "withdrawn",
  "restored",
];

/** One thing that became different, with all that a message about it needs. */
export type Change = {
  kind: ChangeKind;
  at: IsoInstant;
  provider: string;
  surface: string;
  model_id: string;
  version: string | null;
  fact_kind: FactKind;
  announced: CivilDate | null;
  shutdown: CivilDate | null;
  precision: Precision;
  stages: Stage[];
  /** The old shutdown (date-moved, withdrawn) or the old replacements (replacement-changed). */
  previous: string | string[] | null;
  replacements: string[];
  /** The source that showed it. */
  source: string;
  evidence: Evidence | null;
  generation: number;
  /** "explicit": words or a contradicting state; "missing": the row left the page. Only on withdrawn. */
  reason?: "explicit" | "missing";
  /** Days before the shutdown; only on reminder. */
  milestone?: number;
  /** The channel that a reminder is for. */
  channel?: string;
  dedup_key: string;
};

/** The part of a change that is the model's own record as it stands: who, where, which dates, what instead. */
export type Standing = Pick<
  Change,
  | "provider"
  | "surface"
  | "model_id"
  | "version"
  | "fact_kind"
  | "announced"
  | "shutdown"
  | "precision"
  | "stages"
  | "replacements"
  | "generation"
>;

/** What a change says of its model, copied from the record. */
export function standingOf(record: ModelRecord): Standing {
  return {
    provider: record.provider,
    surface: record.surface,
    model_id: record.model_id,
    version: record.version,
    fact_kind: record.kind,
    announced: record.announced,
    shutdown: record.shutdown,
    precision: record.precision,
    stages: record.stages,
    replacements: record.replacements,
    generation: record.generation,
  };
}

type Meaning = Pick<
  Change,
  | "kind"
  | "surface"
  | "model_id"
  | "version"
  | "shutdown"
  | "generation"
  | "previous"
  | "replacements"
  | "milestone"
  | "channel"
>;

/**
 * The identity of a change is its meaning, never a guid, a heading, a position or a hash of a page: two sources, a
 * rewritten guid, a reminder mail and a translation share one key.
 */
export function dedupKey(change: Meaning): string {
  const parts = [change.surface, change.model_id.toLowerCase(), change.version ?? "", change.kind];
  if (change.kind === "withdrawn") parts.push(String(change.previous ?? ""));
  else parts.push(change.shutdown ?? "");
  if (change.kind === "replacement-changed") parts.push([...change.replacements].sort().join(","));
  if (change.kind === "reminder") parts.push(String(change.milestone), change.channel ?? "");
  if (change.generation > 0) parts.push(`g${change.generation}`);
  return parts.join("|");
}

/** A short stable id from longer keys: 24 hex characters, so that it fits Discord's nonce of 25. */
export function shortId(...keys: string[]): string {
  return createHash("sha256").update(keys.join("\n")).digest("hex").slice(0, 24);
}
