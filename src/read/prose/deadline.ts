import type { NameMention } from "../names/index.ts";
import type { Clause, ReadSentence } from "./clauses.ts";
import type { Frame } from "./frame.ts";

/** "Please migrate by D", "Bitte wechseln Sie bis zum D": what one is asked to do by then. */
const GO =
  /^(?:updat|migrat|migr|mov|switch|upgrad|transition|umsteig|wechsel|umgestellt|bascul|pass|chang|cambi|actualiz|mud|troc|atualiz|spostars|aggiorn)/u;
/** The same where the day stands first: "Dまでに移行", "D前迁移". */
const GO_BEHIND =
  /^[^。.,，、]{0,50}?(?:移行|切り替え|アップグレード|迁移|切换|升级|更换|이전|전환|마이그레이션|변경)/u;

const GO_TO =
  /\s(?:to|onto|auf|zu|zum|vers|à|a|al|para|ad|verso)(?: (?:the|our|das|die|le|la|el|o|il|new|neue|model|modell|modèle|modelo|modello)){0,4} [`"'“]?$/u;

/** True for what one is asked to go to by a day: "switch to x before D". */
export const isAim = (name: NameMention, { until }: Clause, { plain }: ReadSentence): boolean =>
  until.some(({ start, end }) => name.start > start && name.end < end && GO.test(plain.slice(start, end))) &&
  GO_TO.test(plain.slice(Math.max(0, name.start - 40), name.start));

const REACH = 60;

/** True for a statement that only asks to go by a day: no verb in it ends anything. */
export function isDeadline({ off, until }: Clause, { plain }: ReadSentence): boolean {
  return (
    off.length === 0 &&
    until.length > 0 &&
    until.every(({ start, end }) => GO.test(plain.slice(start, end)) || GO_BEHIND.test(plain.slice(start, end + REACH)))
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
