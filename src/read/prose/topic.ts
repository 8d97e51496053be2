import type { ReadSentence } from "./clauses.ts";
import type { CueFinder } from "./lexicon.ts";
import type { ProseReading } from "./types.ts";

/** Shares of a price: "20 %", "20 Prozent", "3割" and "五成" as per cent. */
function percentsIn(plain: string): number[] {
  const written = [
    ...plain.matchAll(/(\d{1,2}) ?(?:%|percent|per cent|prozent|pour cent|por ciento|por cento|per cento|퍼센트)/g),
  ].map((match) => Number(match[1]));
  const tenths = [...plain.matchAll(/([\d一二三四五六七八九]) ?[割成]/g)].map(
    (match) => 10 * (Number(match[1]) || 1 + "一二三四五六七八九".indexOf(match[1] ?? "")),
  );
  return [...new Set([...written, ...tenths])];
}

/** Money or hearsay, by the headline and the lead; the headline's models, or the lead's where it names none. */
export function topicOf(sentences: readonly ReadSentence[], cues: CueFinder): ProseReading["topic"] {
  const head = sentences.slice(0, 3);
  const named = head.find((sentence) => sentence.names.length > 0);
  if (named === undefined) return null;
  const models = named.names.map((name) => name.key);
  const percents = percentsIn(sentences.map((sentence) => sentence.plain).join(" "));
  if (head.some((sentence) => sentence.rumour)) return { kind: "rumour", models, percents };
  return head.slice(0, 2).some((sentence) => cues.has("price", sentence.plain))
    ? { kind: "price", models, percents }
    : null;
}
