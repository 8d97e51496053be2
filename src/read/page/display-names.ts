import { kindOfThing } from "../cells/kind.ts";
import { THING_OF_MODEL } from "../cells/things.ts";
import { ANY_MONTH, ANY_WEEKDAY } from "../dates/months.ts";
import { isKnown } from "../names/index.ts";
import { isNoName } from "../names/no-name.ts";
import { endWords } from "../table/header-words.ts";

/** A word that begins with a capital, or a version: the parts of "Acme Large 2", "AcmeChat 2.1 Instruct 70B". */
const WORD = "\\p{Lu}[\\p{L}\\d]*(?:[.-][\\p{L}\\d]+)*";
const VERSION = "v?\\d{1,3}(?:\\.\\d+)*[a-zA-Z]?";
const NAME = new RegExp(
  `(?<![\\p{L}\\d.@/_-])${WORD}(?: (?:${WORD}|${VERSION}(?![\\d.,]*\\d))){1,5}(?![\\p{L}\\d]|[-/@_]\\p{L})`,
  "gu",
);

/** Words in capitals that begin a sentence. */
const STARTS =
  /^(?:the|an?|on|in|at|by|from|after|before|until|since|as|if|when|we|our|you|your|it|this|that|these|those|all|both|use|please|starting|effective|only|new|old|older|legacy|deprecated|retired|removed|discontinued|decommissioned|sunset|ended|expired|announced|available|no|not|and|or|for|to|with|see|der|die|das|den|dem|des|ein|eine|am|im|ab|bis|zum|wir|sie|bitte|le|la|les|un|une|du|de|à|au|nous|vous|veuillez|el|los|las|del|para|por|o|os|as|um|uma|em|na|il|lo|gli|i|dal|nel|per)$/i;
/** What has a number and is no model: parts, times, plans, places, code, machines. */
const THINGS =
  /^(?:apis?|sdks?|cli|http|https|tls|ssl|ipv|rfc|iso|python|node|nodes|java|php|ruby|go|rust|windows|ubuntu|debian|macos|ios|android|chrome|versions?|phase|step|section|table|chapter|part|tiers?|level|stage|wave|round|group|batch|day|week|month|quarter|year|page|note|update|issue|ticket|figure|appendix|regions?|zone|plans?|utc|gmt|pst|pdt|est|cet|us|eu|east|west|north|south|gpus?|tpus?|cpus?|machines?|instances?|servers?|clusters?|consoles?|dashboards?|playground|studio|portal|app|apps|aws|gcp|azure|inferentia|trainium|project|pricing|quartal|stufe|schritt|teil|kapitel|abschnitt|tabelle|kw|tag|woche|seite|uhr|étape|partie|trimestre|fase|etapa|parte)$/i;
/** The noun behind a name says what it is. */
const THING_BEHIND = new RegExp(
  `^[\\s"'”]{0,2}(?:${THING_OF_MODEL}|machines?|nodes?|instances?|servers?|clusters?|plans?|tiers?|regions?|zones?|consoles?|subscriptions?|apis?|sdks?|librar(?:y|ies)|packages?|clients?|features?|tools?|apps?|runtimes?)(?!\\p{L})`,
  "iu",
);
const TIME = new RegExp(`^(?:${ANY_MONTH}|${ANY_WEEKDAY}|q[1-4]|h[12])\\.?$`, "i");

/** What a name may stand before in a sentence; any other word in small letters makes a compound of it ("X v1 profiles"). */
const GOES_ON =
  /^(?:is|are|was|were|will|would|has|have|had|can|may|must|should|does|do|retires?|ends?|ending|stops?|goes|leaves?|shuts?|expires?|reaches|becomes|disappears?|no|not|now|also|then|on|by|from|after|before|until|at|in|via|through|for|to|and|or|with|as|models?|wird|werden|ist|sind|wurden?|endet|enden|läuft|geht|am|ab|bis|zum|und|oder|nicht|sera|seront|est|sont|ne|le|à|et|ou|jusqu|se|será|serán|es|son|el|hasta|y|foi|serão|é|são|em|até|verrà|verranno|viene|vengono|è|sono|il|dal|fino|ed|non|dejará|deixará|cessera|cesse)$/u;

/** Ids whose shape a sentence alone would not vouch for: "acme-large-latest", "acme:34b", "acme_large_v2". */
const PLAIN_ID =
  /(?<![\w./@:-])(?:(?!(?:public|private|open|closed|limited|early|technical|pre|in)-)[a-z][a-z\d]*(?:-[a-z\d.]+)*-(?:latest|preview|beta|exp|experimental)|[a-z][a-z\d.-]*:\d+(?:\.\d+)?[bm](?:-[\w.-]*\w)?|[a-z][a-z\d]*(?:_[a-z\d]+)*_v\d+)(?![\w:@/-])/g;

/** "Acme Large 2 (`acme-large-2`)": the id beside it says better what is meant. */
const ID_BEHIND = /^\s*[(（:–—-]*\s*[a-z@][\w./:@-]*\d/;
const ID_BEFORE = /[a-z][\w./:@-]*\d[\w./:@-]*\s*[(（]\s*$/;

/**
 * Display names that no family is known of, and plain ids, in sentences that end something on a day, on a page about models: "We will
 * retire Acme Large 2 on December 15, 2026."
 */
export function displayNamesIn(text: string): string[] {
  if (!/\d{4}/.test(text) || endWords(text) === null) return [];
  const ids = [...text.matchAll(PLAIN_ID)].flatMap(({ 0: id, index }) =>
    THING_BEHIND.test(text.slice(index + id.length, index + id.length + 40)) ? [] : [id],
  );
  const names = [...text.matchAll(NAME)].flatMap(({ 0: name, index }) => {
    if (ID_BEHIND.test(text.slice(index + name.length)) || ID_BEFORE.test(text.slice(0, index))) return [];
    const words = name.split(" ");
    const behind = text.slice(index + name.length, index + name.length + 40);
    const next = /^[\s"'”]+(\p{Ll}[\p{L}’']*)/u.exec(behind)?.[1];
    if (THING_BEHIND.test(behind) || (next !== undefined && !GOES_ON.test(next))) return [];
    const from = words.findIndex((word) => !STARTS.test(word));
    const own = from < 0 ? [] : words.slice(from);
    const until = own.findIndex((word) => TIME.test(word) || /^20\d\d$/.test(word));
    const kept = (until < 0 ? own : own.slice(0, until)).join(" ");
    return isDisplayName(kept) ? [kept] : [];
  });
  return [...ids, ...names];
}

function isDisplayName(name: string): boolean {
  const words = name.split(" ");
  if (words.length < 2 || !/\d/.test(name) || /^\d/.test(name) || isNoName(name) || isKnown(name)) return false;
  return words.every((word) => !STARTS.test(word) && !THINGS.test(word)) && kindOfThing(name) === "model";
}
