import type { NameMention } from "../names/index.ts";
import type { Clause } from "./clauses.ts";
import type { Cue } from "./lexicon.ts";
import { NOUNS } from "./noun-words.ts";

/**
 * "The voucher for x ends on D", "the app that called x is taken down": in languages that hang a model on a noun with a
 * preposition or a relative clause, what ends is the noun. Only few nouns end with their model.
 */

/** Who serves models: "a OpenAI", "la Mistral" is no thing that ends with one. */
const COMPANY =
  "(?:open|x|together )?ai(?!\\p{L})|openai|anthropic|google|mistral|xai|deepseek|cohere|moonshot|groq|perplexity|microsoft|azure|amazon|aws|alibaba|meta(?!\\p{L})|github|fireworks|cerebras|vertex|bedrock|gemini|claude|grok";

type Ready = {
  attached: RegExp;
  joint: RegExp;
  relative: RegExp;
  phrase: RegExp;
  bare: RegExp;
  link: RegExp;
  own: RegExp;
};

const READY = new Map<string, Ready>(
  Object.entries(NOUNS).map(([tag, { article, preposition, relative, before, own, opening, small }]) => [
    tag,
    {
      attached: new RegExp(`(?<!\\p{L})${preposition}(?:\\p{L}{3,} )?[\`"'“]?$`, "u"),
      joint: new RegExp(`(?<!\\p{L})${preposition}[\`"'“]?$`, "u"),
      relative: new RegExp(`(?<!\\p{L})${relative}`, "u"),
      phrase: new RegExp(`^\\s*(?:${opening}){0,2}${article}(?:${before}){0,2}(?=\\p{L})`, "u"),
      bare: new RegExp(
        `^\\s*(?:(?!(?:${preposition}|${small}))(?:\\p{L}+mente )?(?:${article})?|(?:${preposition}\\p{L}+ ){1,2}${article})(?:${before}){0,2}(?=\\p{L})`,
        "u",
      ),
      link: new RegExp(
        `(?<!\\p{L})(?:${preposition}|a |por |via |tramite )(?:${article})?(?:${before}){0,2}(?=\\p{L})`,
        "gu",
      ),
      own: new RegExp(`^(?:${own}|${COMPANY})`, "u"),
    },
  ]),
);

/** A remark or another part of the sentence begins behind these. */
const BREAK = /[,;:()[\]!?]|\s[—–]\s/u;
const NEXT = /[;:]|\s[—–]\s/u;
/** "Version 1 of the SDK": a version of a thing. */
const VERSION = /^\s*(?:a|as|la|le) vers\p{L}+/u;
/** "The image model x": the model is named in two ways. */
const MODEL =
  /^\s*(?:\p{L}+ )?\p{L}{1,4}[ '’](?:\p{L}+ )?(?:model[oi]|modell[oi]|vers|varian|geraç|generazion|fam[ií]|s[ée]rie)/u;
/** Nouns of an end, before what ends. */
const END_OF =
  /^(?:chiusura|ritiro|fine|cessazione|rimozione|dismissione|spegnimento|disattivazione|encerramento|fim|término|remoção|retirada|desativação|desligamento|descontinuação)(?= )/u;
/** "The notice says that x ends", "it speaks of x, which ends": x is who ends, whatever noun stands before. */
const SAYS =
  /(?<!\p{L})(?:avis|anunci|inform|confirm|diss|diz|comunic|explic|afirm|escrev|revel|lembr|annunci|conferm|detto|dice|sapere|spieg|scri|ricord|precis|decid|decis|prev|notific|divulg|reiter|indic|fala|parla|riguard|tem |ha |há )\p{L}* (?:[^ ]+ ){0,5}$/u;
const ANTECEDENT = /^[`"'”]?,? (?:que|o qual|cuj[oa]s?|che|il quale|il cui|la cui)(?!\p{L})/u;
/** What costs nothing is an offer, and sounds and images are a part of what a model takes. */
const PART =
  /(?<!\p{L})(?:gratuit|(?:suporte|supporto|entrada|saída|input|output|ingresso|uscita) (?:(?:a|de|di|per|para) )?(?:áudio|audio|v[ií]deo|image|immagin|voz|voce|vocal|vis[ãi]o))/u;

/** The text with its days blanked out, so that a day before the subject is no part of it. */
function withoutDays(plain: string, from: number, to: number, dates: Clause["dates"]): string {
  let text = plain.slice(from, to);
  for (const { start, end } of dates)
    if (start >= from && end <= to)
      text = text.slice(0, start - from) + " ".repeat(end - start) + text.slice(end - from);
  return text.replace(/(?<!\p{L})(?:n?o|em|dal?|il|l['’]|al|até|entro)(?=\s{5,})/gu, "").replace(/\s+/gu, " ");
}

/** True for "the data of the trial of": an article, a noun and others that hang on it, one of which does not end with a model. */
function isOther(phrase: string, begins: RegExp, { joint, link, own }: Ready): boolean {
  const head = begins.exec(phrase);
  if (head === null) return false;
  const rest = phrase.slice(head[0].length).replace(joint, "");
  const nouns = [rest, ...[...rest.matchAll(link)].map(({ index, 0: said }) => rest.slice(index + said.length))];
  return PART.test(rest) || nouns.some((noun) => /^\p{L}/u.test(noun) && !own.test(noun));
}

function hangsOnSubject(name: NameMention, end: Cue, clause: Clause, plain: string, ready: Ready): boolean {
  const between = plain.slice(name.end, end.start);
  if (NEXT.test(between) || ANTECEDENT.test(between)) return false;
  const parts = withoutDays(plain, clause.start, name.start, clause.dates).split(BREAK);
  const [last = "", before = ""] = parts.toReversed();
  const at = ready.relative.exec(last)?.index ?? -1;
  // "The plan, which opened x, ends": what stands before the comma ends.
  if (at >= 0 && last.slice(0, at).trim() === "")
    return (
      BREAK.test(between) &&
      (isOther(before, ready.phrase, ready) ||
        (VERSION.test(before) && clause.things.some((thing) => thing.end <= name.start - last.length)))
    );
  if (at >= 0) return !SAYS.test(last.slice(0, at)) && isOther(last.slice(0, at), ready.phrase, ready);
  if (MODEL.test(last) && !ready.joint.test(last)) return false;
  return ready.attached.test(last) && !SAYS.test(last) && isOther(last, ready.phrase, ready);
}

function hangsOnObject(name: NameMention, end: Cue, clause: Clause, plain: string, ready: Ready): boolean {
  const between = withoutDays(plain, end.end, name.start, clause.dates);
  return !BREAK.test(between) && ready.attached.test(between) && isOther(between, ready.bare, ready);
}

/** "Chiusura delle iscrizioni: 12 giugno", below a sentence on a model: the end of something else. */
function isEndOfOther(end: Cue, clause: Clause, plain: string, ready: Ready): boolean {
  const said = END_OF.exec(plain.slice(end.start, clause.end));
  if (said === null) return false;
  const rest = plain.slice(end.start + said[0].length, clause.end);
  const [first] = rest.matchAll(ready.link);
  return first?.index === 1 && !ready.own.test(rest.slice(1 + first[0].length));
}

/** True where the models of a statement only tell more of another thing, which is what ends. */
export function endsNoun(clause: Clause, plain: string, tag: string, isModel: (name: NameMention) => boolean): boolean {
  const ready = READY.get(tag);
  const end = clause.off[0] ?? clause.until[0];
  if (ready === undefined || end === undefined) return false;
  if (clause.names.length === 0) return isEndOfOther(end, clause, plain, ready);
  const names = clause.names.filter(isModel);
  const behind = names.find((name) => name.start >= end.end);
  const before = names.filter((name) => name.end <= end.start);
  const [first] = before;
  if (first !== undefined) return behind === undefined && hangsOnSubject(first, end, clause, plain, ready);
  return behind !== undefined && hangsOnObject(behind, end, clause, plain, ready);
}
