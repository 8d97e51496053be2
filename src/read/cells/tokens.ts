const REGION =
  /^(?:[a-z]{2,3}|europe|asia|australia|africa|northamerica|southamerica)(-gov|-iso[a-z]?)?-(north|south|east|west|central|northeast|southeast|northwest|southwest)[a-z]*-?\d$|^(?:us|eu|ap|ca|sa|uk)-[a-z]{4,}-\d{1,2}$/i;
/** "us-west-2", "eu-central-1": a place of a cloud. */
export const isRegion = (word: string): boolean => REGION.test(word);

const PLAIN_DATE = /^\d{1,4}[-/.]\d{1,2}([-/.]\d{1,4})?$/;
const BOOLEAN = /^(true|false|yes|no|✓|✔|✅|❌|✗|x)$/i;

/**
 * True for one word that could be an id where a table says that ids stand here: letters without spaces, with a digit or
 * a joint (`-`, `.`, `/`, `:`, `@`, `_`). Regions, dates, addresses, prices and yes/no are not.
 */
export function idShaped(word: string): boolean {
  if (word.length < 2 || word.length > 120 || /\s/.test(word)) return false;
  if (!/[a-z]/i.test(word) || !/[\d\-./:@_]/.test(word.slice(1))) return false;
  if (!/^[a-z0-9@/~][\w\-./:@*+~]*$/i.test(word)) return false;
  if (/^(https?:|mailto:|www\.)/i.test(word) || /\.(com|ai|dev|io|org|md|html?)(\/|$)/i.test(word)) return false;
  return !REGION.test(word) && !PLAIN_DATE.test(word) && !BOOLEAN.test(word);
}

const LOWER_JOINED = /^[a-z][a-z\d.]*(?:[-_/][a-z\d.]+){1,8}$/;

/** Words in lower case with a joint and perhaps no digit: "a-turbo-latest". */
export const isLowerJoined = (word: string): boolean => LOWER_JOINED.test(word);

/** An id that nobody takes for a word: lower case with a digit, or a path, and at least one joint. */
export function surelyId(word: string): boolean {
  if (COUNTED.test(word) || /^v?[\d.]+[a-z]?$/i.test(word)) return false;
  return idShaped(word) && /[-./:@_]/.test(word.slice(1)) && /\d/.test(word);
}

/** "42-language", "30-day", "1-click". */
const COUNTED = /^\d+-[a-z]{3,}$/;

const JOINTS =
  /\s*(?:\n|[,;，、；|]|\s\/\s|\s\+\s|\s&\s|\bor\b|\band\b|\boder\b|\bund\b|\bou\b|\bet\b|\s[oyeu]\s|或者?|和|及び?|與|与|以及|並びに|ならびに|および|または|又は|と|または|및|또는|(?<=[a-z\d])[와과](?=\s)|→|⇒)\s*/i;

/** Splits a list written as text into its parts: commas, bars, "or" and "and" in the languages of the project, lines. */
export function partsOf(text: string): string[] {
  return text
    .split(JOINTS)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

/** The text outside and inside of its (outermost) brackets. Unbalanced brackets are read to the end. */
export function splitBrackets(text: string): { outside: string; inside: string[] } {
  let outside = "";
  let current = "";
  let depth = 0;
  const inside: string[] = [];
  for (const char of text) {
    if (char === "(" || char === "（") {
      if (depth > 0) current += char;
      depth += 1;
    } else if ((char === ")" || char === "）") && depth > 0) {
      depth -= 1;
      if (depth === 0) {
        inside.push(current.trim());
        current = "";
        outside += " ";
      } else current += char;
    } else if (depth > 0) current += char;
    else outside += char;
  }
  if (depth > 0 && current.trim() !== "") inside.push(current.trim());
  return { outside: outside.replace(/[^\S\n]+/g, " ").trim(), inside };
}
