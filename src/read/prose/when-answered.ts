import type { ReadSentence } from "./clauses.ts";

/** "When will x be shut down?", "Quand x sera-t-il arrêté ?": it asks for the day alone, and takes the end as given. */
const WHEN =
  /^[\s¿"“'*#•·-]*(?:(?:q|f)[:.] ?)?(?:and |und |et |y |e )?(?:when|(?:on|by) (?:what|which) (?:date|day)|until when|wann|ab wann|bis wann|quand|(?:à|jusqu[’']à) quelle date|jusqu[’']à quand|(?:hasta |desde )?cuándo|en qué fecha|(?:até |a partir de )?quando|em que data|in che data|fino a quando)(?!\p{L})|(?:什么时候|何时|哪天|哪一天)|いつ|언제/u;
/** What may stand before the day of the answer. */
const OPENS =
  /^[\s"“*•·-]*(?:(?:a|r|antwort|réponse|respuesta|resposta|risposta)[:.] ?)?(?:on|by|am|ab|bis|zum|le|dès le|au|el|a partir del|em|no dia|il|dal|从|自|于|在)?\s*$/u;

/** True for a sentence that opens with a day and names no model: the answer to the question before it. */
function answersWhen(sentence: ReadSentence | undefined): boolean {
  if (sentence === undefined || sentence.question || sentence.rumour || sentence.names.length > 0) return false;
  const [first] = sentence.clauses.flatMap((clause) => clause.dates).toSorted((a, b) => a.start - b.start);
  return first !== undefined && OPENS.test(sentence.plain.slice(0, first.start));
}

/**
 * The sentences as they are meant: a question for the day of an end tells that end where the next sentence answers it with a
 * day. All other questions stay questions.
 */
export function whenAnswered(sentences: readonly ReadSentence[]): readonly ReadSentence[] {
  if (!sentences.some(({ question }) => question)) return sentences;
  return sentences.map((sentence, index) =>
    sentence.question && WHEN.test(sentence.plain) && answersWhen(sentences[index + 1])
      ? { ...sentence, question: false, rumour: false }
      : sentence,
  );
}
