import type { FoundDate } from "../dates/index.ts";
import type { NameMention } from "../names/index.ts";
import type { Clause, ReadSentence } from "./clauses.ts";
import type { Frame } from "./frame.ts";

/** "Please migrate by D", "Bitte wechseln Sie bis zum D": what one is asked to do by then. */
const GO =
  /^(?:updat|migrat|migr|mov|switch|upgrad|transition|replac|umsteig|wechsel|umgestellt|(?:steig|stell|zieh|tausch|ersetz)en (?:sie|bitte|wir)|bascul|pass|chang|cambi|actualiz|mud|troc|atualiz|spostars|aggiorn)/u;
/** The same where the day stands first: "Dまでに移行", "D前迁移". */
const GO_BEHIND =
  /^(?:までに、)?(?:[^。.,，、]|\.(?=\d)){0,80}?(?:移行|切り替え|アップグレード|変更|置き換え|差し替え|迁移|切换|升级|更换|이전|전환|마이그레이션|변경)/u;

const GO_TO =
  /\s(?:to|onto|auf|zu|zum|vers|à|a|al|para|ad|verso)(?: (?:the|our|das|die|le|la|el|o|il|new|neue|model|modell|modèle|modelo|modello)){0,4} [`"'“]?$/u;

/** True for what one is asked to go to by a day: "switch to x before D". */
export const isAim = (name: NameMention, { until }: Clause, { plain }: ReadSentence): boolean =>
  until.some(({ start, end }) => name.start > start && name.end < end && GO.test(plain.slice(start, end))) &&
  GO_TO.test(plain.slice(Math.max(0, name.start - 40), name.start));

/** The same where the verb ends what the day begins: "bis zum D … umgestiegen". */
const GO_LAST =
  /^bis [^;]* (?:um(?:ge|zu)?(?:steigen|stiegen|stellen|stellt|ziehen|zogen)|(?:ge)?wechsel[nt]|migrier(?:en|t))$/u;
/** "D까지 x를 y로 바꿔": ids with full stops stand between. */
const GO_KOREAN =
  /^(?:[^.,]|[.,](?=\S)){0,110}?(?:으로|로) (?:\p{L}+ )?(?:이전|전환|마이그레이션|변경|교체|이동|업그레이드|업데이트|갈아[타탈]|바꾸|바꿔|바꿀|옮[겨기길])/u;

const REACH = 90;
const KOREAN_REACH = 130;

/** True for a statement that only asks to go by a day: no verb in it ends anything. */
export function isDeadline({ off, until }: Clause, { plain }: ReadSentence): boolean {
  return (
    off.length === 0 &&
    until.length > 0 &&
    until.every(
      ({ start, end }) =>
        GO.test(plain.slice(start, end)) ||
        GO_LAST.test(plain.slice(start, end)) ||
        GO_BEHIND.test(plain.slice(start, end + REACH)) ||
        GO_KOREAN.test(plain.slice(start, end + KOREAN_REACH)),
    )
  );
}

/**
 * The frames of such a statement that are about models which were called to end before: "x is better than ever. Please
 * upgrade your SDK by D." ends no x, and neither does "migrate from x before D" alone.
 */
export function calledBefore(made: Frame[], before: readonly Frame[]): Frame[] {
  const called = new Set(before.flatMap((frame) => frame.names.map((name) => name.key)));
  return made.filter((frame) => frame.names.some(({ key }) => called.has(key)));
}

/** The day by which one was asked to leave models, and their keys. */
export type Due = { date: FoundDate; sentence: number; keys: ReadonlySet<string> };

/** What a sentence that only asks to go by a day leaves for the one behind it; null where it gives no day. */
export function dueIn(made: readonly Frame[], sentence: number): Due | null {
  const frame = made.find(({ date, title }) => date?.precision === "day" && !title);
  if (frame === undefined || frame.date === null) return null;
  return { date: frame.date, sentence, keys: new Set(frame.names.map((name) => name.key)) };
}

const THEN =
  /(?<!\p{L})(?:after (?:that|this|which)(?: date| day)?|afterwards?|thereafter|then|(?:on|from|as of) (?:that|this) (?:date|day)|from then on|danach|dann|anschließend|(?:an|ab|nach) diesem (?:tag|datum|termin|zeitpunkt)|ensuite|après (?:cela|cette date)|(?:à|passé) cette date|ce jour-là|después|luego|a partir de entonces|(?:en )?es[ae] (?:día|fecha)|depois|em seguida|ness[ae] (?:dia|data)|dopo|in seguito|da allora|quel giorno|in quella data)(?!\p{L})|その後|期限(?:を過ぎ|後|以降)|(?:^|[。、])以降、|それ以降|以降は|同日|之后|此后|届时|当天|그 ?(?:이후|후|뒤|날)|이후(?:에는|로는|부터)|이날|해당 (?:일|날)/u;

/** "Switch from x to y by D. After that, calls to the old model fail.": the end comes when the time to go is over. */
export function byThen(frame: Frame, due: Due | null, { plain }: ReadSentence): Frame {
  if (due === null || frame.sentence - due.sentence > 1 || !THEN.test(plain)) return frame;
  if (frame.weak || frame.vague || frame.past || frame.recall || frame.title) return frame;
  return frame.names.every(({ key }) => due.keys.has(key)) ? { ...frame, date: due.date } : frame;
}
