import type { MarkKind } from "./card.ts";
import type { ChangeKind } from "./change.ts";
import type { DeliveryState } from "./delivery.ts";
import type { CivilDate, FactKind, Precision, Trust } from "./fact.ts";
import type { Severity } from "./message.ts";
import type { ModelStatus } from "./model.ts";
import type { SourceHealth } from "./source.ts";
import type { Subscription } from "./subscription.ts";
import type { Screens } from "./screens.ts";

/** A change of a date or a list has both sides; a side is "" when there was nothing there. */
type FromTo = (from: string, to: string) => string;

/** What `/model-watch settings` can be asked to change. */
export type SettingName =
  | "providers"
  | "models"
  | "surfaces"
  | "milestones"
  | "time"
  | "time_zone"
  | "digest"
  | "quiet_kinds"
  | "reminders"
  | "escalate_to"
  | "language";

/**
 * The words of one language: src/messages/<tag>.ts exports one of these as default. Every sentence that a person reads
 * comes from here, so that adding a language is adding one file, which may keep its words for days and numbers in `words/`
 * and what its screens say in `screens/`. Names and ids are handed in as they are.
 */
export type Messages = Screens & {
  /** BCP 47 tag, the same as the file's name. */
  tag: string;
  /** The language's own name of itself. */
  name: string;
  /** A civil date in words: "14 July 2025", "July 2025" (month), "not before 14 July 2025" (earliest). */
  date(date: CivilDate, precision: Precision): string;
  /** The same as part of a sentence: "on 14 July 2025", "in July 2025", "not before 14 July 2025". */
  onDate(date: CivilDate, precision: Precision): string;
  /** "in 30 days", "tomorrow", "today", "3 days ago". */
  daysLeft(days: number): string;
  /** How old something is, from whole minutes: "5 minutes ago", "3 hours ago", "2 days ago". */
  age(minutes: number): string;
  /** A date with how far it is, as a headline says it: "on 11 June 2027 (in 200 days)". */
  dateAndDays(date: CivilDate, precision: Precision, days: number): string;
  /** What stands between a label and its value. */
  colon: string;
  /** What stands around an aside, with the blank before it where the language has one: " (in 30 days)". */
  brackets: { open: string; close: string };
  /** Items of a list in one line: "a, b". */
  list(items: string[]): string;
  status: Record<ModelStatus, string>;
  /** The same for a cell of a table. */
  statusShort: Record<ModelStatus, string>;
  changeKind: Record<ChangeKind, string>;
  factKind: Record<FactKind, string>;
  health: Record<SourceHealth["health"], string>;
  /** What can be wrong with a source; anything else stays in the words that were noted. */
  problem: { address: string; refused: string; slow: string; empty: string; few: string; status(code: string): string };
  trust: Record<Trust, string>;
  severity: Record<Severity, string>;
  /** Living cards: who took a shutdown on, how much time is left, what instead. */
  card: {
    left(days: number, of: number): string;
    history: string;
    nobody: string;
    state: string;
    /** `until`: the day on which a snoozed one is told again, in words; null for the others. */
    marked(kind: MarkKind, name: string, until: string | null): string;
    /** Of a replacement. */
    runway(days: number): string;
    alreadyGone: string;
    price: string;
    context: string;
    /** A price or a context window that no list tells. */
    notKnown: string;
    /** `lists`: price lists, each with the day on which it was read. */
    pricesFrom(lists: string): string;
    actions: Record<
      | "ack"
      | "assign"
      | "snooze"
      | "snooze-1d"
      | "snooze-1w"
      | "snooze-7before"
      | "moved"
      | "not-ours"
      | "undo"
      | "list",
      string
    >;
    /** What the person who pressed is told. */
    pressed: Record<MarkKind, string>;
    undone: string;
    askSnooze: string;
    noSnooze: string;
    gone: string;
    hello: string;
    helloText: string;
    helloNote: string;
    setUp: string;
    digest(period: "daily" | "weekly", changes: number): string;
    digestChanges: string;
    digestNone: string;
    digestAhead(days: number): string;
    digestUnheard: string;
    /** When that is true of all that is ahead. */
    digestUnheardAll: string;
  };
  delivery: Record<DeliveryState, string>;
  labels: {
    model: string;
    version: string;
    surface: string;
    provider: string;
    status: string;
    announced: string;
    deprecated: string;
    shutdown: string;
    replacement: string;
    change: string;
    was: string;
    now: string;
    source: string;
    asOf: string;
    channel: string;
    lastGood: string;
    rows: string;
    health: string;
    problem: string;
    decision: string;
    when: string;
    aliases: string;
    stages: string;
    milestone: string;
    next: string;
  };
  headline: {
    /** `when` is onDate() and daysLeft() joined, or null while the provider gives no date. */
    announced(model: string, surface: string, when: string | null): string;
    /** `shift`: movedEarlier() or movedLater(), where both days are known. */
    dateMoved(model: string, surface: string, to: string | null, shift: string | null): string;
    /** `to`: what is named now; null when nothing is. */
    replacementChanged(model: string, surface: string, to: string | null): string;
    /** "explicit" or "missing": the second is worded "no longer listed", never "saved". */
    withdrawn(model: string, surface: string, reason: "explicit" | "missing"): string;
    restored(model: string, surface: string, when: string | null): string;
    /** `when` is onDate(), null without a day. */
    retired(model: string, surface: string, when: string | null): string;
    /** Worded by precision: "not before" for the earliest day, the month where only that is known. */
    reminder(model: string, surface: string, date: CivilDate, precision: Precision, daysLeft: number): string;
    /** `provider` is "" when the changes belong to several. */
    many(kind: ChangeKind | "digest" | "summary", count: number, provider: string): string;
    remindersMany(count: number): string;
    /** A headline about several, with when the nearest of them is: daysLeft(). */
    nearest(headline: string, when: string): string;
    sourceHealth(source: string): string;
    sourceBack(source: string): string;
    status(model: string, surface: string, status: string): string;
    statusMany(query: string, count: number): string;
    overview: string;
    upcoming(count: number, days: number | null): string;
    sources(total: number, good: number): string;
    why(model: string | null): string;
  };
  text: {
    noDate: string;
    noReplacement: string;
    /** Only for the status "unknown". */
    unknownStale(since: string): string;
    /** A known answer that rests on an old look. */
    readLast(since: string): string;
    neverPolled: string;
    /** `shift` as in the headline. */
    moved(from: string, to: string, shift: string | null): string;
    movedEarlier(days: number): string;
    movedLater(days: number): string;
    replaced: FromTo;
    /** Under a withdrawal with words of the provider: the shutdown that no longer stands. */
    withdrawnExplicit(previous: string): string;
    /** Under a row that left the page: nothing says that the model stays. */
    noLongerListed(previous: string): string;
    noLongerListedMany: string;
    /** A date that a provider gives as the earliest possible. */
    earliestOnly: string;
    monthOnly: string;
    possibleRepeat: string;
    saysOtherwise(source: string): string;
    noMatch(query: string): string;
    didYouMean: string;
    nothingUpcoming: string;
    watchesAll: string;
    notSetUp: string;
    overridden(reason: string): string;
    evidenceFrom(source: string): string;
    seen: string;
    showingFirst(shown: number, of: number): string;
    staleMark: string;
    /** Under a list of which some rows rest on an old look. */
    /** Below a source's trouble: what it means, and what to do. */
    sourceStays: string;
    listStale(since: string): string;
    nothingNext: string;
  };
  watch: {
    added: string;
    removed: string;
    /** The last thing was removed, so the channel is told nothing any more. */
    stopped: string;
    nothing: string;
    current: string;
    needManage: string;
    saved: string;
    unchanged: string;
    invalid: string;
    /** `likely` is what was probably meant; then the list of what is allowed is not needed. */
    unknownValue(option: string, value: string, allowed: string, likely?: string | null): string;
    /** Removing one of "all" cannot be done; `kind` is "providers", "models" or "surfaces". */
    notWatched(value: string): string;
    needValue: string;
    /** Adding to a channel that watches everything. */
    everythingAlready: string;
    /** Several kinds of lists are set: only what fits all of them is told. */
    allOf: string;
    all: string;
    none: string;
    setting: Record<SettingName, string>;
    digest: Record<Subscription["digest"], string>;
    reminders: Record<NonNullable<Subscription["reminders"]>, string>;
    allowed: {
      group: string;
      milestones: string;
      time: string;
      timeZone(near: string[]): string;
      model: string;
      near(names: string[]): string;
    };
  };
  why: {
    nothing: string;
    /** A decision of the bot in words; an unknown one is given back as it is. */
    decision(decision: string): string;
    attempts(count: number): string;
  };
  buttons: { status: string; why: string; upcoming: string };
  errors: {
    failed: string;
    /** Above a list of what was wrong with a command's options. */
    notUnderstood: string;
    tooMany: string;
    unknownCommand(name: string): string;
    unknownOption(option: string): string;
  };
};
