import type { NameLinks } from "./links.ts";
import type { CivilDate, Fact, IsoInstant, Trust } from "../../core/fact.ts";

/**
 * The words of one language by what they say. Every string is the source of a regular expression without groups, matched
 * on lower-case text; in spaced scripts it matches whole words. Adding a language is adding one such file.
 */
export type ProseLexicon = {
  tag: string;
  /** Frequent small words, for telling the language of a text; empty where the script tells it. */
  common: readonly string[];
  /** Source of a regular expression for letters and endings that only this language has; "" for none. */
  marks: string;
  /** A thing stops being served. */
  off: readonly string[];
  /** A thing is marked as old; says nothing of its end by itself. */
  deprecate: readonly string[];
  /** Right before a date: served up to that day. */
  until: readonly string[];
  /** Phrases with words of `off` that say the contrary or nothing: blanked out before anything is looked for. */
  not: readonly string[];
  /** What is named here goes on. */
  stay: readonly string[];
  /** The replacement follows these words; stands before those. */
  replaceBefore: readonly string[];
  replaceAfter: readonly string[];
  /** The old one follows ("instead of"); the old one stands before ("users should ..."). */
  oldBefore: readonly string[];
  /** Not said by the provider: hearsay, leaks, guesses, what somebody asks or fears. */
  rumour: readonly string[];
  /** A published end no longer counts. */
  withdrawn: readonly string[];
  /** Right before a date that no longer counts. */
  oldDate: readonly string[];
  /** Around a date: the day of the notice, a launch or a price, not of the end. */
  announced: readonly string[];
  /** Nouns of what else can end: prices, parameters, endpoints, modules, plans, rows of a ranking. */
  things: readonly string[];
  /** Words for the consumer side. */
  consumer: readonly string[];
  /** Words for the developer side. */
  developer: readonly string[];
  /** A limit to some people: a plan, a tier. */
  limited: readonly string[];
  /** Words where one statement ends and another, opposed or added, begins. */
  contrast: readonly string[];
  /** Stands for models named before. */
  anaphor: readonly string[];
  /** Said long after: recollection of what is gone. */
  recall: readonly string[];
  /** Anywhere in an item: it is not about a provider's plans at all. */
  unserious: readonly string[];
  /** Reports of faults. */
  outage: readonly string[];
  /** The end has happened: of two days that a text leaves open, the one before it was written. */
  past: readonly string[];
  /** What an item about money speaks of. */
  price: readonly string[];
  /** Stands for a model named before, where a sentence names none. */
  possessive: readonly string[];
  /** What was said of others holds for these too. */
  likewise: readonly string[];
  /** Beside a name: it is new, so it does not end. */
  launch: readonly string[];
  /** Stands for a day that was named before. */
  sameDay: readonly string[];
  /** Verbs of speech: a model that "says" something is a figure of speech. */
  speech: readonly string[];
};

export type ProseDefaults = { provider?: string; surface?: string };

export type ProseHabits = {
  /** The source says "deprecated" where it means that the model stops being served (Gemini's changelog). */
  deprecatedMeansOff?: boolean;
  /** The source is the provider's own changelog: an entry's day is the day of the notice. */
  ownChangelog?: boolean;
};

export type ProseInput = {
  title: string;
  /** Plain text, or HTML. */
  text: string;
  /** The day of publication: relative dates and missing years count from it. */
  published: IsoInstant;
  /** `published` is only the day on which the text was read: where all its own dates are older, the last of them counts. */
  undated?: boolean;
  lang?: string;
  defaults?: ProseDefaults;
  habits?: ProseHabits;
  /** The day on which the things end that stand above the text: "the same date applies to x". */
  above?: CivilDate;
  /** What other entries of the page say that the name of a group stands for. */
  groups?: NameLinks;
  evidence: { source: string; url: string; seen_at: IsoInstant; trust: Trust };
};

export type ProseReading = {
  /** Models that stop being served to developers. */
  facts: Fact[];
  /** Models that leave a consumer app only, or that end for some plans only; never a developer's retirement. */
  elsewhere: Fact[];
  /** Published ends that no longer count: `shutdown` is the old day where the text gives it. */
  withdraws: Fact[];
  /** Retirements that the text recalls as past. */
  recalled: Fact[];
  /** Keys of the models that a list says to go on. */
  keeps: ReadonlySet<string>;
  /** What an item is about that retires nothing: money or hearsay, and the models of its headline or lead. */
  readonly topic: { kind: "price" | "rumour"; models: string[]; percents: number[] } | null;
  /** Why something was not taken, in words. */
  notes: string[];
  /** The language that was read. */
  lang: string;
};
