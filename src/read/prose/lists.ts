import type { FoundDate } from "../dates/index.ts";
import type { NameMention } from "../names/index.ts";
import type { Clause, ReadSentence } from "./clauses.ts";
import { clauseDate } from "./frame-dates.ts";
import { type Frame, plainFrame } from "./frame.ts";
import { cellsOf, isBullet, isListLine, isRow } from "./implied.ts";
import type { Cue, CueFinder } from "./lexicon.ts";
import { movesOn, type Role } from "./roles.ts";
import { isConsumer } from "./surfaces.ts";
import { endsSomethingElse } from "./things.ts";

/** The statement that the lines of a list below it share, and the head of its table. */
export type List = {
  date: FoundDate | null;
  surface: string | null;
  quote: string;
  sentence: number;
  paragraph?: number;
  head: string | null;
  /** The bullet that named its last member: what else it says does not end the list. */
  bullet?: number;
};

/** Points forward to names that are still to come. */
export const AHEAD =
  /\b(?:several|the following|a handful|multiple|a number of|certain|some|many)\b|folgende|mehrere|suivante?s|plusieurs|siguientes|vari[oa]s|seguintes|vári[oa]s|seguenti|divers[ie]|以下|下記|下列|多个|数个|几个|一批|次の|複数|다음(?! ?[달주])|아래(?! 사람)|하기(?= 모델)|여러/;

type Lead = {
  sentence: ReadSentence;
  index: number;
  roles: Map<NameMention, Role>;
  next: ReadSentence | undefined;
  /** The place spoken of before, and the day of the heading above or of the sentence before. */
  surface: string | null;
  day: FoundDate | null;
  cues: CueFinder;
};

/** "Replacement: x": what to take instead, and no member of a list. */
function isAdvice({ text, plain, names }: ReadSentence, cues: CueFinder): boolean {
  const [first] = names;
  if (first === undefined || isBullet(text) || isRow(text)) return false;
  return cues
    .find("replaceBefore", plain)
    .some(({ start, end }) => start <= 2 && end <= first.start + 1 && first.start - end <= 3);
}

/** True where the next line or sentence names models and hardly says a word of its own; "Use x." says what to take. */
const isLedTo = ({ sentence, next, cues }: Lead): boolean =>
  next !== undefined &&
  !(next.paragraph === sentence.paragraph && cues.has("replaceBefore", next.plain)) &&
  !sentence.title &&
  !next.text.startsWith("#") &&
  !isAdvice(next, cues) &&
  (next.paragraph === sentence.paragraph
    ? onlyNames(next.text, next.names)
    : isRow(next.text) || isMember(next, dayOf(next), []));

/** True for a statement whose models are those of the list right below it: it names none, or only what they are of. */
export function leadsList(clause: Clause, lead: Lead): boolean {
  if (clause.off.length + clause.deprecate.length === 0 || clause.stay.length > 0 || !isLedTo(lead)) return false;
  const text = lead.sentence.plain.slice(clause.start, clause.end);
  const group = (name: NameMention) => name.several || (name.form === "display" && AHEAD.test(text));
  // "To gather all in x we end the following": x is where it leads to.
  return clause.names.every((name) => group(name) || lead.roles.get(name) === "replacement");
}

/** A sentence that ends in a colon, speaks of "the following" or stands right above a list, and says that its models end. */
export function listAhead(clause: Clause, lead: Lead, cues: CueFinder): List | null {
  const { sentence, index } = lead;
  if (clause.off.length + clause.deprecate.length === 0 || clause.stay.length > 0) return null;
  const led = leadsList(clause, lead);
  if (clause.names.length > 0 && !led) return null;
  const text = sentence.plain.slice(clause.start, clause.end);
  const row = isRow(sentence.text);
  const announces = row || DAY_LABEL.test(text) || /[:\uFF1A]\s*$/.test(sentence.text) || AHEAD.test(text);
  if (!announces && !led) return null;
  if (!row && endsSomethingElse(clause, sentence.plain, lead.roles)) return null;
  if (clause.surfaces.some((place) => isConsumer(place.surface)) || cues.has("limited", text)) return null;
  const date = clauseDate(clause, sentence, cues) ?? lead.day;
  // "Others will be deprecated in the coming months:" over lines that bring their own days.
  const ofLine = lead.next === undefined || lead.next.names.length === 0 ? null : dayOf(lead.next);
  const own = announces && !sentence.title && ofLine?.precision === "day" && ofLine.date > sentence.at;
  if (date === null && !own && !(announces && led && clause.off.length > 0)) return null;
  if (clause.off.length === 0 && date !== null && date.date <= sentence.at) return null;
  const place = clause.surfaces.find((surface) => !isConsumer(surface.surface))?.surface ?? lead.surface;
  return {
    date,
    surface: place,
    quote: sentence.text,
    sentence: index,
    paragraph: sentence.paragraph,
    head: row ? sentence.text : null,
  };
}

const REMARKS = 3;

/** What stands below a sentence: remarks of its paragraph that name nothing and lead nowhere are passed over. */
export function below(sentences: readonly ReadSentence[], index: number): ReadSentence | undefined {
  const { paragraph, title } = sentences[index] ?? { paragraph: -1, title: true };
  if (title) return sentences[index + 1];
  for (let at = index + 1; at <= index + REMARKS; at += 1) {
    const next = sentences[at];
    if (next === undefined || next.paragraph !== paragraph || next.names.length > 0) return next;
    const tells = next.clauses.some(
      ({ off, until, deprecate, dates }) => off.length + until.length + deprecate.length + dates.length > 0,
    );
    // What answers a question is no member of a list above it.
    if (tells || next.question || /[:\uFF1A]\s*$/.test(next.text)) break;
  }
  return sentences[index + 1];
}

const onlyNames = (text: string, names: readonly NameMention[]): boolean => isListLine(`- ${text}`, names, 4);

/** True for "The recommended replacement is:", whose answer is the next line. */
export function asksForAdvice({ text, plain, names, clauses }: ReadSentence, cues: CueFinder): boolean {
  // "What should I use instead? y."
  const asks = /[?\uFF1F]\s*$/.test(text) && names.length === 0;
  if (!asks && !/[:\uFF1A]\s*$/.test(text)) return false;
  const ends = clauses.some((clause) => clause.off.length + clause.until.length > 0);
  return cues
    .find("replaceBefore", plain)
    .some((cue) => plain.length - cue.end <= (ends ? 12 : 80) && !SUGGESTED.test(plain.slice(cue.end)));
}

/** "Move to the suggested versions to go on:" over lines that say of each model which one that is. */
const SUGGESTED =
  /^\s?(?:the |their |its |a |our )?(?:suggested|recommended|respective|corresponding|matching) (?:versions?|models?|alternatives?|replacements?|successors?)(?! (?:is|are)\b|[:\uFF1A]|.{0,40}\b(?:following|below)\b)/u;

/** The names of a line that gives such an answer; none where it says something of its own. */
export function answersOf({ text, names }: ReadSentence, roles: Map<NameMention, Role>): NameMention[] {
  if ([...roles.values()].some((role) => role !== "plain")) return [];
  return isListLine(isBullet(text) ? text : `- ${text}`, names) && !isRow(text) ? [...names] : [];
}

export type Line = {
  frames: Frame[];
  /** Names of the line that say what to use instead. */
  instead: NameMention[];
  /** The list as the next line finds it; null where it is over. */
  list: List | null;
};

/** As much of the sentence above a line as leaves room for the line. */
const LEAD_QUOTE = 240;

/** What a line below such a sentence adds: a bullet with names, or a row of a table with what to use instead. */
export function lineOf(
  sentence: ReadSentence,
  index: number,
  list: List,
  roles: Map<NameMention, Role>,
  cues: CueFinder,
): Line {
  const row = isRow(sentence.text);
  const head = row ? (list.head ?? sentence.text) : null;
  const own = row ? dayOfRow(sentence, list.head, cues) : dayOf(sentence);
  const label = own !== null && sentence.names.length === 0 && isLabelDate(sentence.text, own);
  if (label) return { frames: [], instead: [], list: { ...list, date: own } };
  const advised = [...roles.values()].includes("replacement");
  const words = advised
    ? [...cues.find("replaceBefore", sentence.plain), ...cues.find("replaceAfter", sentence.plain)]
    : [];
  if (list.bullet === sentence.paragraph && !isBullet(sentence.text)) return { frames: [], instead: [], list };
  // A remark between the statement and its list, in the paragraph of the statement.
  if (sentence.paragraph === list.paragraph && sentence.names.length === 0 && !row)
    return { frames: [], instead: [], list };
  if (!isMember(sentence, own, words) || sentence.clauses.some((clause) => clause.stay.length > 0))
    return { frames: [], instead: [], list: row ? { ...list, head } : null };
  const cells = row ? cellsOf(sentence.text, list.head, sentence.names) : null;
  const names = cells?.models ?? sentence.names.filter((name) => roles.get(name) !== "replacement");
  if (!row && names.length > 0 && names.every((name) => movesOn(name, sentence.names, roles)))
    return { frames: [], instead: [], list };
  const date = own ?? list.date;
  // Neither the sentence nor the line alone says what ends and when.
  const quote = `${list.quote.slice(0, LEAD_QUOTE)} ${sentence.text}`;
  const frame = plainFrame({ names, date, surface: list.surface, title: false, sentence: index, quote });
  return {
    frames: names.length > 0 && date !== null ? [frame] : [],
    instead: cells?.instead ?? [],
    list: { ...list, head, ...(isBullet(sentence.text) ? { bullet: sentence.paragraph } : {}) },
  };
}

/** A line that holds a day and hardly a word beside it. */
export function isLabelDate(text: string, date: FoundDate): boolean {
  const rest = text.slice(0, date.start) + text.slice(date.end);
  return rest.replace(/[^\p{L}]/gu, "").length <= 2;
}

/** The day of a row in the column whose head speaks of an end, if any stands there; its first day where no head does. */
function dayOfRow(sentence: ReadSentence, head: string | null, cues: CueFinder): FoundDate | null {
  const column = (head ?? "").split("|").findIndex((cell) => cues.has("off", cell.toLowerCase()));
  const days = sentence.clauses.flatMap((clause) => clause.dates);
  const own = days.find((day) => sentence.text.slice(0, day.start).split("|").length - 1 === column);
  // "| x | released on D | no shutdown date announced |" has a day of something else.
  if (own === undefined && column >= 0 && sentence.text.split("|").length - 1 > column) return null;
  return own ?? dayOf(sentence);
}

const dayOf = (sentence: ReadSentence): FoundDate | null =>
  sentence.clauses.flatMap((clause) => clause.dates).toSorted((a, b) => a.start - b.start)[0] ?? null;

/** "提供終了日:2027年6月1日": a form, whose models stand in its other lines. */
const DAY_LABEL =
  /^[\s・*■●◆【-]{0,3}(?:(?:提供|サービス)?(?:終了|停止|廃止)(?:予定)?日時?】?\s?[::]|(?:서비스 |지원 |제공 )?(?:종료|중단|폐기) ?(?:예정 ?)?(?:일|일자|일시)\]?\s?[::])/u;
const MODEL_LABEL =
  /^(?:[・*■●◆【-]\s?)?(?:対象(?:の)?(?:モデル)?(?:名|id)?|モデル(?:名|id)?|대상(?: 모델)?|모델(?:명| id)?)】?\s?[::]\s?/iu;

/** A line of names, hardly more, beside its day and the words that say what to use instead. */
function isMember({ text, names, clauses }: ReadSentence, own: FoundDate | null, words: readonly Cue[]): boolean {
  if (isListLine(text, names) || onlyNames(text.replace(MODEL_LABEL, ""), names)) return true;
  const spans = own === null ? [...words] : [...words, own];
  if (spans.length === 0 || clauses.some((clause) => clause.off.length + clause.until.length > 0)) return false;
  const rest = spans
    .toSorted((a, b) => b.start - a.start)
    .reduce((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return isListLine(isBullet(rest) ? rest : `- ${rest}`, names, isBullet(text) ? 12 : EAST.test(rest) ? 8 : 24);
}

/** Scripts whose words are one or two letters. */
const EAST = /[\u3041-\u30FA\u4E00-\u9FFF\uAC00-\uD7A3]/;
