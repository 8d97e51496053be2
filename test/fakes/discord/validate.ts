import type { Json } from "./model.ts";

/** A refusal as Discord words it: HTTP status, JSON code, message and, for 50035, where. */
export type ApiError = { status: number; code: number; message: string; errors?: Json };

export class Refusal extends Error {
  readonly error: ApiError;
  constructor(status: number, code: number, message: string, errors?: Json) {
    super(`${status} ${code} ${message}`);
    this.error = errors ? { status, code, message, errors } : { status, code, message };
  }
}

/** Problems by path; `throwIfAny` answers 400 with code 50035 and the nested `errors` object. */
export type Problems = { add(path: string, code: string, message: string): void; throwIfAny(): void; list: string[] };

export function createProblems(): Problems {
  const errors: Json = {};
  const list: string[] = [];
  return {
    list,
    add(path, code, message) {
      list.push(`${path}: ${message}`);
      let at = errors;
      for (const part of path.split(".")) at = (at[part] ??= {}) as Json;
      ((at["_errors"] ??= []) as Json[]).push({ code, message });
    },
    throwIfAny() {
      if (list.length > 0) throw new Refusal(400, 50035, "Invalid Form Body", errors);
    },
  };
}

/** A string or a number as text; anything else as "". */
export const textOf = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";

/** Discord counts characters, not UTF-16 units. */
export const count = (text: string): number =>
  text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A required or optional string with its length limits. */
export function checkText(
  problems: Problems,
  path: string,
  value: unknown,
  limits: { min?: number; max: number; required?: boolean },
): string {
  if (value === undefined || value === null) {
    if (limits.required) problems.add(path, "BASE_TYPE_REQUIRED", "This field is required");
    return "";
  }
  if (typeof value !== "string") {
    problems.add(path, "BASE_TYPE_STRING", "Must be a string");
    return "";
  }
  const length = count(value.trim());
  if (length < (limits.min ?? 0) || (limits.required && length === 0))
    problems.add(path, length === 0 ? "BASE_TYPE_REQUIRED" : "BASE_TYPE_BAD_LENGTH", "This field is required");
  if (count(value) > limits.max)
    problems.add(path, "BASE_TYPE_MAX_LENGTH", `Must be ${limits.max} or fewer in length.`);
  return value;
}

/** Lone surrogates are no valid JSON text for Discord: 50109. */
export function checkWellFormed(value: unknown): void {
  if (typeof value === "string" && !value.isWellFormed())
    throw new Refusal(400, 50109, "The request body contains invalid JSON.");
  if (Array.isArray(value)) value.forEach(checkWellFormed);
  else if (isObject(value)) Object.values(value).forEach(checkWellFormed);
}

export function checkUrl(problems: Problems, path: string, value: unknown, max = 2048): void {
  if (value === undefined) return;
  const text = checkText(problems, path, value, { max });
  if (!URL.canParse(text) || !/^(?:https?|attachment|discord):/.test(text))
    problems.add(path, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
}
