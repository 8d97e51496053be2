import { remember } from "../../lib/remember.ts";
import { displayToId, nameKey } from "../../core/model-name.ts";
import type { NameMention } from "../names/index.ts";

/** What may follow in an id where a display name ends: a snapshot's day, a stage, a three-digit version. */
const SNAPSHOT =
  /^(?:20\d{6}|20\d{2} \d{2} \d{2}|\d{4}|00\d|preview|latest|exp|instruct|v \d+(?: \d+)?)(?: (?:preview|latest|\d{2} \d{2}|v \d+(?: \d+)?|instruct|\d{4}))*$/;

/** The key of an id without its path or vendor: `@cf/meta/llama-3-8b` and `anthropic.claude-3-opus`. */
const bareKey = (name: NameMention): string => (name.form === "display" ? name.key : keyOfId(name.name));

/** A key of Claude's with the family before its number, as the newer names have it: "claude 3 5 haiku" is "claude haiku 3 5". */
export const inOneOrder = (key: string): string =>
  key.replace(/^claude (\d+(?: \d+)?) (opus|sonnet|haiku)/, "claude $2 $1");

const keyOfId = remember((id) => {
  const last = id.slice(id.lastIndexOf("/") + 1);
  const vendor =
    /^(?:[a-z]{2}\.)?(?:anthropic|meta|amazon|cohere|mistral|ai21|stability|openai|google|deepseek|qwen)\.(?=[a-z])/.exec(
      last,
    );
  const bare = vendor === null ? last : last.slice(vendor[0].length);
  return nameKey(bare.replace("@", "-")).replace(/^labs /, "");
});

/** True when an id is what a display name of the same text stands for. */
export function idStandsFor(id: NameMention, display: NameMention): boolean {
  const long = bareKey(id);
  const short = display.key;
  return long === short || isSnapshot(long, short);
}

/** True for the key of a snapshot or a stage of what another key names. */
export const isSnapshot = (long: string, short: string): boolean =>
  long.startsWith(`${short} `) && SNAPSHOT.test(long.slice(short.length + 1));

/** The same of two names as they stand in facts. */
export function idNamed(id: string, name: string): boolean {
  const [long, short] = [keyOfId(id), nameKey(name)];
  return id !== name && (long === short || isSnapshot(long, short));
}

const IN_SCRIPT = /[가-힣ァ-ヺ]/;

/** Parts of an id that people leave out: active experts, tuning, a build. */
const LEFT_OUT = /^(?:\d+e|a\d+(?:\.\d+)?b|instruct|it|instant|versatile|fp8|\d{4}|20\d{6})$/;
const SIZE = /^\d+(?:\.\d+)?b$/;

/** The key of an id without those parts, with its size and without it. */
export const coresOf = remember((id) => {
  const parts = id
    .slice(id.lastIndexOf("/") + 1)
    .toLowerCase()
    .split(/[-_:\s]/)
    .filter((part) => !LEFT_OUT.test(part));
  const sized = nameKey(parts.join("-"));
  return { sized, bare: nameKey(parts.filter((part) => !SIZE.test(part)).join("-")) };
});

/** The id that "Llama 4 Scout" or "Qwen 3 235B Instruct" is short for, where only one id of the text can be meant. */
function shortened(display: NameMention, all: readonly NameMention[]): NameMention | undefined {
  const key = display.key.replace(/ (?:instruct|it)$/, "");
  const ids = all.filter(({ form, family }) => form === "id" && family === display.family);
  for (const core of ["sized", "bare"] as const) {
    const found = ids.filter((id) => coresOf(id.name)[core] === key);
    if (found.length > 0) return new Set(found.map((id) => id.key)).size === 1 ? found[0] : undefined;
  }
  return undefined;
}

/** Two display names for one model: "GPT-4.5" where the text also says "GPT-4.5 Preview". */
function shortFor(short: NameMention, long: NameMention): boolean {
  return long.key.startsWith(`${short.key} `) && /^(?:preview|exp|latest)$/.test(long.key.slice(short.key.length + 1));
}

/**
 * The one mention of a text that names a model best: its id where the text prints one, the fuller display name where not.
 *
 * @param all every mention of the text, in reading order
 */
export function bestMention(name: NameMention, all: readonly NameMention[]): NameMention {
  if (name.form === "id") return name;
  const known = bests.get(all) ?? new Map<string, NameMention | null>();
  bests.set(all, known);
  const key = `${name.key}|${name.family}|${IN_SCRIPT.test(name.text)}`;
  const before = known.get(key);
  if (before !== undefined) return before ?? name;
  const best = betterMention(name, all);
  known.set(key, best ?? null);
  return best ?? name;
}

/** A long text asks for the same few names again and again. */
const bests = new WeakMap<readonly NameMention[], Map<string, NameMention | null>>();

function betterMention(name: NameMention, all: readonly NameMention[]): NameMention | undefined {
  const right = all.filter((other) => other.form === "id" && idStandsFor(other, name));
  const exact = right.find((other) => bareKey(other) === name.key);
  const best = exact ?? right[0];
  if (best !== undefined) return best;
  const long = shortened(name, all);
  if (long !== undefined) return long;
  // Spelled in other letters, it is the same name where the text has it in Latin ones, too.
  const latin = IN_SCRIPT.test(name.text)
    ? all.find((other) => other.key === name.key && !IN_SCRIPT.test(other.text))
    : undefined;
  return latin ?? all.find((other) => other.form === "display" && shortFor(name, other));
}

const STAGE_IN_SCRIPT = /プレビュー版?|프리뷰|미리보기/g;

/** The string that goes into a fact: the id, or the name as the text writes it; words like 预览版 become their token. */
export function idOf(name: NameMention, surface = ""): string {
  if (name.form === "id") return name.name;
  if (name.name.endsWith(" Preview") && !/preview/i.test(name.text)) return name.name;
  // A catalogue of display names has them in Latin letters.
  if (IN_SCRIPT.test(name.text.replace(STAGE_IN_SCRIPT, "")))
    return surface.startsWith("github-") ? name.name : name.text;
  const plain = /[^\x20-\x7E]/.test(name.text) ? (displayToId(name.name)[0] ?? name.text) : name.text;
  return /^[\d.]|^(?:pro|flash|lite|mini|nano|large|medium|small|turbo|max|plus|opus|sonnet|haiku)\b/i.test(plain)
    ? name.name
    : plain;
}

const VENDOR = /(?<![A-Za-z\d])(?:OpenAI|Meta|Mistral(?: AI)?|Cohere|AI21|DeepSeek|Microsoft|xAI) $/u;
const BUILD = /^ (?:instruct|chat)?(?: ?\(\d+k\))?(?![\p{L}\p{N}])/u;

/** A catalogue's own name around a mention: "OpenAI o1-preview", "Phi-3.5-MoE instruct (128k)". */
export function catalogName({ start, end, text: written }: NameMention, text: string): string {
  const vendor = VENDOR.exec(text.slice(0, start))?.[0] ?? "";
  const build = BUILD.exec(text.slice(end, end + 20))?.[0] ?? "";
  return `${vendor}${written}${build.trimEnd()}`;
}

/** The id of a replacement: display names stay as they are on places where they are the ids, and with a build in brackets. */
export function replacementId(name: NameMention, surface: string): string {
  if (name.form === "id" || name.name.endsWith(")") || surface.startsWith("github-")) return name.name;
  return displayToId(name.name)[0] ?? name.name;
}
