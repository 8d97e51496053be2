const HYPHENS = /[\u2010\u2011\u2012\u2013\u2212\uFE63\uFF0D]/g;
const SPACES = /[\u00A0\u2007\u2009\u202F\u3000\t\r\n]/g;
const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/g;

/** Without any of these there is nothing to change but the case. */
const ODD = new RegExp([HYPHENS, SPACES, FULL_WIDTH, INVISIBLE].map((signs) => signs.source).join("|"));
/** Nor can the case change the length of such a text. */
const BEYOND_ASCII = /[^\x20-\x7E]/;
const BEYOND_LINES = /[^\x20-\x7E\n]/;

const MENTIONED = /(?<![\p{L}\p{N}_@/.])@(?=\p{Lu}\p{Ll}{2,8} \d{1,2},? (?:19|20)\d\d|(?:19|20)\d\d[-/.年])/gu;

/**
 * The same text with one kind of hyphen, space and digit, in lower case, at the same length in UTF-16 units, so that
 * places found in it are places in the original.
 */
export function plainText(given: string): string {
  // Notes mention a day as people are mentioned: "@October 20, 2027".
  const text = given.includes("@") ? given.replace(MENTIONED, " ") : given;
  if (!BEYOND_ASCII.test(text)) return text.toLowerCase();
  // Most texts of several lines have nothing else that is odd.
  if (!BEYOND_LINES.test(text)) return text.replaceAll("\n", " ").toLowerCase();
  const plain = ODD.test(text) ? withPlainSigns(text) : text;
  const lower = plain.toLowerCase();
  // A few letters change length in lower case (İ); places matter more than those.
  return lower.length === plain.length ? lower : plain;
}

function withPlainSigns(text: string): string {
  return text
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(HYPHENS, "-")
    .replace(SPACES, " ")
    .replace(INVISIBLE, " ");
}
