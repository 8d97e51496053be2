import type { NameMention } from "../names/index.ts";
import { isMatter } from "./beside-end.ts";

/** Models that stand in what is told of somebody or something else: "the researcher behind x retires". */

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

/** True for a model that only stands in what is told of a person, of a matter, or of a thing in passing. */
export const isInTaleOf = (name: NameMention, end: number, plain: string, start: number): boolean =>
  isOfSomebody(name, end, plain) || [isMatter, isOfPerson, isInRemark].some((is) => is(name, end, plain, start));
