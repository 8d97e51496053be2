import type { Fact, IsoInstant } from "./fact.ts";

/**
 * What the bot remembers of one source between two polls: the source's cursor. Plain JSON; written only after the
 * events and the seen marks of a poll, so that a poll may be run again with an old cursor and the new records.
 */
export type SourceState = {
  last_attempt: IsoInstant | null;
  /** The last look that could be believed: read, or "not modified". */
  last_good: IsoInstant | null;
  /** Validators and hash of the last body that was merged; not those of a body that was refused or is in quarantine. */
  etag: string | null;
  last_modified: string | null;
  body_hash: string | null;
  /** Row counts of the last good bodies, oldest first, at most five. */
  rows: number[];
  /** The same for rows that end a model: a layout whose dates cannot be read must not look like a mass withdrawal. */
  ends: number[];
  /** A page far smaller than usual, while its gaps are not believed. `fingerprint` is of the models that it lists. */
  small: { fingerprint: string; since: IsoInstant; polls: number; facts: Fact[] } | null;
  /** A flood of new or moved rows that waits for a second, identical look. */
  quarantine: { fingerprint: string; since: IsoInstant; facts: Fact[] } | null;
  /** Bad polls in a row. */
  failures: number;
  health: "good" | "suspect" | "quarantined" | "failed" | "never-polled";
  /** What is wrong, in words; null when nothing is. */
  problem: string | null;
  /** When the operator was told of the trouble that lasts now; null while nothing is wrong or told. */
  told_at: IsoInstant | null;
  next_due: IsoInstant | null;
};

/** The state of a source that was never polled. */
export function emptySourceState(): SourceState {
  return {
    last_attempt: null,
    last_good: null,
    etag: null,
    last_modified: null,
    body_hash: null,
    rows: [],
    ends: [],
    small: null,
    quarantine: null,
    failures: 0,
    health: "never-polled",
    problem: null,
    told_at: null,
    next_due: null,
  };
}
