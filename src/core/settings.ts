import { NEWS_KINDS, type ChangeKind } from "./change.ts";
import { isTimeZone } from "./civil-date.ts";
import type { Messages, SettingName } from "./messages.ts";
import { DEFAULT_SUBSCRIPTION, type Subscription } from "./subscription.ts";
import { nearestWord } from "./spelling.ts";
import { SURFACES } from "./surface.ts";

/** Settings as people type them, to a subscription. Pure; every problem is collected, so that all are told at once. */

/** The values that exist in this bot. */
export type Vocabulary = { providers: string[]; surfaces: string[]; languages: string[] };

/** A value that cannot be used, what could be, and what was most likely meant. */
export type SettingProblem = { option: string; value: string; allowed: string; likely: string | null };

export type SettingsResult = { subscription: Subscription; problems: SettingProblem[] };

/** Kinds that a channel can switch off; source health goes to the operator alone. */
export const QUIET_CHOICES: readonly ChangeKind[] = [...NEWS_KINDS, "reminder"];

export const MAX_MILESTONES = 20;
export const MAX_MILESTONE_DAYS = 730;
const MAX_LIST = 50;
const MAX_PATTERN = 100;
const NEAR = 8;

const ALL_WORDS = new Set(["all", "everything", "*", "any", "全部", "所有"]);
const NONE_WORDS = new Set(["none", "off", "no", "无"]);

export function meansAll(text: string): boolean {
  return ALL_WORDS.has(text.trim().toLowerCase());
}

/**
 * The subscription with the given settings; options that are absent or empty keep their present value.
 *
 * @param options by the names of SettingName, in the words that were typed
 * @param messages the language in which problems say what is allowed
 */
export function applySettings(
  present: Subscription,
  options: Readonly<Record<string, string>>,
  vocabulary: Vocabulary,
  messages: Messages,
): SettingsResult {
  const problems: SettingProblem[] = [];
  const subscription: Subscription = { ...present };
  const given = (name: SettingName) => {
    const text = options[name]?.trim() ?? "";
    return text === "" ? null : text;
  };
  /** Reads one setting; `read` gives the value, or what is allowed instead. */
  const take = <T>(name: SettingName, read: (text: string) => Read<T>, write: (value: T) => void) => {
    const text = given(name);
    if (text === null) return;
    const result = read(text);
    if ("value" in result) return write(result.value);
    const { allowed, bad = text, known = [] } = result;
    problems.push({ option: name, value: bad, allowed, likely: nearestWord(bad, known) });
  };
  const near = (names: string[]) => messages.watch.allowed.near(names);
  take(
    "providers",
    (text) =>
      readList(
        text,
        (word) => readName(word, vocabulary.providers),
        (word) => near(nearest(word, vocabulary.providers)),
        vocabulary.providers,
      ),
    (value) => (subscription.providers = value),
  );
  take(
    "surfaces",
    (text) =>
      readList(
        text,
        (word) => readSurface(word, vocabulary.surfaces),
        (word) => near(nearest(word, vocabulary.surfaces)),
        vocabulary.surfaces,
      ),
    (value) => (subscription.surfaces = value),
  );
  take(
    "models",
    (text) => readList(text, readPattern, () => messages.watch.allowed.model),
    (value) => (subscription.models = value),
  );
  take(
    "milestones",
    (text) => readMilestones(text, messages),
    (value) => (subscription.milestones = value),
  );
  take(
    "time",
    (text) => readTime(text, messages),
    (value) => (subscription.time = value),
  );
  take(
    "time_zone",
    (text) => readZone(text, messages),
    (value) => (subscription.time_zone = value),
  );
  take(
    "digest",
    (text) => readDigest(text, near),
    (value) => (subscription.digest = value),
  );
  take(
    "reminders",
    (text) => {
      const found = REMINDERS.find((one) => one === text.toLowerCase());
      return found === undefined ? { allowed: near([...REMINDERS]), known: REMINDERS } : { value: found };
    },
    (value) => (subscription.reminders = value),
  );
  take(
    "escalate_to",
    (text) => readGroup(text, messages),
    (value) => (subscription.escalate_to = value),
  );
  take(
    "quiet_kinds",
    (text) => readKinds(text, near),
    (value) => (subscription.quiet_kinds = value),
  );
  take(
    "language",
    (text): Read<string> => {
      const { languages } = vocabulary;
      const tag = readName(text, languages) ?? languages.find((one) => sameLanguage(one, text));
      return tag === undefined ? { allowed: near(languages) } : { value: tag };
    },
    (value) => (subscription.language = value),
  );
  return { subscription, problems };
}

type Read<T> = { value: T } | { allowed: string; bad?: string; known?: readonly string[] };

/** The words of a list: commas of any language, semicolons, blanks. */
export function wordsOf(text: string): string[] {
  return text.split(/[\s,;，、；]/u).filter((word) => word !== "");
}

/** "all" is the empty list. Every bad word is named, not only the first. */
function readList(
  text: string,
  readWord: (word: string) => string | undefined,
  allowed: (word: string) => string,
  known: readonly string[] = [],
): Read<string[]> {
  if (meansAll(text)) return { value: [] };
  const words = readWord(text.trim()) === undefined ? wordsOf(text) : [text.trim()];
  const bad = words.filter((word) => readWord(word) === undefined);
  if (bad.length > 0 || words.length > MAX_LIST) {
    return { allowed: allowed(bad[0] ?? ""), bad: bad.slice(0, 5).join(", ") || text, known };
  }
  return { value: [...new Set(words.map((word) => readWord(word) ?? word))] };
}

export function readName(text: string, known: readonly string[]): string | undefined {
  const wanted = text.trim().toLowerCase();
  return known.find((one) => one.toLowerCase() === wanted);
}

/** A surface by its id, its label or another name that people use. */
export function readSurface(text: string, known: readonly string[]): string | undefined {
  const wanted = text.trim().toLowerCase();
  const named = SURFACES.find((one) => one.label.toLowerCase() === wanted || one.names.includes(wanted));
  return readName(text, known) ?? (named !== undefined && known.includes(named.id) ? named.id : undefined);
}

/** A model pattern: visible, without blanks, not only stars. */
export function readPattern(text: string): string | undefined {
  const pattern = text.trim();
  const fits = pattern.length <= MAX_PATTERN && /^[^\s\p{Cc}\p{Cf}]+$/u.test(pattern) && /[^*]/.test(pattern);
  return fits ? pattern : undefined;
}

function readMilestones(text: string, messages: Messages): Read<number[]> {
  if (NONE_WORDS.has(text.toLowerCase())) return { value: [] };
  if (text.toLowerCase() === "default") return { value: [...DEFAULT_SUBSCRIPTION.milestones] };
  const words = wordsOf(text);
  const good = (word: string) => /^\d{1,4}$/.test(word) && Number(word) <= MAX_MILESTONE_DAYS;
  const bad = words.filter((word) => !good(word));
  const value = [...new Set(words.map(Number))].sort((a, b) => b - a);
  if (bad.length > 0) return { allowed: messages.watch.allowed.milestones, bad: bad.slice(0, 5).join(", ") };
  return value.length > MAX_MILESTONES ? { allowed: messages.watch.allowed.milestones } : { value };
}

function readTime(text: string, messages: Messages): Read<string> {
  const found = /^(\d{1,2})[:：.](\d{2})$/u.exec(text);
  const [hour, minute] = [Number(found?.[1]), Number(found?.[2])];
  if (found === null || hour > 23 || minute > 59) return { allowed: messages.watch.allowed.time };
  return { value: `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}` };
}

/** A zone of the IANA list, spelt as the list does. Plain offsets know no summer time, so they are not taken. */
function readZone(text: string, messages: Messages): Read<string> {
  const wanted = text.replaceAll(" ", "_");
  const zones = Intl.supportedValuesOf("timeZone");
  const listed = readName(wanted, ["UTC", ...zones]);
  if (listed !== undefined) return { value: listed };
  if (/^[a-z]/i.test(wanted) && wanted.length <= 60 && isTimeZone(wanted)) {
    return { value: new Intl.DateTimeFormat("en", { timeZone: wanted }).resolvedOptions().timeZone };
  }
  const near = zones.filter((zone) => zone.toLowerCase().includes(wanted.toLowerCase())).slice(0, NEAR);
  const examples = near.length > 0 ? near : ["UTC", "Europe/Berlin", "America/New_York", "Asia/Shanghai"];
  return { allowed: messages.watch.allowed.timeZone(examples) };
}

const DIGESTS: readonly Subscription["digest"][] = ["at-once", "daily", "weekly"];

function readDigest(text: string, near: (names: string[]) => string): Read<Subscription["digest"]> {
  const wanted = text.toLowerCase().replaceAll(/[\s_]/g, "-");
  const found = DIGESTS.find((one) => one === wanted);
  return found === undefined ? { allowed: near([...DIGESTS]), known: DIGESTS } : { value: found };
}

const REMINDERS = ["thread", "channel"] as const;

/** A group as people name it: its id, or the mention that a client makes of it; never a person, never everybody. */
function readGroup(text: string, messages: Messages): Read<string | null> {
  if (NONE_WORDS.has(text.toLowerCase())) return { value: null };
  const named = /^(?:<!subteam\^)?(S[A-Z0-9]{2,20})(?:\|[^>]{0,100})?>?$|^(?:<@&)?(\d{15,20})>?$/.exec(text);
  const group = named?.[1] ?? named?.[2];
  return group === undefined ? { allowed: messages.watch.allowed.group } : { value: group };
}

function readKinds(text: string, near: (names: string[]) => string): Read<ChangeKind[]> {
  if (NONE_WORDS.has(text.toLowerCase())) return { value: [] };
  const words = wordsOf(text.toLowerCase());
  const bad = words.filter((word) => !QUIET_CHOICES.some((kind) => kind === word));
  if (bad.length > 0)
    return { allowed: near([...QUIET_CHOICES, "none"]), bad: bad.slice(0, 5).join(", "), known: QUIET_CHOICES };
  return { value: QUIET_CHOICES.filter((kind) => words.includes(kind)) };
}

function sameLanguage(tag: string, text: string): boolean {
  return tag.split("-")[0]?.toLowerCase() === text.trim().toLowerCase();
}

/** Those that begin or contain alike come first; the rest fills up, so that there is always something to choose. */
export function nearest(text: string, known: readonly string[]): string[] {
  const wanted = text.trim().toLowerCase();
  const score = (one: string) => {
    const name = one.toLowerCase();
    if (wanted !== "" && (name.startsWith(wanted) || wanted.startsWith(name))) return 0;
    if (wanted !== "" && (name.includes(wanted) || wanted.includes(name))) return 1;
    return name[0] === wanted[0] ? 2 : 3;
  };
  return known.toSorted((a, b) => score(a) - score(b)).slice(0, NEAR);
}
