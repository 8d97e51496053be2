import { isRegion } from "../cells/tokens.ts";
import { remember } from "../../lib/remember.ts";
import { familyOf, O_SERIES } from "./families.ts";
import { isJoinedDay } from "./joined-day.ts";

const FILE_NAME =
  /\.(?:md|mdx|html?|json|jsonl|xml|ya?ml|py|ts|js|mjs|sh|txt|csv|pdf|png|jpe?g|gif|svg|webp|mp[34]|wav|zip|gz|com|org|net|io|ai|dev|app|cloud)$/i;
const REGION =
  /^(?:us|eu|ap|ca|sa|me|af|cn|il|asia|europe|northamerica|southamerica|australia)-(?:gov-)?(?:north|south|east|west|central|southeast|northeast|southwest|northwest)/i;
const VERSION_ONLY = /^v?\d+(?:[.-]\d+)*[a-z]?$/i;
const DATED_END = /-20\d{2}-\d{2}-\d{2}$/;
/** Things that have letters, digits and hyphens and are no models. */
const OTHER_THINGS =
  /^(?:(?:iso|rfc|cve|utf|sha|md|base|mp|tls|http|oauth|python|node|java|cuda|ipv|aes|fp|bf|int|covid|swe-bench|terminal-bench|tau|gpqa|mmlu|aime|arc-agi|humaneval|h|a|b|mi|tpu)-?\d+.*|.*-bench(?:mark)?(?:-.*)?|[a-z]\d|q[1-4]|step-\d|top-\d|part-\d|tier-\d|day-\d|phase-\d|level-\d|gen-\d|x-[a-z-]+|[a-z]+-\d+-(?:day|hour|minute|month|year|step|shot|way)s?)$/i;
const PACKAGE = /^(?:@(?!cf\/|hf\/)[a-z0-9-]+\/|npm:|pip:)|==|>=|<=|~=/i;
const O_SERIES_ID = new RegExp(`^${O_SERIES}(?:-20\\d{2}-\\d{2}-\\d{2})?$`);
const STAGE = /(?:^|-)(?:preview|exp|experimental|latest|beta|alpha)(?:-|$)/i;

/** The id without quotes, backticks, sentence marks and footnote marks around it. */
export function trimId(token: string): string {
  return token
    .replace(/[\u2010\u2011\u2012\u2013]/g, "-")
    .replace(/^[\s"'`“”‘’«»「」()[\]<>,;*†‡]+/, "")
    .replace(/:20\d{2}-\d{2}-\d{2}$/, "")
    .replace(/(?:[\s"'`“”‘’«»「」()[\]<>,;.:!?†‡¹²³]|(?<![-@a-z0-9*])\*+)+$/i, "");
}

/** True for the parts that every id has: plain ASCII without blanks, and at least one letter. */
function isToken(token: string): boolean {
  return (
    /^[@a-z0-9][a-z0-9._:/@*+-]*$/i.test(token) && /[a-z]/i.test(token) && token.length >= 2 && token.length <= 120
  );
}

/**
 * Tells by shape whether a token can be a model's id: letters, digits and hyphens, with `/ : @ * .` where providers use
 * them. Refused: addresses, endpoints, parameters, environment variables, packages, files, regions, dates, versions,
 * beta headers (words and a date) and ordinary hyphenated words.
 *
 * @param token one word without blanks; marks around it are ignored
 */
export const looksLikeModelId: (token: string) => boolean = remember((token) => hasShapeOfId(token));

function hasShapeOfId(token: string): boolean {
  const id = trimId(token);
  if (!isToken(id)) return false;
  if (
    id.includes("//") ||
    PACKAGE.test(id) ||
    FILE_NAME.test(id) ||
    REGION.test(id) ||
    isRegion(id) ||
    VERSION_ONLY.test(id) ||
    isJoinedDay(id)
  )
    return false;
  if (O_SERIES_ID.test(id)) return true;
  if (/^[A-Z0-9]+(?:_[A-Z0-9]+)+$/.test(id) || OTHER_THINGS.test(id)) return false;
  const family = familyOf(id);
  const known = family !== null && family.family !== "claude-tier";
  const last = id.slice(id.lastIndexOf("/") + 1);
  if (last === "") return false;
  const hasDigit = /\d/.test(last);
  if (id.includes("_") && !known) return false;
  if (known) return hasDigit || family.bare === true || (last.includes("-") && last !== `${family.family}-`);
  if (DATED_END.test(id)) return STAGE.test(id) || /\d/.test(id.replace(DATED_END, ""));
  if (STAGE.test(last) && last.includes("-") && id === id.toLowerCase()) return true;
  if (id.includes("/") && !/^[a-z0-9.@-]+(?:\/[a-z0-9.:@*+-]+)+$/i.test(id)) return false;
  return hasDigit && /[a-z]{2}/i.test(last) && /[-/]/.test(id) && !/^\d/.test(last);
}
