import { type Block, type Line, textOf } from "../../parse/document.ts";

import { THING_OF_MODEL } from "../cells/things.ts";

/**
 * Models that are called by a plain word ("the `nano` model", "die Modelle `base` und `plus`"): code marks right beside the
 * noun make a name of it, where nothing says that it is a parameter.
 */

const WORD = /^[a-z][a-z]{2,19}$/;
/** Words of requests, which stand beside the noun as well. */
const OF_REQUESTS =
  /^(?:models?|engine|tier|temperature|seed|stop|tools?|messages?|prompt|input|output|user|system|assistant|stream|null|none|true|false|string|auto|default|id|name|type|status|error|version|latest)$/;
const BEFORE =
  /(?:^|[.!?:,;]\s+|(?<!\p{L})(?:the|both|our|das|die|der|den|dem|unser\p{L}*|le|les|du|des|el|los|del|o|os|do|dos|il|i|del|dei|and|und|et|y|e)\s+)(?:(?:speech|old|legacy|language|embedding|alte[ns]?)\s+)?(?:models?|modell(?:e|en|s)?|modèles?|modelos?|modell[oi])\s["'“„«]?$|(?:模型|モデル|모델)\s?[「“"]?$/iu;
const BEHIND =
  /^["'”“»]?(?:\s|-)?(?:models?|modell(?:e|en|s)?|modèles?|modelos?|modell[oi])(?!\p{L})(?!\s(?:parameters?|fields?|options?|flags?|pickers?|settings?))|^[」”"]?\s?(?:的|の)?(?:模型|モデル|모델)(?!参数|パラメータ|파라미터)/iu;
/** "The models `list` endpoint": another thing is called so. */
const THING = new RegExp(
  `^["'”“»]?[\\s-]{0,2}(?:${THING_OF_MODEL}|endpoints?|methods?|routes?|calls?|commands?|pages?|parameters?|fields?|values?|types?|families|family|class(?:es)?|keys?|columns?|objects?|接口|参数|方法|エンドポイント|パラメータ|엔드포인트|파라미터|매개변수)(?!\\p{L})`,
  "iu",
);
/** What joins such words: "`nano`, `best` and `base`". */
const JOINT =
  /^(?:,? (?:and|or|und|oder|et|ou|y|o|e)(?: the| die| das| les?| el| los| os?| il?)? |, ?|、|和|与|及|や|と|과 ?|와 ?)$/iu;

/** The plain words in code marks that the blocks call models. */
export function plainNames(blocks: readonly Block[]): Set<string> {
  return new Set(blocks.flatMap((block) => linesOf(block)).flatMap((line) => namesOf(line)));
}

const MOST_JOINED = 12;

/** The words right before and right behind a run: no more of a long line is asked for. */
const before = (line: Line, index: number): string =>
  `${index > 2 ? "…" : ""}${textOf([line.slice(Math.max(0, index - 2), index)])}`.slice(-60);
const behind = (line: Line, index: number): string => textOf([line.slice(index + 1, index + 3)]).slice(0, 40);

function namesOf(line: Line): string[] {
  const isWord = (index: number) => {
    const run = line[index];
    return run?.code === true && WORD.test(run.text.trim()) && !OF_REQUESTS.test(run.text.trim());
  };
  const called = line.map(
    (_, index) =>
      isWord(index) &&
      !THING.test(behind(line, index)) &&
      (BEFORE.test(before(line, index)) || BEHIND.test(behind(line, index))),
  );
  const joined = (index: number, step: 1 | -1): boolean => {
    for (let at = index; Math.abs(at - index) <= 2 * MOST_JOINED; at += 2 * step) {
      if (called[at] === true) return true;
      if (!isWord(at + 2 * step) || !JOINT.test(line[at + step]?.text ?? "")) return false;
    }
    return false;
  };
  return line.flatMap((run, index) =>
    isWord(index) && (joined(index, 1) || joined(index, -1)) ? [run.text.trim()] : [],
  );
}

/** The lines of sentences: tables tell what their columns are. */
export function linesOf(block: Block): Line[] {
  if (block.type === "paragraph") return block.lines;
  if (block.type === "list") return block.items.flatMap((item) => [...item.lines, ...item.children.flatMap(linesOf)]);
  return block.type === "note" || block.type === "update" ? block.blocks.flatMap(linesOf) : [];
}
