import pino from "pino";

/** One line per decision. Structured fields first, then the words. */
export type Log = {
  debug(fields: object, words: string): void;
  info(fields: object, words: string): void;
  warn(fields: object, words: string): void;
  error(fields: object, words: string): void;
};

/** A log that learns secrets on its way, and cleans other texts for a person of all that it knows. */
export type HidingLog = Log & { hide(secret: string): void; scrub(text: string): string };

/** Only these fields of an error are ever printed: an SDK's error carries its request, and with it the token. */
const SAFE_ERROR_FIELDS = ["name", "message", "code", "status", "statusCode", "errno", "syscall"] as const;

function safeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: String(error) };
  const all = error as unknown as Record<string, unknown>;
  const kept: Record<string, unknown> = {};
  for (const field of SAFE_ERROR_FIELDS) {
    const value = all[field];
    if (typeof value === "string" || typeof value === "number") kept[field] = value;
  }
  if (error.stack) kept["stack"] = error.stack.split("\n").slice(1, 6).join("\n");
  return kept;
}

/** Replaces every secret in a text, however deep it was buried when it was printed. */
export function scrub(text: string, secrets: readonly string[]): string {
  return scrubForms(text, formsOf(secrets));
}

/** Every way in which a secret may stand in a line; the longest first, or a short one would leave a longer one's end. */
function formsOf(secrets: readonly string[]): string[] {
  const forms = secrets
    .filter((secret) => secret.length >= 6)
    .flatMap((secret) => {
      const inQuery = new URLSearchParams([["", secret]]).toString().slice(1);
      return [secret, encodeURI(secret), encodeURIComponent(secret), inQuery].flatMap((form) => {
        // A body that quotes a body, quoted in an error, is escaped by both and once more by the log.
        const once = inJson(form);
        const twice = inJson(once);
        return [form, once, twice, inJson(twice)];
      });
    });
  return [...new Set(forms)].toSorted((a, b) => b.length - a.length);
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** What stands before the @ of an address, and the value of a parameter that is named like a key. */
const USER_INFO = /(\b[a-z][a-z\d+.-]{1,15}:\/\/)[^\s/@"'\\?#]{1,200}@/gi;
const KEY_PARAMETER =
  /([?&](?:[\w.-]{0,40}(?:key|token|secret|passw|pwd|signature|auth|credential)[\w.-]{0,40}|sig)=)[^\s&#"'\\<>]+/gi;

function scrubForms(text: string, forms: readonly string[]): string {
  let clean = text.replace(USER_INFO, "$1[secret]@").replace(KEY_PARAMETER, "$1[secret]");
  for (const form of forms) clean = clean.replaceAll(form, "[secret]");
  return clean;
}

/**
 * Logs as JSON lines to `write` (standard error by default, so that `--json` output is never mixed with logs). Errors
 * are given as `{ error }`. Every line passes `scrub` as the last step.
 */
export function createLog(options: {
  level: string;
  secrets: readonly string[];
  write?: (line: string) => void;
}): HidingLog {
  const write = options.write ?? ((line: string) => process.stderr.write(line));
  const secrets = [...options.secrets];
  let forms = formsOf(secrets);
  const log: Log = pino(
    { level: options.level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: safeError } },
    { write: (line: string) => write(scrubForms(line, forms)) },
  );
  return {
    debug: (fields, words) => log.debug(fields, words),
    info: (fields, words) => log.info(fields, words),
    warn: (fields, words) => log.warn(fields, words),
    error: (fields, words) => log.error(fields, words),
    hide: (secret) => {
      secrets.push(secret);
      forms = formsOf(secrets);
    },
    scrub: (text) => scrubForms(text, forms),
  };
}

/** A log that says nothing: tests, and subcommands that only print. */
export const silentLog: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
