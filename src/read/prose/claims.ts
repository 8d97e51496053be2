import type { FoundDate } from "../dates/index.ts";
import type { NameMention } from "../names/index.ts";
import type { ReadSentence } from "./clauses.ts";
import type { Frame } from "./frame.ts";
import { openDates } from "./frame-dates.ts";
import type { CueFinder } from "./lexicon.ts";

/**
 * What a text only repeats of an earlier one ("in August we said that x would end on the 15th"), and the words by which
 * it then gives another day ("the new date is 6 October").
 */

const SAID =
  /(?<!\p{L})(?:we|our (?:\p{L}+ ){0,3}(?:mail|post|note|notice|message|page|table)|it|they|the (?:company|firm|maker|provider|lab|team|vendor|docs|page|table)|i)(?: (?:had|have|first|originally|initially|previously|earlier|once|already))* (?:said|told (?:you|customers|users|developers|everyone|people)|announced|wrote|posted|published|planned|promised|intended|listed|pencil+ed in|gave|set|scheduled|named)(?!\p{L})/u;
const WOULD =
  /(?<!\p{L})would (?:be |all |both |no longer |stop|go|end|leave|retire|shut|close|disappear|vanish|expire|die)/u;
const AS_DAY =
  /(?<!\p{L})(?:as|for) (?:the|its|their|an?) (?:[\p{L}-]+ ){0,3}(?:date|day|deadline)(?!\p{L})|pencil+ed in/u;

/** "a, b and c were scheduled to be retired on D": a plan of before, which what follows may change. */
const WAS_DUE =
  /(?<!\p{L})(?:was|were|had been) (?:originally |initially |first |previously )?(?:scheduled|due|set|planned|slated|supposed|meant|expected) (?:to|for)(?!\p{L})/u;

/** "We had planned to switch off x on D": who says so has another plan now. */
const HAD_PLANNED =
  /(?<!\p{L})(?:we|they|the (?:team|company|provider)) (?:had (?:originally |initially |first |previously |once )?(?:planned|intended|meant|wanted|hoped|expected|scheduled)|were (?:originally |initially |first |previously )?(?:planning|going|about|hoping)) to(?!\p{L})|(?<!\p{L})(?:wir hatten (?:[^.;:]{1,80} )?(?:geplant|vorgesehen|vorgehabt)|wir wollten (?:ursprünglich|zunächst|eigentlich)|nous avions (?:initialement |d[’']abord )?(?:prévu|l[’']intention|planifié)|(?:habíamos|teníamos) (?:inicialmente )?(?:previsto|planeado|programado|pensado)|tínhamos (?:inicialmente )?(?:previsto|planejado|planeado|programado)|avevamo (?:inizialmente )?(?:previsto|programmato|pianificato|pensato))(?!\p{L})/u;

/** True for a sentence in which the speaker repeats what was said before. */
export const isClaim = ({ plain }: ReadSentence): boolean =>
  ((WAS_DUE.test(plain) || HAD_PLANNED.test(plain)) && !NEW_DAY.test(plain) && !PUT_OFF.test(plain)) ||
  (SAID.test(plain) &&
    (WOULD.test(plain) || (AS_DAY.test(plain) && !/(?<!\p{L})(?:today|this morning)(?!\p{L})/u.test(plain))));

const NEW_DAY =
  /(?<!\p{L})(?:new|revised|updated|extended|corrected|amended|correct|actual|right|real)(?:,? (?:and )?final)? (?:[\p{L}-]+ ){0,2}(?:date|day|deadline|target|eol|end[- ]of[- ]life|shut-?down|retirement|removal|sunset)(?!\p{L})(?= (?:date |day )?(?:is|will|has|of|now|for|on)(?!\p{L})|:)|(?<!\p{L})(?:neue[rns]? (?:\p{L}*(?:termin|datum|stichtag|frist)|\p{L}+tag)|nouvelle (?:date|échéance)|nouveau délai|nueva fecha|nuevo plazo|nova data|novo prazo|nuova (?:data|scadenza)|nuovo termine)(?!\p{L})|新的?(?:下线|停用|终止|截止)?(?:日期|时间|期限)|新しい(?:提供終了|終了|廃止|停止)?(?:日付|期日|期限|日)|새(?:로운)? ?(?:종료|중단|폐기)? ?(?:날짜|일자|일정|기한)/u;
const PUT_OFF =
  /(?<!\p{L})(?:(?:mov|push|postpon|extend|delay|shift|chang|reschedul|defer|push)(?:ed|ing|e) (?:that|this|it|them|the (?:\p{L}+ )?(?:date|day|deadline|shut-?down|retirement|removal|end))(?: \p{L}+){0,2} (?:to|until|till)|(?:has|have|is|are|was|were|it|this|that|date|deadline)(?: now| since| been| to){0,2} (?:moved|moves|pushed|postponed|extended|delayed|shifted|slips|slipped|put back|put off|brought forward|deferred|rescheduled|changed|corrected)(?: \p{L}+){0,3} (?:to|until|till)|(?:will |would )(?:now|instead) (?:be \p{L}+|go|end|leave|last|close|happen|take place|fall|follow|retire|shut)(?: \p{L}+)?|(?:is|are) now(?: due| set| planned| scheduled)?|(?:now|instead|therefore|it will|they will) (?:\p{L}+ ){0,2}(?:stays?|remains?|runs?|kept|available|served|up)(?: \p{L}+){0,3} (?:until|till|through))(?= )/u;

const ANEW =
  /(?:[:;]|, (?:so|and so|therefore|which is why)) (?:it|they|both|all of them|we|the (?:models?|date|day|shut-?down|removal|retirement)) ?$/u;

export type NewDay = {
  date: FoundDate;
  /** The models that the sentence names; empty where it speaks of all. */
  of: ReadonlySet<string>;
};

/** The day to come that a sentence gives instead of the one told before, of the same models; null where it gives none. */
export function newDayIn(sentence: ReadSentence, frames: readonly Frame[], cues: CueFinder): NewDay | null {
  const last = frames.at(-1);
  if (last === undefined || last.weak) return null;
  const match = NEW_DAY.exec(sentence.plain) ?? PUT_OFF.exec(sentence.plain);
  if (match === null || sentence.title || sentence.question || sentence.rumour) return null;
  const from = match.index + match[0].length;
  const days = sentence.clauses.flatMap((clause) => openDates(clause, sentence, cues));
  const day = days.find((date) => date.start >= from - 1 && date.precision === "day" && date.date > sentence.at);
  if (day === undefined || day.start - from > 60) return null;
  // "Plugins still have it as their default, so we moved the date: it will now end on D": what ends is named anew.
  const ofIt = ANEW.exec(sentence.plain.slice(0, match.index))?.index ?? 0;
  // What is said of other models up to the day is theirs.
  const keys = new Set(frames.slice(-12).flatMap(({ names }) => names.map((name) => name.key)));
  const own = sentence.names.filter((name) => name.end <= day.start);
  if (
    own.some((name) => !keys.has(name.key)) ||
    sentence.clauses.some(({ things }) => things.some((thing) => thing.start >= ofIt && thing.end <= day.start))
  )
    return null;
  return { date: day, of: new Set(own.map((name) => name.key)) };
}

/** "Earlier versions listed x with D. That date no longer applies.": the day told before is none. */
const VOID =
  /(?<!\p{L})(?:that|this|the|these|those) (?:old |earlier |previous |above )?(?:date|day|plan|schedule|deadline)s? (?:no longer|does not|doesn['’]t|do not|don['’]t) (?:apply|applies|holds?|stands?|counts?)(?!\p{L}| (?:to|for|in|on|at|outside|when|if))|(?<!\p{L})(?:das datum|der termin) gilt nicht mehr|cette date n['’]est plus valable|esa fecha ya no (?:aplica|es válida|vale)|essa data não vale mais|quella data non vale più|(?:该|此|上述)(?:日期|时间)(?:已)?(?:不再适用|作废)|この日付は(?:無効|適用されません)|해당 날짜는 (?:더 이상 )?(?:유효하지|적용되지)/u;

/** "Update, 20 February: b stays until E": what such a line says of a model counts before what stood above it. */
const UPDATE =
  /^\W*(?:update|edit|correction|amendment|nachtrag|aktualisierung|korrektur|mise à jour|correctif|actualización|corrección|atualização|correção|aggiornamento|correzione)(?!\p{L})|^[【(（*]*(?:更新|更正|追記|訂正|업데이트|정정)/iu;

/** Takes from the statements before the models that a later line gives another day: put off, or told in an update. */
export function retract(
  frames: readonly Frame[],
  here: readonly Frame[],
  { plain, at, clauses }: ReadSentence,
  index: number,
): void {
  if (VOID.test(plain)) {
    // "An earlier mail named D; that date no longer applies.": of a day in the same sentence, else of the one before.
    const own = new Set(clauses.flatMap(({ dates }) => dates.map(({ date }) => date)));
    const isMeant = ({ date }: Frame) => own.size === 0 || (date !== null && own.has(date.date));
    for (const frame of frames)
      if (index - frame.sentence <= VOID_REACH && !frame.title && isMeant(frame)) frame.names = [];
    return;
  }
  if (!UPDATE.test(plain) && !PUT_OFF.test(plain)) return;
  for (const { names, date, weak, surface } of here) {
    if (date === null || date.precision !== "day" || weak || date.date <= at) continue;
    const keys = new Set(names.map((name) => name.key));
    for (const frame of frames) {
      const other = frame.date !== null && frame.date.date !== date.date && frame.surface === surface;
      if (!other || frame.title || index - frame.sentence > REACH || frame.sentence === index) continue;
      frame.names = frame.names.filter((name) => !keys.has(name.key));
    }
  }
}

const VOID_REACH = 2;
const REACH = 4;

/** The statements told last, on their new day; the old ones are left as claims. */
export function moved(frames: readonly Frame[], index: number, { date, of }: NewDay, quote: string): Frame[] {
  const last = frames.at(-1);
  if (last === undefined || index - last.sentence > REACH || date.date === last.date?.date) return [];
  const isMeant = (name: NameMention) => of.size === 0 || of.has(name.key);
  const old = frames.filter(
    (frame) =>
      frame.date?.date === last.date?.date &&
      (frame.date !== null || frame.sentence === last.sentence) &&
      !frame.rumour &&
      !frame.title &&
      frame.names.some(isMeant),
  );
  // "a and b end on D. … The removal of b is postponed to E": a keeps its day.
  for (const frame of old) if (frame.names.every(isMeant)) frame.claim = true;
  return old.map(({ claim: _claim, ...frame }) => {
    const names = frame.names.filter(isMeant);
    frame.names = frame.names.every(isMeant) ? frame.names : frame.names.filter((name) => !isMeant(name));
    return { ...frame, names, date, weak: false, sentence: index, quote };
  });
}
