import type { Clause } from "./clauses.ts";
import { type NounForms, nounForms } from "./noun-phrase-forms.ts";
import { listed } from "./roles.ts";

/**
 * French, Spanish, Portuguese and Italian hang a model on a noun by a preposition: "la licence de x expire", "il buono per x
 * scade". What ends there is the licence and the voucher, unless the noun is the model itself, its service, or who and what
 * calls it.
 */

type Span = { start: number; end: number };

/** What a name is looked at in: the end that is told, the names of the statement, and its text with the days blanked. */
type Place = { end: Span; names: readonly Span[]; text: string; words: NounForms };

/** How far around a name and the end of it is looked, in UTF-16 units; what stands further from each other is not judged. */
const REACH = 160;

/** The text with its days blanked, and what leads to each: "le 30 juin" is no noun that a model hangs on. */
function withoutDays(text: string, dates: readonly Span[], { day }: NounForms): string {
  let out = text;
  for (const { start, end } of dates) {
    const from = start - (day.exec(out.slice(0, start))?.[0].length ?? 0);
    out = out.slice(0, from) + " ".repeat(end - from) + out.slice(end);
  }
  return out;
}

/** True for a noun with what belongs to it, when it is neither the model nor its service: "logs of requests" are logs. */
function isOther(noun: string | undefined, { own, not, calls, verb, joint }: NounForms): boolean {
  if (noun === undefined || verb.test(noun)) return false;
  if (not.test(noun)) return true;
  const [head = "", ...complements] = noun.split(joint);
  if (!own.test(head)) return true;
  // "The production calls" are calls; the end of anything else is that of its complement: "the access to the examples".
  return !calls.test(head) && complements.some((part) => /\p{L}{3}/u.test(part) && !own.test(part));
}

/** The same for the noun that leads to a name: "the image model x" is the model, "the billing model of x" is not. */
function isOtherOf(before: string, form: RegExp, words: NounForms): boolean {
  const noun = form.exec(before)?.[1];
  if (noun !== undefined && words.model.test(noun) && !words.straight.test(before)) return false;
  return isOther(noun, words);
}

/** What stands behind the end; an article that is a part of the verb there belongs to it. */
function behind({ start, end }: Span, to: number, text: string, { determiner }: NounForms): string {
  const article = determiner.exec(`${text.slice(start, end)} `)?.[0] ?? "";
  return article + text.slice(end, to).trimStart();
}

/** "x : chacun s’en va", "x: cada uno se marcha". */
const SOMEBODY =
  /^\s*(?:chacune?|personne|cada (?:um|un[oa]|uma|cual|qual)|nadie|ninguém|ciascun[oa]|ognun[oa]|nessuno)(?!\p{L})/u;

/** "x : le mode rapide s’arrête", "con x, la voz se retira": what ends is named between the model and the word of the end. */
function endsBetween(between: string, words: NounForms): boolean {
  let part = between.split(/(?<=[,:–—]) /u).at(-1) ?? "";
  if (part === between || words.relative.test(part)) return false;
  if (SOMEBODY.test(part)) return true;
  for (let before = ""; before !== part; ) {
    before = part;
    part = part.replace(words.auxiliary, "");
  }
  return isOther(words.subject.exec(part)?.[1], words);
}

/** "x met fin à la série de victoires de y": the model is who ends something. */
function endsItself(between: string, { end, text, words }: Place): boolean {
  if (!words.acts.test(text.slice(end.start, end.end)) || !/^[`"»”]?(?: (?:a|ont|ha|han|hanno))? $/u.test(between))
    return false;
  const object = /^[^.,;:]{3,60}/u.exec(behind(end, text.length, text, words))?.[0].replace(/\s{3,}.*$/u, "") ?? "";
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
const isOfObject = (name: Span, { end, text, words }: Place): boolean =>
  isOtherOf(behind(end, name.start, text, words), words.object, words);

/** "La licence de x expire": what stands before the name. */
function isOfSubject(name: Span, place: Place): boolean {
  const { end, names, text, words } = place;
  const between = text.slice(name.end, end.start);
  // "x, y and z end": what stands between is the rest of a list.
  const alone = names.every((other) => other.start <= name.start || other.start >= end.start);
  if ((alone && endsBetween(between, words)) || endsItself(between, place)) return true;
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
    (words.hangs.test(own) && isOtherOf(own, words.noun, words))
  );
}

/** True when what ends in the statement is a thing or a person that the model only belongs to. */
export function hangsOnNoun(name: Span, end: Span, clause: Clause, plain: string, tag: string): boolean {
  const words = nounForms(tag);
  const from = Math.max(clause.start, Math.min(name.start, end.start) - REACH);
  const to = Math.min(clause.end, Math.max(name.end, end.end) + REACH);
  if (words === undefined || to - from > 4 * REACH) return false;
  const here = ({ start, end: last }: Span): Span => ({ start: start - from, end: last - from });
  const within = (some: readonly Span[]) => some.filter((one) => one.start >= from && one.end <= to).map(here);
  const place = {
    end: here(end),
    names: within(clause.names),
    text: withoutDays(plain.slice(from, to), within(clause.dates), words),
    words,
  };
  const own = here(name);
  if (name.start >= end.end) return isOfObject(own, place);
  return isRenamed(own, place) || isOfSubject(own, place);
}

/** "Chiusura delle iscrizioni: 12 giugno", below a sentence on a model: the end of something else. */
export function isEndOfNoun(end: Span, clause: Clause, plain: string, tag: string): boolean {
  const words = nounForms(tag);
  if (words === undefined || clause.names.length + clause.anaphor.length > 0) return false;
  return isOther(words.endOf.exec(plain.slice(end.start, clause.end))?.[1]?.split(words.joint)[0], words);
}
