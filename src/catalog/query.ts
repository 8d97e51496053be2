import { SURFACES } from "../core/surface.ts";
import { baseKey, firstWord, type NameParts, nameParts, STAGES } from "./names.ts";

/** What stands between a model and the place where it is called. */
const LINKS =
  /(?:^|\s)(?:on|in|at|via|from|by|the|auf|bei|über|im|sur|chez|dans|en|de|em|no|na|su|nel|の|上的|上|的|在|で|에서)(?=\s|$)/giu;

/** A question as it is looked up: the name, and the surfaces that its words name. */
export type Question = { name: string; surfaces: ReadonlySet<string> | null };

/** How well a name answers a question; lower is better, null is no answer. Never a guess. */
export type Fit = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Quotes, code marks and brackets that people paste with a name. */
const WRAPPING = /[`"“”„«»「」『』()[\]（）]/g;

/**
 * What a question may mean, likeliest first: where it names a surface, the rest of it on that surface ("azure gpt-4o",
 * "claude opus 3 on bedrock"), then the whole text as a name ("mistral large", "deepseek r1").
 */
export function questionsOf(text: string, extraSurfaces: readonly string[] = []): Question[] {
  const name = text.trim().slice(0, 200).replace(WRAPPING, " ").trim();
  const questions: Question[] = [];
  const spaced = ` ${name.toLowerCase().replace(/\s+/g, " ")} `;
  for (const { words, surfaces } of surfaceNames(extraSurfaces)) {
    const at = spaced.indexOf(` ${words} `);
    if (at < 0) continue;
    const rest = `${spaced.slice(0, at)} ${spaced.slice(at + words.length + 1)}`.replace(LINKS, " ").trim();
    if (baseKey(rest) !== "") questions.push({ name: rest, surfaces });
  }
  return [...questions, { name, surfaces: null }];
}

/** Names of surfaces, the longest first; one name may stand for several. */
function surfaceNames(extra: readonly string[]): { words: string; surfaces: ReadonlySet<string> }[] {
  const byName = new Map<string, Set<string>>();
  const add = (name: string, id: string) => byName.set(name, (byName.get(name) ?? new Set()).add(id));
  // Who runs several places is named for all of them: "google gemini 2.0 flash".
  for (const surface of SURFACES)
    for (const name of [surface.id, ...surface.names, surface.provider]) add(name, surface.id);
  for (const id of extra) add(id.toLowerCase(), id);
  return [...byName]
    .map(([words, surfaces]) => ({ words, surfaces }))
    .sort((a, b) => b.words.length - a.words.length || (a.words < b.words ? -1 : 1));
}

/**
 * How a model's name answers a question: 0 the id itself, 1 the same name otherwise spelled, 2 the name of which the
 * question names a snapshot, 3 a snapshot of what was asked, 4 the same but for a stage word or a running number
 * ("gemini-embedding-001"), 5 a snapshot of that.
 */
export function fitOf(question: string, name: string, version: string | null): Fit | null {
  if (question.toLowerCase() === name.toLowerCase()) return 0;
  const asked = nameParts(question);
  const has = nameParts(name);
  if (asked.numbers.length + asked.words.length === 0) return null;
  const sameDay = asked.days.length > 0 && asked.days.join(" ") === has.days.join(" ");
  // "…-20241022-v2:0": the day names the snapshot, the number behind it a release of it.
  const numbers = sameDay ? has.numbers.join(" ").replace(RELEASE, "") : has.numbers.join(" ");
  const numbered = asked.numbers.join(" ") !== numbers && asked.numbers.join(" ") !== has.numbers.join(" ");
  if (numbered && asked.numbers.join(" ") !== numbers.replace(RUNNING, "")) return null;
  const day = dayFit(asked, has, version);
  if (day === null) return null;
  if (asked.words.join(" ") === has.words.join(" ")) return numbered ? (has.days.length === 0 ? 4 : 5) : day;
  if (asked.words.some((word) => STAGES.has(word)) || plainWords(asked) !== plainWords(has)) return null;
  return has.days.length === 0 ? 4 : 5;
}

/** The number of a release of one model: "-001". */
const RUNNING = /(?:^| )0\d\d$/;

/** The release behind a snapshot's day: "-v2:0". */
const RELEASE = / v \d+$/;

/** What a name and a question must have in common for `fitOf` to hold: a question has the first of its keys. */
export function fitKeys(name: string): [string, ...string[]] {
  const parts = nameParts(name);
  const numbers = parts.numbers.join(" ");
  const plain = plainWords(parts);
  const released = parts.days.length > 0 ? [`${numbers.replace(RELEASE, "")}|${plain}`] : [];
  return [`${numbers}|${plain}`, `${numbers.replace(RUNNING, "")}|${plain}`, ...released];
}

function plainWords(parts: NameParts): string {
  return parts.words.filter((word) => !STAGES.has(word)).join(" ");
}

/**
 * Whether a name is what a person means who spells it freely: "gemini 2 flash" for 2.0, "claude 2" for v2, "dalle 3" for
 * `dall-e-3`, "amazon nova premier" for `amazon.nova-premier`. 6, or 7 for a snapshot of it.
 */
export function looseFit(question: string, name: string): Fit | null {
  const asked = nameParts(question);
  const has = nameParts(name);
  if (asked.days.length > 0 || asked.words.length === 0) return null;
  const vendor = vendorWords(name);
  const words = asked.words.filter((word) => !vendor.has(word));
  const own = words.length === 0 ? asked.words : words;
  const same = loosely(asked.numbers) === loosely(has.numbers) && own.join(" ") === has.words.join(" ");
  if (!same && squashed(question) !== squashed(name)) return null;
  return has.days.length === 0 ? 6 : 7;
}

/**
 * The same where a person leaves out the word that all names of a maker begin with: "sonnet 4", "flash 2.5". Only with a
 * number, and the caller takes it only when no other maker's model can be meant.
 */
export function shortFit(question: string, name: string): Fit | null {
  const asked = nameParts(question);
  const has = nameParts(name);
  if (asked.days.length > 0 || asked.words.length === 0 || asked.numbers.length === 0) return null;
  if (loosely(asked.numbers) !== loosely(has.numbers)) return null;
  const first = firstWord(name);
  const rest = has.words.filter((word) => word !== first);
  if (rest.length === has.words.length || rest.join(" ") !== asked.words.join(" ")) return null;
  return has.days.length === 0 ? 6 : 7;
}

/** "2 0" and "v 2" are "2". */
function loosely(numbers: readonly string[]): string {
  return numbers
    .filter((part) => part !== "v")
    .join(" ")
    .replace(/(?<=\d) 0(?= |$)/g, "");
}

/** The maker's words that stand before an id: `amazon` of "amazon.nova-premier", `meta`, `llama` of "meta-llama/...". */
function vendorWords(name: string): ReadonlySet<string> {
  const vendor = /^@?([a-z][a-z-]*)[./](?=[a-z])/i.exec(name)?.[1] ?? "";
  return new Set(vendor.toLowerCase().split("-"));
}

/** A name without the marks between its words; those between two figures stay. */
function squashed(name: string): string {
  return name
    .toLowerCase()
    .replace(/(?<!\d)[\s_-]+|[\s_-]+(?!\d)/g, "")
    .replace(/[\s_]+/g, "-");
}

function dayFit(asked: NameParts, has: NameParts, version: string | null): 1 | 2 | 3 | null {
  const [day] = asked.days;
  if (day === undefined) return has.days.length === 0 ? 1 : 3;
  if (has.days.includes(day)) return 1;
  if (has.days.length > 0) return null;
  if (version === null) return 2;
  return version.replaceAll("-", "") === day ? 1 : null;
}
