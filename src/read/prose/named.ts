import { findDates } from "../dates/index.ts";
import { keyOfName } from "../names/find.ts";
import { findModelNames, type NameMention } from "../names/index.ts";
import type { CueFinder } from "./lexicon.ts";
import { surfacesIn } from "./surfaces.ts";

/** Names that no list of families knows and that a text itself shows to be models. */
export type NamedModels = readonly { text: string; form: "id" | "display" }[];

const MODEL_WORD = "(?:models?|modell(?:s|en|e|o|i)?|modelos?|modèles?|模型|モデル|모델)";
/** An id without a number: nothing in its shape says that it is one. */
const TOKEN = /(?<![\p{L}\p{N}_@/.#-])[a-z][a-z0-9]{2,}(?:[-.][a-z][a-z0-9]+){1,4}(?![\p{L}\p{N}_@/-]|\.[a-z])/gu;
const PATH = /(?<![\w/@.-])accounts\/[\w-]+\/models\/[\w.-]*\w/g;
const BEFORE = new RegExp(`(?<!\\p{L})${MODEL_WORD} ?[\`"'“「『]?$`, "iu");
const VERSIONED = /^[`"'”」]? ?[((](?:die |the )?(?:version|versión|versão|versione|版本|バージョン|버전) /i;

/** A capitalized name with its number, and perhaps a size: "Kestrel 4", "Orlando 2 Mini". */
const CAPITAL =
  /(?<![\p{L}\p{N}_@/.-])\p{Lu}\p{Ll}{2,}(?: \p{Lu}\p{Ll}{2,})? (?:v?\d{1,2}(?:\.\d{1,2})?)(?: (?:Mini|Nano|Pro|Max|Plus|Lite|Flash|Turbo|Large|Small|Medium|Ultra|Instruct|Chat|Coder|Code|Codex|Preview|Fast|Thinking|Vision|Embed|Audio))*(?![\p{L}\p{N}_%/-]|[.,]\d| (?:days?|weeks?|months?|hours?|minutes?|percent|million|billion|models?|de |tage|wochen|monate|jours|semaines|mois|días|meses|dias|giorni|settimane|mesi|prozent))/gu;
/** What has a number behind its capital letter and is no model: days, parts of a text, and other products. */
const OTHERS =
  /^(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|jän|mon|tue|wed|thu|fri|sat|sun)\p{L}*|version|section|step|part|tier|level|phase|chapter|figure|table|page|room|day|week|year|month|quarter|top|about|over|until|before|after|from|since|these|those|all|next|last|only|just|than|with|and|the|windows|office|android|iphone|ipad|macos|ios|galaxy|pixel|surface|xbox|playstation|python|node|java|ruby|php|ubuntu|debian|fedora|visual|xcode|eclipse|angular|react|vue|django|rails|postgres\p{L}*|mysql|kubernetes|docker|internet|basic|standard|server|sql|exchange|sharepoint|studio|build|release|api|sdk|gen|generation|stage|ticket|issue|rule|article|artikel|kapitel|seite|platz|stufe|quartal|nur|noch|ab|bis|seit|vom|zum|tarif|plan|plans|formula|boeing|airbus|model|modell|modelo|modello|area|zone|round|serie|series|season)(?: |$)/iu;

/** Places where nothing but models is listed. */
const ONLY_MODELS = new Set(["github-copilot", "github-models", "groq", "cerebras", "together", "fireworks"]);

/**
 * The names that a text shows to be models by its own words: an id beside its later version, a name behind the word
 * "model" in nine languages or before its version in brackets, and a capitalized name with a number that ends where
 * only models are.
 *
 * @param texts the sentences of one text, its title first
 */
export function namedIn(texts: readonly string[], cues: CueFinder): NamedModels {
  const found = new Map<string, "id" | "display">();
  const whole = texts.join("\n");
  for (const match of whole.matchAll(PATH)) found.set(match[0], "id");
  const ids = texts.flatMap((text) => findModelNames(text)).filter((name) => name.form === "id");
  const stems = new Set(ids.map((name) => stemOf(name.name)));
  for (const match of whole.matchAll(TOKEN)) {
    const behind = whole.slice(match.index + match[0].length, match.index + match[0].length + 40);
    const before = whole.slice(Math.max(0, match.index - 16), match.index);
    if (stems.has(stemOf(match[0])) || (match[0].includes("-") && (BEFORE.test(before) || VERSIONED.test(behind))))
      found.set(match[0], "id");
  }
  const speaksOfModels = new RegExp(`(?<!\\p{L})${MODEL_WORD}`, "iu");
  for (const text of texts) {
    const plain = text.toLowerCase();
    if (!cues.mayEnd(plain)) continue;
    const ends = cues.has("off", plain) || cues.has("deprecate", plain) || cues.has("until", plain);
    if (!ends) continue;
    const only = surfacesIn(plain, []).some((place) => ONLY_MODELS.has(place.surface));
    if (!only || cues.has("things", plain.replaceAll("github models", ""))) {
      if (!speaksOfModels.test(text)) continue;
    }
    for (const match of text.matchAll(CAPITAL)) {
      if (OTHERS.test(match[0])) continue;
      const end = match.index + match[0].length;
      // "Dal 30 ottobre" begins with a capital, too.
      const days = findDates(text, { at: "2026-01-01", locale: cues.tag });
      if (days.every((day) => day.end <= match.index || day.start >= end)) found.set(match[0], "display");
    }
  }
  // What stands beside such a name in a list or a table is one, too; and a later number of its name.
  const heads = new Set([...found].filter(([, form]) => form === "display").map(([name]) => headOf(name)));
  if (heads.size > 0)
    for (const match of whole.matchAll(CAPITAL)) if (heads.has(headOf(match[0]))) found.set(match[0], "display");
  return [...found].map(([text, form]) => ({ text, form })).toSorted((a, b) => b.text.length - a.text.length);
}

/** The words of an id without its numbers. */
const stemOf = (id: string): string =>
  id
    .toLowerCase()
    .split(/[-.:_]/)
    .filter((part) => !/^v?\d+[a-z]?$/.test(part))
    .join("-");

const headOf = (name: string): string => name.replace(/ v?\d.*$/u, "");

/** The names of a sentence with those of `extra` that stand where it names none. */
export function withNamed(text: string, names: readonly NameMention[], extra: NamedModels): NameMention[] {
  if (extra.length === 0) return [...names];
  const all = [...names];
  for (const { text: name, form } of extra) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
      const end = at + name.length;
      if (
        /[\p{L}\p{N}_-]/u.test(text[at - 1] ?? " ") ||
        /[\p{L}\p{N}_]|-(?=\p{N})/u.test(text.slice(end, end + 2).replace(/^(?!-).*$/su, (rest) => rest[0] ?? ""))
      )
        continue;
      if (all.some((other) => at < other.end && end > other.start)) continue;
      all.push({
        start: at,
        end,
        text: name,
        name,
        form,
        family: null,
        makerSurface: null,
        key: keyOfName(name),
        sure: true,
        several: false,
      });
    }
  }
  return all.toSorted((a, b) => a.start - b.start);
}
