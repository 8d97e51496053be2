/** What one source says of one model on one surface at one time. The shapes are the contract of docs/contracts.md. */

/** A civil date `YYYY-MM-DD`, without a time zone: the day that the provider means. */
export type CivilDate = string;

/** An instant as ISO 8601 in UTC, e.g. `2025-04-14T17:00:00Z`. */
export type IsoInstant = string;

/** How far a source can be believed: the provider itself, somebody who copies it, or the press and mails. */
export type Trust = "provider" | "second-hand" | "press";

/** `month`: the first day of the month stands for the month. `earliest`: not before that day. */
export type Precision = "day" | "month" | "earliest" | null;

/** What is being switched off. Only models and agents are counted down by default. */
export type FactKind =
  | "model"
  | "agent"
  | "endpoint"
  | "product"
  | "feature"
  | "parameter"
  | "fine-tune"
  | "beta-header";

/** The state that the source itself prints or says; null when it says none. */
export type StatedState = "active" | "legacy" | "deprecated" | "retired" | "withdrawn" | null;

/** One step of a shutdown in several steps: read-only, price rise, redirect, off. */
export type Stage = { name: string; date: CivilDate };

export type Evidence = {
  source: string;
  url: string;
  /** The words of the page that say it, at most a few hundred characters; "" in the shipped catalogue. */
  quote: string;
  seen_at: IsoInstant;
  trust: Trust;
};

export type Fact = {
  /** Who runs the surface ("azure"), not who made the model. */
  provider: string;
  surface: string;
  /** Exactly as sent over the wire, or as written where a page gives only a display name. */
  model_id: string;
  /** Azure-style version; always a string ("001", "0613"). */
  version: string | null;
  kind: FactKind;
  announced: CivilDate | null;
  deprecated: CivilDate | null;
  shutdown: CivilDate | null;
  precision: Precision;
  stages?: Stage[];
  replacements: string[];
  /** A real retirement is announced or has happened; false for floors, active models and missing dates. */
  scheduled: boolean;
  /** What the page calls the model's state. A sound "active" contradicts an older retirement. */
  state?: StatedState;
  /** Other ids or names that the source says mean the same model. */
  aliases?: string[];
  /** Other days that rows of the same page give for the same model, as they differ by region; the first day counts. */
  also?: { shutdown: CivilDate; precision: Precision; quote: string }[];
  /** A limit of who is affected, in the source's words ("free tier only"); such facts are never scheduled. */
  scope?: string;
  evidence: Evidence;
};
