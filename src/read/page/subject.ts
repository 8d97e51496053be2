import { oneLine } from "../../lib/one-line.ts";
import { type Block, textOf } from "../../parse/document.ts";
import { idShaped, surelyId } from "../cells/tokens.ts";
import { yearAlone } from "../dates/day-in-month.ts";
import { isKnown } from "../names/index.ts";
import { meaningOfHeader } from "../table/header-words.ts";
import { isCard } from "./containers.ts";
import { idOfName } from "./own-id.ts";
import type { Section } from "./sections.ts";

/** The model that a heading names: an id, or a display name with a number in it. */
export function subjectOf(section: Section): string | null {
  const { heading } = section;
  if (heading?.named === true) return heading.thing;
  // "February 2027", "Summer 2027" are when, and not what.
  const when = heading !== null && (heading.month !== null || yearAlone(heading.text) !== null);
  const name = heading === null || heading.title || when ? null : subjectIn(heading.thing);
  return name === null || !name.includes(" ")
    ? name
    : (idBelow(section.blocks) ?? idOfName(name, section.blocks) ?? name);
}

const FIELD = /^([^:：]{2,30})[:：]\s*(\S+)$/;

/** "Model ID: x" below the display name of x. */
function idBelow(blocks: readonly Block[]): string | null {
  for (const block of blocks) {
    if (block.type !== "paragraph" || block.lines.length !== 1) continue;
    const [, key = "", value = ""] = FIELD.exec(oneLine(textOf(block.lines))) ?? [];
    if (surelyId(value) && meaningOfHeader(key).role === "model") return value;
  }
  return null;
}

/** "Deprecation of x", "Retiring x", "Abkündigung von x": what a heading announces of its model. */
const ENDING_OF =
  /^(?:(?:upcoming |planned |scheduled )?(?:deprecation|retirement|removal|shut-?down|sunset|discontinuation|end[- ]of[- ](?:life|service))(?: notice)?(?: of| for)?|deprecating|retiring|removing|sunsetting|discontinuing|shutting down|goodbye,?|farewell,?|abkündigung(?: von)?|abschaltung(?: von)?|einstellung(?: von)?|(?:retrait|arrêt|dépréciation|fin de vie)(?: d[eu’'])?|(?:retirada|retiro|baja|descontinuación)(?: de)?|(?:descontinuação|desativação|encerramento)(?: d[eo])?|(?:ritiro|dismissione)(?: di)?)[\s:：]+(?:the |le |la |el |o |il )?(?=\S*[\p{L}])/iu;
/** "x deprecation", "x 下线公告", "xの提供終了". */
const ENDING_BEHIND =
  /\s+(?:(?:is|are|was|were|will be|has been|to be|gets?)(?: now| soon| being)? (?:deprecated|retir\w+|remov\w+|going away|leaving|ending|shut(?:ting)? ?(?:down|off)|sunset\w*|discontinued|decommissioned|withdrawn|phased out|(?:switched|turned) off|unavailable)|(?:goes|going) away|leaves|ends|retires|shuts down|reaches (?:its )?end of life|wird (?:abgeschaltet|eingestellt|entfernt)|(?:est|sera) (?:retirée?|arrêtée?|supprimée?)|(?:se retira|será (?:retirado|descontinuado|desativado))|(?:viene|sarà|verrà) (?:ritirat[oa]|dismess[oa])|deprecation|retirement|removal|shut-?down|sunset|end[- ]of[- ]life|eol|is (?:deprecated|retiring|being retired)|deprecated|retired)(?: notice| announcement)?$|\s*(?:即将|将|将要|已)?(?:下线|停用|退役|停止服务)(?:公告|通知)?$|\s*の(?:提供終了|廃止|終了)(?:のお知らせ|について)?$|\s*(?:서비스 )?종료(?: 안내| 공지)?$/iu;

/** The model that a text names and nothing else: an id, or a display name with a number; null for other words. */
export function subjectIn(text: string): string | null {
  const thing = text
    .replace(ENDING_OF, "")
    .replace(ENDING_BEHIND, "")
    .replace(/(?<=\d\S*) models?$/i, "");
  const words = thing.split(/\s+/);
  // "Mistral Saba mistral-saba-2502": the name, then the id.
  const last = words.at(-1) ?? "";
  if (
    words.length > 1 &&
    words.length <= 8 &&
    /^[a-z][a-z\d]*-[a-z].*\d/.test(last) &&
    surelyId(last) &&
    /^[A-Z]/.test(thing)
  )
    return last;
  // "Clean-up" and "Wind-down" are words.
  if (words.length === 1 && idShaped(thing))
    return /^[A-Z][a-z]+-[a-z]+$/.test(thing) && !isKnown(thing) ? null : thing;
  return words.length <= 6 && /\d/.test(thing) && (words.some((word) => surelyId(word)) || /^[A-Z]/.test(thing))
    ? thing
    : null;
}

/** The model that the title of a card names. */
export function subjectOfCard(card: Block): string | null {
  return isCard(card) ? subjectIn(oneLine(textOf([card.blocks[0].line]))) : null;
}
