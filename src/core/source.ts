import type { CivilDate, Fact, IsoInstant, Trust } from "./fact.ts";
import type { PriceRow } from "./price.ts";

/** How a body is read. `auto`: decided by content type and content, since pages change their form over the years. */
export type SourceForm = "auto" | "html" | "markdown" | "feed" | "json" | "yaml" | "text";

/** One address that is polled. */
export type SourceSpec = {
  /** Unique over all files, e.g. `openai-deprecations`. */
  id: string;
  url: string;
  provider: string;
  surface: string;
  form: SourceForm;
  trust: Trust;
  /** `page`: holds the whole present state, so a row that is gone means something. `feed`: items come and go. */
  nature: "page" | "feed";
  /** Name of an environment key that holds a bearer token; the source is off while it is unset. */
  key?: "OPENAI_API_KEY" | "MISTRAL_API_KEY";
  /** node-cron expression that replaces POLL_CRON for this source. */
  cron?: string;
};

/** What a sound body must have, checked before it is read. A body that fails is suspect and changes nothing. */
export type SourceGuards = {
  minBytes: number;
  /** Each inner list: at least one of these words or marks must stand in the text (no case). Keep them general. */
  mustMention: readonly (readonly string[])[];
  /** Fewer facts than this is suspect; 0 for feeds that usually carry none. */
  minFacts: number;
};

/** What a source file is given to read: one fetched body, decoded. */
export type SourceDocument = {
  spec: SourceSpec;
  /** The address that answered, for evidence links. */
  url: string;
  /** Decoded text. */
  text: string;
  contentType: string | null;
  /** When it was fetched: relative dates and missing years count from it. */
  at: IsoInstant;
};

/** A thing on the page that could not be read and was not guessed: an impossible date, a cell of unknown meaning. */
export type ReadProblem = { what: string; where: string };

export type Reading = {
  facts: Fact[];
  problems: ReadProblem[];
  /** Prices that the same body lists, by `surface|id` in lower case. */
  prices?: ReadonlyMap<string, PriceRow>;
};

/** One file in src/sources: a provider's pages of one kind. Its name is the family's id. */
export type SourceFamily = {
  family: string;
  specs: SourceSpec[];
  guards: SourceGuards;
  /** What the reader assumes of the page, and when it must be looked at again. */
  assumptions: string;
  /** Pure. May throw on a body that is not its form; the runner turns that into a suspect poll. */
  read(document: SourceDocument): Promise<Reading> | Reading;
};

/** How a poll ended, for the operator and for /model-sources. */
export type PollOutcome =
  | { outcome: "good"; rows: number; changed: boolean }
  | { outcome: "suspect"; reason: string }
  | { outcome: "quarantined"; reason: string }
  | { outcome: "failed"; reason: string };

/** One source as the health command, page and metrics show it. */
export type SourceHealth = {
  id: string;
  url: string;
  provider: string;
  surface: string;
  trust: Trust;
  health: "good" | "suspect" | "quarantined" | "failed" | "never-polled" | "off";
  last_good: IsoInstant | null;
  last_attempt: IsoInstant | null;
  rows: number | null;
  failures: number;
  /** What is wrong, in words; null when nothing is. */
  problem: string | null;
  next_poll: IsoInstant | null;
};

/** An operator's correction; outranks every source and is shown as such. */
export type Override = {
  surface: string;
  model: string;
  version?: string;
  /** "ignore": say nothing of this model; else the right values. */
  set: "ignore" | { shutdown?: CivilDate | null; replacements?: string[]; announced?: CivilDate };
  reason: string;
  /** Last day on which it counts. */
  until?: CivilDate;
};
