import { oneLine } from "../../lib/one-line.ts";
import type { Cell, Line } from "../../parse/document.ts";
import { ADVISES } from "./advice.ts";
import { isKnown } from "../names/index.ts";
import { takenApart } from "../names/slashes.ts";
import { isNothing, lineText, withoutFootnote, withoutStruck } from "./marks.ts";
import { idShaped, partsOf, splitBrackets, surelyId } from "./tokens.ts";

/** Words that make a part advice, not a name: "see the guide", "contact sales", "omit". */
const ADVICE =
  /\b(see|view|refer|contact|guide|documentation|docs|learn|visit|use of|your|our|please|omit|remove|consider|depends|various|no longer|not |prompting|transition|automatically|upgraded|none|sales|support|workloads?|any|other|newer|latest (?:models?|version)|the ga|enterprise)\b|指南|文档|参见|请|ガイド|参照|가이드|참조|(?:する|します|ください|하세요|하십시오|합니다)。?$|セルフ(?:デプロイ|ホスト)|自(?:行|主)?(?:部署|托管)|직접 배포|셀프|selbst (?:bereitstellen|hosten|betreiben)|auto-?héberg|autoaloj|auto-?hosped|auto-?ospit/i;
/** "No replacement planned", "Coming soon", "Aucun prévu": words that there is none, or none yet. */
const NONE =
  /^(?:later|newer|above|higher|up|self-?host\w*|self-?deploy\w*|no|not|none|will|pending|coming|unknown|to be|kein\w*|aucune?|pas de|sin|sem|nenhum\w*|ning[uú]n\w*|nessun\w*|senza|tentative|provisional|provvisori\w*|vorläufig)(?:\s|$)/i;
const LEAD = new RegExp(
  `^(?:${ADVISES}:?|we recommend|recommended:?|the|either|or|and|new:?|to|请使用|使用|建议使用|迁移至|切换到)\\s+`,
  "i",
);

/** "None; frames can be sent to x": there is none, whatever is named behind it. */
const NOBODY =
  /^(?:none|n\/?a|no (?:direct )?(?:replacement|successor)|kein\p{L}*(?: (?:direkte\p{L}* )?(?:nachfolger|ersatz))?|aucune?(?: remplaçant)?|ning[uú]n\p{L}*|nenhum\p{L}*|nessun\p{L}*|无|無|なし|없음)\s*(?:[;；,，.。(（—–]|$)/iu;

/**
 * The replacements that a cell names, ids and display names, in its order; advice ("View transition guide") and
 * settings in brackets are left out. `[]` for none.
 */
export function readReplacements(cell: Cell): string[] {
  if (NOBODY.test(oneLine(cell.lines.map((line) => lineText(line)).join(" ")))) return [];
  const found: string[] = [];
  const lines = withoutStruck(cell).lines.map((line) => ({ line, text: oneLine(lineText(line)) }));
  const codes = lines.flatMap(({ line, text }) => {
    const { outside } = splitBrackets(text);
    return line.filter((run) => run.code === true && outside.includes(run.text.trim())).map((run) => run.text);
  });
  const ids = (codes.length > 0 ? codes : lines.flatMap(({ line, text }) => bracketedIds(line, text)))
    .flatMap((text) => partsOf(text))
    .map((text) => withoutFootnote(text))
    .filter((text) => idShaped(text) || /^[\w.-]+$/.test(text));
  // "`a-1` with `low` effort": beside an id, a plain word in code marks is a setting.
  const beside = ids.some((text) => surelyId(text)) ? ids.filter((text) => !isSetting(text)) : ids;
  const sure = beside.some((text) => idShaped(text))
    ? beside.filter((text) => idShaped(text) || isKnown(text))
    : beside;
  if (sure.length > 0) found.push(...sure);
  else for (const { text } of lines) found.push(...readText(text));
  // "v1" is the version of an interface.
  return [...new Set(found.flatMap((name) => takenApart(name)))].filter((name) => !/^v\d+$/i.test(name));
}

/** "Mistral Small 4 (`mistral-small-latest`)": a code mark that fills its bracket is the id of the name before it. */
const bracketedIds = (line: Line, text: string): string[] =>
  splitBrackets(text).inside.filter(
    (part) => idShaped(part) && !isSetting(part) && line.some((run) => run.code === true && run.text.trim() === part),
  );

/** "Set `thinking_level` to high", "with `reasoning.effort` set to low" beside an id with a number: words with joints are for parameters. */
const isSetting = (id: string): boolean => /^[a-z]+(?:[_.][a-z]+)+$/.test(id);

function readText(text: string): string[] {
  if (isNothing(text)) return [];
  const { outside, inside } = splitBrackets(text);
  const named = partsOf(outside).flatMap((part) => namesOfPart(part));
  if (named.some((name) => surelyId(name))) return named;
  const bracketIds = inside.flatMap((part) => partsOf(part)).filter((part) => surelyId(part));
  return bracketIds.length > 0 ? bracketIds : named;
}

/** "a-1 b-2" is two ids, "a-1 in US East" one id, "GPT-4 Turbo" a name. */
function namesOfPart(part: string): string[] {
  const bare = part
    .replace(LEAD, "")
    .replace(/\s+instead\.?$/i, "")
    .replace(/[.。]$/, "");
  const words = bare
    .split(/\s+/)
    .map((word) => withoutFootnote(word.replace(/^["'“]|["'”.,;:。，；]+$/g, "")).replace(/(?<=\d)\+$/, ""));
  const ids = words.filter((word) => surelyId(word) && !isVersionWord(word));
  if (ids.length > 0 && ids.length === words.length) return ids;
  const lower = ids.filter((word) => word === word.toLowerCase() && /[a-z]/.test(word));
  if (lower.length > 0) return lower;
  const name = withoutFootnote(bare);
  return isName(name) ? [name] : [];
}

/** "3.5" and "08-2024" are parts of a display name, "Flash-Lite" has no digit and never gets here. */
function isVersionWord(word: string): boolean {
  return /^v?\d+([.-]\d+)*$/i.test(word);
}

function isName(part: string): boolean {
  if (part === "" || isNothing(part) || part.length > 60 || ADVICE.test(part)) return false;
  // "可访问的能力最强的网络安全模型": so many letters of the East and none of a name.
  if (part.length > 8 && !/[A-Za-z\d]/.test(part)) return false;
  if (part.split(/\s+/).length > 7 || (NONE.test(part) && !/\d/.test(part))) return false;
  return idShaped(part) || /^[A-Z\d\p{Lo}]/u.test(part) || /^[\w-]+$/.test(part) || isKnown(part);
}
