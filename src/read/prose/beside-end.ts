import type { NameMention } from "../names/index.ts";

/** Names that stand in a statement of an end and are not who ends: for whom a thing ends, and what a thing is about. */

const FOR_WHOM =
  /\sfor (?:the |both |all |all of |(?:all|every|any) (?:[\p{L}-]+ ){0,2}models?,? (?:among them|including|such as|like) )?[`"'“]?$/u;

/** "It stops working on 31 October for a and b": for whom, and not what. */
export const isForWhom = (name: NameMention, end: number, plain: string): boolean =>
  name.start > end && FOR_WHOM.test(plain.slice(end, name.start));

/** "The court case over x ended", "the reading on x ends at nine": x is what another thing is about. */
const MATTER =
  /^[\s“"'‘]*(?:on [\p{L}\d ]{3,20}, )?(?:the|an?|our|its|this|that|his|her|my|their|one)(?: [\p{L}-]+){1,4} (?:on|about|over|around|against|featuring|starring)(?: the| both)? ?[`"'“]?$/u;
const OWN_NOUN =
  /(?:model|alias|name|snapshot|version|access|support|service|availability|end|plug|curtain|book|books|time|day|date|shut-?down|retirement|door|chapter|line|switch|api|endpoint|string|id)s? (?:on|about|over|around|against|featuring|starring)/u;

/** True for what another thing is about. */
export const isMatter = (name: NameMention, end: number, plain: string, start: number): boolean =>
  name.end < end && MATTER.test(plain.slice(start, name.start)) && !OWN_NOUN.test(plain.slice(start, name.start));
