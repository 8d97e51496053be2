import { daysBetween } from "../../core/civil-date.ts";
import type { Fact } from "../../core/fact.ts";
import { once } from "../../lib/remember.ts";
import { findDates, type FoundDate } from "../dates/index.ts";
import { plainText } from "../dates/plain-text.ts";
import type { NameMention } from "../names/index.ts";
import type { Clause, ReadSentence } from "./clauses.ts";
import { type Claimed, decidingFrame, factOf, groupFrames, settled } from "./facts.ts";
import type { Frame } from "./frame.ts";
import { framesOf } from "./frames.ts";
import { companiesOf } from "./companies.ts";
import { type Heard, heardIn, RECENT_DAYS } from "./heard.ts";
import { withoutDenied } from "./denials.ts";
import { doubt, isRecap, ofPeople, type Whole } from "./doubts.ts";
import { keptInLists } from "./kept-lists.ts";
import type { CueFinder } from "./lexicon.ts";
import { saysNoDayYet } from "./implied.ts";
import { type Ending, mapperOf } from "./mapping.ts";
import { notStaying } from "./not-staying.ts";
import { advicesOf } from "./replacements.ts";
import { topicOf } from "./topic.ts";
import { takenKey, withdrawnKeys } from "./withdrawn.ts";
import { isConsumer } from "./surfaces.ts";
import { TOLD, toldDay } from "./told.ts";
import { withoutTools } from "./tools.ts";
import type { ProseInput, ProseReading } from "./types.ts";

export type { ProseInput, ProseReading } from "./types.ts";
export { languageOf } from "./language.ts";

const FRESH_DAYS = 7;

/** Day of the notice: the one the text gives beside words of notice, else the day of a provider's own entry. */
function announcedDay(whole: Whole, frames: readonly Frame[], input: ProseInput): string | null {
  if (input.habits?.ownChangelog) return noticeBefore(whole, frames, input) ?? input.published.slice(0, 10);
  const shutdowns = new Set(frames.map((frame) => frame.date?.date));
  for (const sentence of whole.sentences) {
    const notices = whole.cues.find("announced", sentence.plain);
    if (notices.length === 0) continue;
    for (const date of findDates(whole.cues.fold(sentence.text), { at: input.published, locale: whole.cues.tag })) {
      const near = notices.some((cue) => Math.abs(date.start - cue.end) <= 3 || Math.abs(cue.start - date.end) <= 3);
      const day = date.past !== undefined && date.date > input.published.slice(0, 10) ? date.past : date.date;
      if (near && date.precision === "day" && !shutdowns.has(date.date) && day <= input.published.slice(0, 10))
        return day;
    }
  }
  return null;
}

/** "As announced on August 13, x was removed today": an entry may be no notice, and give the day of the one before it. */
function noticeBefore(whole: Whole, frames: readonly Frame[], { published }: ProseInput): string | null {
  const today = published.slice(0, 10);
  const ends = new Set(frames.map((frame) => frame.date?.date));
  for (const { text } of whole.sentences) {
    if (!TOLD.test(text)) continue;
    const days = findDates(text, { at: published, locale: whole.cues.tag }).filter(
      (day) => !ends.has(day.date) && !day.relative,
    );
    const day = toldDay(
      text,
      days.map((each) => ({ ...each, date: pastOf(each, today) })),
      today,
    );
    if (day !== null) return day;
  }
  return null;
}

/** A day without a year that is said to be told lies behind. */
const pastOf = (day: FoundDate, today: string): string =>
  day.past !== undefined && day.date > today ? day.past : day.date;

/** "The corresponding APIs are not affected": not a named one of several, and no one model's. */
const WHOLE_API =
  /(?:(?<!\p{L})(?:the|its|via|die|der|den|entsprechenden|la|les?|a|as|na|nas|le)\s|l['’]|^|[、,。;“(（]\s?)(?:openai |entsprechenden |corresponding )?(?:apis?(?![ -](?:requests?|responses?|formats?|keys?|calls?|schemas?|parameters?|headers?|contracts?|shapes?|urls?|limits?|prices?|pricing))|schnittstellen?|接口)(?:-\p{L}+| |接口|アクセス|服务|서비스|側|侧|$)/u;

/** True for a statement that an API goes on as a whole while something leaves an app. */
function keepsApi(clause: Clause, { plain }: ReadSentence, cues: CueFinder): boolean {
  if (clause.stay.length === 0 || clause.names.length > 0 || clause.off.length > 0) return false;
  const text = plain.slice(clause.start, clause.end);
  return WHOLE_API.test(text) && cues.has("developer", text);
}

/** "Older versions are usually retired after three months": how it is done, and no notice. */
const HABIT =
  /(?<!\p{L})(?:typically|usually|generally(?! available)|normally|as a rule|in der regel|üblicherweise|normalerweise|gewöhnlich|généralement|habituellement|en règle générale|normalmente|generalmente|por lo general|habitualmente|geralmente|di solito|di norma)(?!\p{L})|通常|一般(?:会|在|来说)|往往|一般に|基本的に|보통|일반적으로|대개/u;
const STAYS = "said to stay";
const FOR_SOME = "ends for some plans only";

/** A frame counts when it says firmly that a model ends; else the reason why it does not. */
function refusal(
  frame: Frame,
  group: Claimed,
  context: { published: string; dated: boolean; stays: Set<string>; instead: Set<string>; noDayYet: boolean },
): string | null {
  const today = context.published.slice(0, 10);
  if (
    frame.weak &&
    !isFirmEnd(frame, today) &&
    !(isDeprecatedNow(frame, group, today) || (context.noDayYet && frame.stage !== true))
  )
    return "only called deprecated";
  if (frame.rumour) return "hearsay or a question";
  if (frame.limited) return FOR_SOME;
  if ((frame.date === null || frame.claim === true) && context.stays.has(group.name.key)) return STAYS;
  if (frame.recall && (frame.weak || frame.date === null)) return "recalled";
  if (
    frame.date === null &&
    !frame.weak &&
    (!context.noDayYet || frame.past) &&
    !(frame.vague && (context.dated || !frame.past))
  )
    return "no day and no month";
  const goesOn = context.stays.has(group.name.key) || context.instead.has(group.name.key);
  // "Deprecated x" over "will be shut down on D at the earliest": a notice, and no promise of an active model.
  const noticed = !goesOn && group.frames.some((one) => one.weak);
  if (frame.date?.precision === "earliest" && (!context.dated || goesOn) && !noticed) return "only a floor";
  return null;
}

/** "Will be deprecated on 15 July" tells the end of what is not said to end on another day. */
function isFirmEnd(frame: Frame, today: string): boolean {
  return frame.stage !== true && frame.date !== null && frame.date.precision === "day" && frame.date.date > today;
}

/** "As of today deprecated": the notice itself, whose end has no day yet. */
function isDeprecatedNow(frame: Frame, group: Claimed, today: string): boolean {
  return (
    frame.stage !== true &&
    !frame.recall &&
    group.frames.some((one) => one.weak && one.date?.relative === true && one.date.date === today)
  );
}

/**
 * Reads running text in nine languages: who stops being served, when, where, and what replaces it. Every fact quotes the
 * sentence that says it. Prices, launches, faults, hearsay, satire, parts of a product, consumer apps and recollections
 * are told apart from retirements by their words; `notes` says why something was left out.
 */
export const readProse = (given: ProseInput): ProseReading => readHeard(heardIn(given));

/** The same of a text whose sentences are already read. */
export function readHeard({ input, lang, cues, raw, sentences }: Heard): ProseReading {
  const at = input.published;
  const whole: Whole = { sentences, cues, all: distinct(sentences.flatMap((sentence) => sentence.names)) };
  const {
    frames: stated,
    stays,
    roles,
    answered,
  } = framesOf(sentences, cues, {
    defaultSurface: input.defaults?.surface ?? null,
    deprecatedMeansOff: input.habits?.deprecatedMeansOff ?? false,
    above: input.above ?? null,
  });
  const texts = raw.map((sentence) => sentence.text);
  const frames = withoutDenied(
    notStaying(withoutTools(stated, texts), sentences, stays, roles, cues),
    sentences,
    cues,
    texts.map((text) => plainText(text)),
  );
  const today = doneToday(sentences, at);
  for (const frame of today === null ? [] : frames)
    if (frame.date === null && !frame.weak && isDoneByUs(sentences[frame.sentence]?.text ?? "")) frame.date = today;
  const recapped = isRecap(sentences);
  if (recapped) for (const frame of frames) frame.recall = true;
  const topic = once(() => topicOf(sentences, cues));
  const reading: ProseReading = {
    facts: [],
    elsewhere: [],
    withdraws: [],
    recalled: [],
    keeps: keptInLists(sentences),
    get topic() {
      return topic();
    },
    notes: [],
    lang,
  };
  const reason = ofPeople(raw, frames) ? "people retire here" : doubt(whole, frames);
  if (reason !== null) {
    reading.notes.push(reason);
    return reading;
  }
  if (frames.length === 0) return reading;
  const groups = groupFrames(frames, whole.all, companiesOf(sentences));
  const dated = frames.some((frame) => frame.date?.precision === "day" && !frame.weak && !frame.rumour);
  const noDayYet = sentences.some((sentence) => saysNoDayYet(sentence.text.toLowerCase()));
  const taken = withdrawnKeys(groups, sentences, cues);
  // What one is told to move to does not end by the floor that is told of it.
  const instead = new Set([...roles].flatMap(([name, role]) => (role === "replacement" ? [name.key] : [])));
  const apiStays = sentences.some((sentence) => sentence.clauses.some((clause) => keepsApi(clause, sentence, cues)));
  const ofApi = (group: Claimed) =>
    group.surface !== (group.name.makerSurface ?? group.surface) ||
    group.frames.some((frame) => cues.has("developer", sentences[frame.sentence]?.plain ?? ""));
  const context = {
    input,
    advices: advicesOf(sentences, roles, answered, mapperOf(sentences, roles, endingsOf(groups), whole.all)),
    all: whole.all,
    sentences,
    announced: announcedDay(whole, frames, input),
    retiring: new Set(groups.map((group) => group.name.key)),
    groups,
  };
  for (const group of groups) {
    const frame = decidingFrame(group, at.slice(0, 10));
    if (frame === undefined) continue;
    const fact = factOf(group, frame, context);
    const why = refusal(frame, group, { published: at, dated, stays, instead, noDayYet });
    if (taken.has(takenKey(group)) || isTakenBack(frame, why, sentences))
      reading.withdraws.push({ ...fact, scheduled: false, state: "withdrawn" });
    else if (isConsumer(group.surface) || why === FOR_SOME) reading.elsewhere.push(fact);
    else if (apiStays && !ofApi(group)) reading.notes.push(`${fact.model_id}: the API is said to stay as it is`);
    else if (why !== null) reading.notes.push(`${fact.model_id}: ${why}`);
    else if (frame.date?.relative === true && HABIT.test(sentences[frame.sentence]?.text.toLowerCase() ?? ""))
      reading.notes.push(`${fact.model_id}: what is usual, and no notice`);
    else if (isPast(frame, at, recapped)) reading.recalled.push(fact);
    else reading.facts.push(fact);
  }
  return reading;
}

/** "We've retired x. Requests to it now return an error.": who did it tells it on the day on which it was done. */
const BY_US =
  /(?<!\p{L})we(?:['’]ve| have)(?: now| just| also)? (?:retired|removed|shut ?(?:down|off)|discontinued|decommissioned|(?:turned|switched) off)(?!\p{L})/iu;
const isDoneByUs = (text: string): boolean => BY_US.test(text);

/** The day of a text that has no other one. */
function doneToday(sentences: readonly ReadSentence[], at: string): FoundDate | null {
  if (!sentences.some(({ text }) => isDoneByUs(text))) return null;
  const day = at.slice(0, 10);
  const days = sentences.flatMap(({ clauses }) => clauses.flatMap((clause) => clause.dates));
  if (days.some(({ date }) => date !== day)) return null;
  return { start: 0, end: 0, text: "", date: day, precision: "day", certain: true, relative: true };
}

/** The models that a text says to end, each once, with the sentences that say it. */
function endingsOf(groups: readonly Claimed[]): Ending[] {
  const sentences = (key: string) =>
    groups.flatMap(({ name, frames }) => (name.key === key ? frames.map((frame) => frame.sentence) : []));
  const names = new Map(groups.map(({ name }) => [name.key, name]));
  return [...names].map(([key, name]) => ({ name, sentences: sentences(key) }));
}

/** Each name once: a text may say it ten thousand times, and who is meant by it does not depend on how often. */
function distinct(names: readonly NameMention[]): NameMention[] {
  const first = new Map<string, NameMention>();
  for (const name of names) {
    const key = `${name.form} ${name.name} ${name.text}`;
    if (!first.has(key)) first.set(key, name);
  }
  return [...first.values()];
}

const BEYOND =
  /(?<!\p{L})(?:after|past|beyond) (?:that|this|the (?:old|original|announced|earlier)) (?:date|day|deadline)(?!\p{L})|über (?:diesen|den) (?:tag|termin|zeitpunkt) hinaus|(?:au-delà|après) (?:de )?cette date|después de esa fecha|más allá de esa fecha|após essa data|além dessa data|(?:oltre|dopo) (?:tale|quella) data|(?:该|此|这一)(?:日期?|时间)(?:之)?后|その日(?:以降|を過ぎて)も|그 ?(?:날|날짜|이후)(?: 이후)?에도/u;

/** "We said that it would end on D. It stays after that date": what was announced no longer holds. */
const isTakenBack = (frame: Frame, why: string | null, sentences: readonly ReadSentence[]): boolean =>
  frame.claim === true &&
  why === STAYS &&
  frame.date?.precision === "day" &&
  sentences.some(({ text }) => saysNoDayYet(text.toLowerCase()) || BEYOND.test(text.toLowerCase()));

function isPast(frame: Frame, published: string, recapped: boolean): boolean {
  if (frame.date === null || frame.weak) return false;
  const day = settled(frame.date, frame.recall || frame.past);
  const age = daysBetween(day, published.slice(0, 10));
  // "was taken down already the day before yesterday" is no recollection, but for a look back at a year.
  const fresh = (frame.date.relative || !recapped) && age <= FRESH_DAYS;
  return age > RECENT_DAYS || (frame.recall && age > 0 && !fresh);
}

export type { Fact };
