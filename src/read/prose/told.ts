import type { CivilDate } from "../../core/fact.ts";
import type { FoundDate } from "../dates/index.ts";

/** What says that users were told; words for a thing that was merely released or listed are none. */
export const TOLD =
  /(?<!\p{L})(?:(?<!(?:to|will|ll|would|not) be |not yet |yet to be |un)(?:announced|notified|e-?mailed|informed|communicated)|(?:we|we['’]ve|were|was|have) (?:told|warned|wrote to)|(?:got|received|sent) (?:an? |our |the |out )*(?:e-?mails?|notices?|letters?)|notices? (?:was |were )?(?:sent|given|published|posted|went out|of|dated|on)|(?:gave|published|posted) (?:the |this |their |our )?(?:first )?notice|(?:this|first) notice|angekündigt|benachrichtigt|informiert|angeschrieben|mitgeteilt|abgekündigt|hinweis vom|annoncé\p{L}*|préven(?:u|ir)\p{L}*|averti\p{L}*|informé\p{L}*|anunci(?:ó|ad|amos)\p{L}*|avisa(?:do|mos|ron)\p{L}*|avisó|notific(?:ó|ad|amos)\p{L}*|informa(?:do|mos|ron)\p{L}*|comunica(?:do|mos|to)\p{L}*|annunciat\p{L}*|avvisat\p{L}*|informat[oiae])(?!\p{L})|公告|通知|宣布|公布|告知|発表|案内|お知らせ|予告|공지|안내|통보|예고/iu;
/** Policies have example days, and reminders are no notices. */
export const REMINDS =
  /(?<!\p{L})(?:for example|for instance|as an example|e\.g\.|would|reminder|zum beispiel|beispielsweise|par exemple|rappel|por ejemplo|por exemplo|per esempio|ad esempio)(?!\p{L})|例如|比如|たとえば|例えば|예를 들어|예컨대/iu;
/** How far the day may stand from the words that say what was done on it. */
export const NEAR_TOLD = 60;

/** The day, today or past, that a sentence gives for what it says was told; null where it tells of none. */
export function toldDay(sentence: string, dates: readonly FoundDate[], today: CivilDate): CivilDate | null {
  const words = REMINDS.test(sentence) ? null : TOLD.exec(sentence);
  if (words === null) return null;
  const distance = ({ start, end }: FoundDate): number =>
    start >= words.index ? start - (words.index + words[0].length) : words.index - end;
  const near = dates.filter(
    (day) => day.precision === "day" && day.certain && day.date <= today && distance(day) <= NEAR_TOLD,
  );
  return near.toSorted((a, b) => distance(a) - distance(b))[0]?.date ?? null;
}
