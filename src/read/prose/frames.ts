import type { CivilDate } from "../../core/fact.ts";
import { providerOf } from "../../core/surface.ts";
import type { FoundDate } from "../dates/index.ts";
import type { NameMention } from "../names/index.ts";
import { answeredDay, askedWhen, asksInstead, saysYes } from "./asked.ts";
import { isClaim, moved, newDayIn, retract } from "./claims.ts";
import { byPlace, developerPlaces } from "./by-place.ts";
import { type Clause, type ReadSentence } from "./clauses.ts";
import { concerned } from "./concerned.ts";
import { clauseDate, datesByName, inNamedMonth, type DatedName, openDates } from "./frame-dates.ts";
import { eachWithDay } from "./each-with-day.ts";
import { type Frame, frameAbove } from "./frame.ts";
import { byWordBehind, cellsOf, inOrder, isForHours, isOwnUse, isRow, saysNoDayYet, tellsEarliest } from "./implied.ts";
import { ofThatSize, sizedDays } from "./by-size.ts";
import type { CueFinder } from "./lexicon.ts";
import { isToldOfNoun } from "./german-nouns.ts";
import { isOwnerOnly } from "./korean-nouns.ts";
import { speaksOfRest } from "./labels.ts";
import { answersOf, asksForAdvice, below, leadsList, lineOf, listAhead } from "./lists.ts";
import { byThen, calledBefore, dueIn, isDeadline } from "./deadline.ts";
import { appOf, headingDay, type Memory, remember } from "./memory.ts";
import { isNotItsEnd, isOfNewcomers, isOfThing } from "./not-its-end.ts";
import { beginsWithOther, isOfAnother } from "./own-subject.ts";
import { withoutTold } from "./rest.ts";
import { isRecalled } from "./recalled.ts";
import { movesOn, type Role, rolesOf } from "./roles.ts";
import { gapped, joinWeak, likewise, toldBefore, VAGUE } from "./elliptic.ts";
import { dayPointedTo } from "./that-day.ts";
import { datedLater, dayOnly, isTakenUp, onSameDay, stagedIn, timeOf } from "./neighbours.ts";
import { FROM_APP, isLimited, isOfMoney, leavesApp, OFFER } from "./scope.ts";
import { endsOther, subjects } from "./subjects.ts";
import { isConsumer, ownApiOf } from "./surfaces.ts";
import { endsSomethingElse } from "./things.ts";
import { endsThen, hasUntil } from "./until.ts";

export type FrameContext = {
  defaultSurface: string | null;
  deprecatedMeansOff: boolean;
  /** The day on which what stands above the text ends. */
  above: CivilDate | null;
};

/** "Fails since Saturday": the last one. */
const SINCE = /(?<!\p{L})(?:since|seit|depuis|desde|dal?)\s(?:(?:the|last|dem|letzten|le|el|o|lo) )?\p{L}{0,6}$/u;

/** "Ends on D, four weeks after the app was closed": that is told of the app. */
const AFTER_ANOTHER = /, (?:[\p{L}\d-]+ ){1,2}(?:days?|weeks?|months?|years?) after .*$/u;

const STAGE = /legacy|legado|legat|héritag|レガシー|레거시|遗留|maintenance mode|read-only/;
const SOON = 3;

/**
 * "Cohere rerank-v3", "Cohere Command R (cohere.command-r-v1:0)": the company is the model's maker. Behind the mark of the
 * subject ("Microsoftはo1を…") it is who ends the model.
 */
const MAKER_OF = /^(?:(?![はがも]|[이가은는] ).{0,3}| [\p{L}\d .+-]{1,30}[(（][`"]?)$/u;

/** "Groqはxを終了する", "Groq는 x를 종료한다". */
const SUBJECT_MARK = /^(?:[はが]|[이가은는] )/u;

/** "Anthropic retired x on its own API": where the maker serves it, whatever page says so. */
const OWN_API =
  /(?:(?:its|their) own|(?:seiner|ihrer) eigenen|sa propre|leur propre|su propia|sua própria|(?:la|sulla) propria) (?:api|plat[te]+form\p{L}*|plateforme|plataforma|piattaforma)|(?:自家|自己的?|自有|自社の?) ?(?:api|平台|プラットフォーム)|자체 (?:api|플랫폼)/u;

/** "x, which is also on Bedrock, ends …": where it is, and not where it ends. */
const IN_ASIDE = /, ?(?:which|that|das|die|der|qui|que|che|o qual|a qual|il quale|la quale) [^,]*$/u;

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
  const said = developer.filter((place) => !IN_ASIDE.test(sentence.plain.slice(clause.start, place.start)));
  if (developer.length > 0) return (said[0] ?? developer[0])?.surface ?? null;
  const text = sentence.plain.slice(clause.start, clause.end);
  if (places.length > 0 && !cues.has("developer", text)) return places[0]?.surface ?? null;
  const maker = OWN_API.test(text) ? clause.names.find((name) => name.makerSurface !== null)?.makerSurface : undefined;
  if (maker != null) return maker;
  if (context.defaultSurface !== null) return null;
  const free = clause.surfaces.filter(
    (place) =>
      place.company &&
      !clause.names.some(
        (name) => name.start >= place.end && MAKER_OF.test(sentence.plain.slice(place.end, name.start)),
      ),
  );
  // "After OpenAI cut its prices, Mistral retires x": of two companies, the maker of the model.
  const own = free.find((place) => clause.names.some((name) => name.makerSurface === place.surface));
  const leads = free.find((place) => SUBJECT_MARK.test(sentence.plain.slice(place.end, place.end + 2)));
  const company = (own ?? leads ?? free[0])?.surface ?? null;
  if (known !== null && isConsumer(known) && cues.has("developer", text)) return company ?? ownApiOf(known);
  // Who runs the place that was named before says nothing of another place.
  return company !== null && known !== null && providerOf(company) === providerOf(known) ? null : company;
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
  const before = off ? null : toldBefore(memory, index);
  if (before !== null && cues.has("likewise", sentence.plain.slice(clause.start, clause.end)))
    return likewise(clause, at, before, cues);
  if (!off && clause.deprecate.length === 0) return [];
  if (clause.stay.length > 0 && !until && !endsThen(clause, sentence)) return [];
  if (endsSomethingElse(clause, sentence.plain, roles)) return [];
  const text = sentence.plain.slice(clause.start, clause.end);
  if (isOfAnother(clause, sentence.plain, cues.tag)) return [];
  if (cues.tag === "en" && beginsWithOther(sentence)) return [];
  if (cues.tag === "ko" && isOwnerOnly(clause, sentence, roles)) return [];
  if (cues.tag === "de" && isToldOfNoun(clause, sentence, roles)) return [];
  if ((off || until) && isNotItsEnd(clause, text)) return [];
  if (cues.tag === "en" && memory.other === index - 1 && isOfThing(clause, text)) return [];
  if (isForHours(text) || isOwnUse(clause, text) || isStillOpen(clause, sentence)) return [];
  const each = eachOf(clause, text, memory.topic, sentence, cues);
  const found = each.length > 0 ? memory.topic : subjects(clause, roles, memory, sentence, cues);
  const names = each.length > 0 || clause.names.length > 0 ? found : ofThatSize(text, found);
  if (names.every((name) => movesOn(name, clause.names, roles))) return [];
  if (isOfMoney(clause, names, index, memory, cues)) return [];
  const place = placeOf(clause, sentence, cues, context, memory.surface);
  const shared = {
    surface: place ?? memory.surface,
    limited:
      isLimited(clause, sentence, cues) ||
      isOfNewcomers(clause, text) ||
      leavesApp(clause, sentence, place, memory, context.defaultSurface, cues),
    rumour: sentence.rumour || sentence.question,
    recall: isRecalled(clause, sentence, cues),
    past: cues.has("past", text.replace(AFTER_ANOTHER, "")),
    withdrawn: sentence.withdrawn,
    vague: VAGUE.test(text),
    weak: !off,
    ...(STAGE.test(text) ? { stage: true } : {}),
    ...(until && clause.off.length === 0 ? { lastDay: true as const } : {}),
    ...(isClaim(sentence) ? { claim: true as const } : {}),
    title: sentence.title,
    sentence: index,
    quote: sentence.text,
  };
  const sameDay = (cues.has("sameDay", text) ? memory.last?.date : null) ?? memory.thatDay;
  const soon = off && memory.pending !== null && index - memory.pending.sentence <= SOON ? memory.pending.date : null;
  const floor = tellsEarliest(text);
  const asFloor = (date: FoundDate | null): FoundDate | null =>
    date !== null && floor ? { ...date, precision: "earliest" } : date;
  const placed = byPlace(clause, clause.names, openDates(clause, sentence, cues), sentence.plain);
  if (placed.length > 1) return placed.map(({ surface, date }) => ({ ...shared, names, surface, date: asFloor(date) }));
  const own: DatedName[] = each.length > 0 ? each : datesByName(names, clause, sentence, cues);
  const places = own.length > 1 ? developerPlaces(clause) : [];
  if (own.length > 0)
    return own.map(({ names: some, date }, index) => {
      const leads = some.every((name) => name.start >= date.end);
      const from = leads ? date.start : (own[index - 1]?.date.end ?? clause.start);
      const to = leads ? (own[index + 1]?.date.start ?? clause.end) : date.end;
      // "was switched off yesterday, and x follows on July 15": each day has its own tense.
      const past =
        own.length > 1 && from < to
          ? cues.has("past", sentence.plain.slice(from, to)) || isDoneBehind(date, sentence.plain, cues)
          : shared.past;
      // "a leaves Bedrock on 1 June and b Vertex AI on 1 July".
      const surface = places.length === own.length ? (places[index]?.surface ?? shared.surface) : shared.surface;
      return { ...shared, names: some, surface, date: asFloor(date), past };
    });
  const told = clauseDate(clause, sentence, cues) ?? sameDay ?? soon;
  const aside = told === null ? null : bracketAround(sentence.plain, told.start);
  if (aside !== null) shared.past = cues.has("past", aside);
  const since =
    told?.past !== undefined && SINCE.test(sentence.plain.slice(Math.max(0, told.start - 12), told.start + 7));
  return [
    {
      ...shared,
      ...(since ? { past: true, since } : {}),
      names,
      date: asFloor(told) ?? (sentence.title || !off ? null : memory.heading),
    },
  ];
}

/** "x is closed to new users (full sunset on 20 July)": the words in the bracket of a day say when it is. */
function bracketAround(plain: string, at: number): string | null {
  const open = /[(（][^()（）]*$/.exec(plain.slice(0, at));
  const close = open === null ? -1 : plain.slice(at).search(/[)）]/);
  return open === null || close < 0 ? null : plain.slice(open.index, at + close);
}

/** "the x shut down on 5 January" in languages that put the act behind its day. */
const isDoneBehind = ({ end }: FoundDate, plain: string, cues: CueFinder): boolean =>
  cues.find("past", plain).some((cue) => cue.start >= end && cue.start - end <= 2);

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
  if (ordered.length > 0) return ordered;
  const sized = sizedDays(sentence.plain, clause.dates, topic);
  return sized.length > 0 ? sized : byWordBehind(sentence.plain, dates, topic);
}

/** The first row of the table that a sentence is a row of; null outside of tables. */
const headOver = ({ text, names }: ReadSentence, head: string | null): string | null =>
  isRow(text) ? (head ?? (names.length === 0 ? text : "")) : null;

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
  /** Something was said to end, and no model of it yet: "two steps", "four names". */
  let ended = false;
  let memory: Memory = {
    topic: [],
    surface: context.defaultSurface,
    last: context.above === null ? null : frameAbove(context.above, context.defaultSurface),
    pending: null,
    thatDay: null,
    list: null,
    kept: [],
    heading: null,
    asked: false,
    when: null,
    due: null,
    bullet: -2,
    app: false,
    other: -2,
    money: -1,
    named: -1,
    fresh: new Set(),
  };
  sentences.forEach((sentence, index) => {
    const roles = rolesOf(sentence, cues);
    const answers = memory.asked ? answersOf(sentence, roles) : [];
    for (const name of answers) roles.set(name, "replacement");
    if (answers.length > 0) answered.add(index);
    const asked = answers.length > 0 || asksForAdvice(sentence, cues) || asksInstead(sentence);
    memory = { ...memory, asked, thatDay: dayPointedTo(sentence, sentences[index - 1], cues) };
    // "Is x gone on D? Yes.": what was asked is told.
    if (saysYes(sentence) && sentences[index - 1]?.question === true && sentences[index - 1]?.rumour === false) {
      for (const frame of frames) if (frame.sentence === index - 1) frame.rumour = false;
      if (memory.last?.sentence === index - 1) memory = { ...memory, last: { ...memory.last, rumour: false } };
    }
    head = headOver(sentence, head);
    for (const name of head === null ? [] : cellsOf(sentence.text, head, sentence.names).instead)
      roles.set(name, "replacement");
    for (const [name, role] of roles) allRoles.set(name, role);
    const here: Frame[] = [];
    memory = { ...memory, heading: headingDay(sentence, memory.heading) };
    if (sentence.title && FROM_APP.test(sentence.plain) && !cues.has("developer", sentence.plain))
      memory = { ...memory, app: true };
    const next = below(sentences, index);
    for (const clause of sentence.clauses) {
      const soon = memory.pending !== null && index - memory.pending.sentence <= SOON ? memory.pending.date : null;
      const lead = { sentence, index, roles, next, surface: memory.surface, day: memory.heading ?? soon, cues };
      const told = leadsList(clause, lead)
        ? []
        : framesOfClause(clause, { sentence, index, roles }, memory, cues, context);
      const asks = isDeadline(clause, sentence);
      const stated = asks ? calledBefore(told, [...frames, ...here]) : told;
      if (asks && stated.length === 0) memory = { ...memory, due: dueIn(told, index) ?? memory.due };
      const place = { sentence, index, roles };
      const short = stated.length > 0 ? stated : gapped(clause, place, here.at(-1), cues);
      const made = short.length > 0 ? short : onSameDay(clause, place, here.at(-1) ?? memory.last, cues);
      here.push(...made);
      if (made.length === 0 && clause.names.length > 0 && endsSomethingElse(clause, sentence.plain, roles))
        memory = { ...memory, other: index };
      const ahead =
        made.length === 0 &&
        clause.off.length > 0 &&
        clause.stay.length === 0 &&
        !endsOther(clause, sentence) &&
        !(clause.names.length > 0 && endsSomethingElse(clause, sentence.plain, roles)) &&
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
      // "x is next; its last day is 5 August": what was named a moment ago.
      else if (isTakenUp(clause, sentence, cues) && clause.names.some((name) => roles.get(name) === "plain"))
        memory = { ...memory, topic: clause.names.filter((name) => roles.get(name) === "plain") };
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
    const renewed = newDayIn(sentence, frames, cues);
    if (renewed !== null) here.push(...moved(frames, index, renewed, sentence.text));
    if (here.length === 0) {
      here.push(...answeredDay(sentence, index, memory.when, memory.surface));
      const told = here.at(-1);
      // "How long does x run? Until 28 July. y goes that day, too."
      if (told !== undefined) memory = { ...memory, topic: told.names, last: told };
    }
    memory = { ...memory, when: askedWhen(sentence, index, memory.topic, cues, memory.when) };
    if (here.length === 0) here.push(...concerned(sentence, index, roles, frames));
    if (here.length === 0) {
      const told = toldElsewhere(sentence, index, roles, frames, memory, cues, ended);
      here.push(...told.frames);
      if (told.day !== null) memory = { ...memory, pending: { date: told.day, sentence: index } };
      const last = told.frames.at(-1);
      if (last !== undefined) memory = { ...memory, topic: last.names, last };
    }
    // "We keep x. The other two end on D."
    if (sentence.names.length === 0 && speaksOfRest(sentence.plain))
      here.splice(0, here.length, ...withoutTold(here, frames, stays));
    retract(frames, here, sentence, index);
    const dated = here.map((frame) =>
      frame.date === null
        ? byThen(frame, memory.due, sentence)
        : { ...frame, date: inNamedMonth(frame.date, sentences, index) },
    );
    frames.push(...joinWeak(dated));
    ended ||= sentence.clauses.some(({ off, stay, things }) => off.length > 0 && stay.length + things.length === 0);
    if (sentence.names.length > 0) memory = { ...memory, named: index };
    const offered = sentence.names.length === 0 || OFFER.test(sentence.plain);
    if (offered && cues.dropsSubjects && cues.has("price", sentence.plain)) memory = { ...memory, money: index };
    if (here.length === 0) memory = remember(sentence, roles, memory, cues);
  });
  return { frames, stays, roles: allRoles, answered };
}

const daysOf = (sentence: ReadSentence, cues: CueFinder): FoundDate[] =>
  sentence.clauses.flatMap((clause) => openDates(clause, sentence, cues));

/** What a sentence without a statement of its own adds to those before it, and the day that it leaves for those behind it. */
function toldElsewhere(
  sentence: ReadSentence,
  index: number,
  roles: Map<NameMention, Role>,
  frames: readonly Frame[],
  memory: Memory,
  cues: CueFinder,
  ended: boolean,
): { frames: Frame[]; day: FoundDate | null } {
  const told = frames.some((frame) => !frame.weak && !frame.rumour && !frame.recall) || memory.pending !== null;
  if (!told && !ended) return { frames: [], day: null };
  const last = frames.at(-1);
  const undated = last !== undefined && last.date === null && index - last.sentence <= 2 && !last.rumour;
  const each = undated ? inOrder(sentence.plain, 0, daysOf(sentence, cues), memory.topic) : [];
  if (each.length > 1 && last !== undefined)
    return { frames: each.map((one) => ({ ...last, ...one, sentence: index, quote: sentence.text })), day: null };
  const dated = eachWithDay(sentence, index, last, memory, cues);
  if (dated.length > 0) return { frames: dated, day: null };
  const day = dayOnly(sentence, cues) ?? timeOf(sentence, roles, cues);
  if (day !== null) return { frames: datedLater(frames, index, day, sentence.text), day };
  return { frames: stagedIn(sentence, index, roles, memory, cues), day: null };
}
