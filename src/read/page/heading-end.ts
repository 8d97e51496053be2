import type { CivilDate, Precision } from "../../core/fact.ts";
import { oneLine } from "../../lib/one-line.ts";
import { type Block, textOf } from "../../parse/document.ts";
import type { DateSense } from "../cells/dates.ts";
import { readReplacements } from "../cells/replacements.ts";
import { stagesSaid } from "../cells/stages.ts";
import { kindOfThing } from "../cells/kind.ts";
import { arrowIn } from "../lists/arrow.ts";
import { blankDraft, type Draft } from "../table/draft.ts";
import { isOtherwise } from "../table/ends.ts";
import { endWords, speaksOfLeaving, speaksOfReplacement } from "../table/header-words.ts";
import { subjectIn } from "./subject.ts";
import { isKnown } from "../names/index.ts";
import type { Heading, Section } from "./sections.ts";

/** "Shutting down on", "retires:", "abgeschaltet am" right before a day. A day that stands first is that of a notice. */
const ENDS_ON =
  /[\s(（:,–—-]*(?<![\p{L}\d-])(?:models? |date (?:de |d['’])|fecha de |data d[ei] )?(?:(?:will be |to be |being |is |are |was |were )?(?:retir\w*|shut(?:s|ting)?[ -]?(?:down|off)?\w*|remov\w*|sunset\w*|discontinu\w*|decommission\w*|withdraw\w*|turn(?:s|ed|ing)? off|go(?:es|ing)? away|end[- ]of[- ](?:life|service)|eol|unavailable|available|active)|abgeschaltet|eingestellt|abschaltung|retirée?s?|retrait|arrêt|fin de (?:vie|service|vida)|retirad[oa]s?|retiro|baja|desativa(?:da?|do|ção)|descontinuação|encerramento|fim da vida(?: útil)?|ritirat[oaie]|ritiro|dismissione|fine vita|下线|停用|退役|停止服务|提供終了|廃止|(?:서비스 ?)?종료)(?: (?:date|models?)|时间|日期|日| ?예정일|일)?[\s:：,–—(-]*(?:(?:on|in|by|from|after|at|as of|until|effective|starting|am|im|zum|ab|bis|le|en|au|el|em|il|dal|nel|于|在) ?)?$/iu;
/** "Ends on", "Expires": words that fit a trial or a beta as well tell the models' end where nothing else stands before them. */
const ENDS_ALONE =
  /^[\s(]*(?:(?:these |all |the )?(?:models?|service|access|availability) )?(?:end(?:s|ed|ing)?|expir(?:es|ed|ing)|stop(?:s|ped|ping)?(?: working| responding)?|gone|leav(?:es|ing)|disabled|deactivated|endet|enden|läuft aus|laufen aus|entfernt|fin|arrêt|supprim[ée]e?s?|termina\p{L}*|finaliza\p{L}*|encerra\p{L}*|desligad[oa]s?|cessa\p{L}*|dismess[oaie])[\s:：,–—(-]*(?:(?:on|by|from|after|at|as of|until|effective|starting|am|zum|ab|le|au|el|em|il|dal) ?)?$/iu;
/** "2026年12月1日下线": in Chinese, Japanese and Korean the words follow the day. */
const ENDS_BEHIND = /^\s*(?:起|に|から|以降|부터|에)?\s*(?:下线|停用|退役|停止服务|提供終了|廃止|終了|종료)/u;
/** "December 1, 2026: shutdown": what is said of a day to come is no notice of that day. */
const ENDS_THEN =
  /^[\s:：–—|-]*(?:model )?(?:shut-?downs?|retirements?|removals?|sunsets?|end[- ]of[- ](?:life|service)|eol|decommissioning|abschaltung(?:en)?|retraits?|arrêts?|retiros?|retiradas?|desativaç(?:ão|ões)|ritiri|ritiro|dismissioni?)\s*$/iu;
const LONGEST = 160;
const QUOTE_LENGTH = 300;

export type EndInHeading = { date: CivilDate; precision: Precision; before: string };

/**
 * The day on which a heading says that something ends, and what stands before these words; null for any other heading.
 *
 * @param months a month counts, too
 */
export function endIn(text: string, sense: DateSense, months = false): EndInHeading | null {
  if (text.length > LONGEST || isOtherwise(text) || endWords(text) !== "end") return null;
  const days = sense.find(text).dates.filter((found) => found.certain);
  const [day, ...others] = days;
  // "Announced 30 September · Shutdown 31 March": each day beside its step.
  const step = others.length === 0 ? -1 : (stagesSaid([{ text, dates: days }])?.[0]?.indexOf("shutdown") ?? -1);
  const told = days[step];
  if (told !== undefined) return { date: told.date, precision: told.precision, before: "" };
  if (day === undefined || others.length > 0 || (day.precision === "month" && !months)) return null;
  const before = text.slice(0, day.start);
  const words = ENDS_ON.exec(before) ?? ENDS_ALONE.exec(before);
  if (words !== null) return { date: day.date, precision: day.precision, before: before.slice(0, words.index).trim() };
  const behind = text.slice(day.end);
  return ENDS_BEHIND.test(behind) || (day.date > sense.today && ENDS_THEN.test(behind))
    ? { date: day.date, precision: day.precision, before: before.trim() }
    : null;
}

/** "Shutdown on E" over "Deprecated on D." and a list: the heading gives what the words right above the names do not. */
export function withHeadingsEnd(drafts: readonly Draft[], { path }: Section, sense: DateSense): Draft[] {
  const ends = path.flatMap((heading) => (heading.title ? [] : (endIn(heading.text, sense, true) ?? [])));
  const end = ends.at(-1);
  return drafts.map((draft) => {
    const open = draft.shutdown === null && draft.deprecated !== null && !draft.stateOfRow;
    if (!open || end === undefined || end.date < (draft.deprecated ?? "")) return draft;
    return { ...draft, shutdown: end.date, precision: end.precision, floor: end.precision === "earliest" };
  });
}

/** "acme-1 (shutting down December 1, 2026)" over words that give no day: what the heading says of its model. */
export function draftOfHeading(section: Section, sense: DateSense): Draft | null {
  const { heading } = section;
  if (heading === null || heading.title || heading.date === null) return null;
  const end = endIn(heading.text, sense);
  const id = end === null ? null : subjectIn(end.before);
  if (end === null || id === null) return draftOfDayAhead(section, heading, heading.date, sense);
  return {
    ...blankDraft(id, kindOfThing(id), "list", section.index),
    shutdown: end.date,
    precision: end.precision,
    floor: end.precision === "earliest",
    replacements: advisedBelow(section.blocks).filter((name) => name !== id),
    notice: true,
    quote: (heading?.text ?? "").slice(0, QUOTE_LENGTH),
  };
}

/**
 * "December 1, 2026: acme-1", "acme-1 → acme-2 (December 1, 2026)" below words of ends: a day to come is none of a notice,
 * and what stands beside it ends then.
 */
function draftOfDayAhead(section: Section, { text, thing }: Heading, date: CivilDate, sense: DateSense): Draft | null {
  if (date <= sense.today || text.length > LONGEST || isOtherwise(text)) return null;
  const arrow = arrowIn(thing);
  const name = (arrow === null ? thing : thing.slice(0, arrow.index)).replace(/^[\s:：–—|-]+|[\s:：–—|(（-]+$/gu, "");
  const id = subjectIn(name);
  // "acme-2 launch" is no name.
  if (id === null || (/\s/.test(id) && !isKnown(id))) return null;
  const behind = arrow === null ? "" : thing.slice(arrow.index + arrow.length).replace(/[\s()（）]+$/u, "");
  const named = behind === "" ? [] : readReplacements({ lines: [[{ text: behind }]], header: false, spanned: false });
  const instead = (named.length > 0 ? named : advisedBelow(section.blocks)).filter((each) => each !== id);
  const ends = section.path.some((heading) => heading.leaving) || endWords(text) === "end";
  // The title alone is a weak word: an entry must name a successor, too.
  const titled = section.path.some((heading) => heading.title && speaksOfLeaving(heading.text));
  if (!ends && !(titled && instead.length > 0)) return null;
  return {
    ...blankDraft(id, kindOfThing(id), "list", section.index),
    shutdown: date,
    precision: "day",
    replacements: instead,
    notice: true,
    quote: text.slice(0, QUOTE_LENGTH),
  };
}

const KEY = /^([^:：]{2,30})[:：]\s*/;

/** What the paragraphs below a model's heading name in its place: "Use x instead.", "Replacement: x". */
export function advisedBelow(blocks: readonly Block[]): string[] {
  for (const block of blocks) {
    const text = block.type === "paragraph" ? oneLine(textOf(block.lines)) : "";
    const key = KEY.exec(text);
    const arrow = text === "" ? null : arrowIn(text);
    const keyed = key !== null && speaksOfReplacement(key[1] ?? "");
    if (!keyed && arrow === null) continue;
    const from = keyed ? key[0].length : (arrow?.index ?? 0) + (arrow?.length ?? 0);
    const named = text.slice(from).split(/(?<=[.!?])\s|[。;；]/)[0] ?? "";
    return readReplacements({ lines: [[{ text: named }]], header: false, spanned: false });
  }
  return [];
}
