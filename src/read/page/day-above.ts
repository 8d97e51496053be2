import { SENTENCE_END } from "../sentence-end.ts";
import { daysBetween } from "../../core/civil-date.ts";
import type { CivilDate, Precision } from "../../core/fact.ts";
import type { Block } from "../../parse/document.ts";
import type { DateSense } from "../cells/dates.ts";
import type { FoundDate } from "../dates/index.ts";
import { exceptionIn } from "../cells/except.ts";
import { findModelNames } from "../names/index.ts";
import { endDayOf, listsAffected, saysStays } from "../lists/lead.ts";
import type { Draft } from "../table/draft.ts";
import { isOtherwise, saysOfEnd } from "../table/ends.ts";
import { endWords, speaksOfReplacement } from "../table/header-words.ts";
import { endIn } from "./heading-end.ts";
import { paragraphText, type Section } from "./sections.ts";

const POINTS =
  /\b(?:following|these|listed|below|affected|impacted|several|certain|a (?:list|number|set|batch) of|(?:in|of) this (?:table|list)|in the (?:left|first)(?:-hand)? column)\b|(?<!\p{L})(?:folgende[nr]?|nachstehende[nr]?|unten (?:genannte|aufgeführte)[nr]?|suivante?s|ci-dessous|siguientes|a continuación|seguintes|abaixo|seguenti|di seguito)(?!\p{L})|in der (?:linken|ersten) spalte|dans la (?:première colonne|colonne de gauche)|en la (?:primera columna|columna (?:de la )?izquierda)|na (?:primeira coluna|coluna da esquerda)|nella (?:prima colonna|colonna (?:di )?sinistra)|以下|下列|如下|下表|下述|下記|次の|これらの|这些|這些|다음|아래|이 모델|이들/iu;
/** The same without "these models", which may be those of the rows or those spoken of before. */
const POINTS_DOWN =
  /\b(?:following|listed|below|(?:in|of) this (?:table|list)|in the (?:left|first)(?:-hand)? column)\b|以下|下列|如下|下表|下述|下記|次の|다음|아래/i;
const MODELS =
  /\b(?:models?|modell[eoi]?|modelos?|modèles?|snapshots?|versions?|ids?|endpoints|voices?|stimmen|voix|voces|vozes|voci)\b|模型|音色|型号|モデル|모델/i;
const LONGEST = 600;
const QUOTE_LENGTH = 300;

type Day = {
  date: CivilDate;
  precision: Precision;
  ends: boolean;
  sentence: string;
  /** Whom it does not hold for, and the day that holds for them, if they end at all. */
  except: { text: string; day: { date: CivilDate; precision: Precision } | null } | null;
};

/**
 * Gives the rows of a table without days the day of the sentence above that points at them: "We remove the models below on
 * D." What is only to be deprecated on that day ends on it where the words around say that these models are removed.
 *
 * @param above the paragraphs over the table, and those of the headings that it stands under, in reading order
 * @param headings its label, its caption and the headings over it, the nearest first
 */
export function withDayAbove(
  drafts: Draft[],
  above: readonly string[],
  headings: readonly string[],
  sense: DateSense,
): Draft[] {
  const bare = (draft: Draft) =>
    draft.shutdown === null && (draft.deprecated === null || draft.legacy) && draft.stages.length === 0;
  if (drafts.length === 0 || !drafts.every((draft) => bare(draft) && !draft.stateOfRow)) return drafts;
  if (above.some((text) => text.split(SENTENCE_END).some((sentence) => listsItself(sentence)))) return drafts;
  const day = dayAbove(above, sense) ?? dayInHeadings(headings, above, sense);
  if (day === null) return drafts;
  return drafts.flatMap((draft) => {
    const excepted = day.except !== null && isNamedIn(draft, day.except.text) ? day.except : null;
    const end = excepted === null ? day : excepted.day;
    if (end === null) return [];
    return {
      ...draft,
      shutdown: day.ends ? end.date : null,
      precision: day.ends ? end.precision : null,
      floor: day.ends && end.precision === "earliest",
      deprecated: day.ends ? draft.deprecated : end.date,
      notice: true,
      quote: `${day.sentence} | ${draft.quote}`.slice(0, QUOTE_LENGTH),
    };
  });
}

const isNamedIn = (draft: Draft, text: string): boolean =>
  [draft.id, ...draft.names].some((name) => {
    const at = text.toLowerCase().indexOf(name.toLowerCase());
    return at >= 0 && !/^[\w-]/.test(text.slice(at + name.length)) && !/[\w-]$/.test(text.slice(0, at));
  });

/** "Shutting down on D" over the table, or a day alone below "Past retirements". */
function dayInHeadings(headings: readonly string[], above: readonly string[], sense: DateSense): Day | null {
  const removed = above.some((text) => removesThem(text));
  for (const [index, sentence] of headings.entries()) {
    const over = headings.slice(index + 1).find((heading) => heading !== "") ?? "";
    const end =
      endIn(sentence, sense) ??
      (removed ? plannedIn(sentence, sense) : null) ??
      (isOfEnds(over) ? dayAlone(sentence, sense) : null);
    if (end !== null) return { date: end.date, precision: end.precision, ends: true, sentence, except: null };
  }
  return null;
}

const TOLD_OF =
  /(?<!\p{L})(?:notices?|notifications?|announce\w*|announcement\w*|policy|process|ankündigung\w*|mitteilung\w*|annonces?|avis|anuncios?|avisos?|anúncios?|annunci|avvisi)(?!\p{L})|公告|通知|お知らせ|告知|공지|안내/iu;

/** "Past retirements", "Removed models": what stands below ends, and its days are those of the ends and not of the notices. */
const isOfEnds = (heading: string): boolean =>
  endWords(heading) === "end" && !isOtherwise(heading) && !TOLD_OF.test(heading);

/** A heading that is a day and nothing more. */
function dayAlone(heading: string, sense: DateSense): { date: CivilDate; precision: Precision } | null {
  const [day, ...others] = sense.find(heading).dates;
  if (day === undefined || others.length > 0 || day.precision !== "day" || !day.certain) return null;
  return /[\p{L}\p{N}]/u.test(heading.slice(0, day.start) + heading.slice(day.end)) ? null : day;
}

/** "Whoever continues to call it gets an error." */
const FAILS =
  /\b(?:fail\w*|errors?|404|410)\b|无法|失败|报错|错误|エラー|失敗|오류|실패|fehler|erreurs?|error(?:es)?|erros?|errori/i;

const PLANNED = /^(?:effective|scheduled|planned|due|taking effect|wirksam|geplant|prévu|programad|efectiv|生效|予定)/i;

/** "Scheduled for D", "Effective immediately (D)": the day of what the words above the heading say. */
function plannedIn(heading: string, sense: DateSense): { date: CivilDate; precision: Precision } | null {
  const [day, ...others] = PLANNED.test(heading) ? sense.find(heading).dates.filter((found) => !found.relative) : [];
  return day === undefined || others.length > 0 || !day.certain ? null : day;
}

/** The day that words further up give to what stands in this section, where its own words call that affected. */
export function dayFurtherUp(
  section: Section,
  sections: readonly Section[],
  near: readonly string[],
  sense: DateSense,
) {
  if (!near.some((text) => listsAffected(text))) return null;
  const day = dayAbove(sectionsOver(section, sections), sense);
  return day !== null && day.ends && day.except === null ? { date: day.date, precision: day.precision } : null;
}

/** The words of the headings over a section that end what stands below them. */
export function pointedAt(section: Section, sections: readonly Section[]): string[] {
  const over = section.path.filter((heading) => !heading.title && heading !== section.heading);
  return sections.flatMap(({ heading, blocks }) =>
    heading !== null && over.includes(heading) ? textsOf(blocks).filter((text) => removesThem(text)) : [],
  );
}

function dayAbove(above: readonly string[], sense: DateSense): Day | null {
  for (const text of above.toReversed()) {
    const sentences = text.split(SENTENCE_END);
    // "Deployments remain available until D" tells the end once more.
    const stay = sentences.some(
      (each) => saysStays(each) && !FAILS.test(each) && saysOfEnd(each) === null && sense.find(each).dates.length === 0,
    );
    if (text.length > LONGEST || (stay && sentences.every((each) => exceptionIn(each) === null))) return null;
    for (const sentence of sentences) {
      const day = dayOf(sentence, sense);
      if (day === null) continue;
      return day.ends || !above.some((other) => removesThem(other)) ? day : { ...day, ends: true };
    }
    const end = endOfPointed(sentences, sense);
    if (end !== null) return end;
    // "The table below lists our prices": other words stand over it.
    if (POINTS_DOWN.test(text) && saysOfEnd(text) === null && !speaksOfReplacement(text)) return null;
  }
  return null;
}

/** "…prior to the July 5 retirement", "…remain available until July 5": the end in other words than its verb. */
const END_NOUN =
  /^,?\s*(?:(?:model )?(?:retirement|shut-?down|sunset|removal|decommissioning|end[- ]of[- ](?:life|service))(?: date)?)\b(?! polic| process)/i;
const UNTIL =
  /\b(?:available|accessible|usable|served|supported|online|callable|reachable)(?: \w+){0,3} (?:until|till|through) (?:the )?$/i;

/** The end of "the following models", told in a sentence beside the one that points at them. */
function endOfPointed(sentences: readonly string[], sense: DateSense): Day | null {
  const points = sentences.findIndex(
    (each) => POINTS.test(each) && MODELS.test(each) && !isOtherwise(each.replace(NEW_ONES, "")),
  );
  if (points < 0) return null;
  for (const sentence of sentences.slice(points + 1)) {
    const days = sense.find(sentence).dates.filter((day) => day.certain && !day.relative && day.precision === "day");
    const told = days.filter(
      (day) => END_NOUN.test(sentence.slice(day.end)) || UNTIL.test(sentence.slice(0, day.start)),
    );
    const [day] = told;
    if (day !== undefined && told.every(({ date }) => date === day.date))
      return { date: day.date, precision: "day", ends: true, sentence, except: null };
  }
  return null;
}

/** "Not available for new deployments" is a step on the way. */
const NEW_ONES = /\bnot available (?:for|to) new \w+|no longer available (?:for|to) new \w+/i;

/** "Update your endpoints before D, to avoid a disruption": what stops on D is what the table lists. */
const AVOID =
  /\bto avoid (?:any |a )?(?:service )?(?:disruption|interruption|outage|error|failure)|unterbrechung\w* zu vermeiden|pour éviter (?:toute |une )?interruption|para evitar (?:la |una |a )?interrup|(?:per )?evitare (?:\p{L}+ )?interruzion|以(?:免|避免)[^。]{0,12}(?:影响|中断)|中断を(?:避け|防)|중단을 (?:피하|방지)/iu;

/** "We announced the deprecation of the remaining models. They will be shut down on D." */
const THEY = /^(?:(?:they|all of them|sie|ils|elles|ell[oa]s|el[ea]s|ess[ie])(?!\p{L})|它们|这些|これら)/iu;

/** "The following were shut down on D: a, b and c." over rows of something else. */
function listsItself(sentence: string): boolean {
  const colon = sentence.search(/[:：]\s*\S/);
  if (colon < 0 || !POINTS.test(sentence.slice(0, colon)) || saysOfEnd(sentence) === null) return false;
  return findModelNames(sentence.slice(colon + 1)).some((name) => name.form === "id");
}

/** "…at 00:00 (UTC+8) on May 20 (that is, 16:00 UTC on May 19)": in brackets stands the same moment by another clock. */
function byOneClock(dates: readonly FoundDate[], text: string): FoundDate[] {
  const days = dates.filter((date) => date.certain && !date.relative);
  return days.filter((day, index) => {
    const before = days[index - 1];
    const again = before !== undefined && Math.abs(daysBetween(before.date, day.date)) <= 1;
    return !again || !/[(（][^()（）]*$/.test(text.slice(before.end, day.start));
  });
}

/** "Retired on our API on D." over a table: who is meant need not be said. */
const ELLIPTIC =
  /^(?:retired|removed|shut down|switched off|turned off|discontinued|decommissioned|withdrawn|abgeschaltet|eingestellt|entfernt|retirés?|arrêtés?|supprimés?|retirad[oa]s|eliminad[oa]s|desativad[oa]s|removid[oa]s|ritirati|dismessi|rimossi)(?: \p{L}+){0,6} (?:on|at|as of|since|from|am|zum|seit|le|el|em|il|dal) |^(?:shut-?down|retirement|removal|sunset|end[- ]of[- ](?:life|service)|last day|abschaltung|letzter tag|retrait|arrêt|retirada|retiro|desativação|ritiro|dismissione)(?: (?:date|day|datum|termin))?(?:\s*[:：]\s*|(?: (?:is|will be|takes place|effective|planned|scheduled))? (?:on|at|as of|from|for|am|zum|le|el|em|il) )/iu;

function dayOf(whole: string, sense: DateSense): Day | null {
  const parts = exceptionIn(whole);
  const sentence = parts?.main ?? whole;
  const avoids = AVOID.test(sentence);
  const they = THEY.test(sentence) || ELLIPTIC.test(sentence);
  if (!(POINTS.test(sentence) || avoids || they) || !(MODELS.test(sentence) || they)) return null;
  const words = isOtherwise(sentence) ? null : avoids ? "end" : saysOfEnd(sentence);
  const days = words === null ? [] : byOneClock(sense.find(sentence).dates, sentence);
  // "Deprecated on D, retired on E".
  const told = days.length === 2 && words === "end" ? endDayOf(sentence, sense) : null;
  const [day] = told === null ? days : days.filter(({ date }) => date === told);
  if (day === undefined || (days.length > 1 && told === null) || day.precision === "month") return null;
  const others = parts === null ? [] : sense.find(parts.aside).dates.filter((date) => date.certain && !date.relative);
  const except = parts === null || others.length > 1 ? null : { text: parts.aside, day: others[0] ?? null };
  return { date: day.date, precision: day.precision, ends: words === "end", sentence: whole, except };
}

/** "... before these models are removed": the end of the same models, without a day of its own. */
export function removesThem(text: string): boolean {
  return text
    .split(SENTENCE_END)
    .some((sentence) => POINTS.test(sentence) && MODELS.test(sentence) && saysOfEnd(sentence) === "end");
}

/** The paragraphs of what stands over a section: before the first heading, and under the headings that it stands under. */
export function sectionsOver(section: Section, sections: readonly Section[]): string[] {
  return sections
    .slice(0, section.index)
    .filter((other) => other !== section && (other.heading === null || section.path.includes(other.heading)))
    .flatMap((other) => textsOf(other.blocks));
}

/** The paragraphs over a block of a section; `far` with those of the sections that it stands under before them. */
export function paragraphsAbove(block: Block, section: Section, sections: readonly Section[], far: boolean): string[] {
  const near = textsOf(section.blocks.slice(0, section.blocks.indexOf(block)));
  return far ? [...sectionsOver(section, sections), ...near] : near;
}

const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.type === "paragraph" ? [paragraphText(block)] : []));
