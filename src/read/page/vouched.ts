import { type Block, type Line, textOf } from "../../parse/document.ts";
import { kindOfThing } from "../cells/kind.ts";
import { THING_OF_MODEL } from "../cells/things.ts";
import { idShaped } from "../cells/tokens.ts";
import type { Draft } from "../table/draft.ts";

const STAGE = /(^|[-_.])(latest|preview|beta|alpha|exp|experimental|stable)([-_.]|$)/i;
/** What an id of plain words must be called near it: "the voices `anna-en` and `paul-de`". */
const MODELS =
  /(?<!\p{L})(?:models?|voices?|snapshots?|checkpoints?|llms?|modell(?:e|en|i|o)?|modelos?|mod[eè]les?|stimmen?|voix|voces|vozes|voc[ei])(?!\p{L})|模型|音色|モデル|ボイス|모델|보이스/iu;
const THING = `(?:${THING_OF_MODEL}|endpoints?|regions?|plans?|tiers?|librar(?:y|ies)|packages?|sdks?|roles?|errors?|codes?|values?|tasks?|tags?|接口)`;
const THING_BEHIND = new RegExp(`^[\\s\`"'”]{0,3}${THING}(?!\\p{L})`, "iu");
const THING_BEFORE = new RegExp(`(?<!\\p{L})${THING}[\\s\`"'“:：]{0,3}$`, "iu");

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
  for (const { lines, called } of passagesOf(blocks, MODELS.test(headings)))
    for (const line of lines)
      for (const [index, run] of line.entries()) {
        const id = run.text.trim();
        if (run.code !== true && run.bold !== true) continue;
        if (isVouchedId(id, told) || (called && run.code === true && isCalledModel(id, line, index))) names.add(id);
      }
  return names;
}

/** Parameters, headers and paths are none; joints of `_` are for them and for tools, unless the page has models of that stem. */
function isVouchedId(text: string, told: readonly Draft[]): boolean {
  if (!isModelShaped(text) || !isOfStem(text, told)) return false;
  return /\d/.test(text) || STAGE.test(text);
}

const isModelShaped = (text: string): boolean => idShaped(text) && !text.includes("=") && kindOfThing(text) === "model";

function isOfStem(text: string, told: readonly Draft[]): boolean {
  const stem = text.split("_")[0] ?? "";
  return stem === text || told.some((draft) => draft.kind === "model" && draft.id.startsWith(`${stem}_`));
}

/** An id of words with joints, with no noun of another thing right beside it. */
function isCalledModel(id: string, line: Line, index: number): boolean {
  if (!/^[a-z][a-z\d]+(?:[-/.][a-z\d]+)+$/.test(id) || !isModelShaped(id)) return false;
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
