import type { CivilDate, Precision } from "../../core/fact.ts";
import type { Severity } from "../../core/message.ts";
import type { Messages } from "../../core/messages.ts";

/** The few words that a platform says by itself. Everything else comes composed, in the channel's language. */
export type PlatformWords = {
  date(date: CivilDate, precision: Precision): string;
  /** What stands around a hint beside a date; " (" and ")" without it. */
  brackets?: Messages["brackets"];
  severity: Record<Severity, string>;
  failed: string;
  needManage: string;
  unknownCommand(name: string): string;
  unknownValue(option: string, value: string, allowed: string, likely?: string | null): string;
  showingFirst(shown: number, of: number): string;
  form: FormWords;
};

/** What stands around a form, whatever the form asks. */
export type FormWords = Pick<
  Messages["form"],
  "title" | "close" | "loading" | "saving" | "next" | "back" | "type" | "typed" | "failed" | "gone"
>;

/** Looks the messages of a language up; null means the default language. Handed in by app.ts. */
export type FindMessages = (language: string | null) => Messages;

/** A civil date in no language: the date itself, the month, or "≥" the earliest day. */
export function neutralDate(date: CivilDate, precision: Precision): string {
  if (precision === "month") return date.slice(0, 7);
  return precision === "earliest" ? `≥ ${date}` : date;
}

const DEFAULT_WORDS: PlatformWords = {
  date: neutralDate,
  severity: { info: "Info", notice: "Notice", warning: "Warning", critical: "Critical" },
  failed: "Something went wrong here. It was logged; please try again.",
  needManage: "Only people who may manage this channel can do that.",
  unknownCommand: (name) => `There is no command ${name}.`,
  unknownValue: (option, value, allowed) => `${option}: “${value}” is not understood. ${allowed}`,
  showingFirst: (shown, of) => `Showing the first ${shown} of ${of}.`,
  form: {
    title: "Settings",
    close: "Close",
    loading: "One moment …",
    saving: "Saving …",
    next: "More",
    back: "Back",
    type: "Type …",
    typed: "To be typed",
    failed: "Nothing was saved",
    gone: "This form is too old. Here is a fresh one:",
  },
};

/** The platform's own words in a language; English and ISO dates when no messages are handed in. */
export function wordsFrom(find: FindMessages | undefined, language: string | null): PlatformWords {
  if (!find) return DEFAULT_WORDS;
  const messages = find(language);
  const known = made.get(messages);
  if (known !== undefined) return known;
  const words = wordsOf(messages);
  made.set(messages, words);
  return words;
}

/** One object per language, so that what was drawn in it can be found again. */
const made = new WeakMap<Messages, PlatformWords>();

function wordsOf(messages: Messages): PlatformWords {
  return {
    date: (date, precision) => messages.date(date, precision),
    severity: messages.severity,
    failed: messages.errors.failed,
    needManage: messages.watch.needManage,
    unknownCommand: (name) => messages.errors.unknownCommand(name),
    unknownValue: (option, value, allowed, likely) => messages.watch.unknownValue(option, value, allowed, likely),
    brackets: messages.brackets,
    showingFirst: (shown, of) => messages.text.showingFirst(shown, of),
    form: messages.form,
  };
}
