import { type Block, type Line, textOf } from "../../parse/document.ts";
import { kindOfThing } from "../cells/kind.ts";
import { THING_OF_MODEL } from "../cells/things.ts";
import { idShaped } from "../cells/tokens.ts";
import { isNoName } from "../names/no-name.ts";
import type { Draft } from "../table/draft.ts";
import { displayNamesIn } from "./display-names.ts";
import { seriesIn } from "./series.ts";

const STAGE = /(^|[-_.])(latest|preview|beta|alpha|exp|experimental|stable)([-_.]|$)/i;
/** Parts of ids that nothing but models has. */
const SORT = /(?:^|[-_./])(?:tts|stt|asr|ocr|llm|vl|rerank(?:er)?|embed(?:ding)?s?|instruct|diffusion)(?:[-_.]|$)/i;
/** What an id of plain words must be called near it: "the voices `anna-en` and `paul-de`". */
const MODELS =
  /(?<!\p{L})(?:models?|voices?|snapshots?|checkpoints?|llms?|modell(?:e|en|i|o)?|modelos?|mod[eè]les?|stimmen?|voix|voces|vozes|voc[ei])(?!\p{L})|模型|音色|モデル|ボイス|모델|보이스/iu;
const THING = `(?:${THING_OF_MODEL}|endpoints?|regions?|plans?|tiers?|librar(?:y|ies)|packages?|sdks?|roles?|errors?|codes?|values?|tasks?|tags?|接口)`;
const THING_BEHIND = new RegExp(`^[\\s\`"'”]{0,3}${THING}(?!\\p{L})`, "iu");
const THING_BEFORE = new RegExp(`(?<!\\p{L})${THING}[\\s\`"'“:：]{0,3}$`, "iu");

/** "Das Python-Paket `acme-alpha-client`": code that people install. */
const PACKAGE =
  "(?:sdks?|librar(?:y|ies)|packages?|pakete?|bibliothek(?:en)?|paquets?|bibliothèques?|paquetes?|bibliotecas?|librerías?|pacotes?|pacchett[oi]|libreri[ae]|パッケージ|ライブラリ|패키지|라이브러리|软件包|安装包|依赖包)";
const PACKAGE_BEFORE = new RegExp(`(?<!\\p{L})(?:\\p{L}+-)?${PACKAGE}[\\s\`"'“:：]{0,3}$`, "iu");
const PACKAGE_BEHIND = new RegExp(`^[\\s\`"'”]{0,3}${PACKAGE}(?!\\p{L})`, "iu");

const isPackage = (line: Line, index: number): boolean =>
  PACKAGE_BEFORE.test(textOf([line.slice(0, index)]).slice(-32)) ||
  PACKAGE_BEHIND.test(textOf([line.slice(index + 1)]).slice(0, 24));

type Passage = { lines: readonly Line[]; called: boolean };

/**
 * The names in code marks or bold type that the page vouches for: ids with a digit or a stage in them, and ids of plain
 * words where the words around speak of models.
 *
 * @param told what the tables and lists of the page name
 * @param headings the words of the headings that stand over the blocks
 */
export function vouchedNames(blocks: readonly Block[], told: readonly Draft[], headings = ""): Set<string> {
  const names = new Set<string>();
  const series = seriesIn(blocks);
  for (const name of namesBesideNoun(headings)) names.add(name);
  for (const { lines, called } of passagesOf(blocks, MODELS.test(headings)))
    for (const line of lines) {
      for (const name of namesBesideNoun(textOf([line]))) names.add(name);
      if (called) for (const name of displayNamesIn(textOf([line]))) names.add(name);
      for (const [index, run] of line.entries()) {
        const id = run.text.trim();
        if ((run.code !== true && run.bold !== true) || isPackage(line, index)) continue;
        if (
          isVouchedId(id, told) ||
          (run.code === true && (MAKERS_PATH.test(id) || series.has(id))) ||
          (called && run.code === true && isCalledModel(id, line, index))
        )
          names.add(id);
      }
    }
  return names;
}

/** "Acme/Big-Video": in code marks a maker's path needs no number. */
const MAKERS_PATH = /^[A-Z][A-Za-z]{2,30}\/[A-Z][A-Za-z]{1,20}(?:-[A-Z][A-Za-z]{1,20}){1,4}$/;

const TOKEN = "[A-Za-z][A-Za-z\\d]{0,30}(?:[-._/][A-Za-z\\d]{1,30}){1,8}";
const CHAIN = `${TOKEN}(?:\\s{0,2}(?:,|、|과|와|및|と|や|和|与|及|或)\\s{0,2}${TOKEN}){0,8}`;
const NOUN = "(?:모델|モデル|模型)";
/** "임베딩 모델 clir-emb과 clir-sts", "LK-C, LK-B 모델": in these scripts Latin words with joints beside the noun are names. */
const BESIDE = new RegExp(
  `${NOUN}\\s{0,2}[「“"]?(${CHAIN})|(?<![\\w./-])(${CHAIN})[」”"]?\\s{0,2}(?:の|的)?${NOUN}`,
  "gu",
);
/** "text-to-speech 모델", "fine-tuned モデル": words for what a model is or does. */
const WORD =
  /^(?:to|of|the|and|in|on|off|out|text|speech|image|video|audio|voice|code|fine|tuning|tuned|open|source|weight|pre|post|trained|large|small|scale|multi|modal|cross|lingual|real|time|long|short|context|high|low|zero|few|one|shot|self|hosted|built|based|only|end|state|art|custom|third|party|first|demand|per|use|vision|language|task|specific|domain|general|purpose|turn|agent|ai|ml|api|re|ranking|non|reasoning|thinking|instruct|chat|base)$/i;

function namesBesideNoun(text: string): string[] {
  if (!/[모モ模]/.test(text)) return [];
  return [...text.matchAll(BESIDE)]
    .flatMap(([, behind, before]) => (behind ?? before ?? "").match(new RegExp(TOKEN, "g")) ?? [])
    .filter((name) => isModelShaped(name) && !name.split(/[-._/]/).every((part) => WORD.test(part)));
}

/** Parameters, headers and paths are none; joints of `_` are for them and for tools, unless the page has models of that stem. */
function isVouchedId(text: string, told: readonly Draft[]): boolean {
  if (!isModelShaped(text) || isNoName(text) || !isOfStem(text, told)) return false;
  return /\d/.test(text) || STAGE.test(text) || SORT.test(text);
}

const isModelShaped = (text: string): boolean => idShaped(text) && !text.includes("=") && kindOfThing(text) === "model";

function isOfStem(text: string, told: readonly Draft[]): boolean {
  const stem = text.split("_")[0] ?? "";
  return stem === text || told.some((draft) => draft.kind === "model" && draft.id.startsWith(`${stem}_`));
}

/** "acme_speech_v1": joints of `_` before a version are for no parameter. */
const VERSIONED = /^[a-z][a-z\d]*(?:_[a-z\d]+)*_v\d+(?:_\d+)*$/;

/** An id of words with joints, with no noun of another thing right beside it. */
function isCalledModel(id: string, line: Line, index: number): boolean {
  if (!(/^[a-z][a-z\d]+(?:[-/.][a-z\d]+)+$/.test(id) || VERSIONED.test(id)) || !isModelShaped(id)) return false;
  const before = textOf([line.slice(0, index)]);
  return !THING_BEFORE.test(before.slice(-24)) && !THING_BEHIND.test(textOf([line.slice(index + 1)]).slice(0, 24));
}

/** Every text of the blocks, and whether it or the words right above it speak of models. */
function passagesOf(blocks: readonly Block[], under: boolean): Passage[] {
  let above = under;
  return blocks.flatMap((block): Passage[] => {
    if (block.type === "paragraph") {
      const own = MODELS.test(textOf(block.lines));
      above = under || own;
      return [{ lines: block.lines, called: under || own }];
    }
    const called = above;
    const inner = (each: readonly Block[], lines: readonly Line[]): Passage[] => {
      const own = called || MODELS.test(textOf([...lines]));
      return [{ lines, called: own }, ...passagesOf(each, own)];
    };
    if (block.type === "heading") return [{ lines: [block.line], called: under }];
    if (block.type === "list") return block.items.flatMap((item) => inner(item.children, item.lines));
    if (block.type === "definitions") return block.entries.flatMap((entry) => inner(entry.details, entry.term));
    if (block.type === "note" || block.type === "update") return passagesOf(block.blocks, under);
    if (block.type !== "table") return [];
    return block.rows.map((row) => ({ lines: row.flatMap((cell) => cell.lines), called: false }));
  });
}
