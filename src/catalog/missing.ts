import type { Fact, IsoInstant } from "../core/fact.ts";
import type { Claim, ModelRecord } from "../core/model.ts";
import { type Look, withNews } from "./apply.ts";
import type { Difference } from "./diff.ts";
import { isPast } from "./reading.ts";

/** A row must be gone for this long, and over this many good polls, before its retirement counts as withdrawn (S3). */
export const WITHDRAW_AFTER_MS = 72 * 3_600_000;
export const WITHDRAW_AFTER_POLLS = 3;

export type Gone = { record: ModelRecord; difference: Difference | null; fact: Fact };

/**
 * A good look at a page that lacked the row of `claim`.
 *
 * @param counted "read": the body was read and lacks the row; "not-modified": the page is as it was; or since when and
 *   over how many polls a smaller page, now taken for normal, has lacked it
 * @returns the record as it is now, or null when nothing is to be written
 */
export function rowMissing(
  record: ModelRecord,
  claim: Claim,
  look: Look,
  counted: "read" | "not-modified" | { since: IsoInstant; polls: number },
): Gone | null {
  if (counted === "not-modified" && claim.missing_since === null) return null;
  const settled = claim.missing_polls >= WITHDRAW_AFTER_POLLS && !claim.fact.scheduled;
  if (settled) return null;
  const since = claim.missing_since ?? (typeof counted === "string" ? look.at : counted.since);
  const polls =
    typeof counted === "string" ? claim.missing_polls + 1 : Math.max(claim.missing_polls + 1, counted.polls);
  const next: Claim = { ...claim, missing_since: since, missing_polls: polls };
  const due = polls >= WITHDRAW_AFTER_POLLS && Date.parse(look.at) - Date.parse(since) >= WITHDRAW_AFTER_MS;
  if (isPast(claim.fact.shutdown, claim.fact.precision, look.at)) {
    // A row that leaves after its date has done its work; it is marked once and left alone.
    return claim.missing_since === null ? written(record, claim, next, look, null) : null;
  }
  if (!due || !claim.fact.scheduled) return written(record, claim, next, look, null);
  return withdrawn(record, claim, next, look);
}

function withdrawn(record: ModelRecord, claim: Claim, next: Claim, look: Look): Gone {
  const { shutdown, evidence } = claim.fact;
  const decides = record.decided_by === claim.source && record.scheduled;
  const fact: Fact = { ...claim.fact, shutdown: null, precision: null, scheduled: false, stages: [] };
  // Second hand forgets rows for many reasons: then it only stops speaking.
  const gone = {
    ...next,
    first_seen: look.at,
    fact: { ...fact, state: evidence.trust === "second-hand" ? null : ("withdrawn" as const) },
  };
  const difference: Difference = { kind: "withdrawn", previous: shutdown, before: claim, reason: "missing" };
  return written(record, claim, gone, look, decides ? difference : null);
}

function written(record: ModelRecord, old: Claim, next: Claim, look: Look, difference: Difference | null): Gone {
  const claims = record.claims.map((claim) => (claim === old ? next : claim));
  return { record: withNews({ ...record, claims }, difference, next.fact, look), difference, fact: old.fact };
}
