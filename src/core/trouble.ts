import type { Messages } from "./messages.ts";

/** What a source's trouble is, as its words tell; what has no name here is shown as it was noted, in English. */
const KINDS: readonly [kind: Exclude<keyof Messages["problem"], "status">, pattern: RegExp][] = [
  ["address", /\b(?:ENOTFOUND|EAI_AGAIN)\b/],
  ["refused", /\b(?:ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|UND_ERR_SOCKET)\b/],
  ["slow", /^no whole answer within|\b(?:ETIMEDOUT|UND_ERR_\w{1,20}_TIMEOUT)\b/],
  ["empty", /^the body is empty/],
  ["few", /^only \d{1,9} (?:facts|bytes), at least/],
];

/** A source's problem in the words of a language. @param problem what SourceHealth notes, in English */
export function problemWords(problem: string, { problem: words }: Messages): string {
  const status = /^the server answered (\d{3})\b/.exec(problem)?.[1];
  if (status !== undefined) return words.status(status);
  const known = KINDS.find(([, pattern]) => pattern.test(problem));
  return known === undefined ? problem : words[known[0]];
}
