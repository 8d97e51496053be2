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

function jsonDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (inString) {
      if (code === 0x5c) at += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > deepest) deepest = depth;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return deepest;
}
