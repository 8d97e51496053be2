/** Comparing names of models as people and pages write them. Pure text; no list of models. */

/** Words of nine languages for the stages of a model, each to one token. */
const STAGE_WORDS: readonly (readonly [RegExp, string])[] = [
  [
    /預覽版?|预览版?|プレビュー版?|프리뷰|미리보기|vorschau(?:version)?|aperçu|(?:versión )?preliminar|prévia|anteprima|previews?/giu,
    " preview ",
  ],
  [
    /实验(?:性|版)+|實驗(?:性|版)+|実験(?:的|版)?|실험(?:적|판|용)?|experimentell|expérimentale?|experimental|sperimentale/giu,
    " exp ",
  ],
  [/最新版?|최신(?:판)?|neueste[rs]?|dernière|más reciente|mais recente|più recente/giu, " latest "],
  [/正式版|安定版|정식(?: 버전)?/giu, " "],
];

/** What stands around a name in a question or a sentence and is no part of it. */
const NOISE = /(?:^|\s)(?:the|model|models|模型|モデル|모델|modelo|modell|modèle|modello)(?=\s|$)/giu;

const PARTS = /\d+(?:\.\d+)*|[^\p{N}\s._/:@*+-]+|[/:@*+]/gu;

/** Most names are ids: their parts are cut at once, unless one may be a word for a stage or no part of the name. */
const PLAIN_NAME = /^[A-Za-z0-9 ._/:@*-]*$/;
const PLAIN_PARTS = /[a-z]+|\d+|[/@*]/g;
const MAY_BE_STAGE =
  /preview|experiment|vorschau|preliminar|anteprima|sperimental|neueste|recente|reciente|^the$|^model/;

/**
 * The loose key under which spellings of one model meet: `GPT 4.5`, `gpt4.5` and `GPT‑4.5` give `gpt 4 5`;
 * `GPT-4.5 预览版` and `gpt-4.5-preview` give `gpt 4 5 preview`; `claude opus 4.1` and `claude-opus-4-1` are the same.
 * Look-alikes are kept as they are: a Cyrillic `а`, a Greek `ο`, a full-width or an invisible character never meets
 * the plain letter, so that a forged id is another name.
 *
 * @returns tokens joined by spaces, "" for text without letters and digits
 */
export function nameKey(text: string): string {
  if (PLAIN_NAME.test(text)) {
    const words = text.toLowerCase().match(PLAIN_PARTS) ?? [];
    if (!words.some((word) => word !== "preview" && MAY_BE_STAGE.test(word))) return words.join(" ");
  }
  let plain = text
    .normalize("NFC")
    .replace(/[\uFEFF\u200B-\u200F]/g, "\u2060")
    .replace(/[\u2010-\u2015\u2212\uFE63\uFF0D]/g, "-")
    .replace(/[\u00A0\u3000\u2009\u202F\t\r\n·・]/g, " ");
  for (const [words, token] of STAGE_WORDS) plain = plain.replace(words, token);
  plain = plain.replace(NOISE, " ").replace(/\bexp\b|\bexperimental\b/gi, " exp ");
  const tokens: string[] = [];
  for (const [part] of plain.toLowerCase().matchAll(PARTS)) {
    if (/^\d/.test(part)) tokens.push(...part.split("."));
    // "Command R+" is another model than "Command R", and its id says "plus".
    else if (part === "+") tokens.push("plus");
    else if (part !== ":") tokens.push(part);
  }
  return tokens.join(" ");
}

/** Plain ASCII: what every provider's ids are made of. A name with a look-alike letter fails. */
export function isPlainId(text: string): boolean {
  return /^[\x21-\x7E]+$/.test(text);
}

/** True when two spellings mean one name; order of the words counts, marks between them do not. */
export function sameName(a: string, b: string): boolean {
  const key = nameKey(a);
  return key !== "" && key === nameKey(b);
}

/**
 * Ids that a display name may stand for, likeliest first: `Claude Opus 4.1` gives `claude-opus-4-1`, then
 * `claude-opus-4.1`; `GPT-4.5 Preview` gives `gpt-4.5-preview`; `DALL·E 3` gives `dall-e-3`; an id gives itself. By
 * the makers' habit: Anthropic writes versions with hyphens, all others with points.
 */
export function displayToId(name: string): string[] {
  const bare = name.trim();
  if (bare === "") return [];
  if (isPlainId(bare) && bare === bare.toLowerCase()) return [bare];
  let text = bare.replace(/[\u2010-\u2015\u2212]/g, "-").replace(/[·・]/g, "-");
  for (const [words, token] of STAGE_WORDS) text = text.replace(words, token === " exp " ? " exp " : token);
  text = text
    .toLowerCase()
    .replace(/\([^)]*\)/g, " ")
    .replace(NOISE, " ")
    .trim()
    .replace(/[\s_]+/g, "-")
    .replace(/-{2,}/g, "-")
    .replace(/^-|-$/g, "");
  const hyphened = text.replace(/(?<=\d)\.(?=\d)/g, "-");
  const both = text.startsWith("claude") ? [hyphened, text] : [text, hyphened];
  return [...new Set(both)].filter((id) => id !== "");
}
