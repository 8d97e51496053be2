import type { ChangeKind } from "./change.ts";
import type { CivilDate, FactKind, Precision } from "./fact.ts";
import type { ModelStatus } from "./model.ts";
import type { SourceHealth } from "./source.ts";

/**
 * The words of one language: src/messages/<tag>.ts exports one of these as default. Every sentence that a person reads
 * comes from here, so that adding a language is adding one file. Names and ids are handed in as they are.
 */
export type Messages = {
  /** BCP 47 tag, the same as the file's name. */
  tag: string;
  /** The language's own name of itself. */
  name: string;
  /** A civil date in words: "14 July 2025", "July 2025" (month), "not before 14 July 2025" (earliest). */
  date(date: CivilDate, precision: Precision): string;
  /** "in 30 days", "tomorrow", "today", "3 days ago". */
  daysLeft(days: number): string;
  status: Record<ModelStatus, string>;
  changeKind: Record<ChangeKind, string>;
  factKind: Record<FactKind, string>;
  health: Record<SourceHealth["health"], string>;
  labels: {
    model: string;
    surface: string;
    provider: string;
    status: string;
    announced: string;
    deprecated: string;
    shutdown: string;
    replacement: string;
    was: string;
    source: string;
    asOf: string;
    channel: string;
    lastGood: string;
    rows: string;
    health: string;
    decision: string;
    when: string;
  };
  headline: {
    announced(model: string, surface: string): string;
    dateMoved(model: string, surface: string): string;
    replacementChanged(model: string, surface: string): string;
    /** "explicit" or "missing": the second is worded "no longer listed", never "saved". */
    withdrawn(model: string, surface: string, reason: "explicit" | "missing"): string;
    restored(model: string, surface: string): string;
    retired(model: string, surface: string): string;
    reminder(model: string, surface: string, daysLeft: number, precision: Precision): string;
    many(kind: ChangeKind | "digest", count: number, provider: string): string;
    remindersMany(count: number): string;
    sourceHealth(source: string): string;
  };
  text: {
    noDate: string;
    noReplacement: string;
    unknownStale(since: string): string;
    neverPolled: string;
    moved(from: string, to: string): string;
    possibleRepeat: string;
    saysOtherwise(source: string): string;
    noMatch(query: string): string;
    didYouMean: string;
    nothingUpcoming: string;
    watchesAll: string;
    notWithdrawnSaved: string;
    overridden(reason: string): string;
    evidenceFrom(source: string): string;
    showingFirst(shown: number, of: number): string;
  };
  watch: {
    added: string;
    removed: string;
    nothing: string;
    current: string;
    needManage: string;
    saved: string;
    unknownValue(option: string, value: string, allowed: string): string;
  };
  why: { nothing: string };
  buttons: { status: string; why: string; upcoming: string };
  errors: { failed: string; unknownCommand(name: string): string };
};
