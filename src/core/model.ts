import type { CivilDate, Evidence, Fact, FactKind, IsoInstant, Precision, Stage, StatedState } from "./fact.ts";

/** The newest fact of one source about one model, and since when its page no longer carries it. */
export type Claim = {
  source: string;
  /** A page holds the whole present state, a feed only news; absent means page. */
  nature?: "page" | "feed";
  fact: Fact;
  /** Since when the source says this of the schedule: it starts anew with another date or state. */
  first_seen: IsoInstant;
  /** When this text was last read from a body; "not modified" moves only the source's own last good look. */
  last_seen: IsoInstant;
  /** First good poll that lacked the row; null while it is listed. */
  missing_since: IsoInstant | null;
  /** Good polls in a row that lacked it (a 304 counts). */
  missing_polls: number;
  /** From the shipped catalogue: later looks at the source have not confirmed it. */
  shipped?: true;
};

/** What was true before, so that /model-why and the page can tell a model's story. */
export type HistoryEntry = {
  at: IsoInstant;
  kind: string;
  from: string | null;
  to: string | null;
  source: string;
};

/** All that is known of one model on one surface, merged by (surface, model_id, version). */
export type ModelRecord = {
  provider: string;
  surface: string;
  model_id: string;
  version: string | null;
  kind: FactKind;
  aliases: string[];
  announced: CivilDate | null;
  deprecated: CivilDate | null;
  shutdown: CivilDate | null;
  precision: Precision;
  stages: Stage[];
  replacements: string[];
  scheduled: boolean;
  state: StatedState;
  /** How often a retirement of this model was withdrawn and came back; part of the dedup key. */
  generation: number;
  /** The source whose claim decides, or "override". */
  decided_by: string;
  claims: Claim[];
  history: HistoryEntry[];
};

/** The key of a record: surface, id and version decide; the provider follows from the surface. */
export function recordKey(of: { surface: string; model_id: string; version: string | null }): string {
  return `${of.surface}|${of.model_id.toLowerCase()}|${of.version ?? ""}`;
}

export type ModelStatus = "active" | "deprecated" | "retired" | "unknown";

/** One answer of `status` and `upcoming`: the contract's JSON. */
export type StatusMatch = {
  provider: string;
  surface: string;
  model_id: string;
  version: string | null;
  status: ModelStatus;
  announced: CivilDate | null;
  deprecated: CivilDate | null;
  shutdown: CivilDate | null;
  precision: Precision;
  /** Days to the shutdown in UTC; negative after it; null without a date. */
  days_left: number | null;
  replacements: string[];
  /** The last good look at the source that decides; how fresh the answer is. */
  as_of: IsoInstant | null;
  /** True when that look is older than the source's polls allow: never "active" then. */
  stale: boolean;
  aliases: string[];
  stages: Stage[];
  decided_by: string;
  /** Sources that say otherwise, with what they say; never averaged. */
  disagreements: { shutdown: CivilDate | null; precision: Precision; evidence: Evidence }[];
  evidence: Evidence[];
};

export type StatusAnswer = { query: string; matches: StatusMatch[]; suggestions: string[] };
