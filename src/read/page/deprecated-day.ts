import type { CivilDate } from "../../core/fact.ts";
import type { DateSense } from "../cells/dates.ts";
import { SENTENCE_END } from "../sentence-end.ts";
import { kindOfThing } from "../cells/kind.ts";
import { surelyId } from "../cells/tokens.ts";
import { blankDraft, type Draft } from "../table/draft.ts";
import { advisedBelow } from "./heading-end.ts";
import { subjectOf } from "./subject.ts";
import { isOtherwise, saysOfEnd } from "../table/ends.ts";
import { meaningOfHeader } from "../table/header-words.ts";
import { paragraphsOf, type Section } from "./sections.ts";

/** "The deprecated models", "models that are marked as deprecated": all rows in that state. */
const DEPRECATED_MODELS =
  /\b(?:the |all |these |any )?deprecated (?:\w+ )?models\b|\bmodels (?:that (?:are|have been) )?(?:marked|labell?ed|listed|flagged|shown) (?:as )?[`"“*]*deprecated\b|\b(?:die |alle )?(?:veralteten|abgekündigten) modelle\b|\bles modèles (?:dépréciés|obsolètes)\b|\blos modelos (?:obsoletos|en desuso)\b|\bos modelos (?:descontinuados|obsoletos)\b|\bi modelli (?:deprecati|obsoleti)\b|(?:已)?(?:弃用|废弃)的?模型|非推奨(?:の)?モデル/iu;
const UNTIL =
  /\b(?:available|accessible|usable|served|supported|online|callable)(?: \w+){0,3} (?:until|till|through) (?:the )?$/i;
const LONGEST = 400;

/**
 * Rows that are only called deprecated, on a page that says of all such models when they end: "The deprecated models remain
 * available until D, when they will be removed."
 */
export function withDeprecatedDay(drafts: readonly Draft[], sections: readonly Section[], sense: DateSense): Draft[] {
  const isOpen = (draft: Draft) =>
    draft.state === "deprecated" && draft.stateOfRow && draft.shutdown === null && draft.deprecated === null;
  if (!drafts.some((draft) => isOpen(draft))) return [...drafts];
  const days = new Set(sections.flatMap((section) => paragraphsOf(section)).flatMap((text) => daysIn(text, sense)));
  const [day] = days;
  if (day === undefined || days.size > 1) return [...drafts];
  return drafts.map((draft) => (isOpen(draft) ? { ...draft, shutdown: day, precision: "day", notice: true } : draft));
}

function daysIn(text: string, sense: DateSense): CivilDate[] {
  return text.split(SENTENCE_END).flatMap((sentence) => {
    if (sentence.length > LONGEST || !DEPRECATED_MODELS.test(sentence) || isOtherwise(sentence)) return [];
    const dates = sense.find(sentence).dates.filter((found) => found.certain && !found.relative);
    const [only, ...others] = dates;
    if (only === undefined || others.length > 0 || only.precision !== "day") return [];
    return saysOfEnd(sentence.replace(DEPRECATED_MODELS, "")) === "end" || UNTIL.test(sentence.slice(0, only.start))
      ? [only.date]
      : [];
  });
}

/**
 * "Deprecated June 21, 2027." in the section that tells the end of a model: a sentence of its own, and so no field.
 *
 * @returns the drafts in the same order; a day that they have already stays
 */
export function withDeprecatedSentence(
  drafts: readonly Draft[],
  sections: readonly Section[],
  sense: DateSense,
): Draft[] {
  return drafts.map((draft) => {
    const section = sections[draft.section];
    const lacks = draft.deprecated === null && draft.shutdown !== null && !draft.floor;
    if (!lacks || section === undefined || section.heading?.title !== false) return draft;
    const [day, ...others] = new Set(
      paragraphsOf(section)
        .flatMap((text) => text.split(SENTENCE_END))
        .flatMap((sentence) => dayCalled(sentence, sense)),
    );
    const before = day !== undefined && others.length === 0 && day < (draft.shutdown ?? "");
    return before ? { ...draft, deprecated: day, legacy: false } : draft;
  });
}

/** "Deprecated on D.": the word, its day, and nothing more. */
function dayCalled(sentence: string, sense: DateSense): CivilDate[] {
  if (sentence.length > 80) return [];
  const [day, ...others] = sense.find(sentence).dates;
  if (day === undefined || others.length > 0 || day.precision !== "day" || !day.certain) return [];
  if (/[\p{L}\p{N}]/u.test(sentence.slice(day.end))) return [];
  return meaningOfHeader(sentence.slice(0, day.start)).role === "deprecated" ? [day.date] : [];
}

/** "Deprecated on D." below the heading of a model of which nothing else is told: the day of its deprecation. */
export function draftOfDeprecation(section: Section, sense: DateSense): Draft | null {
  const id = section.heading?.title === false ? subjectOf(section) : null;
  if (id === null || !surelyId(id)) return null;
  for (const text of paragraphsOf(section))
    for (const sentence of text.split(SENTENCE_END)) {
      const [day] = dayCalled(sentence, sense);
      if (day === undefined) continue;
      return {
        ...blankDraft(id, kindOfThing(id), "list", section.index),
        deprecated: day,
        state: "deprecated",
        notice: true,
        replacements: advisedBelow(section.blocks).filter((name) => name !== id),
        quote: sentence.slice(0, LONGEST),
      };
    }
  return null;
}
