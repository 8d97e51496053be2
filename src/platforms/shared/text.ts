/**
 * Untrusted text made fit to show. Lengths are UTF-16 units: that is never less than the number of code points, so a
 * text that fits by this measure fits a platform that counts either way.
 */

/** Characters that reorder, hide or break text: controls but tab and newline, bidi marks, zero-width, tag characters. */
const UNSAFE =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** Joiners shape Persian and Indic words and hold emoji together, but next to ASCII they only hide something. */
const JOINER_BY_ASCII =
  // oxlint-disable-next-line no-control-regex, no-misleading-character-class
  /(?:(?<=[\u0000-\u007f])|^)[\u200c\u200d]+|[\u200c\u200d]+(?=[\u0000-\u007f]|$)/gu;

/** Most text is this and needs no cleaning. */
const PRINTABLE = /^[\n\t\u0020-\u007e]*$/;

/** The text without characters that hide or reorder, and without lone surrogates. Line breaks become "\n". */
export function cleanText(text: string): string {
  if (PRINTABLE.test(text)) return text;
  return text
    .replaceAll(/\r\n?|[\u2028\u2029]/g, "\n")
    .toWellFormed()
    .replaceAll(UNSAFE, "")
    .replaceAll(JOINER_BY_ASCII, "");
}

/** Cleaned text on one line: runs of white space become one space, the ends are trimmed. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replaceAll(/\s{1,1000}/g, " ")
    .trim();
}

/**
 * At most `max` UTF-16 units of `text`, ending in `mark` when something was left out; never cut inside a code point.
 * With `max` smaller than the mark the mark is left out too.
 */
export function truncate(text: string, max: number, mark = "…"): string {
  if (text.length <= max) return text;
  const tail = mark.length <= max ? mark : "";
  return takeUnits(text, max - tail.length).trimEnd() + tail;
}

/** The first `units` UTF-16 units, one fewer when the cut would halve a code point. */
export function takeUnits(text: string, units: number): string {
  if (units <= 0) return "";
  const last = text.charCodeAt(units - 1);
  const halves = last >= 0xd800 && last <= 0xdbff && text.length > units;
  return text.slice(0, halves ? units - 1 : units);
}

/** An address that may be put into a message: absolute http(s), no user or password, at most `max` units; else null. */
export function safeUrl(text: string, max = 2000): string | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return null;
  if (url.username !== "" || url.password !== "") return null;
  const href = url.href.replaceAll("|", "%7C").replaceAll("<", "%3C").replaceAll(">", "%3E");
  return href.length <= max ? href : null;
}
