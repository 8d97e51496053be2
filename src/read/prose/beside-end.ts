import type { NameMention } from "../names/index.ts";

/** Names that stand in a statement of an end and are not who ends: for whom a thing ends, and whom or what it is told of. */

const FOR_WHOM =
  /\sfor (?:the |both |all |all of |(?:all|every|any) (?:[\p{L}-]+ ){0,2}models?,? (?:among them|including|such as|like) )?[`"'“]?$/u;

/** "It stops working on 31 October for a and b": for whom, and not what. */
export const isForWhom = (name: NameMention, end: number, plain: string): boolean =>
  name.start > end && FOR_WHOM.test(plain.slice(end, name.start));

/** "Jane Doe, who trained x, retires on …": x stands in what is told of a person. */
const isOfSomebody = (name: NameMention, end: number, plain: string): boolean =>
  name.end < end &&
  /,\s(?:who|whose|where she|where he)\s[^;.]{0,90}$/u.test(plain.slice(Math.max(0, name.start - 100), name.start)) &&
  plain.slice(name.end, end).includes(",");

/** "The researcher behind x will retire", "the team that built x": it is told of a person. */
const PERSON_OF =
  /(?<!\p{L})(?:researchers?|engineers?|scientists?|architects?|founders?|co-?founders?|creators?|inventors?|designers?|developers?|managers?|leads?|leaders?|heads?|minds?|man|woman|people|person|team|author|authors|forscher(?:in|innen)?|entwickler(?:in|innen)?|chef(?:in)?|leiter(?:in)?|kopf|köpfe|chercheur(?:se)?s?|ingénieure?s?|créateurs?|créatrices?|responsables?|investigador(?:a|es|as)?|ingenier[oa]s?|creador(?:a|es|as)?|responsable|pesquisador(?:a|es|as)?|engenheir[oa]s?|criador(?:a|es|as)?|ricercator[ei]|ricercatrice|ingegner[ei]|creator[ei]|creatrice)(?:,? (?:who|that|which|der|die|qui|que|che) (?:[\p{L}’']+ ){0,2}\p{L}+| (?:behind|of|on|for|hinter|von|derrière|de|du|detrás de|del|por trás d[eo]|do|da|dietro|di))(?: the| das| dem| le| la| el| o| il)? [`"'“]?$/u;
const isOfPerson = (name: NameMention, end: number, plain: string, start: number): boolean =>
  name.end <= end && PERSON_OF.test(plain.slice(start, name.start));

/** "The old page, which also listed x, goes offline": the remark says what the page is. */
const IN_REMARK =
  /^\W*(?:the|our|its|an?|das|die|der|unsere?|le|la|les|notre|el|nuestr[oa]|o|a|noss[oa]|il|lo|nostr[oa])(?: [\p{L}-]+){1,4}, (?:which|that|who|das|die|der|qui|que|che|il quale|la quale) [^,]{1,60}$/u;
const isInRemark = (name: NameMention, end: number, plain: string, start: number): boolean =>
  name.end < end &&
  IN_REMARK.test(plain.slice(start, name.start)) &&
  /^[`"'”]?(?: [^,]{1,24})?, /u.test(plain.slice(name.end, end));

/** "The court case over x ended", "the reading on x ends at nine": x is what another thing is about. */
const MATTER =
  /^[\s“"'‘]*(?:on [\p{L}\d ]{3,20}, )?(?:the|an?|our|its|this|that|his|her|my|their|one)(?: [\p{L}-]+){1,4} (?:on|about|over|around|against|featuring|starring)(?: the| both)? ?[`"'“]?$/u;
const OWN_NOUN =
  /(?:model|alias|name|snapshot|version|access|support|service|availability|end|plug|curtain|book|books|time|day|date|shut-?down|retirement|door|chapter|line|switch|api|endpoint|string|id)s? (?:on|about|over|around|against|featuring|starring)/u;

const isMatter = (name: NameMention, end: number, plain: string, start: number): boolean =>
  name.end < end && MATTER.test(plain.slice(start, name.start)) && !OWN_NOUN.test(plain.slice(start, name.start));

/** True for a model that only stands in what is told of a person, of a matter, or of a thing in passing. */
export const isInTaleOf = (name: NameMention, end: number, plain: string, start: number): boolean =>
  isOfSomebody(name, end, plain) || [isMatter, isOfPerson, isInRemark].some((is) => is(name, end, plain, start));
