import type { Clause, ReadSentence } from "./clauses.ts";
import type { NameMention } from "../names/index.ts";
import type { Role } from "./roles.ts";

/**
 * German nouns between a verb and a model: "Am 1. Juli endet der Vorverkauf für das Buch über x". What ends is what the
 * article stands before; the model only stands in what is told of it.
 */

/** "…der Zwischenschritte in x": an article, a noun, and the model behind a preposition. */
const WITHIN =
  /(?<!\p{L})(?:d(?:er|ie|as|en|em|es)|eine?[mnrs]?|(?:unser|ihr|sein|kein|dies)\p{L}{0,2})(?: \p{Ll}[\p{L}-]*)? (\p{Lu}[\p{L}-]+)(?: [„"“«][^“”"»]{1,40}[“”"»])? (?:von|für|zu|an|in|mit|über|auf|bei|um|aus|gegen)(?: (?:d(?:as|ie|er|en|em)|unser\p{L}*|alle\p{L}?))?(?: (?:Modelle?n?|Alias|Version))? ?[`"'„“]?$/u;

/** Nouns through which the end of the model itself is told: its service, its last day, its successor, who uses it. */
const ITS_OWN =
  /modell|alias|version|snapshot|variante|familie|reihe|generation|betrieb|dienst|support|unterstützung|zugang|zugriff|zugriffe|aufruf|anfrage|verkehr|traffic|nutzung|verwendung|einsatz|angebot|hosting|server|service|verfügbar|bereitstell|auslieferung|abschalt|einstell|stilllegung|außerbetrieb|abkündig|ausmuster|entfernung|löschung|beendigung|rückzug|rücknahme|ende|schluss|^aus$|leben|lauf|zyklus|frist|termin|datum|stichtag|tag$|woche|monat|abschied|abgesang|vorhang|stecker|hahn|licht|zeit|uhr|stunde|glocke|umstieg|wechsel|umstellung|migration|ersatz|nachfolg|alternative|kund|nutzer|entwickler|anwend|integration|projekt|schnittstelle|api$|plattform|katalog|wartung|pflege|übergang|vorschau|preview|punkt$|strich$|kapitel|akte|geschichte|ära|countdown|(?<!warte)liste|rente|ruhestand|grab/iu;

const RELATIVE =
  /,\s(?:(?:in|mit|auf|für|von|bei) )?(?:d(?:er|ie|as|em|en|enen)|dessen|deren|welche[mnrs]?)(?: \p{Ll}+)? ?[`"'„“]?$/u;

/** Whether a model only stands in what is told of another noun. */
function isWithin({ start }: NameMention, clause: Clause, text: string): boolean {
  const before = text.slice(Math.max(clause.start, start - 120), start);
  const noun = WITHIN.exec(before)?.[1];
  if (noun !== undefined) return !ITS_OWN.test(noun);
  // "…beenden wir die Zusammenarbeit mit dem Händler, der x verkaufte".
  const relative = RELATIVE.exec(before);
  return relative !== null && clause.off.some((cue) => cue.end <= start - relative[0].length);
}

const FIRST =
  /(?<!\p{L})(?:wird|werden|wurden?|ist|sind|endet|enden|schließt) (?:d(?:er|ie|as)|ein\p{L}?|unser\p{L}?|ihr\p{L}?|sein\p{L}?)(?: \p{Ll}[\p{L}-]*)? (\p{Lu}[\p{L}-]+)(?![\p{L}\d.-]*\d)[^,:]*$/u;

/** "Am 1. Juni wird die Datenbank abgeschaltet, Anfragen an x werden gepuffert": the models stand in the next part. */
function endsFirst({ start, off }: Clause, names: readonly NameMention[], text: string): boolean {
  const [end] = off;
  const [next] = names;
  if (end === undefined || next === undefined || next.start < end.end) return false;
  if (!/^[^:]*,[^:]*$/u.test(text.slice(end.end, next.start))) return false;
  const noun = FIRST.exec(text.slice(start, end.end))?.[1];
  return noun !== undefined && !ITS_OWN.test(noun);
}

/** True where every model of a statement stands in what is told of another noun. */
export function isToldOfNoun(clause: Clause, { text }: ReadSentence, roles: ReadonlyMap<NameMention, Role>): boolean {
  const names = clause.names.filter((name) => roles.get(name) !== "replacement");
  if (names.length === 0) return false;
  return endsFirst(clause, names, text) || names.every((name) => isWithin(name, clause, text));
}
