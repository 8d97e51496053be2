import { findDates } from "../dates/index.ts";
import { keyOfName } from "../names/find.ts";
import { familyOf, findModelNames, looksLikeModelId, type NameMention } from "../names/index.ts";
import type { CueFinder } from "./lexicon.ts";
import { surfacesIn } from "./surfaces.ts";

/** Names that no list of families knows and that a text itself shows to be models. */
export type NamedModels = readonly {
  text: string;
  form: "id" | "display";
  /** The id that the text gives for it, else the text itself. */
  name: string;
}[];

const MODEL_WORD = "(?:models?|modell(?:s|en|e|o|i)?|modelos?|modèles?|模型|モデル|모델)";
/** An id without a number: nothing in its shape says that it is one. */
const TOKEN =
  /(?=[a-z])(?<![\p{L}\p{N}_@/.#-])[a-z][a-z0-9]{2,}(?:[-.][a-z][a-z0-9]+){1,4}(?![\p{L}\p{N}_@/-]|\.[a-z])/gu;
const PATH = /(?<![\w/@.-])accounts\/[\w-]+\/models\/[\w.-]*\w/g;
const SPEAKS_OF_MODELS = new RegExp(`(?<!\\p{L})${MODEL_WORD}`, "iu");
const BEFORE = new RegExp(`(?<!\\p{L})${MODEL_WORD} ?[\`"'“「『]?$`, "iu");
const VERSIONED = /^[`"'”」]? ?[((](?:die |the )?(?:version|versión|versão|versione|版本|バージョン|버전) /i;

/** A capitalized name with its number, and perhaps a size: "Kestrel 4", "Orlando 2 Mini". */
const NUMBER_AND_SIZE =
  "(?:v?\\d{1,2}(?:\\.\\d{1,2})?)(?: (?:Mini|Nano|Pro|Max|Plus|Lite|Flash|Turbo|Large|Small|Medium|Ultra|Instruct|Chat|Coder|Code|Codex|Preview|Fast|Thinking|Vision|Embed|Audio))*(?![\\p{L}\\p{N}_%/-]|[.,]\\d| (?:days?|weeks?|months?|hours?|minutes?|percent|million|billion|models?|de |tage|wochen|monate|jours|semaines|mois|días|meses|dias|giorni|settimane|mesi|prozent))";
const CAPITAL = new RegExp(
  `(?=\\p{Lu})(?<![\\p{L}\\p{N}_@/.-])\\p{Lu}\\p{Ll}{2,}(?: \\p{Lu}\\p{Ll}{2,})? ${NUMBER_AND_SIZE}`,
  "gu",
);
/** What has a number behind its capital letter and is no model: days, parts of a text, and other products. */
const OTHERS =
  /^(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|jän|mon|tue|wed|thu|fri|sat|sun)\p{L}*|version|section|step|part|tier|level|phase|chapter|figure|table|page|room|day|week|year|month|quarter|top|about|over|until|before|after|from|since|these|those|all|next|last|only|just|than|with|and|the|windows|office|android|iphone|ipad|macos|ios|galaxy|pixel|surface|xbox|playstation|python|node|java|ruby|php|ubuntu|debian|fedora|visual|xcode|eclipse|angular|react|vue|django|rails|postgres\p{L}*|mysql|kubernetes|docker|internet|basic|standard|server|sql|exchange|sharepoint|studio|build|release|api|sdk|gen|generation|stage|ticket|issue|rule|article|artikel|kapitel|seite|platz|stufe|quartal|nur|noch|ab|bis|seit|vom|zum|tarif|plan|plans|formula|boeing|airbus|models?|modell(?:e|en|o|i)?|modelos?|modèles?|area|zone|round|serie|series|season)(?: |$)/iu;

/** "Use a in place of 2.0 Flash": the maker's word is left out where the text has said it before. */
const SHORT = /(?<![\w.-]|Gemini )(\d\.\d) (?:Flash(?:[ -]Lite)?|Pro|Ultra)(?![\w-])/g;

/** "Medium 3.1" in a text about Mistral. */
const MISTRAL_SIZE =
  /(?<![\w.-]|(?:Mistral|Magistral|Devstral|Pixtral|Voxtral) )(?:Small|Medium|Large) \d(?:\.\d)?(?![\w%-]|\.\d)/g;

/** "Scribe 1 (nordhavn.scribe-1-v1:0)", "Claude Lyric 2 (model ID: …)": a name that its id explains. */
const EXPLAINED =
  /(?=\p{Lu})(?<![\p{L}\p{N}])((?:\p{Lu}[\p{L}\p{N}.]*)(?: (?:\p{Lu}[\p{L}\p{N}.]*|v?\d[\d.]*)){1,4}) ?[(\uFF08](?:[\p{L} -]{0,12}: ?)?[`"'“]?([a-z][a-z0-9]*(?:[-./:@][a-z0-9]+){1,12})[`"'”]?[)\uFF09]/gu;
/** What stands in code marks and has the shape of words with hyphens. */
const IN_CODE = /`([a-z][a-z0-9]*(?:-[a-z0-9]+){1,4})`/g;

/** A line that holds one word with hyphens: an id where the line above or below is one, too. */
const ALONE = /^(?:[-*•·]\s+)?`?([a-z][a-z0-9]*(?:-[a-z0-9]+){1,4})`?$/;

function isIdAlone(text: string | undefined): boolean {
  const id = text === undefined ? undefined : /^(?:[-*•·]\s+)?`?([a-z0-9][\w./:@-]*)`?$/i.exec(text)?.[1];
  return id !== undefined && findModelNames(id).some((name) => name.sure && name.form === "id" && name.text === id);
}

const isPlace = (phrase: string): boolean =>
  surfacesIn(phrase.toLowerCase(), []).some(({ end }) => end === phrase.length);

/** A phrase and, where its first word can be the maker's, the rest. */
function tailsOf(phrase: string): string[] {
  const rest = phrase.slice(phrase.indexOf(" ") + 1);
  return / /.test(rest) ? [phrase, rest] : [phrase];
}

/** "Modelle Heron 2" without its first word; null where nothing is left. */
function withoutFirst(name: string): string | null {
  const rest = name.slice(name.indexOf(" ") + 1);
  return /^\p{Lu}\p{Ll}{2,} /u.test(rest) && !OTHERS.test(rest) ? rest : null;
}

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
  const aliases = new Map<string, string>();
  const whole = texts.join("\n");
  for (const match of whole.includes("accounts/") ? whole.matchAll(PATH) : []) found.set(match[0], "id");
  const ids = texts.flatMap((text) => findModelNames(text)).filter((name) => name.form === "id");
  const stems = new Set(ids.map((name) => stemOf(name.name)));
  for (const match of whole.matchAll(TOKEN)) {
    const behind = whole.slice(match.index + match[0].length, match.index + match[0].length + 40);
    const before = whole.slice(Math.max(0, match.index - 16), match.index);
    if (stems.has(stemOf(match[0])) || (match[0].includes("-") && (BEFORE.test(before) || VERSIONED.test(behind))))
      found.set(match[0], "id");
  }
  for (const [index, text] of texts.entries()) {
    const alone = ALONE.exec(text)?.[1];
    if (alone !== undefined && [texts[index - 1], texts[index + 1]].some((next) => isIdAlone(next)))
      found.set(alone, "id");
  }
  for (const match of /[(\uFF08]/.test(whole) ? whole.matchAll(EXPLAINED) : []) {
    const [, phrase = "", id = ""] = match;
    if (!looksLikeModelId(id) || OTHERS.test(phrase)) continue;
    // "Vertex AI (claude-x@20250101)": a place, and the id by which it serves the model.
    if (isPlace(phrase)) continue;
    for (const name of tailsOf(phrase)) if (findModelNames(name).length === 0) aliases.set(name, id);
  }
  for (const [short, id] of withoutMaker(ids, whole)) aliases.set(short, id);
  if (/mistral/i.test(whole))
    for (const [short] of whole.matchAll(MISTRAL_SIZE)) aliases.set(short, `Mistral ${short}`);
  for (const match of whole.matchAll(SHORT)) {
    const [short = "", version = ""] = match;
    if (new RegExp(`gemini[ -]${escaped(version)}`, "i").test(whole)) aliases.set(short, `Gemini ${short}`);
  }
  for (const text of texts) {
    const plain = text.toLowerCase();
    if (!cues.mayEnd(plain)) continue;
    const ends = cues.has("off", plain) || cues.has("deprecate", plain) || cues.has("until", plain);
    if (!ends) continue;
    const only = () => surfacesIn(plain, []).some((place) => ONLY_MODELS.has(place.surface));
    if (ids.length > 0 && !cues.has("things", plain))
      for (const match of text.matchAll(IN_CODE)) if (match[1] !== undefined) found.set(match[1], "id");
    if (!SPEAKS_OF_MODELS.test(text) && (!only() || cues.has("things", plain.replaceAll("github models", ""))))
      continue;
    for (const match of text.matchAll(CAPITAL)) {
      const name = OTHERS.test(match[0]) ? withoutFirst(match[0]) : match[0];
      if (name === null) continue;
      const end = match.index + match[0].length;
      // "Dal 30 ottobre" begins with a capital, too.
      const days = findDates(text, { at: "2026-01-01", locale: cues.tag });
      if (days.every((day) => day.end <= match.index || day.start >= end)) found.set(name, "display");
    }
  }
  // What stands beside such a name in a list or a table is one, too; and a later number of its name.
  const heads = new Set([...found].filter(([, form]) => form === "display").map(([name]) => headOf(name)));
  for (const name of aliases.keys()) if (/ v?\d/.test(name)) heads.add(headOf(name));
  if (heads.size > 0)
    for (const name of [...heads].flatMap((head) => numbered(head, whole))) found.set(name, "display");
  for (const name of found.keys()) {
    const rest = withoutFirst(name);
    const alone =
      rest === null
        ? -1
        : whole.replaceAll(name, "").search(new RegExp(`(?<!\\p{L})${escaped(rest ?? "")}(?![\\p{L}\\d])`, "u"));
    // "Today Kestrel 4 goes": the name stands alone elsewhere.
    if (rest !== null && found.get(name) === "display" && alone >= 0) {
      found.delete(name);
      found.set(rest, "display");
    }
  }
  const all = [...found].filter(([text]) => !aliases.has(text)).map(([text, form]) => ({ text, form, name: text }));
  const explained = [...aliases].map(([text, name]) => ({
    text,
    form: / /.test(name) ? ("display" as const) : ("id" as const),
    name,
  }));
  return [...all, ...explained].toSorted((a, b) => b.text.length - a.text.length);
}

/** What an id has behind its maker's word: "v4-pro" of "deepseek-v4-pro", "k2.5" of "kimi-k2.5". */
const VERSION_OF = /^(?:[\w.-]+\/)*[a-z]{2,}-([vkmr]\d[\w.]*(?:-[a-z]+)*)$/i;

/** "V4-Pro", "K2.5": the end of an id that the text prints in full, by which nothing else goes. */
function withoutMaker(ids: readonly NameMention[], whole: string): [short: string, id: string][] {
  const ends = new Map<string, Set<string>>();
  for (const { name, sure } of ids) {
    const end = sure ? VERSION_OF.exec(name)?.[1]?.toLowerCase() : undefined;
    if (end !== undefined && end.length > 1) ends.set(end, (ends.get(end) ?? new Set()).add(name));
  }
  return [...ends].flatMap(([end, names]) => {
    const [id] = names;
    if (id === undefined || names.size > 1) return [];
    const re = new RegExp(`(?<![A-Za-z0-9_/.@-])${escaped(end)}(?![A-Za-z0-9_/-]|\\.\\d)`, "gi");
    return [...whole.matchAll(re)].map((match): [string, string] => [match[0], id]);
  });
}

/** The words of an id without its numbers. */
const stemOf = (id: string): string =>
  id
    .toLowerCase()
    .split(/[-.:_]/)
    .filter((part) => !/^v?\d+[a-z]?$/.test(part))
    .join("-");

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** All numbers and sizes of one name in a text: "Heron 2", "Heron 2 Mini", "Heron 3". */
function numbered(head: string, whole: string): string[] {
  const re = new RegExp(`(?<![\\p{L}\\p{N}])${escaped(head)} ${NUMBER_AND_SIZE}`, "gu");
  return [...whole.matchAll(re)].map((match) => match[0]);
}

const headOf = (name: string): string => name.replace(/ v?\d.*$/u, "");

/** The names of a sentence with those of `extra` that stand where it names none. */
export function withNamed(text: string, names: readonly NameMention[], extra: NamedModels): NameMention[] {
  if (extra.length === 0) return [...names];
  const known = extra.filter(({ text: written, name }) => written !== name && !written.includes(" "));
  // What only looks like an id, and the text explains, is what the text says.
  const all = names.filter((name) => name.sure || !known.some(({ text: written }) => written === name.text));
  for (const { text: written, form, name } of extra) {
    for (let at = text.indexOf(written); at >= 0; at = text.indexOf(written, at + written.length)) {
      const end = at + written.length;
      if (
        /[\p{L}\p{N}_-]/u.test(text[at - 1] ?? " ") ||
        /[\p{L}\p{N}_]|-(?=\p{N})/u.test(text.slice(end, end + 2).replace(/^(?!-).*$/su, (rest) => rest[0] ?? ""))
      )
        continue;
      if (all.some((other) => at < other.end && end > other.start)) continue;
      all.push({
        start: at,
        end,
        text: written,
        name,
        form,
        family: familyOf(name)?.family ?? null,
        makerSurface: familyOf(name)?.surface ?? null,
        key: keyOfName(name),
        sure: true,
        several: false,
      });
    }
  }
  return all.toSorted((a, b) => a.start - b.start);
}
