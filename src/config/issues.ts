import type { $ZodIssue } from "zod/v4/core";
import { didYouMean } from "../lib/nearest.ts";
import type { ConfigProblem } from "./problem.ts";

/** Keys that are known at a path of the file, for suggestions. */
export type KeysAt = (path: readonly PropertyKey[]) => readonly string[];

const MOST_SHOWN = 40;

/**
 * A schema's complaint in words for a person: where in the file, what stands there, and what must stand there. A value is
 * never quoted whole, and never when it may be a secret in an address.
 */
export function problemsOf(issue: $ZodIssue, data: unknown, file: string, keysAt: KeysAt): ConfigProblem[] {
  const where = `${file}: ${issue.path.map(String).join(".") || "(top)"}`;
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(issue.path);
    return issue.keys.map((key) => ({
      where: `${file}: ${[...issue.path, key].map(String).join(".")}`,
      what: `is no key of this part.${didYouMean(key, known)} There are ${known.join(", ")}.`,
    }));
  }
  const value = valueAt(data, issue.path);
  if (value === undefined) return [{ where, what: `is missing; it ${mustBe(issue, undefined)}` }];
  return [{ where, what: `${shown(value)} will not do; it ${mustBe(issue, value)}` }];
}

function mustBe(issue: $ZodIssue, value: unknown): string {
  switch (issue.code) {
    case "invalid_type":
      return `must be ${kindWords(issue.expected)}`;
    case "invalid_value": {
      const texts = issue.values.map(String);
      return `must be ${texts.length === 1 ? texts[0] : `one of ${texts.join(", ")}`}.${typeof value === "string" ? didYouMean(value, texts) : ""}`;
    }
    case "too_small":
      return issue.origin === "string" ? "must not be empty" : `must be at least ${issue.minimum}`;
    case "too_big":
      return `must be at most ${issue.maximum}`;
    case "invalid_union":
      return 'must be "ignore", or an object with shutdown, replacements or announced';
    default:
      return issue.message;
  }
}

function kindWords(expected: string): string {
  const words: Record<string, string> = {
    string: 'text in quotes, like "text"',
    number: "a number without quotes",
    int: "a whole number without quotes",
    boolean: "true or false, without quotes",
    array: 'a list, like ["a", "b"]',
    object: 'an object, like {"key": "value"}',
    record: 'an object, like {"key": "value"}',
  };
  return words[expected] ?? expected;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object" && value !== null) return "an object";
  const text = JSON.stringify(value);
  if (/[@?]/.test(text)) return "what stands here";
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  let value = data;
  for (const part of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return value;
}
