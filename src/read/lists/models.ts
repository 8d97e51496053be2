import type { CivilDate } from "../../core/fact.ts";
import { oneLine } from "../../lib/one-line.ts";
import { type Block, type Line, type ListItem, textOf } from "../../parse/document.ts";
import type { DateSense } from "../cells/dates.ts";
import { isAdvice } from "../cells/advice.ts";
import { crossedOut } from "../cells/marks.ts";
import { type Mention, readMentions } from "../cells/models.ts";
import { readReplacements } from "../cells/replacements.ts";
import { THING_OF_MODEL } from "../cells/things.ts";
import { idShaped, isLowerJoined, partsOf } from "../cells/tokens.ts";
import { findDates } from "../dates/index.ts";
import { headOf, tailOf, untilBracket } from "../line-parts.ts";
import { pairsInOrder } from "../respectively.ts";
import { blankDraft, type Draft } from "../table/draft.ts";
import { saysOfEnd } from "../table/ends.ts";
import { endWords, speaksOfReplacement } from "../table/header-words.ts";
import { namesPlaces, placesOfCell } from "../table/places.ts";
import type { Around } from "../table/rows.ts";
import { arrowIn } from "./arrow.ts";
import { goesOn } from "./goes-on.ts";
import { BEFORE_DAY, dayBehind, daysOfItem, noticeIn, withoutRemark } from "./item-days.ts";
import { startsWithId, vouched } from "./item-names.ts";
import { deniesEnd, type Lead, leadOf } from "./lead.ts";
import { isKnown } from "../names/index.ts";
import { isField, saysOfModel } from "./records.ts";
import { successorBehind, successorCalled } from "./successor-behind.ts";

/** Replacements that a list or a sentence names for the models of the same section, under a label or for all. */
export type ReplacementGroup = { label: string; ids: string[] };

export type ListReading = { drafts: Draft[]; groups: ReplacementGroup[]; rows: number };

/** An outage has an end on the same day: "was unavailable from 10:00 to 10:40", "down for 20 minutes". */
const OUTAGE =
  /\d{1,2}:\d{2}[^.;]{0,12}?(?:to|until|[–—-]|bis|至|〜|~)\s*\d{1,2}:\d{2}|\bfor (?:about )?\d+ (?:minutes|hours)\b|\b(?:outage|incident|maintenance|degraded)\b/i;
/** "50% off until D", "free until D": what ends then is an offer. */
const OFFER =
  /\d ?%|(?<!\p{L})(?:free(?! tier)|discount\w*|promo\w*|trial|half price|kostenlos|gratis|rabatt\w*|gratuit\w*|remise|descuento|oferta|desconto|promoç\w+|sconto|offerta)(?!\p{L})|免费|优惠|折扣|限免|無料|割引|キャンペーン|무료|할인/iu;
/** "The preview price ends on D", "the launch discount expires": what ends is none of the model. */
const PRICE_ENDS =
  /(?<!\p{L})(?:pric(?:e|es|ing)|rates?|discounts?|promotions?|offers?|credits?|preise?|tarife?|rabatte?|prix|tarifs?|precios?|descuentos?|preços?|descontos?|prezz[io]|scont[io])(?: (?:[^.;]|\.\d){0,40})? (?:ends?|expires?|runs? out|holds?|is valid|are valid|endet|enden|gilt|gelten|expire|expirent|prend fin|termina|finaliza|vence|acaba|expira|scade|scadono)(?!\p{L})|(?:价格|优惠|折扣)[^。;；]{0,20}(?:截止|结束|到期)|(?:料金|割引)[^。]{0,20}終了|(?:가격|할인)[^.]{0,20}종료/iu;
/** "Retires on D; free until then" ends a model all the same. */
const isOffer = (text: string): boolean => OFFER.test(text) && saysOfEnd(text) !== "end";
const MOST_WORDS = 14;
const MOST_REMARKED = 60;
/** "…, 12:00 PM PST: x", "…（火）: x": what belongs to the day that an item begins with. */
const TIME_BEHIND =
  /^(?:[（(][^()（）]{1,12}[）)]|[,，]?(?: at| um| à| a las| às| alle)? ?\d{1,2}[:：]\d{2}(?: ?[ap]\.?m\.?)?(?: ?[（(]?[\p{L}\d+/]{1,8}[）)]?)?(?=[\s:：,，]|$)){1,2}/iu;
const QUOTE_LENGTH = 300;

/**
 * Reads a list of models by what the words above it say: which are retired, which replace them, which stay. Items may
 * bring their own date and replacement. Items that are sentences are left to the reader of prose.
 */
export function readModelList(
  list: Block & { type: "list" },
  label: string,
  fallback: Lead,
  around: Around,
  sense: DateSense,
): ListReading {
  const read: ListReading = { drafts: [], groups: [], rows: 0 };
  const own = leadOf(label, sense);
  readItems(list.items, merge(own, fallback), own.text, around, sense, read, 0);
  return read;
}

function merge(own: Lead, fallback: Lead): Lead {
  if (own.says === "replacement" || own.says === "stays") return own;
  const { weak } = fallback;
  return {
    text: own.text,
    says: own.says ?? fallback.says,
    date: own.date ?? fallback.date,
    ...(weak ? { weak } : {}),
    ...(own.says === "end" && own.date !== null ? { pointed: true as const } : {}),
  };
}

function readItems(
  items: ListItem[],
  lead: Lead,
  label: string,
  around: Around,
  sense: DateSense,
  read: ListReading,
  depth: number,
): void {
  if (depth > 6) return;
  const replacing: string[] = [];
  for (const item of items) {
    const [first] = item.lines;
    const nested = item.children.filter((child) => child.type === "list");
    if (nested.length === 0 && saysNothing(item.lines, lead, around)) continue;
    const label = nested.length > 0 && isDayAlone(textOf(item.lines), sense);
    const parsed = first === undefined || label || saysOfModel(first) ? null : itemOf(linesOf(item), sense, lead);
    if (parsed === null) {
      const text = oneLine(textOf(item.lines));
      const below = lead.says === "replacement" ? { ...lead, text } : merge(leadOf(text, sense), lead);
      for (const child of nested) readItems(child.items, below, text, around, sense, read, depth + 1);
      continue;
    }
    if (lead.says === "replacement") replacing.push(...parsed.mentions.map((mention) => mention.id));
    else if (lead.says !== "stays") {
      const below = parsed.replacements.length > 0 ? [] : replacementsBelow(nested);
      const drafts = draftsOf(below.length > 0 ? { ...parsed, replacements: below } : parsed, lead, around);
      read.drafts.push(...drafts);
      if (drafts.length > 0) read.rows += 1;
    }
  }
  if (replacing.length > 0) read.groups.push({ label, ids: replacing });
}

/** The lines of an item, and those of the paragraphs below its name ("x", "Shuts down on D", "Replaced by y"). */
function linesOf({ lines, children }: ListItem): Line[] {
  if (children.length === 0 && lines.length > 1)
    return lines.map((line, index) => (index === 0 ? line : [{ text: joinBefore(textOf([line])) }, ...line]));
  if (children.length === 0 || lines.length !== 1) return lines;
  const below = children.flatMap((child) => (child.type === "paragraph" ? child.lines : []));
  const alone = children.every((child) => child.type === "paragraph") && !isField(below[0] ?? []);
  return alone ? [...lines, ...below.map((line): Line => [{ text: "— " }, ...line])] : lines;
}

/** What parts a line of its own from the name above it: "Retired D", "Use y"; "Replacement: y" is a clause. */
function joinBefore(text: string): string {
  if (speaksOfReplacement(KEY.exec(text)?.[1] ?? "")) return "; ";
  return endWords(text) !== null || isAdvice(text) ? "— " : "";
}

/** "April 7:" over a list of what ends then. */
function isDayAlone(text: string, sense: DateSense): boolean {
  const [day, ...others] = sense.find(text).dates;
  if (day === undefined || others.length > 0) return false;
  return !/[\p{L}\p{N}]/u.test(text.slice(0, day.start) + text.slice(day.end));
}

/**
 * True for an item that cannot become a draft: neither the words above it nor its own say that something ends. `itemOf` cuts
 * texts only between words, so a part of the text says no end where the whole says none.
 */
function saysNothing(lines: Line[], lead: Lead, around: Around): boolean {
  return lead.says === null && lead.weak !== true && !around.leaving && endWords(textOf(lines)) === null;
}

const KEY = /^\s*([^:：]{2,30})[:：]\s*/;

/** "Replacement: x" in a bullet below the one that names the model. */
function replacementsBelow(lists: readonly (Block & { type: "list" })[]): string[] {
  for (const { lines } of lists.flatMap((list) => list.items)) {
    const [first] = lines;
    const key = first === undefined ? null : KEY.exec(textOf([first]));
    if (first === undefined || key === null || !speaksOfReplacement(key[1] ?? "")) continue;
    return readReplacements({ lines: [tailOf(first, key[0].length)], header: false, spanned: false });
  }
  return [];
}

type Item = {
  mentions: Mention[];
  rest: string;
  date: Lead["date"];
  says: Lead["says"];
  /** The day of its notice, where a bracket of the item gives it. */
  announced: CivilDate | null;
  replacements: string[];
  /** The surfaces that a bracket of the item names, null for the page's own. */
  places: (string | null)[];
  text: string;
};

/**
 * An item that begins with an id (or a date, then an id) and says little more. Null for labels and sentences. Where the
 * sentence above ends all of its items on a day, an id and a colon may have more words behind them.
 */
function itemOf(lines: Line[], sense: DateSense, lead: Lead): Item | null {
  const led = lead.says !== null;
  const joined = lines.flatMap((each, index) => (index === 0 ? each : [{ text: " " }, ...each]));
  const line = withoutRemark(joined, sense);
  const text = oneLine(textOf([line]));
  if (text.length > 400 || OUTAGE.test(text)) return null;
  const full = textOf([line]);
  const arrow = arrowToName(full, sense);
  const left = arrow === null ? line : headOf(line, arrow.index);
  const leftText = textOf([left]);
  const { dates, dated } = daysOfItem(leftText, full, sense);
  const start =
    dates[0] !== undefined && BEFORE_DAY.test(leftText.slice(0, dates[0].start).replace(/[(（[【*]/g, ""))
      ? dates[0].end
      : 0;
  const time = start === 0 ? "" : (TIME_BEHIND.exec(leftText.slice(start))?.[0] ?? "");
  const body = trimLead(tailOf(left, start + time.length));
  const cut = Math.min(
    cutAt(body),
    dayBehind(textOf([body]), sense),
    dated === undefined ? full.length : endAside(body),
  );
  // A list of what is gone may cross out its names; a row of a table that is crossed out is no row.
  const subject = crossedOut(headOf(body, cut));
  const rest = textOf([body]).slice(cut);
  const name = textOf([subject]).trim();
  // Under words that say what the items are, a lone word with a joint is an id even without a digit; "End-of-life:" is a
  // label.
  const dayAlone = dated !== undefined && rest.replace(dated.text, "").replace(/[\s()（）]/g, "") === "";
  const lone = led && (rest.trim() === "" || dayAlone) && idShaped(name) && !/[:：]$/.test(name);
  const says = endOfDay(rest, dated?.text);
  const remarked = lead.pointed === true && /^\s*[:：—–-]/.test(rest);
  const told = vouched(subject) && dated !== undefined && endWords(rest) !== null;
  // "a-turbo, a-turbo-latest → b": so are all of a list of such words that leads to one.
  const joint =
    (led || lead.date !== null) && arrow !== null && rest.trim() === "" && partsOf(name).every(isLowerJoined);
  if (!(lone || told || joint || startsWithId(subject))) return null;
  // "Shuts down May 4": words with a figure, and no name.
  if (/^\p{Lu}\p{Ll}+\s[\x20-\x7E]*$/u.test(name) && endWords(name) === "end" && !isKnown(name)) return null;
  if (rest.split(/\s+/).length > (remarked ? MOST_REMARKED : MOST_WORDS)) return null;
  if (dated === undefined && (goesOn(textOf([body]), rest) || endsInTime(full, sense))) return null;
  if (dated === undefined && says === null && arrow === null && !remarked && isSentence(textOf([body]))) return null;
  if (dated !== undefined && deniesEnd(leftText)) return null;
  if (THING.test(wordsOf(subject)) || DENIED.test(rest) || PRICE_ENDS.test(rest) || isOffer(rest)) return null;
  const mentions = readMentions({ lines: [subject], header: false, spanned: false });
  const right = arrow === null ? [] : [untilSentence(untilBracket(tailOf(line, arrow.index + arrow.length)))];
  return {
    mentions,
    rest,
    date: dated === undefined ? null : { date: dated.date, precision: dated.precision },
    says,
    announced: noticeIn(full, sense),
    replacements: right.length === 0 ? [] : readReplacements({ lines: right, header: false, spanned: false }),
    places: placesBehind(textOf([body])),
    text,
  };
}

/** "Migrate to `b`. `c` is not affected.": the sentence behind is about something else. */
function untilSentence(line: Line): Line {
  const text = textOf([line]);
  const end = /[.。]\s+(?=\S+\s(?:is|are|has|have|stays?|remains?|will|keeps?)\s)/u.exec(text);
  return end === null ? line : headOf(line, end.index);
}

/** "x ends next year, on 29 January": its own day counts, and none of the words above; sentences are read elsewhere. */
const endsInTime = (text: string, { today }: DateSense): boolean =>
  endWords(text) !== null && findDates(text, { at: today }).some((day) => day.precision === "day");

const SENTENCE_END = /(?<=[.!?])\s+(?=[\p{Lu}“"(])|(?<=[。！？])/u;

/** "Is deprecated as of D. A shutdown date will follow.": the words of the sentence that gives the day count, if it has any. */
function endOfDay(rest: string, day: string | undefined): Lead["says"] {
  const own = day === undefined ? undefined : rest.split(SENTENCE_END).find((sentence) => sentence.includes(day));
  return (own === undefined ? null : endWords(own)) ?? endWords(rest);
}

/** "`x` uses the same format.": what goes on as a sentence says something else of its subject. */
const isSentence = (text: string): boolean =>
  /^\s*\S+\s(?!(?:and|or|und|oder|et|ou|y|o|e)\s)\p{Ll}+\s\p{L}[^.。]{3,200}\s\S+[.。]/u.test(text);

/** An arrow that points at a day points at no replacement; the next one may. */
function arrowToName(text: string, sense: DateSense): { index: number; length: number } | null {
  const arrow = arrowIn(text);
  if (arrow === null) return successorBehind(text, sense) ?? successorCalled(text);
  const end = arrow.index + arrow.length;
  const day = sense.find(text).dates.find((found) => found.start >= end && found.start <= end + 2);
  if (day === undefined) return arrow;
  const next = arrowIn(text.slice(day.end));
  return next === null ? null : { index: next.index + day.end, length: next.length };
}

/** Where the subject of an item ends: a colon, a dash, a sentence mark, or the first words after its ids. */
function cutAt(line: Line): number {
  const text = textOf([line]);
  const one =
    /^\s*[^\s:：]+(?=\s(?:stop(?:s|ped)|users?|customers?|developers?|callers?|workloads?|traffic|should|must)\b)/.exec(
      text,
    );
  if (one !== null) return one[0].length;
  const mark =
    /\s+[—–-]\s+|[:：]\s+(?!["'])|\.\s|;\s|\s*(?:将(?:于|在)|已(?:于|经)|计划(?:于|在)|预计|于(?=\s*\d{4})|[はが](?=\s*\d{4})|[은는](?=\s*\d{4}))|\s(?:will|is|was|has|are|were|have|retires?|shuts?|on|by|until)\b/iu.exec(
      text,
    );
  // "a (2.0), which ends": words go on in lower case, another name does not.
  const words = /(?<=\d)[)）],?\s(?!(?:and|or|und|oder|et|ou|e|y|o)\s)(?=\p{Ll}{3,}\s)/u.exec(text);
  return Math.min(mark?.index ?? text.length, words?.index ?? text.length);
}

/** "D: `x` (removal)": what happens stands in a bracket behind the name. */
function endAside(line: Line): number {
  const text = textOf([line]);
  const aside = /\s?[(（]([^()（）]{3,60})[)）]/u.exec(text);
  return aside !== null && endWords(aside[1] ?? "") === "end" ? aside.index : text.length;
}

/** "The x tool of y": what ends is none of the models named. */
const THING = new RegExp(`(?<!\\p{L})${THING_OF_MODEL}(?!\\p{L})`, "iu");
/** "No retirement before D", "keine Abschaltung vor": no end is told. */
const DENIED =
  /(?<!\p{L})(?:no|kein\p{L}*|aucune?|ning[uú]n\p{L}*|nenhum\p{L}*|nessun\p{L}*|sin|sem|senza|sans) (?:\p{L}+ ){0,2}?(?:retire\p{L}*|removal|shut ?-?down|end (?:of life|date)|expiry|deprecation|enddatum|abschaltung|einstellung|retrait|arrêt|retiro|retirada|desativa\p{L}*|ritiro|dismission\p{L}*)|(?:不会|没有|无)[^。，]{0,8}(?:下线|停用)|(?:終了|廃止)(?:の)?予定(?:は)?(?:ありません|なし)|종료 (?:계획|예정)(?:이|은)? 없/iu;

const wordsOf = (line: Line): string => line.map((run) => (run.code === true ? " " : run.text)).join("");

/** "Deprecated x", "Removing the x": what is done to a model is no part of its name. */
const DONE_TO =
  /^[\s:：—–*)）\]】-]*(?:(?:baja|retirada|retiro|cierre|fin|eliminación|desativação|encerramento|remoção|fim|fine|ritiro|dismissione|rimozione|chiusura|arrêt|retrait|suppression) (?:de la |del |della |dello |dell['’]|do |da |du |de |di |d['’])|(?:abschaltung|ende|einstellung) (?:von |des |der )|(?:deprecat(?:ed|ing)|deprecation of|retir(?:ed|ing)|retirement of|remov(?:ed|ing)|removal of|sunset(?:ting)?|discontinu(?:ed|ing))(?: the)?[:\s]+)(?=\S)/iu;

function trimLead(line: Line): Line {
  const text = textOf([line]);
  const skip = (DONE_TO.exec(text) ?? /^[\s:：—–·•|*)）\]】-]+/.exec(text))?.[0].length ?? 0;
  return skip === 0 ? line : tailOf(line, skip);
}

const MODEL_WORDS = /\b(?:models?|modell[eio]?n?|modelos?|modèles?)\b|模型|モデル|모델/i;

/** "`live_search` stopped working": letters with joints of `_` alone are a parameter, unless the words speak of models. */
function kindUnder(mention: Mention, words: string): Mention["kind"] {
  const parameter = /^[a-z]+(?:_[a-z]+)+$/.test(mention.id) && !isKnown(mention.id) && !MODEL_WORDS.test(words);
  return mention.kind === "model" && parameter ? "parameter" : mention.kind;
}

function draftsOf(item: Item, lead: Lead, around: Around): Draft[] {
  const passed = item.replacements.length > 0 && lead.weak === true;
  const says = item.says ?? lead.says ?? ((around.leaving && item.date !== null) || passed ? "end" : null);
  if (says === null) return [];
  const dated = item.date ?? lead.date;
  const ends = says === "end" || (item.date !== null && item.says === null && lead.says !== "deprecated");
  const quote = `${lead.text === "" ? "" : `${lead.text} `}${item.text}`;
  const inOrder = item.replacements.length === item.mentions.length && pairsInOrder(item.text);
  const told = item.mentions.map((mention, index) => ({
    ...blankDraft(
      mention.id,
      kindUnder(mention, `${lead.text} ${item.text.split(SENTENCE_END)[0] ?? ""}`),
      "list",
      around.section,
    ),
    names: mention.names,
    version: mention.version,
    announced: item.announced,
    shutdown: ends ? (dated?.date ?? null) : null,
    precision: ends ? (dated?.precision ?? null) : null,
    floor: ends && dated?.precision === "earliest",
    deprecated: !ends && dated?.precision === "day" ? dated.date : null,
    state: ends ? around.state : "deprecated",
    // "Available until at least D" alone ends nothing: a floor is a notice only below words that announce ends.
    notice: !(ends && dated?.precision === "earliest") || lead.says !== null || around.leaving,
    replacements: inOrder ? item.replacements.slice(index, index + 1) : item.replacements,
    quote: quote.length <= QUOTE_LENGTH ? quote : `${quote.slice(0, QUOTE_LENGTH - 1)}…`,
  }));
  return item.places.length === 0
    ? told
    : told.flatMap((draft) => item.places.map((surface) => ({ ...draft, surface })));
}

/** "x (ChatGPT, notice of D)": where it ends. */
function placesBehind(text: string): (string | null)[] {
  const [, bracket = ""] = /[(（]([^()（）]{2,80})[)）]/u.exec(text) ?? [];
  const parts = bracket.split(/\s*[,;，；、]\s*/).filter((part) => namesPlaces(part));
  return parts.length === 0 ? [] : [...new Set(parts.flatMap((part) => placesOfCell(part)))];
}
