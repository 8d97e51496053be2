import type { CivilDate, IsoInstant, Precision } from "./fact.ts";

/** A message without a platform: composed once, rendered by each platform within its limits. */

export type Severity = "info" | "notice" | "warning" | "critical";

/** Text is plain and untrusted: each renderer escapes it, and no renderer parses a mention out of it. */
export type Inline =
  | string
  | { type: "code"; text: string }
  | { type: "bold"; text: string }
  | { type: "link"; text: string; url: string }
  /** A civil date: always printed as itself, with a relative hint where the platform can. */
  | { type: "date"; date: CivilDate; precision: Precision }
  /** An instant: shown in the reader's own zone where the platform can. */
  | { type: "instant"; at: IsoInstant };

/** Our own words, in which `backticks` stand around what is typed, as inlines. Never for fetched text. */
export function withCode(words: string): Inline[] {
  return words
    .split("`")
    .map((part, at): Inline => (at % 2 === 0 ? part : { type: "code", text: part }))
    .filter((part) => part !== "");
}

export type Field = { label: string; value: Inline[] };

/** A button: pressing it runs a command as the person who pressed it. Options are short strings. */
export type Action = {
  label: string;
  style: "normal" | "primary" | "danger";
  command: string;
  options: Record<string, string>;
  /** The answer takes the place of the private answer that holds the button: the pages of a long list. */
  in_place?: boolean;
};

export type Block =
  | { type: "text"; content: Inline[] }
  | { type: "fields"; fields: Field[] }
  | { type: "list"; items: Inline[][] }
  | { type: "table"; columns: string[]; rows: Inline[][][] }
  | { type: "quote"; text: string; link: { text: string; url: string } | null }
  | { type: "note"; content: Inline[] }
  | { type: "actions"; actions: Action[] };

export type Message = {
  headline: string;
  severity: Severity;
  blocks: Block[];
  /** It must be seen in the channel even when it stands in a thread. */
  loud?: boolean;
  /**
   * The group that a channel's settings name for shutdowns that nobody acknowledged: the one mention that the bot ever
   * makes, and only in a delivery. A user group's id on Slack, a role's on Discord; anything else is ignored.
   */
  mention?: string;
};
