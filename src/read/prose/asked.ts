import type { ReadSentence } from "./clauses.ts";
import { type Frame, plainFrame } from "./frame.ts";
import type { CueFinder } from "./lexicon.ts";
import { dayOnly } from "./neighbours.ts";
import type { Role } from "./roles.ts";
import type { NameMention } from "../names/index.ts";

/** Questions whose answer is the day of an end: "When will x be shut down? On 1 May." */

const WHEN =
  /(?<!\p{L})(?:when|on (?:what|which) (?:date|day)|wann|an welchem tag|quand|à quelle date|cuándo|quando|(?:em|in) (?:que|che) (?:data|giorno))(?!\p{L})|いつ|何时|什么时候|哪天|언제/u;

/** "How long can I still use x?": what ends with the day is the use of it. */
const HOW_LONG =
  /^[\s\p{P}]*(?:how long (?:can|will|may)|until when|wie lange|bis wann|jusqu[’']à quand|combien de temps|hasta cuándo|cuánto tiempo|até quando|por quanto tempo|fino a quando|per quanto(?: tempo)?)(?!\p{L})/u;
const USE =
  /(?<!\p{L})(?:use|call|available|keep working|nutzen|verwenden|aufrufen|einsetzen|verfügbar|erreichbar|utiliser|appeler|disponible|usar|llamar|utilizar|chamar|disponível|usare|utilizzare|chiamare|disponibile)(?!\p{L})/u;
const FOR_NOTHING = /(?<!\p{L})(?:free|kostenlos\p{L}*|gratis|gratuit\p{L}*|grátis|trial|beta|preview price)(?!\p{L})/u;

/** What the day alone in a sentence says of the question before it. */
export function answeredWhen(
  sentence: ReadSentence,
  index: number,
  asked: ReadSentence | undefined,
  frames: readonly Frame[],
  roles: ReadonlyMap<NameMention, Role>,
  surface: string | null,
  cues: CueFinder,
): Frame[] {
  if (asked === undefined || !asked.question || asked.title || asked.rumour) return [];
  const date = dayOnly(sentence, cues);
  if (date === null) return [];
  const quote = `${asked.text} ${sentence.text}`;
  const open = frames.filter((frame) => frame.sentence === index - 1 && frame.date === null && !frame.limited);
  if (open.length > 0)
    return WHEN.test(asked.plain)
      ? open.map((frame) => ({ ...frame, date, rumour: false, weak: false, sentence: index, quote }))
      : [];
  const beside = asked.clauses.some(({ things, stay }) => things.length + stay.length > 0);
  if (!HOW_LONG.test(asked.plain) || !USE.test(asked.plain) || beside || FOR_NOTHING.test(asked.plain)) return [];
  if (cues.has("limited", asked.plain) || cues.has("consumer", asked.plain)) return [];
  const names = asked.names.filter((name) => roles.get(name) !== "replacement");
  return names.length === 0 ? [] : [plainFrame({ names, date, surface, title: false, sentence: index, quote })];
}
