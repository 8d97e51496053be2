import { nameKey } from "../core/model-name.ts";

/**
 * Names of models as keys: `Claude Opus 4`, `claude-opus-4-20250514` and `anthropic.claude-opus-4-20250514-v1:0` are one
 * name; `o4-mini` and `gpt-4o-mini`, or letters of another alphabet, are not.
 */
export type NameParts = {
  /** Words without their order, sorted. */
  words: string[];
  /** Numbers and single letters in their order: `4.5` is `4`, `5`; `4o` and `o4` differ. */
  numbers: string[];
  /** Day stamps of snapshots: `20250514`. */
  days: string[];
};

/** Names repeat with every poll and every question; what they come to never changes. */
const known = new Map<string, NameParts>();
const MOST_KNOWN = 20_000;

/** Takes a name or an id apart. Linear in its length. */
export function nameParts(name: string): NameParts {
  const before = known.get(name);
  if (before !== undefined) return before;
  const parts = takeApart(name);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(name, parts);
  return parts;
}

function takeApart(name: string): NameParts {
  const parts: NameParts = { words: [], numbers: [], days: [] };
  const tokens = nameKey(withoutWrapping(name.trim())).split(" ");
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? "";
    const day = dayAt(tokens, at);
    if (day !== null) {
      parts.days.push(day.text);
      at += day.tokens - 1;
    } else if (/^\d/.test(token) || /^\p{L}$/u.test(token)) parts.numbers.push(token);
    else if (token !== "" && token !== "@") parts.words.push(token);
  }
  parts.words.sort();
  return parts;
}

/** Key of a name without its day stamp: snapshots of one model share it. "" for text that names nothing. */
export function baseKey(name: string): string {
  const { words, numbers } = nameParts(name);
  return words.length + numbers.length === 0 ? "" : `${words.join(" ")}|${numbers.join(" ")}`;
}

/** Words that say how finished a model is; people and articles leave them out. */
export const STAGES: ReadonlySet<string> = new Set(["preview", "exp", "latest", "beta"]);

/** Key of a name with its day stamp: two spellings of one id share it. */
export function fullKey(name: string): string {
  return `${baseKey(name)}|${nameParts(name).days.join(" ")}`;
}

/** The word that a name begins with, mostly its maker's: `claude` of `claude-3-haiku`. */
export function firstWord(name: string): string {
  return nameKey(withoutWrapping(name.trim())).split(" ")[0] ?? "";
}

/** True for a name as people write it, against an id as it is sent. */
export function isDisplayName(name: string): boolean {
  const bare = name.trim();
  return /\s/.test(bare) || (/^[A-Z]/.test(bare) && !/[/:@_]/.test(bare) && !/[a-z0-9]-[a-zA-Z0-9]/.test(bare));
}

/** Without what a marketplace wraps around an id: `models/`, `@cf/meta/`, `us.anthropic.`, `-v1:0`. */
function withoutWrapping(name: string): string {
  const slash = /\s/.test(name) ? -1 : name.lastIndexOf("/");
  let rest = name.slice(slash + 1);
  for (;;) {
    const vendor = /^[a-z]+\.(?=[a-z])/.exec(rest);
    if (vendor === null) break;
    rest = rest.slice(vendor[0].length);
  }
  return rest.replace(/(-v1)?:0(:\d+k)?$/, "");
}

function dayAt(tokens: string[], at: number): { text: string; tokens: number } | null {
  const [year, month, day] = [tokens[at] ?? "", tokens[at + 1] ?? "", tokens[at + 2] ?? ""];
  if (/^20\d\d[01]\d[0-3]\d$/.test(year)) return { text: year, tokens: 1 };
  const split = /^20\d\d$/.test(year) && /^[01]\d$/.test(month) && /^[0-3]\d$/.test(day);
  return split ? { text: `${year}${month}${day}`, tokens: 3 } : null;
}
