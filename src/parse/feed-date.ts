/** Zone names that feeds use and that `Date` does not know; ambiguous ones (IST, CST abroad) are left out. */
const ZONES: Readonly<Record<string, string>> = {
  BST: "+0100",
  CET: "+0100",
  CEST: "+0200",
  EET: "+0200",
  EEST: "+0300",
  MSK: "+0300",
  JST: "+0900",
  KST: "+0900",
  UTC: "GMT",
};

const ISO = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;
const RFC_822 =
  /^(?:[a-z]{3,9},?\s+)?\d{1,2}[\s-][a-z]{3,9}\.?[\s-]\d{4}(?:\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s+([a-z]{1,5}|[+-]\d{2}:?\d{2}))?)?$/i;

/**
 * The instant of a feed's date as ISO 8601 UTC, or null. ISO 8601 and RFC 822 with a four-digit year are read, without
 * a zone as UTC; a date with slashes is ambiguous and everything else is a guess, so both give null.
 */
export function feedInstant(raw: string): string | null {
  const text = raw.trim();
  if (text.length > 60) return null;
  const iso = ISO.exec(text);
  if (iso !== null) return toInstant(iso[1] === undefined && text.length > 10 ? `${text.replace(" ", "T")}Z` : text);
  const rfc = RFC_822.exec(text);
  if (rfc === null) return null;
  const zone = rfc[1];
  if (zone === undefined) return toInstant(`${text} GMT`);
  const offset = ZONES[zone.toUpperCase()];
  return toInstant(offset === undefined ? text : text.slice(0, -zone.length) + offset);
}

function toInstant(text: string): string | null {
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
