import type { CivilDate } from "../../core/fact.ts";
import type { FoundDate } from "../dates/index.ts";
import type { NameMention } from "../names/index.ts";

/** One statement that models stop being served: who, when, where, in which words. */
export type Frame = {
  names: NameMention[];
  date: FoundDate | null;
  /** Place or company that the statement or its context names; null when only the maker is left. */
  surface: string | null;
  limited: boolean;
  rumour: boolean;
  recall: boolean;
  /** True for a finished act, which settles a day that stands open between two years. */
  past: boolean;
  withdrawn: boolean;
  /** True when the text speaks of a part of a year and no day ("in Q3"). */
  vague: boolean;
  /** True for a bare "deprecated", which is no end by itself. */
  weak: boolean;
  /** True for "deprecated" with words of a first stage ("legacy"), which an end follows later. */
  stage?: boolean;
  /** True for what has been so since a day: how it shows, not when it was done. */
  since?: boolean;
  /** True for a last day of use, which another word of the end outranks. */
  lastDay?: true;
  /** True for what was said earlier and is told again ("we said that x would end on"): a day told now outranks it. */
  claim?: true;
  title: boolean;
  sentence: number;
  quote: string;
};

/** A firm statement of an end without anything that limits it. */
export const plainFrame = (
  told: Pick<Frame, "names" | "date" | "surface" | "title" | "sentence" | "quote">,
): Frame => ({
  limited: false,
  rumour: false,
  recall: false,
  past: false,
  withdrawn: false,
  vague: false,
  weak: false,
  ...told,
});

/** What rows above a text say, for a sentence that says the same of another model. */
export const frameAbove = (day: CivilDate, surface: string | null): Frame => {
  const date: FoundDate = { start: 0, end: 0, text: "", date: day, precision: "day", certain: true, relative: false };
  return plainFrame({ names: [], date, surface, title: false, sentence: 0, quote: "" });
};
