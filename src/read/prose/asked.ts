import type { NameMention } from "../names/index.ts";
import type { ReadSentence } from "./clauses.ts";
import { type Frame, plainFrame } from "./frame.ts";
import type { CueFinder } from "./lexicon.ts";

/** Questions whose answers tell: when a model ends, and what to use instead ("How long does x run? Until 28 July."). */

const INSTEAD =
  /(?<!\p{L})(?:what|which|where|who)(?!\p{L})[^?]{0,60}(?:\buse\b|instead|switch|mov(?:e|ing)|migrat|\bgo\b|recommend|replac|alternativ|successor|takes? over)|(?<!\p{L})(?:was|welche[sn]?|wohin|womit|worauf|wer)(?!\p{L})[^?]{0,60}(?:stattdessen|nutzen|verwenden|wechseln|umsteigen|empf(?:ohlen|ehl)|ersatz|ersetzt|nachfolger|alternative)|(?<!\p{L})(?:que|quoi|quel(?:le)?s?|qui)(?!\p{L})[^?]{0,60}(?:utiliser|à la place|migrer|passer|rempla|recommand|alternative)|(?:qué|cuál(?:es)?)(?!\p{L})[^?]{0,60}(?:\busar|utilizar|en su lugar|migrar|cambiar|reemplaz|sustitu|recomend|alternativa)|(?<!\p{L})(?:o que|qual|quais)(?!\p{L})[^?]{0,60}(?:\busar|utilizar|em vez|no lugar|migrar|substitu|recomend|alternativa)|(?<!\p{L})(?:(?:che )?cosa|quale|quali)(?!\p{L})[^?]{0,60}(?:\busare|utilizzare|al suo posto|invece|migrare|passare|sostitu|consigli|alternativ)|(?:用什么|用哪|换(?:成|到)?(?:什么|哪)|改用(?:什么|哪)|替代(?:方案|模型)?是|推荐.{0,6}(?:什么|哪))|(?:代わりに|代替|移行先|後継)[^?？]{0,20}(?:何|どれ|どの)|(?:何|どれ|どの\p{L}{0,6})[^?？]{0,12}(?:代わりに|使えば|移行)|(?:대신|대체)[^?？]{0,16}(?:무엇|뭐|뭘|어떤|어느)|(?:무엇|뭐|뭘|어떤|어느)[^?？]{0,16}(?:대신|대체|쓰면|사용하면|옮기)/u;

const HOW_LONG =
  /(?<!\p{L})(?:how (?:much )?long(?:er)?|(?:until|till) when|wie lange|bis wann|jusqu['’](?:à|au) quand|(?:pendant )?combien de temps|hasta cuándo|cuánto tiempo|até quando|(?:por )?quanto tempo|fino a quando|(?:per )?quanto tempo|per quanto)(?!\p{L})|(?:多久|到(?:什么时候|何时|几号|哪天))|(?:いつまで)|(?:언제까지)/u;
const WHEN =
  /(?<!\p{L})(?:when|(?:on )?(?:what|which) (?:date|day)|wann|quand|(?:à|jusqu[’']à|dès) quelle date|quando|in che (?:giorno|data)|em que (?:dia|data))(?!\p{L})|(?:cuándo|qué (?:día|fecha))|(?:什么时候|何时|什麼時候|哪天|哪一天|几号|到何时)|(?:いつ|何日)|(?:언제|며칠)/u;

/** How long one may go on with it. */
const OF_USE =
  /(?<!\p{L})(?:us(?:e|ing)|call|available|work(?:s|ing)?|run(?:s|ning)?|stay(?:s)?|last(?:s)?|support\p{L}*|access|nutz\p{L}*|verwend\p{L}*|verfügbar|läuft|erreichbar|utilis\p{L}*|disponib\p{L}*|fonctionn\p{L}*|us(?:ar|ando)|utiliz\p{L}*|disponív\p{L}*|funcion\p{L}*|us(?:are|ando)|utilizz\p{L}*|funzion\p{L}*)(?!\p{L})|使用|用|可用|使える|利用|사용|이용|쓸/u;

/** "How long is x free?": what ends is an offer. */
const FOR_NOTHING =
  /(?<!\p{L})(?:free|kostenlos\p{L}*|gratis|gratuit\p{L}*|grátis|trial|beta|preview price)(?!\p{L})|免费|無料|무료/u;

/** More letters than this beside its day say something of their own. */
const FEW = 28;

/** True for "What should I use?", whose answer is the next sentence. */
export const asksInstead = ({ question, plain }: ReadSentence): boolean => question && INSTEAD.test(plain);

/** "A." before the answer, where it is cut off as a sentence. */
const LABEL = /^\p{L}{1,2}[.:：]?$/u;

/** A question about the day of an end, and whom it is about. */
export type Asked = { sentence: number; quote: string; names: NameMention[] };

/** "When will x be retired?", "How long can I use it?": of the models that it names, else of those spoken of before. */
export function askedWhen(
  sentence: ReadSentence,
  index: number,
  topic: readonly NameMention[],
  cues: CueFinder,
  before: Asked | null,
): Asked | null {
  const { question, plain, clauses, names, text } = sentence;
  if (before !== null && LABEL.test(text)) return { ...before, sentence: index };
  const ends = clauses.some(({ off, until }) => off.length + until.length > 0);
  if (!question || !((HOW_LONG.test(plain) && OF_USE.test(plain)) || (WHEN.test(plain) && ends))) return null;
  if (clauses.some(({ things }) => things.length > 0) || FOR_NOTHING.test(plain)) return null;
  if (cues.has("limited", plain) || cues.has("consumer", plain)) return null;
  const whom = names.length > 0 ? names : topic;
  return whom.length === 0 ? null : { sentence: index, quote: text, names: [...whom] };
}

/** The answer to such a question, where it is a day and hardly a word more. */
export function answeredDay(
  { text, names, clauses, question, rumour }: ReadSentence,
  index: number,
  asked: Asked | null,
  surface: string | null,
): Frame[] {
  if (asked === null || asked.sentence !== index - 1 || names.length > 0 || question || rumour) return [];
  const [date, ...others] = clauses.flatMap((clause) => clause.dates);
  if (date === undefined || others.length > 0 || clauses.some(({ stay }) => stay.length > 0)) return [];
  const rest = text.slice(0, date.start) + text.slice(date.end);
  if (rest.replace(/[^\p{L}]/gu, "").length > FEW) return [];
  const quote = `${asked.quote} ${text}`;
  return [plainFrame({ names: asked.names, date, surface, title: false, sentence: index, quote })];
}
