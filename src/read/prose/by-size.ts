import type { FoundDate } from "../dates/index.ts";
import type { NameMention } from "../names/index.ts";
import { pairOf } from "./pair.ts";

/** "The smaller of the two ends on 1 July, the larger on 1 August": of two models, the one that its size tells. */

const SMALLER =
  /(?<!\p{L})(?:the (?:smaller|lighter|cheaper)(?: (?:one|model|of (?:the two|them|both)))?|(?:der|die|das) kleinere(?: der beiden)?|le plus petit|el más pequeño|o menor|il più piccolo)(?=[ ,.;]|$)/u;
const LARGER =
  /(?<!\p{L})(?:the (?:larger|bigger)(?: (?:one|model|of (?:the two|them|both)))?|its (?:larger|bigger) (?:sibling|brother|sister)|(?:der|die|das) größere(?: der beiden)?|le plus grand|el más grande|o maior|il più grande)(?=[ ,.;]|$)/u;

const PARAMETERS = /(?:^|[ -])(\d{1,4}(?:\.\d)?)b(?=[ -]|$)/iu;
/** Words of names, the smallest first; a name without one stands in the middle. */
const TIERS = [
  /(?:^| )nano(?: |$)/u,
  /(?:^| )(?:mini|small|lite|light|tiny)(?: |$)/u,
  null,
  /(?:^| )(?:large|plus|pro|max|big)(?: |$)/u,
];

const tierOf = ({ key }: NameMention): number => {
  const found = TIERS.findIndex((tier) => tier?.test(key.replaceAll("-", " ")) === true);
  return found < 0 ? TIERS.indexOf(null) : found;
};
const parametersOf = ({ name }: NameMention): number => Number(PARAMETERS.exec(name)?.[1] ?? 0);

/** The smaller and the larger of exactly two models; null where their names do not tell. */
function bySize(models: readonly NameMention[]): [NameMention, NameMention] | null {
  const pair = pairOf(models);
  if (pair === null) return null;
  const [first, second] = pair;
  const known = parametersOf(first) > 0 && parametersOf(second) > 0;
  const difference = known ? parametersOf(first) - parametersOf(second) : tierOf(first) - tierOf(second);
  if (difference === 0) return null;
  return difference < 0 ? [first, second] : [second, first];
}

/** Each of two models with its own day, where the words before the days tell them apart by size. */
export function sizedDays(
  plain: string,
  dates: readonly FoundDate[],
  topic: readonly NameMention[],
): { names: NameMention[]; date: FoundDate }[] {
  const sizes = bySize(topic);
  if (sizes === null) return [];
  const found = [SMALLER, LARGER].flatMap((size, index) => {
    const place = size.exec(plain)?.index;
    const date = place === undefined ? undefined : dates.find((day) => day.start >= place);
    const name = sizes[index];
    return date === undefined || name === undefined ? [] : [{ names: [name], date }];
  });
  return found.length === 2 && found[0]?.date !== found[1]?.date ? found : [];
}

/** Only the one of two models that a statement without a name tells by its size; as given where it tells none. */
export function ofThatSize(text: string, names: NameMention[]): NameMention[] {
  const [small, large] = [SMALLER.test(text), LARGER.test(text)];
  const sizes = small === large ? null : bySize(names);
  if (sizes === null) return names;
  return [small ? sizes[0] : sizes[1]];
}
