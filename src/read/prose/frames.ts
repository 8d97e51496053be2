import { providerOf } from "../../core/surface.ts";
import type { FoundDate } from "../dates/index.ts";
import type { NameMention } from "../names/index.ts";
import { type Clause, type ReadSentence } from "./clauses.ts";
import { clauseDate, datesByName, inNamedMonth, type DatedName, openDates } from "./frame-dates.ts";
import { byWordBehind, cellsOf, inOrder, isForHours, isOfItsEnd, isOwnUse, isRow, saysNoDayYet } from "./implied.ts";
import type { CueFinder } from "./lexicon.ts";
import { AHEAD, answersOf, asksForAdvice, leadsList, lineOf, listAhead } from "./lists.ts";
import { appOf, headingDay, type Memory, newIn, remember } from "./memory.ts";
import { type Role, rolesOf } from "./roles.ts";
import { isConsumer, ownApiOf } from "./surfaces.ts";
import { endsSomethingElse } from "./things.ts";

/** One statement that models stop being served: who, when, where, in which words. */
export type Frame = {
  names: NameMention[];
  date: FoundDate | null;
  /** Place or company that the statement or its context names; null when only the maker is left. */
  surface: string | null;
  limited: boolean;
  rumour: boolean;
  recall: boolean;
  /** True for a finished act, which settles a day that stands open between two years. */
  past: boolean;
  withdrawn: boolean;
  /** True when the text speaks of a part of a year and no day ("in Q3"). */
  vague: boolean;
  /** True for a bare "deprecated", which is no end by itself. */
  weak: boolean;
  /** True for "deprecated" with words of a first stage ("legacy"), which an end follows later. */
  stage?: boolean;
  title: boolean;
  sentence: number;
  quote: string;
};

export type FrameContext = { defaultSurface: string | null; deprecatedMeansOff: boolean };

const VAGUE =
  /\bq[1-4]\b|\bquarter\b|quartal|trimestre|季度|四半期|분기|half of|semestr|later this year|上半年|下半年|年内|年底|하반기|연내/;
const STAGE = /legacy|legado|legat|héritag|レガシー|레거시|遗留|maintenance mode|read-only/;
const CLOSE = 6;

const SOON = 3;

function hasUntil(clause: Clause): boolean {
  return clause.until.some((cue) =>
    clause.dates.some((date) =>
      date.start >= cue.end - 1
        ? date.start - cue.end <= CLOSE
        : (date.start > cue.start && date.start < cue.end && clause.names.length > 0 && clause.stay.length === 0) ||
          (cue.start >= date.end && cue.start - date.end <= CLOSE),
    ),
  );
}

/** "Cohere rerank-v3", "Cohere Command R (cohere.command-r-v1:0)": the company is the model's maker. */
const MAKER_OF = /^(?:.{0,3}| [\p{L}\d .+-]{1,30}[(（][`"]?)$/u;

/** The place that a statement names itself; a company only when it does not merely stand before a model's name. */
function placeOf(
  clause: Clause,
  sentence: ReadSentence,
  cues: CueFinder,
  context: FrameContext,
  known: string | null,
): string | null {
  const places = clause.surfaces.filter((place) => !place.company);
  const developer = places.filter((place) => !isConsumer(place.surface));
  if (developer.length > 0) return developer[0]?.surface ?? null;
  const text = sentence.plain.slice(clause.start, clause.end);
  if (places.length > 0 && !cues.has("developer", text)) return places[0]?.surface ?? null;
  if (context.defaultSurface !== null) return null;
  const free = clause.surfaces.filter(
    (place) =>
      place.company &&
      !clause.names.some(
        (name) => name.start >= place.end && MAKER_OF.test(sentence.plain.slice(place.end, name.start)),
      ),
  );
  const company = free[0]?.surface ?? null;
  if (known !== null && isConsumer(known) && cues.has("developer", text)) return company ?? ownApiOf(known);
  // Who runs the place that was named before says nothing of another place.
  return company !== null && known !== null && providerOf(company) === providerOf(known) ? null : company;
}

const SPEAKS =
  / (?:announced|added|confirmed|said|says|saying|noted|showed|claims?|sagte?|hieß|indiquait|decía|dizia|diceva)(?: that)? /;

/** "- Decommissioned: 17 July": a label and its day, said of what the lines above are about. */
const isLabelled = ({ text }: ReadSentence, { off }: Clause): boolean =>
  off[0] !== undefined && off[0].start <= 20 && /^(?:[-*•·‣–]\s+)?[\p{L} -]{3,40}[::]\s/u.test(text);

/** "The model ends on 1 May, which touches whoever builds on x": a remark behind the statement. */
const ASIDE = /\d[^,]{0,12}, (?:[\p{L}’']+ ){2}/u;

/** "It ended yesterday, along with x": both did. */
const ALONG =
  /(?:along with|together with|as (?:did|does|will)|zusammen mit|mitsamt|ebenso wie|ainsi que|en même temps que|tout comme|junto (?:con|com)|igual que|assim como|insieme a|così come|连带|连同|以及|とともに|と共に|와 함께|과 함께)\s?[`"'“「]?$/u;

/** "A chatbot powered by x": x is what another thing is made of. */
const BUILT_ON =
  /(?:(?:powered by|based on|built (?:on|with)|basierend auf|setzt auf|basée?s? sur|repose sur|basad[oa]s? en|funciona con|basead[oa]s? em|basat[oaie] su)(?: the| den| das| le| el| o| il)? [`"'“]?|(?:接入|搭载|集成|搭載した|基于)[「“`]?\s?)$/u;

const TWO =
  /^(?:both|(?:the|these|those) (?:two|pair)|beide|die beiden|les deux|ces deux|tous deux|ambos|l[oa]s dos|(?:os|as) dois|entramb|i due|(?:这|那)?(?:两|二)|両|둘|두)/u;

/** Whom "both" stands for: the topic, or the two that were named last where the topic is not two. */
function meant({ anaphor }: Clause, { plain }: ReadSentence, { topic, kept }: Memory): NameMention[] {
  const count = (names: readonly NameMention[]) => new Set(names.map((name) => name.key)).size;
  const two = anaphor.some((cue) => TWO.test(plain.slice(cue.start, cue.end)));
  return two && count(topic) !== 2 && count(kept) === 2 ? kept : topic;
}

/** Who ends here: the names of the statement, or what "both" and "the preview" stand for. */
function subjects(
  clause: Clause,
  roles: Map<NameMention, Role>,
  memory: Memory,
  sentence: ReadSentence,
  cues: CueFinder,
): NameMention[] {
  const isNew = newIn(sentence, cues);
  const free = clause.names.filter(
    (name) =>
      roles.get(name) !== "replacement" &&
      !isNew(name) &&
      !BUILT_ON.test(sentence.plain.slice(Math.max(0, name.start - 32), name.start)),
  );
  // "x launched, and a slide said that y ends": who stands before the words of another speaker is not who ends.
  const speaker = free.findLastIndex((name, index) => {
    const next = free[index + 1];
    return next !== undefined && SPEAKS.test(sentence.plain.slice(name.end, next.start));
  });
  const named = free.slice(speaker + 1);
  const end = clause.off[0] ?? clause.until[0] ?? clause.deprecate[0];
  const stand =
    end === undefined
      ? undefined
      : clause.anaphor
          .filter((cue) => cue.end <= end.start + 2 && !AHEAD.test(sentence.plain.slice(cue.start, cue.end)))
          .at(-1);
  const lastName = named.filter((name) => end === undefined || name.end <= end.start).at(-1);
  if (
    stand !== undefined &&
    memory.topic.length > 0 &&
    (lastName === undefined || (lastName.end <= stand.start && stand.start - lastName.end > (cues.dropsSubjects ? 6 : 12)))
  ) {
    const aside = (name: NameMention) => end !== undefined && ASIDE.test(sentence.plain.slice(end.end, name.start));
    if (named.every((name) => name.start < stand.start || aside(name))) return meant(clause, sentence, memory);
    const along = (name: NameMention) =>
      name.start > stand.start && ALONG.test(sentence.plain.slice(Math.max(0, name.start - 28), name.start));
    if (named.every(along)) return [...memory.topic, ...named];
  }
  if (named.length > 0) return named;
  const dated = clause.dates.length > 0 || cues.has("sameDay", sentence.plain.slice(clause.start, clause.end));
  if (AHEAD.test(sentence.plain.slice(clause.start, clause.end))) return [];
  if (
    clause.anaphor.length > 0 ||
    (clause.off.length > 0 && cues.has("possessive", sentence.plain.slice(clause.start, clause.end)))
  )
    return meant(clause, sentence, memory);
  // Where every sentence has its subject, one that names nothing known is about something else.
  const implied =
    cues.dropsSubjects ||
    clause.until.length > 0 ||
    isOfItsEnd(sentence.plain.slice(clause.start, clause.end), clause) ||
    isLabelled(sentence, clause) ||
    cues.has("developer", sentence.plain.slice(clause.start, clause.end));
  return dated && implied ? (memory.topic.length > 0 ? memory.topic : memory.kept) : [];
}

function framesOfClause(
  clause: Clause,
  at: { sentence: ReadSentence; index: number; roles: Map<NameMention, Role> },
  memory: Memory,
  cues: CueFinder,
  context: FrameContext,
): Frame[] {
  const { sentence, index, roles } = at;
  const until = hasUntil(clause);
  const off = clause.off.length > 0 || until || (context.deprecatedMeansOff && clause.deprecate.length > 0);
  const too =
    !off &&
    memory.last !== null &&
    index - memory.last.sentence <= 2 &&
    cues.has("likewise", sentence.plain.slice(clause.start, clause.end));
  if (too && memory.last !== null) return likewise(clause, at, memory.last, cues);
  if (!off && clause.deprecate.length === 0) return [];
  if (clause.stay.length > 0 && !until) return [];
  if (endsSomethingElse(clause, sentence.plain, roles)) return [];
  const text = sentence.plain.slice(clause.start, clause.end);
  if (isForHours(text) || isOwnUse(text) || isStillOpen(clause, sentence)) return [];
  const each = eachOf(clause, text, memory.topic, sentence, cues);
  const names = each.length > 0 ? memory.topic : subjects(clause, roles, memory, sentence, cues);
  if (names.length === 0) return [];
  const place = placeOf(clause, sentence, cues, context, memory.surface);
  const shared = {
    surface: place ?? memory.surface,
    limited: cues.has("limited", text),
    rumour: sentence.rumour || sentence.question,
    recall: cues.has("recall", text),
    past: cues.has("past", text),
    withdrawn: sentence.withdrawn,
    vague: VAGUE.test(text),
    weak: !off,
    ...(STAGE.test(text) ? { stage: true } : {}),
    title: sentence.title,
    sentence: index,
    quote: sentence.text,
  };
  const sameDay = cues.has("sameDay", text) ? (memory.last?.date ?? null) : null;
  const soon = off && memory.pending !== null && index - memory.pending.sentence <= SOON ? memory.pending.date : null;
  const own: DatedName[] = each.length > 0 ? each : datesByName(names, clause, sentence, cues);
  if (own.length > 0)
    return own.map(({ names: some, date }, index) => {
      const from = own[index - 1]?.date.end ?? clause.start;
      // "was switched off yesterday, and x follows on July 15": each day has its own tense.
      const past =
        own.length > 1 && from < date.end ? cues.has("past", sentence.plain.slice(from, date.end)) : shared.past;
      return { ...shared, names: some, date, past };
    });
  const told = clauseDate(clause, sentence, cues) ?? sameDay ?? soon;
  return [{ ...shared, names, date: told ?? (sentence.title || !off ? null : memory.heading) }];
}

/** "x stays until October; we have no retirement date for it": of the one that stays. */
function isStillOpen(clause: Clause, { plain, clauses }: ReadSentence): boolean {
  if (clause.names.length > 0 || !saysNoDayYet(plain.slice(clause.start, clause.end))) return false;
  return clauses.some((other) => other !== clause && other.stay.length > 0 && other.names.length > 0);
}

/** Two models of the sentences before, each with its own day. */
function eachOf(
  clause: Clause,
  text: string,
  topic: readonly NameMention[],
  sentence: ReadSentence,
  cues: CueFinder,
): DatedName[] {
  if (clause.names.length > 0 || clause.dates.length < 2 || topic.length < 2) return [];
  const dates = openDates(clause, sentence, cues);
  const ordered = inOrder(text, clause.start, clause.dates, topic);
  return ordered.length > 0 ? ordered : byWordBehind(sentence.plain, dates, topic);
}

/** The first row of the table that a sentence is a row of; null outside of tables. */
const headOver = ({ text, names }: ReadSentence, head: string | null): string | null =>
  isRow(text) ? (head ?? (names.length === 0 ? text : "")) : null;

/** "…on the 11th x; on the 25th y": a name and a day without a verb share what was said last in the sentence. */
function gapped(
  clause: Clause,
  at: { sentence: ReadSentence; index: number; roles: Map<NameMention, Role> },
  last: Frame | undefined,
  cues: CueFinder,
): Frame[] {
  if (last === undefined || last.weak || clause.dates.length === 0 || clause.names.length === 0) return [];
  if (clause.off.length + clause.stay.length + clause.things.length + clause.until.length > 0) return [];
  const names = clause.names.filter((name) => at.roles.get(name) === "plain");
  const date = clauseDate(clause, at.sentence, cues);
  const words = at.sentence.plain.slice(clause.start, clause.end).match(/\p{L}{3,}/gu) ?? [];
  if (names.length === 0 || date === null || words.length > 6 + 3 * names.length) return [];
  return [{ ...last, names, date }];
}

/** "The same goes for x": another model shares what was said, with its own day where it gives one. */
function likewise(
  clause: Clause,
  { sentence, index, roles }: { sentence: ReadSentence; index: number; roles: Map<NameMention, Role> },
  last: Frame,
  cues: CueFinder,
): Frame[] {
  const names = clause.names.filter((name) => roles.get(name) !== "replacement");
  if (names.length === 0 || clause.stay.length > 0) return [];
  const vague = VAGUE.test(sentence.plain.slice(clause.start, clause.end));
  const date = clauseDate(clause, sentence, cues) ?? (vague ? null : last.date);
  return [{ ...last, names, date, vague, weak: false, title: sentence.title, sentence: index, quote: sentence.text }];
}

/** All frames of a text, in reading order, and who is said to stay. */
export function framesOf(
  sentences: readonly ReadSentence[],
  cues: CueFinder,
  context: FrameContext,
): { frames: Frame[]; stays: Set<string>; roles: Map<NameMention, Role>; answered: Set<number> } {
  const frames: Frame[] = [];
  const stays = new Set<string>();
  const allRoles = new Map<NameMention, Role>();
  const answered = new Set<number>();
  let head: string | null = null;
  let memory: Memory = {
    topic: [],
    surface: context.defaultSurface,
    last: null,
    pending: null,
    list: null,
    kept: [],
    heading: null,
    asked: false,
    bullet: -2,
  };
  sentences.forEach((sentence, index) => {
    const roles = rolesOf(sentence, cues);
    const answers = memory.asked ? answersOf(sentence, roles) : [];
    for (const name of answers) roles.set(name, "replacement");
    if (answers.length > 0) answered.add(index);
    memory = { ...memory, asked: answers.length > 0 || asksForAdvice(sentence, cues) };
    head = headOver(sentence, head);
    for (const name of head === null ? [] : cellsOf(sentence.text, head, sentence.names).instead)
      roles.set(name, "replacement");
    for (const [name, role] of roles) allRoles.set(name, role);
    const here: Frame[] = [];
    memory = { ...memory, heading: headingDay(sentence, memory.heading) };
    const next = sentences[index + 1];
    for (const clause of sentence.clauses) {
      const soon = memory.pending !== null && index - memory.pending.sentence <= SOON ? memory.pending.date : null;
      const lead = { sentence, index, roles, next, surface: memory.surface, day: memory.heading ?? soon };
      const stated = leadsList(clause, lead)
        ? []
        : framesOfClause(clause, { sentence, index, roles }, memory, cues, context);
      const made = stated.length > 0 ? stated : gapped(clause, { sentence, index, roles }, here.at(-1), cues);
      here.push(...made);
      const ahead =
        made.length === 0 &&
        clause.off.length > 0 &&
        clause.stay.length === 0 &&
        !cues.has("limited", sentence.plain.slice(clause.start, clause.end))
          ? clauseDate(clause, sentence, cues)
          : null;
      if (ahead !== null) memory = { ...memory, pending: { date: ahead, sentence: index } };
      const app = made.length === 0 && clause.off.length > 0 ? appOf(clause, sentence, cues) : null;
      if (app !== null && (memory.surface === null || providerOf(memory.surface) === providerOf(app)))
        memory = { ...memory, surface: app };
      if (made.length === 0 && !(isRow(sentence.text) && memory.list !== null))
        memory = { ...memory, list: listAhead(clause, lead, cues) ?? memory.list };
      const last = made.at(-1);
      if (last !== undefined)
        memory = { ...memory, topic: last.names, surface: last.surface, last: last.date === null ? memory.last : last };
      else if (clause.stay.length > 0)
        for (const name of clause.names) if (roles.get(name) !== "replacement") stays.add(name.key);
    }
    if (memory.list !== null && memory.list.sentence !== index && here.length === 0) {
      const line = lineOf(sentence, index, memory.list, roles, cues);
      here.push(...line.frames);
      for (const name of line.instead) allRoles.set(name, "replacement");
      memory = { ...memory, list: line.list };
      const last = line.frames.at(-1);
      if (last !== undefined) memory = { ...memory, topic: last.names, last };
    }
    const dated = here.map((frame) =>
      frame.date === null ? frame : { ...frame, date: inNamedMonth(frame.date, sentences, index) },
    );
    frames.push(...joinWeak(dated));
    if (here.length === 0) memory = remember(sentence, roles, memory, cues);
  });
  return { frames, stays, roles: allRoles, answered };
}

/** "…on 23 October; o1 is on the list since April, with o1-pro": what is only listed shares the day of the sentence. */
function joinWeak(frames: Frame[]): Frame[] {
  const strong = frames.findLast((frame) => !frame.weak && frame.date !== null);
  if (strong === undefined) return frames;
  const joins = (frame: Frame) =>
    frame.weak &&
    !frame.limited &&
    frame.sentence === strong.sentence &&
    !frame.names.some((name) => strong.names.includes(name));
  return frames.map((frame) =>
    joins(frame) ? { ...frame, date: strong.date, weak: false, surface: frame.surface ?? strong.surface } : frame,
  );
}
