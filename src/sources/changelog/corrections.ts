import type { Fact } from "../../core/fact.ts";
import { oneLine } from "../../lib/one-line.ts";
import { textOfBlocks } from "../../read/block-text.ts";
import type { Notice } from "../../read/prose/notices.ts";

const MISTAKE =
  /\b(?:by mistake|in error|mistakenly|erroneously|wrongly|incorrectly|irrtümlich(?:erweise)?|fälschlich(?:erweise)?|aus versehen|versehentlich|par erreur|à tort|por error|erróneamente|equivocadamente|por engano|por erro|erroneamente|per errore)(?!\p{L})|错误地|误(?:将|把|列)|有误|誤って|誤り(?:で|が)|잘못|착오/iu;
const LISTED =
  /\b(?:list|includ|announc|nam|mark|mention|contain|stat|add)\w*|aufgeführt|gelistet|genannt|angekündigt|markiert|enthielt|mentionn|list[ée]|annonc|incl[uú]|anunci|mencion|listad|elencat|indicat|annunciat|列(?:入|出|为)?|包含|公告|标记|掲載|記載|含ま|発表|포함|공지|안내|표시/iu;
const SENTENCES = /(?<=[.!?])\s+(?=[\p{Lu}“"(`])|(?<=[。！？])|\n/u;

/** A notice and what it tells. */
export type Told = { notice: Notice; facts: readonly Fact[] };

/**
 * Facts of a feed, newest first, with the ends that a later notice takes back as a mistake: "Our post of D listed x by
 * mistake." Such a model was never to end, and a notice that tells an end of it itself takes nothing back.
 *
 * @param told the notices, newest first
 */
export function withCorrections(told: readonly Told[]): Fact[] {
  const facts: Fact[] = [];
  for (const [index, { notice, facts: own }] of told.entries()) {
    const text = mistakesIn(notice);
    const older = text === "" ? [] : told.slice(index + 1).flatMap((each) => each.facts);
    const isOwn = (fact: Fact) => own.some((each) => each.model_id === fact.model_id);
    const wrong = older.filter((fact) => fact.scheduled && !isOwn(fact) && isNamed(fact.model_id, text));
    facts.push(
      ...own,
      ...wrong.map((fact) => ({
        ...fact,
        scheduled: false,
        state: "withdrawn" as const,
        evidence: { ...fact.evidence, quote: text.slice(0, 300) },
      })),
    );
  }
  return facts;
}

/** The sentences of a notice that call something which was listed a mistake. */
function mistakesIn({ title, blocks }: Notice): string {
  const text = `${title}\n${textOfBlocks(blocks, false)}`;
  if (!MISTAKE.test(text)) return "";
  return oneLine(
    text
      .split(SENTENCES)
      .filter((sentence) => MISTAKE.test(sentence) && LISTED.test(sentence))
      .join(" "),
  );
}

function isNamed(id: string, text: string): boolean {
  const at = text.toLowerCase().indexOf(id.toLowerCase());
  return at >= 0 && !/[\w-]/.test(text[at - 1] ?? "") && !/^[\w-]/.test(text.slice(at + id.length));
}
