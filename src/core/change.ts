import { createHash } from "node:crypto";
import type { CivilDate, Evidence, FactKind, IsoInstant, Precision, Stage } from "./fact.ts";

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
