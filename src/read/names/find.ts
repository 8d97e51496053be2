import { nameKey } from "../../core/model-name.ts";
import { matchesOf, remember } from "../../lib/remember.ts";
import type { Line } from "../../parse/document.ts";
import { BARE_WORDS, FAMILIES, type Family, familyOf, mayBeBare, O_SERIES } from "./families.ts";
import { looksLikeModelId, trimId } from "./id-shape.ts";
import { withoutOwnNames } from "./own-name.ts";
import { takenApart } from "./slashes.ts";
import { spelledIn } from "./scripts.ts";
import { type Ellipsis, findEllipses } from "./ellipsis.ts";

/** A model's name in a text, with its place in UTF-16 units. */
export type NameMention = {
  start: number;
  end: number;
  /** As written. */
  text: string;
  /** The whole name: `Claude Opus 4` where "Opus 4" stands after "Claude Sonnet 4 and". */
  name: string;
  form: "id" | "display";
  family: string | null;
  /** The surface of its maker, or null. */
  makerSurface: string | null;
  /** `nameKey(name)`. */
  key: string;
  /** False where only the shape speaks for it: an unknown family outside of code marks. */
  sure: boolean;
  /** "Imagen 4 preview models", "the Llama 3 family": the name of several. */
  several: boolean;
};

/** `nameKey`, once for each name of a page. */
export const keyOfName = remember((name) => nameKey(name));

export const TIER =
  "pro|flash|lite|light|mini|nano|micro|ultra|turbo|max|plus|air|opus|sonnet|haiku|instant|large|medium|small|tiny|codex|coder|code|instruct|chat|thinking|reasoning|reasoner|vision|image|audio|live|realtime|transcribe|tts|embedding|embed|fast|scout|maverick|premier|canvas|reel|sonic|next(?! (?:month|week|year|quarter|spring|summer|autumn|fall|winter))|omni|express|tool|preview|experimental|exp|latest|spark|nemo|saba|search|deep research|deep-research|sol|terra|luna|native audio|versatile|dialog|highspeed";
const STAGES = "预览版?|預覽版?|プレビュー版?|프리뷰|미리보기|实验版|実験版|実験的";
const VERSION =
  "(?:[vkrmaegx]\\d+(?:\\.\\d+)*(?:b|x)?|\\d{1,3}x\\d+b|\\d+(?:\\.\\d+)+[a-z]?|\\d+[a-z]{1,2}(?![a-z])|\\d{1,4}(?!\\d)(?:x\\d+b)?)";
/** A number after a blank belongs to the name only while it has no version yet, and never before a month or a unit. */
const NO_COUNT =
  "(?!\\.\\d| ?(?:%|days?|weeks?|months?|hours?|percent|tokens?|users?|usd|dollars?|times|million|billion|thousand|of |jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|[-/]\\d{2}[-/]\\d|[年月日년월일]| ?(?:주(?:간|일)?(?: |뒤|후)|개월|종(?:[ 이은을의]|$)|가지|週間|か月|ヶ月|カ月|種|つの))";
const TAIL = `(?:[ -]?${VERSION}${NO_COUNT})?(?:(?:[ -](?:${TIER})(?![a-z0-9])|-${VERSION}| (?:[vrkg]\\d+(?:\\.\\d+)*|\\d+(?:\\.\\d+)?b|\\d+x\\d+b|00\\d)(?![a-z0-9]|\\.\\d))(?:[ -]${VERSION}${NO_COUNT}(?![\\d%]))?)*(?: (?:\\(\\d{2}\\.\\d{2}\\)|2\\d\\.(?:0[1-9]|1[0-2])(?![\\d.])))?`;

const DISPLAY = new RegExp(
  `(?<![a-z0-9_@/.\\u0370-\\u052F-])(?:(?:${FAMILIES.filter((f) => f.family !== "claude-tier")
    .map((f) => f.words)
    .join("|")})(?![a-z])${TAIL}(?:[ ]?(?:${STAGES}))?)`,
  "giu",
);
/** Case without Unicode's folding is far cheaper, and most text is ASCII. */
const DISPLAY_ASCII = new RegExp(DISPLAY.source, "gi");
const NOT_ASCII = /[\u0080-\uFFFF]/;
// What can begin a match stands first: it is cheaper than a look behind at each character.
const TIER_FIRST = new RegExp(
  `(?=[OSH])(?<![a-z0-9_@/.-]|[Cc]laude[ -])(?:Opus|Sonnet|Haiku) ?\\d(?:\\.\\d)?(?![\\d])`,
  "g",
);
const O_NAME = new RegExp(
  `(?=[oO])(?<![A-Za-z0-9_@/.#-])(?:${O_SERIES}|O[134](?=[ ,.、,和与]))(?:[ ](?:mini|pro|preview|deep research)(?![a-z]))?(?![A-Za-z0-9]|[-_/]|\\.\\d)`,
  "g",
);
/** A word of letters alone, which is no id unless it may be a bare one. */
const ORDINARY = `(?![A-Za-z]+(?![A-Za-z0-9*]|[-._/:@+]+[A-Za-z0-9*]))`;
const MAY_BE_BARE = `(?=(?:${BARE_WORDS.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)})(?![A-Za-z]))`;
const ID_TOKEN = new RegExp(
  `(?=[@A-Za-z])(?<![A-Za-z0-9_@/.#\\u00C0-\\u024F\\u0370-\\u052F-]|(?<!\\d-\\d)[A-Za-z0-9]:)(?:${ORDINARY}|${MAY_BE_BARE})@?[A-Za-z][A-Za-z0-9]*(?:[-._/:@+]+[A-Za-z0-9*]+)*(?:-\\*|\\*)?`,
  "g",
);

type Span = Omit<NameMention, "key" | "several">;

const SEVERAL =
  /^[`"'”]?[ -]?(?:(?!and |or |with |in |for |to |on )[a-z]+ ){0,3}(?:models|family|series|versions|variants|slugs|endpoints|generation|系列|シリーズ|ファミリー|世代|系(?!統|譜|列)|시리즈|계열|제품군|라인업|세대|modelle|generation|familie|modèles|famille|modelos|familia|família|modelli|famiglia)(?:(?![\p{L}])|(?<=시리즈|계열|제품군|라인업|シリーズ|ファミリー)(?=[을를이가은는의도과와はがをのもと]))/iu;

/** "moonshot-v1系列": an id that its word of kind makes the beginning of others. */
const FAMILY_BEHIND = /^[`"'”」]?\s?(?:系列|シリーズ|ファミリー|시리즈|계열|제품군|라인업)/;

/** "the preview of Gemini 9": another model than Gemini 9. */
const PREVIEW_OF =
  /(?<!\p{L})(?:preview(?: (?:version|release|build|model))? (?:of|from)|vorschau(?:version|modell)? (?:von|des)|preview-version (?:von|des)|(?:version|versión|versione|versão)(?: (?:de|di|en|in|em))? (?:preview|anteprima|prévia|preliminar|prévisualisation|aperçu|vista previa) (?:de|du|del|di|do|da)|(?:anteprima|prévia|preview) (?:de|du|del|di|do|da))(?: the| la| le)? ["'“«]?$/iu;

/** "modelos da linha Gemini 1.5", "la famille GPT-4": the word stands before the name. */
const LINE_OF =
  /(?<!\p{L})(?:linha|línea|gama|gamma|gamme|família|familia|famille|famiglia|familie|série|serie|séries|reihe|baureihe|family of|系列的?|シリーズの) ["'“「]?$/iu;

function mention(start: number, text: string, form: "id" | "display", family: Family | null, sure: boolean): Span {
  return {
    start,
    end: start + text.length,
    text,
    name: text,
    form,
    family: family?.family ?? null,
    makerSurface: family?.surface ?? null,
    sure,
  };
}

/** Wire ids are lower case and have no blanks; makers' display names are neither. */
function formOf(text: string): "id" | "display" {
  return /\s/.test(text) || /^[A-Z]/.test(text) || /[^\x20-\x7E]/.test(text) ? "display" : "id";
}

const beginnings = new Map(FAMILIES.map(({ words }) => [words, new RegExp(`^(?:${words})`, "i")]));

function beginningOf(words: string): RegExp {
  return beginnings.get(words) ?? new RegExp(`^(?:${words})`, "i");
}

/** "gemini-3.5-flash 19 maggio 2026": what is a day with the words behind it is no version. */
const DAY_BEHIND = /^(?:\.|er|º)? ?(?:de )?\p{L}{3,10}\.?(?: de)? (?:19|20)\d\d(?!\d)/u;
const withoutDay = (name: string, behind: string): string =>
  DAY_BEHIND.test(behind) ? name.replace(/(?<=\S) \d{1,2}$/, "") : name;

/** "gpt-5-chat preview versions": the id ends before the word that says which of its versions are meant. */
function withoutStage(name: string, behind: string): string {
  const cut = /^[a-z][\w.-]*-[\w.-]+(?= (?:preview|experimental)$)/.exec(name)?.[0];
  return cut !== undefined && /^ (?:versions|models|snapshots|releases)/.test(behind) ? cut : name;
}

function displayNames(text: string): Span[] {
  const found: Span[] = [];
  for (const match of matchesOf(NOT_ASCII.test(text) ? DISPLAY : DISPLAY_ASCII, text)) {
    const behind = text.slice(match.index + match[0].length, match.index + match[0].length + 28);
    const name = withoutDay(withoutStage(match[0].trimEnd(), behind), behind);
    const family = familyOf(name);
    if (family === null) continue;
    const rest = name.replace(beginningOf(family.words), "");
    const tiered = /[ -](?:instant|opus|sonnet|haiku|r\+?|a|r7b)$/i.test(name) && family.family !== "claude";
    const short = /^(?:embed|solar|wan|phi|nova|yi|tts|arctic|writer|hermes|flux|titan|embedding|mai)$/i;
    // "4. Mai 2027" is a day and no model of Microsoft's.
    if (/^mai (?:19|20)\d\d$/i.test(name)) continue;
    if (rest === "" && family.bare !== true && !tiered) continue;
    if (rest !== "" && !/\d/.test(rest) && short.test(family.family) && formOf(name) === "id" && !name.includes("-"))
      continue;
    if (
      /^[ -](?:code|chat|live|search|image|audio|preview|large|small|latest|next|fast|tool|embed)$/i.test(rest) &&
      /\s/.test(rest) &&
      !(family.bare === true && /^ (?:Small|Large)$/.test(rest))
    )
      continue;
    if (/^[a-z]/.test(name) && !name.includes("-") && !/\d/.test(name)) continue;
    if (rest.startsWith(" ") && /^[a-z]/.test(name) && !/^(?:gpt|claude|gemini|dall|llama|grok|qwen|kimi)/.test(name))
      continue;
    found.push(mention(match.index, name, formOf(name), family, true));
  }
  for (const match of matchesOf(TIER_FIRST, text)) {
    found.push({ ...mention(match.index, match[0], "display", familyOf("claude"), true), name: `Claude ${match[0]}` });
  }
  for (const match of matchesOf(O_NAME, text))
    found.push(mention(match.index, match[0], formOf(match[0]), familyOf("o3"), true));
  return found;
}

/** "Claude-4-Modelle" and "ChatGPT-Menü" are compounds: the name ends before the ordinary word; "-Distill-Llama-70B" goes on. */
function withoutCompound(id: string, next: string): string {
  const row = id.search(/\/-?(?:\d+[kb]|mini|nano|pro)(?:$|\/)/);
  if (row > 0) return id.slice(0, row);
  // "x:11月24日": a colon before a day.
  if (/^[月日年월일년]/.test(next) && /:\d{1,4}$/.test(id)) return id.slice(0, id.lastIndexOf(":"));
  const cut = id.search(/-(?:[A-Z][a-z]{2,})(?:$|-)/);
  if (cut > 0 && !COMPOUND_TIER.test(id.slice(cut + 1)) && !/\d/.test(id.slice(cut + 1))) return id.slice(0, cut);
  return /^[\u00C0-\u024F]/.test(next) ? id.slice(0, Math.max(0, id.lastIndexOf("-"))) : id;
}

const COMPOUND_TIER = new RegExp(`^(?:${TIER}|[A-Z][a-z]+\\d)(?![a-z])`, "i");

const WORD = /^[A-Za-z]+$/;

/** "Azure OpenAI:GPT-5", where no blank follows the colon. */
const LABEL = /^[A-Z][A-Za-z]+:(?=[A-Z])/;

/** "the scribe_v1 model", "a_v1 and b_v1 models": with an underscore it could be a tool, unless the text says what it is. */
const MODEL_BEHIND =
  /^[`"”']{0,2}(?:(?:, (?:and |or )?| and | or | & )[`"“']{0,2}[\w.-]{1,60}[`"”']{0,2}){0,4} models?(?![\w-])/;
const isCalledModel = (id: string, text: string, end: number): boolean =>
  /_v?\d/.test(id) && MODEL_BEHIND.test(text.slice(end, end + 200));

type Written = { text: string; name: string };

/** "gpt-5-mini/gpt-5-nano/gpt-5-pro", "glm-4.5/4.6": bars between ids, where a path begins with a maker. */
function idsOf(id: string): Written[] {
  if (!id.includes("/")) return [];
  const [first = "", ...others] = takenApart(id);
  if (others.length > 0) {
    const parts = id.split("/").slice(-others.length);
    return [{ text: first, name: first }, ...others.map((name, index) => ({ text: parts[index] ?? name, name }))];
  }
  const ids = id.split("/");
  const family = familyOf(ids[0] ?? "")?.family;
  const alike = family !== undefined && ids.every((one) => /\d/.test(one) && familyOf(one)?.family === family);
  return alike ? ids.map((one) => ({ text: one, name: one })) : [];
}

/** `doubtful`: a token of an unknown family, which code marks would vouch for. */
function idTokens(text: string, code: readonly (readonly [number, number])[]): { found: Span[]; doubtful: boolean } {
  const found: Span[] = [];
  let doubtful = false;
  for (const match of matchesOf(ID_TOKEN, text)) {
    if (WORD.test(match[0]) && !mayBeBare(match[0])) continue;
    const id = withoutCompound(
      trimId(match[0]).replace(LABEL, ""),
      text.slice(match.index + match[0].length, match.index + match[0].length + 1),
    );
    const called = id.includes("_") && isCalledModel(id, text, match.index + match[0].length);
    if (!called && !looksLikeModelId(id)) continue;
    const start = match.index + match[0].indexOf(id);
    const inCode = code.some(([from, to]) => start >= from && start < to);
    const several = idsOf(id);
    let at = start;
    for (const { text: own, name } of several) {
      found.push({ ...mention(at, own, formOf(name), familyOf(name), true), name });
      at += own.length + 1;
    }
    if (several.length > 0) continue;
    const family = familyOf(id);
    const sure = family !== null || inCode || called;
    if (!sure) doubtful = true;
    if (!sure && !/\d/.test(id)) continue;
    found.push(mention(start, id, formOf(id), family, sure));
  }
  return { found, doubtful };
}

function codeSpans(line: Line): { text: string; code: [number, number][] } {
  let text = "";
  const code: [number, number][] = [];
  for (const run of line) {
    if (run.code) code.push([text.length, text.length + run.text.length]);
    text += run.text;
  }
  return { text, code };
}

function expand(ellipsis: Ellipsis, spans: Span[]): Span | null {
  const model = spans[ellipsis.of];
  if (model === undefined) return null;
  return { ...model, start: ellipsis.start, end: ellipsis.end, text: ellipsis.text, name: ellipsis.name };
}

/**
 * The models that a line of text names, in reading order, longest name first where they overlap: wire ids by shape
 * and family, display names by family, version and tier ("Claude 3.5 Sonnet", "GPT-4.5 预览版"), and what is left out
 * after a comma or an "and" ("Gemini 1.5 Pro and Flash").
 *
 * @param input plain text, or a line whose code marks vouch for ids of unknown families
 */
export function findModelNames(input: string | Line): NameMention[] {
  const { text, code } = typeof input === "string" ? { text: input, code: [] } : codeSpans(input);
  // Mentions are told apart by identity, so each caller has its own.
  const plain = namesInText(text);
  return code.length === 0 || !plain.doubtful ? plain.names.map((name) => ({ ...name })) : namesIn(text, code).names;
}

const namesInText = remember((text) => namesIn(text, []));

function namesIn(
  text: string,
  code: readonly (readonly [number, number])[],
): { names: NameMention[]; doubtful: boolean } {
  // One unit for one unit, so that places stay.
  const plain = text.replace(/[\u2010-\u2012\u2212]/g, "-").replace(/[\u00A0\u202F\t\n]/g, " ");
  const ids = idTokens(plain, code);
  const spelled = spelledIn(plain).map(
    ({ start, text: own, latin }): Span => ({ ...mention(start, own, "display", familyOf(latin), true), name: latin }),
  );
  const all = [...displayNames(plain), ...ids.found, ...spelled].toSorted(
    (a, b) => b.end - b.start - (a.end - a.start),
  );
  // The longest stand first, so whatever else overlaps one begins or ends in it.
  const covered = new Uint8Array(all.length > 1 ? plain.length : 0);
  const taken: Span[] = [];
  for (const span of all) {
    if (covered[span.start] === 1 || covered[span.end - 1] === 1) continue;
    covered.fill(1, span.start, span.end);
    taken.push(span);
  }
  taken.sort((a, b) => a.start - b.start);
  const own = withoutOwnNames(plain, taken);
  const ellipses = findEllipses(plain, own);
  const left = ellipses.map((ellipsis) => expand(ellipsis, own));
  const families = new Set(ellipses.flatMap(({ family, of }) => (family === true ? [own[of]] : [])));
  const spans = [...own.filter((span) => !families.has(span)), ...left.filter((span) => span !== null)].toSorted(
    (a, b) => a.start - b.start,
  );
  const whole = (span: Span) =>
    span.form === "display" &&
    !/preview/i.test(span.name) &&
    PREVIEW_OF.test(plain.slice(Math.max(0, span.start - 40), span.start))
      ? `${span.name} Preview`
      : span.name;
  const names = spans.map((span) => ({
    ...span,
    text: text.slice(span.start, span.end),
    name: whole(span),
    key: keyOfName(whole(span)),
    several:
      (span.form === "display" || FAMILY_BEHIND.test(text.slice(span.end, span.end + 6))) &&
      (SEVERAL.test(text.slice(span.end, span.end + 40)) ||
        LINE_OF.test(text.slice(Math.max(0, span.start - 20), span.start))),
  }));
  return { names, doubtful: ids.doubtful };
}

/** True for the name of a model whose family is known, and nothing beside it. */
export function isKnown(name: string): boolean {
  const found = findModelNames(name);
  return found.length === 1 && found[0]?.text === name && found[0].sure;
}
