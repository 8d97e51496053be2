import { MAX_DEPTH, ParseLimitError } from "./limits.ts";

/** Far above any recorded source; the fetch has its own cap of 5 MiB on the body. */
const MAX_JSON_CHARS = 8 * 1024 * 1024;

/**
 * Parses JSON.
 *
 * @throws ParseLimitError beyond 8 Mi characters or MAX_DEPTH levels; SyntaxError when it is no JSON
 */
export function parseJson(text: string): unknown {
  if (text.length > MAX_JSON_CHARS) throw new ParseLimitError("the JSON is too large");
  if (jsonDepth(text) > MAX_DEPTH) throw new ParseLimitError(`the JSON is nested deeper than ${MAX_DEPTH}`);
  const value: unknown = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  return value;
}

/** Strings are most of a file: they are passed over by the search for their end. */
function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfString(text, at);
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return deepest;
}

/** The place of the quote that ends the string which begins at `from`: the first one that no backslash escapes. */
export function endOfString(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (before - 1 > from && text.charCodeAt(before - 1) === 0x5c) before -= 1;
    if ((end - before) % 2 === 0) return end;
  }
  return text.length;
}
