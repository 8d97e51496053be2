import type { Clause } from "./clauses.ts";
import { type NounWords, nounWords } from "./noun-phrase-words.ts";
import { listed } from "./roles.ts";

/**
 * French and Spanish hang a model on a noun by a preposition: "la licence de x expire", "la encuesta sobre x se cierra". What
 * ends there is the licence and the survey, unless the noun is the model itself, its service, or who and what calls it.
 */

type Span = { start: number; end: number };

/** What a name is looked at in: the end that is told, the names of the statement, and its text with the days blanked. */
type Place = { end: Span; names: readonly Span[]; text: string; words: NounWords };

/** How far around a name and the end of it is looked, in UTF-16 units; what stands further from each other is not judged. */
const REACH = 160;

/** The text with its days blanked, and the article before each: "le 30 juin" is no noun that a model hangs on. */
function withoutDays(text: string, dates: readonly Span[]): string {
  let out = text;
  for (const { start, end } of dates) {
    const from = start - (/(?<!\p{L})(?:le|du|au|el|del|al) $/u.exec(out.slice(0, start))?.[0].length ?? 0);
    out = out.slice(0, from) + " ".repeat(end - from) + out.slice(end);
  }
  return out;
}

/** True for a noun with what belongs to it, when it is neither the model nor its service: "logs of requests" are logs. */
function isOther(noun: string | undefined, { own, not, partial, verb, joint }: NounWords): boolean {
  if (noun === undefined || verb.test(noun)) return false;
  if (not.test(noun)) return true;
  const [head = "", ...complements] = noun.replace(/prises? en charge/, "prise").split(joint);
  if (!own.test(head)) return true;
  return partial.test(head) && complements.some((part) => /\p{L}{3}/u.test(part) && !own.test(part));
}

/** "x : chacun s’en va", "x: cada uno se marcha". */
const SOMEBODY = /^\s*(?:chacune?|personne|cada (?:un[oa]|cual)|nadie)(?!\p{L})/u;

/** "x : le mode rapide s’arrête", "con x, la voz se retira": what ends is named between the model and the word of the end. */
function endsBetween(between: string, words: NounWords): boolean {
  let part = between.split(/(?<=[,:–—]) /u).at(-1) ?? "";
  if (part === between) return false;
  if (SOMEBODY.test(part)) return true;
  for (let before = ""; before !== part; ) {
    before = part;
    part = part.replace(words.auxiliary, "");
  }
  return isOther(words.subject.exec(part)?.[1], words);
}

/** "x met fin à la série de victoires de y": the model is who ends something. */
function endsItself(between: string, { end, text, words }: Place): boolean {
  if (!words.acts.test(text.slice(end.start, end.end)) || !/^[`"»”]?(?: (?:a|ont|ha|han))? $/u.test(between))
    return false;
  const object = /^\s*[^.,;:]{3,60}/u.exec(text.slice(end.end))?.[0].replace(/\s{3,}.*$/u, "") ?? "";
  return isOther(words.subject.exec(object)?.[1], words);
}

/** The parts of the statement before a name, as commas and colons part them; the last one leads to the name. */
const partsBefore = ({ start }: Span, { text }: Place): string[] => text.slice(0, start).split(/(?<=[,:–—]) /u);

/** "La version Turbo de GPT-4, gpt-4-turbo, sera retirée": what ends is named behind the comma. */
function isRenamed(name: Span, place: Place): boolean {
  const { end, names, text, words } = place;
  const next = names.find((other) => other.start >= name.end);
  return (
    next !== undefined &&
    next.end <= end.start &&
    words.single.test(partsBefore(name, place).at(-1) ?? "") &&
    /^[`"»”]?, [`"«“]?$/u.test(text.slice(name.end, next.start)) &&
    /^[`"»”]?,/u.test(text.slice(next.end))
  );
}

/** "Nous mettons fin au mode rapide de x": what stands behind the end, up to the name. */
function isOfObject(name: Span, { end, text, words }: Place): boolean {
  // The article is a part of the verb there.
  const article = /(?<!\p{L})(?:au|aux|du|del|al)$/u.exec(text.slice(end.start, end.end))?.[0];
  const behind = text.slice(end.end, name.start).trimStart();
  return isOther(words.object.exec(article === undefined ? behind : `${article} ${behind}`)?.[1], words);
}

/** "La licence de x expire": what stands before the name. */
function isOfSubject(name: Span, place: Place): boolean {
  const { end, names, text, words } = place;
  const between = text.slice(name.end, end.start);
  if (endsBetween(between, words) || endsItself(between, place)) return true;
  const last = names.filter((other) => other.end <= name.start).at(-1);
  // "The licence of a and b expires": what is said of a holds for b.
  if (last !== undefined) return listed(text, last.end, name.start) && isOfSubject(last, place);
  if (words.relative.test(between) || /[.;:!?]/.test(between)) return false;
  const parts = partsBefore(name, place);
  const own = parts.at(-1) ?? "";
  // "Le directeur du laboratoire, père de x, prend sa retraite": the aside is of what stands before it.
  if (/^\s?[`"»”]?,/.test(between)) {
    const head = parts.at(-2)?.replace(/,$/u, "");
    return head !== undefined && words.aside.test(own) && isOther(words.noun.exec(head)?.[1], words);
  }
  if (between.includes(",")) return false;
  return (
    (words.limit.test(between) && words.calls.test(own)) ||
    isOther(words.where.exec(own)?.[1], words) ||
    (words.hangs.test(own) && isOther(words.noun.exec(own)?.[1], words))
  );
}

/** True when what ends in the statement is a thing or a person that the model only belongs to. */
export function hangsOnNoun(name: Span, end: Span, clause: Clause, plain: string, tag: string): boolean {
  const words = nounWords(tag);
  const from = Math.max(clause.start, Math.min(name.start, end.start) - REACH);
  const to = Math.min(clause.end, Math.max(name.end, end.end) + REACH);
  if (words === undefined || to - from > 4 * REACH) return false;
  const here = ({ start, end: last }: Span): Span => ({ start: start - from, end: last - from });
  const within = (some: readonly Span[]) => some.filter((one) => one.start >= from && one.end <= to).map(here);
  const place = {
    end: here(end),
    names: within(clause.names),
    text: withoutDays(plain.slice(from, to), within(clause.dates)),
    words,
  };
  const own = here(name);
  if (name.start >= end.end) return isOfObject(own, place);
  return name.end <= end.start && (isRenamed(own, place) || isOfSubject(own, place));
}
